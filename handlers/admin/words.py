"""What an admin's command says: its words, its numbers, and whom it means."""

import re
from collections.abc import Collection, Sequence
from datetime import timedelta

from telegram import Update

from handlers.turn import Desk, Turn, message_of
from jobs.capabilities import Feature
from jobs.errors import NoSuchPerson
from jobs.people import Person

MOST = 1_000_000_000
FEATURES = {"modes": Feature.MODE, "qualities": Feature.QUALITY, "models": Feature.MODEL}
_STRETCH = re.compile(r"(\d{1,4})([mhdw])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def arguments(update: Update) -> list[str]:
    """The words after a command."""
    return (message_of(update).text or "").split()[1:]


def whole(word: str) -> int | None:
    """A whole number that somebody may mean, with or without a sign."""
    try:
        number = int(word)
    except ValueError:
        return None
    return number if abs(number) <= MOST else None


def values_of(word: str) -> frozenset[str]:
    """Values with commas between them: v5,v5.6. Commas alone are no values: they would allow nothing."""
    return frozenset(value for value in word.split(",") if value) or frozenset({word})


async def person_meant(desk: Desk, turn: Turn, who: str) -> Person | None:
    """The person an admin names by number or @username; where nobody is found they are told."""
    try:
        return await desk.service.admin.people.find(turn.person.id, who)
    except NoSuchPerson:
        await desk.tell(turn, "admin-no-person", who=who)
        return None


def stretch(word: str) -> timedelta | None:
    """A stretch of time: 30m, 12h, 7d or 2w."""
    found = _STRETCH.fullmatch(word.lower())
    if found is None or int(found[1]) == 0:
        return None
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def named_numbers(words: Sequence[str], names: Collection[str]) -> dict[str, int] | None:
    """Words like `uses=10`, each of these names; None where one cannot be read."""
    found: dict[str, int] = {}
    for word in words:
        name, _, value = word.partition("=")
        number = whole(value)
        if name.lower() not in names or number is None:
            return None
        found[name.lower()] = number
    return found
