"""Starts one simulated service, or the whole demo: `python -m simulator telegram|useapi|demo|…`."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_SERVICES = {
    "telegram": "simulator.telegram.app",
    "useapi": "simulator.useapi.app",
    "platform": "simulator.platform.app",
    "useapi-v1": "simulator.useapi_v1.app",
    "demo": "simulator.demo",
}


def main(argv: list[str]) -> int:
    if not argv or argv[0] not in _SERVICES:
        print(f"usage: python -m simulator {'|'.join(_SERVICES)} [options]", file=sys.stderr)
        return 2
    start: Callable[[list[str]], int] = import_module(_SERVICES[argv[0]]).main
    return start(argv[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
