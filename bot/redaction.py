"""What no log line may hold: secrets, tokens of any bot, bearer tokens, people's e-mail addresses."""

import json
import re
from collections.abc import Iterable
from urllib.parse import quote

HIDDEN = "[secret]"
SHORTEST = 4
"""Anything shorter is no secret, and hiding it would hide half the log."""

# Each begins only where a word does: a long line costs no more than its length.
_BOT_TOKEN = r"(?<!\d)\d{6,}(?::|%3[Aa])[A-Za-z0-9_-]{30,}"  # noqa: S105 (the shape of one)
_BEARER = r"(?i:bearer)[ :]+[A-Za-z0-9._~+/=:-]+"
_EMAIL = r"(?<![\w.+-])(?P<first>[\w.+-])[\w.+-]*(?:@|%40)[\w-]+(?:\.[\w-]+)+"


class Redactor:
    """Hides in a finished line what must not be read there, wherever it came from."""

    def __init__(self, secrets: Iterable[str]) -> None:
        written = {form for secret in secrets if len(secret) >= SHORTEST for form in _forms(secret)}
        # The longest first: one secret may be a part of another.
        known = [re.escape(form) for form in sorted(written, key=len, reverse=True)]
        self._pattern = re.compile("|".join([*known, _BOT_TOKEN, _BEARER, _EMAIL]))

    def __call__(self, line: str) -> str:
        return self._pattern.sub(_hidden, line)


def _forms(secret: str) -> set[str]:
    """A secret as it is, in an address, in JSON and in Python's own notation."""
    return {
        secret,
        quote(secret),
        quote(secret, safe=""),
        json.dumps(secret)[1:-1],
        repr(secret)[1:-1],
    }


def _hidden(match: re.Match[str]) -> str:
    first = match.group("first")
    return f"{first}***" if first else HIDDEN
