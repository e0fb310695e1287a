"""Reads what a person wants to send from a form or a JSON body of the world API."""

import json
from typing import Any

from starlette.datastructures import FormData

from simulator.telegram.call import Incoming
from simulator.telegram.errors import WorldError
from simulator.telegram.methods.text import poll_json
from simulator.telegram.model import Json
from simulator.telegram.people import Outgoing

_WITH_FILE = (
    "photo", "document", "video", "voice", "audio", "animation", "sticker", "video_note",
)  # fmt: skip
_KINDS = ("text", *_WITH_FILE, "location", "poll", "contact")


def fields_of(form: FormData) -> Json:
    return {name: value for name, value in form.multi_items() if isinstance(value, str)}


def outgoing_from(fields: Json, files: list[Incoming]) -> Outgoing:
    kind = fields.get("kind") or None
    if kind is not None and kind not in _KINDS:
        raise WorldError(f"kind {kind} is unknown")
    person = _whole(fields, "person")
    if person is None:
        raise WorldError("person is missing")
    chat = _whole(fields, "chat")
    if kind in _WITH_FILE and not files:
        raise WorldError(f"a {kind} needs a file")
    return Outgoing(
        person=person,
        chat=person if chat is None else chat,
        text=str(fields.get("text") or ""),
        kind=kind,
        files=files,
        reply_to=_whole(fields, "reply_to"),
        thread=_whole(fields, "thread"),
        caption_on=_whole(fields, "caption_on") or 0,
        entities=_entities(fields.get("entities")),
        other=_other(kind, fields),
    )


def _whole(fields: Json, name: str) -> int | None:
    value: Any = fields.get(name)
    if value in (None, ""):
        return None
    try:
        return int(value)
    except (TypeError, ValueError):
        raise WorldError(f"{name} must be a number") from None


def _entities(raw: object) -> list[Json]:
    value = json.loads(raw) if isinstance(raw, str) and raw else raw
    return value if isinstance(value, list) else []


def _other(kind: str | None, fields: Json) -> Json:
    if kind == "location":
        place = {name: float(fields.get(name) or 0) for name in ("latitude", "longitude")}
        return {"location": place}
    if kind == "contact":
        return {"contact": _contact(fields)}
    if kind == "poll":
        return {"poll": _poll(fields)}
    return {}


def _contact(fields: Json) -> Json:
    """Of somebody on Telegram the app knows the number; others have none."""
    contact: Json = {
        "phone_number": str(fields.get("phone_number") or "+10000000000"),
        "first_name": str(fields.get("first_name") or "Someone"),
    }
    if fields.get("last_name"):
        contact["last_name"] = str(fields["last_name"])
    number = _whole(fields, "user_id")
    return contact if number is None else {**contact, "user_id": number}


def _poll(fields: Json) -> Json:
    options = fields.get("options") or ["Yes", "No"]
    options = json.loads(options) if isinstance(options, str) else options
    question = str(fields.get("text") or "Which one?")
    return poll_json(question, [str(option) for option in options], many=False)
