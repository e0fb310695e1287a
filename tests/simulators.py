"""The two simulators as processes of their own, started once for all tests that need them."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

BOT_TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
API_TOKEN = "user:1-story"


@dataclass(frozen=True)
class Simulators:
    """Their addresses."""

    telegram: str
    useapi: str


@contextmanager
def simulators() -> Iterator[Simulators]:
    """Both, on free ports of the loopback, until the block ends."""
    with (
        _simulator("telegram", "--token", BOT_TOKEN, "--username", "story_bot") as telegram,
        _simulator("useapi", "--token", API_TOKEN, "--render-seconds", "0.5") as useapi,
    ):
        yield Simulators(telegram, useapi)


@contextmanager
def _simulator(name: str, *options: str) -> Iterator[str]:
    with started(name, *options) as (_, url):
        yield url


@contextmanager
def started(name: str, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process of one simulator, and its address. It stops cleanly, unless the test has killed it."""
    command = [sys.executable, "-m", "simulator", name, "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        words = process.stdout.readline().split()
        assert words[:1] == ["listening"], f"the simulated {name} did not start"
        try:
            yield process, words[1]
        finally:
            process.terminate()
            try:
                assert process.wait(10) in (0, -signal.SIGKILL)
            finally:
                process.kill()
