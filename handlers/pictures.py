"""Arranging the pictures of a draft: a last frame, their order, the stretches between them, their names."""

from telegram import Update

from handlers.addressed import words_of
from handlers.chat.album import AlbumGone, picture_album, send_album
from handlers.chat.buttons import (
    AddLastFrame,
    AskSegment,
    HushSegment,
    MovePicture,
    NamePicture,
    OpenPicture,
    OpenPictures,
    OpenSegment,
    RemovePicture,
    ReplacePicture,
    SetSegment,
    ShowPictures,
)
from handlers.chat.card import card_screen, picture_screen, segment_screen, segments_of
from handlers.turn import Desk, Press, Turn, message_of
from jobs.drafts import number_of
from jobs.errors import NotAChoice
from jobs.ids import MessageId
from jobs.ports import Card


class Pictures:
    """The handlers of the pictures' own screens."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._arranging = desk.service.arranging
        self._wording = desk.service.wording

    async def open(self, press: Press, button: OpenPictures) -> None:
        """All of them, like a strip of film."""
        card = await self._arranging.open(button.draft, press.person_id)
        await press.show(card_screen(card, press.texts))

    async def open_picture(self, press: Press, button: OpenPicture) -> None:
        """What can be done with one."""
        card = await self._arranging.open(button.draft, press.person_id)
        await self._show_picture(press, card, button.picture)

    async def move(self, press: Press, button: MovePicture) -> None:
        """It goes one place on or back, and stays in hand."""
        card = await self._arranging.move(button.draft, press.person_id, button.picture, button.to)
        await self._show_picture(press, card, button.picture)

    async def _show_picture(self, press: Press, card: Card, picture: MessageId) -> None:
        number = number_of(card.draft, picture)
        if number is None:
            raise NotAChoice
        await press.show(picture_screen(card, picture, number, press.texts))

    async def replace(self, press: Press, button: ReplacePicture) -> None:
        """The next photo takes its place."""
        card = await self._arranging.ask_other(button.draft, press.person_id, button.picture)
        await press.show(card_screen(card, press.texts))

    async def remove(self, press: Press, button: RemovePicture) -> None:
        """One less."""
        card = await self._arranging.remove(button.draft, press.person_id, button.picture)
        await press.show(card_screen(card, press.texts))

    async def add_last_frame(self, press: Press, button: AddLastFrame) -> None:
        """The next photo is what the film ends with."""
        card = await self._arranging.ask_last_frame(button.draft, press.person_id)
        await press.show(card_screen(card, press.texts))

    async def show_all(self, press: Press, button: ShowPictures) -> None:
        """Which is which: the pictures once more, each with its number or name."""
        card = await self._desk.service.drafting.card(button.draft, press.person_id)
        shots = picture_album(card, press.texts)
        await press.answer()
        try:
            await send_album(self._desk.messenger, press.turn.place, shots, press.turn.asked)
        except AlbumGone:
            await self._desk.tell(press.turn, "pictures-lost")
        else:
            await self._desk.bring_card_down(press.turn, card)

    # stretches

    async def open_segment(self, press: Press, button: OpenSegment) -> None:
        """How long it lasts, and what happens in it."""
        card = await self._arranging.open(button.draft, press.person_id)
        await self._show_segment(press, card, button.number)

    async def set_segment(self, press: Press, button: SetSegment) -> None:
        """Its length."""
        card = await self._arranging.set_seconds(
            button.draft, press.person_id, button.number, button.seconds
        )
        await self._show_segment(press, card, button.number)

    async def hush_segment(self, press: Press, button: HushSegment) -> None:
        """No words of its own."""
        card = await self._arranging.hush_segment(button.draft, press.person_id, button.number)
        await self._show_segment(press, card, button.number)

    async def _show_segment(self, press: Press, card: Card, number: int) -> None:
        if not 0 <= number < len(segments_of(card)):
            raise NotAChoice
        await press.show(segment_screen(card, number, press.texts))

    async def ask_segment(self, press: Press, button: AskSegment) -> None:
        """The next words are for this stretch."""
        card = await self._arranging.ask_segment(button.draft, press.person_id, button.number)
        await press.show(card_screen(card, press.texts))

    async def segment_words(self, update: Update, turn: Turn, detail: str) -> None:
        """They are here; the strip is open again."""
        message = message_of(update)
        card = await self._arranging.say_segment(
            turn.person.id, turn.place, int(detail), words_of(message)
        )
        await self._desk.show_card(turn, card, after=MessageId(message.message_id))

    # names

    async def name(self, press: Press, button: NamePicture) -> None:
        """A picture's name is put behind the words; the sentence goes on."""
        card = await self._wording.name_picture(
            button.draft, press.person_id, button.number, button.length
        )
        await press.show(card_screen(card, press.texts))

    async def go_on(self, update: Update, turn: Turn, _: str) -> None:
        """How it goes on."""
        message = message_of(update)
        message_id = MessageId(message.message_id)
        card = await self._wording.go_on(turn.person.id, turn.place, words_of(message), message_id)
        await self._desk.show_card(turn, card, after=message_id)
