"""Telegram: the only package that speaks it to people."""
