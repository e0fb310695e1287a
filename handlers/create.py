"""Writing a draft: words and pictures come in, the card's keys change it, *Generate* starts it."""

from telegram import Document, Message, Update
from telegram.constants import FileSizeLimit, MessageLimit
from telegram.ext import ConversationHandler

from handlers.addressed import words_of
from handlers.chat.buttons import (
    Choose,
    ChooseWay,
    DropDraft,
    DropEffect,
    DropPictures,
    DropSeed,
    Generate,
    GenerateTakes,
    NewDraft,
    OpenField,
    OpenWays,
    ShowCard,
    SwapPictures,
)
from handlers.chat.card import (
    RARE,
    card_screen,
    choices_screen,
    has_sound_screen,
    more_screen,
    sound_screen,
    ways_screen,
)
from handlers.chat.job_screens import status_screen
from handlers.chat.screens import Screen
from handlers.positions import Position
from handlers.recently import Recently
from handlers.turn import BELOW_PICTURES, Desk, Press, Turn, message_of, together
from jobs.capabilities import Field
from jobs.errors import PromptTooLong, TooManyPictures
from jobs.ids import DraftId, FileId, MessageId
from jobs.materials import Picture
from jobs.ports import Card, Clock
from jobs.service.drafting import AT_ONCE

END = ConversationHandler.END
MB = 1024 * 1024
LONGEST_WORD = 100  # apps cut between words: a cut message may be so much shorter than the limit
PICTURE_SUFFIXES = (
    ".jpg",
    ".jpeg",
    ".png",
    ".webp",
    ".heic",
    ".heif",
    ".bmp",
    ".tif",
    ".tiff",
    ".avif",
)


class Create:
    """The handlers of the dialogue that ends in a job."""

    def __init__(self, desk: Desk, clock: Clock, *, largest_file: int | None) -> None:
        self._desk = desk
        self._service = desk.service
        self._clock = clock
        self._largest_file = largest_file or FileSizeLimit.FILESIZE_DOWNLOAD
        self._overfull = Recently()
        self._cut = Recently(AT_ONCE)

    async def new(self, update: Update, turn: Turn) -> int:  # noqa: ARG002
        """/new: an empty draft."""
        await self._open_new(turn)
        return END

    async def new_pressed(self, press: Press, _: NewDraft) -> int:
        """*New video* under the greeting."""
        await together(press.answer(), self._open_new(press.turn))
        return END

    async def _open_new(self, turn: Turn) -> None:
        self._cut.forget(turn)
        card, replaced = await self._service.drafting.begin(turn.person.id, turn.place)
        await self._desk.close_card(turn, replaced, "card-replaced")
        await self._desk.show_card(turn, card)

    async def words(self, update: Update, turn: Turn) -> Position | int:
        """A text is the prompt."""
        message = message_of(update)
        message_id = MessageId(message.message_id)
        if self._cut.is_recent(turn, message.date):
            self._note_cut(turn, message)
            return END
        try:
            card = await self._service.drafting.write(
                turn.person.id,
                turn.place,
                words_of(message),
                message_id,
                sent_at=message.date,
                is_cut=fills_a_message(message),
            )
        except PromptTooLong:
            self._note_cut(turn, message)
            raise
        await self._desk.show_card(turn, card, after=message_id)
        return _position(card)

    def _note_cut(self, turn: Turn, message: Message) -> None:
        """Telegram's apps cut what is longer than a message. Where a piece is refused as too long, the
        rest must not become a prompt of its own."""
        if fills_a_message(message):
            self._cut.note(turn, message.date)

    async def edited(self, update: Update, turn: Turn) -> None:
        """An edit of the words behind the open draft goes into it; any other is too late."""
        message = message_of(update)
        message_id = MessageId(message.message_id)
        card = await self._service.drafting.rewrite(
            turn.person.id, turn.place, words_of(message), message_id
        )
        if card:
            await self._desk.show_card(turn, card)
        else:
            await self._desk.tell(turn, "edit-too-late")

    async def photo(self, update: Update, turn: Turn) -> Position | int | None:
        """A photo, alone or in an album; its caption is the prompt."""
        message = message_of(update)
        return await self._add(turn, message, FileId(message.photo[-1].file_id))

    async def about_photo(self, update: Update, turn: Turn) -> Position | int | None:
        """In a group, words for the bot in answer to somebody's photo: they are about that photo."""
        message = message_of(update)
        answered = message.reply_to_message
        assert answered is not None
        return await self._add(turn, message, FileId(answered.photo[-1].file_id))

    async def document(self, update: Update, turn: Turn) -> Position | int | None:
        """A picture sent as a file, in full quality; other files are refused with a word."""
        message = message_of(update)
        document = message.document
        assert document is not None
        if not is_picture(document):
            await self._desk.tell(turn, "file-no-picture")
        elif (document.file_size or 0) > self._largest_file:
            await self._too_big(turn, document)
        else:
            return await self._add(turn, message, FileId(document.file_id), as_file=True)
        return None

    async def _too_big(self, turn: Turn, document: Document) -> None:
        size = -(-(document.file_size or 0) // MB)
        await self._desk.tell(
            turn, "file-too-big", size=size, limit=self._largest_file // 1_000_000
        )

    async def _add(
        self, turn: Turn, message: Message, file_id: FileId, *, as_file: bool = False
    ) -> Position | int | None:
        message_id = MessageId(message.message_id)
        picture = Picture(
            file_id=file_id,
            message_id=message_id,
            album=message.media_group_id,
            as_file=as_file,
        )
        try:
            card = await self._service.arranging.add(
                turn.person.id, turn.place, picture, words_of(message)
            )
        except TooManyPictures:
            if self._told_already(turn, message):
                return None
            raise
        await self._desk.show_card(turn, card, after=message_id, near=BELOW_PICTURES)
        return _position(card)

    def _told_already(self, turn: Turn, message: Message) -> bool:
        """One word is enough for photos that come together, also where they are more than an album
        holds: Telegram's apps send eleven as an album of ten and one more."""
        return self._overfull.again(turn, message.date)

    # the card's keys

    async def open_field(self, press: Press, button: OpenField) -> None:
        """Show the choices of one option."""
        card = await self._service.drafting.card(button.draft, press.person_id)
        await press.show(choices_screen(card, button.field, press.texts))

    async def choose(self, press: Press, button: Choose) -> None:
        """Set one option, and stay on the screen that it was set on."""
        card = await self._service.drafting.choose(
            button.draft, press.person_id, button.field, button.value
        )
        screen = card_screen
        if button.field in RARE:
            screen = more_screen
        elif button.field is Field.SOUND and has_sound_screen(card):
            screen = sound_screen
        await press.show(screen(card, press.texts))

    async def show_card(self, press: Press, button: ShowCard) -> int:
        """Back to the card; what was asked is asked no more."""
        await self._show(press, await self._service.wording.close(button.draft, press.person_id))
        return END

    async def swap(self, press: Press, button: SwapPictures) -> None:
        """The pictures change places."""
        await self._show(press, await self._service.arranging.swap(button.draft, press.person_id))

    async def drop_pictures(self, press: Press, button: DropPictures) -> None:
        """Go on without the pictures."""
        await self._show(
            press, await self._service.arranging.drop_all(button.draft, press.person_id)
        )

    async def drop_effect(self, press: Press, button: DropEffect) -> None:
        """Go on without the effect."""
        await self._show(
            press, await self._service.drafting.drop_effect(button.draft, press.person_id)
        )

    async def choose_way(self, press: Press, button: ChooseWay) -> None:
        """What the pictures become."""
        card = await self._service.drafting.choose_way(button.draft, press.person_id, button.way)
        await self._show(press, card)

    async def open_ways(self, press: Press, button: OpenWays) -> None:
        """Show what the pictures could become."""
        card = await self._service.drafting.card(button.draft, press.person_id)
        await press.show(ways_screen(card, press.texts))

    async def _show(self, press: Press, card: Card) -> None:
        await press.show(card_screen(card, press.texts))

    async def drop(self, press: Press, button: DropDraft) -> int:
        """*Cancel*: the draft is gone."""
        await self._service.drafting.drop(button.draft, press.person_id)
        await press.show(Screen(press.texts.html("card-dropped")))
        return END

    async def drop_seed(self, press: Press, button: DropSeed) -> None:
        """Chance falls anew."""
        await self._show(
            press, await self._service.drafting.drop_seed(button.draft, press.person_id)
        )

    async def generate(self, press: Press, button: Generate) -> int:
        """*Generate*: the card becomes the job's status message."""
        return await self._generate(press, button.draft, takes=1, shown=button.credits)

    async def generate_takes(self, press: Press, button: GenerateTakes) -> int:
        """Several takes: the card becomes the first one's status, the others have their own."""
        return await self._generate(press, button.draft, takes=button.takes, shown=button.credits)

    async def _generate(self, press: Press, draft: DraftId, *, takes: int, shown: int) -> int:
        begun = await self._service.making.generate(
            draft, press.person_id, takes=takes, shown=shown
        )
        if isinstance(begun, Card):
            await press.show(card_screen(begun, press.texts), "toast-look-again")
        else:
            await press.show(status_screen(begun, self._clock.now(), press.texts), "toast-started")
        return END


def fills_a_message(message: Message) -> bool:
    """Whether there may have been more, which comes in a message of its own."""
    return len(message.text or "") > MessageLimit.MAX_TEXT_LENGTH - LONGEST_WORD


def _position(card: Card) -> Position | int:
    """Whoever was asked for a picture still is, or arranges them."""
    return Position.ASKED if card.asking else END


def is_picture(document: Document) -> bool:
    """Whether a file says that it is a still picture. What it really is, its bytes tell later."""
    mime = (document.mime_type or "").lower()
    name = (document.file_name or "").lower()
    if mime.startswith("image/"):
        return mime not in ("image/gif", "image/svg+xml")
    return name.endswith(PICTURE_SUFFIXES)
