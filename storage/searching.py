"""How words are compared: SQLite's own case folding knows only ASCII."""

import unicodedata


def searchable(text: str) -> str:
    """Text as it is stored and looked for."""
    return unicodedata.normalize("NFKC", text).casefold()
