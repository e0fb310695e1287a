"""What admins do: let people in, give credits, set limits, end a search."""

from telegram import Update

from handlers.chat.admin_screens import decided_screen, granted_screen, limits_screen
from handlers.chat.buttons import Decide, GiveUpJob
from handlers.chat.screens import Screen
from handlers.turn import Desk, Press, Turn, message_of
from jobs.errors import NoSuchPerson
from jobs.ids import UpdateId
from jobs.people import Limit, Person

MOST_CREDITS = 1_000_000_000
WORD_FOR_DEFAULT = "default"


class Admin:
    """The handlers for admins. The service refuses everybody else."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._service = desk.service

    async def grant(self, update: Update, turn: Turn) -> None:
        """/grant @name 100 a reason"""
        self._service.admin.require_admin(turn.person.id)
        who, amount, *note = (*arguments(update), "", "")
        credits = _whole(amount)
        if not credits:
            await self._desk.tell(turn, "admin-grant-usage")
            return
        person = await self._person(turn, who)
        if person:
            balance = await self._service.admin.grant(
                turn.person.id,
                person.id,
                credits,
                update_id=UpdateId(update.update_id),
                note=" ".join(note).strip(),
            )
            await self._desk.say(turn, granted_screen(person, credits, balance, turn.texts))

    async def limit(self, update: Update, turn: Turn) -> None:
        """/limit @name daily 500"""
        self._service.admin.require_admin(turn.person.id)
        who, which, value, *_ = (*arguments(update), "", "", "")
        number = _whole(value)
        known = value == WORD_FOR_DEFAULT or (number is not None and number >= 0)
        if which not in tuple(Limit) or not known:
            await self._desk.tell(turn, "admin-limit-usage")
            return
        person = await self._person(turn, who)
        if person:
            balance = await self._service.admin.set_limit(
                turn.person.id, person.id, Limit(which), number
            )
            await self._desk.say(turn, limits_screen(person, balance, turn.texts))

    async def _person(self, turn: Turn, who: str) -> Person | None:
        """The person an admin means; where nobody is found they are told."""
        if not who:
            return None
        try:
            return await self._service.admin.find_person(turn.person.id, who)
        except NoSuchPerson:
            await self._desk.tell(turn, "admin-no-person", who=who)
            return None

    async def decide(self, press: Press, button: Decide) -> None:
        """*Allow* or *Refuse* under a newcomer's request."""
        person, _ = await self._service.admin.decide_access(
            press.person_id, button.person, allow=button.allow
        )
        await press.show(decided_screen(person, press.texts, allowed=button.allow))

    async def give_up(self, press: Press, button: GiveUpJob) -> None:
        """An unconfirmed job: its credits go back."""
        job = await self._service.admin.give_up(press.person_id, button.job)
        text_id = "admin-given-up" if job else "admin-not-unconfirmed"
        await press.show(Screen(press.texts.html(text_id, job=int(button.job))))


def arguments(update: Update) -> list[str]:
    """The words after a command."""
    return (message_of(update).text or "").split()[1:]


def _whole(word: str) -> int | None:
    """A whole number an admin may mean, with or without a sign."""
    try:
        number = int(word)
    except ValueError:
        return None
    return number if abs(number) <= MOST_CREDITS else None
