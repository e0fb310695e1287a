"""What each endpoint takes, field by field, and how a body with a file in it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from simulator.useapi.fields import Body, Link, Rule, Text, Whole, read_body
from simulator.useapi.refusals import bad

if TYPE_CHECKING:
    from starlette.requests import Request

Fields = Mapping[str, Rule]

RATIOS = ("16:9", "9:16", "1:1", "4:3", "3:4")
STYLES = ("Realistic", "Anime", "3D Animation")
CHARACTERS = (
    "eula", "ganyu", "hutao", "kamisatoayaka", "keqing", "klee", "nahida", "ningguang",
    "raidenshogun", "xiangling", "yaemiko",
)  # fmt: skip
_WORDS = Text(512)
_SEED = Whole(0, 2_147_483_647)
_LARGEST_PICTURE = 20 * 2**20


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the bot; `picture` is the field that holds a file, if it takes one."""

    name: str
    fields: Fields
    required: tuple[str, ...]
    buttons: tuple[str, ...]
    videos: int = 1
    picture: str = ""
    picture_types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sent:
    """A body that was read: its fields, and the bytes of its file."""

    body: Body
    content: bytes = b""
    media_type: str = ""


_REPLY: Fields = {
    "discord": Text(256),
    "maxJobs": Whole(1, 10),
    "replyUrl": Link(),
    "replyRef": Text(1024, filled=False),
}
_COMMON: Fields = {**_REPLY, "server": Text(32), "channel": Text(32)}
_STYLED: Fields = {
    **_COMMON,
    "prompt": _WORDS,
    "negative_prompt": Text(512, filled=False),
    "style": Text(choices=STYLES),
    "aspect_ratio": Text(choices=RATIOS),
    "character": Text(choices=CHARACTERS),  # read by the bot with the style Anime only
}
FOUR = ("U1", "U2", "U3", "U4", "V1", "V2", "V3", "V4", "🔄")
ONE = ("ReDo", "🔀", "⏫")
BETTER = ("⏫",)

CREATE = Command("create", _STYLED, ("prompt", "style"), FOUR, videos=4)
CREATE_SINGLE = Command("create_single", {**_STYLED, "seed_value": _SEED}, ("prompt", "style"), ONE)
ANIMATE = Command(
    "animate",
    {
        **_COMMON,
        "prompt": Text(512, filled=False),
        "seed_value": _SEED,
        "motion": Whole(1, 10),
        "hd_quality": Text(choices=("Yes", "No")),
    },
    (),
    ONE,
    picture="image",
    picture_types=("image/jpeg", "image/jpg", "image/png"),
)
MEME_FACE = Command(
    "meme_face",
    {
        **_COMMON,
        "prompt": _WORDS,
        "negative_prompt": Text(512, filled=False),
        "aspect_ratio": Text(choices=RATIOS),
        "seed_value": _SEED,
    },
    ("prompt",),
    ONE,
    picture="face",
    picture_types=("image/jpeg", "image/jpg", "image/png"),
)
BUTTON = Command(
    "button",
    {**_REPLY, "jobid": Text(512), "button": Text(16), "prompt": _WORDS},
    ("jobid", "button"),
    (),
)
COMMANDS = (CREATE, CREATE_SINGLE, ANIMATE, MEME_FACE)


async def read(request: Request, command: Command) -> Sent:
    """A 400 for the first thing wrong; commands with a picture come as multipart only."""
    if not command.picture:
        return Sent(await read_body(request, command.fields, command.required))
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "multipart/form-data":
        raise bad("Content-Type must be multipart/form-data")
    try:
        form = await request.form()
    except HTTPException as error:
        raise bad("The body is not a valid form") from error
    try:
        values = {name: value for name, value in form.items() if name != command.picture}
        body = _checked(values, command)
        content, media_type = await _picture(form.get(command.picture), command)
    finally:
        await form.close()
    return Sent(body, content, media_type)


def _checked(values: Mapping[str, object], command: Command) -> Body:
    for name in values:
        if name not in command.fields:
            raise bad(f"Unknown parameter {name}")
    for name in command.required:
        if name not in values:
            raise bad(f"Parameter {name} is required")
    return {
        name: command.fields[name].read(name, value, form=True) for name, value in values.items()
    }


async def _picture(file: object, command: Command) -> tuple[bytes, str]:
    if not isinstance(file, UploadFile):
        raise bad(f"Parameter {command.picture} is required and must be a file")
    media_type = (file.content_type or "").lower()
    if media_type not in command.picture_types:
        raise bad(f"Parameter {command.picture} ({media_type}) must be jpg, jpeg or png")
    content = await file.read()
    if not content or len(content) > _LARGEST_PICTURE:
        raise bad(f"Parameter {command.picture} is empty or too large")
    return content, media_type
