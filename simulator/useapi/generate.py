"""The paid endpoints: a request is checked, an account chosen and charged, the job accepted."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from simulator.useapi import orders, remakes
from simulator.useapi.access import world_of
from simulator.useapi.accounts import account_for_job
from simulator.useapi.endpoints import JANUARY, NOW, Endpoint
from simulator.useapi.fields import read_body
from simulator.useapi.ids import public_id
from simulator.useapi.records import Status, Upload, Video
from simulator.useapi.refusals import MODERATED, NO_CREDITS, NO_MASKS, NO_PERSON, Refused, bad
from simulator.useapi.tariff import off_peak_price

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from starlette.requests import Request

    from simulator.useapi.fields import Body
    from simulator.useapi.orders import Order
    from simulator.useapi.records import Account
    from simulator.useapi.world import World

    Handler = Callable[[Request], Awaitable[Response]]

_MAKERS: Mapping[str, Callable[[World, Endpoint, Body], Order]] = {
    "create": orders.order_create,
    "create-frames": orders.order_frames,
    "create-transition": orders.order_transition,
    "create-fusion": orders.order_fusion,
    "motion-control": orders.order_motion,
    "extend": remakes.order_extend,
    "modify": remakes.order_modify,
    "lipsync": remakes.order_lipsync,
    "upscale": remakes.order_upscale,
}
_QUEUED_SHARE = 0.25


def handler_of(name: str) -> Handler:
    async def handle(request: Request) -> Response:
        world = world_of(request)
        endpoint = (JANUARY if world.switches.january else NOW).get(name)
        if endpoint is None:
            raise not_offered(request)
        body = await read_body(request, endpoint.fields, endpoint.required)
        order = _MAKERS[name](world, endpoint, body)
        (video,) = submit(world, endpoint, body, order)
        return JSONResponse(_accepted(world, video))

    return handle


def not_offered(request: Request) -> Refused:
    return Refused(404, f"{request.method} {request.url.path}: Not Found", code=404)


def _accepted(world: World, video: Video) -> dict[str, object]:
    answer: dict[str, object] = {f"{video.kind}_id": public_id(world, video)}
    return answer | ({"cost_credits": video.cost} if world.switches.cost_credits else {})


def submit(
    world: World, endpoint: Endpoint, body: Body, order: Order, *, count: int = 1
) -> list[Video]:
    """All of them are accepted and charged, or none."""
    off_peak = bool(body.get("off_peak_mode"))
    account = account_for_job(
        world, _account_asked(body, order), body.get("maxJobs"), off_peak=off_peak
    )
    _moderate(world, endpoint, body)
    cost = off_peak_price(order.cost) if off_peak else order.cost
    if account.credits < cost * count:
        raise Refused(412, NO_CREDITS)
    made = [_video(world, endpoint, body, order, account) for _ in range(count)]
    for video in made:
        world.accept(video)
    return made


def _account_asked(body: Body, order: Order) -> str | None:
    asked: str | None = body.get("email")
    owner = order.account
    if asked is not None and owner is not None and asked != owner:
        raise bad(f"Parameter email ({asked}) must be the account of the video")
    return asked or owner


def _words(body: Body) -> str:
    return " ".join(str(value) for name, value in body.items() if "prompt" in name).lower()


def _moderate(world: World, endpoint: Endpoint, body: Body) -> None:
    words = _words(body)
    if "forbidden" in words:
        raise Refused(422, MODERATED)
    if endpoint.name == "motion-control" and world.switches.no_person:
        raise Refused(422, NO_PERSON)
    if endpoint.name == "modify" and (world.switches.no_masks or "nothing" in words):
        raise Refused(422, NO_MASKS)


def _planned(body: Body, order: Order) -> Status:
    words = _words(body)
    if "moderated" in words:
        return Status.MODERATED
    return Status.FAILED if order.fails or "failing" in words else Status.COMPLETED


def _video(world: World, endpoint: Endpoint, body: Body, order: Order, account: Account) -> Video:
    off_peak = bool(body.get("off_peak_mode"))
    now = world.now()
    seconds = world.off_peak_seconds if off_peak else world.render_seconds
    source = order.source
    return Video(
        number=world.next_number(),
        kind=order.kind,
        email=account.email,
        account_id=account.account_id,
        endpoint=endpoint.name,
        body=body,
        cost=off_peak_price(order.cost) if off_peak else order.cost,
        secret=f"{world.random.getrandbits(64):016x}",
        model=order.model,
        quality=order.quality,
        aspect_ratio=order.aspect_ratio,
        width=order.size[0],
        height=order.size[1],
        duration=order.duration,
        seed=body.get("seed") or world.random.randrange(1, 2_147_483_648),
        sound=order.sound,
        template_id=order.effect.template_id if order.effect else 0,
        source=source.number if isinstance(source, Video) else None,
        source_path=source.path if isinstance(source, Upload) else "",
        pictures=tuple(one.path for one in order.pictures),
        off_peak=off_peak,
        reply_url="" if off_peak else body.get("replyUrl", world.platform.replyUrl),
        reply_ref=body.get("replyRef", ""),
        planned=_planned(body, order),
        submitted_at=now,
        generating_at=now + timedelta(seconds=seconds * _QUEUED_SHARE),
        due_at=now + timedelta(seconds=seconds),
    )
