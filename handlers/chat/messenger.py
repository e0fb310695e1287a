"""The one way out to Telegram: paced, obedient to floods, and never editing a message to what it is."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from telegram import (
    Bot,
    InlineQueryResult,
    InlineQueryResultsButton,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, RetryAfter, TelegramError

from handlers.chat.edits import Edits
from handlers.chat.screens import NO_PREVIEW, Keyboard, Screen, first_markup, markup
from handlers.chat.traffic import Traffic
from jobs.ids import ChatId, MessageId, Place
from jobs.nursery import Nursery

log = logging.getLogger(__name__)

T = TypeVar("T")


class Messenger:
    """Sends, edits and answers."""

    def __init__(self, bot: Bot, nursery: Nursery, traffic: Traffic) -> None:
        self.bot = bot
        self._traffic = traffic
        self._edits = Edits(bot, nursery, traffic)

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
        """See `Traffic.answer_with`."""
        return await self._traffic.answer_with(place, call, messages=messages)

    async def send_in_turn(
        self, place: Place, call: Callable[[], Awaitable[T]], *, messages: int = 1
    ) -> T:
        """See `Traffic.send_in_turn`."""
        return await self._traffic.send_in_turn(place, call, messages=messages)

    def flooded(self, chat_id: ChatId, flood: RetryAfter) -> float:
        """See `Traffic.flooded`."""
        return self._traffic.flooded(chat_id, flood)

    async def edit(
        self, chat_id: ChatId, message_id: MessageId, screen: Screen, *, optional: bool = False
    ) -> None:
        """See `Edits.edit`."""
        await self._edits.edit(chat_id, message_id, screen, optional=optional)

    async def edit_in_turn(self, place: Place, message_id: MessageId, screen: Screen) -> None:
        """See `Edits.edit_in_turn`."""
        await self._edits.edit_in_turn(place, message_id, screen)

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
            link_preview_options=NO_PREVIEW,
            reply_parameters=replying(reply_to),
        )
        message_id = MessageId(message.message_id)
        self._edits.remember(place.chat_id, message_id, screen)
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
        await self._traffic.wait(self._traffic.reserve(chat_id))
        try:
            await self.bot.edit_message_reply_markup(
                chat_id=chat_id, message_id=message_id, reply_markup=markup(keyboard)
            )
        except TelegramError as trouble:
            log.info("the keys of a message could not be changed: %r", trouble)
        else:
            self._edits.forget(chat_id, message_id)

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


def replying(message_id: MessageId | None) -> ReplyParameters | None:
    """A reply that is sent all the same when its message is gone."""
    if message_id is None:
        return None
    return ReplyParameters(message_id, allow_sending_without_reply=True)
