"""Pictures: ordered, read at any time of their making, deleted. They came in March 2026."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from simulator.film.sizes import ratio_of
from simulator.film.sniffing import Kind
from simulator.useapi import checks
from simulator.useapi.access import world_of
from simulator.useapi.accounts import account_for_reading
from simulator.useapi.fields import Body, read_body
from simulator.useapi.generate import not_offered, submit
from simulator.useapi.ids import find, id_in_path, public_id
from simulator.useapi.image_models import AUTO, CREATE_IMAGES, GPT, IMAGE_MODELS, ImageModel
from simulator.useapi.orders import Order
from simulator.useapi.paging import page_of
from simulator.useapi.refusals import Refused, bad
from simulator.useapi.video_view import image_json

if TYPE_CHECKING:
    from starlette.requests import Request

    from simulator.useapi.records import Upload, Video
    from simulator.useapi.world import World

# Pictures are drawn at half size: quick to make, and still larger than frames of a video.
_SHORT_SIDE = {"512p": 256, "720p": 360, "1080p": 540, "1440p": 720, "2160p": 1080}
_GONE = "The original image has been deleted"
_PAGE = 50


async def create_images(request: Request) -> Response:
    world = world_of(request)
    if world.switches.january:
        raise not_offered(request)
    body = await read_body(request, CREATE_IMAGES.fields, CREATE_IMAGES.required)
    order = _order(world, body)
    made = submit(world, CREATE_IMAGES, body, order, count=body.get("create_count", 1))
    ids = [public_id(world, one) for one in made]
    answer: dict[str, object] = {"image_id": ids[0]}
    if len(ids) > 1:
        answer["success_ids"] = ids
    if world.switches.cost_credits:
        answer["cost_credits"] = sum(one.cost for one in made)
    return JSONResponse(answer)


def _order(world: World, body: Body) -> Order:
    model = IMAGE_MODELS[body.get("model", CREATE_IMAGES.models[0])]
    quality = body.get("quality", "1080p")
    ratio = body.get("aspect_ratio", model.ratios[0])
    _check(body, model, quality, ratio)
    pictures = _pictures(world, body, model)
    return Order(
        model=model.name,
        quality=quality,
        duration=0,
        size=_size(quality, _proportion(ratio, pictures)),
        cost=model.price(quality, body.get("detail_level", "medium")),
        kind=Kind.IMAGE,
        aspect_ratio=ratio,
        pictures=tuple(pictures),
    )


def _check(body: Body, model: ImageModel, quality: str, ratio: str) -> None:
    if quality not in model.qualities:
        raise bad(f"Parameter quality must be one of {', '.join(model.qualities)}")
    if ratio not in model.ratios:
        raise bad(f"Parameter aspect_ratio must be one of {', '.join(model.ratios)}")
    if ("detail_level" in body) != (model.name == GPT):
        raise bad(f"Parameter detail_level is required by {GPT}, and only by it")


def _pictures(world: World, body: Body, model: ImageModel) -> list[Upload]:
    """image_path_1, image_path_2 ... without a gap."""
    count = sum(name.startswith("image_path_") for name in body)
    names = [f"image_path_{n}" for n in range(1, count + 1)]
    for name in names:
        if name not in body:
            raise bad(f"Parameter {name} is required before later images")
    if count > model.pictures:
        raise bad(f"Model {model.name} takes {model.pictures} images at most")
    return checks.pictures(world, body, names)


def _proportion(ratio: str, pictures: list[Upload]) -> float:
    if ratio != AUTO:
        return ratio_of(ratio)
    return pictures[0].width / pictures[0].height if pictures else 1.0


def _size(quality: str, proportion: float) -> tuple[int, int]:
    short = _SHORT_SIDE[quality]
    long_side = round(short * min(3, max(proportion, 1 / proportion)))
    return (long_side, short) if proportion >= 1 else (short, long_side)


async def list_images(request: Request) -> Response:
    """Everything that was ordered here, newest first, also while it is made. The form of the page is that
    of videos: no source shows another."""
    world = world_of(request)
    if world.switches.january:
        raise not_offered(request)
    account = account_for_reading(request)
    page = page_of(request, world.switches.list_limit_max, usual=_PAGE)
    images = world.images_newest_first(account.email)
    now = world.now()
    return JSONResponse(
        {
            "data": [image_json(world, one, one.status(now)) for one in page.cut(images)],
            "next_offset": page.next_offset(len(images)),
            "total": len(images),
        }
    )


async def get_image(request: Request) -> Response:
    """Unlike a video it is shown while it is made."""
    world = world_of(request)
    image = _image(request, world)
    return JSONResponse(image_json(world, image, image.status(world.now())))


async def delete_image(request: Request) -> Response:
    world = world_of(request)
    world.change_video(_image(request, world), deleted=True)
    return Response()


def _image(request: Request, world: World) -> Video:
    if world.switches.january:
        raise not_offered(request)
    image = find(world, id_in_path(request, world))
    if image is None or image.is_video or image.deleted:
        raise Refused(404, _GONE)
    return image
