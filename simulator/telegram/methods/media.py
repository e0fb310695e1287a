"""sendPhoto, sendVideo and the other messages that carry files; albums."""

import secrets
from collections.abc import Awaitable, Callable
from typing import Any

from simulator.telegram.botview import message_json
from simulator.telegram.call import Call
from simulator.telegram.errors import bad_request
from simulator.telegram.file_objects import Details
from simulator.telegram.methods.sending import caption_content, envelope, post, send
from simulator.telegram.model import Json
from simulator.telegram.sources import MediaSource, content_from, cover_sizes, thumbnail_of
from simulator.telegram.world import World

_WITHOUT_CAPTION = frozenset({"sticker", "video_note"})
_WITH_SPOILER = frozenset({"photo", "video", "animation"})
_ALBUM_KINDS = frozenset({"photo", "video", "audio", "document"})


def sender(kind: str) -> Callable[[World, Call], Awaitable[Json]]:
    """The method that sends one file of this kind."""

    async def send_media(world: World, call: Call) -> Json:
        caption = {} if kind in _WITHOUT_CAPTION else _caption(call)
        where = envelope(world, call)
        source = MediaSource(kind, _reference(call, kind), await _details(world, call), kind)
        content = await content_from(world, call, source)
        return send(world, call, where, {**content, **caption, **_looks(kind, call)})

    return send_media


def _reference(call: Call, name: str) -> str | None:
    return call.text(name) or None


def _caption(call: Call) -> Json:
    return caption_content(
        call.text("caption"), call.text("parse_mode"), call.json("caption_entities")
    )


def _looks(kind: str, call: Call) -> Json:
    looks: Json = {}
    if kind in _WITH_SPOILER:
        looks |= {"has_media_spoiler": True} if call.flag("has_spoiler") else {}
        looks |= {"show_caption_above_media": True} if call.flag("show_caption_above_media") else {}
    if kind == "video" and call.flag("supports_streaming"):
        looks[STREAMING] = True
    return looks


# Telegram keeps it with the message but shows it to apps only: bots never see it.
STREAMING = "_supports_streaming"


async def _details(world: World, call: Call) -> Details:
    extra = await cover_sizes(world, call, _reference(call, "cover"), "cover")
    if call.given("start_timestamp"):
        extra["start_timestamp"] = call.integer("start_timestamp")
    for name in ("performer", "title", "emoji"):
        if call.given(name):
            extra[name] = call.text(name)
    return Details(
        duration=call.integer("duration", high=2**31 - 1),
        width=call.integer("width", high=10_000) or call.integer("length", high=640),
        height=call.integer("height", high=10_000),
        thumbnail=thumbnail_of(call, _reference(call, "thumbnail"), "thumbnail"),
        extra=extra,
    )


async def input_media(world: World, call: Call, raw: Any) -> Json:
    """The content that an InputMedia object describes (albums, editMessageMedia)."""
    if not isinstance(raw, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    kind = raw.get("type")
    if kind not in (*_ALBUM_KINDS, "animation"):
        raise bad_request("can't parse InputMedia: type of the media is unsupported")
    for name in ("width", "height", "duration", "start_timestamp"):
        if not isinstance(raw.get(name, 0), int):
            raise bad_request(f'can\'t parse InputMedia: Field "{name}" must be of type Number')
    caption = caption_content(
        raw.get("caption") or "", raw.get("parse_mode") or "", raw.get("caption_entities")
    )
    if not raw.get("media"):
        raise bad_request("can't parse InputMedia: media not found")
    source = MediaSource(kind, raw["media"], await _input_details(world, call, raw))
    content = await content_from(world, call, source)
    return {**content, **caption, **_input_looks(kind, raw)}


async def _input_details(world: World, call: Call, raw: Json) -> Details:
    extra = await cover_sizes(world, call, raw.get("cover"), None)
    extra |= {k: raw[k] for k in ("start_timestamp", "performer", "title") if raw.get(k)}
    return Details(
        duration=raw.get("duration") or 0,
        width=raw.get("width") or 0,
        height=raw.get("height") or 0,
        thumbnail=thumbnail_of(call, raw.get("thumbnail"), None),
        extra=extra,
    )


def _input_looks(kind: str, raw: Json) -> Json:
    looks: Json = {}
    if kind in _WITH_SPOILER:
        looks |= {"has_media_spoiler": True} if raw.get("has_spoiler") else {}
        above = raw.get("show_caption_above_media")
        looks |= {"show_caption_above_media": True} if above else {}
    if kind == "video" and raw.get("supports_streaming"):
        looks[STREAMING] = True
    return looks


async def send_media_group(world: World, call: Call) -> list[Json]:
    items = call.json("media")
    if items is None:
        raise bad_request('parameter "media" is required')
    if not isinstance(items, list):
        raise bad_request("expected an Array of InputMedia")
    if not 2 <= len(items) <= 10:
        raise bad_request("there must be 2-10 media in the album")
    where = envelope(world, call)
    if where.markup is not None:
        raise bad_request("an album can't have a keyboard")
    _check_mixture([item.get("type") if isinstance(item, dict) else None for item in items])
    contents = [await input_media(world, call, item) for item in items]
    album = str(secrets.randbelow(9 * 10**16) + 10**16)
    posted = [post(world, call, where, content, album=album) for content in contents]
    return [message_json(world, message) for message in posted]


def _check_mixture(kinds: list[object]) -> None:
    for kind in kinds:
        if kind not in _ALBUM_KINDS:
            raise bad_request(
                f"can't parse InputMedia: type {kind} can't be used in sendMediaGroup"
            )
    if len(set(kinds)) > 1 and {"audio", "document"} & set(kinds):
        raise bad_request("can't use the media of the specified type in the album")
