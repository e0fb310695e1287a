"""START HERE: every address that the simulated v1 answers, and the command that runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from simulator.serving import process
from simulator.serving.assembly import Parts, assemble, in_both_spellings, settled
from simulator.serving.timeline import Timeline
from simulator.useapi.refusals import NO_SUBSCRIPTION, Refused, check_token, not_found
from simulator.useapi_v1 import channels, forms, jobs, submit
from simulator.useapi_v1.access import world_of
from simulator.useapi_v1.callbacks import Notifier
from simulator.useapi_v1.control import Control
from simulator.useapi_v1.media import Media
from simulator.useapi_v1.records import Job, Status
from simulator.useapi_v1.world import Options, World

if TYPE_CHECKING:
    import argparse

    from starlette.requests import Request
    from starlette.routing import Route
    from starlette.types import ASGIApp

    from simulator.serving.agenda import Agenda
    from simulator.serving.assembly import Handler, Refusals
    from simulator.serving.process import Site

_API = "/v1/pixverse"
_DEMO_TOKEN = "user:1-legacy"  # noqa: S105 - a token of a simulator


def main(argv: list[str]) -> int:
    parser = process.options("useapi-v1")
    parser.add_argument("--token", default=_DEMO_TOKEN, help="what clients must send")
    parser.add_argument("--accounts", type=int, default=1, help="Discord channels at first")
    args = parser.parse_args(argv)
    return process.run(args, lambda site: make_app(_options(args), site))


def _options(args: argparse.Namespace) -> Options:
    return Options(
        token=args.token,
        channels=args.accounts,
        render_seconds=args.render_seconds,
        seed=args.seed,
    )


def make_app(options: Options, site: Site) -> ASGIApp:
    world = World(options, site)
    timeline: Timeline[str, Job, Status] = Timeline(world)
    media = Media(world)
    parts = Parts(world, timeline, media, Notifier(world, media), Control(world, timeline))
    refusals: Refusals = {Refused: _refused, HTTPException: not_found}
    return assemble(site, parts, api_routes(timeline, media), refusals)


def api_routes(timeline: Agenda, media: Media) -> list[Route]:
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
    return in_both_spellings(
        (method, _API + path, _guarded(settled(handler, timeline)))
        for method, path, handler in table
    )


def _guarded(handler: Handler) -> Handler:
    """Without the token nothing happens, not even the end of jobs that are due."""

    async def handle(request: Request) -> Response:
        world = world_of(request)
        check_token(request, world.token)
        if not world.subscription:
            raise Refused(402, NO_SUBSCRIPTION)
        return await handler(request)

    return handle


async def _refused(request: Request, refusal: Exception) -> Response:  # noqa: ARG001
    """Every refusal repeats its status, unlike in v2."""
    assert isinstance(refusal, Refused)
    return JSONResponse({"error": refusal.text, "code": refusal.status}, refusal.status)
