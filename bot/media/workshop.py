"""The workshop: brings what a person sent to disk, and makes it something that the provider takes.

Files are unlinked while they are open: when the process dies, nothing of what people sent is left.
"""

import asyncio
import logging
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import IO, TypeVar

from bot.media.faults import FileGone, FileTooLarge, MediaFault, Unreadable
from bot.media.pictures import prepare
from bot.media.ready import ReadyFile, ReadyPicture
from bot.media.source import FileSource
from bot.spool import TooManyBytes, spool
from jobs.errors import NotSent, Reason, Refused
from jobs.ids import FileId

log = logging.getLogger(__name__)

LARGEST_PICTURE = 200 * 1024 * 1024

Ready = TypeVar("Ready", bound=ReadyFile)

_PICTURE_REASONS: Mapping[type[MediaFault], Reason] = {
    FileGone: Reason.PICTURE_GONE,
    FileTooLarge: Reason.TOO_LARGE,
    Unreadable: Reason.BAD_PICTURE,
}


class Workshop:
    """One per process: it has one thread, so that one picture or film at most is in memory."""

    def __init__(self, source: FileSource, directory: Path) -> None:
        self._source = source
        self._directory = directory
        self._hands = ThreadPoolExecutor(1, thread_name_prefix="workshop")

    def close(self) -> None:
        """Let the thread end; files that are open stay readable until they are closed."""
        self._hands.shutdown(wait=False)

    @asynccontextmanager
    async def picture(self, file_id: FileId) -> AsyncIterator[ReadyPicture]:
        """The picture, ready to be sent, for as long as the context lasts.

        Raises Refused(BAD_PICTURE, PICTURE_GONE, TOO_LARGE), and NotSent for trouble on the way or
        on the disk.
        """
        with _refusing(_PICTURE_REASONS):
            async with self._made(file_id, LARGEST_PICTURE, prepare) as ready:
                yield ready

    @asynccontextmanager
    async def _made(
        self, file_id: FileId, largest: int, work: Callable[[IO[bytes], IO[bytes]], Ready]
    ) -> AsyncIterator[Ready]:
        try:
            with self._scratch() as original, self._scratch() as made:
                await self._fetch(file_id, original, largest)
                loop = asyncio.get_running_loop()
                yield await loop.run_in_executor(self._hands, work, original, made)
        except OSError as error:
            raise NotSent(f"a file could not be kept on disk: {error.strerror}") from error

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
            self._hands.submit(file.close)
        except RuntimeError:  # the thread has ended
            file.close()

    async def _fetch(self, file_id: FileId, file: IO[bytes], largest: int) -> None:
        try:
            async with self._source.open(file_id) as pieces:
                await spool(pieces, file, limit=largest)
        except TooManyBytes as error:
            raise FileTooLarge from error


@contextmanager
def _refusing(reasons: Mapping[type[MediaFault], Reason]) -> Iterator[None]:
    try:
        yield
    except MediaFault as fault:
        log.info("a file was refused: %r", fault)
        raise Refused(reasons[type(fault)]) from fault
