"""The terms: read with /terms, accepted once before the first video, and then on with what was pressed."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from telegram import Update

from handlers.button_handler import ButtonHandler, press_of
from handlers.chat.buttons import AcceptTerms
from handlers.chat.buttons.codec import MAX_BYTES
from handlers.chat.terms_screens import ask_terms_screen, terms_screen
from handlers.turn import Desk, Press, Turn
from jobs.ids import MessageId

_INSIDE = "~"  # stands for the separator of a button that is carried in another one


class Consent:
    """The handlers around the terms."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._consent = desk.service.consent
        self._presses: tuple[ButtonHandler[Any], ...] = ()

    def goes_on_with(self, presses: Iterable[ButtonHandler[Any]]) -> None:
        """Who takes a press that had to wait for consent."""
        self._presses = tuple(presses)

    async def terms(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """/terms"""
        selling = await self._desk.service.shop.is_open()
        screen = terms_screen(self._consent.terms, turn.texts, selling=selling)
        await self._desk.say(turn, screen)

    async def ask(self, update: Update, turn: Turn) -> None:
        """Somebody wants a video and has not agreed yet: the terms, and a key to agree."""
        accept = AcceptTerms()
        if update.callback_query:
            press = press_of(self._desk, update, turn)
            accept = carrying(update.callback_query.data or "", press.message_id)
            await press.answer()
        await self._desk.say(turn, ask_terms_screen(self._consent.terms, accept, turn.texts))

    async def accept(self, press: Press, button: AcceptTerms) -> object:
        """*I agree*: written down, and what was pressed before happens now, as if it were pressed now."""
        await self._consent.accept(press.person_id)
        await self._desk.messenger.delete(press.turn.place.chat_id, press.message_id)
        data = button.then.replace(_INSIDE, "|")
        for handler in self._presses:
            waiting = handler.kind.unpack(data)
            if waiting:
                return await handler.run(replace(press, message_id=button.message), waiting)
        await press.answer("terms-accepted", alert=True)
        return None


def carrying(data: str, message_id: MessageId) -> AcceptTerms:
    """A key to agree that remembers what was pressed, and where; nothing where there is no room for it."""
    whole = AcceptTerms(message=message_id, then=data.replace("|", _INSIDE))
    length = len(f"{AcceptTerms.tag}|{message_id}|{data}".encode())
    return whole if _INSIDE not in data and length <= MAX_BYTES else AcceptTerms()
