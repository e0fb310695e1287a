"""How the simulator is started: its own options beside those that all have."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from simulator.serving import process
from simulator.useapi.world import Options

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp

    from simulator.serving.process import Site

    MakeApp = Callable[[Options, Site], ASGIApp]

_DEMO_TOKEN = "user:1-demo"  # noqa: S105 - a token of a simulator


def arguments(argv: list[str]) -> argparse.Namespace:
    parser = process.options("useapi")
    parser.add_argument("--token", default=_DEMO_TOKEN, help="what clients must send")
    parser.add_argument("--accounts", type=int, default=1, help="PixVerse accounts at first")
    parser.add_argument(
        "--off-peak-seconds", type=float, help="of a job at night rates; else twice the others'"
    )
    parser.add_argument(
        "--january", action="store_true", help="the API of January 2026, without what came later"
    )
    return parser.parse_args(argv)


def run(argv: list[str], make_app: MakeApp) -> int:
    args = arguments(argv)
    return process.run(args, lambda site: make_app(_options(args), site))


def _options(args: argparse.Namespace) -> Options:
    return Options(
        token=args.token,
        accounts=args.accounts,
        render_seconds=args.render_seconds,
        off_peak_seconds=args.off_peak_seconds,
        january=args.january,
        seed=args.seed,
    )
