"""The styles that a video can be given, and their list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.platform.access import account_of, page_of
from simulator.platform.envelope import Code, Refused, success

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

_FIRST_ID = 346_928_114_203_521
_NAMES = (
    ("Watercolour", "soft washes of colour on rough paper"),
    ("Ink Wash", "brush and black ink, mist between the hills"),
    ("Clay Stop-Motion", "little figures of clay, moved by hand"),
    ("Paper Cut", "layers of coloured paper with small shadows"),
    ("Night Neon", "wet streets and glowing signs"),
    ("Old Film", "grain, scratches and warm light"),
    ("Felt World", "everything is made of wool"),
    ("Comic Page", "thick outlines and printed dots"),
    ("Oil Painting", "visible strokes and deep shadows"),
    ("Pixel Game", "a small palette and large pixels"),
    ("Origami", "folded paper in motion"),
    ("Blueprint", "white lines on blue"),
)


@dataclass(frozen=True, slots=True)
class Restyle:
    restyle_id: int
    name: str
    prompt: str


RESTYLES = {
    _FIRST_ID + 7_311 * n: Restyle(_FIRST_ID + 7_311 * n, name, prompt)
    for n, (name, prompt) in enumerate(_NAMES)
}


async def list_restyles(request: Request) -> Response:
    account_of(request)
    rows = list(RESTYLES.values())
    data = [
        {"restyle_id": one.restyle_id, "name": one.name, "prompt": one.prompt}
        for one in page_of(request).cut(rows)
    ]
    return success({"total": len(rows), "data": data})


def restyle(restyle_id: int) -> Restyle:
    if restyle_id not in RESTYLES:
        raise Refused(Code.NOT_FOUND, f"restyle_id {restyle_id} is not known")
    return RESTYLES[restyle_id]
