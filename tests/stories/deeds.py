"""What the people of all stories did and were told, together: nothing of running the bot may be left out.

Noted as it happens on their phones, so that a key counts only if somebody had it in front of them, pressed it
and was not refused. What is to stand in the log of those who run the bot is read from the stories' databases.
`tests/conftest.py` asks at the end of a run of all stories.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, Pattern, TextElement

from handlers.chat.texts import LOCALES
from handlers.commands import FOR_ROLES
from handlers.errors import SENTENCES
from jobs.admin.audit import Action
from tests.kinds import ADMINS, EVERY

LETTERS = 80  # of a text's own words that are enough to know it by; an alert is cut
# What refuses something while a video is ordered: the stories of each way hold these.
ORDERING = ("card.ftl", "clips.ftl", "errors.ftl", "jobs.ftl")
# What no phone shows, and why.
UNSEEN = {
    "sentence error-account-not-removed": "the panel has a page for it; this is for the shell",
    "sentence error-may-pay-twice": "the panel asks instead",
    "sentence error-banned": "the doorkeeper says it at greater length, but for the blink of a ban",
    "sentence error-still-looking": "only in the moment of a look: tests/unit/storage/test_oversight.py",
}

_done: set[str] = set()
_told: set[str] = set()


def pressed(data: str) -> None:
    """Somebody pressed a key that they were shown, and was not refused."""
    _done.update(f"key {kind.__name__}" for kind in EVERY if kind.unpack(data))


def typed(text: str) -> None:
    """Somebody who may use every command typed one."""
    if text.startswith("/"):
        _done.add(f"command {text.split()[0].removeprefix('/')}")


def told(texts: Iterable[str]) -> None:
    """What somebody read."""
    _told.update(texts)


def logged(database: Path) -> None:
    """What stands in the audit log when a story is over."""
    if not database.exists():
        return
    with closing(sqlite3.connect(database)) as connection, suppress(sqlite3.DatabaseError):
        rows = connection.execute(
            "SELECT DISTINCT action FROM audit"
        )  # in some stories it is no database
        _done.update(f"line of the log {action}" for (action,) in rows)


def noted() -> list[str]:
    """Everything in this process, by names."""
    return sorted(_done | {f"sentence {name}" for name in _recognized()})


def missing(done: Iterable[str]) -> list[str]:
    """What no story has shown."""
    return sorted(_wanted() - set(done) - set(UNSEEN))


def _wanted() -> set[str]:
    keys = {f"key {kind.__name__}" for kind in ADMINS}
    commands = {f"command {name}" for name in FOR_ROLES}
    lines = {f"line of the log {action}" for action in Action}
    return keys | commands | lines | {f"sentence {name}" for name in _sentences()}


def _sentences() -> set[str]:
    """What refuses something, and what says how a command is used."""
    return {
        name
        for file, name, _ in _texts()
        if name.endswith("-usage")
        or (name in SENTENCES.values() and (file not in ORDERING or name.startswith("admin-")))
    }


def _recognized() -> Iterator[str]:
    wanted, everything = _sentences(), "\0".join(_told)
    for _, name, pattern in _texts():
        if name in wanted and re.search(_as_seen(pattern), everything):
            yield name


@cache
def _texts() -> Sequence[tuple[str, str, Pattern]]:
    """File, name and words of every text."""
    parser = FluentParser(with_spans=False)
    return [
        (path.name, entry.id.name, entry.value)
        for path in sorted((LOCALES / "en").glob("*.ftl"))
        for entry in parser.parse(path.read_text("utf-8")).body
        if isinstance(entry, Message) and entry.value
    ]


def _as_seen(pattern: Pattern) -> str:
    """Its first words as a regular expression; anything may stand where something is put in."""
    found, letters = "", 0
    for element in pattern.elements:
        if letters >= LETTERS:
            break
        if isinstance(element, TextElement):
            words = re.sub("<[^>]*>", "", element.value)[: LETTERS - letters]
            letters += len(words)
            found += re.escape(words)
        else:
            found += "[^\0]*?"
    return found
