"""Pictures come in, as photos, albums or files; a caption is the prompt."""

from telegram import Document, Message, Update
from telegram.constants import FileSizeLimit

from handlers.addressed import words_of
from handlers.footage import picture_in
from handlers.recently import Recently
from handlers.turn import BELOW_PICTURES, Desk, Turn, message_of
from jobs.errors import NotOffered, TooManyPictures
from jobs.ids import MessageId

MB = 1024 * 1024


class Photos:
    """The handlers of pictures that somebody sends."""

    def __init__(self, desk: Desk, *, largest_file: int | None) -> None:
        self._desk = desk
        self._arranging = desk.service.arranging
        self._largest_file = largest_file or FileSizeLimit.FILESIZE_DOWNLOAD
        self._overfull = Recently()

    async def photo(self, update: Update, turn: Turn) -> None:
        """A photo, alone or in an album; its caption is the prompt."""
        message = message_of(update)
        await self._add(turn, message, message)

    async def about_picture(self, update: Update, turn: Turn) -> None:
        """In a group, words for the bot in answer to somebody's picture: they are about that one."""
        message = message_of(update)
        answered = message.reply_to_message
        assert answered is not None
        await self._add(turn, message, answered)

    async def document(self, update: Update, turn: Turn) -> None:
        """A picture sent as a file, in full quality; other files are refused with a word."""
        message = message_of(update)
        if picture_in(message):
            await self._add(turn, message, message)
        else:
            await self._desk.tell(turn, "file-no-picture")

    async def _too_big(self, turn: Turn, document: Document) -> None:
        size = -(-(document.file_size or 0) // MB)
        await self._desk.tell(
            turn, "file-too-big", size=size, limit=self._largest_file // 1_000_000
        )

    async def _add(self, turn: Turn, message: Message, source: Message) -> None:
        """The picture of one message, wished for in another or the same."""
        picture, document = picture_in(source), source.document
        assert picture is not None
        if document and (document.file_size or 0) > self._largest_file:
            await self._too_big(turn, document)
            return
        message_id = MessageId(message.message_id)
        wished = picture.model_copy(update={"message_id": message_id})
        try:
            card = await self._arranging.add(turn.person.id, turn.place, wished, words_of(message))
        except (NotOffered, TooManyPictures):
            if self._told_already(turn, message):
                return
            raise
        await self._desk.show_card(turn, card, after=message_id, near=BELOW_PICTURES)

    def _told_already(self, turn: Turn, message: Message) -> bool:
        """One word is enough for photos that come together, also where they are more than an album
        holds: Telegram's apps send eleven as an album of ten and one more."""
        return self._overfull.again(turn, message.date)
