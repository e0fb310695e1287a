"""Messages of those with a role that answer a page of the panel: tried before everything else.

The errand is a row, so it survives a restart. It is over once its message came, with the next press or
command, and by itself after a while: a prompt must not become a letter to somebody.
"""

from collections.abc import Awaitable, Callable, Mapping

from telegram import Update
from telegram.ext import ApplicationHandlerStop

from handlers.chat.html import Html
from handlers.chat.screens import Screen
from handlers.door import in_group
from handlers.turn import Desk, Turn
from jobs.admin.errands import Errand, OpenErrand
from jobs.roles import Right, may

Answer = Callable[[Update, Turn, str], Awaitable[bool]]
CANCEL = "/cancel"


class Errands:
    """Hands a message to whatever asked for it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._errands = desk.service.admin.errands
        self._answers: Mapping[Errand, Answer] = {}

    def answered_by(self, answers: Mapping[Errand, Answer]) -> None:
        """Who takes the answer to which errand; it returns whether the errand is over."""
        self._answers = answers

    async def check(self, update: Update, turn: Turn) -> None:
        """Raises ApplicationHandlerStop where the message was an answer."""
        if update.effective_chat is None or in_group(update) or update.my_chat_member:
            return
        if not may(turn.person.role, Right.SEE):
            return
        if update.message and update.message.users_shared:
            await self._errands.end(turn.person.id)
            await self._answers[Errand.FIND_PERSON](update, turn, "")
            raise ApplicationHandlerStop
        errand = await self._errands.open(turn.person.id)
        if errand is None or update.edited_message:
            return
        if update.message is None or (update.message.text or "").startswith("/"):
            await self._leave(update, turn, errand)
        else:
            await self._answer(update, turn, errand)

    async def _answer(self, update: Update, turn: Turn, errand: OpenErrand) -> None:
        assert update.message
        if update.message.text == turn.texts.plain("key-never-mind"):
            await self._forget(turn, errand)
            raise ApplicationHandlerStop
        if errand.errand is Errand.LETTER_GOES_ON and not _of_album(update, errand):
            await self._errands.end(turn.person.id)
            return
        if await self._answers[errand.errand](update, turn, errand.detail):
            await self._errands.end(turn.person.id)
        raise ApplicationHandlerStop

    async def _leave(self, update: Update, turn: Turn, errand: OpenErrand) -> None:
        """Something else was pressed or typed: what was asked is forgotten."""
        if update.message and (update.message.text or "").split()[0] == CANCEL:
            await self._forget(turn, errand)
            raise ApplicationHandlerStop
        await self._errands.end(turn.person.id)
        if errand.errand is Errand.FIND_PERSON:
            await self._desk.say(turn, picker_away(turn.texts.html("errand-forgotten")))

    async def _forget(self, turn: Turn, errand: OpenErrand) -> None:
        await self._errands.end(turn.person.id)
        text = turn.texts.html("errand-forgotten")
        picking = errand.errand is Errand.FIND_PERSON
        await self._desk.say(turn, picker_away(text) if picking else Screen(text))


def picker_away(text: Html) -> Screen:
    """A message with which the keyboard for choosing somebody goes away."""
    return Screen(text, takes_keyboard_away=True)


def _of_album(update: Update, errand: OpenErrand) -> bool:
    """Whether a message belongs to the album that the errand's letter began with."""
    _, _, album = errand.detail.partition(":")
    return update.message is not None and update.message.media_group_id == album
