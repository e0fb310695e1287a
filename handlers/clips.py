"""Videos and voices come in, alone or in answer to a video; the keys that say what to do with them."""

from telegram import Message, Update
from telegram.constants import FileSizeLimit

from handlers.addressed import words_of
from handlers.chat.buttons import (
    ChooseClipMode,
    DropVoice,
    FollowUpOn,
    LetSpeak,
    OpenClipModes,
    SwapPart,
    WorkOn,
)
from handlers.chat.card import card_screen, clip_modes_screen
from handlers.footage import clip_in, size_of, sound_of_clip, voice_in
from handlers.recently import Recently
from handlers.turn import BELOW_PICTURES, Desk, Press, Turn, message_of, together
from jobs.capabilities import CLIP_MODES, PICTURE_MODES, Mode
from jobs.drafts import ClipDraft
from jobs.ids import MessageId
from jobs.ports import Card
from jobs.service import Footage

MB = 1_000_000


class Clips:
    """The handlers of everything that is done with a video."""

    def __init__(self, desk: Desk, *, largest_file: int | None) -> None:
        self._desk = desk
        self._service = desk.service.clips
        self._largest_file = largest_file or FileSizeLimit.FILESIZE_DOWNLOAD
        self._one_only = Recently()

    async def video(self, update: Update, turn: Turn) -> None:
        """A video of somebody's own: what to do with it is asked once."""
        message = message_of(update)
        clip = clip_in(message)
        assert clip is not None
        if not await self._offers(turn, CLIP_MODES, "clip-unsupported"):
            return
        if await self._is_too_big(turn, message):
            return
        card = await self._service.add(turn.person.id, turn.place, clip, words_of(message))
        if _is_about(card, message):
            await self._desk.show_card(turn, card, after=clip.message_id, near=BELOW_PICTURES)
        elif not self._one_only.again(turn, message.date):
            await self._desk.tell(turn, "clip-one-only")

    async def sound(self, update: Update, turn: Turn) -> None:
        """A voice: it goes into the video of the open draft, or waits for one."""
        message = message_of(update)
        await self._sound(turn, message, message)

    async def about_sound(self, update: Update, turn: Turn) -> None:
        """In a group, words for the bot in answer to somebody's voice: that one is meant."""
        message = message_of(update)
        answered = message.reply_to_message
        assert answered is not None
        await self._sound(turn, message, answered)

    async def _sound(self, turn: Turn, message: Message, source: Message) -> None:
        voice, message_id = voice_in(source), MessageId(message.message_id)
        assert voice is not None
        if not await self._offers(turn, (Mode.LIPSYNC,), "voice-unsupported"):
            return
        if await self._is_too_big(turn, source):
            return
        wished = voice.model_copy(update={"message_id": message_id})
        card = await self._service.add_voice(turn.person.id, turn.place, wished)
        await self._desk.show_card(turn, card, after=message_id)

    async def replied(self, update: Update, turn: Turn) -> None:
        """Words, a voice or a video in answer to a video: that one goes on, changes, or speaks."""
        message = message_of(update)
        if not await self._offers(turn, CLIP_MODES, "clip-unsupported"):
            return
        footage = await self._answered(turn, message)
        if footage is None or await self._is_too_big(turn, message):
            return
        voice, person_id = voice_in(message) or sound_of_clip(message), turn.person.id
        message_id = MessageId(message.message_id)
        if voice:
            card, replaced = await self._service.speak(person_id, turn.place, footage, voice)
        else:
            card, replaced = await self._service.reply(
                person_id, turn.place, footage, words_of(message), message_id
            )
        await self._desk.close_card(turn, replaced, "card-replaced")
        await self._desk.show_card(turn, card, after=message_id)

    async def _answered(self, turn: Turn, message: Message) -> Footage | None:
        """The video that a message answers: one of ours, or else the file as Telegram has it. None: it
        is too big for us, and the person was told."""
        answered = message.reply_to_message
        assert answered is not None
        message_id = MessageId(answered.message_id)
        footage = await self._service.behind(turn.place.chat_id, message_id)
        if footage:
            return footage
        clip = clip_in(answered)
        assert clip is not None
        return None if await self._is_too_big(turn, answered) else Footage(clip)

    async def _offers(self, turn: Turn, modes: tuple[Mode, ...], otherwise: str) -> bool:
        offer = await self._desk.service.offer(turn.person.id)
        offered = any(offer.has(mode) for mode in modes)
        if not offered:
            await self._desk.tell(turn, otherwise)
        return offered

    async def _is_too_big(self, turn: Turn, message: Message) -> bool:
        """Said at once, by what Telegram tells of the file."""
        size = size_of(message)
        if size <= self._largest_file:
            return False
        size, limit = -(-size // MB), self._largest_file // MB
        await self._desk.tell(turn, "clip-too-big", size=size, limit=limit)
        return True

    # keys

    async def work_on(self, press: Press, button: WorkOn) -> None:
        """A key under a result: a card with that video, or picture, below it."""
        person, place, job, mode = press.person_id, press.turn.place, button.job, button.mode
        if mode in PICTURE_MODES:
            go_on = self._desk.service.arranging.go_on_from(
                person, place, job, press.message_id, mode
            )
        else:
            go_on = self._service.work_on(person, place, job, mode)
        card, replaced = await go_on
        await self._desk.close_card(press.turn, replaced, "card-replaced")
        await together(press.answer(), self._desk.bring_card_down(press.turn, card))

    async def follow_up(self, press: Press, button: FollowUpOn) -> None:
        """A key of what the provider offers under a result: a card that says what it costs."""
        card, replaced = await self._service.follow_up(
            press.person_id, press.turn.place, button.job, button.name
        )
        await self._desk.close_card(press.turn, replaced, "card-replaced")
        await together(press.answer(), self._desk.bring_card_down(press.turn, card))

    async def swap_part(self, press: Press, button: SwapPart) -> None:
        """A key under what was found in a video: a card for the swap below it."""
        card, replaced = await self._service.swap(
            press.person_id, press.turn.place, button.job, button.number
        )
        await self._desk.close_card(press.turn, replaced, "card-replaced")
        await together(press.answer(), self._desk.bring_card_down(press.turn, card))

    async def open_modes(self, press: Press, button: OpenClipModes) -> None:
        """Show what could be done with the video."""
        card = await self._desk.service.drafting.card(button.draft, press.person_id)
        await press.show(clip_modes_screen(card, press.texts))

    async def choose_mode(self, press: Press, button: ChooseClipMode) -> None:
        """What is done with it."""
        card = await self._service.choose(button.draft, press.person_id, button.mode)
        await press.show(card_screen(card, press.texts))

    async def let_speak(self, press: Press, button: LetSpeak) -> None:
        """The waiting voice goes into a video."""
        card = await self._service.let_speak(button.draft, press.person_id, button.job)
        await press.show(card_screen(card, press.texts))

    async def drop_voice(self, press: Press, button: DropVoice) -> None:
        """Nothing is said yet."""
        card = await self._service.drop_voice(button.draft, press.person_id)
        await press.show(card_screen(card, press.texts))


def _is_about(card: Card, message: Message) -> bool:
    """Whether the draft works on this message's video; of an album, it works on the first."""
    draft = card.draft
    return isinstance(draft, ClipDraft) and draft.clip.file_id == getattr(
        clip_in(message), "file_id", None
    )
