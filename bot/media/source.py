"""People's files, as Telegram keeps them: looked up by file id and read in small pieces.

The address of a file at Telegram contains the bot's token. It is made here, used here, and never part
of an error: what a library says about a failed download is reduced to the kind of the failure.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AbstractAsyncContextManager, aclosing, asynccontextmanager
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

import aiohttp
from telegram import Bot, File
from telegram.error import BadRequest, TelegramError

from bot.media.faults import FileGone, FileTooLarge
from bot.spool import CHUNK
from bot.telegram_request import READ_SECONDS
from jobs.errors import NotSent
from jobs.ids import FileId

log = logging.getLogger(__name__)

LARGEST_FROM_TELEGRAM = 20 * 1024 * 1024
"""What a bot may download from Telegram, unless it has a Bot API server of its own."""

LARGEST_LOCAL = 2000 * 1024 * 1024
"""What a Bot API server of one's own gives out."""

_TIMEOUT = aiohttp.ClientTimeout(total=600, sock_connect=15, sock_read=60)
# A server of one's own answers only when it has the whole file itself.
_LOCAL_LOOK_UP_SECONDS = 600


class FileSource(Protocol):
    """Where the files of a job come from."""

    def open(self, file_id: FileId) -> AbstractAsyncContextManager[AsyncIterator[bytes]]:
        """The file's bytes, piece by piece, from the context manager's value.

        Raises FileGone, FileTooLarge, NotSent.
        """


class TelegramFiles:
    """Reads files from Telegram; with `local_mode` from the disk shared with a Bot API server of ours."""

    def __init__(self, bot: Bot, session: aiohttp.ClientSession, *, local_mode: bool) -> None:
        self._bot = bot
        self._session = session
        self._local_mode = local_mode
        self._largest = LARGEST_LOCAL if local_mode else LARGEST_FROM_TELEGRAM

    @asynccontextmanager
    async def open(self, file_id: FileId) -> AsyncIterator[AsyncIterator[bytes]]:
        """See `FileSource.open`."""
        path = await self._look_up(file_id)
        if self._local_mode and path.startswith("/"):
            async with aclosing(_from_disk(Path(path))) as pieces:
                yield pieces
            return
        response = await self._request(path)
        try:
            yield _from(response)
        finally:
            response.release()

    async def _look_up(self, file_id: FileId) -> str:
        """Where the file is: a path at the Bot API server, or with `local_mode` on our own disk."""
        file = await self._get_file(file_id)
        if (file.file_size or 0) > self._largest:
            raise FileTooLarge
        if not file.file_path:
            raise FileGone
        return file.file_path.removeprefix(f"{self._bot.base_file_url}/")

    async def _get_file(self, file_id: FileId) -> File:
        seconds = _LOCAL_LOOK_UP_SECONDS if self._local_mode else READ_SECONDS
        fault: Exception
        try:
            return await self._bot.get_file(file_id, read_timeout=seconds)
        except BadRequest as error:
            fault = FileTooLarge() if "too big" in error.message.lower() else FileGone()
        except TelegramError as error:
            fault = NotSent(f"Telegram did not say where the file is: {type(error).__name__}")
        raise fault

    async def _request(self, path: str) -> aiohttp.ClientResponse:
        fault: Exception
        try:
            response = await self._session.get(
                f"{self._bot.base_file_url}/{quote(path)}", timeout=_TIMEOUT, allow_redirects=False
            )
        except (aiohttp.ClientError, OSError, ValueError) as error:
            fault = NotSent(f"Telegram did not send the file: {type(error).__name__}")
        else:
            if response.status == 200:
                return response
            response.release()
            gone = response.status in {400, 404, 410}
            fault = FileGone() if gone else _odd_status(response.status)
        # Raised out here: the library's own error holds the address, and so the token.
        raise fault


def _odd_status(status: int) -> NotSent:
    return NotSent(f"Telegram answered {status} instead of the file")


async def _from(response: aiohttp.ClientResponse) -> AsyncIterator[bytes]:
    try:
        async for piece in response.content.iter_chunked(CHUNK):
            yield piece
    except (aiohttp.ClientError, OSError) as error:
        kind = type(error).__name__
    else:
        return
    raise NotSent(f"Telegram stopped in the middle of the file: {kind}")


async def _from_disk(path: Path) -> AsyncGenerator[bytes, None]:
    try:
        file = await asyncio.to_thread(path.open, "rb")
    except FileNotFoundError as error:
        log.warning("the Bot API server names a file that is not on this machine's disk")
        raise FileGone from error
    with file:
        while piece := await asyncio.to_thread(file.read, CHUNK):
            yield piece
