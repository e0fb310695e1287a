"""useapi.net v1's adapter against a strict v1: what only this provider does."""

import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import pytest

from bot.kept import KeptFiles
from bot.providers.adapter import AccountSummary, Surroundings
from bot.providers.useapi_v1 import adapter, results
from bot.providers.useapi_v1.adapter import USEAPI_V1, UseApiV1Settings
from bot.providers.useapi_v1.buttons import follow_ups
from bot.providers.useapi_v1.capabilities import OFFER
from bot.providers.useapi_v1.provider import UseApiV1Provider
from bot.providers.useapi_v1.switches import Switches
from jobs.capabilities import Mode, Options
from jobs.errors import NotSent, OutcomeUnknown, Reason, Refused
from jobs.follow_ups import FollowUpKind
from jobs.ids import AccountId, JobId, Reference, VideoId
from jobs.lifecycle import Job, Result
from jobs.made import made_clip
from jobs.ports import Broken, Lane, Pending, Ready, Sighting, Unseen
from jobs.requests import ClipRequest, Request
from tests.clock import SettableClock
from tests.integration.providers.people import Files
from tests.integration.providers.worlds import LegacyWorld
from tests.integration.simulator_useapi_v1 import TOKEN, Legacy
from tests.provider_requests import Requests
from tests.servers import LOOPBACK, PUBLIC
from tests.unit.bot.useapi_examples import a_job

ask = Requests(OFFER)
HOOK = "http://127.0.0.1:1/provider/secret"


@pytest.fixture
def legacy(legacy_process: Legacy) -> Legacy:
    """As new, and with no list of jobs; nothing ends by itself."""
    LegacyWorld(legacy_process).wipe()
    legacy_process.control("switches", {"jobs_list": False, "grid": False})
    return legacy_process


@asynccontextmanager
async def opened(
    legacy: Legacy, directory: Path, clock: SettableClock, *, server: str = LOOPBACK
) -> AsyncIterator[UseApiV1Provider]:
    values = {"useapi_token": TOKEN, "useapi_url": legacy.url}
    kept = KeptFiles(directory / "kept")
    around = Surroundings(Files(), directory / "tmp", kept, HOOK, server=server, clock=clock)
    async with USEAPI_V1.open(UseApiV1Settings.model_validate(values), around) as provider:
        assert isinstance(provider, UseApiV1Provider)
        yield provider


@pytest.fixture
async def provider(
    legacy: Legacy, tmp_path: Path, clock: SettableClock
) -> AsyncIterator[UseApiV1Provider]:
    async with opened(legacy, tmp_path, clock) as provider:
        yield provider


def channel(legacy: Legacy) -> AccountId:
    [one] = legacy.control("accounts")["accounts"]
    return AccountId(one["channel"])


def job_for(legacy: Legacy, request: Request, number: int = 1, **changes: Any) -> Job:
    fields: dict[str, Any] = {
        "id": JobId(number),
        "reference": Reference(f"reference-{number}"),
        "seed": 1_000 + number,
        "account": channel(legacy),
    }
    return replace(a_job(request), **fields | changes)


async def started(provider: UseApiV1Provider, job: Job) -> Job:
    job = replace(job, uploads=await provider.upload(job))
    accepted = await provider.submit(job)
    return replace(job, video_id=accepted.video_id)


async def made(provider: UseApiV1Provider, legacy: Legacy, job: Job) -> tuple[Job, Result]:
    """The job, and what has become of it."""
    job = await started(provider, job)
    legacy.control("videos/finish", {"jobid": job.video_id})
    sighting = await look(provider, job)
    assert isinstance(sighting, Ready)
    return job, sighting.result


async def look(provider: UseApiV1Provider, job: Job) -> Sighting:
    assert job.account
    return (await provider.look(job.account, [job]))[job.id]


def sent(legacy: Legacy, command: str) -> dict[str, Any]:
    """The last body of this command, but for what every one has."""
    last = legacy.control("videos")["videos"][-1]
    assert last["verb"] == command
    body = dict(last["body"])
    assert body.pop("channel") == channel(legacy)
    assert body.pop("replyUrl") == HOOK
    assert body.pop("replyRef") == "reference-1"
    return body


def asked(legacy: Legacy, path: str) -> list[dict[str, Any]]:
    return list(legacy.control(f"requests?path=/v1/pixverse/{path}")["requests"])


def kept(directory: Path) -> list[Path]:
    return sorted((directory / "kept").glob("*"))


def size(film: Path) -> tuple[int, int]:
    with av.open(io.BytesIO(film.read_bytes())) as container:
        [stream] = container.streams.video
        return stream.width, stream.height


async def refusal(work: Any) -> Reason:
    with pytest.raises(Refused) as caught:
        await work
    return caught.value.reason


# what is sent


async def test_words_become_one_video(provider: UseApiV1Provider, legacy: Legacy) -> None:
    request = ask.text("a red fox", negative="rain", style="anime", ratio="9:16")
    await started(provider, job_for(legacy, request))
    assert sent(legacy, "create_single") == {
        "prompt": "a red fox",
        "negative_prompt": "rain",
        "style": "Anime",
        "aspect_ratio": "9:16",
        "seed_value": 1001,
    }


async def test_four_at_once_have_no_seed(provider: UseApiV1Provider, legacy: Legacy) -> None:
    await started(provider, job_for(legacy, ask.text(model="4x")))
    assert sent(legacy, "create") == {
        "prompt": "a red fox",
        "style": "Realistic",
        "aspect_ratio": "16:9",
    }


async def test_a_picture_goes_with_the_request_that_is_paid_for(
    provider: UseApiV1Provider, legacy: Legacy
) -> None:
    job = await started(provider, job_for(legacy, ask.pictures(1, quality="HD", motion="wild")))
    assert sent(legacy, "animate") == {
        "prompt": "it moves",
        "seed_value": 1001,
        "motion": 10,
        "hd_quality": "Yes",
    }
    assert legacy.job(str(job.video_id))["image"]["type"] == "image/jpeg"
    face = job_for(legacy, ask.pictures(1, "@pic1 dances", way=Mode.FUSION, ratio="1:1"))
    await started(provider, face)
    assert sent(legacy, "meme_face") == {
        "prompt": "dances",
        "aspect_ratio": "1:1",
        "seed_value": 1001,
    }


async def test_a_picture_that_is_not_here_costs_nothing(
    legacy: Legacy, tmp_path: Path, clock: SettableClock
) -> None:
    """A new process has no pictures: the job goes back to the queue, and brings its picture again."""
    job = job_for(legacy, ask.pictures(1))
    async with opened(legacy, tmp_path, clock) as before:
        await before.upload(job)
    async with opened(legacy, tmp_path, clock) as after:
        with pytest.raises(NotSent):
            await after.submit(job)
        assert asked(legacy, "animate") == []
        await started(after, job)


# what becomes of it


async def test_the_result_is_brought_before_its_address_expires(
    provider: UseApiV1Provider, legacy: Legacy, tmp_path: Path
) -> None:
    job, result = await made(provider, legacy, job_for(legacy, ask.text()))
    [film] = kept(tmp_path)
    assert result.url == f"kept:{film.name}"
    assert (result.width, result.height) == size(film)
    told = legacy.job(str(job.video_id))
    [attachment] = told["attachments"]
    assert legacy.http.get(attachment["url"]).content == film.read_bytes()


async def test_after_a_restart_nothing_is_fetched_twice(
    legacy: Legacy, tmp_path: Path, clock: SettableClock
) -> None:
    """The process dies when the file is here and the job not yet finished; meanwhile the address expires."""
    async with opened(legacy, tmp_path, clock) as before:
        job, result = await made(before, legacy, job_for(legacy, ask.text()))
    legacy.control("videos/age", {"jobid": job.video_id, "days": 2})
    async with opened(legacy, tmp_path, clock) as after:
        assert await look(after, job) == Ready(result)


async def test_four_videos_come_side_by_side(
    provider: UseApiV1Provider, legacy: Legacy, tmp_path: Path
) -> None:
    _, result = await made(provider, legacy, job_for(legacy, ask.text(model="4x")))
    [film] = kept(tmp_path)
    width, height = size(film)
    assert (result.url, result.width, result.height) == (f"kept:{film.name}", 0, 0)
    single, _ = await made(provider, legacy, job_for(legacy, ask.text(), 2))
    one = size(tmp_path / "kept" / f"{single.id}-{single.reference}.mp4")
    assert (width, height) == (2 * one[0], 2 * one[1])


async def test_four_in_one_file_come_as_they_are(
    provider: UseApiV1Provider, legacy: Legacy, tmp_path: Path
) -> None:
    legacy.control("switches", {"grid": True})
    job, _ = await made(provider, legacy, job_for(legacy, ask.text(model="4x")))
    [attachment] = legacy.job(str(job.video_id))["attachments"]
    [film] = kept(tmp_path)
    assert legacy.http.get(attachment["url"]).content == film.read_bytes()


async def test_discord_may_be_away_for_a_while(
    provider: UseApiV1Provider, legacy: Legacy, clock: SettableClock
) -> None:
    job = await started(provider, job_for(legacy, ask.text()))
    legacy.control("videos/finish", {"jobid": job.video_id})
    legacy.control("faults", {"path": "/attachments/*", "kind": "status", "status": 503})
    assert await look(provider, job) == Pending()
    clock.advance(timedelta(seconds=31))
    assert isinstance(await look(provider, job), Ready)


async def test_what_has_expired_is_lost(
    provider: UseApiV1Provider, legacy: Legacy, clock: SettableClock
) -> None:
    job = await started(provider, job_for(legacy, ask.text()))
    legacy.control("videos/finish", {"jobid": job.video_id})
    legacy.control("videos/age", {"jobid": job.video_id, "days": 2})
    assert await look(provider, job) == Broken(Reason.LOST)
    clock.advance(timedelta(minutes=1))
    legacy.control("videos/age", {"jobid": job.video_id, "days": 30})
    assert await look(provider, job) == Broken(Reason.LOST), "it is answered 410"
    assert await look(provider, replace(job, id=JobId(7), video_id=VideoId("no"))) == Unseen()


async def test_what_somebody_cancels_in_discord_is_over(
    provider: UseApiV1Provider, legacy: Legacy
) -> None:
    job = await started(provider, job_for(legacy, ask.text()))
    legacy.control("videos/finish", {"jobid": job.video_id, "status": "cancelled"})
    assert await look(provider, job) == Broken(Reason.RENDER_FAILED)


async def test_a_job_is_looked_at_every_10_to_30_seconds(
    legacy: Legacy, tmp_path: Path, clock: SettableClock
) -> None:
    async with opened(legacy, tmp_path, clock, server=PUBLIC) as provider:
        job = await started(provider, job_for(legacy, ask.text(), started_at=clock.now()))
        moments = []
        for second in range(600):
            before = len(asked(legacy, "jobs"))
            await look(provider, job)
            if len(asked(legacy, "jobs")) > before:
                moments.append(second)
            clock.advance(timedelta(seconds=1))
        pauses = {later - earlier for earlier, later in pairwise(moments)}
        assert (min(pauses), max(pauses)) == (10, 30)
        before = len(asked(legacy, "jobs"))
        for _ in range(2):
            told = json.dumps({"jobid": job.video_id}).encode()
            assert provider.mentioned({}, told) == job.video_id
            await look(provider, job)
        assert len(asked(legacy, "jobs")) == before + 2, "a callback makes us look at once"


# channels


async def test_room_is_what_a_channel_takes_less_what_was_sent(
    provider: UseApiV1Provider, legacy: Legacy
) -> None:
    here = channel(legacy)
    assert await provider.lanes() == [Lane(here, 3)]
    assert await provider.lanes([here, here, AccountId("another")]) == [Lane(here, 1)]
    assert await provider.accounts_summary() == [AccountSummary(here, "Discord channel", jobs=3)]
    legacy.control("reset", {"channels": 0})
    assert await provider.lanes() == []


async def test_every_refusal_says_why(provider: UseApiV1Provider, legacy: Legacy) -> None:
    job = job_for(legacy, ask.text())
    moderated = job_for(legacy, ask.text("something forbidden"))
    assert await refusal(provider.submit(moderated)) is Reason.MODERATED
    legacy.control("accounts", {"maxJobs": 0})
    assert await refusal(provider.submit(job)) is Reason.BUSY
    legacy.control("accounts", {"pending_error": True})
    assert await refusal(provider.submit(job)) is Reason.ACCOUNT_LOCKED
    legacy.control("accounts", {"subscription": False})
    assert await refusal(provider.submit(job)) is Reason.SUBSCRIPTION_EXPIRED
    assert await refusal(provider.lanes()) is Reason.SUBSCRIPTION_EXPIRED


# answers that were lost


async def lost(provider: UseApiV1Provider, legacy: Legacy) -> Job:
    """A job that was started, and nobody heard of it."""
    job = job_for(legacy, ask.text())
    legacy.control("faults", {"path": "/create_single", "kind": "reset_after"})
    with pytest.raises(OutcomeUnknown):
        await provider.submit(job)
    return job


def its_id(legacy: Legacy) -> str:
    return str(legacy.control("videos")["videos"][-1]["jobid"])


async def test_without_a_list_nothing_is_proved(provider: UseApiV1Provider, legacy: Legacy) -> None:
    job = await lost(provider, legacy)
    for _ in range(2):
        with pytest.raises(OutcomeUnknown):
            await provider.find(job)
    assert len(asked(legacy, "jobs")) == 1, "there is no list, and that is remembered"


async def test_a_callback_tells_where_to_look(provider: UseApiV1Provider, legacy: Legacy) -> None:
    job = await lost(provider, legacy)
    told = {"jobid": its_id(legacy), "replyRef": "reference-1", "status": "completed"}
    provider.mentioned({}, json.dumps(told).encode())
    found = await provider.find(job)
    assert found
    assert found.video_id == its_id(legacy)


async def test_a_forged_callback_is_not_believed(
    provider: UseApiV1Provider, legacy: Legacy
) -> None:
    other = await started(provider, job_for(legacy, ask.text(), 2))
    job = await lost(provider, legacy)
    for jobid in (other.video_id, "no-such-job"):
        told = {"jobid": jobid, "replyRef": "reference-1"}
        provider.mentioned({}, json.dumps(told).encode())
        with pytest.raises(OutcomeUnknown):
            await provider.find(job)


async def test_only_a_whole_list_proves_absence(
    legacy: Legacy, tmp_path: Path, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adapter, "SWITCHES", Switches(list_is_whole=True))
    async with opened(legacy, tmp_path, clock) as provider:
        job = job_for(legacy, ask.text())
        legacy.control("switches", {"jobs_list": True})
        assert await provider.find(job) is None
    async with opened(legacy, tmp_path, clock) as provider:
        legacy.control("switches", {"jobs_list": False})
        with pytest.raises(OutcomeUnknown):
            await provider.find(job)


async def test_a_list_that_names_no_references_proves_nothing(
    legacy: Legacy, tmp_path: Path, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adapter, "SWITCHES", Switches(list_is_whole=True))
    legacy.control("switches", {"jobs_list": True})
    nameless = {"prompt": "somebody else's", "style": "Realistic"}
    legacy.http.post(
        "/v1/pixverse/create_single", json=nameless, headers={"Authorization": f"Bearer {TOKEN}"}
    ).raise_for_status()
    async with opened(legacy, tmp_path, clock) as provider:
        with pytest.raises(OutcomeUnknown):
            await provider.find(job_for(legacy, ask.text()))


# the end


async def test_what_is_deleted_goes_from_our_disk(
    provider: UseApiV1Provider, legacy: Legacy, tmp_path: Path
) -> None:
    job, _ = await made(provider, legacy, job_for(legacy, ask.text()))
    await provider.delete(job)
    assert kept(tmp_path) == []
    await provider.delete(job)


async def test_what_is_kept_goes_after_31_days(
    provider: UseApiV1Provider, legacy: Legacy, tmp_path: Path, clock: SettableClock
) -> None:
    job, _ = await made(provider, legacy, job_for(legacy, ask.text()))
    clock.advance(timedelta(days=30))
    await look(provider, job)
    assert len(kept(tmp_path)) == 1
    clock.advance(timedelta(days=2))
    await look(provider, replace(job, id=JobId(2), video_id=VideoId("another")))
    assert kept(tmp_path) == []


# what is offered under a result


async def pressed(
    provider: UseApiV1Provider, legacy: Legacy, parent: Job, result: Result, name: str
) -> Result:
    """What becomes of a press of this button."""
    [chosen] = [one for one in result.follow_ups if one.name == name]
    clip = made_clip(replace(parent, result=result))
    assert clip
    request = ClipRequest(options=Options(), mode=Mode.FOLLOW_UP, clip=clip, follow_up=chosen)
    _, made_of_it = await made(provider, legacy, job_for(legacy, request, parent.id + 1))
    return made_of_it


def names(result: Result) -> list[str]:
    return [one.name for one in result.follow_ups]


async def test_every_button_under_a_result_is_offered_and_can_be_pressed(
    provider: UseApiV1Provider, legacy: Legacy
) -> None:
    four, result = await made(provider, legacy, job_for(legacy, ask.text(model="4x")))
    assert names(result) == ["U1", "U2", "U3", "U4", "V1", "V2", "V3", "V4", "🔄"]
    assert names(await pressed(provider, legacy, four, result, "U3")) == ["🔀", "⏫"]
    assert "U1" in names(await pressed(provider, legacy, four, result, "V2"))
    one, result = await made(provider, legacy, job_for(legacy, ask.text(), 20))
    assert names(result) == ["ReDo", "🔀", "⏫"]
    for name in names(result):
        await pressed(provider, legacy, one, result, name)
    bodies = [call["json"] for call in asked(legacy, "button")]
    assert [body["button"] for body in bodies] == ["U3", "V2", "ReDo", "🔀", "⏫"]
    assert bodies[0] == {
        "jobid": four.video_id,
        "button": "U3",
        "replyRef": "reference-2",
        "replyUrl": HOOK,
    }


async def test_nothing_can_be_pressed_under_what_has_expired(
    provider: UseApiV1Provider, legacy: Legacy
) -> None:
    job, result = await made(provider, legacy, job_for(legacy, ask.text()))
    legacy.control("videos/age", {"jobid": job.video_id, "days": 31})
    assert await refusal(pressed(provider, legacy, job, result, "ReDo")) is Reason.CLIP_GONE


def test_buttons_that_nobody_knows_are_left_out() -> None:
    known = follow_ups(["U1", "Remix", "U1", "⏫"], makes_four=Switches().makes_four)
    assert [(one.kind, one.number, one.makes) for one in known] == [
        (FollowUpKind.PICK, 1, 1),
        (FollowUpKind.REFINE, 0, 1),
    ]


def test_how_many_a_button_makes_is_a_switch() -> None:
    makes = {one.name: one.makes for one in follow_ups(["V1", "🔀"], makes_four={"🔀"})}
    assert makes == {"V1": 1, "🔀": 4}


async def test_what_telegram_would_not_take_from_us_goes_out_as_a_link(
    provider: UseApiV1Provider,
    legacy: Legacy,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(results, "LARGEST", 100)
    job, result = await made(provider, legacy, job_for(legacy, ask.text()))
    [attachment] = legacy.job(str(job.video_id))["attachments"]
    assert result.url == attachment["url"]
    assert kept(tmp_path) == []
