"""A file on its way to a provider: streamed, of a length and a type that are known before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pixverse.errors import NotSent

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator


class Source:
    """The bytes of one upload, passed on as they come and counted.

    ``error`` is what went wrong on this side of the connection; the HTTP library would only
    report that the connection broke.
    """

    def __init__(self, body: AsyncIterable[bytes], *, size: int, content_type: str) -> None:
        self._body = body
        self._size = size
        self.headers = {"Content-Type": content_type, "Content-Length": str(size)}
        self.error: Exception | None = None

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._counted():
                yield chunk
        except Exception as error:
            self.error = error
            raise

    async def _counted(self) -> AsyncIterator[bytes]:
        # One chunk is held back, so that a body that is too long never looks complete.
        held, seen = b"", 0
        async for chunk in self._body:
            seen += len(chunk)
            if seen > self._size:
                break
            if held:
                yield held
            held = chunk
        if seen != self._size:
            raise NotSent("the file is not as long as announced")
        yield held
