"""The commands: a request is checked, a channel with room chosen, the job accepted."""

from __future__ import annotations

import asyncio
import io
from datetime import timedelta
from typing import TYPE_CHECKING

from PIL import Image
from starlette.responses import JSONResponse, Response

from simulator.film.sizes import frame_size, ratio_of
from simulator.useapi.refusals import Refused, bad
from simulator.useapi_v1 import forms
from simulator.useapi_v1.access import world_of
from simulator.useapi_v1.jobs import known
from simulator.useapi_v1.records import Channel, Job, Picture, Status
from simulator.useapi_v1.views import job_json

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request

    from simulator.useapi.fields import Body
    from simulator.useapi_v1.forms import Command, Sent
    from simulator.useapi_v1.world import World

    Handler = Callable[[Request], Awaitable[Response]]

_FULL = "Query is full. All configured channels are executing maxJobs jobs."
_PENDING = "The Discord account needs attention before new jobs can be executed."
_STATUS_PENDING = 596
# Words of a prompt that decide what becomes of it.
_REFUSED = "forbidden"
_ENDS = {"moderated": Status.MODERATED, "failing": Status.FAILED}
_QUALITY = "360p"
_TAKING_A_PROMPT = ("V1", "V2", "V3", "V4", "🔀")
_NEXT = {"U": ("🔀", *forms.BETTER), "V": forms.FOUR}


def handler_of(command: Command) -> Handler:
    async def handle(request: Request) -> Response:
        world = world_of(request)
        sent = await forms.read(request, command)
        picture, ratio = await _picture(world, sent)
        channel = _channel(world, sent.body)
        size = frame_size(_QUALITY, ratio or ratio_of(sent.body.get("aspect_ratio", "16:9")))
        job = _job(world, channel, sent.body, command.name, command.buttons, size)
        changes = {"picture": picture, "picture_field": command.picture}
        return _accepted(world, job.model_copy(update=changes))

    return handle


async def press(request: Request) -> Response:
    """A follow-up on a completed job, in the channel of that job."""
    world = world_of(request)
    sent = await forms.read(request, forms.BUTTON)
    body, parent = sent.body, known(world, sent.body["jobid"])
    if parent.final is not Status.COMPLETED:
        raise bad(f"Job {parent.jobid} is not completed")
    button = body["button"]
    if button not in parent.buttons:
        raise bad(f"Parameter button ({button}) must be one of {', '.join(parent.buttons)}")
    if "prompt" in body and button not in _TAKING_A_PROMPT:
        raise bad(f"Parameter prompt is not used by the button {button}")
    channel = world.channels.get(parent.channel) or _override(parent, body)
    _check_room(world, channel, body)
    buttons = () if button == "⏫" else _NEXT.get(button[0], parent.buttons)
    merged = {**parent.body, **body}
    job = _job(world, channel, merged, "button", buttons, parent.size)
    changes = {
        "parent": parent.jobid,
        "button": button,
        "picture": parent.picture,
        "picture_field": parent.picture_field,
    }
    return _accepted(world, job.model_copy(update=changes))


def _override(parent: Job, body: Body) -> Channel:
    """The channel is configured no more: the token of the request, or of the old job."""
    return Channel(
        channel=parent.channel,
        server=parent.server,
        discord=body.get("discord", parent.discord),
        max_jobs=parent.max_jobs,
    )


def _channel(world: World, body: Body) -> Channel:
    """The one that was named, with all three of its values if it is not configured; else any."""
    named = body.get("channel")
    if named is None:
        return _any_channel(world, body)
    channel = world.channels.get(named)
    if channel is None:
        for name in ("discord", "server"):
            if name not in body:
                raise bad(f"Parameter {name} is required, channel {named} is not configured")
        channel = Channel(
            channel=named,
            server=body["server"],
            discord=body["discord"],
            max_jobs=body.get("maxJobs", 3),
        )
    _check_room(world, channel, body)
    return channel


def _any_channel(world: World, body: Body) -> Channel:
    if not world.channels:
        raise bad("Parameter channel is required, no channel is configured")
    able = [one for one in world.channels.values() if not one.pending_error]
    if not able:
        raise Refused(_STATUS_PENDING, _PENDING)
    free = [one for one in able if _room(world, one, body) > 0]
    if not free:
        raise Refused(429, _FULL)
    return world.random.choice(free)


def _room(world: World, channel: Channel, body: Body) -> int:
    most: int = body.get("maxJobs", channel.max_jobs)
    return most - world.executing(channel.channel)


def _check_room(world: World, channel: Channel, body: Body) -> None:
    if channel.pending_error:
        raise Refused(_STATUS_PENDING, _PENDING)
    if _room(world, channel, body) <= 0:
        raise Refused(429, _FULL)


async def _picture(world: World, sent: Sent) -> tuple[Picture | None, float | None]:
    if not sent.content:
        return None, None
    try:
        shape = await asyncio.to_thread(_shape, sent.content)
    except (OSError, ValueError, SyntaxError) as error:
        raise bad("The picture can not be read") from error
    ending = "png" if sent.media_type == "image/png" else "jpg"
    path = f"pictures/{world.random.getrandbits(64):016x}.{ending}"
    place = world.directory / path
    await asyncio.to_thread(place.parent.mkdir, parents=True, exist_ok=True)
    await asyncio.to_thread(place.write_bytes, sent.content)
    return Picture(path=path, media_type=sent.media_type, size=len(sent.content)), shape


def _shape(content: bytes) -> float:
    with Image.open(io.BytesIO(content)) as image:
        image.load()
        return image.width / image.height


def _planned(words: str) -> Status:
    return next((end for word, end in _ENDS.items() if word in words), Status.COMPLETED)


def _job(
    world: World,
    channel: Channel,
    body: Body,
    verb: str,
    buttons: tuple[str, ...],
    size: tuple[int, int],
) -> Job:
    now, whole = world.now(), world.render_seconds
    number = world.next_number()
    user = world.token.partition("-")[0]
    stamp = now.strftime("%Y%m%d%H%M%S%f")[:17]
    return Job(
        number=number,
        jobid=f"{stamp}-{user}-channel:{channel.channel}-job:{number % 10_000}-bot:pixverse",
        verb=verb,
        channel=channel.channel,
        server=channel.server,
        discord=channel.discord,
        max_jobs=channel.max_jobs,
        body=body,
        buttons=buttons,
        size=size,
        seed=body.get("seed_value") or world.random.randrange(1, 2_147_483_648),
        reply_url=body.get("replyUrl", ""),
        planned=_planned(str(body.get("prompt", "")).lower()),
        created=now,
        started_at=now + timedelta(seconds=whole * 0.1),
        progress_at=now + timedelta(seconds=whole * 0.3),
        due_at=now + timedelta(seconds=whole),
    )


def _accepted(world: World, job: Job) -> Response:
    """A prompt that is refused at once becomes a job as well, which has ended."""
    if _REFUSED in str(job.body.get("prompt", "")).lower():
        moderated = {"final": Status.MODERATED, "final_at": job.created}
        world.keep_job(job.model_copy(update=moderated))
        ended = world.jobs[job.jobid]
        return JSONResponse(job_json(world, ended, Status.MODERATED, {}), 422)
    world.accept(job)
    shown = job_json(world, job, Status.CREATED, {})
    return JSONResponse(shown, world.switches.accepted_status)
