"""What useapi is tracking now: the running jobs, and the room that each account has left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from simulator.useapi.access import world_of
from simulator.useapi.ids import find, id_in_path, public_id
from simulator.useapi.refusals import Refused
from simulator.useapi.video_view import iso

if TYPE_CHECKING:
    from starlette.requests import Request

    from simulator.useapi.records import Account, Video
    from simulator.useapi.world import World


async def list_running(request: Request) -> Response:
    """The key of the id is `videoId` here and `video_id` in the other list, as in the real API."""
    world = world_of(request)
    return JSONResponse([_running(world, video, "videoId") for video in _tracked(world)])


async def list_available(request: Request) -> Response:
    world = world_of(request)
    return JSONResponse(
        {
            "executing": [_running(world, video, "video_id") for video in _tracked(world)],
            "available": [_room(world, account) for account in world.accounts.values()],
        }
    )


async def forget(request: Request) -> Response:
    """Stops only the tracking: the job is still rendered and paid, its webhook never sent."""
    world = world_of(request)
    text = id_in_path(request, world)
    video = find(world, text)
    if video is None or video not in _tracked(world):
        raise Refused(404, f"Unable to locate running video_id {text}")
    world.change_video(video, tracked=False)
    return Response(status_code=204)


def _tracked(world: World) -> list[Video]:
    running = (world.jobs[number] for number in world.running)
    return [video for video in running if video.tracked and not video.off_peak]


def _running(world: World, video: Video, key: str) -> dict[str, object]:
    seconds = max(0, int((world.now() - video.submitted_at).total_seconds()))
    return {
        key: public_id(world, video),
        "started": iso(video.submitted_at),
        "elapsed": f"{seconds // 60:02d}:{seconds % 60:02d}",
        "replyUrl": video.reply_url,
        "replyRef": video.reply_ref,
    }


def _room(world: World, account: Account) -> dict[str, object]:
    tracked = len(world.executing(account.email))
    rendering = sum(1 for _ in world.rendering(account.email))
    room = min(account.max_jobs - tracked, account.plan_jobs - rendering)
    return {
        "email": account.email,
        "maxJobs": account.max_jobs,
        "executing": tracked,
        "available": max(0, room),
    }
