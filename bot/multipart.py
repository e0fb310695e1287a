"""A form with files on its way to Telegram: streamed from file handles, its length known before."""

import asyncio
import os
import secrets
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

from aiohttp.abc import AbstractStreamWriter
from aiohttp.payload import Payload

CHUNK = 256 * 1024

File = tuple[str, bytes | IO[bytes], str]
"""A file's name, its content and its media type."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One field: its head, then its content from `start` on, `length` bytes of it."""

    head: bytes
    content: bytes | IO[bytes]
    start: int
    length: int

    async def chunks(self) -> AsyncIterator[bytes]:
        if isinstance(self.content, bytes):
            yield self.content
            return
        # A repeat of the same request starts again from where the handle stood at first.
        self.content.seek(self.start)
        left = self.length
        while left:
            chunk = await asyncio.to_thread(self.content.read, min(left, CHUNK))
            if not chunk:
                raise OSError("the file became shorter while it was sent")
            left -= len(chunk)
            yield chunk


class MultipartForm(Payload):
    """The body of one request. Each write to the connection may take `write_timeout` seconds."""

    def __init__(
        self, fields: Mapping[str, str], files: Mapping[str, File], *, write_timeout: float | None
    ) -> None:
        boundary = secrets.token_hex(16)
        self._parts = [_text(boundary, name, value) for name, value in fields.items()]
        self._parts += [_file(boundary, name, file) for name, file in files.items()]
        self._tail = f"--{boundary}--\r\n".encode()
        self._write_timeout = write_timeout
        super().__init__(self._parts, content_type=f"multipart/form-data; boundary={boundary}")
        parts = sum(len(part.head) + part.length + 2 for part in self._parts)
        self._size = parts + len(self._tail)

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:  # noqa: ARG002
        raise TypeError("a form with files is only ever streamed")

    async def write(self, writer: AbstractStreamWriter) -> None:
        for part in self._parts:
            await self._send(writer, part.head)
            async for chunk in part.chunks():
                await self._send(writer, chunk)
            await self._send(writer, b"\r\n")
        await self._send(writer, self._tail)

    async def _send(self, writer: AbstractStreamWriter, chunk: bytes) -> None:
        async with asyncio.timeout(self._write_timeout):
            await writer.write(chunk)


def _text(boundary: str, name: str, value: str) -> _Part:
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{_quoted(name)}"\r\n\r\n'
    content = value.encode()
    return _Part(head.encode(), content, 0, len(content))


def _file(boundary: str, name: str, file: File) -> _Part:
    filename, content, media_type = file
    head = (
        f"--{boundary}\r\n"
        f'Content-Disposition: form-data; name="{_quoted(name)}"; filename="{_quoted(filename)}"\r\n'
        f"Content-Type: {media_type}\r\n\r\n"
    ).encode()
    if isinstance(content, bytes):
        return _Part(head, content, 0, len(content))
    start = content.tell()
    return _Part(head, content, start, _end(content) - start)


def _end(handle: IO[Any]) -> int:
    here = handle.tell()
    end = handle.seek(0, os.SEEK_END)
    handle.seek(here)
    return end


def _quoted(name: str) -> str:
    """A name between quotes as browsers write it: nothing in it can end the header."""
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
