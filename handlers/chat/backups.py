"""A backup on its way to the owner who asked for it: made now, sent as a document, kept nowhere."""

import logging
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import IO, Protocol

from telegram import InputFile
from telegram.constants import ParseMode

from handlers.chat.messenger import Messenger
from handlers.chat.results import MB, Limits
from handlers.chat.screens import Screen
from handlers.chat.shots import MEDIA_TIMEOUT
from handlers.chat.texts import Texts
from jobs.ids import MessageId, Place
from jobs.outbox import Receipt

log = logging.getLogger(__name__)

WORTH_MAKING = timedelta(hours=1)


class BackupFailed(Exception):
    """No copy could be made: the disk is full, say."""


@dataclass(frozen=True, slots=True)
class BackupFile:
    """What is sent; `size` in bytes."""

    name: str
    size: int
    file: IO[bytes]


class BackupFiles(Protocol):
    """Makes backups."""

    @property
    def encrypted(self) -> bool:
        """Whether nobody can read them without the key."""

    def make(self) -> AbstractAsyncContextManager[BackupFile]:
        """A copy of everything up to now, gone with the end of the context. Raises BackupFailed."""


class BackupSender:
    """Puts backups into the private chats of owners."""

    def __init__(self, messenger: Messenger, files: BackupFiles, limits: Limits) -> None:
        self._messenger = messenger
        self._files = files
        self._limits = limits

    @property
    def encrypted(self) -> bool:
        """Whether nobody can read them without the key."""
        return self._files.encrypted

    async def send(self, place: Place, asked_at: datetime, now: datetime, texts: Texts) -> Receipt:
        """Made when its turn has come, so that it holds everything up to then. What stood in the way is said
        in its place. Errors of Telegram are the caller's.

        A wish that is old was in a database that was restored, or waited for a bot that was down.
        """
        if now - asked_at > WORTH_MAKING:
            return await self._tell(place, texts, "backup-late")
        try:
            async with self._files.make() as made:
                if made.size > self._limits.by_upload:
                    size, most = made.size // MB + 1, self._limits.by_upload // MB
                    return await self._tell(place, texts, "backup-too-big", size=size, most=most)
                return await self._upload(place, made, texts)
        except BackupFailed:
            log.exception("no backup could be made")
            return await self._tell(place, texts, "backup-failed")

    async def _upload(self, place: Place, made: BackupFile, texts: Texts) -> Receipt:
        text_id = "backup-sealed" if self.encrypted else "backup-open"
        message = await self._messenger.bot.send_document(
            chat_id=place.chat_id,
            document=InputFile(made.file, filename=made.name, read_file_handle=False),
            caption=texts.html(text_id, file=made.name).markup,
            parse_mode=ParseMode.HTML,
            disable_content_type_detection=True,
            read_timeout=MEDIA_TIMEOUT,
            write_timeout=MEDIA_TIMEOUT,
        )
        return Receipt(MessageId(message.message_id))

    async def _tell(self, place: Place, texts: Texts, text_id: str, **facts: int) -> Receipt:
        screen = Screen(texts.html(text_id, **facts))
        return Receipt(await self._messenger.send_now(place, screen))
