"""Words that name pictures, as the Platform API reads them: "@pic1 ", and the space must follow. Pure."""

import re

from jobs.drafts.references import NOTATION, spelled

_MENTION = re.compile(r"@([^@\s]*)(\s?)")
_NAME = re.compile(rf"{NOTATION}(\d+)", re.IGNORECASE)


def name_of(place: int) -> str:
    """What a picture (counted from 0) is called in the request."""
    return f"{NOTATION}{place + 1}"


def fusion_prompt(words: str, pictures: int) -> str:
    """The words with a space after every name. An "@" that names no picture would be refused: it goes."""
    return _MENTION.sub(lambda found: _said(found[1], found[2], pictures), spelled(words, NOTATION))


def _said(text: str, blank: str, pictures: int) -> str:
    name = _NAME.match(text)
    if name is None or not 1 <= int(name[1]) <= pictures:
        return text + blank
    rest = text[name.end() :]
    return f"@{name_of(int(name[1]) - 1)} {rest}{blank if rest else ''}"
