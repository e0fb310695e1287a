"""Who and what was found in a video: shown with numbers, and a key for each to swap it."""

import asyncio
import logging
from contextlib import AsyncExitStack
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from telegram import InputFile
from telegram.constants import ParseMode
from telegram.error import BadRequest

from handlers.chat.buttons import SwapPart
from handlers.chat.messenger import Messenger, replying
from handlers.chat.part_names import part_names
from handlers.chat.parts_picture import NoPicture, draw_parts
from handlers.chat.receipts import receipt_of
from handlers.chat.result_files import ResultAway, ResultFiles, ResultTooBig
from handlers.chat.screens import Key, Keyboard, Screen, markup, rows
from handlers.chat.texts import Texts
from jobs.ids import FileId, MessageId, Place
from jobs.lifecycle import Job
from jobs.outbox import Receipt

log = logging.getLogger(__name__)

LARGEST = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class FoundParts:
    """What a job found, for one chat; with more keys `below` those for the parts."""

    job: Job
    place: Place
    texts: Texts
    below: Keyboard = ()
    reply_to: MessageId | None = None

    @property
    def keys(self) -> Keyboard:
        """One for each, with the number that it has in the picture."""
        assert self.job.result
        names = part_names(self.job.result.parts, self.texts)
        keys = [
            Key(f"{number + 1} · {name}", SwapPart(job=self.job.id, number=number))
            for number, name in enumerate(names)
        ]
        return (*rows(keys, 2), *self.below)


class FoundPartsSender:
    """Puts them into a chat; where their pictures cannot be had, their names alone."""

    def __init__(self, messenger: Messenger, files: ResultFiles) -> None:
        self._messenger = messenger
        self._files = files

    async def send(self, found: FoundParts) -> Receipt:
        """Errors of Telegram are the caller's."""
        job = found.job
        if job.sent:
            try:
                return await self._photo(found, job.sent.file_id)
            except BadRequest as refusal:
                log.info("job %s: its file_id is no longer taken: %s", job.id, refusal)
        picture = await self._picture(job)
        if picture:
            return await self._photo(found, InputFile(picture, "parts.jpg"))
        screen = Screen(found.texts.html("parts-found"), found.keys)
        sending = self._messenger.send_now(found.place, screen, reply_to=found.reply_to)
        return Receipt(await sending)

    async def _photo(self, found: FoundParts, photo: FileId | InputFile) -> Receipt:
        message = await self._messenger.bot.send_photo(
            chat_id=found.place.chat_id,
            message_thread_id=found.place.thread_id,
            reply_parameters=replying(found.reply_to),
            photo=photo,
            caption=found.texts.html("parts-found").markup,
            parse_mode=ParseMode.HTML,
            reply_markup=markup(found.keys),
        )
        return receipt_of(message)

    async def _picture(self, job: Job) -> bytes | None:
        assert job.result
        try:
            async with AsyncExitStack() as files:
                frame = await self._fetched(job.result.url, files)
                masks = [
                    await self._fetched(part.mask_url, files) if part.mask_url else None
                    for part in job.result.parts
                ]
                return await asyncio.to_thread(draw_parts, frame, masks)
        except (ResultAway, ResultTooBig, NoPicture) as trouble:
            log.info("job %s: what was found cannot be shown: %r", job.id, trouble)
            return None

    async def _fetched(self, url: str, files: AsyncExitStack) -> BinaryIO:
        if not url:
            raise NoPicture
        file = await files.enter_async_context(self._files.fetch(url, limit=LARGEST))
        return BytesIO(file.read())
