"""What every handler needs first: the world it answers from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.requests import Request

    from simulator.useapi_v1.world import World


def world_of(request: Request) -> World:
    world: World = request.app.state.world
    return world
