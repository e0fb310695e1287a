"""`make demo`: both simulators and the real, unchanged bot on this machine, with a chat page to try it in.

The three are processes of their own, as they would be in the world; this one starts them in order,
says where the page is, and ends them together. What was done is kept in the folder `demo-data`.
"""

import argparse
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx

BOT_TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"  # noqa: S105 (known to the simulator only)
API_TOKEN = "user:1-demo"  # noqa: S105
API_KEY = "sk-demo"
ADMIN_ID = 1001
ADMIN = {
    "id": ADMIN_ID,
    "first_name": "Olivia",
    "username": "olivia",
    "language_code": "en",
    "note": "admin",
}
PEOPLE = (
    ADMIN,
    {"id": 1002, "first_name": "Ben", "username": "ben"},
    {"id": 1003, "first_name": "Chiara", "username": "chiara"},
)
GROUP, TOPICS = "Film club", ("Ideas", "Premieres")
STOP_SECONDS = 10
READY_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Provider:
    """Who makes the videos of the demo: its simulator, and what the bot has to know of it."""

    name: str
    simulator: str
    options: tuple[str, ...]
    secret: tuple[str, str]
    address: str

    def settings(self, url: str) -> dict[str, str]:
        """The environment variables that choose it."""
        return {"PROVIDER": self.name, self.secret[0]: self.secret[1], self.address: url}


PROVIDERS = {
    one.name: one
    for one in (
        Provider(
            "useapi", "useapi", ("--token", API_TOKEN), ("USEAPI_TOKEN", API_TOKEN), "USEAPI_URL"
        ),
        Provider(
            "pixverse",
            "platform",
            ("--key", API_KEY),
            ("PIXVERSE_API_KEY", API_KEY),
            "PIXVERSE_API_URL",
        ),
        Provider(
            "useapi-v1",
            "useapi-v1",
            ("--token", API_TOKEN),
            ("USEAPI_TOKEN", API_TOKEN),
            "USEAPI_URL",
        ),
    )
}


class DemoFailed(Exception):
    """A part of the demo did not start; the text says which."""


@dataclass(frozen=True, slots=True)
class Part:
    """One process of the demo."""

    name: str
    process: subprocess.Popen[str]


def main(arguments: Sequence[str]) -> int:
    """Run until Ctrl-C. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m simulator demo", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("demo-data"))
    parser.add_argument("--port", type=int, default=8088, help="the page's port; 0: any free one")
    parser.add_argument("--render-seconds", type=float, default=8)
    parser.add_argument("--provider", choices=sorted(PROVIDERS), default="useapi")
    options = parser.parse_args(arguments)
    parts: list[Part] = []
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        page = start(
            parts, options.data, options.port, options.render_seconds, PROVIDERS[options.provider]
        )
        say(f"\n  The demo is ready: {page}\n\n  Ctrl-C stops it; what you did is kept.\n")
        return watch(parts)
    except DemoFailed as failure:
        sys.stderr.write(f"{failure}\n")
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        stop(parts)


def say(words: str) -> None:
    """At once, also into a pipe."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def start(
    parts: list[Part], data: Path, port: int, render_seconds: float, provider: Provider
) -> str:
    """Start everything in order; returns the address of the page."""
    data.mkdir(parents=True, exist_ok=True)
    telegram = simulator(
        parts, "telegram", port, data, "--token", BOT_TOKEN, "--username", "pixverse_demo_bot",
        "--name", "PixVerse demo",
    )  # fmt: skip
    address = simulator(
        parts,
        provider.simulator,
        0,
        data,
        *provider.options,
        "--render-seconds",
        str(render_seconds),
    )
    people(telegram)
    start_bot(parts, data, telegram, provider.settings(address))
    return telegram


def people(telegram: str) -> None:
    """Those whom one can be, and a group of theirs with topics, where a first start has not made it."""
    with httpx.Client(base_url=telegram, timeout=10) as world:
        for person in PEOPLE:
            world.post("/world/people", json=person).raise_for_status()
        chats = world.get("/world/chats", params={"person": ADMIN_ID}).json()["chats"]
        if any(chat["type"] != "private" for chat in chats):
            return
        members = [person["id"] for person in PEOPLE]
        group = {"title": GROUP, "members": members, "forum": True, "bot_admin": True}
        number = world.post("/world/groups", json=group).raise_for_status().json()["id"]
        for name in TOPICS:
            topic = {"person": ADMIN_ID, "chat": number, "name": name}
            world.post("/world/topics", json=topic).raise_for_status()


def simulator(parts: list[Part], name: str, port: int, data: Path, *more: str) -> str:
    """Start one simulator; returns its address."""
    command = ["simulator", name, "--port", str(port), "--data", str(data / name), *more]
    process = run(parts, f"the simulated {name}", command, os.environ, stdout=subprocess.PIPE)
    assert process.stdout
    words = process.stdout.readline().split()
    if len(words) != 2 or words[0] != "listening":
        raise DemoFailed(
            f"The simulated {name} did not start. Is port {port} in use? Try --port 0."
        )
    return words[1]


def start_bot(parts: list[Part], data: Path, telegram: str, provider: Mapping[str, str]) -> None:
    """Start the bot as its users would: `python -m bot` with nothing but environment variables."""
    settings = {
        "TELEGRAM_BOT_TOKEN": BOT_TOKEN,
        "TELEGRAM_API_URL": telegram,
        **provider,
        "ADMIN_IDS": str(ADMIN_ID),
        "DATA_DIR": str(data / "bot"),
        "HTTP_PORT": "0",
        "POLL_SECONDS": "2",
        "LOG_LEVEL": "WARNING",
    }
    kept = {name: value for name, value in os.environ.items() if not name.endswith("_TOKEN")}
    run(parts, "the bot", ["bot"], {**kept, **settings})
    wait_for_bot(parts[-1], telegram)


def wait_for_bot(bot: Part, telegram: str) -> None:
    """Until the bot has published its command menu: then it listens."""
    deadline = time.monotonic() + READY_SECONDS
    somebody = str(PEOPLE[1]["id"])
    where = {"person": somebody, "chat": somebody}
    while time.monotonic() < deadline and bot.process.poll() is None:
        answer = httpx.get(f"{telegram}/world/commands", params=where, timeout=10).json()
        if answer["commands"]:
            return
        time.sleep(0.1)
    raise DemoFailed("The bot did not start; its last words are above.")


def run(
    parts: list[Part],
    name: str,
    module: Sequence[str],
    environment: Mapping[str, str],
    stdout: int | None = None,
) -> subprocess.Popen[str]:
    """Start `python -m …` in a session of its own, so that Ctrl-C reaches only this process."""
    process = subprocess.Popen(  # noqa: S603 (our own modules)
        [sys.executable, "-m", *module],
        env=dict(environment),
        stdout=stdout,
        text=True,
        start_new_session=True,
    )
    parts.append(Part(name, process))
    return process


def watch(parts: Sequence[Part]) -> int:
    """Until a part ends by itself, which none should."""
    while True:
        for part in parts:
            if part.process.poll() is not None:
                raise DemoFailed(f"{part.name} ended by itself.")
        time.sleep(0.5)


def stop(parts: Sequence[Part]) -> None:
    """End all parts, the bot first, so that it finishes what it has in hand."""
    for part in reversed(parts):
        part.process.terminate()
        try:
            part.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            part.process.kill()
            part.process.wait()
