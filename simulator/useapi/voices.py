"""The voices that can speak in a video."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from simulator.useapi.access import world_of
from simulator.useapi.accounts import account_for_reading

if TYPE_CHECKING:
    from starlette.requests import Request

VOICES = {"1": "Emily", "2": "James", "3": "Isabella", "4": "Liam", "5": "Chloe", "6": "Adrian"}
# The real list has one address that ends in a line break; clients have to trim it.
_UNTRIMMED = "3"


async def list_voices(request: Request) -> Response:
    world = world_of(request)
    account_for_reading(request)
    rows = [
        {"speaker_id": speaker, "url": _sample(world.base_url, speaker), "display_name": name}
        for speaker, name in VOICES.items()
    ]
    return JSONResponse({"tts_list": rows})


def _sample(base_url: str, speaker: str) -> str:
    url = f"{base_url}/media/voices/{speaker}.mp3"
    return f"{url}\n" if speaker == _UNTRIMMED else url
