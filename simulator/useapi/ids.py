"""Ids of videos and images: opaque to clients, full of `:` and `@`, and read back strictly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator.useapi.refusals import Refused, bad

if TYPE_CHECKING:
    from starlette.requests import Request

    from simulator.useapi.records import Video
    from simulator.useapi.world import World

_ID = re.compile(r"user:(?P<user>\d+)-pixverse:(?P<email>.+)-(?P<kind>video|image):(?P<number>\d+)")


def masked(email: str) -> str:
    name, _, domain = email.partition("@")
    return f"{name[:2]}***@{domain}"


def public_id(world: World, video: Video) -> str:
    email = masked(video.email) if world.switches.masked_ids else video.email
    return f"user:{world.user_number}-pixverse:{email}-{video.kind}:{video.number}"


def find(world: World, text: str) -> Video | None:
    """The video of an id: 400 for what is no id at all, 403 for another user's, None if unknown."""
    match = _ID.fullmatch(text)
    if match is None:
        raise bad(f"Incorrect video_id {text}")
    if match["user"] != world.user_number:
        raise Refused(403, "This resource belongs to another user")
    video = world.jobs.get(int(match["number"]))
    if video is None or video.kind != match["kind"]:
        return None
    if match["email"] not in (video.email, masked(video.email)):
        raise bad(f"Incorrect video_id {text}")
    return video


def id_in_path(request: Request, world: World) -> str:
    """The id as it stood in the address; the real API refuses one that is percent-encoded."""
    text: str = request.path_params["video_id"]
    raw: bytes = request.scope["raw_path"]
    if world.switches.encoded_id_400 and b"%" in raw:
        raise bad(f"Incorrect video_id {raw.rstrip(b'/').rpartition(b'/')[2].decode()}")
    return text
