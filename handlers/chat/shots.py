"""One result in one chat: its caption and keys, and the call of Telegram for what it is."""

from dataclasses import dataclass
from typing import TypedDict

from telegram import InlineKeyboardMarkup, InputFile, Message, ReplyParameters
from telegram.constants import ParseMode

from handlers.chat.html import Html, lines
from handlers.chat.job_screens import choosing, result_caption, result_keys
from handlers.chat.messenger import Messenger, replying
from handlers.chat.screens import InlineWords, Keyboard, markup
from handlers.chat.texts import Texts
from jobs.capabilities import Mode
from jobs.ids import MessageId, Place
from jobs.lifecycle import FileKind, Job, Result
from jobs.service.inline import words_for

MEDIA_TIMEOUT = 300.0


@dataclass(frozen=True, slots=True)
class Shot:
    """One result for one chat."""

    job: Job
    result: Result
    place: Place
    texts: Texts
    below: Keyboard = ()
    ways: tuple[Mode, ...] = ()
    looked_at: bool = False  # by somebody whose it is not
    reply_to: MessageId | None = None

    @property
    def caption(self) -> Html:
        """What it is, and what a person may be asked about it."""
        told = choosing(self.job, () if self.looked_at else self.ways, self.texts)
        return lines([result_caption(self.job, self.texts), told])

    @property
    def kind(self) -> FileKind:
        """What it is before Telegram has seen it."""
        return FileKind.PHOTO if self.result.is_image else FileKind.VIDEO


class ShotSender:
    """Sends a file as a message of its kind."""

    def __init__(self, messenger: Messenger) -> None:
        self._messenger = messenger
        self._bot = messenger.bot

    async def send(
        self,
        shot: Shot,
        file: str | InputFile,
        cover: str | InputFile | None = None,
        *,
        kind: FileKind | None = None,
    ) -> Message:
        """By its id in Telegram, by its address, or as an upload. `kind` is what Telegram knows it as."""
        match kind or shot.kind:
            case FileKind.PHOTO:
                return await self._bot.send_photo(photo=file, **self._around(shot))
            case FileKind.DOCUMENT:
                return await self._bot.send_document(document=file, **self._around(shot))
            case FileKind.ANIMATION:
                return await self._bot.send_animation(animation=file, **self._around(shot))
            case FileKind.VIDEO:
                return await self._video(shot, file, cover)

    async def _video(
        self, shot: Shot, file: str | InputFile, cover: str | InputFile | None
    ) -> Message:
        result = shot.result
        return await self._bot.send_video(
            video=file,
            cover=cover,
            duration=result.seconds or None,
            width=result.width or None,
            height=result.height or None,
            supports_streaming=True,
            **self._around(shot),
        )

    def _around(self, shot: Shot) -> "_Around":
        return _Around(
            chat_id=shot.place.chat_id,
            message_thread_id=shot.place.thread_id,
            reply_parameters=replying(shot.reply_to),
            caption=shot.caption.markup,
            parse_mode=ParseMode.HTML,
            reply_markup=markup(self._keys(shot)),
            read_timeout=MEDIA_TIMEOUT,
            write_timeout=MEDIA_TIMEOUT,
        )

    def _keys(self, shot: Shot) -> Keyboard:
        """What can be done with it; shared it can be where the bot has inline mode."""
        if shot.looked_at:
            return shot.below
        share = InlineWords(words_for(shot.job.id)) if self._messenger.inline_mode else None
        return (*result_keys(shot.job, shot.texts, shot.ways, share), *shot.below)


class _Around(TypedDict):
    """What every kind of message has beside its file."""

    chat_id: int
    message_thread_id: int | None
    reply_parameters: ReplyParameters | None
    caption: str
    parse_mode: str
    reply_markup: InlineKeyboardMarkup | None
    read_timeout: float
    write_timeout: float
