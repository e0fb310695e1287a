"""START HERE: every address that the simulated useapi.net answers, and the command that runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.routing import Route

from simulator.serving.assembly import Parts, assemble, in_both_spellings, settled
from simulator.useapi import (
    accounts,
    effects_page,
    files,
    generate,
    images,
    platform_account,
    scheduler,
)
from simulator.useapi import videos as video_pages
from simulator.useapi import voices as voice_pages
from simulator.useapi.access import world_of
from simulator.useapi.control import Control
from simulator.useapi.endpoints import ALIASES, NOW
from simulator.useapi.jobs import Timeline
from simulator.useapi.media import Media
from simulator.useapi.refusals import Refused, answer, check_token, not_found
from simulator.useapi.server import run
from simulator.useapi.webhooks import Notifier
from simulator.useapi.world import Options, World

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp

    from simulator.serving.assembly import Handler, Refusals
    from simulator.serving.process import Site

_API = "/v2/pixverse"


def main(argv: list[str]) -> int:
    return run(argv, make_app)


def make_app(options: Options, site: Site) -> ASGIApp:
    world = World(options, site)
    timeline = Timeline(world)
    parts = Parts(world, timeline, Media(world), Notifier(world), Control(world, timeline))
    refusals: Refusals = {Refused: answer, HTTPException: not_found}
    return assemble(site, parts, api_routes(timeline), refusals)


def api_routes(timeline: Timeline) -> list[Route]:
    table: list[tuple[str, str, Handler]] = [
        ("GET", "/v2/account", platform_account.get_platform_account),
        ("POST", "/v2/account", platform_account.set_platform_account),
        ("GET", f"{_API}/accounts", accounts.list_accounts),
        ("GET", f"{_API}/accounts/{{email}}", accounts.get_account),
        ("POST", f"{_API}/accounts/{{email}}", accounts.put_account),
        ("DELETE", f"{_API}/accounts/{{email}}", accounts.delete_account),
        ("GET", f"{_API}/features", accounts.get_features),
        ("POST", f"{_API}/files", files.upload_file),
        ("GET", f"{_API}/scheduler", scheduler.list_running),
        ("GET", f"{_API}/scheduler/available", scheduler.list_available),
        ("DELETE", f"{_API}/scheduler/{{video_id}}", scheduler.forget),
        ("GET", f"{_API}/videos", video_pages.list_videos),
        ("GET", f"{_API}/videos/effects", effects_page.list_effects),
        ("GET", f"{_API}/videos/voices", voice_pages.list_voices),
        *(("POST", f"{_API}/videos/{name}", generate.handler_of(name)) for name in NOW),
        *(
            ("POST", f"{_API}/videos/{name}", generate.handler_of(one))
            for name, one in ALIASES.items()
        ),
        # Withdrawn by the vendor; without these rows their names would be taken for ids.
        ("POST", f"{_API}/videos/restyle", _gone),
        ("GET", f"{_API}/videos/restyles", _gone),
        ("POST", f"{_API}/videos/create-v3", _gone),
        ("GET", f"{_API}/videos/{{video_id}}", video_pages.get_video),
        ("DELETE", f"{_API}/videos/{{video_id}}", video_pages.delete_video),
        ("POST", f"{_API}/images/create", images.create_images),
        ("GET", f"{_API}/images", images.list_images),
        ("GET", f"{_API}/images/{{video_id}}", images.get_image),
        ("DELETE", f"{_API}/images/{{video_id}}", images.delete_image),
    ]
    return in_both_spellings(
        (method, path, _guarded(settled(handler, timeline))) for method, path, handler in table
    )


def _guarded(handler: Handler) -> Handler:
    """Without the token nothing happens, not even the end of jobs that are due."""

    async def handle(request: Request) -> Response:
        check_token(request, world_of(request).token)
        return await handler(request)

    return handle


async def _gone(request: Request) -> Response:
    raise Refused(404, f"{request.method} {request.url.path}: Not Found", code=404)
