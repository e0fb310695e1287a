"""The HTTP server: health for whoever watches, webhooks for Telegram and the provider, nothing else."""

import errno
import hmac
import logging
import socket
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.providers.adapter import NotTheirs
from bot.updates.webhook import PATH, Webhook
from bot.web.bodies import TooLong, read_body
from bot.web.health import OK, Readiness
from jobs.ids import VideoId
from jobs.nursery import Nursery

log = logging.getLogger(__name__)

STOP_SECONDS = 5
BACKLOG = 1024
KEEP_ALIVE_SECONDS = 75


class CannotListen(Exception):
    """The server's address cannot be used; the text says why in one line."""


class PortInUse(CannotListen):
    """Another program listens there already."""


@dataclass(frozen=True, slots=True)
class ProviderHook:
    """The provider's webhook. Only the video's id is taken from its body: the hint to look now.

    `ending` is how its address ends, `mentioned` finds the id in headers and body, `on_hint` is told of
    it after the answer has gone out.
    """

    ending: str
    mentioned: Callable[[Mapping[str, str], bytes], VideoId | None]
    on_hint: Callable[[VideoId], Awaitable[None]]

    async def receive(self, request: Request) -> Response:
        given = str(request.path_params["ending"]).encode()
        if not hmac.compare_digest(given, self.ending.encode()):
            return _not_found()
        try:
            video_id = self.mentioned(request.headers, await read_body(request))
        except NotTheirs as why:
            log.warning("a webhook was refused: %s", why)
            return PlainTextResponse("Forbidden", status_code=403)
        except (TooLong, ClientDisconnect):
            video_id = None
        hint = BackgroundTask(self._tell, video_id) if video_id else None
        return PlainTextResponse("ok", background=hint)

    async def _tell(self, video_id: VideoId) -> None:
        try:
            await self.on_hint(video_id)
        except Exception:
            # Nothing is lost: the next listing shows what the webhook hinted at.
            log.exception("a webhook's hint was lost")


def build_app(
    readiness: Readiness,
    *,
    telegram: Webhook | None = None,
    provider: ProviderHook | None = None,
) -> Starlette:
    """All addresses that the bot answers at; anything else is 404."""

    async def readyz(_: Request) -> Response:
        report = await readiness.check()
        ready = all(state == OK for state in report.values())
        return JSONResponse(dict(report), status_code=200 if ready else 503)

    routes = [Route("/healthz", _alive), Route("/readyz", readyz)]
    if telegram:
        routes.append(Route(PATH, telegram.receive, methods=["POST"]))
    if provider:
        routes.append(Route("/provider/{ending}", provider.receive, methods=["POST"]))
    app = Starlette(routes=routes, exception_handlers={405: _answer_not_found})
    app.router.redirect_slashes = False
    return app


async def _alive(_: Request) -> Response:
    return PlainTextResponse("ok")


def _not_found() -> Response:
    return PlainTextResponse("Not Found", status_code=404)


async def _answer_not_found(_: Request, __: Exception) -> Response:
    return _not_found()


class _Uvicorn(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals are the process's business: it ends its parts in order."""
        yield


class HttpServer:
    """Serves an app until it is stopped."""

    def __init__(self, app: ASGIApp, host: str, port: int) -> None:
        self._app = app
        self._host = host
        self._port = port
        self._nursery = Nursery()
        self._server: _Uvicorn | None = None

    @property
    def port(self) -> int:
        """The port, once started: also where any free one was asked for."""
        return self._port

    async def start(self) -> None:
        """Listen. Raises PortInUse, CannotListen."""
        listener = _listen(self._host, self._port)
        self._port = listener.getsockname()[1]
        config = uvicorn.Config(
            self._app,
            lifespan="off",
            ws="none",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_keep_alive=KEEP_ALIVE_SECONDS,
            timeout_graceful_shutdown=STOP_SECONDS,
        )
        config.load()
        self._server = _Uvicorn(config)
        # Whoever connects before it runs waits in the listener's backlog.
        self._nursery.start(self._server.serve(sockets=[listener]), "HTTP server")

    async def stop(self) -> None:
        """Finish the requests that are being answered, for 5 s at most."""
        if self._server is not None:
            self._server.should_exit = True
            await self._nursery.rest()
            self._server = None


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen(BACKLOG)
        except OSError:
            listener.close()
            raise
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortInUse(f"{host}:{port} is in use already; choose another HTTP_PORT") from None
        raise CannotListen(f"cannot listen at {host}:{port}: {error.strerror}") from None
    return listener
