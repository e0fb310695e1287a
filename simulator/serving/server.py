"""The HTTP server of every simulator: says where it listens, can cut a connection, stops at once on a signal."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
import sys
from typing import TYPE_CHECKING, Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from starlette.types import ASGIApp

    from simulator.serving.connections import Connections

_STOP_SECONDS = 1
_KEEP_ALIVE_SECONDS = 5


def listening(host: str, port: int) -> socket.socket:
    """Port 0 takes a free one."""
    listener = socket.create_server((host, port), backlog=1024)
    # Connections inherit it; without it every answer on a kept connection waits 40 ms for the client.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def address_of(listener: socket.socket) -> str:
    """As somebody on this machine reaches it."""
    host, port = listener.getsockname()[:2]
    return f"http://{'127.0.0.1' if host == '0.0.0.0' else host}:{port}"  # noqa: S104


def serve(
    app: ASGIApp,
    listener: socket.socket,
    connections: Connections,
    *,
    on_stop: Callable[[], None] = lambda: None,
    keep_alive: int = _KEEP_ALIVE_SECONDS,
) -> None:
    """Until SIGTERM or SIGINT. `on_stop` sends home those who wait; `keep_alive` is in seconds."""
    config = uvicorn.Config(
        app,
        http=_protocol(connections),
        loop="asyncio",
        ws="none",
        lifespan="on",
        log_level="error",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=keep_alive,
        timeout_graceful_shutdown=_STOP_SECONDS,
    )
    asyncio.run(_Server(config, address_of(listener), on_stop).serve(sockets=[listener]))


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, url: str, on_stop: Callable[[], None]) -> None:
        super().__init__(config)
        self._url = url
        self._on_stop = on_stop

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """uvicorn raises the signal again after its stop; here a stop that was asked for is success."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop)
        yield

    def _stop(self) -> None:
        self.should_exit = True
        self._on_stop()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        sys.stdout.write(f"listening {self._url}\n")
        sys.stdout.flush()


def _protocol(connections: Connections) -> type[asyncio.Protocol]:
    class Protocol(H11Protocol):
        def connection_made(self, transport: Any) -> None:
            connections.opened(transport)
            super().connection_made(transport)

        def connection_lost(self, exc: Exception | None) -> None:
            connections.closed(self.transport)
            super().connection_lost(exc)

    return Protocol
