"""The HTTP server over real sockets: health, the provider's webhook, and everything that is not there."""

import asyncio
import io
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime

import aiohttp
import pytest
from starlette.types import ASGIApp

from bot.providers.adapter import NotTheirs
from bot.web.health import Part, Readiness
from bot.web.server import CannotListen, HttpServer, PortInUse, ProviderHook, build_app
from jobs.ids import VideoId
from jobs.nursery import Nursery
from tests.clock import NOON, SettableClock

SECRET = "a-secret-path"


@asynccontextmanager
async def serving(app: ASGIApp) -> AsyncIterator[aiohttp.ClientSession]:
    server = HttpServer(app, "127.0.0.1", 0)
    await server.start()
    try:
        async with aiohttp.ClientSession(f"http://127.0.0.1:{server.port}") as client:
            yield client
    finally:
        await server.stop()


class Thing:
    """Something the bot depends on."""

    def __init__(self, seen_at: datetime | None = None, trouble: Exception | None = None) -> None:
        self.seen: datetime | None = seen_at
        self.trouble = trouble
        self.probes = 0
        self.gate = asyncio.Event()
        self.gate.set()

    async def probe(self) -> None:
        self.probes += 1
        await self.gate.wait()
        if self.trouble:
            raise self.trouble

    def part(self) -> Part:
        return Part(self.probe, lambda: self.seen)


class Hints:
    """Takes what the provider's webhook says."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.came = asyncio.Event()

    async def __call__(self, video_id: str) -> None:
        self.told.append(video_id)
        self.came.set()
        if video_id == "bad":
            raise RuntimeError("no database")

    def read(self, headers: Mapping[str, str], body: bytes) -> VideoId | None:
        if headers.get("x-sender") == "somebody else":
            raise NotTheirs("not signed")
        return VideoId(body.decode()) or None

    def hook(self) -> ProviderHook:
        return ProviderHook(SECRET, self.read, self)


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock()


@pytest.fixture
async def nursery() -> AsyncIterator[Nursery]:
    nursery = Nursery()
    yield nursery
    await nursery.close()


def readiness(clock: SettableClock, nursery: Nursery, **things: Thing) -> Readiness:
    parts = {name: thing.part() for name, thing in things.items()}
    return Readiness(parts, clock=clock, nursery=nursery, probe_seconds=0.05)


@pytest.fixture
async def app(clock: SettableClock, nursery: Nursery) -> ASGIApp:
    return build_app(readiness(clock, nursery))


async def test_it_is_alive_and_says_no_more_than_needed(app: ASGIApp) -> None:
    async with serving(app) as client, client.get("/healthz") as answer:
        assert (answer.status, await answer.text()) == (200, "ok")
        assert "Server" not in answer.headers


async def test_ready_when_every_part_was_seen_lately(
    clock: SettableClock, nursery: Nursery
) -> None:
    things = {name: Thing(NOON) for name in ("database", "telegram", "provider")}
    clock.advance(seconds=60)
    async with (
        serving(build_app(readiness(clock, nursery, **things))) as client,
        client.get("/readyz") as answer,
    ):
        assert answer.status == 200
        assert await answer.json() == {"database": "ok", "telegram": "ok", "provider": "ok"}
    assert not any(thing.probes for thing in things.values())


async def test_what_was_not_seen_lately_is_tried(clock: SettableClock, nursery: Nursery) -> None:
    old, new, broken, stuck = (
        Thing(NOON),
        Thing(),
        Thing(trouble=OSError("https://example.com/secret")),
        Thing(),
    )
    stuck.gate.clear()
    clock.advance(seconds=61)
    ready = readiness(clock, nursery, old=old, new=new, broken=broken, stuck=stuck)
    async with serving(build_app(ready)) as client, client.get("/readyz") as answer:
        assert answer.status == 503
        assert await answer.json() == {
            "old": "ok",
            "new": "ok",
            "broken": "OSError",
            "stuck": "no answer in time",
        }


async def test_many_who_ask_cause_one_try(clock: SettableClock, nursery: Nursery) -> None:
    thing = Thing()
    thing.gate.clear()
    ready = readiness(clock, nursery, thing=thing)
    asking = [asyncio.create_task(ready.check()) for _ in range(20)]
    await asyncio.sleep(0)
    asking[0].cancel()
    thing.gate.set()
    answers = await asyncio.gather(*asking, return_exceptions=True)
    assert answers[1:] == [{"thing": "ok"}] * 19
    assert thing.probes == 1
    clock.advance(seconds=9.9)
    await ready.check()
    assert thing.probes == 1
    clock.advance(seconds=0.1)
    thing.trouble = OSError()
    assert await ready.check() == {"thing": "OSError"}
    assert thing.probes == 2


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", "/healthz/"),
        ("GET", "/telegram"),
        ("POST", "/telegram"),
        ("POST", "/healthz"),
        ("GET", f"/provider/{SECRET}"),
        ("POST", f"/provider/{SECRET}x"),
        ("POST", "/provider/%C3%BC"),
        ("POST", "/provider/"),
        ("POST", f"/provider/{SECRET}/more"),
    ],
)
async def test_nothing_else_is_there(
    clock: SettableClock, nursery: Nursery, method: str, path: str
) -> None:
    hints = Hints()
    app = build_app(readiness(clock, nursery), provider=hints.hook())
    async with serving(app) as client, client.request(method, path, data=b"42") as answer:
        assert answer.status == 404
        assert await answer.text() == "Not Found"
    assert hints.told == []


async def test_without_a_public_address_there_is_no_provider_webhook(app: ASGIApp) -> None:
    async with serving(app) as client, client.post(f"/provider/{SECRET}") as answer:
        assert answer.status == 404


async def test_the_providers_webhook_is_a_hint(clock: SettableClock, nursery: Nursery) -> None:
    hints = Hints()
    app = build_app(readiness(clock, nursery), provider=hints.hook())
    async with serving(app) as client:
        for body in (b"bad", b"", b"x" * (1024 * 1024 + 1), b"42"):
            hints.came.clear()
            async with client.post(f"/provider/{SECRET}", data=io.BytesIO(body)) as answer:
                assert (answer.status, await answer.text()) == (200, "ok")
            if body in {b"bad", b"42"}:
                await hints.came.wait()
    assert hints.told == ["bad", "42"]


async def test_a_webhook_of_somebody_else_is_no_hint(
    clock: SettableClock, nursery: Nursery
) -> None:
    hints = Hints()
    app = build_app(readiness(clock, nursery), provider=hints.hook())
    async with serving(app) as client:
        headers = {"X-Sender": "somebody else"}
        async with client.post(f"/provider/{SECRET}", data=b"42", headers=headers) as answer:
            assert answer.status == 403
    assert hints.told == []


async def test_a_port_that_is_taken_is_said_in_one_line(app: ASGIApp) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortInUse, match=rf"127\.0\.0\.1:{port} is in use .*HTTP_PORT"):
            await HttpServer(app, "127.0.0.1", port).start()


async def test_an_address_of_another_machine_is_said_in_one_line(app: ASGIApp) -> None:
    with pytest.raises(CannotListen, match=r"^cannot listen at 192\.0\.2\.1:0: "):
        await HttpServer(app, "192.0.2.1", 0).start()


async def test_a_stop_lets_requests_finish_and_frees_the_port(
    clock: SettableClock, nursery: Nursery
) -> None:
    thing = Thing()
    thing.gate.clear()
    ready = Readiness({"thing": thing.part()}, clock=clock, nursery=nursery, probe_seconds=60)
    server = HttpServer(build_app(ready), "127.0.0.1", 0)
    await server.start()
    port = server.port
    async with aiohttp.ClientSession() as client:
        asked = asyncio.create_task(client.get(f"http://127.0.0.1:{port}/readyz"))
        while not thing.probes:  # noqa: ASYNC110 (it comes over a socket)
            await asyncio.sleep(0.001)
        stopping = asyncio.create_task(server.stop())
        await asyncio.sleep(0)
        thing.gate.set()
        answer = await asked
        assert answer.status == 200
        answer.release()
        await stopping
    again = HttpServer(build_app(ready), "127.0.0.1", port)
    await again.start()
    await again.stop()
    await again.stop()
