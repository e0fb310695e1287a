"""How the ids of useapi.net stand in a URL: as they are, because an encoded one is refused."""

from __future__ import annotations

from urllib.parse import quote

# Everything RFC 3986 allows in a path segment besides letters, digits and "-._~".
_LEGAL = "!$&'()*+,;=:@"


def raw(identifier: str) -> str:
    """Return the id as one path segment, escaping only what is illegal in a path.

    Raises ValueError for an id that would name another resource (empty, ``.`` or ``..``).
    """
    return quote(_usable(identifier), safe=_LEGAL)


def encoded(identifier: str) -> str:
    """Return the id percent-encoded: the second try after a read was answered with 400."""
    return quote(_usable(identifier), safe="")


def _usable(identifier: str) -> str:
    # An empty id would turn "delete this video" into a call on the whole list.
    if identifier in {"", ".", ".."}:
        raise ValueError("this is no id")
    return identifier
