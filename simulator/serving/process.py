"""A simulated provider as a process: the options that all have, and where it keeps things."""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.serving.connections import Connections
from simulator.serving.server import address_of, listening, serve

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp

    MakeApp = Callable[["Site"], ASGIApp]


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
    listener = listening(args.host, args.port)
    site = Site(address_of(listener), directory, journal, Connections())
    serve(make_app(site), listener, site.connections)
    return 0
