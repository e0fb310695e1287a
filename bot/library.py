"""Loads python-telegram-bot without what it needs for Telegram Passport, which no part of this bot knows.

Where a package of ciphers is installed, and here one is for backups that are sealed, the library would load
all of it: eight megabytes. To be imported before anything that speaks Telegram.
"""

import sys

CIPHERS = "cryptography"


def _load() -> None:
    if CIPHERS in sys.modules:
        return
    sys.modules[CIPHERS] = None  # type: ignore[assignment]  # what is None here cannot be imported
    try:
        import telegram  # noqa: F401
    finally:
        del sys.modules[CIPHERS]


_load()
