"""The paid endpoints: a request is checked, charged and accepted, once for each trace id."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from starlette.responses import Response

from simulator.platform.access import account_of, trace_of, world_of
from simulator.platform.envelope import Code, Refused, bad, success
from simulator.platform.fields import empty, read_json, read_values
from simulator.platform.records import Charge, Job, Selection, Status

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request

    from simulator.platform.endpoints import Endpoint
    from simulator.platform.fields import Body
    from simulator.platform.orders import Order
    from simulator.platform.records import Account
    from simulator.platform.world import World

    Handler = Callable[[Request], Awaitable[Response]]
    Maker = Callable[[World, Account, Body], Order]

# Words of a prompt that decide what becomes of it.
_REFUSED, _REFUSED_WITH_PICTURES = "forbidden", "unseemly"
_ENDS = {"moderated": Status.MODERATED, "failing": Status.FAILED}


def handler_of(endpoint: Endpoint, maker: Maker) -> Handler:
    async def handle(request: Request) -> Response:
        world = world_of(request)
        account = account_of(request)
        trace = trace_of(request)
        raw = await read_json(request)
        # From here on nothing waits: two requests with one trace id can not both be new.
        first = known(world, account, trace)
        if isinstance(first, Job):
            return _accepted(world, first)
        body = read_values(raw, endpoint.fields, endpoint.required, world.switches)
        order = maker(world, account, body)
        _moderate(body, order)
        _check_webhook(world, account, body)
        check_room(world, account)
        job = _job(world, account, endpoint, body, order, trace)
        pay(world, account, job.cost, endpoint.creation, job.number, trace)
        world.accept(job)
        return _accepted(world, job)

    return handle


def known(world: World, account: Account, trace: str) -> Job | Selection | None:
    """What was made of this trace id; the vendor's pages leave open what a repeat gets."""
    first = world.traces.get((account.account_id, trace))
    if first is None or world.switches.trace_reuse == "new_job":
        return None
    if world.switches.trace_reuse == "refused":
        raise bad("Ai-trace-id was used before")
    return first


def _accepted(world: World, job: Job) -> Response:
    resp: dict[str, object] = {f"{job.kind}_id": job.number}
    if world.switches.credits_field != "none":
        resp[world.switches.credits_field] = job.cost
    return success(resp)


def _words(body: Body) -> str:
    texts = (value for name, value in body.items() if "prompt" in name or "content" in name)
    return " ".join(str(text) for text in texts).lower()


def _moderate(body: Body, order: Order) -> None:
    words = _words(body)
    if _REFUSED in words:
        raise Refused(Code.PROMPT_MODERATED, "The prompt did not pass the review")
    if _REFUSED_WITH_PICTURES in words and order.pictures:
        raise Refused(Code.IMAGE_MODERATED_LATE, "The image did not pass the review")


def _check_webhook(world: World, account: Account, body: Body) -> None:
    if empty(body.get("webhook_id")):
        return
    hook = world.webhooks.get(body["webhook_id"])
    if hook is None or hook.account_id != account.account_id:
        raise bad("webhook_id is not known")


def check_room(world: World, account: Account) -> None:
    if not account.permitted:
        raise Refused(Code.NOT_PERMITTED, "The account has no permission")
    if account.month_over:
        raise Refused(Code.MONTH_OVER, "The monthly limit is reached")
    if world.running_jobs(account) >= account.concurrency:
        raise Refused(Code.TOO_MANY, "Too many generations at once")


def pay(world: World, account: Account, cost: int, creation: str, number: int, trace: str) -> None:
    if account.credits < cost:
        raise Refused(Code.NO_CREDITS, "Not enough credits")
    world.charge(
        Charge(
            number=world.next_number(),
            account_id=account.account_id,
            amount=cost,
            refund=False,
            creation_type=creation,
            job=number,
            trace_id=trace,
            at=world.now(),
        )
    )


def _planned(body: Body) -> Status:
    words = _words(body)
    return next((end for word, end in _ENDS.items() if word in words), Status.SUCCESS)


def _job(
    world: World, account: Account, endpoint: Endpoint, body: Body, order: Order, trace: str
) -> Job:
    now = world.now()
    source = order.source
    hooked = endpoint.hooked or world.switches.webhook_everywhere
    return Job(
        number=world.next_number(),
        kind=order.kind,
        account_id=account.account_id,
        trace_id=trace,
        endpoint=endpoint.name,
        creation_type=endpoint.creation,
        body=body,
        cost=order.cost,
        secret=world.secret(),
        model=order.model,
        quality=order.quality,
        width=order.size[0],
        height=order.size[1],
        duration=order.duration,
        seed=body.get("seed") or world.random.randrange(1, 2_147_483_648),
        has_audio=order.has_audio,
        template_id=order.template_id,
        source=source.made.number if source and source.made else None,
        source_media=source.sent.number if source and source.sent else None,
        pictures=tuple(one.number for one in order.pictures),
        speech=order.speech.number if order.speech else None,
        webhook_id=body.get("webhook_id", "") if hooked else "",
        planned=_planned(body),
        submitted_at=now,
        due_at=now + timedelta(seconds=world.render_seconds),
    )
