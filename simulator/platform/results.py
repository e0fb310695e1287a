"""How a generation is getting on: the page that clients poll, and what a webhook tells of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator.film.sniffing import Kind
from simulator.platform.access import account_of, world_of
from simulator.platform.envelope import Code, Refused, success, wrong
from simulator.platform.records import Job, Status

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from starlette.requests import Request
    from starlette.responses import Response

    from simulator.platform.media import Media
    from simulator.platform.world import World

    Handler = Callable[[Request], Awaitable[Response]]

_ID = re.compile(r"[0-9]{1,20}")


def result_page(media: Media, kind: Kind) -> Handler:
    async def handle(request: Request) -> Response:
        world = world_of(request)
        job = _asked(request, kind)
        return success(result_json(world, job, await media.size_of(job)))

    return handle


def _asked(request: Request, kind: Kind) -> Job:
    """Somebody else's generation is as unknown as one that never was."""
    world = world_of(request)
    account = account_of(request)
    text: str = request.path_params["number"]
    if not _ID.fullmatch(text):
        raise wrong(f"{text} is no id")
    job = world.jobs.get(int(text))
    if (
        job is None
        or (job.kind, job.account_id) != (kind, account.account_id)
        or (world.now() - job.submitted_at).total_seconds() < world.switches.late_results
    ):
        raise Refused(Code.NOT_FOUND, "The requested data is not found")
    return job


def result_json(world: World, job: Job, size: int) -> dict[str, object]:
    done = job.final is Status.SUCCESS
    shown: dict[str, object] = {
        "id": job.number,
        "status": shown_status(world, job),
        "url": media_url(world, job),
        "prompt": job.body.get("prompt", ""),
        "negative_prompt": job.body.get("negative_prompt", ""),
        "seed": job.seed,
        "size": size,
        "style": job.body.get("style", ""),
        "resolution_ratio": int(job.quality.rstrip("p")),
        "outputWidth": job.width if done else 0,
        "outputHeight": job.height if done else 0,
        "create_time": _iso(job.submitted_at),
        "modify_time": _iso(job.final_at or job.submitted_at),
        "has_audio": job.has_audio,
        "credits": job.cost,
        "customer_paths": {
            "customer_img_urls": [
                f"{world.base_url}/media/{world.uploads[one].path}" for one in job.pictures
            ]
        },
    }
    return shown if job.is_video else {"image_id": job.number, **shown}


def shown_status(world: World, job: Job) -> int:
    return world.switches.pending_status if job.final is None else int(job.final)


def media_url(world: World, job: Job) -> str:
    """Empty until there is something to fetch."""
    done = job.final is Status.SUCCESS
    return f"{world.base_url}/media/results/{job.media_name}" if done else ""


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
