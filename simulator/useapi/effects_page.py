"""GET /videos/effects: the catalogue, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from simulator.useapi.access import world_of
from simulator.useapi.accounts import account_for_reading
from simulator.useapi.effects import effect_json
from simulator.useapi.paging import page_of

if TYPE_CHECKING:
    from starlette.requests import Request


async def list_effects(request: Request) -> Response:
    world = world_of(request)
    account_for_reading(request)
    page = page_of(request, world.switches.list_limit_max)
    effects = list(world.effects_offered().values())
    return JSONResponse(
        {
            "items": [effect_json(effect, world.base_url) for effect in page.cut(effects)],
            "total": len(effects),
            "next_offset": page.next_offset(len(effects)),
        }
    )
