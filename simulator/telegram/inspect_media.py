"""Looks into the bytes of pictures, videos and sounds: what they are, how big, how long."""

import contextlib
import io
from dataclasses import dataclass
from pathlib import Path

import av
import pillow_heif
from PIL import Image, ImageOps

pillow_heif.register_heif_opener()

_SIGNATURES = (
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"GIF8", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (0, b"BM", "image/bmp"),
    (0, b"OggS", "audio/ogg"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"\xff\xfb", "audio/mpeg"),
    (8, b"WAVE", "audio/x-wav"),
    (0, b"\x1a\x45\xdf\xa3", "video/webm"),
    (0, b"%PDF", "application/pdf"),
    (0, b"PK\x03\x04", "application/zip"),
)
# What the servers take as a photo from a bot; people's apps convert everything else before.
_PHOTO_TYPES = ("image/jpeg", "image/png", "image/webp", "image/gif", "image/bmp")
_HEIF_BRANDS = (b"heic", b"heix", b"mif1", b"heim", b"hevc", b"avif")
MOST_SIDES_TOGETHER = 10_000
PERSON_SIZES = (90, 320, 800, 1280)
_SMALL_SIZES = (90, 320, 800)


@dataclass(frozen=True)
class Facts:
    mime: str | None = None
    width: int = 0
    height: int = 0
    duration: int = 0
    has_video: bool = False
    has_audio: bool = False
    performer: str | None = None
    title: str | None = None


@dataclass(frozen=True)
class Picture:
    """One size of a photo; `data` is None for the file as it came."""

    width: int
    height: int
    data: bytes | None = None


class UnreadablePicture(Exception):
    """The bytes are no picture that can be shown."""


def sniff(path: Path) -> str | None:
    with path.open("rb") as file:
        head = file.read(32)
    if head[4:8] == b"ftyp":
        if head[8:12] in _HEIF_BRANDS:
            return "image/heic"
        return {b"M4A ": "audio/mp4", b"qt  ": "video/quicktime"}.get(head[8:12], "video/mp4")
    for offset, signature, mime in _SIGNATURES:
        if head[offset : offset + len(signature)] == signature:
            return mime
    return None


def examine(path: Path) -> Facts:
    mime = sniff(path)
    if mime is not None and mime.startswith("image/") and mime != "image/gif":
        return _picture_facts(path, mime)
    if mime is not None and mime.startswith(("video/", "audio/", "image/gif")):
        return _stream_facts(path, mime)
    return Facts(mime)


def _picture_facts(path: Path, mime: str) -> Facts:
    with (
        contextlib.suppress(OSError, ValueError, Image.DecompressionBombError),
        Image.open(path) as image,
    ):
        return Facts(mime, image.width, image.height)
    return Facts(mime)


def _stream_facts(path: Path, mime: str) -> Facts:
    with (
        contextlib.suppress(av.FFmpegError, ValueError, IndexError),
        av.open(str(path)) as container,
    ):
        video = container.streams.video[0] if container.streams.video else None
        return Facts(
            mime,
            width=video.width if video else 0,
            height=video.height if video else 0,
            duration=round((container.duration or 0) / 1_000_000),
            has_video=video is not None,
            has_audio=bool(container.streams.audio),
            performer=container.metadata.get("artist"),
            title=container.metadata.get("title"),
        )
    return Facts(mime)


def first_frame(path: Path) -> Picture | None:
    """A small JPEG of a video's beginning, as Telegram makes one where none is given."""
    with (
        contextlib.suppress(av.FFmpegError, ValueError, OSError),
        av.open(str(path)) as container,
    ):
        for frame in container.decode(video=0):
            image = frame.to_image()  # type: ignore[no-untyped-call]
            return _scaled(image, 320)
    return None


def bot_photo(path: Path) -> list[Picture]:
    """Smaller sizes plus the uploaded bytes themselves as the biggest one."""
    if sniff(path) not in _PHOTO_TYPES:
        raise UnreadablePicture("unknown format")
    image = _opened(path)
    if image.width + image.height > MOST_SIDES_TOGETHER or _ratio(image) > 20:
        raise ValueError("PHOTO_INVALID_DIMENSIONS")
    longest = max(image.size)
    small = [_scaled(image, side) for side in _SMALL_SIZES if side < longest]
    return [*small, Picture(image.width, image.height)]


def person_photo(path: Path) -> list[Picture]:
    """A Telegram app re-encodes what people send; bytes that are no picture stay as they are."""
    try:
        image = ImageOps.exif_transpose(_opened(path))
    except UnreadablePicture:
        return [Picture(800, 600)]
    longest = min(max(image.size), PERSON_SIZES[-1])
    return [_scaled(image, side) for side in (*(s for s in PERSON_SIZES if s < longest), longest)]


def thumbnail(path: Path) -> Picture | None:
    """A thumbnail that a bot sends: a JPEG of at most 320 pixels, anything else is ignored."""
    facts = examine(path)
    if facts.mime != "image/jpeg" or not 0 < max(facts.width, facts.height) <= 320:
        return None
    return Picture(facts.width, facts.height)


def small_copy(path: Path) -> Picture | None:
    try:
        return _scaled(_opened(path), 320)
    except UnreadablePicture:
        return None


def _opened(path: Path) -> Image.Image:
    try:
        with Image.open(path) as image:
            image.load()
            return image.copy() if image.mode in ("RGB", "RGBA", "L") else image.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as problem:
        raise UnreadablePicture(str(problem)) from problem


def _scaled(image: Image.Image, longest: int) -> Picture:
    copy = image.copy()
    copy.thumbnail((longest, longest))
    if copy.mode != "RGB":
        background = Image.new("RGB", copy.size, "white")
        background.paste(copy, mask=copy.getchannel("A") if copy.mode == "RGBA" else None)
        copy = background
    buffer = io.BytesIO()
    copy.save(buffer, "JPEG", quality=87)
    return Picture(copy.width, copy.height, buffer.getvalue())


def _ratio(image: Image.Image) -> float:
    return max(image.size) / max(1, min(image.size))
