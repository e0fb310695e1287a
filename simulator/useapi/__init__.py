"""A stand-in for useapi.net's PixVerse API v2, for the demo and the tests."""
