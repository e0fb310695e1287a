"""How words name pictures: "@pic1" is the first one. What fuses pictures into one scene reads it."""

import re

from jobs.capabilities import Mode
from jobs.drafts.models import Draft, pictures_of, subject_of

NOTATION = "pic"
LONGEST_NOTATION = "image"  # of any model: words have to fit with it, too
_REFERENCE = re.compile(r"@(?:pic|image)(\d+)", re.IGNORECASE)


def reference(number: int) -> str:
    """How words name a picture (counted from 0)."""
    return f"@{NOTATION}{number + 1}"


def has_references(words: str) -> bool:
    """Whether the words name any picture."""
    return _REFERENCE.search(words) is not None


def spelled(words: str, notation: str) -> str:
    """The words with their references in a model's own notation ("pic", "image")."""
    return _REFERENCE.sub(rf"@{notation}\1", words)


def without_references(words: str) -> str:
    """The words for a model that has one picture and no name for it."""
    return " ".join(_REFERENCE.sub(" ", words).split())


def stray_reference(draft: Draft) -> str | None:
    """The first picture that the words name and that is not there; None where all are, or none matter."""
    if subject_of(draft).mode is not Mode.FUSION:
        return None
    have = len(pictures_of(draft))
    for found in _REFERENCE.finditer(draft.prompt or ""):
        if not 1 <= int(found[1]) <= have:
            return found[0]
    return None
