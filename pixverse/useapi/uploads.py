"""A file on its way to PixVerse: streamed, of a known length and a type that PixVerse takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pixverse.errors import NotSent

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator

IMAGE_TYPES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
VIDEO_TYPES = frozenset(
    {
        "video/mp4",
        "video/quicktime",
        "video/3gpp",
        "video/x-matroska",
        "video/x-flv",
        "video/mpeg",
        "video/MP2T",
        "video/x-msvideo",
        "video/x-motion-jpeg",
        "video/webm",
        "video/ogg",
    }
)
AUDIO_TYPES = frozenset({"audio/wav", "audio/wave", "audio/mpeg"})
UPLOAD_TYPES = IMAGE_TYPES | VIDEO_TYPES | AUDIO_TYPES
"""What POST files takes; the vendor calls the list of videos and sounds a guess."""

LARGEST_UPLOAD = 5 * 1024**3


def check_upload(size: int, content_type: str) -> None:
    """Raise ValueError for a file that the vendor would refuse."""
    if content_type not in UPLOAD_TYPES:
        raise ValueError("PixVerse takes no files of this type")
    if not 1 <= size <= LARGEST_UPLOAD:
        raise ValueError("a file has 1 byte to 5 GB")


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
