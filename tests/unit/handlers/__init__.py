"""Unit tests of `handlers`."""
