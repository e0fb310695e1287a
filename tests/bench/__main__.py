"""Run all measurements and print them as tables."""

import asyncio
import platform
import shutil
import socket
import sys
import tempfile
from pathlib import Path

from tests.bench import others, presses

PROGRAMS = {"floor": "tests.bench.floor", "this bot": "bot", "usual stack": "tests.bench.stock"}


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def say(line: str = "") -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


async def button_presses(home: Path) -> None:
    say(
        "A button press that changes the draft (durable write, answer, edit); Telegram answers in 60 ms\n"
    )
    say("| program | in flight | CPU ms per press | of the floor | presses/s | p99 s |")
    say("|---|---|---|---|---|---|")
    floor: dict[int, presses.Load] = {}
    for name, module in PROGRAMS.items():
        loads = await presses.measure(module, home / name.replace(" ", "-"), free_port())
        floor = floor or loads
        for in_flight, load in loads.items():
            times = load.cpu_ms / floor[in_flight].cpu_ms
            say(
                f"| {name} | {in_flight} | {load.cpu_ms:.2f} | {times:.1f} x |"
                f" {load.per_second:.0f} | {load.p99:.2f} |"
            )


async def the_rest(home: Path) -> None:
    idle = await others.idle(home / "idle", free_port())
    say(
        f"\nStart to the first call for updates: {idle.start:.2f} s; idle memory: {idle.memory:.0f} MB"
    )
    relay = await others.photos(home / "photos", free_port())
    say(
        f"{others.PHOTOS} photos of 10 MB at once: +{relay.memory:.0f} MB at the peak,"
        f" {relay.seconds:.1f} s, {relay.whole} arrived whole"
    )
    for jobs, accounts in ((1, 1), (1000, 1), (1000, 4)):
        folder = home / f"jobs-{jobs}-{accounts}"
        each = await others.requests_per_interval(folder, free_port(), jobs, accounts)
        say(f"{jobs} rendering jobs on {accounts} accounts: {each:.1f} list requests per interval")


async def main() -> None:
    say(
        f"Python {platform.python_version()}, {platform.machine()}, medians of {presses.ROUNDS} rounds\n"
    )
    home = Path(tempfile.mkdtemp(prefix="bench-"))
    try:
        await button_presses(home)
        await the_rest(home)
    finally:
        shutil.rmtree(home)


if __name__ == "__main__":
    asyncio.run(main())
