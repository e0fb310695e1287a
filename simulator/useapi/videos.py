"""Reading and deleting videos: the list is the truth, the single page answers only when done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from simulator.useapi.access import world_of
from simulator.useapi.accounts import account_for_reading
from simulator.useapi.ids import find, id_in_path
from simulator.useapi.paging import page_of
from simulator.useapi.records import Status
from simulator.useapi.refusals import VIDEO_GONE, Refused, bad
from simulator.useapi.video_view import video_json

if TYPE_CHECKING:
    from starlette.requests import Request

    from simulator.useapi.records import Video
    from simulator.useapi.world import World


async def list_videos(request: Request) -> Response:
    world = world_of(request)
    account = account_for_reading(request)
    page = page_of(request, world.switches.list_limit_max)
    videos = world.newest_first(account.email)
    now = world.now()
    return JSONResponse(
        {
            "data": [video_json(world, one, one.status(now)) for one in page.cut(videos)],
            "next_offset": page.next_offset(len(videos)),
            "total": len(videos),
        }
    )


async def get_video(request: Request) -> Response:
    """The same 404 while a video is processed, when it is deleted, and when it never was."""
    world = world_of(request)
    video = find(world, id_in_path(request, world))
    if video is None or not _readable(world, video):
        raise Refused(404, VIDEO_GONE)
    return JSONResponse(video_json(world, video, video.status(world.now())))


def _readable(world: World, video: Video) -> bool:
    if video.final is None or video.final_at is None or video.deleted:
        return False
    age = (world.now() - video.final_at).total_seconds()
    return video.final is not Status.DELETED and age >= world.switches.not_found_window


async def delete_video(request: Request) -> Response:
    """Removes the row and the result; a job still rendering goes on and stays paid."""
    world = world_of(request)
    text = id_in_path(request, world)
    video = find(world, text)
    if video is None or video.deleted:
        raise bad(f"Unable to locate video_id {text}")
    world.change_video(video, deleted=True)
    return Response()
