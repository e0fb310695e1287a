"""Broadcasts: a message of one's own, copied to many after a preview and a confirmation."""

import logging
from collections.abc import Sequence

from telegram import Update
from telegram.constants import ChatType
from telegram.error import BadRequest

from handlers.admin.replied import forget_draft
from handlers.admin.words import arguments, whole
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
from handlers.turn import Desk, Press, Turn, message_of
from jobs.admin.broadcasts import Audience, BroadcastState
from jobs.ids import BroadcastId, ChatId, MessageId

log = logging.getLogger(__name__)

SHOWN = 5
LOOKED_AT = 100  # for one that is on its way
STOP = "stop"


class BroadcastDesk:
    """The handlers around broadcasts."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._broadcasts = desk.service.admin.broadcasts

    async def page(self, turn: Turn) -> Screen:
        """The page in the panel."""
        return broadcasts_screen(await self._broadcasts.latest(turn.person.id, SHOWN), turn.texts)

    async def broadcast(self, update: Update, turn: Turn) -> None:
        """/broadcast in reply to the message that is to be sent: it comes back as everybody will see it."""
        words = arguments(update)
        if words[:1] == [STOP]:
            await self._stop_as_typed(turn, words[1:])
            return
        message = message_of(update)
        source = message.reply_to_message
        if source is None or message.chat.type != ChatType.PRIVATE:
            await self._desk.tell(turn, "broadcast-usage")
            return
        if source.media_group_id:
            await self._desk.tell(turn, "broadcast-album")
            return
        chat_id, message_id = ChatId(source.chat.id), MessageId(source.message_id)
        if not await self._preview(turn, chat_id, message_id):
            await self._desk.tell(turn, "broadcast-uncopyable")
            return
        broadcast = await self._broadcasts.draft(turn.person.id, chat_id, message_id)
        await forget_draft(self._desk, turn, message_id)
        await self._desk.say(turn, await self._aim(turn, broadcast.id))

    async def _preview(self, turn: Turn, chat_id: ChatId, message_id: MessageId) -> bool:
        """Show the message as it will arrive; False where Telegram lets nobody copy it."""
        messenger, place = self._desk.messenger, turn.place
        try:
            await messenger.answer_with(
                place, lambda: messenger.copy_now(place, chat_id, message_id)
            )
        except BadRequest as refusal:
            log.info("a message for a broadcast cannot be copied: %s", refusal)
            return False
        return True

    async def aim(self, press: Press, button: AimBroadcast) -> None:
        """Back to whom it is for."""
        await press.show(await self._aim(press.turn, button.broadcast))

    async def _aim(self, turn: Turn, broadcast_id: BroadcastId) -> Screen:
        languages = self._desk.languages.codes
        broadcast, counts = await self._broadcasts.counts(turn.person.id, broadcast_id, languages)
        return aim_screen(broadcast, counts, turn.texts)

    async def pick(self, press: Press, button: PickAudience) -> None:
        """These people? The last question."""
        broadcast, audience, people = await self._broadcasts.count(
            press.person_id, button.broadcast, self._audience(button)
        )
        await press.show(confirm_screen(broadcast, audience, people, press.texts))

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

    async def _stop_as_typed(self, turn: Turn, words: Sequence[str]) -> None:
        """/broadcast stop: the newest that is on its way; /broadcast stop 3: that one."""
        number = whole(words[0].removeprefix("#")) if words else await self._running(turn)
        if number is None:
            await self._desk.tell(turn, "broadcast-stop-usage")
            return
        broadcast = await self._broadcasts.stop(turn.person.id, BroadcastId(number))
        await self._desk.say(turn, progress_screen(broadcast, turn.texts))

    async def _running(self, turn: Turn) -> int | None:
        latest = await self._broadcasts.latest(turn.person.id, LOOKED_AT)
        return next((one.id for one in latest if one.state is BroadcastState.RUNNING), None)

    async def drop(self, press: Press, _: DropBroadcast) -> None:
        """It is not sent at all."""
        await press.show(Screen(press.texts.html("broadcast-dropped")))
