"""CPU per button press that changes a draft: a durable write, an answer and an edit."""

import asyncio
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp

from tests.bench.process import Measured, running
from tests.bench.world import TOKEN, World, world

PEOPLE = 1000
ROUNDS = 3
TELEGRAM_ANSWERS_IN = 0.060
READY_SECONDS = 20
PATIENCE = 60.0

numbers: Iterator[int] = count(1)


@dataclass(frozen=True)
class Load:
    """Median over the rounds: CPU milliseconds a press, presses a second, 99th percentile in seconds."""

    cpu_ms: float
    per_second: float
    p99: float


class Crowd:
    """Many people who write to one program by webhook."""

    def __init__(self, outside: World, session: aiohttp.ClientSession) -> None:
        self._world = outside
        self._session = session

    async def _post(self, update: dict[str, Any]) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self._world.hook_secret}
        body = {"update_id": next(numbers), **update}
        async with self._session.post(self._world.hook, json=body, headers=headers) as answer:
            assert answer.status == 200, answer.status

    async def write(self, person: int) -> None:
        """Say something, and wait for the card."""
        done = self._world.expect(person)
        chat = {"id": person, "type": "private", "first_name": "P"}
        user = {"id": person, "is_bot": False, "first_name": "P"}
        message = {"message_id": 5, "date": 1795300000, "chat": chat, "from": user, "text": "a cat"}
        await self._post({"message": message})
        await asyncio.wait_for(done, PATIENCE)

    async def press(self, person: int) -> float:
        """Press the first button that flips something; returns the seconds until it was shown."""
        done = self._world.expect(person)
        chat = {"id": person, "type": "private", "first_name": "P"}
        user = {"id": person, "is_bot": False, "first_name": "P"}
        message = {"message_id": 10, "date": 1795300000, "chat": chat, "text": "card"}
        query = {
            "id": str(person),
            "from": user,
            "message": message,
            "chat_instance": "1",
            "data": flip(self._world.keyboards[person]),
        }
        began = time.perf_counter()
        await self._post({"callback_query": query})
        await asyncio.wait_for(done, PATIENCE)
        return time.perf_counter() - began


def flip(keyboard: list[list[dict[str, Any]]]) -> str:
    """A button that changes the draft at once: a choice, and of those the last."""
    data = [str(key["callback_data"]) for row in keyboard for key in row]
    return next((one for one in reversed(data) if one.startswith("c|")), data[0])


async def at_once(people: list[int], in_flight: int, act: Any) -> list[float]:
    """Everybody acts once, so many at the same time."""
    queue = iter(people)
    results: list[float] = []

    async def one_after_another() -> None:
        for person in queue:
            results.append(await act(person))

    await asyncio.gather(*(one_after_another() for _ in range(in_flight)))
    return results


async def measure(module: str, folder: Path, port: int) -> dict[int, Load]:
    """One program, at 64 and at 256 in flight."""
    async with (
        world() as outside,
        aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session,
    ):
        outside.delay = TELEGRAM_ANSWERS_IN
        environment = settings(outside, folder, port)
        async with running(module, environment) as program:
            await asyncio.wait_for(outside.first_call.wait(), READY_SECONDS)
            await reachable(session, outside)
            crowd = Crowd(outside, session)
            people = list(range(1000, 1000 + PEOPLE))
            await at_once(people, 64, crowd.write)
            return {
                in_flight: await rounds(program, crowd, people, in_flight)
                for in_flight in (64, 256)
            }


async def rounds(program: Measured, crowd: Crowd, people: list[int], in_flight: int) -> Load:
    loads = []
    for _ in range(ROUNDS):
        cpu, began = program.cpu_seconds(), time.perf_counter()
        waits = sorted(await at_once(people, in_flight, crowd.press))
        took = time.perf_counter() - began
        cpu_ms = (program.cpu_seconds() - cpu) / len(people) * 1000
        loads.append(Load(cpu_ms, len(people) / took, waits[int(len(waits) * 0.99)]))
    return Load(
        statistics.median(load.cpu_ms for load in loads),
        statistics.median(load.per_second for load in loads),
        statistics.median(load.p99 for load in loads),
    )


def settings(outside: World, folder: Path, port: int) -> dict[str, str]:
    """The environment that all three programs understand."""
    folder.mkdir(parents=True, exist_ok=True)
    return {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": outside.url,
        "USEAPI_TOKEN": "user:1-bench",
        "USEAPI_URL": outside.url,
        "DATA_DIR": str(folder),
        "HTTP_PORT": str(port),
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "ACCESS": "open",
        "ASK_CONSENT": "false",
        "LOG_LEVEL": "WARNING",
        "DAILY_CREDITS": "1000000",
        "MONTHLY_CREDITS": "1000000",
    }


async def reachable(session: aiohttp.ClientSession, outside: World) -> None:
    """Wait until the program's webhook answers."""
    async with asyncio.timeout(READY_SECONDS):
        while True:
            try:
                async with session.get(outside.hook):
                    return
            except aiohttp.ClientError:
                await asyncio.sleep(0.02)
