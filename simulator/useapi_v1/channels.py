"""The configured channels: which there are, and how one is added, changed, removed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from simulator.useapi.fields import Text, Whole, read_body
from simulator.useapi.refusals import Refused, bad
from simulator.useapi_v1.access import world_of
from simulator.useapi_v1.records import Channel
from simulator.useapi_v1.views import masked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from simulator.useapi.fields import Rule
    from simulator.useapi_v1.world import World

_FIELDS: Mapping[str, Rule] = {
    "discord": Text(256),
    "server": Text(32),
    "channel": Text(32),
    "maxJobs": Whole(1, 10),
}
_DISCORD_ID = re.compile(r"[0-9]{17,20}")


async def list_channels(request: Request) -> Response:
    world = world_of(request)
    if not world.channels:
        raise Refused(404, "No PixVerse account is configured")
    return JSONResponse({name: channel_json(one) for name, one in world.channels.items()})


async def get_channel(request: Request) -> Response:
    return JSONResponse(channel_json(_in_path(request, world_of(request))))


async def put_channel(request: Request) -> Response:
    world = world_of(request)
    body = await read_body(request, _FIELDS, tuple(_FIELDS))
    for name in ("server", "channel"):
        if not _DISCORD_ID.fullmatch(body[name]):
            raise bad(f"Parameter {name} ({body[name]}) is not a Discord id")
    if body["channel"] != request.path_params["channel"]:
        raise bad("Parameter channel must be the same as in the path")
    others = (one for one in world.channels.values() if one.channel != body["channel"])
    if any(one.discord == body["discord"] for one in others):
        raise bad("Another channel uses the same discord token")
    world.keep_channel(
        Channel(
            channel=body["channel"],
            server=body["server"],
            discord=body["discord"],
            max_jobs=body["maxJobs"],
        )
    )
    return Response(status_code=204)


async def delete_channel(request: Request) -> Response:
    world = world_of(request)
    world.drop_channel(_in_path(request, world))
    return Response(status_code=204)


def _in_path(request: Request, world: World) -> Channel:
    name = request.path_params["channel"]
    if name not in world.channels:
        raise Refused(404, f"Channel {name} is not configured")
    return world.channels[name]


def channel_json(channel: Channel) -> dict[str, object]:
    return {
        "server": channel.server,
        "channel": channel.channel,
        "discord": masked(channel.discord),
        "maxJobs": channel.max_jobs,
    }
