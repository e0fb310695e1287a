"""The HTTP server: announces its address, can cut a connection, stops quickly on a signal."""

import asyncio
import contextlib
import signal
import socket
import struct
import sys
from collections.abc import Callable, Iterator

import uvicorn
from starlette.types import ASGIApp, Scope
from uvicorn.protocols.http.h11_impl import H11Protocol

_open_connections: dict[tuple[str, int], asyncio.Transport] = {}


class CuttableProtocol(H11Protocol):
    """Remembers its connection, so that a fault can cut it without an answer."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._peer: tuple[str, int] = transport.get_extra_info("peername")[:2]
        _open_connections[self._peer] = transport

    def connection_lost(self, exc: Exception | None) -> None:
        _open_connections.pop(self._peer, None)
        super().connection_lost(exc)


def drop_connection(scope: Scope) -> None:
    """Reset the TCP connection of this request: the caller sees no answer at all."""
    transport = _open_connections.get(tuple(scope.get("client") or ()))
    if transport is None:
        return
    connection = transport.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()


class Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, on_stop: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_stop = on_stop

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """A signal is an ordinary end here: status 0, waiting requests are sent home first."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop)
        yield

    def _stop(self) -> None:
        self.should_exit = True
        self._on_stop()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        host, port = (sockets or [])[0].getsockname()[:2]
        sys.stdout.write(f"listening http://{host}:{port}\n")
        sys.stdout.flush()


def _listener(host: str, port: int) -> socket.socket:
    # asyncio turns Nagle's delay off only for sockets that say they are TCP; without that each
    # answer would wait 40 ms for the caller's acknowledgement.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    listener.listen(512)
    return listener


def serve(app: ASGIApp, host: str, port: int, on_stop: Callable[[], None]) -> None:
    listener = _listener(host, port)
    config = uvicorn.Config(
        app,
        http=CuttableProtocol,
        ws="none",
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=1,
        lifespan="on",
    )
    asyncio.run(Server(config, on_stop).serve(sockets=[listener]))
