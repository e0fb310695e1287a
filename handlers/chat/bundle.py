"""The messages of one language, kept small: what nobody has asked for yet is not in memory.

A file is parsed when its first message is needed. Of what Babel knows about a language only the tables
for plurals and numbers are kept: the names of cities and currencies in it, which Babel would keep for as
long as the process lives, are more than a megabyte for each language.
"""

import pickle
import re
from collections.abc import Iterable, MutableMapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel import Locale, localedata
from fluent.runtime import FluentBundle
from fluent.runtime.resolver import Message
from fluent.syntax import FluentParser
from fluent.syntax.ast import Resource

# There numbers and foreign words would change places with what stands beside them.
FROM_RIGHT_TO_LEFT = ("ar",)
RIGHT, LEFT = "\N{RIGHT-TO-LEFT MARK}", "\N{LEFT-TO-RIGHT MARK}"
_COMMAND = re.compile(f"(?<!<code>)(?<![<\\w/]){RIGHT}?/(?=[a-z])")
_ID = re.compile(r"^-?[A-Za-z][\w-]*(?= *=)", re.MULTILINE)
_COUNTING = ("plural_form", "decimal_formats", "number_symbols", "default_numbering_system")


class Bundle(FluentBundle):
    """Messages from several files of Fluent's, in one language. It counts as `locale` does."""

    def __init__(self, sources: Iterable[str], locale: str) -> None:
        mirrored = locale in FROM_RIGHT_TO_LEFT
        super().__init__([locale], use_isolating=mirrored)
        read = _with_commands if mirrored else str
        self._unread = {entry: text for text in map(read, sources) for entry in _ID.findall(text)}

    def has_message(self, message_id: str) -> bool:
        return message_id in self._unread or super().has_message(message_id)

    def _lookup(self, entry_id: str, term: bool = False) -> Message:  # noqa: FBT001, FBT002 (Fluent's)
        source = self._unread.get(f"-{entry_id}" if term else entry_id)
        if source is not None:
            self.add_resource(_parsed(source))
            for entry in _ID.findall(source):
                del self._unread[entry]
        return super()._lookup(entry_id, term)

    def _get_babel_locale(self) -> Locale:
        return _locale(self.locales[0])


def _with_commands(source: str) -> str:
    """The slash of a command would be drawn behind it, and a line that begins with one from the left."""
    return _COMMAND.sub(f"{RIGHT}{LEFT}/", source)


class _Counting(Locale):
    """A language without a territory that can count, and nothing else."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self._tables = _tables(language)

    @property
    def _data(self) -> localedata.LocaleDataDict:
        return localedata.LocaleDataDict(self._tables)


def _tables(language: str) -> MutableMapping[str | int | None, Any]:
    data: dict[str | int | None, Any] = {}
    for name in ("root", language):
        path = Path(localedata.resolve_locale_filename(name))
        localedata.merge(data, pickle.loads(path.read_bytes()))  # noqa: S301 (Babel's own)
    return {name: data[name] for name in _COUNTING if name in data}


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale:
    return _Counting(language)


@lru_cache(maxsize=256)
def _parsed(source: str) -> Resource:
    """Kept: a process may be composed more than once."""
    return FluentParser(with_spans=False).parse(source)
