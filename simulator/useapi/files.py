"""Uploads: raw bytes straight to the disk, looked at, and answered in one of two shapes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from simulator.film.sniffing import (
    HEAD,
    LONGEST_SIDE,
    MEDIA_TYPES,
    Facts,
    Kind,
    container_of,
    facts_of,
    kind_of,
)
from simulator.useapi.access import world_of
from simulator.useapi.accounts import account_for_reading
from simulator.useapi.records import Upload
from simulator.useapi.refusals import bad

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request

    from simulator.useapi.world import World

_LARGEST = 5 * 2**30
_LARGEST_IMAGE = 20 * 2**20


async def upload_file(request: Request) -> Response:
    world = world_of(request)
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type not in MEDIA_TYPES:
        raise bad(f"Content-Type ({media_type}) is not supported")
    account_for_reading(request)
    ending, container = MEDIA_TYPES[media_type]
    number = world.next_number()
    path = f"upload/{_uuid(world)}.{ending}"
    place = world.directory / path
    place.parent.mkdir(parents=True, exist_ok=True)
    kept = False
    try:
        size = await _store(request, place)
        _check_content(place, size, container, media_type)
        upload = Upload(
            path=path, number=number, kind=kind_of(media_type), media_type=media_type, size=size
        )
        answer, kept = await _examine(world, upload, place)
        return answer
    finally:
        if not kept:
            place.unlink(missing_ok=True)


def _uuid(world: World) -> str:
    digits = f"{world.random.getrandbits(128):032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


async def _store(request: Request, place: Path) -> int:
    """Chunk by chunk: a file of any size costs no memory."""
    size = 0
    with place.open("wb") as file:
        async for chunk in request.stream():
            size += len(chunk)
            if size > _LARGEST:
                raise bad("The file is larger than 5 GB")
            file.write(chunk)
    return size


def _check_content(place: Path, size: int, container: str, media_type: str) -> None:
    if size == 0:
        raise bad("The body is empty, the bytes of the file are expected")
    with place.open("rb") as file:
        found = container_of(file.read(HEAD))
    if found != container:
        raise bad(f"The content does not match Content-Type {media_type}")


async def _examine(world: World, upload: Upload, place: Path) -> tuple[Response, bool]:
    """An unreadable image is a 200 with `err_msg`, as PixVerse's own verdict is passed on."""
    if upload.kind is Kind.IMAGE and upload.size > _LARGEST_IMAGE:
        return _image_refused(upload, "The image is larger than 20 MB"), False
    try:
        facts = await asyncio.to_thread(facts_of, place, upload.kind)
    except (OSError, ValueError) as error:
        if upload.kind is Kind.IMAGE:
            return _image_refused(upload, "The image can not be read"), False
        raise bad(f"The {upload.kind} can not be read") from error
    if upload.kind is Kind.IMAGE and max(facts.width, facts.height) > LONGEST_SIDE:
        return _image_refused(upload, f"The image is larger than {LONGEST_SIDE} pixels"), False
    return _keep(world, upload, facts), True


def _keep(world: World, upload: Upload, facts: Facts) -> Response:
    upload = upload.model_copy(
        update={"width": facts.width, "height": facts.height, "seconds": facts.seconds}
    )
    world.keep_upload(upload)
    url = f"{world.base_url}/media/{upload.path}"
    if upload.kind is Kind.IMAGE:
        return _image_answer(upload, url, path=upload.path, number=upload.number)
    return JSONResponse({"path": upload.path, "url": url})


def _image_refused(upload: Upload, text: str) -> Response:
    return _image_answer(upload, "", path="", number=0, err_msg=text)


def _image_answer(
    upload: Upload, url: str, *, path: str, number: int, err_msg: str = ""
) -> Response:
    row = {
        "id": number,
        "url": url,
        "path": path,
        "size": upload.size,
        "name": upload.path.rpartition("/")[2],
        "category": 0,
        "err_msg": err_msg,
    }
    return JSONResponse({"result": [row]})
