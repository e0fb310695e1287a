"""Broadcasts: a message of one's own, or an album, copied to many after a preview and a confirmation."""

import logging
from collections.abc import Sequence

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.error import BadRequest

from handlers.admin.replied import forget_draft
from handlers.chat.broadcast_screens import (
    aim_screen,
    broadcasts_screen,
    confirm_screen,
    progress_screen,
)
from handlers.chat.buttons import (
    AimBroadcast,
    DropBroadcast,
    PickAudience,
    StartBroadcast,
    StopBroadcast,
)
from handlers.chat.buttons.admin import NO_PLAN
from handlers.chat.screens import Screen
from handlers.turn import Desk, Press, Turn
from jobs.admin.broadcasts import Audience
from jobs.ids import BroadcastId, ChatId, MessageId
from jobs.roles import Right, may

log = logging.getLogger(__name__)

SHOWN = 5
FEWEST_IN_ALBUM = 2


class BroadcastDesk:
    """The handlers of the page and its keys; what is typed: `handlers/admin/broadcast_typed.py`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._broadcasts = desk.service.admin.broadcasts

    async def page(self, turn: Turn) -> Screen:
        """The page in the panel."""
        return broadcasts_screen(await self._broadcasts.latest(turn.person.id, SHOWN), turn.texts)

    async def notice(self, update: Update, turn: Turn) -> None:
        """A part of an album comes: which messages are together, a reply to one of them does not tell."""
        message = update.message
        if message is None or not message.media_group_id or message.chat.type != ChatType.PRIVATE:
            return
        if may(turn.person.role, Right.BROADCAST):
            part = message.media_group_id, MessageId(message.message_id)
            await self._broadcasts.note_part(turn.person.id, ChatId(message.chat.id), *part)

    async def draft(self, turn: Turn, source: Message) -> None:
        """The message comes back as everybody will see it, with the question whom it is for."""
        chat_id = ChatId(source.chat.id)
        message_ids = await self._together(turn, source)
        if not message_ids:
            await self._desk.tell(turn, "broadcast-album-unknown")
            return
        copied = await self._preview(turn, chat_id, message_ids)
        if copied == 0:
            await self._desk.tell(turn, "broadcast-uncopyable")
            return
        if copied < len(message_ids):
            there = len(message_ids)
            await self._desk.tell(turn, "broadcast-album-incomplete", copied=copied, there=there)
            return
        broadcast = await self._broadcasts.draft(turn.person.id, chat_id, message_ids)
        await forget_draft(self._desk, turn, *message_ids)
        await self._desk.say(turn, await self.ask_whom(turn, broadcast.id))

    async def _together(self, turn: Turn, source: Message) -> Sequence[MessageId]:
        """All that goes with the message; nothing where it is of an album that nobody knows any more."""
        if not source.media_group_id:
            return [MessageId(source.message_id)]
        album = ChatId(source.chat.id), source.media_group_id
        parts = await self._broadcasts.parts(turn.person.id, *album)
        return parts if len(parts) >= FEWEST_IN_ALBUM else ()

    async def _preview(self, turn: Turn, chat_id: ChatId, message_ids: Sequence[MessageId]) -> int:
        """Show it as it will arrive; returns how many messages of it Telegram could copy."""
        messenger, place = self._desk.messenger, turn.place
        try:
            copies = await messenger.answer_with(
                place,
                lambda: messenger.copy_all_now(place, chat_id, message_ids),
                messages=len(message_ids),
            )
        except BadRequest as refusal:
            log.info("a message for a broadcast cannot be copied: %s", refusal)
            return 0
        return len(copies)

    async def aim(self, press: Press, button: AimBroadcast) -> None:
        """Back to whom it is for."""
        await press.show(await self.ask_whom(press.turn, button.broadcast))

    async def ask_whom(self, turn: Turn, broadcast_id: BroadcastId) -> Screen:
        """Whom is it for?"""
        languages = self._desk.languages.codes
        broadcast, counts = await self._broadcasts.counts(turn.person.id, broadcast_id, languages)
        return aim_screen(broadcast, counts, turn.texts)

    async def pick(self, press: Press, button: PickAudience) -> None:
        """These people? The last question."""
        audience = self._audience(button)
        await press.show(await self.ask_sure(press.turn, button.broadcast, audience))

    async def ask_sure(self, turn: Turn, broadcast_id: BroadcastId, audience: Audience) -> Screen:
        """These people, so many. Shall it go?"""
        broadcast, named, people = await self._broadcasts.aim(
            turn.person.id, broadcast_id, audience
        )
        return confirm_screen(broadcast, named, people, turn.texts)

    def _audience(self, button: PickAudience | StartBroadcast) -> Audience:
        plan_id = None if button.plan == NO_PLAN else button.plan
        return Audience(button.group, button.language, plan_id, self._desk.languages.codes)

    async def start(self, press: Press, button: StartBroadcast) -> None:
        """It goes out; this message tells how it goes."""
        broadcast = await self._broadcasts.start(
            press.person_id,
            button.broadcast,
            self._audience(button),
            progress=press.message_id,
        )
        await press.show(progress_screen(broadcast, press.texts))

    async def stop(self, press: Press, button: StopBroadcast) -> None:
        """Nobody else gets it."""
        broadcast = await self._broadcasts.stop(press.person_id, button.broadcast)
        await press.show(progress_screen(broadcast, press.texts))

    async def drop(self, press: Press, button: DropBroadcast) -> None:
        """It is not sent at all. Raises TooLate where it was."""
        await self._broadcasts.drop(press.person_id, button.broadcast)
        await press.show(Screen(press.texts.html("broadcast-dropped")))
