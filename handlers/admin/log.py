"""The audit log in the panel, and as /audit."""

from telegram import Update

from handlers.admin.words import arguments, person_meant
from handlers.chat.audit_screens import log_screen
from handlers.chat.buttons import ShowLog
from handlers.chat.buttons.admin import NOBODY
from handlers.chat.panel_screens import with_way_back
from handlers.chat.screens import Screen
from handlers.turn import Desk, Press, Turn


class Log:
    """The handlers around the audit log."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._log = desk.service.admin.audit

    async def page(self, turn: Turn) -> Screen:
        """The page in the panel: the newest deeds."""
        return await self._screen(turn, ShowLog())

    async def audit(self, update: Update, turn: Turn) -> None:
        """/audit: the newest deeds; /audit @name: what they did, and what was done to them."""
        who = next(iter(arguments(update)), "")
        chosen = ShowLog()
        if who:
            person = await person_meant(self._desk, turn, who)
            if person is None:
                return
            chosen = ShowLog(actor=person.id, person=person.id)
        await self._desk.say(turn, await self._screen(turn, chosen))

    async def turn_page(self, press: Press, button: ShowLog) -> None:
        """Another page, or another choice of lines."""
        screen = await self._screen(press.turn, button)
        await press.show(with_way_back(screen, press.texts))

    async def _screen(self, turn: Turn, chosen: ShowLog) -> Screen:
        page = await self._log.page(
            turn.person.id,
            chosen.page,
            actor=None if chosen.actor == NOBODY else chosen.actor,
            person=None if chosen.person == NOBODY else chosen.person,
        )
        team = await self._desk.service.admin.roles.team(turn.person.id)
        return log_screen(page, chosen, team, turn.texts)
