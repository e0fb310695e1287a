"""A form with one file on its way to a provider: streamed, its whole length known before."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from pixverse.sources import Source


class Form:
    """A multipart/form-data body: text fields, then at most one file.

    ``name`` is the file's field and ``filename`` what the provider is told it is called: servers
    take a part without a file name for a text. ``error`` is what went wrong with the file itself.
    """

    def __init__(
        self,
        fields: Mapping[str, str],
        *,
        file: Source | None = None,
        name: str = "file",
        filename: str = "file",
    ) -> None:
        boundary = secrets.token_hex(16)
        self._file = file
        self._head = b"".join(_text(boundary, *field) for field in fields.items())
        self._tail = f"--{boundary}--\r\n".encode()
        length = len(self._head) + len(self._tail)
        if file is not None:
            kind = file.headers["Content-Type"]
            self._head += _file_head(boundary, name, filename, kind)
            self._tail = b"\r\n" + self._tail
            length = len(self._head) + int(file.headers["Content-Length"]) + len(self._tail)
        self.headers = {
            "Content-Type": f"multipart/form-data; boundary={boundary}",
            "Content-Length": str(length),
        }

    @property
    def error(self) -> Exception | None:
        return self._file.error if self._file else None

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._head
        if self._file is not None:
            async for chunk in self._file:
                yield chunk
        yield self._tail


def _text(boundary: str, name: str, value: str) -> bytes:
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{_quoted(name)}"\r\n\r\n'
    return f"{head}{value}\r\n".encode()


def _file_head(boundary: str, name: str, filename: str, content_type: str) -> bytes:
    return (
        f"--{boundary}\r\n"
        f'Content-Disposition: form-data; name="{_quoted(name)}"; '
        f'filename="{_quoted(filename)}"\r\n'
        f"Content-Type: {content_type}\r\n\r\n"
    ).encode()


def _quoted(name: str) -> str:
    # As browsers write it: nothing in a name can end the header.
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
