"""What messages show, brought up to date: only the newest state is sent, and nothing to what it is."""

import logging
from collections import OrderedDict
from typing import TypeVar

from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter

from handlers.chat.errors import MessageGone
from handlers.chat.screens import NO_PREVIEW, Screen, markup
from handlers.chat.traffic import SAID_AGAIN_AFTER, Traffic
from jobs.ids import ChatId, MessageId, Place
from jobs.nursery import Nursery

log = logging.getLogger(__name__)

T = TypeVar("T")
Spot = tuple[ChatId, MessageId]

KEPT_SCREENS = 20_000


class Edits:
    """What is on its way is lost with the process; the next edit of the message makes up for it."""

    def __init__(self, bot: Bot, nursery: Nursery, traffic: Traffic) -> None:
        self._bot = bot
        self._nursery = nursery
        self._traffic = traffic
        self._shown: OrderedDict[Spot, Screen] = OrderedDict()
        self._waiting: dict[Spot, Screen] = {}
        self._in_flight: set[Spot] = set()
        self._ended: OrderedDict[Spot, None] = OrderedDict()

    def remember(self, chat_id: ChatId, message_id: MessageId, screen: Screen) -> None:
        """The message shows this now."""
        _keep(self._shown, (chat_id, message_id), screen)

    def forget(self, chat_id: ChatId, message_id: MessageId) -> None:
        """Nobody knows what the message shows."""
        self._shown.pop((chat_id, message_id), None)

    async def edit(
        self, chat_id: ChatId, message_id: MessageId, screen: Screen, *, optional: bool = False
    ) -> None:
        """Bring a message up to date: at once where the pace allows it, else only its newest state later.

        An `optional` edit is left out where there is no room for it, or the last was said. Raises MessageGone where the
        message cannot be edited any more and it was tried at once.
        """
        spot = (chat_id, message_id)
        if self._is_under_way(spot, screen):
            return
        if self._shown.get(spot) == screen:
            return
        if optional and (spot in self._ended or not self._traffic.has_room(chat_id)):
            return
        wait = self._traffic.reserve(chat_id)
        if wait > 0:
            self._later(spot, screen, wait)
        else:
            await self._edit_now(spot, screen)

    async def edit_in_turn(self, place: Place, message_id: MessageId, screen: Screen) -> None:
        """The last that a message shows, when it is its turn: no optional edit comes after it.

        Raises MessageGone, and what Telegram says.
        """
        spot = (place.chat_id, message_id)
        _keep(self._ended, spot, None)
        self._is_under_way(spot, screen)  # an older state of it, which must not come last
        if self._shown.get(spot) != screen:
            await self._traffic.send_in_turn(place, lambda: self._show(spot, screen))

    def _is_under_way(self, spot: Spot, screen: Screen) -> bool:
        """Whether the message is being edited: then this screen comes next."""
        if spot not in self._waiting and spot not in self._in_flight:
            return False
        self._waiting[spot] = screen
        return True

    def _later(self, spot: Spot, screen: Screen, wait: float, *, last: bool = False) -> None:
        self._waiting[spot] = screen
        self._nursery.start(self._edit_later(spot, wait, last=last), "edit a message")

    async def _edit_later(self, spot: Spot, wait: float, *, last: bool) -> None:
        await self._traffic.wait(wait)
        screen = self._waiting.pop(spot)
        if self._shown.get(spot) == screen:
            self._traffic.refund(spot[0])
            return
        try:
            await self._edit_now(spot, screen, last=last)
        except MessageGone:
            log.info("a message to edit is gone")

    async def _edit_now(self, spot: Spot, screen: Screen, *, last: bool = False) -> None:
        self._in_flight.add(spot)
        through = True
        try:
            through = await self._call_edit(spot, screen)
        finally:
            self._in_flight.discard(spot)
            newer = self._waiting.pop(spot, None)
            if newer is not None:
                self._later(spot, newer, self._traffic.reserve(spot[0]))
            elif not through and not last:
                self._later(spot, screen, SAID_AGAIN_AFTER, last=True)

    async def _call_edit(self, spot: Spot, screen: Screen) -> bool:
        """Whether it got through, or comes later. Raises MessageGone."""
        try:
            await self._show(spot, screen)
        except RetryAfter as flood:
            self._traffic.flooded(spot[0], flood)
            self._waiting.setdefault(spot, screen)
        except (NetworkError, Forbidden) as trouble:
            log.warning("an edit did not get through: %r", trouble)
            return isinstance(trouble, Forbidden)
        return True

    async def _show(self, spot: Spot, screen: Screen) -> None:
        """Raises MessageGone, and what else Telegram says; then nobody knows what the message shows."""
        chat_id, message_id = spot
        try:
            await self._bot.edit_message_text(
                chat_id=chat_id,
                message_id=message_id,
                text=screen.text.markup,
                parse_mode=ParseMode.HTML,
                reply_markup=markup(screen.keyboard),
                link_preview_options=NO_PREVIEW,
            )
        except BadRequest as refusal:
            if "not modified" not in str(refusal).lower():
                self.forget(*spot)
                raise MessageGone from refusal
        except (NetworkError, Forbidden):
            self.forget(*spot)
            raise
        self.remember(*spot, screen)


def _keep(known: OrderedDict[Spot, T], spot: Spot, what: T) -> None:
    known[spot] = what
    if len(known) > KEPT_SCREENS:
        known.popitem(last=False)
