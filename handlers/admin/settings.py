"""Settings of the bot, changed in the chat: /set and /unset."""

import re

from telegram import Update

from handlers.chat.settings_screens import changed_screen, setting_screen, settings_list_screen
from handlers.turn import Desk, Turn, message_of

_WISH = re.compile(r"/\S+\s*([\w.:-]*)\s*=?\s*(.*)", re.DOTALL)


class LiveSettings:
    """The handlers of live settings. The service refuses everybody but admins."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._operation = desk.service.operation

    async def set(self, update: Update, turn: Turn) -> None:
        """/set daily_credits 500; without a value: what it is now; without a name: all of them."""
        name, value = _wish(update)
        if not name:
            views = await self._operation.settings(turn.person.id)
            await self._desk.say(turn, settings_list_screen(views, turn.texts))
        elif not value:
            view = await self._operation.setting(turn.person.id, name)
            await self._desk.say(turn, setting_screen(view, turn.texts))
        else:
            view = await self._operation.set(turn.person.id, name, value)
            await self._desk.say(turn, changed_screen(view, turn.texts))

    async def unset(self, update: Update, turn: Turn) -> None:
        """/unset daily_credits"""
        name, _ = _wish(update)
        if not name:
            await self._desk.tell(turn, "live-unset-usage")
            return
        view = await self._operation.unset(turn.person.id, name)
        await self._desk.say(turn, changed_screen(view, turn.texts))


def _wish(update: Update) -> tuple[str, str]:
    """The name and the value after a command; `DAILY_CREDITS=500`, as in .env, is understood too."""
    found = _WISH.fullmatch(message_of(update).text or "")
    return (found[1], found[2].strip()) if found else ("", "")
