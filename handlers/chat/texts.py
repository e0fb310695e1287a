"""The sentences of the bot, from the Fluent files in `locales/<language>/`.

A text that a language does not have is said in English: those for admins need not be translated.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from handlers.chat.bundle import FROM_RIGHT_TO_LEFT, RIGHT, Bundle
from handlers.chat.html import Html, escape, shorten

LOCALES = Path(__file__).parent / "locales"
FALLBACK = "en"
MENU_FILE = "commands.ftl"
DOT = " · "
LONGEST_ARGUMENT = (
    2_400  # Fluent gives up beyond 2,500 characters: what somebody typed is cut before
)
LONGEST_ESCAPED = 5  # characters: & becomes &amp;

Argument = str | int | Html


class TextMissing(Exception):
    """A text id that no locale has, or that could not be formatted: a mistake in the program."""


class Texts:
    """All texts in one language; what it lacks, `fallback` says.

    They count as the language does, or as `counting` says.
    """

    def __init__(
        self,
        language: str,
        sources: Iterable[str],
        fallback: "Texts | None" = None,
        *,
        counting: str | None = None,
    ) -> None:
        self.language = language
        self._fallback = fallback
        self._bundle = Bundle(sources, counting or language)

    def html(self, text_id: str, /, **arguments: Argument) -> Html:
        """A text for a message; plain strings among the arguments are escaped."""
        safe = {name: _markup(value) for name, value in arguments.items()}
        text = self._format(text_id, safe)
        return Html(_CODE.sub(r"\1", text))

    def plain(self, text_id: str, /, **arguments: str | int) -> str:
        """A text where Telegram takes no markup: labels, answers to a press, commands."""
        return self._format(text_id, {name: _words(value) for name, value in arguments.items()})

    def plain_or(self, text_id: str, otherwise: str) -> str:
        """A text that there may be, for what others can add to; else these words."""
        try:
            return self.plain(text_id)
        except TextMissing:
            return otherwise

    def listed(self, parts: Iterable[str]) -> str:
        """Parts side by side: the first one stands where the language begins to read."""
        if self.language not in FROM_RIGHT_TO_LEFT:
            return DOT.join(parts)
        isolated = DOT.join(f"\u2068{part}\u2069" for part in parts)
        return isolated and RIGHT + isolated

    def _format(self, text_id: str, arguments: Mapping[str, str | int]) -> str:
        if not self._bundle.has_message(text_id):
            if self._fallback is None:
                raise TextMissing(text_id)
            return self._fallback._format(text_id, arguments)  # noqa: SLF001 (another of us)
        pattern = self._bundle.get_message(text_id).value
        if pattern is None:
            raise TextMissing(text_id)
        text, errors = self._bundle.format_pattern(pattern, dict(arguments))
        if errors:
            raise TextMissing(f"{text_id}: {errors}")
        return str(text)


# What is copied with a tap must be itself, without the marks around it.
_CODE = re.compile("(?<=<code>)\u2068([^<]*)\u2069(?=</code>)")


def _markup(value: Argument) -> str | int:
    if isinstance(value, Html):
        return value.markup
    if not isinstance(value, str):
        return value
    safe = escape(value).markup
    if len(safe) <= LONGEST_ARGUMENT:
        return safe
    return escape(shorten(value, LONGEST_ARGUMENT // LONGEST_ESCAPED)).markup


def _words(value: str | int) -> str | int:
    return shorten(value, LONGEST_ARGUMENT) if isinstance(value, str) else value


class Languages:
    """Every language that has a folder of Fluent files.

    A language is read when somebody first speaks it: a bot that nobody speaks Arabic to need not keep
    all of it in memory.
    """

    def __init__(self, folder: Path = LOCALES) -> None:
        self._folder = folder
        self._fallback = Texts(FALLBACK, _sources(folder / FALLBACK))
        self._texts = {FALLBACK: self._fallback}
        others = {path.name for path in folder.iterdir() if path.is_dir()} - {FALLBACK}
        self.codes = (FALLBACK, *sorted(others))

    def menu(self, code: str) -> Texts:
        """A language as its menu needs it: the commands, what the bot is about, its own name.

        No number is in there, so how the language counts need not be known.
        """
        path = self._folder / code / MENU_FILE
        return Texts(code, [path.read_text("utf-8")], self._fallback, counting=FALLBACK)

    def served(self, code: str | None) -> str:
        """The language in which somebody is answered: "pt-BR" is served by "pt", what is not known by English."""
        language = (code or FALLBACK).partition("-")[0].lower()
        return language if language in self.codes else FALLBACK

    def pick(self, code: str | None) -> Texts:
        """The person's language, or English."""
        language = self.served(code)
        if language not in self._texts:
            sources = _sources(self._folder / language)
            self._texts[language] = Texts(language, sources, self._fallback)
        return self._texts[language]


def _sources(folder: Path) -> list[str]:
    return [path.read_text("utf-8") for path in sorted(folder.glob("*.ftl"))]
