"""START HERE: every address that the simulated useapi.net answers, and the command that runs it."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from simulator.serving.side_door import BadOrder, refused
from simulator.serving.wire import Wire
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
from simulator.useapi.control import Control
from simulator.useapi.endpoints import ALIASES, NOW
from simulator.useapi.jobs import Timeline
from simulator.useapi.media import Media
from simulator.useapi.refusals import UNAUTHORIZED, Refused, answer
from simulator.useapi.server import run
from simulator.useapi.webhooks import Notifier
from simulator.useapi.world import Options, World

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from starlette.types import ASGIApp

    from simulator.serving.process import Site

    Handler = Callable[[Request], Awaitable[Response]]

_API = "/v2/pixverse"


def main(argv: list[str]) -> int:
    return run(argv, make_app)


def make_app(options: Options, site: Site) -> ASGIApp:
    world = World(options, site.now)
    world.base_url = site.url
    timeline = Timeline(world)
    media = Media(world)
    control = Control(world, timeline)
    app = Starlette(
        routes=[*control.routes(), *media.routes(), *api_routes(timeline)],
        exception_handlers={
            Refused: answer,
            BadOrder: refused,
            HTTPException: _not_found,
            ClientDisconnect: _nobody_there,
        },
        lifespan=_lifespan(world, timeline, media),
    )
    app.router.redirect_slashes = False
    app.state.world = world
    control.wire = Wire(app, site.now, site.connections)
    return control.wire


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
        ("GET", f"{_API}/images/{{video_id}}", images.get_image),
        ("DELETE", f"{_API}/images/{{video_id}}", images.delete_image),
    ]
    routes = []
    for method, path, handler in table:
        guarded = _guarded(handler, timeline)
        # Both spellings are answered in place: the real service redirects neither.
        routes += [Route(form, guarded, methods=[method]) for form in (path, f"{path}/")]
    return routes


def _guarded(handler: Handler, timeline: Timeline) -> Handler:
    """The token first; then every job that is due ends, so that no answer is out of date."""

    async def handle(request: Request) -> Response:
        token = request.app.state.world.token
        if request.headers.get("authorization") != f"Bearer {token}":
            raise Refused(401, UNAUTHORIZED)
        timeline.settle()
        return await handler(request)

    return handle


async def _gone(request: Request) -> Response:
    raise Refused(404, f"{request.method} {request.url.path}: Not Found", code=404)


async def _nobody_there(request: Request, error: Exception) -> Response:  # noqa: ARG001
    """The client left in the middle of its request: nothing was done, nobody hears this."""
    return Response(status_code=400)


async def _not_found(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    body = {"error": f"{request.method} {request.url.path}: {error.detail}"}
    return JSONResponse(body | {"code": error.status_code}, error.status_code)


def _lifespan(
    world: World, timeline: Timeline, media: Media
) -> Callable[[Starlette], contextlib.AbstractAsyncContextManager[None]]:
    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:  # noqa: ARG001
        notifier = Notifier(world)
        ticker = asyncio.create_task(timeline.run())
        try:
            yield
        finally:
            ticker.cancel()
            await asyncio.gather(ticker, return_exceptions=True)
            await notifier.close()
            media.close()
            world.close()

    return lifespan
