"""START HERE: every address that the simulated platform answers, and the command that runs it."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from simulator.film.sniffing import Kind
from simulator.platform import (
    account,
    agents,
    control,
    edits,
    endpoints,
    envelope,
    masks,
    orders,
    restyles,
    results,
    template_list,
    uploads,
    voices,
)
from simulator.platform.jobs import Timeline
from simulator.platform.media import Media
from simulator.platform.submit import handler_of
from simulator.platform.webhooks import Notifier
from simulator.platform.world import Options, World
from simulator.serving import process
from simulator.serving.side_door import BadOrder, refused
from simulator.serving.wire import Wire

if TYPE_CHECKING:
    import argparse
    from collections.abc import AsyncIterator, Awaitable, Callable

    from starlette.types import ASGIApp

    from simulator.platform.endpoints import Endpoint
    from simulator.platform.submit import Maker
    from simulator.serving.process import Site

    Handler = Callable[[Request], Awaitable[Response]]

_API = "/openapi/v2"
_DEMO_KEY = "sk-demo"
_GENERATIONS: tuple[tuple[Endpoint, Maker], ...] = (
    (endpoints.TEXT, orders.text),
    (endpoints.IMAGE, orders.image),
    (endpoints.TRANSITION, orders.transition),
    (endpoints.MULTI_TRANSITION, orders.multi_transition),
    (endpoints.FUSION, orders.fusion),
    (endpoints.EXTEND, edits.extend),
    (endpoints.LIP_SYNC, edits.lip_sync),
    (endpoints.SOUND_EFFECT, edits.sound_effect),
    (endpoints.RESTYLE, edits.restyled),
    (endpoints.SWAP, edits.swap),
    (endpoints.MODIFY, edits.modify),
    (endpoints.MIMIC, edits.mimic),
    (endpoints.UPSCALE, edits.upscale),
    (endpoints.AVATAR, edits.avatar),
    (agents.AGENT, agents.agent),
    (agents.MUSIC_VIDEO, agents.music_video),
)


def main(argv: list[str]) -> int:
    parser = process.options("platform")
    parser.add_argument(
        "--key", action="append", help="an API key, which is an account; may be given repeatedly"
    )
    parser.add_argument("--credits", type=int, default=15_000, help="of each account at first")
    parser.add_argument("--concurrency", type=int, default=5, help="generations at once")
    args = parser.parse_args(argv)
    return process.run(args, lambda site: make_app(_options(args, site), site))


def _options(args: argparse.Namespace, site: Site) -> Options:
    return Options(
        directory=site.directory,
        keys=tuple(args.key or [_DEMO_KEY]),
        credits=args.credits,
        concurrency=args.concurrency,
        render_seconds=args.render_seconds,
        seed=args.seed,
        journal=site.journal,
    )


def make_app(options: Options, site: Site) -> ASGIApp:
    world = World(options, site.now)
    world.base_url = site.url
    timeline = Timeline(world)
    media = Media(world)
    notifier = Notifier(world, media)
    door = control.Control(world, timeline, notifier)
    app = Starlette(
        routes=[*door.routes(), *media.routes(), *api_routes(timeline, media)],
        exception_handlers={
            envelope.Refused: envelope.answer,
            BadOrder: refused,
            HTTPException: _not_found,
            ClientDisconnect: _nobody_there,
        },
        lifespan=_lifespan(world, timeline, media, notifier),
    )
    app.router.redirect_slashes = False
    app.state.world = world
    door.wire = Wire(app, site.now, site.connections, header="api-key", caller=_caller(world))
    return door.wire


def api_routes(timeline: Timeline, media: Media) -> list[Route]:
    video, image = results.result_page(media, Kind.VIDEO), results.result_page(media, Kind.IMAGE)
    table: list[tuple[str, str, Handler]] = [
        ("GET", "/account/balance", account.get_balance),
        ("POST", "/account/billing/usage-detail", account.list_usage),
        ("POST", "/image/upload", uploads.upload_image),
        ("POST", "/media/upload", uploads.upload_media),
        ("POST", "/audio/verification", voices.verify_audio),
        *(("POST", one.path, handler_of(one, maker)) for one, maker in _GENERATIONS),
        ("POST", "/video/mask/selection", masks.select_masks),
        ("GET", "/video/result/{number}", video),
        ("GET", "/video/restyle/list", restyles.list_restyles),
        ("GET", "/video/effects/templates/list", template_list.list_templates),
        ("GET", "/video/tts_speaker", voices.list_speakers),
        ("GET", "/video/lip_sync/tts_list", voices.list_speakers_as_before),
        ("POST", "/video/tts_speaker", voices.create_voice),
        ("DELETE", "/video/tts_speaker/{speaker_id}", voices.delete_voice),
        (
            "POST",
            "/image/template/generate",
            handler_of(endpoints.IMAGE_TEMPLATE, orders.image_template),
        ),
        ("GET", "/image/result/{number}", image),
    ]
    return [
        Route(_API + path, _settled(handler, timeline), methods=[method])
        for method, path, handler in table
    ]


def _settled(handler: Handler, timeline: Timeline) -> Handler:
    """Every job that is due ends first, so that no answer is out of date."""

    async def handle(request: Request) -> Response:
        timeline.settle()
        return await handler(request)

    return handle


def _caller(world: World) -> Callable[[str], str | None]:
    def caller(key: str) -> str | None:
        account = world.accounts.get(key)
        return None if account is None else str(account.account_id)

    return caller


async def _nobody_there(request: Request, error: Exception) -> Response:  # noqa: ARG001
    """The client left in the middle of its request: nothing was done, nobody hears this."""
    return Response(status_code=400)


async def _not_found(request: Request, error: Exception) -> Response:  # noqa: ARG001
    """No envelope: the request never came as far as the API."""
    assert isinstance(error, HTTPException)
    return PlainTextResponse(f"{error.status_code} {error.detail}", error.status_code)


def _lifespan(
    world: World, timeline: Timeline, media: Media, notifier: Notifier
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
