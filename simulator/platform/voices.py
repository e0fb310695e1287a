"""The voices that can speak in a video: the system's, and those made of somebody's recording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.film.sniffing import Kind
from simulator.platform import sources
from simulator.platform.access import account_of, page_of, world_of
from simulator.platform.envelope import Code, Refused, envelope, success, wrong
from simulator.platform.fields import Id, Text, read_json, read_values
from simulator.platform.records import Voice
from simulator.platform.speakers import SPEAKERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from simulator.platform.fields import Rule
    from simulator.platform.records import Account
    from simulator.platform.world import World

_NEW_VOICE: Mapping[str, Rule] = {"name": Text(64), "audio_media_id": Id()}
_RECORDING: Mapping[str, Rule] = {"audio_media_id": Id()}


async def list_speakers(request: Request) -> Response:
    """The newer address; `speaker_type` adds the account's own voices."""
    return _listed(request, closed="old")


async def list_speakers_as_before(request: Request) -> Response:
    return _listed(request, closed="new")


def _listed(request: Request, *, closed: str) -> Response:
    world = world_of(request)
    account = account_of(request)
    if world.switches.tts_paths == closed:
        return envelope(404, "page not found", status=404)
    rows = _rows(world, account, request.query_params.get("speaker_type", "system"))
    cut = page_of(request).cut(rows)
    data = [{"speaker_id": speaker, "name": name} for speaker, name in cut]
    return success({"total": len(rows), "data": data})


def _rows(world: World, account: Account, which: str) -> list[tuple[str, str]]:
    own = [
        (one.speaker_id, one.name)
        for one in world.voices.values()
        if one.account_id == account.account_id
    ]
    system = list(SPEAKERS.items())
    choices = {"system": system, "custom": own, "all": [*system, *own]}
    if which not in choices:
        raise wrong("speaker_type must be system, custom or all")
    return choices[which]


async def create_voice(request: Request) -> Response:
    world = world_of(request)
    account = account_of(request)
    body = read_values(await read_json(request), _NEW_VOICE, tuple(_NEW_VOICE), world.switches)
    media = sources.media(world, account, body["audio_media_id"], Kind.AUDIO)
    voice = Voice(
        speaker_id=f"speaker-{world.next_number()}",
        account_id=account.account_id,
        name=body["name"],
        media=media.number,
    )
    world.keep_voice(voice)
    return success({"speaker_id": voice.speaker_id, "name": voice.name})


async def delete_voice(request: Request) -> Response:
    world = world_of(request)
    account = account_of(request)
    voice = world.voices.get(request.path_params["speaker_id"])
    if voice is None or voice.account_id != account.account_id:
        raise Refused(Code.NOT_FOUND, "The speaker is not known")
    world.drop_voice(voice)
    return success(None)


async def verify_audio(request: Request) -> Response:
    """Asked before a music video is made of a recording."""
    world = world_of(request)
    account = account_of(request)
    body = read_values(await read_json(request), _RECORDING, tuple(_RECORDING), world.switches)
    media = sources.media(world, account, body["audio_media_id"], Kind.AUDIO)
    return success({"audio_media_id": media.number, "verified": True})
