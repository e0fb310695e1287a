"""A password where it does not belong, behind a command: the message goes at once, whoever wrote it and where.

Nobody can see whether a word is a password. So whatever stands behind these commands and is none of what they
take counts as one. The intake keeps such a message with no more than its command, so after a crash it is
known for what it was: it goes then, and they are told then.
"""

import re
from collections.abc import Mapping

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop

from handlers.chat.html import lines
from handlers.chat.screens import Screen
from handlers.turn import Desk, Turn
from jobs.ids import ChatId, MessageId
from jobs.roles import Right, may

ADD, CHANGE = "/addaccount", "/account"
# What may follow them. A number of two digits is no password, a longer one may be.
HARMLESS: Mapping[str, re.Pattern[str]] = {
    ADD: re.compile(r"(\S+@\S+ )?\d{1,2}|"),
    CHANGE: re.compile(
        r"(#?\d{1,6}( (pause|resume|repair|remove( yes)?|jobs( \d{1,2})?))?)?", re.IGNORECASE
    ),
}
HOW = {ADD: "account-add-no-password", CHANGE: "account-no-password"}
LEFT = "…"  # in the place of the words; none of what the commands take


def command_of(words: str) -> str:
    """The command that a message begins with, without the bot's name; empty where it begins with none."""
    return _first(words).partition("@")[0].lower()


def may_hold_password(words: str) -> bool:
    """Whether there is a password in them, as far as anybody can tell."""
    harmless = HARMLESS.get(command_of(words))
    return harmless is not None and not harmless.fullmatch(" ".join(words.split()[1:]))


def without_password(words: str) -> str:
    """What may be kept of such words: that they were some."""
    return f"{command_of(words)} {LEFT}"


def _first(words: str) -> str:
    found = words.split(maxsplit=1)
    return found[0] if found and found[0].startswith("/") else ""


class Misplaced:
    """Takes the message away before it is asked who wrote it, and explains once that is known."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._accounts = desk.service.admin.accounts

    async def remove(self, update: Update, turn: Turn) -> None:
        """Also what somebody wrote who is banned, or where the bot says nothing."""
        message = update.message or update.edited_message
        if message and may_hold_password(_words(message)) and not _is_for_another(message):
            chat_id, message_id = ChatId(message.chat.id), MessageId(message.message_id)
            turn.removed = await self._desk.messenger.delete(chat_id, message_id)

    async def explain(self, update: Update, turn: Turn) -> None:
        """Raises ApplicationHandlerStop where such a message was there: nothing else is done with it."""
        message = update.message or update.edited_message
        if message is None or turn.removed is None:
            return
        texts = turn.texts
        parts = [texts.html("password-removed" if turn.removed else "password-stays")]
        if may(turn.person.role, Right.ACCOUNTS):
            await self._accounts.drop_question(turn.person.id)
            parts.append(texts.html(HOW[command_of(_words(message))]))
        await self._desk.say(turn, Screen(lines(parts)))
        raise ApplicationHandlerStop


def _words(message: Message) -> str:
    return message.text or message.caption or ""


def _is_for_another(message: Message) -> bool:
    """In a group there are other bots, and theirs may have a command of that name."""
    name = _first(_words(message)).partition("@")[2].lower()
    in_group = message.chat.type != ChatType.PRIVATE
    return bool(name) and in_group and name != str(message.get_bot().username).lower()
