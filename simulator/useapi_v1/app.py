"""START HERE: every address that the simulated v1 answers, and the command that runs it."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from simulator.serving import process
from simulator.serving.side_door import BadOrder, refused
from simulator.serving.wire import Wire
from simulator.useapi.refusals import NO_SUBSCRIPTION, UNAUTHORIZED, Refused
from simulator.useapi_v1 import channels, forms, jobs, submit
from simulator.useapi_v1.callbacks import Notifier
from simulator.useapi_v1.control import Control
from simulator.useapi_v1.media import Media
from simulator.useapi_v1.world import Options, World

if TYPE_CHECKING:
    import argparse
    from collections.abc import AsyncIterator, Awaitable, Callable

    from starlette.types import ASGIApp

    from simulator.serving.process import Site

    Handler = Callable[[Request], Awaitable[Response]]

_API = "/v1/pixverse"
_DEMO_TOKEN = "user:1-legacy"  # noqa: S105 - a token of a simulator


def main(argv: list[str]) -> int:
    parser = process.options("useapi-v1")
    parser.add_argument("--token", default=_DEMO_TOKEN, help="what clients must send")
    parser.add_argument("--accounts", type=int, default=1, help="Discord channels at first")
    args = parser.parse_args(argv)
    return process.run(args, lambda site: make_app(_options(args, site), site))


def _options(args: argparse.Namespace, site: Site) -> Options:
    return Options(
        directory=site.directory,
        token=args.token,
        channels=args.accounts,
        render_seconds=args.render_seconds,
        seed=args.seed,
        journal=site.journal,
    )


def make_app(options: Options, site: Site) -> ASGIApp:
    world = World(options, site.now)
    world.base_url = site.url
    timeline = jobs.Timeline(world)
    media = Media(world)
    notifier = Notifier(world, media)
    control = Control(world, timeline)
    app = Starlette(
        routes=[*control.routes(), *media.routes(), *api_routes(timeline, media)],
        exception_handlers={
            Refused: _refused,
            BadOrder: refused,
            HTTPException: _not_found,
            ClientDisconnect: _nobody_there,
        },
        lifespan=_lifespan(world, timeline, media, notifier),
    )
    app.router.redirect_slashes = False
    app.state.world = world
    control.wire = Wire(app, site.now, site.connections)
    return control.wire


def api_routes(timeline: jobs.Timeline, media: Media) -> list[Route]:
    table: list[tuple[str, str, Handler]] = [
        *(("POST", f"/{one.name}", submit.handler_of(one)) for one in forms.COMMANDS),
        ("POST", "/button", submit.press),
        ("GET", "/jobs", jobs.job_page(media)),
        ("GET", "/jobs/cancel", jobs.cancel),
        ("GET", "/account", channels.list_channels),
        ("GET", "/account/{channel}", channels.get_channel),
        ("POST", "/account/{channel}", channels.put_channel),
        ("DELETE", "/account/{channel}", channels.delete_channel),
    ]
    routes = []
    for method, path, handler in table:
        guarded = _guarded(handler, timeline)
        # Both spellings are answered in place: the real service redirects neither.
        forms_of_path = (_API + path, f"{_API}{path}/")
        routes += [Route(form, guarded, methods=[method]) for form in forms_of_path]
    return routes


def _guarded(handler: Handler, timeline: jobs.Timeline) -> Handler:
    """The token first; then every job that is due ends, so that no answer is out of date."""

    async def handle(request: Request) -> Response:
        world: World = request.app.state.world
        if request.headers.get("authorization") != f"Bearer {world.token}":
            raise Refused(401, UNAUTHORIZED)
        if not world.subscription:
            raise Refused(402, NO_SUBSCRIPTION)
        timeline.settle()
        return await handler(request)

    return handle


async def _nobody_there(request: Request, error: Exception) -> Response:  # noqa: ARG001
    """The client left in the middle of its request: nothing was done, nobody hears this."""
    return Response(status_code=400)


async def _refused(request: Request, refusal: Exception) -> Response:  # noqa: ARG001
    """Every refusal repeats its status, unlike in v2."""
    assert isinstance(refusal, Refused)
    return JSONResponse({"error": refusal.text, "code": refusal.status}, refusal.status)


async def _not_found(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    body = {"error": f"{request.method} {request.url.path}: {error.detail}"}
    return JSONResponse(body | {"code": error.status_code}, error.status_code)


def _lifespan(
    world: World, timeline: jobs.Timeline, media: Media, notifier: Notifier
) -> Callable[[Starlette], contextlib.AbstractAsyncContextManager[None]]:
    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:  # noqa: ARG001
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
