"""What an admin's command says: its words, its numbers, and whom it means."""

from telegram import Update

from handlers.turn import Desk, Turn, message_of
from jobs.errors import NoSuchPerson
from jobs.people import Person

MOST = 1_000_000_000


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


async def person_meant(desk: Desk, turn: Turn, who: str) -> Person | None:
    """The person an admin names by number or @username; where nobody is found they are told."""
    try:
        return await desk.service.admin.people.find(turn.person.id, who)
    except NoSuchPerson:
        await desk.tell(turn, "admin-no-person", who=who)
        return None
