"""Uploads: a file or an address, brought to the disk, looked at, and given a number."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from simulator.film.sniffing import HEAD, Facts, Kind, container_of, facts_of, kind_of
from simulator.platform.access import account_of, world_of
from simulator.platform.envelope import Code, Refused, bad, success, wrong
from simulator.platform.records import Upload

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request
    from starlette.responses import Response

    from simulator.platform.records import Account
    from simulator.platform.world import World

_LONGEST = 30.5  # seconds of a video or a sound
_WIDEST_VIDEO = 1920
_MODERATED = "forbidden"  # a picture with this word in its name is refused by moderation


@dataclass(frozen=True, slots=True)
class _Door:
    """What one endpoint lets in, and how it says no."""

    file: str
    url: str
    largest: int
    types: Mapping[str, tuple[str, str]]  # ending of the stored file, container of the bytes
    too_large: Code = Code.INVALID
    unknown: Code = Code.INVALID
    unreadable: Code = Code.INVALID


_IMAGES = _Door(
    "image",
    "image_url",
    20 * 2**20 - 1,
    {
        "image/png": ("png", "png"),
        "image/jpeg": ("jpg", "jpeg"),
        "image/jpg": ("jpg", "jpeg"),
        "image/webp": ("webp", "webp"),
    },
    Code.IMAGE_TOO_LARGE,
    Code.IMAGE_FORMAT,
    Code.IMAGE_UNREADABLE,
)
# A bare AAC stream begins like MP3 does.
_MEDIA = _Door(
    "file",
    "file_url",
    50 * 2**20,
    {
        "video/mp4": ("mp4", "iso"),
        "video/quicktime": ("mov", "iso"),
        "video/webm": ("webm", "ebml"),
        "audio/mpeg": ("mp3", "mp3"),
        "audio/mp3": ("mp3", "mp3"),
        "audio/wav": ("wav", "wav"),
        "audio/wave": ("wav", "wav"),
        "audio/x-wav": ("wav", "wav"),
        "audio/mp4": ("m4a", "iso"),
        "audio/m4a": ("m4a", "iso"),
        "audio/x-m4a": ("m4a", "iso"),
        "audio/aac": ("aac", "mp3"),
        "audio/x-aac": ("aac", "mp3"),
    },
)


async def upload_image(request: Request) -> Response:
    upload = await _receive(request, _IMAGES)
    url = f"{world_of(request).base_url}/media/{upload.path}"
    return success({"img_id": upload.number, "img_url": url})


async def upload_media(request: Request) -> Response:
    upload = await _receive(request, _MEDIA)
    resp: dict[str, object] = {
        "media_id": upload.number,
        "media_type": str(upload.kind),
        "url": f"{world_of(request).base_url}/media/{upload.path}",
    }
    if upload.kind is Kind.VIDEO:
        resp |= {"width": upload.width, "height": upload.height}
    return success(resp)


async def _receive(request: Request, door: _Door) -> Upload:
    world = world_of(request)
    account = account_of(request)
    form = await _form(request, door)
    try:
        file, url = form.get(door.file), form.get(door.url)
        if isinstance(file, UploadFile) and url is None:
            return await _take_file(world, account, door, file)
        if isinstance(url, str) and url and file is None:
            return await _take_address(world, account, door, url)
    finally:
        await form.close()
    raise Refused(Code.EMPTY, f"{door.file} or {door.url} is required")


async def _form(request: Request, door: _Door) -> FormData:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "multipart/form-data":
        raise wrong("Content-Type must be multipart/form-data")
    try:
        form = await request.form()
    except HTTPException as error:
        raise wrong("The form can not be read") from error
    unknown = sorted(set(form) - {door.file, door.url})
    if unknown and world_of(request).switches.unknown_fields_refused:
        raise bad(f"Unknown parameter {unknown[0]}")
    return form


async def _take_file(world: World, account: Account, door: _Door, file: UploadFile) -> Upload:
    _moderate(door, file.filename or "")
    ending = _ending(door, file.content_type or "")
    place = _new_place(world, ending)

    def copy() -> None:
        with place.open("wb") as stored:
            shutil.copyfileobj(file.file, stored)

    await asyncio.to_thread(copy)
    return await _judge(world, account, door, place, file.content_type or "")


async def _take_address(world: World, account: Account, door: _Door, url: str) -> Upload:
    if door is _IMAGES and not world.switches.image_by_url:
        raise bad("image_url is not supported")
    _moderate(door, url)
    try:
        async with httpx.AsyncClient(trust_env=False, timeout=20) as client:
            response = await client.get(url, follow_redirects=True)
            response.raise_for_status()
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise Refused(Code.UPLOAD_FAILED, f"{door.url} can not be fetched") from error
    media_type = response.headers.get("content-type", "")
    place = _new_place(world, _ending(door, media_type))
    await asyncio.to_thread(place.write_bytes, response.content)
    return await _judge(world, account, door, place, media_type)


def _moderate(door: _Door, name: str) -> None:
    """The one refusal with another envelope and another status than all the rest."""
    if door is _IMAGES and _MODERATED in name.lower():
        text = "The image did not pass the review"
        raise Refused(Code.IMAGE_MODERATED, text, status=500, lower=True)


def _plain(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


def _ending(door: _Door, media_type: str) -> str:
    known = door.types.get(_plain(media_type))
    if known is None:
        raise Refused(door.unknown, f"{media_type or 'a file without a type'} is not supported")
    return known[0]


def _new_place(world: World, ending: str) -> Path:
    """The number of the upload, and what makes its address unguessable."""
    name = f"{world.next_number()}_{world.secret()}.{ending}"
    place = world.directory / "upload" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    return place


async def _judge(
    world: World, account: Account, door: _Door, place: Path, media_type: str
) -> Upload:
    """A file that is not taken does not stay."""
    plain = _plain(media_type)
    try:
        found = await asyncio.to_thread(_examine, world, door, place, plain)
    except BaseException:
        await asyncio.to_thread(place.unlink, missing_ok=True)
        raise
    upload = Upload(
        number=int(place.name.partition("_")[0]),
        account_id=account.account_id,
        kind=found.kind,
        path=f"upload/{place.name}",
        media_type=plain,
        size=found.size,
        width=found.facts.width,
        height=found.facts.height,
        seconds=found.facts.seconds,
        codec=found.facts.codec,
    )
    world.keep_upload(upload)
    return upload


@dataclass(frozen=True, slots=True)
class _Found:
    kind: Kind
    size: int
    facts: Facts


def _examine(world: World, door: _Door, place: Path, media_type: str) -> _Found:
    size = place.stat().st_size
    if size > door.largest:
        raise Refused(door.too_large, f"The file is larger than {door.largest} bytes")
    with place.open("rb") as file:
        container = container_of(file.read(HEAD))
    if container != door.types[media_type][1]:
        raise Refused(door.unknown, f"The content is not {media_type}")
    kind = kind_of(media_type)
    facts = _facts(door, place, kind)
    _check_measures(world, kind, facts)
    return _Found(kind, size, facts)


def _facts(door: _Door, place: Path, kind: Kind) -> Facts:
    try:
        return facts_of(place, kind)
    except (OSError, ValueError) as error:
        raise Refused(door.unreadable, f"The {kind} can not be read") from error


def _check_measures(world: World, kind: Kind, facts: Facts) -> None:
    longer_side = max(facts.width, facts.height)
    if kind is Kind.IMAGE and longer_side > world.switches.image_side:
        raise Refused(
            Code.IMAGE_TOO_LARGE, f"The image is larger than {world.switches.image_side} pixels"
        )
    if kind is Kind.VIDEO and longer_side > _WIDEST_VIDEO:
        raise bad(f"The video is larger than {_WIDEST_VIDEO} pixels")
    if facts.seconds > _LONGEST:
        raise bad(f"The {kind} is longer than 30 s")
