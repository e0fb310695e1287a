"""Puts the simulated Telegram together and starts it: `python -m simulator telegram`."""

import argparse
import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from simulator.serving.connections import Connections
from simulator.serving.server import listening, serve
from simulator.telegram.botapi import BotApi
from simulator.telegram.control import ControlApi
from simulator.telegram.webhook import WebhookSender
from simulator.telegram.world import World
from simulator.telegram.world_api import WorldApi

_KEEP_ALIVE_SECONDS = 75  # longer than a long poll
_PAGE = Path(__file__).parent.parent / "page"


def create_app(world: World, connections: Connections) -> ASGIApp:
    api = BotApi(world, connections=connections)
    sender = WebhookSender(world, api)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        delivery = asyncio.create_task(sender.run())
        yield
        world.stop()
        delivery.cancel()
        await asyncio.gather(delivery, return_exceptions=True)
        world.store.flush()

    routes: list[BaseRoute] = [
        Route("/bot{token}/{method}", api.endpoint, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", api.download, methods=["GET"]),
        *WorldApi(world).routes(),
        *ControlApi(world, api).routes(),
    ]
    routes.append(Mount("/", StaticFiles(directory=_PAGE, html=True, check_dir=False)))
    return _Durable(Starlette(routes=routes, lifespan=lifespan), world)


class _Durable:
    """Writes the world to disk before any answer leaves: what was answered survives a kill."""

    def __init__(self, app: ASGIApp, world: World) -> None:
        self._app = app
        self._world = world

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_durably(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._world.store.flush()
            await send(message)

        await self._app(scope, receive, send_durably)


def main(argv: list[str]) -> int:
    options = _options(argv)
    world = World(options.data)
    if options.token:
        bot = world.register(options.token, options.username, options.name, reads_all=False)
        world.choose(bot)
        world.store.flush()
    try:
        connections, listener = Connections(), listening(options.host, options.port)
        app = create_app(world, connections)
        serve(app, listener, connections, on_stop=world.stop, keep_alive=_KEEP_ALIVE_SECONDS)
    finally:
        world.close()
    return 0


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m simulator telegram", description="A simulated Telegram Bot API server."
    )
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081, help="0 takes a free one")
    parser.add_argument("--data", type=Path, help="keep the world in this folder")
    parser.add_argument("--token", help="register a bot with this token")
    parser.add_argument("--username", default="demo_bot")
    parser.add_argument("--name", default="Demo bot")
    return parser.parse_args(argv)
