"""Lists as no documentation promises them: out of order, in circles, refused, or without an end.

A listing that was not complete must never prove a paid job absent.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from bot.providers.useapi.provider import UseApiProvider
from jobs.errors import OutcomeUnknown, Reason, Refused
from jobs.ids import FileId, JobId, VideoId
from jobs.ports import Accepted, Pending, Ready, Unseen
from pixverse.useapi import UseApi
from tests.servers import PUBLIC
from tests.unit.bot.useapi_examples import (
    EMAIL,
    SEED,
    SUBMITTED,
    a_job,
    effect_request,
    row,
    text,
)


class Server:
    """A useapi.net of which only the lists are of interest."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self.running: list[dict[str, Any]] = []
        self.by_id: dict[str, dict[str, Any]] = {}
        self.longest_page = 100
        self.refuse_above: int | None = None
        self.next_offset: Callable[[int], int] | None = None
        self.asked: list[httpx.Request] = []

    def answer(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        path = request.url.path.removeprefix("/v2/pixverse")
        if path == "/scheduler/":
            return httpx.Response(200, json=self.running)
        if path == "/videos/":
            return self._page(request)
        video_id = path.removeprefix("/videos/")
        if video_id in self.by_id:
            return httpx.Response(200, json=self.by_id[video_id])
        return httpx.Response(404, json={"error": "The original video has been deleted"})

    def _page(self, request: httpx.Request) -> httpx.Response:
        limit = int(request.url.params["limit"])
        if self.refuse_above is not None and limit > self.refuse_above:
            return httpx.Response(400, json={"error": "limit is too large", "code": 400})
        start = int(request.url.params.get("offset", 0))
        end = start + min(limit, self.longest_page)
        following = end if end < len(self.rows) else 0
        if self.next_offset:
            following = self.next_offset(start)
        page = {"data": self.rows[start:end], "next_offset": following, "total": len(self.rows)}
        return httpx.Response(200, json=page)

    @property
    def pages(self) -> int:
        return sum(request.url.path.endswith("/videos/") for request in self.asked)


class NoPictures:
    @asynccontextmanager
    async def open(self, file_id: FileId) -> AsyncIterator[AsyncIterator[bytes]]:
        raise Refused(Reason.PICTURE_GONE)
        yield


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
async def provider(server: Server, tmp_path: Path) -> AsyncIterator[UseApiProvider]:
    async with UseApi(
        token=SecretStr("user:1-x"), transport=httpx.MockTransport(server.answer)
    ) as client:
        provider = UseApiProvider(
            client,
            NoPictures(),
            directory=tmp_path,
            reply_url=None,
            server=PUBLIC,
        )
        yield provider
        provider.close()


def shown(number: int, created_at: datetime | None, **fields: Any) -> dict[str, Any]:
    """A row of somebody else's finished video, unless `fields` say otherwise."""
    video = row(
        video_id=f"user:7-pixverse:{EMAIL}-video:{number}",
        created_at=created_at.isoformat() if created_at else None,
        **{"seed": number} | fields,
    )
    return video.model_dump(mode="json", exclude_none=True)


def history(count: int, newest: datetime = SUBMITTED, **fields: Any) -> list[dict[str, Any]]:
    """So many videos, one a minute, newest first."""
    return [shown(1000 + n, newest - timedelta(minutes=n), **fields) for n in range(count)]


LATER = SUBMITTED + timedelta(minutes=500)
OURS = shown(42, SUBMITTED + timedelta(seconds=2), seed=SEED)


async def test_the_search_ends_where_the_list_is_older_than_the_job(
    server: Server, provider: UseApiProvider
) -> None:
    server.rows = history(5000)
    assert await provider.find(a_job()) is None
    assert server.pages == 1


async def test_the_search_goes_back_to_the_submission(
    server: Server, provider: UseApiProvider
) -> None:
    server.rows = [*history(499, LATER), OURS, *history(500, SUBMITTED - timedelta(hours=1))]
    assert await provider.find(a_job()) == Accepted(VideoId(OURS["video_id"]))
    assert server.pages == 5


async def test_a_list_in_no_order_is_read_to_its_end(
    server: Server, provider: UseApiProvider
) -> None:
    old = history(150, SUBMITTED - timedelta(hours=1))
    server.rows = [*old[::-1], *history(200, SUBMITTED - timedelta(days=1)), OURS]
    assert await provider.find(a_job()) == Accepted(VideoId(OURS["video_id"]))


async def test_an_oldest_first_list_is_read_to_its_end(
    server: Server, provider: UseApiProvider
) -> None:
    server.rows = [*history(250, SUBMITTED - timedelta(hours=1))[::-1], OURS]
    assert await provider.find(a_job()) == Accepted(VideoId(OURS["video_id"]))


async def test_rows_without_a_time_do_not_end_the_search(
    server: Server, provider: UseApiProvider
) -> None:
    server.rows = [shown(n, None) for n in range(130)] + [OURS]
    assert await provider.find(a_job()) == Accepted(VideoId(OURS["video_id"]))


async def test_a_list_that_goes_in_circles_proves_nothing(
    server: Server, provider: UseApiProvider
) -> None:
    server.rows = history(300, LATER)
    server.next_offset = lambda _start: 100
    with pytest.raises(OutcomeUnknown):
        await provider.find(a_job())
    assert server.pages == 2


async def test_a_list_without_an_end_proves_nothing(
    server: Server, provider: UseApiProvider
) -> None:
    server.rows = history(100_000, SUBMITTED + timedelta(days=365))
    with pytest.raises(OutcomeUnknown):
        await provider.find(a_job())


async def test_a_server_that_refuses_long_pages_is_asked_for_short_ones(
    server: Server, provider: UseApiProvider
) -> None:
    server.refuse_above = 40
    server.rows = [*history(90, LATER), OURS]
    assert await provider.find(a_job()) == Accepted(VideoId(OURS["video_id"]))
    before = server.pages
    await provider.find(a_job())
    assert [int(r.url.params["limit"]) for r in server.asked[-3:]] == [40, 40, 40]
    assert server.pages == before + 3


async def test_a_row_that_may_be_ours_is_neither_adopted_nor_paid_again(
    server: Server, provider: UseApiProvider
) -> None:
    server.rows = [shown(42, SUBMITTED, seed=SEED, prompt="a blue fox")]
    with pytest.raises(OutcomeUnknown):
        await provider.find(a_job())
    server.rows.append(OURS)
    assert await provider.find(a_job()) == Accepted(VideoId(OURS["video_id"]))


async def test_the_running_list_is_believed_first(server: Server, provider: UseApiProvider) -> None:
    server.running = [
        {"videoId": "user:7-pixverse:x-video:1", "replyRef": ""},
        {"videoId": "user:7-pixverse:x-video:2", "replyRef": "ref-1"},
    ]
    assert await provider.find(a_job()) == Accepted(VideoId("user:7-pixverse:x-video:2"))
    server.running = [{"replyRef": "ref-1"}]
    with pytest.raises(OutcomeUnknown):
        await provider.find(a_job())


async def test_an_empty_account_proves_a_video_absent_but_not_a_picture(
    server: Server, provider: UseApiProvider
) -> None:
    assert await provider.find(a_job(text())) is None
    request = effect_request(effect_request().effect.model_copy(update={"makes_image": True}))
    with pytest.raises(OutcomeUnknown):
        await provider.find(a_job(request))


async def test_a_missing_job_costs_no_more_pages_than_it_takes_to_know(
    server: Server, provider: UseApiProvider
) -> None:
    server.rows = history(5000, SUBMITTED + timedelta(minutes=30))
    job = a_job(video_id=VideoId(OURS["video_id"]))
    assert await provider.look(EMAIL, [job]) == {job.id: Unseen()}
    assert server.pages == 1


async def test_a_job_deep_in_a_long_list_is_read_by_its_id(
    server: Server, provider: UseApiProvider
) -> None:
    server.rows = history(5000, LATER + timedelta(days=30))
    job = a_job(video_id=VideoId(OURS["video_id"]))
    other = a_job(id=JobId(2), video_id=VideoId(server.rows[3]["video_id"]))
    seen = await provider.look(EMAIL, [job, other])
    assert seen[job.id] == Pending()
    assert isinstance(seen[other.id], Ready)
    server.by_id[OURS["video_id"]] = OURS
    seen = await provider.look(EMAIL, [job, other])
    assert isinstance(seen[job.id], Ready)


async def test_a_thousand_jobs_take_one_request(server: Server, provider: UseApiProvider) -> None:
    server.longest_page = 10_000
    server.rows = history(1200)
    jobs = [a_job(id=JobId(n), video_id=VideoId(server.rows[n]["video_id"])) for n in range(1000)]
    seen = await provider.look(EMAIL, jobs)
    assert len(seen) == 1000
    assert all(isinstance(sighting, Ready) for sighting in seen.values())
    assert len(server.asked) == 1


async def test_one_picture_that_cannot_be_read_does_not_hold_up_the_others(
    server: Server, provider: UseApiProvider
) -> None:
    server.rows = [OURS]
    server.by_id["odd"] = {"video_status": "?"}
    done = a_job(video_id=VideoId(OURS["video_id"]))
    image = a_job(id=JobId(2), video_id=VideoId("odd"), is_image=True)
    seen = await provider.look(EMAIL, [image, done])
    assert seen[image.id] == Pending()
    assert isinstance(seen[done.id], Ready)
