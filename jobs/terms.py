"""The terms that a person accepts once, before their first video: ours, or those of whoever runs the bot."""

import hashlib
from dataclasses import dataclass

OUR_VERSION = "1"  # another one asks everybody again: for changes of meaning, not of wording
LONGEST = 3500  # characters: a message has room for them, and for what stands around


@dataclass(frozen=True, slots=True)
class Terms:
    """`text` None: our own, in each person's language."""

    version: str = OUR_VERSION
    text: str | None = None


def terms_of(text: str) -> Terms:
    """An operator's own terms; another text is another version. Raises ValueError: none, or too long."""
    words = text.strip()
    if not 1 <= len(words) <= LONGEST:
        raise ValueError(f"must name a file of 1 to {LONGEST} characters")
    return Terms(hashlib.sha256(words.encode()).hexdigest()[:12], words)
