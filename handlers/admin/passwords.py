"""A password that somebody was asked for: taken before everything else, passed on, kept nowhere.

The intake stores such a message without its words. So after a crash nothing is left to be handled again,
and they are asked once more.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import SecretStr
from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop

from handlers.admin.misplaced import ADD, CHANGE, command_of
from handlers.chat.buttons import AskPassword
from handlers.chat.html import Html, lines
from handlers.chat.pool_screens import logged_in_screen, password_screen
from handlers.chat.screens import Screen
from handlers.commands import ALL
from handlers.turn import Desk, Turn
from jobs.errors import CoreError, PasswordRefused
from jobs.ids import MessageId
from jobs.ports import PasswordQuestion
from jobs.roles import Right, may

ASKING = ("jobs", "repair")
CANCEL = "/cancel"
KNOWN = frozenset(f"/{name}" for name in ALL)


class Passwords:
    """Takes the answer to the question for a password."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._accounts = desk.service.admin.accounts

    async def check(self, update: Update, turn: Turn) -> None:
        """Raises ApplicationHandlerStop where the message was an answer, or might have been one.

        One that was edited may hold it as well as a new one: somebody mends a typing error.
        """
        message = update.message or update.edited_message
        if message is None or message.text is None or message.chat.type != ChatType.PRIVATE:
            return
        if not may(turn.person.role, Right.ACCOUNTS):
            return
        question = await self._accounts.question(turn.person.id)
        if question is None:
            return
        command = command_of(message.text)
        if command == CANCEL:
            await self._accounts.drop_question(turn.person.id)
            await self._desk.tell(turn, "password-dropped")
        elif command in KNOWN:
            return
        else:
            await self._take(message, message.text, question, turn)
        raise ApplicationHandlerStop

    async def _take(
        self, message: Message, text: str, question: PasswordQuestion, turn: Turn
    ) -> None:
        if not await self._desk.messenger.delete(turn.place.chat_id, MessageId(message.message_id)):
            await self._desk.tell(turn, "password-stays")
        if not question.is_open:
            await self._accounts.drop_question(turn.person.id)
            await self._desk.tell(turn, "password-late")
        elif not text:  # another process got it, and died
            await self._again(turn, question, "password-lost")
        else:
            await self._log_in(SecretStr(text), question, turn)

    async def _log_in(self, password: SecretStr, question: PasswordQuestion, turn: Turn) -> None:
        texts, chat_id = turn.texts, turn.place.chat_id
        spot = await self._desk.say(turn, Screen(texts.html("password-trying")))
        try:
            known = await self._accounts.answer(turn.person.id, password)
        except PasswordRefused:
            await self._desk.messenger.delete(chat_id, spot)
            await self._again(turn, question, "password-wrong")
        except CoreError:
            await self._desk.messenger.delete(chat_id, spot)
            await self._accounts.drop_question(turn.person.id)
            raise
        else:
            await self._desk.messenger.edit(chat_id, spot, logged_in_screen(known, texts))

    async def _again(self, turn: Turn, question: PasswordQuestion, text_id: str) -> None:
        await self._accounts.ask_for(turn.person.id, question.email, question.most)
        screen = password_screen(question.email, question.most, turn.texts)
        text = lines([turn.texts.html(text_id), Html(""), screen.text])
        await self._desk.say(turn, Screen(text, screen.keyboard))


def asks_for_password(update: Mapping[str, Any]) -> bool:
    """Whether what comes after this update may be a password: its words are kept from then on nowhere."""
    data = (update.get("callback_query") or {}).get("data")
    if isinstance(data, str):
        return AskPassword.unpack(data) is not None
    text = _text(update)
    command, words = command_of(text), text.lower().split()
    return command == ADD or (command == CHANGE and any(word in ASKING for word in words))


def _text(update: Mapping[str, Any]) -> str:
    text = (update.get("message") or update.get("edited_message") or {}).get("text")
    return text if isinstance(text, str) else ""
