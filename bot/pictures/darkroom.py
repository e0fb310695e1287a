"""The darkroom: brings a person's picture to disk and makes it one that PixVerse takes.

Files are unlinked while they are open: when the process dies, nothing of a person's pictures is left.
"""

import asyncio
import logging
import tempfile
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bot.pictures.formats import BadPicture, Prepared, prepare
from bot.pictures.source import CHUNK, LARGEST_LOCAL, PictureSource
from jobs.errors import NotSent, Reason, Refused
from jobs.ids import FileId

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ReadyPicture:
    """A picture on disk, of a type that PixVerse takes; `size` in bytes."""

    content_type: str
    size: int
    file: IO[bytes]

    async def pieces(self) -> AsyncIterator[bytes]:
        """Its bytes, from the beginning."""
        await asyncio.to_thread(self.file.seek, 0)
        while piece := await asyncio.to_thread(self.file.read, CHUNK):
            yield piece


class Darkroom:
    """One per process: it has one thread for pixels, so that one picture at most is in memory."""

    def __init__(self, source: PictureSource, directory: Path) -> None:
        self._source = source
        self._directory = directory
        self._pixels = ThreadPoolExecutor(1, thread_name_prefix="darkroom")

    def close(self) -> None:
        """Let the thread end; pictures that are open stay readable until they are closed."""
        self._pixels.shutdown(wait=False)

    @asynccontextmanager
    async def develop(self, file_id: FileId) -> AsyncIterator[ReadyPicture]:
        """The picture, ready to be sent, for as long as the context lasts.

        Raises Refused(BAD_PICTURE), Refused(PICTURE_GONE), and NotSent for trouble on the way or on the disk.
        """
        try:
            with self._scratch() as original, self._scratch() as made:
                await self._fetch(file_id, original)
                ready = await self._prepare(original, made)
                yield ReadyPicture(ready.content_type, ready.size, ready.file)
        except OSError as error:
            raise NotSent(f"a picture could not be kept on disk: {error.strerror}") from error

    @contextmanager
    def _scratch(self) -> Iterator[IO[bytes]]:
        self._directory.mkdir(parents=True, exist_ok=True)
        file = tempfile.TemporaryFile(dir=self._directory)  # noqa: SIM115 (see _close)
        try:
            yield file
        finally:
            self._close(file)

    def _close(self, file: IO[bytes]) -> None:
        """After a cancellation the thread may still write: a file closed under its hands would let it
        write into whatever is opened next under the same number. So the thread itself closes it."""
        try:
            self._pixels.submit(file.close)
        except RuntimeError:  # the thread has ended
            file.close()

    async def _fetch(self, file_id: FileId, file: IO[bytes]) -> None:
        size, held = 0, bytearray()
        async with self._source.open(file_id) as pieces:
            async for piece in pieces:
                size += len(piece)
                if size > LARGEST_LOCAL:
                    raise Refused(Reason.BAD_PICTURE)
                held += piece
                if len(held) >= CHUNK:
                    await asyncio.to_thread(file.write, held)
                    held = bytearray()
        await asyncio.to_thread(file.write, held)

    async def _prepare(self, original: IO[bytes], made: IO[bytes]) -> Prepared:
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._pixels, prepare, original, made)
        except BadPicture as error:
            log.info("a picture was refused: %s", error)
            raise Refused(Reason.BAD_PICTURE) from error
