"""GET and POST /v2/account: what useapi itself knows, the webhook for all services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from simulator.useapi.access import world_of
from simulator.useapi.fields import Text, read_body
from simulator.useapi.refusals import Refused

if TYPE_CHECKING:
    from starlette.requests import Request

_LONGEST_URL = 1024
_FIELDS = {"name": Text(1024, filled=False), "replyUrl": Text(10_000, filled=False)}


async def get_platform_account(request: Request) -> Response:
    return JSONResponse(world_of(request).platform.model_dump())


async def set_platform_account(request: Request) -> Response:
    world = world_of(request)
    body = await read_body(request, _FIELDS)
    if len(body.get("replyUrl", "")) > _LONGEST_URL:
        raise Refused(400, "replyUrl is too long", code=400)
    world.keep_platform(world.platform.model_copy(update=body))
    return JSONResponse(world.platform.model_dump())
