"""What is heard in a video, what is not seen in it, and its seed: said in words of their own."""

from telegram import Update

from handlers.addressed import words_of
from handlers.chat.buttons import AskWords, ForgetWords, OpenMore, OpenSound
from handlers.chat.card import card_screen, more_screen, sound_screen
from handlers.turn import Desk, Press, Turn, message_of
from jobs.asking import Ask
from jobs.ids import MessageId
from jobs.ports import Card


class Sounds:
    """The handlers of the card's screens for sound and for what is rarely set."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._wording = desk.service.wording

    async def open_sound(self, press: Press, button: OpenSound) -> None:
        """Everything about the sound."""
        card = await self._wording.close(button.draft, press.person_id)
        await press.show(sound_screen(card, press.texts))

    async def open_more(self, press: Press, button: OpenMore) -> None:
        """What is rarely set."""
        card = await self._wording.close(button.draft, press.person_id)
        await press.show(more_screen(card, press.texts))

    async def ask(self, press: Press, button: AskWords) -> None:
        """The next words are the answer."""
        card = await self._wording.ask(button.draft, press.person_id, button.ask)
        await press.show(card_screen(card, press.texts))

    async def forget(self, press: Press, button: ForgetWords) -> None:
        """The answer is taken back."""
        card = await self._wording.forget(button.draft, press.person_id, button.ask)
        screen = more_screen if button.ask is Ask.NEGATIVE else sound_screen
        await press.show(screen(card, press.texts))

    async def described(self, update: Update, turn: Turn, _: str) -> None:
        """What should be heard."""
        words = words_of(message_of(update))
        card = await self._wording.describe_sound(turn.person.id, turn.place, words)
        return await self._done(update, turn, card)

    async def left_out(self, update: Update, turn: Turn, _: str) -> None:
        """What should not be seen."""
        words = words_of(message_of(update))
        card = await self._wording.leave_out(turn.person.id, turn.place, words)
        return await self._done(update, turn, card)

    async def seed_said(self, update: Update, turn: Turn, _: str) -> None:
        """The number that chance starts from."""
        words = words_of(message_of(update))
        card = await self._wording.choose_seed(turn.person.id, turn.place, words)
        return await self._done(update, turn, card)

    async def _done(self, update: Update, turn: Turn, card: Card) -> None:
        message_id = MessageId(message_of(update).message_id)
        await self._desk.show_card(turn, card, after=message_id)
