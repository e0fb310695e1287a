"""The one way out to Telegram: paced, obedient to floods, and never editing a message to what it is."""

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from telegram import (
    Bot,
    InlineQueryResult,
    InlineQueryResultsButton,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from handlers.chat.errors import MessageGone
from handlers.chat.pacing import TELEGRAMS, Pacer, Rates
from handlers.chat.screens import Keyboard, Screen, first_markup, markup
from jobs.ids import ChatId, MessageId, Place
from jobs.nursery import Nursery

log = logging.getLogger(__name__)

T = TypeVar("T")
Spot = tuple[ChatId, MessageId]

KEPT_SCREENS = 20_000
FLOODS_OBEYED = 3
SAID_AGAIN_AFTER = 1.0  # seconds
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Messenger:
    """Sends, edits and answers."""

    def __init__(
        self,
        bot: Bot,
        nursery: Nursery,
        *,
        rates: Rates = TELEGRAMS,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.bot = bot
        self._nursery = nursery
        self._monotonic = monotonic
        self._sleep = sleep
        self._pacer = Pacer(rates)
        self._shown: OrderedDict[Spot, Screen] = OrderedDict()
        self._waiting: dict[Spot, Screen] = {}
        self._in_flight: set[Spot] = set()
        self._ended: OrderedDict[Spot, None] = OrderedDict()

    async def send(
        self, place: Place, screen: Screen, *, reply_to: MessageId | None = None
    ) -> MessageId:
        """Answer a person with a new message."""
        return await self.answer_with(
            place, lambda: self.send_now(place, screen, reply_to=reply_to)
        )

    async def answer_with(
        self, place: Place, call: Callable[[], Awaitable[T]], *, messages: int = 1
    ) -> T:
        """Answer a person. A flood is waited for; others go on meanwhile.

        Where it may not have got through it is said once more: twice is better than no answer.
        """
        lost = False
        for _ in range(FLOODS_OBEYED):
            wait = self._reserve(place.chat_id, background=False, messages=messages)
            await self._sleep_for(wait)
            try:
                return await call()
            except RetryAfter as flood:
                self.flooded(place.chat_id, flood)
            except NetworkError as trouble:
                if lost or isinstance(trouble, BadRequest):
                    raise
                lost = True
                await self._sleep_for(SAID_AGAIN_AFTER)
        return await call()

    async def send_in_turn(
        self, place: Place, call: Callable[[], Awaitable[T]], *, messages: int = 1
    ) -> T:
        """What the bot says by itself: within all limits, after those who wait for an answer."""
        await self._sleep_for(self._reserve(place.chat_id, background=True, messages=messages))
        try:
            return await call()
        except RetryAfter as flood:
            self.flooded(place.chat_id, flood)
            raise

    async def send_now(
        self, place: Place, screen: Screen, *, reply_to: MessageId | None = None
    ) -> MessageId:
        """Send without waiting; errors are the caller's."""
        message = await self._animated(place, screen, reply_to) or await self.bot.send_message(
            chat_id=place.chat_id,
            message_thread_id=place.thread_id,
            text=screen.text.markup,
            parse_mode=ParseMode.HTML,
            reply_markup=first_markup(screen),
            link_preview_options=_NO_PREVIEW,
            reply_parameters=replying(reply_to),
        )
        message_id = MessageId(message.message_id)
        self._remember((place.chat_id, message_id), screen)
        return message_id

    async def copy_now(self, place: Place, chat_id: ChatId, message_id: MessageId) -> MessageId:
        """A copy of somebody's message, whatever it is, without their name; errors are the caller's."""
        copied = await self.bot.copy_message(
            chat_id=place.chat_id,
            message_thread_id=place.thread_id,
            from_chat_id=chat_id,
            message_id=message_id,
        )
        return MessageId(copied.message_id)

    async def copy_all_now(
        self, place: Place, chat_id: ChatId, message_ids: Sequence[MessageId]
    ) -> Sequence[MessageId]:
        """The same of one message, or of all that are an album, which they stay. Telegram leaves out of
        an album what is gone; errors are the caller's."""
        if len(message_ids) == 1:
            return [await self.copy_now(place, chat_id, message_ids[0])]
        copied = await self.bot.copy_messages(
            chat_id=place.chat_id,
            message_thread_id=place.thread_id,
            from_chat_id=chat_id,
            message_ids=message_ids,
        )
        return [MessageId(one.message_id) for one in copied]

    async def _animated(
        self, place: Place, screen: Screen, reply_to: MessageId | None
    ) -> Message | None:
        """The screen under its moving preview; None where Telegram cannot fetch that, or there is none."""
        if screen.animation is None:
            return None
        try:
            return await self.bot.send_animation(
                chat_id=place.chat_id,
                message_thread_id=place.thread_id,
                animation=screen.animation,
                caption=screen.text.markup,
                parse_mode=ParseMode.HTML,
                reply_markup=markup(screen.keyboard),
                reply_parameters=replying(reply_to),
            )
        except BadRequest as refusal:
            log.info("a preview could not be shown: %s", refusal)
            return None

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
        if optional and (spot in self._ended or not self._has_room(chat_id)):
            return
        wait = self._reserve(chat_id, background=False)
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
            await self.send_in_turn(place, lambda: self._show(spot, screen))

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
        await self._sleep_for(wait)
        screen = self._waiting.pop(spot)
        if self._shown.get(spot) == screen:
            self._pacer.refund(spot[0])
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
                self._later(spot, newer, self._reserve(spot[0], background=False))
            elif not through and not last:
                self._later(spot, screen, SAID_AGAIN_AFTER, last=True)

    async def _call_edit(self, spot: Spot, screen: Screen) -> bool:
        """Whether it got through, or comes later. Raises MessageGone."""
        try:
            await self._show(spot, screen)
        except RetryAfter as flood:
            self.flooded(spot[0], flood)
            self._waiting.setdefault(spot, screen)
        except (NetworkError, Forbidden) as trouble:
            log.warning("an edit did not get through: %r", trouble)
            return isinstance(trouble, Forbidden)
        return True

    async def _show(self, spot: Spot, screen: Screen) -> None:
        """Raises MessageGone, and what else Telegram says; then nobody knows what the message shows."""
        chat_id, message_id = spot
        try:
            await self.bot.edit_message_text(
                chat_id=chat_id,
                message_id=message_id,
                text=screen.text.markup,
                parse_mode=ParseMode.HTML,
                reply_markup=markup(screen.keyboard),
                link_preview_options=_NO_PREVIEW,
            )
        except BadRequest as refusal:
            if "not modified" not in str(refusal).lower():
                self._shown.pop(spot, None)
                raise MessageGone from refusal
        except (NetworkError, Forbidden):
            self._shown.pop(spot, None)
            raise
        self._remember(spot, screen)

    @property
    def inline_mode(self) -> bool:
        """Whether the bot can be asked by typing its name in any chat: its owner tells BotFather."""
        try:
            return bool(self.bot.supports_inline_queries)
        except RuntimeError:  # it has not said hello to Telegram yet
            return False

    async def answer_typing(
        self,
        query_id: str,
        videos: Sequence[InlineQueryResult],
        others: Sequence[InlineQueryResult],
        *,
        following: str,
        button: InlineQueryResultsButton | None,
        remember: int,
    ) -> None:
        """Answer somebody who types the bot's name. One file that Telegram does not take any more must
        not hide the rest; a person who has typed on is nobody's loss."""
        for results in ((*videos, *others), others):
            try:
                await self.bot.answer_inline_query(
                    query_id,
                    results,
                    cache_time=remember,
                    is_personal=True,
                    next_offset=following,
                    button=button,
                )
            except BadRequest as refusal:
                log.info("an inline query could not be answered: %s", refusal)
                if not videos or "too old" in str(refusal).lower():
                    return
            except TelegramError as trouble:
                log.info("an inline query could not be answered: %r", trouble)
                return
            else:
                return

    async def change_keys(self, chat_id: ChatId, message_id: MessageId, keyboard: Keyboard) -> None:
        """Other keys under a message, whatever it shows. One that is gone is nobody's loss."""
        await self._sleep_for(self._reserve(chat_id, background=False))
        try:
            await self.bot.edit_message_reply_markup(
                chat_id=chat_id, message_id=message_id, reply_markup=markup(keyboard)
            )
        except TelegramError as trouble:
            log.info("the keys of a message could not be changed: %r", trouble)
        else:
            self._shown.pop((chat_id, message_id), None)

    async def answer(self, query_id: str, text: str | None = None, *, alert: bool = False) -> None:
        """Answer a press. A press too old to be answered is nobody's loss."""
        try:
            await self.bot.answer_callback_query(query_id, text=text, show_alert=alert)
        except TelegramError as trouble:
            log.info("a press could not be answered: %r", trouble)

    async def delete(self, chat_id: ChatId, message_id: MessageId) -> bool:
        """Take a message away; one that is gone already is nobody's loss. False: it may still be there."""
        try:
            await self.bot.delete_message(chat_id, message_id)
        except TelegramError as trouble:
            log.info("a message could not be deleted: %r", trouble)
            return "not found" in str(trouble).lower()
        return True

    def flooded(self, chat_id: ChatId, flood: RetryAfter) -> float:
        """Telegram asked for silence: remembered for that chat alone. Returns the seconds."""
        seconds = seconds_of(flood)
        self._pacer.ban(chat_id, self._monotonic(), seconds)
        return seconds

    def _has_room(self, chat_id: ChatId) -> bool:
        return self._pacer.has_room(chat_id, self._monotonic())

    def _reserve(self, chat_id: ChatId, *, background: bool, messages: int = 1) -> float:
        now = self._monotonic()
        return self._pacer.reserve(chat_id, now, background=background, messages=messages)

    async def _sleep_for(self, seconds: float) -> None:
        if seconds > 0:
            await self._sleep(seconds)

    def _remember(self, spot: Spot, screen: Screen) -> None:
        _keep(self._shown, spot, screen)


def _keep(known: OrderedDict[Spot, T], spot: Spot, what: T) -> None:
    known[spot] = what
    if len(known) > KEPT_SCREENS:
        known.popitem(last=False)


def replying(message_id: MessageId | None) -> ReplyParameters | None:
    """A reply that is sent all the same when its message is gone."""
    if message_id is None:
        return None
    return ReplyParameters(message_id, allow_sending_without_reply=True)


def seconds_of(flood: RetryAfter) -> float:
    """`retry_after` in seconds, whichever form the library gives it."""
    after = flood.retry_after
    return float(after) if isinstance(after, int) else after.total_seconds()
