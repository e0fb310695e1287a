"""A simulator as a process: the options that all have, the listening socket, a clean stop."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import socket
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from simulator.serving.connections import Connections

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from starlette.types import ASGIApp

    MakeApp = Callable[["Site"], ASGIApp]

_STOP_SECONDS = 1


@dataclass(frozen=True, slots=True)
class Site:
    """Where a simulator lives: its address, and where it keeps things."""

    url: str
    directory: Path  # uploads and rendered media
    journal: Path | None  # what survives a restart; None: nothing does
    connections: Connections

    def now(self) -> datetime:
        return datetime.now(UTC)


def options(name: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"python -m simulator {name}")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--data", type=Path, help="keep accounts, uploads, videos here")
    parser.add_argument("--render-seconds", type=float, default=8.0)
    parser.add_argument("--seed", type=int, default=1)
    return parser


def run(args: argparse.Namespace, make_app: MakeApp) -> int:
    """Serves until SIGTERM or SIGINT, then returns 0; without --data nothing stays behind."""
    if args.data is not None:
        args.data.mkdir(parents=True, exist_ok=True)
        return _serve(args, args.data, args.data / "journal.jsonl", make_app)
    with tempfile.TemporaryDirectory(prefix="simulator-") as directory:
        return _serve(args, Path(directory), None, make_app)


def _serve(
    args: argparse.Namespace, directory: Path, journal: Path | None, make_app: MakeApp
) -> int:
    listener = socket.create_server((args.host, args.port), backlog=1024)
    # Connections inherit it; without it every answer on a kept connection waits 40 ms for the client.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    host = "127.0.0.1" if args.host in ("0.0.0.0", "") else args.host  # noqa: S104
    url = f"http://{host}:{listener.getsockname()[1]}"
    site = Site(url, directory, journal, Connections())
    config = uvicorn.Config(
        make_app(site),
        http=_protocol(site.connections),
        loop="asyncio",
        ws="none",
        lifespan="on",
        log_level="error",
        access_log=False,
        timeout_graceful_shutdown=_STOP_SECONDS,
    )
    sys.stdout.write(f"listening {url}\n")
    sys.stdout.flush()
    asyncio.run(_run_until_stopped(_Server(config), listener))
    return 0


async def _run_until_stopped(server: _Server, listener: socket.socket) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, server.stop)
    await server.serve(sockets=[listener])


class _Server(uvicorn.Server):
    """uvicorn raises the signal again after its stop; here a stop that was asked for is success."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    def stop(self) -> None:
        self.should_exit = True


def _protocol(connections: Connections) -> type[asyncio.Protocol]:
    class Protocol(H11Protocol):
        def connection_made(self, transport: Any) -> None:
            connections.opened(transport)
            super().connection_made(transport)

        def connection_lost(self, exc: Exception | None) -> None:
            connections.closed(self.transport)
            super().connection_lost(exc)

    return Protocol
