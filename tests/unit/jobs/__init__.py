"""Unit tests of `jobs`."""
