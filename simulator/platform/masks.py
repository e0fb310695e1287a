"""Mask selection: answered at once, for two credits; what was found can then be swapped or modified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.platform import sources, tariff
from simulator.platform.access import account_of, trace_of, world_of
from simulator.platform.endpoints import MASK_SELECTION
from simulator.platform.envelope import success
from simulator.platform.fields import read_json, read_values
from simulator.platform.records import Selection
from simulator.platform.submit import check_room, known, pay

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from simulator.platform.records import Account
    from simulator.platform.sources import Source
    from simulator.platform.world import World

_NAMES = ("person", "object", "background")
_NOTHING = "nothing"  # a video whose prompt has this word shows nothing that could be selected


async def select_masks(request: Request) -> Response:
    world = world_of(request)
    account = account_of(request)
    trace = trace_of(request)
    raw = await read_json(request)
    first = known(world, account, trace)
    if isinstance(first, Selection):
        return _answer(world, first)
    endpoint = MASK_SELECTION
    body = read_values(raw, endpoint.fields, endpoint.required, world.switches)
    found = sources.source(world, account, body)
    sources.maskable(found)
    check_room(world, account)
    selection = _select(world, account, found, body.get("keyframe_id") or 1, trace)
    pay(world, account, tariff.MASKS, endpoint.creation, selection.number, trace)
    world.keep_selection(selection)
    return _answer(world, selection)


def _select(world: World, account: Account, found: Source, keyframe: int, trace: str) -> Selection:
    shown = str(found.made.body.get("prompt", "")) if found.made else ""
    names = () if _NOTHING in shown.lower() else _NAMES
    return Selection(
        number=world.next_number(),
        account_id=account.account_id,
        trace_id=trace,
        source=found.name,
        keyframe=keyframe,
        masks=tuple((str(world.next_number()), name) for name in names),
    )


def _answer(world: World, selection: Selection) -> Response:
    media = f"{world.base_url}/media/masks"
    return success(
        {
            "keyframe_id": selection.keyframe,
            "keyframe_url": f"{media}/{selection.number}.png",
            "credits": tariff.MASKS,
            "mask_info": [
                {"mask_id": one, "mask_name": name, "mask_url": f"{media}/{one}.png"}
                for one, name in selection.masks
            ],
        }
    )
