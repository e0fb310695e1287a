"""The workshop: brings what a person sent to disk, and makes it something that the provider takes.

FFmpeg's libraries come in with the first sound or video: a bot that only idles does not carry them.

Files are unlinked while they are open: when the process dies, nothing of what people sent is left.
"""

import asyncio
import logging
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import IO, TypeVar

from bot.media import pictures
from bot.media.faults import FileGone, FileTooLarge, MediaFault, TooLong, Unreadable
from bot.media.ready import ReadyFile, ReadyPicture, ReadySound, ReadyVideo
from bot.media.source import LARGEST_LOCAL, FileSource
from bot.media.stopping import Stop
from bot.media.terms import PictureTerms, SoundTerms, VideoTerms
from bot.spool import TooManyBytes, spool
from jobs.errors import NotSent, Reason, Refused
from jobs.ids import FileId

log = logging.getLogger(__name__)

_USUAL_PICTURES = PictureTerms()
LARGEST_PICTURE = 200 * 1024 * 1024

T = TypeVar("T")
Ready = TypeVar("Ready", bound=ReadyFile)
Work = Callable[[IO[bytes], IO[bytes], Stop], Ready]
Reasons = Mapping[type[MediaFault], Reason]

_PICTURE_REASONS: Reasons = {
    FileGone: Reason.PICTURE_GONE,
    FileTooLarge: Reason.TOO_LARGE,
    Unreadable: Reason.BAD_PICTURE,
}
_SOUND_REASONS: Reasons = {
    FileGone: Reason.FILE_GONE,
    FileTooLarge: Reason.TOO_LARGE,
    TooLong: Reason.TOO_LONG,
    Unreadable: Reason.BAD_SOUND,
}
_VIDEO_REASONS: Reasons = {**_SOUND_REASONS, Unreadable: Reason.BAD_VIDEO}


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
    async def picture(
        self, file_id: FileId, terms: PictureTerms = _USUAL_PICTURES
    ) -> AsyncIterator[ReadyPicture]:
        """The picture, ready to be sent, for as long as the context lasts.

        Raises Refused(BAD_PICTURE, PICTURE_GONE, TOO_LARGE), and NotSent for trouble on the way or
        on the disk.
        """

        def work(original: IO[bytes], made: IO[bytes], _: Stop) -> ReadyPicture:
            return pictures.prepare(original, made, terms)

        with _refusing(_PICTURE_REASONS):
            async with self._made(file_id, LARGEST_PICTURE, work) as ready:
                yield ready

    @asynccontextmanager
    async def sound(self, file_id: FileId, terms: SoundTerms) -> AsyncIterator[ReadySound]:
        """A voice note, a piece of music or the sound of a video, as a file that keeps to the terms.

        Raises Refused(BAD_SOUND, FILE_GONE, TOO_LARGE, TOO_LONG), NotSent.
        """

        def work(original: IO[bytes], made: IO[bytes], stop: Stop) -> ReadySound:
            from bot.media import memory, sounds

            try:
                return sounds.prepare(original, made, terms, stop)
            finally:
                memory.give_back()

        with _refusing(_SOUND_REASONS):
            async with self._made(file_id, LARGEST_LOCAL, work) as ready:
                yield ready

    @asynccontextmanager
    async def video(self, file_id: FileId, terms: VideoTerms) -> AsyncIterator[ReadyVideo]:
        """A video that keeps to the terms.

        Raises Refused(BAD_VIDEO, FILE_GONE, TOO_LARGE, TOO_LONG), NotSent.
        """

        def work(original: IO[bytes], made: IO[bytes], stop: Stop) -> ReadyVideo:
            from bot.media import memory, videos

            try:
                return videos.prepare(original, made, terms, stop)
            finally:
                memory.give_back()

        with _refusing(_VIDEO_REASONS):
            async with self._made(file_id, LARGEST_LOCAL, work) as ready:
                yield ready

    @asynccontextmanager
    async def grid(self, films: Sequence[IO[bytes]]) -> AsyncIterator[IO[bytes]]:
        """Two to four finished videos side by side in one. Raises MediaFault, OSError."""

        def work(stop: Stop) -> None:
            from bot.media import grid, memory

            try:
                grid.tile(films, made, stop)
            finally:
                memory.give_back()

        with self._scratch() as made:
            await self._by_hand(work)
            yield made

    @asynccontextmanager
    async def _made(self, file_id: FileId, largest: int, work: Work[Ready]) -> AsyncIterator[Ready]:
        try:
            with self._scratch() as original, self._scratch() as made:
                await self._fetch(file_id, original, largest)
                yield await self._by_hand(lambda stop: work(original, made, stop))
        except OSError as error:
            raise NotSent(f"a file could not be kept on disk: {error.strerror}") from error

    async def _by_hand(self, work: Callable[[Stop], T]) -> T:
        """On the thread. Whoever is cancelled while waiting tells it so: nobody else waits long."""
        stop = Stop()
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._hands, work, stop)
        finally:
            stop.set()

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
