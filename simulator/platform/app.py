"""START HERE: every address that the simulated platform answers, and the command that runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
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
from simulator.platform.media import Media
from simulator.platform.records import Job, Status
from simulator.platform.submit import handler_of
from simulator.platform.webhooks import Notifier
from simulator.platform.world import Options, World
from simulator.serving import process
from simulator.serving.assembly import Parts, assemble, settled
from simulator.serving.timeline import Timeline

if TYPE_CHECKING:
    import argparse

    from starlette.requests import Request
    from starlette.types import ASGIApp

    from simulator.platform.endpoints import Endpoint
    from simulator.platform.submit import Maker
    from simulator.serving.agenda import Agenda
    from simulator.serving.assembly import Handler, Refusals
    from simulator.serving.process import Site
    from simulator.serving.wire import Caller

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
    return process.run(args, lambda site: make_app(_options(args), site))


def _options(args: argparse.Namespace) -> Options:
    return Options(
        keys=tuple(args.key or [_DEMO_KEY]),
        credits=args.credits,
        concurrency=args.concurrency,
        render_seconds=args.render_seconds,
        seed=args.seed,
    )


def make_app(options: Options, site: Site) -> ASGIApp:
    world = World(options, site)
    timeline: Timeline[int, Job, Status] = Timeline(world)
    media = Media(world)
    notifier = Notifier(world, media)
    door = control.Control(world, timeline, notifier)
    parts = Parts(world, timeline, media, notifier, door)
    refusals: Refusals = {envelope.Refused: envelope.answer, HTTPException: _not_found}
    api = api_routes(timeline, media)
    return assemble(site, parts, api, refusals, header="api-key", caller=_caller(world))


def api_routes(timeline: Agenda, media: Media) -> list[Route]:
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
        Route(_API + path, settled(handler, timeline), methods=[method])
        for method, path, handler in table
    ]


def _caller(world: World) -> Caller:
    def caller(key: str) -> str | None:
        account = world.accounts.get(key)
        return None if account is None else str(account.account_id)

    return caller


async def _not_found(request: Request, error: Exception) -> Response:  # noqa: ARG001
    """No envelope: the request never came as far as the API."""
    assert isinstance(error, HTTPException)
    return PlainTextResponse(f"{error.status_code} {error.detail}", error.status_code)
