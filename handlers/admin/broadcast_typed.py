"""/broadcast, and everything about broadcasts for those who type: whom one is for, sent, dropped, stopped."""

from collections.abc import Sequence
from dataclasses import replace

from telegram import Update

from handlers.admin.broadcast import BroadcastDesk
from handlers.admin.words import arguments, whole
from handlers.chat.broadcast_screens import progress_screen
from handlers.chat.panel_screens import with_way_back
from handlers.chat.screens import Screen
from handlers.turn import Desk, Turn, message_of
from jobs.admin.broadcasts import Audience, Broadcast, BroadcastState
from jobs.errors import CoreError, NothingDrafted
from jobs.ids import BroadcastId, MessageId

LOOKED_AT = 100  # for one that is on its way
TO, SEND, DROP, STOP = "to", "send", "drop", "stop"


class BroadcastTyped:
    """The handler of the command."""

    def __init__(self, desk: Desk, broadcasts: BroadcastDesk) -> None:
        self._desk = desk
        self._pages = broadcasts
        self._broadcasts = desk.service.admin.broadcasts

    async def broadcast(self, update: Update, turn: Turn) -> None:
        """/broadcast in reply to what is to be sent; then /broadcast to ru, and send or drop; stop 3"""
        source = message_of(update).reply_to_message
        match arguments(update):
            case [] if source:
                await self._pages.draft(turn, source)
            case []:
                page = await self._pages.page(turn)
                await self._desk.say(turn, with_way_back(page, turn.texts))
            case [word, *who] if word == TO:
                await self._to(turn, " ".join(who))
            case [word] if word == SEND:
                await self._send(turn)
            case [word] if word == DROP:
                draft = await self._broadcasts.newest_draft(turn.person.id)
                await self._broadcasts.drop(turn.person.id, draft.id)
                await self._desk.tell(turn, "broadcast-dropped")
            case [word, *which] if word == STOP:
                await self._stop(turn, which)
            case _:
                await self._desk.tell(turn, "broadcast-usage")

    async def _to(self, turn: Turn, who: str) -> None:
        """Whom it is for; without words, or with others, whom it could be for."""
        draft = await self._broadcasts.newest_draft(turn.person.id)
        audience = await self._broadcasts.meant(turn.person.id, who, self._desk.languages.codes)
        if audience:
            await self._desk.say(turn, await self._pages.ask_sure(turn, draft.id, audience))
            return
        if who:
            languages = ", ".join(self._desk.languages.codes)
            await self._desk.tell(turn, "broadcast-to-usage", who=who, languages=languages)
        await self._desk.say(turn, await self._pages.ask_whom(turn, draft.id))

    async def _send(self, turn: Turn) -> None:
        """The message that tells how it goes is there before anything goes out. Raises NothingDrafted, NotAimed.

        After a crash the command may come once more: what it has started is on its way.
        """
        by, languages = turn.person.id, self._desk.languages.codes
        try:
            draft = await self._broadcasts.newest_draft(by)
        except NothingDrafted:
            running = await self._running(turn)
            if running is None:
                raise
            await self._desk.say(turn, progress_screen(running, turn.texts))
            return
        audience, people = await self._broadcasts.aimed_at(by, draft, languages)
        spot = await self._desk.say(turn, _on_its_way(turn, draft, audience, people))
        try:
            started = await self._broadcasts.start(by, draft.id, audience, progress=spot)
        except CoreError:
            await self._desk.messenger.delete(turn.place.chat_id, spot)
            raise
        if started.state is BroadcastState.DONE:  # there was nobody to send it to
            await self._show(turn, spot, progress_screen(started, turn.texts))

    async def _show(self, turn: Turn, spot: MessageId, screen: Screen) -> None:
        await self._desk.messenger.edit(turn.place.chat_id, spot, screen)

    async def _stop(self, turn: Turn, words: Sequence[str]) -> None:
        """/broadcast stop: the newest that is on its way; /broadcast stop 3: that one."""
        if words:
            number = whole(words[0].removeprefix("#"))
        else:
            running = await self._running(turn)
            number = running.id if running else None
        if number is None:
            await self._desk.tell(turn, "broadcast-stop-usage")
            return
        broadcast = await self._broadcasts.stop(turn.person.id, BroadcastId(number))
        await self._desk.say(turn, progress_screen(broadcast, turn.texts))

    async def _running(self, turn: Turn) -> Broadcast | None:
        """The newest that is on its way."""
        latest = await self._broadcasts.latest(turn.person.id, LOOKED_AT)
        return next((one for one in latest if one.state is BroadcastState.RUNNING), None)


def _on_its_way(turn: Turn, draft: Broadcast, audience: Audience, people: int) -> Screen:
    running = replace(draft, state=BroadcastState.RUNNING, audience=audience, total=people)
    return progress_screen(running, turn.texts)
