"""A finished video on its way into the chat: by file_id, by URL, as an upload, or as a link in words.

Telegram takes 20 MB by URL (photos 5 MB) and 50 MB by upload (photos 10 MB); a local Bot API server
takes 2000 MB. Each way is tried only after the one before was certainly refused.
"""

import logging
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import BinaryIO

from telegram import InputFile
from telegram.error import BadRequest

from handlers.chat.found_parts import FoundParts, FoundPartsSender
from handlers.chat.job_screens import link_screen
from handlers.chat.messenger import Messenger, replying
from handlers.chat.receipts import receipt_of
from handlers.chat.result_files import ResultAway, ResultFiles, ResultGone, ResultTooBig
from handlers.chat.screens import Keyboard, Screen
from handlers.chat.shots import MEDIA_TIMEOUT, Shot, ShotSender
from handlers.chat.texts import Texts
from jobs.capabilities import Mode
from jobs.ids import MessageId, Place
from jobs.lifecycle import Job, Sent
from jobs.outbox import Receipt

log = logging.getLogger(__name__)

MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What the Bot API server takes, in bytes."""

    by_url: int = 20 * MB
    photo_by_url: int = 5 * MB
    by_upload: int = 50 * MB
    photo_by_upload: int = 10 * MB


LOCAL_SERVER = Limits(by_upload=2000 * MB)


class ResultSender:
    """Puts one result into a chat."""

    def __init__(self, messenger: Messenger, files: ResultFiles, limits: Limits) -> None:
        self._messenger = messenger
        self._bot = messenger.bot
        self._files = files
        self._parts = FoundPartsSender(messenger, files)
        self._shots = ShotSender(messenger)
        self._limits = limits

    async def send(
        self,
        job: Job,
        place: Place,
        texts: Texts,
        below: Keyboard = (),
        *,
        ways: tuple[Mode, ...] = (),
        reply_to: MessageId | None = None,
    ) -> Receipt:
        """The result of a finished job, with keys for the `ways` to work on it, and more keys `below` the
        usual ones. Errors of the last way tried are the caller's."""
        assert job.result is not None
        if job.result.parts:
            found = FoundParts(job, place, texts, below, reply_to)
            return await self._parts.send(found)
        return await self._bring(
            Shot(job, job.result, place, texts, below, ways, reply_to=reply_to)
        )

    async def let_look(self, job: Job, place: Place, texts: Texts, keys: Keyboard) -> Receipt:
        """A result for somebody whose it is not: with these keys, and no others."""
        assert job.result is not None
        return await self._bring(Shot(job, job.result, place, texts, keys, looked_at=True))

    async def _bring(self, shot: Shot) -> Receipt:
        job = shot.job
        if job.sent:
            try:
                return await self._by_id(shot, job.sent)
            except BadRequest as refusal:
                log.info("job %s: its file_id is no longer taken: %s", job.id, refusal)
        return await self._by_url(shot) or await self._by_upload(shot) or await self._as_link(shot)

    async def send_original(
        self, job: Job, place: Place, texts: Texts, *, reply_to: MessageId | None = None
    ) -> Receipt:
        """The provider's file as it is: Telegram does not pack documents again. Where the provider has
        forgotten it, a sentence says so. Raises ResultAway where it may come back."""
        assert job.result is not None
        shot = Shot(job, job.result, place, texts, reply_to=reply_to)
        if not shot.result.url:
            return await self._in_words(shot, "original-gone")
        try:
            async with self._files.fetch(shot.result.url, limit=self._limits.by_upload) as file:
                message = await self._bot.send_document(
                    chat_id=place.chat_id,
                    message_thread_id=place.thread_id,
                    reply_parameters=replying(reply_to),
                    document=_upload(shot, file),
                    disable_content_type_detection=True,
                    read_timeout=MEDIA_TIMEOUT,
                    write_timeout=MEDIA_TIMEOUT,
                )
        except ResultTooBig:
            return await self._as_link(shot)
        except ResultGone:
            return await self._in_words(shot, "original-gone")
        return Receipt(MessageId(message.message_id))

    async def _in_words(self, shot: Shot, text_id: str, **facts: str) -> Receipt:
        screen = Screen(shot.texts.html(text_id, **facts))
        return Receipt(await self._messenger.send_now(shot.place, screen, reply_to=shot.reply_to))

    async def _by_id(self, shot: Shot, sent: Sent) -> Receipt:
        return receipt_of(await self._shots.send(shot, sent.file_id, kind=sent.kind))

    async def _by_url(self, shot: Shot) -> Receipt | None:
        """No bytes through us. None where it is too big for this, or Telegram cannot fetch it."""
        if not self._files.is_public(shot.result.url):
            return None
        limit = self._limits.photo_by_url if shot.result.is_image else self._limits.by_url
        if (await self._files.size(shot.result.url) or 0) > limit:
            return None
        try:
            return receipt_of(await self._shots.send(shot, shot.result.url, shot.result.cover_url))
        except BadRequest as refusal:
            log.info("job %s: Telegram does not take its URL: %s", shot.job.id, refusal)
            return None

    async def _by_upload(self, shot: Shot) -> Receipt | None:
        """Streamed through our disk. None where it is too big, or Telegram refuses it."""
        limit = self._limits.photo_by_upload if shot.result.is_image else self._limits.by_upload
        try:
            async with AsyncExitStack() as files:
                file = await files.enter_async_context(
                    self._files.fetch(shot.result.url, limit=limit)
                )
                cover = await self._cover(shot, files)
                return receipt_of(await self._shots.send(shot, _upload(shot, file), cover))
        except ResultTooBig:
            log.info("job %s: its result is too big for Telegram", shot.job.id)
        except BadRequest as refusal:
            log.warning("job %s: Telegram does not take its file: %s", shot.job.id, refusal)
        return None

    async def _cover(self, shot: Shot, files: AsyncExitStack) -> InputFile | None:
        """The cover as an upload too; a video without one is better than none."""
        if shot.result.cover_url is None:
            return None
        try:
            fetching = self._files.fetch(shot.result.cover_url, limit=self._limits.photo_by_upload)
            cover = await files.enter_async_context(fetching)
        except (ResultTooBig, ResultAway) as trouble:
            log.info("job %s: its cover could not be fetched: %r", shot.job.id, trouble)
            return None
        return InputFile(cover, filename="cover.jpg", attach=True, read_file_handle=False)

    async def _as_link(self, shot: Shot) -> Receipt:
        if not self._files.is_public(shot.result.url):
            return await self._in_words(shot, "result-kept", job=str(shot.job.id))
        # Of a picture Telegram has to have the file, for something to be made of it.
        ways = () if shot.result.is_image else shot.ways
        screen = link_screen(shot.job, shot.result.url, shot.texts, ways)
        message_id = await self._messenger.send_now(shot.place, screen, reply_to=shot.reply_to)
        return Receipt(message_id)


def _upload(shot: Shot, file: BinaryIO) -> InputFile:
    ending = "jpg" if shot.result.is_image else "mp4"
    return InputFile(file, filename=f"{shot.job.id}.{ending}", read_file_handle=False)
