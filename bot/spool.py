"""Bytes on their way through the disk: in small pieces, off the event loop, up to a limit."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator
from typing import IO

CHUNK = 256 * 1024
"""Bytes. Fifty files on their way at once hold a few of these each, and never a whole file."""


class TooManyBytes(Exception):
    """There is more to come than the limit allows."""


async def spool(pieces: AsyncIterable[bytes], file: IO[bytes], *, limit: int) -> None:
    """Write to the file what comes. Raises TooManyBytes, OSError, and what `pieces` raises."""
    size, held = 0, bytearray()
    async for piece in pieces:
        size += len(piece)
        if size > limit:
            raise TooManyBytes
        held += piece
        if len(held) >= CHUNK:
            await asyncio.to_thread(file.write, held)
            held = bytearray()
    await asyncio.to_thread(file.write, held)


async def pieces_of(file: IO[bytes]) -> AsyncIterator[bytes]:
    """The file's bytes, from the beginning."""
    await asyncio.to_thread(file.seek, 0)
    while piece := await asyncio.to_thread(file.read, CHUNK):
        yield piece
