"""Telegram HTML as a type of its own: a user's words cannot get into a message unescaped."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape as escape_markup
from html import unescape

_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Html:
    """Markup that Telegram may parse. Made by `escape` or by `Texts`, never from a bare string."""

    markup: str

    def __add__(self, other: "Html") -> "Html":
        return Html(self.markup + other.markup)


def escape(words: str) -> Html:
    """Somebody's words, to be shown as they are."""
    return Html(escape_markup(words, quote=False))


def plain(html: Html) -> str:
    """The words without the markup, for places that take none."""
    return unescape(_TAG.sub("", html.markup))


def lines(parts: Iterable[Html | None]) -> Html:
    """The parts that exist, one below the other."""
    return Html("\n".join(part.markup for part in parts if part is not None))


def shorten(words: str, limit: int) -> str:
    """At most `limit` code points, with an ellipsis where something was cut."""
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"
