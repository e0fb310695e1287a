"""Backups in the panel and as /backup. Nothing is made here: the copy comes with the bot's own messages."""

from telegram import Update

from handlers.admin.words import arguments
from handlers.chat.backup_screens import backup_screen, coming_screen
from handlers.chat.buttons import SendBackup
from handlers.chat.panel_screens import with_way_back
from handlers.chat.screens import Screen
from handlers.turn import Desk, Press, Turn
from jobs.ids import UpdateId

SEND = "send"


class BackupDesk:
    """The handlers around backups. `encrypted`: whether there is a key."""

    def __init__(self, desk: Desk, *, encrypted: bool) -> None:
        self._desk = desk
        self._backups = desk.service.admin.backups
        self._encrypted = encrypted

    async def page(self, turn: Turn) -> Screen:
        """The page in the panel."""
        return backup_screen(turn.texts, encrypted=self._encrypted)

    async def backup(self, update: Update, turn: Turn) -> None:
        """/backup: at once where it is encrypted; else the page, which warns before /backup send."""
        if not self._encrypted and arguments(update) != [SEND]:
            await self._desk.say(turn, await self.page(turn))
            return
        await self._backups.ask(turn.person.id, update_id=UpdateId(update.update_id))
        await self._desk.say(turn, coming_screen(turn.texts))

    async def send(self, press: Press, _: SendBackup) -> None:
        """*Send it to me*"""
        await self._backups.ask(press.person_id, update_id=press.update_id)
        await press.show(with_way_back(coming_screen(press.texts), press.texts))
