"""One update in a handler's hands: who wrote, where, in which language, and how to answer them."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

from telegram import Bot, Message, Update, User
from telegram.ext import CallbackContext

from handlers.chat.card import card_screen
from handlers.chat.errors import MessageGone
from handlers.chat.messenger import Messenger
from handlers.chat.screens import Screen
from handlers.chat.texts import Languages, Texts
from jobs.errors import NotHere
from jobs.ids import ChatId, MessageId, PersonId, Place, ThreadId, UpdateId, private_chat
from jobs.people import Person, Profile
from jobs.ports import Card
from jobs.roles import Right
from jobs.service import Service
from jobs.service.guard import check_right

CARD_IS_NEAR = 1  # message: a card further up is sent anew, below what was just said
BELOW_PICTURES = 0  # a picture fills half a screen: a card above it could hardly be seen


class Turn(CallbackContext[Bot, dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """PTB's context of one update, with the person who caused it. Set by the doorkeeper."""

    person: Person
    place: Place
    texts: Texts
    # In a group: the message that answers are sent to, and whose their keys are. Elsewhere nobody's.
    asked: MessageId | None = None
    owner: PersonId | None = None
    # Whether a message that may hold a password is away; None: this one holds none.
    removed: bool | None = None

    def happens(self, update: Update, place: Place, person_id: PersonId) -> None:
        """Where it is, and whom answers are for."""
        self.place = place
        if place.chat_id != private_chat(person_id).chat_id:
            self.asked, self.owner = asked_in(update), person_id

    def require(self, right: Right) -> None:
        """Raises NotAnAdmin, NotYourRole; and NotHere outside the private chat, where others would read."""
        check_right(self.person.role, right)
        if self.place.chat_id != private_chat(self.person.id).chat_id:
            raise NotHere


def profile_of(update: Update) -> Profile | None:
    """Who caused the update; None for updates without a person."""
    user = update.effective_user
    return None if user is None or user.is_bot else profile_of_user(user)


def profile_of_user(user: User) -> Profile:
    """What Telegram says about somebody."""
    return Profile(
        PersonId(user.id), user.first_name, user.username, user.language_code, user.last_name
    )


def place_of(update: Update) -> Place | None:
    """Where it happened."""
    chat, message = update.effective_chat, update.effective_message
    if chat is None:
        return None
    thread = None
    if isinstance(message, Message) and message.is_topic_message and message.message_thread_id:
        thread = ThreadId(message.message_thread_id)
    return Place(ChatId(chat.id), thread)


def asked_in(update: Update) -> MessageId | None:
    """What somebody said: the message itself, or for a pressed key the one that it is an answer to."""
    message: object = update.effective_message
    if isinstance(message, Message) and update.callback_query:
        message = message.reply_to_message
        if isinstance(message, Message) and message.forum_topic_created:
            return None  # in a topic, what answers nothing answers its beginning
    return MessageId(message.message_id) if isinstance(message, Message) else None


def message_of(update: Update) -> Message:
    """The message of an update that certainly has one."""
    message = update.effective_message
    assert isinstance(message, Message)
    return message


@dataclass(frozen=True, slots=True)
class Desk:
    """What every handler works with."""

    service: Service
    messenger: Messenger
    languages: Languages

    def link(self, payload: str) -> str:
        """An address that starts the bot with this in its hand."""
        return f"https://t.me/{self.messenger.bot.username}?start={payload}"

    async def say(self, turn: Turn, screen: Screen) -> MessageId:
        """Answer with a new message. In a group it is seen whom it answers, and its keys are theirs alone."""
        message_id = await self.messenger.send(turn.place, screen, reply_to=turn.asked)
        if turn.owner and screen.keyboard:
            await self.service.door.keep_message(turn.place.chat_id, message_id, turn.owner)
        return message_id

    async def tell(self, turn: Turn, text_id: str, **arguments: str | int) -> None:
        """Answer with one sentence."""
        await self.say(turn, Screen(turn.texts.html(text_id, **arguments)))

    async def show_card(
        self, turn: Turn, card: Card, after: MessageId | None = None, near: int = CARD_IS_NEAR
    ) -> None:
        """Show a draft: its card is edited where it is near message `after`, else sent anew below it."""
        old = card.message_id
        if old is None or (after is not None and after - old > near):
            await self.bring_card_down(turn, card)
            return
        try:
            await self.messenger.edit(turn.place.chat_id, old, card_screen(card, turn.texts))
        except MessageGone:
            await self.bring_card_down(turn, card)

    async def bring_card_down(self, turn: Turn, card: Card) -> None:
        """Show a draft at the bottom of the chat; its old card goes, so that there is one."""
        message_id = await self.say(turn, card_screen(card, turn.texts))
        await self.service.drafting.shown(card.id, message_id, turn.asked)
        if card.message_id is not None:
            await self.messenger.delete(turn.place.chat_id, card.message_id)

    async def close_card(self, turn: Turn, card: Card | None, text_id: str) -> None:
        """A draft is over: its card says why and loses its keys."""
        if card is None or card.message_id is None:
            return
        try:
            await self.messenger.edit(
                card.place.chat_id, card.message_id, Screen(turn.texts.html(text_id))
            )
        except MessageGone:
            return


@dataclass(slots=True)
class Press:
    """A pressed button: which message it is under, and how to answer it."""

    desk: Desk
    turn: Turn
    query_id: str
    update_id: UpdateId
    message_id: MessageId
    answered: bool = field(default=False)

    @property
    def texts(self) -> Texts:
        return self.turn.texts

    @property
    def person_id(self) -> PersonId:
        return self.turn.person.id

    async def answer(self, text_id: str | None = None, *, alert: bool = False) -> None:
        """Answer the press, once."""
        if not self.answered:
            self.answered = True
            text = self.texts.plain(text_id) if text_id else None
            await self.desk.messenger.answer(self.query_id, text, alert=alert)

    async def show(self, screen: Screen, text_id: str | None = None) -> None:
        """Answer the press and turn its message into this screen, both at once."""
        await together(self.answer(text_id), self._turn_into(screen))

    async def _turn_into(self, screen: Screen) -> None:
        try:
            await self.desk.messenger.edit(self.turn.place.chat_id, self.message_id, screen)
        except MessageGone:  # under a picture, or too old: then below it
            await self.desk.say(self.turn, screen)


async def together(*calls: Coroutine[Any, Any, object]) -> None:
    """Calls to Telegram that need not wait for one another."""
    await asyncio.gather(*calls)
