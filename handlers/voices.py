"""Voices that read words out: listed, heard, chosen; and the words that they are to say."""

from telegram import Update

from handlers.addressed import words_of
from handlers.chat.buttons import ChooseSpeaker, HearSpeaker, OpenSpeakers
from handlers.chat.card import card_screen, speakers_screen
from handlers.chat.samples import Samples
from handlers.turn import Desk, Press, Turn, message_of
from jobs.errors import NoSpeakers
from jobs.ids import MessageId


class Voices:
    """The handlers of the list of voices."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._service = desk.service.voices
        self._samples = Samples(desk.messenger, desk.service.voices)

    async def open(self, press: Press, button: OpenSpeakers) -> None:
        """A page of the voices, on the card. Raises NoSpeakers."""
        page = await self._service.page(button.page)
        if not page.total:
            raise NoSpeakers
        card = await self._desk.service.wording.close(button.draft, press.person_id)
        await press.show(speakers_screen(card, page, press.texts))

    async def hear(self, press: Press, button: HearSpeaker) -> None:
        """How a voice sounds, as a message of its own."""
        speaker = await self._service.speaker(button.speaker)
        if speaker.sample_url is None:
            await press.answer("toast-no-sample", alert=True)
            return
        await press.answer()
        if not await self._samples.play(speaker, press.turn.place, press.turn.asked):
            await self._desk.tell(press.turn, "voice-no-sample", name=speaker.name)

    async def choose(self, press: Press, button: ChooseSpeaker) -> None:
        """This voice says the words; where there are none yet, they are asked for."""
        card = await self._service.choose(button.draft, press.person_id, button.speaker)
        if card.draft.speech is None:
            card = await self._service.ask(button.draft, press.person_id, button.speaker)
        await press.show(card_screen(card, press.texts))

    async def said(self, update: Update, turn: Turn, speaker_id: str) -> None:
        """The words that the voice is to say."""
        message = message_of(update)
        message_id = MessageId(message.message_id)
        card = await self._service.say(
            turn.person.id, turn.place, words_of(message), message_id, speaker_id
        )
        await self._desk.show_card(turn, card, after=message_id)
