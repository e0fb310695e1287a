"""The objects that describe files in messages: which kind it really is, and what is said about it."""

from dataclasses import dataclass, field
from typing import Any

from simulator.telegram.call import Incoming
from simulator.telegram.inspect_media import Facts
from simulator.telegram.model import Json, StoredFile


@dataclass(frozen=True)
class Details:
    """What the sender says about a file beside its bytes."""

    duration: int = 0
    width: int = 0
    height: int = 0
    thumbnail: Incoming | None = None
    extra: Json = field(default_factory=dict)  # cover, start_timestamp, performer, title, emoji


EXTRAS = {
    "video": ("cover", "start_timestamp"),
    "audio": ("performer", "title"),
    "sticker": ("emoji",),
}


def content_of(file: StoredFile) -> Json:
    """The part of a message that carries this file."""
    value: Any = file.value
    if file.kind == "animation":
        named = ("file_id", "file_unique_id", "thumbnail", "file_name", "mime_type", "file_size")
        document = {key: value[key] for key in named if key in value}
        return {"animation": value, "document": document}
    return {file.kind: value}


def real_kind(kind: str, facts: Facts, *, fetched: bool) -> str:
    """A soundless MP4 that a bot uploads as a video stays one; one that Telegram fetches is a GIF to it."""
    mime = facts.mime or ""
    moving = mime in ("video/mp4", "video/quicktime", "video/webm") and facts.has_video
    if kind == "video" and fetched and mime == "video/mp4":
        kind = "animation"
    if kind == "animation" or (kind == "document" and mime == "image/gif"):
        if mime == "image/gif" or (moving and not facts.has_audio):
            return "animation"
        return "video" if moving else "document"
    if kind in ("video", "video_note"):
        return kind if moving else "document"
    if kind == "voice":
        return "voice" if mime in ("audio/ogg", "audio/mpeg", "audio/mp4") else "document"
    if kind == "audio":
        return "audio" if mime.startswith("audio/") else "document"
    return kind


def dimensions(kind: str, facts: Facts, details: Details) -> Json:
    width, height = details.width or facts.width, details.height or facts.height
    duration = details.duration or facts.duration
    if kind in ("video", "animation"):
        return {"duration": duration, "width": width, "height": height}
    if kind in ("audio", "voice"):
        return {"duration": duration}
    if kind == "video_note":
        return {"length": details.width or min(width, height), "duration": duration}
    if kind == "sticker":
        moving = {"is_animated": False, "is_video": facts.has_video}
        return {"type": "regular", "width": width or 512, "height": height or 512, **moving}
    return {}
