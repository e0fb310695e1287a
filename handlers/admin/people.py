"""People in the panel and by command: given credits, limited."""

from telegram import Update

from handlers.admin.words import arguments, person_meant, whole
from handlers.chat.admin_screens import granted_screen, limits_screen
from handlers.turn import Desk, Turn
from jobs.ids import UpdateId
from jobs.people import Limit

WORD_FOR_DEFAULT = "default"


class People:
    """The handlers around other people."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._people = desk.service.admin.people

    async def grant(self, update: Update, turn: Turn) -> None:
        """/grant @name 100 a reason"""
        who, amount, *note = (*arguments(update), "", "")
        credits = whole(amount)
        if not credits:
            await self._desk.tell(turn, "admin-grant-usage")
            return
        person = await person_meant(self._desk, turn, who)
        if person:
            balance = await self._people.grant(
                turn.person.id,
                person.id,
                credits,
                update_id=UpdateId(update.update_id),
                note=" ".join(note).strip(),
            )
            await self._desk.say(turn, granted_screen(person, credits, balance, turn.texts))

    async def limit(self, update: Update, turn: Turn) -> None:
        """/limit @name daily 500"""
        who, which, value, *_ = (*arguments(update), "", "", "")
        number = whole(value)
        known = value == WORD_FOR_DEFAULT or (number is not None and number >= 0)
        if which not in tuple(Limit) or not known:
            await self._desk.tell(turn, "admin-limit-usage")
            return
        person = await person_meant(self._desk, turn, who)
        if person:
            balance = await self._people.set_limit(turn.person.id, person.id, Limit(which), number)
            await self._desk.say(turn, limits_screen(person, balance, turn.texts))
