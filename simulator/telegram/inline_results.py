"""Checks the results that a bot offers in inline mode, one type after the other."""

from collections.abc import Callable
from typing import Any

from simulator.telegram.errors import bad_request
from simulator.telegram.inline_fields import Fields, checked_address
from simulator.telegram.inline_model import InlineResult
from simulator.telegram.markup import checked_inline_markup
from simulator.telegram.methods.sending import caption_content, written
from simulator.telegram.model import Bot, Json
from simulator.telegram.world import World

_ID_BYTES = 64
# The message kind of each type of result, and the name of its fields.
_KINDS = {
    "photo": "photo",
    "gif": "animation",
    "mpeg4_gif": "animation",
    "video": "video",
    "audio": "audio",
    "voice": "voice",
    "document": "document",
    "sticker": "sticker",
}
_PREFIX = {"mpeg4_gif": "mpeg4"}
_TITLED = frozenset({"article", "video", "audio", "voice", "document", "location", "venue"})
_WITH_THUMBNAIL = frozenset({"photo", "gif", "mpeg4_gif", "video"})
_MIMES = {
    "video": ("text/html", "video/mp4"),
    "document": ("application/pdf", "application/zip"),
}
_THUMBNAIL_MIMES = ("image/jpeg", "image/gif", "video/mp4")


def checked_result(world: World, bot: Bot, raw: object) -> InlineResult:
    if not isinstance(raw, dict):
        raise bad_request("can't parse InlineQueryResult: expected an Object")
    fields = Fields("InlineQueryResult", raw)
    kind = fields.required("type")
    if kind not in (*_KINDS, "article", "location", "contact"):
        raise bad_request("RESULT_TYPE_INVALID")
    if not 1 <= len(fields.required("id").encode()) <= _ID_BYTES:
        raise bad_request("RESULT_ID_INVALID")
    cached = kind in _KINDS and f"{_PREFIX.get(kind, kind)}_file_id" in raw
    if kind in _TITLED and not fields.required("title"):
        raise bad_request(f"{kind.upper()}_TITLE_EMPTY")
    return InlineResult(
        id=fields.text("id"),
        type=kind,
        title=fields.text("title"),
        description=fields.text("description"),
        url=fields.text("url") or None,
        kind=_KINDS.get(kind),
        source=_source(world, bot, fields, kind) if kind in _KINDS else None,
        cached=cached,
        thumbnail=None if cached else _thumbnail(fields, kind),
        width=fields.number(f"{_PREFIX.get(kind, kind)}_width"),
        height=fields.number(f"{_PREFIX.get(kind, kind)}_height"),
        duration=fields.number(f"{_PREFIX.get(kind, kind)}_duration"),
        content=_content(fields, kind),
        replaces="input_message_content" in raw,
        markup=_markup(raw),
    )


def _source(world: World, bot: Bot, fields: Fields, kind: str) -> str:
    """The address or the id of the file that the result sends."""
    name = _PREFIX.get(kind, kind)
    if f"{name}_file_id" in fields.raw:
        return _known_file(world, bot, fields.text(f"{name}_file_id"), kind)
    if kind == "sticker":
        raise fields.wrong('Can\'t find field "sticker_file_id"')
    address = fields.address(f"{name}_url")
    if kind in _MIMES:
        _check_mime(fields, kind)
    return address


def _known_file(world: World, bot: Bot, file_id: str, kind: str) -> str:
    file = world.files.find(file_id)
    if file is None or file.bot != bot.id:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if file.kind != _KINDS[kind]:
        raise bad_request(f"can't use file of type {file.kind} as {kind}")
    return file_id


def _check_mime(fields: Fields, kind: str) -> None:
    mime = fields.required("mime_type")
    if mime not in _MIMES[kind]:
        raise bad_request("WEBDOCUMENT_MIME_INVALID")
    if mime == "text/html" and "input_message_content" not in fields.raw:
        raise bad_request("a page can't be sent: there is no input message content")


def _thumbnail(fields: Fields, kind: str) -> str | None:
    if kind in _WITH_THUMBNAIL:
        fields.required("thumbnail_url")
    mime = fields.text("thumbnail_mime_type")
    if mime and mime not in _THUMBNAIL_MIMES:
        raise bad_request("WEBDOCUMENT_MIME_INVALID")
    address = fields.text("thumbnail_url")
    return checked_address(address) if address or kind in _WITH_THUMBNAIL else None


def _content(fields: Fields, kind: str) -> Json:
    raw = fields.raw
    if "input_message_content" in raw:
        return _input_content(raw["input_message_content"])
    if kind == "article":
        raise fields.wrong('Can\'t find field "input_message_content"')
    if kind in ("location", "contact"):
        return _OTHERS[kind](Fields("InlineQueryResult", raw))
    caption = caption_content(
        fields.text("caption"), fields.text("parse_mode"), raw.get("caption_entities")
    )
    above = {"show_caption_above_media": True} if raw.get("show_caption_above_media") else {}
    return {**caption, **above}


def _input_content(raw: Any) -> Json:
    if not isinstance(raw, dict):
        raise bad_request("can't parse InputMessageContent: expected an Object")
    fields = Fields("InputMessageContent", raw)
    if "latitude" in raw:
        return _location(fields)
    if "phone_number" in raw:
        return _contact(fields)
    if not fields.required("message_text").strip():
        raise bad_request("MESSAGE_EMPTY")
    words = written(fields.text("message_text"), fields.text("parse_mode"), raw.get("entities"))
    preview = raw.get("link_preview_options")
    return {**words, "link_preview_options": preview} if isinstance(preview, dict) else words


def _location(fields: Fields) -> Json:
    try:
        place = {name: float(fields.raw[name]) for name in ("latitude", "longitude")}
    except (KeyError, TypeError, ValueError):
        raise fields.wrong("location must have a latitude and a longitude") from None
    return {"location": place}


def _contact(fields: Fields) -> Json:
    contact = {name: fields.required(name) for name in ("phone_number", "first_name")}
    last = fields.text("last_name")
    return {"contact": {**contact, "last_name": last} if last else contact}


_OTHERS: dict[str, Callable[[Fields], Json]] = {"location": _location, "contact": _contact}


def _markup(raw: Json) -> Json | None:
    markup = checked_inline_markup(raw.get("reply_markup"))
    rows = markup["inline_keyboard"] if markup else []
    if any("web_app" in button or "pay" in button for row in rows for button in row):
        raise bad_request("BUTTON_TYPE_INVALID")
    return markup
