"""What an uploaded file really is: its kind by the first bytes, its size and length by opening it."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import av
from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

HEAD = 512
LONGEST_SIDE = 10_000
# What decoders raise beside OSError and ValueError when bytes make no sense to them.
_BROKEN = (SyntaxError, EOFError, IndexError, KeyError, StopIteration, struct.error, zlib.error)
# The limit on sides takes the place of Pillow's own limit on the area.
Image.MAX_IMAGE_PIXELS = None

# Media type: ending of the stored file, and the container that the bytes must show.
MEDIA_TYPES: dict[str, tuple[str, str]] = {
    "image/png": ("png", "png"),
    "image/jpeg": ("jpg", "jpeg"),
    "image/gif": ("gif", "gif"),
    "image/webp": ("webp", "webp"),
    "video/mp4": ("mp4", "iso"),
    "video/quicktime": ("mov", "iso"),
    "video/3gpp": ("3gp", "iso"),
    "video/x-matroska": ("mkv", "ebml"),
    "video/x-flv": ("flv", "flv"),
    "video/mpeg": ("mpg", "mpeg"),
    "video/mp2t": ("ts", "ts"),
    "video/x-msvideo": ("avi", "avi"),
    "video/x-motion-jpeg": ("mjpeg", "jpeg"),
    "video/webm": ("webm", "ebml"),
    "video/ogg": ("ogv", "ogg"),
    "audio/wav": ("wav", "wav"),
    "audio/wave": ("wav", "wav"),
    "audio/mpeg": ("mp3", "mp3"),
}
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"\x1a\x45\xdf\xa3", "ebml"),
    (b"FLV", "flv"),
    (b"\x00\x00\x01\xba", "mpeg"),
    (b"\x00\x00\x01\xb3", "mpeg"),
    (b"OggS", "ogg"),
    (b"ID3", "mp3"),
    (b"\x47", "ts"),
)
_RIFF = {b"WEBP": "webp", b"AVI ": "avi", b"WAVE": "wav"}
_MPEG_AUDIO_SYNC = 0xE0


class Kind(StrEnum):
    VIDEO = "video"
    IMAGE = "image"
    AUDIO = "audio"


@dataclass(frozen=True, slots=True)
class Facts:
    width: int = 0
    height: int = 0
    seconds: float = 0
    codec: str = ""


def kind_of(media_type: str) -> Kind:
    return Kind(media_type.partition("/")[0])


def container_of(head: bytes) -> str:
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12], "")
    if head[4:8] in (b"ftyp", b"moov", b"mdat", b"wide"):
        return "iso"
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if len(head) > 1 and head[0] == 0xFF and head[1] & _MPEG_AUDIO_SYNC == _MPEG_AUDIO_SYNC:
        return "mp3"
    return ""


def facts_of(path: Path, kind: Kind) -> Facts:
    """Opens the file; OSError or ValueError when it can not be decoded."""
    try:
        return _image_facts(path) if kind is Kind.IMAGE else _stream_facts(path, kind)
    except (av.FFmpegError, *_BROKEN) as error:
        raise ValueError(str(error)) from error


def _image_facts(path: Path) -> Facts:
    with Image.open(path) as image:
        if max(image.size) <= LONGEST_SIDE:
            image.load()
        turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
        width, height = reversed(image.size) if turned else image.size
        return Facts(width, height)


def _stream_facts(path: Path, kind: Kind) -> Facts:
    with av.open(str(path)) as container:
        seconds = float(container.duration or 0) / av.time_base
        if kind is Kind.AUDIO:
            return Facts(seconds=seconds or _decoded_seconds(container))
        frame = next(container.decode(video=0))
        codec = container.streams.video[0].codec_context.name
        return Facts(frame.width, frame.height, seconds, codec)


def _decoded_seconds(container: av.container.InputContainer) -> float:
    return sum(frame.samples / frame.sample_rate for frame in container.decode(audio=0))
