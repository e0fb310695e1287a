"""What providers report: read at the real address, a hint at most, and harmless from whomever it comes."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from bot.providers.adapter import OpenProvider
from bot.web.health import Readiness
from bot.web.server import HttpServer, ProviderHook, build_app
from jobs.ids import VideoId
from jobs.lifecycle import Job
from jobs.nursery import Nursery
from jobs.ports import Pending, Ready
from tests.clock import SettableClock
from tests.integration.providers.carrying import job_for, opened, seen, started
from tests.integration.providers.worlds import World
from tests.integration.simulated import PATIENCE
from tests.provider_requests import Requests

SECRET = "what-nobody-else-can-guess"


class Post:
    """One delivery, as it came."""

    def __init__(self, headers: Mapping[str, str], body: bytes) -> None:
        names = ("content-type", *(name for name in headers if name.startswith("webhook")))
        self.headers = {name: headers[name] for name in names if name in headers}
        self.body = body


class Office:
    """The bot's address for reports, with the provider that reads them."""

    def __init__(self, world: World) -> None:
        self.ending = world.adapter.name if world.adapter.signed else SECRET
        self.posts: asyncio.Queue[Post] = asyncio.Queue()
        self.hints: list[VideoId] = []
        self.provider: OpenProvider
        self.url = ""

    def mentioned(self, headers: Mapping[str, str], body: bytes) -> VideoId | None:
        self.posts.put_nowait(Post(headers, body))
        return self.provider.mentioned(headers, body)

    async def hint(self, video_id: VideoId) -> None:
        self.hints.append(video_id)

    async def next_post(self) -> Post:
        return await asyncio.wait_for(self.posts.get(), PATIENCE)

    async def send(self, post: Post, url: str | None = None) -> int:
        async with httpx.AsyncClient(trust_env=False) as client:
            answer = await client.post(url or self.url, content=post.body, headers=post.headers)
            return answer.status_code


@asynccontextmanager
async def open_office(world: World, home: Path, clock: SettableClock) -> AsyncIterator[Office]:
    office, nursery = Office(world), Nursery()
    hook = ProviderHook(office.ending, office.mentioned, office.hint)
    readiness = Readiness({}, clock=clock, nursery=nursery)
    server = HttpServer(build_app(readiness, provider=hook), "127.0.0.1", 0)
    await server.start()
    office.url = f"http://127.0.0.1:{server.port}/provider/{office.ending}"
    reports = world.reports_to(office.url)
    async with opened(world, home, clock, reply_url=office.url, **reports) as office.provider:
        yield office
    await server.stop()
    await nursery.close()


@pytest.fixture
async def office(world: World, tmp_path: Path, clock: SettableClock) -> AsyncIterator[Office]:
    async with open_office(world, tmp_path, clock) as office:
        yield office


@pytest.fixture
async def job(world: World, office: Office, clock: SettableClock) -> Job:
    """It has been rendering for a while, and was just looked at."""
    request = Requests(world.adapter.offer).text()
    job = await started(office.provider, job_for(world, clock, request))
    clock.advance(seconds=20)
    assert await seen(office.provider, job) == Pending()
    return job


async def test_a_report_is_a_hint_to_look_and_its_copies_change_nothing(
    world: World, office: Office, job: Job
) -> None:
    world.finish()
    post = await office.next_post()
    sighting = await seen(office.provider, job)
    assert isinstance(sighting, Ready)
    for _ in range(2):
        assert await office.send(post) == 200
    assert office.hints
    assert set(office.hints) == {job.video_id}
    assert await seen(office.provider, job) in (sighting, Pending())


async def test_what_a_report_claims_is_not_believed(
    world: World, office: Office, job: Job, clock: SettableClock
) -> None:
    """Whoever knows the address can make the bot look, and nothing else."""
    world.finish()
    genuine = await office.next_post()
    request = Requests(world.adapter.offer).text()
    running = await started(office.provider, job_for(world, clock, request, 2))
    body = genuine.body.replace(str(job.video_id).encode(), str(running.video_id).encode())
    assert body != genuine.body
    status = await office.send(Post({}, body))
    assert status == (403 if world.adapter.signed else 200)
    assert await seen(office.provider, running) == Pending()
    assert (running.video_id in office.hints) is not world.adapter.signed


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b'{"id": [1]}', b"\xff\xfe", b"9" * 5_000])
async def test_nonsense_is_no_mistake_of_ours(office: Office, body: bytes) -> None:
    assert await office.send(Post({"content-type": "application/json"}, body)) in (200, 403)
    assert await office.send(Post({}, body), office.url + "x") == 404
    assert not set(office.hints) - {body.decode(errors="replace")}
