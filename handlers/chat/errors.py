"""What went wrong on the way to Telegram, where python-telegram-bot's own errors do not say enough."""

from telegram.error import NetworkError


class NotConnected(NetworkError):
    """No connection to Telegram came about, so the request was certainly not sent."""


class MessageGone(Exception):
    """The message cannot be edited any more: deleted, or too old."""
