"""A picture, video or sound on its way to the Platform API: what it takes, and how it is called there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pixverse.forms import Form
from pixverse.sources import Source

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

IMAGE_TYPES: Mapping[str, str] = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/webp": "webp",
}
VIDEO_TYPES: Mapping[str, str] = {
    "video/mp4": "mp4",
    "video/quicktime": "mov",
    "video/webm": "webm",
}
AUDIO_TYPES: Mapping[str, str] = {
    "audio/mpeg": "mp3",
    "audio/mp3": "mp3",
    "audio/wav": "wav",
    "audio/wave": "wav",
    "audio/x-wav": "wav",
    "audio/mp4": "m4a",
    "audio/x-m4a": "m4a",
    "audio/m4a": "m4a",
    "audio/aac": "aac",
}
MEDIA_TYPES: Mapping[str, str] = {**VIDEO_TYPES, **AUDIO_TYPES}
"""Types that the two uploads take, and the endings that the vendor writes for them."""

LARGEST_IMAGE = 20 * 1024**2 - 1
LARGEST_MEDIA = 50 * 1024**2
LONGEST_MEDIA_SECONDS = 30
LONGEST_MEDIA_SIDE = 1920
"""The last two are for whoever prepares a file: the client does not look into it."""


def image_form(body: AsyncIterator[bytes], *, size: int, content_type: str) -> Form:
    """Return the form of POST image/upload; ValueError for a picture that would be refused."""
    ending = _ending(IMAGE_TYPES, content_type)
    _check_size(size, LARGEST_IMAGE)
    source = Source(body, size=size, content_type=content_type)
    return Form({}, file=source, name="image", filename=f"image.{ending}")


def media_form(body: AsyncIterator[bytes], *, size: int, content_type: str) -> Form:
    """Return the form of POST media/upload; ValueError for a file that would be refused."""
    ending = _ending(MEDIA_TYPES, content_type)
    _check_size(size, LARGEST_MEDIA)
    source = Source(body, size=size, content_type=content_type)
    return Form({}, file=source, name="file", filename=f"media.{ending}")


def _ending(types: Mapping[str, str], content_type: str) -> str:
    if content_type not in types:
        raise ValueError("PixVerse takes no files of this type here")
    return types[content_type]


def _check_size(size: int, most: int) -> None:
    if not 1 <= size <= most:
        raise ValueError(f"a file has 1 to {most} bytes here")
