"""useapi.net's adapter against a strict useapi.net: what only this provider does, and what is found again."""

import io
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pydantic import SecretStr

from bot.providers.adapter import AccountSummary
from bot.providers.useapi.provider import UseApiProvider
from jobs.capabilities import Mode, Sound
from jobs.effects import Effect, Shelf
from jobs.errors import OutcomeUnknown, ProviderFault, Reason, Refused
from jobs.ids import AccountId, FileId, JobId, Reference
from jobs.lifecycle import Job
from jobs.ports import Accepted, Broken, Lane, Pending, Ready
from jobs.requests import Request
from pixverse.useapi import UseApi
from tests.integration.providers.worlds import UseApiWorld
from tests.integration.simulator_useapi import EMAIL, TOKEN, Simulator, all_effects
from tests.offers import OFFER
from tests.servers import LOOPBACK
from tests.unit.bot.useapi_examples import a_job, effect_request, picture_request, text

SECOND = "studio+2@example.com"


@pytest.fixture
def simulator(useapi_process: Simulator) -> Simulator:
    """As new; nothing ends by itself."""
    UseApiWorld(useapi_process).wipe()
    useapi_process.control("switches", {"images_listed": True, "list_limit_max": 100})
    return useapi_process


def picture(kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (96, 64), "teal").save(buffer, kind, **options)
    return buffer.getvalue()


class Album:
    """Every file id is a picture in the format that is its name."""

    def __init__(self) -> None:
        self.kinds = ["JPEG", "PNG", "WEBP", "BMP", "GIF", "TIFF", "AVIF"]

    @asynccontextmanager
    async def open(self, file_id: FileId) -> AsyncIterator[AsyncIterator[bytes]]:
        yield self._pieces(picture(self.kinds[int(file_id[1:])]))

    async def _pieces(self, content: bytes) -> AsyncIterator[bytes]:
        for start in range(0, len(content), 100):
            yield content[start : start + 100]


async def _no_wait(_seconds: float) -> None:
    pass


@asynccontextmanager
async def connected(
    url: str, directory: Path, *, reply_url: str | None = None
) -> AsyncIterator[UseApiProvider]:
    async with UseApi(base_url=url, token=SecretStr(TOKEN), sleep=_no_wait) as client:
        provider = UseApiProvider(
            client,
            Album(),
            directory=directory,
            reply_url=reply_url,
            server=LOOPBACK,
        )
        yield provider
        provider.close()


@pytest.fixture
async def provider(simulator: Simulator, tmp_path: Path) -> AsyncIterator[UseApiProvider]:
    async with connected(simulator.url, tmp_path / "tmp") as provider:
        yield provider


def job_for(request: Request, number: int = 1, **changes: Any) -> Job:
    """A job that has just been submitted, by the machine's clock: the simulator runs by it too."""
    fields: dict[str, Any] = {
        "id": JobId(number),
        "reference": Reference(f"ref-{number}"),
        "seed": 1_000 + number,
        "account": AccountId(EMAIL),
        "submitted_at": datetime.now(UTC),
    }
    return replace(a_job(request), **fields | changes)


async def started(provider: UseApiProvider, job: Job) -> Job:
    job = replace(job, uploads=await provider.upload(job))
    accepted = await provider.submit(job)
    return replace(job, video_id=accepted.video_id, is_image=accepted.is_image)


async def an_effect(provider: UseApiProvider, pictures: int, *, image: bool = False) -> Effect:
    effects = await provider.effects()
    return next(e for e in effects if (e.pictures, e.makes_image) == (pictures, image))


async def refusal(work: Any) -> Reason:
    with pytest.raises(Refused) as caught:
        await work
    return caught.value.reason


async def test_room_is_told_account_by_account(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    simulator.control("reset", {"accounts": 2})
    simulator.control("hold", {"enabled": True})
    before = await provider.lanes()
    await started(provider, job_for(text()))
    after = await provider.lanes()
    assert [lane.account for lane in before] == [EMAIL, SECOND]
    assert after == (Lane(AccountId(EMAIL), before[0].free - 1), before[1])


@pytest.mark.parametrize(
    "request_",
    [
        text(ratio="3:4", sound=Sound.ON),
        text(off_peak=True),
        picture_request(7, model="v5", duration=1),
    ],
    ids=lambda request: f"{request.subject.mode}-{request.options.model}",
)
async def test_the_whole_way_of_a_request(
    simulator: Simulator, provider: UseApiProvider, request_: Request
) -> None:
    job = await started(provider, job_for(request_))
    account = AccountId(EMAIL)
    assert await provider.look(account, [job]) == {job.id: Pending()}
    simulator.control("videos/finish", {"all": True})
    seen = (await provider.look(account, [job]))[job.id]
    assert isinstance(seen, Ready)
    assert seen.result.url.startswith(simulator.url)
    assert min(seen.result.width, seen.result.height, seen.result.seconds) > 0
    assert seen.result.cover_url


@pytest.mark.parametrize(("pictures", "image"), [(1, False), (2, False), (1, True)])
@pytest.mark.parametrize("sound", list(Sound))
async def test_the_whole_way_of_an_effect(
    simulator: Simulator, provider: UseApiProvider, pictures: int, image: bool, sound: Sound
) -> None:
    effect = await an_effect(provider, pictures, image=image)
    job = await started(provider, job_for(effect_request(effect, sound=sound)))
    assert job.is_image is image
    simulator.control("videos/finish", {"all": True})
    seen = (await provider.look(AccountId(EMAIL), [job]))[job.id]
    assert isinstance(seen, Ready)
    assert (seen.result.is_image, seen.result.cover_url is None) == (image, image)


async def test_pictures_arrive_in_order_each_as_what_it_is(
    simulator: Simulator, provider: UseApiProvider, tmp_path: Path
) -> None:
    await provider.upload(job_for(picture_request(7)))
    asked = simulator.control("requests?path=/files/")["requests"]
    assert [request["content_type"] for request in asked[-7:]] == [
        "image/jpeg",
        "image/png",
        "image/webp",
        "image/jpeg",
        "image/gif",
        "image/jpeg",
        "image/jpeg",
    ]
    assert asked[-7]["body_size"] == len(picture("JPEG"))
    assert asked[-7]["headers"]["content-length"] == str(len(picture("JPEG")))
    assert asked[-7]["query"] == {"email": EMAIL}
    assert not any((tmp_path / "tmp").iterdir())


async def test_reports_are_asked_for_at_our_address(simulator: Simulator, tmp_path: Path) -> None:
    async with connected(simulator.url, tmp_path, reply_url="http://127.0.0.1:9/x") as provider:
        job = await started(provider, job_for(text()))
    (made,) = simulator.control("videos")["videos"]
    assert (made["replyRef"], made["body"]["replyUrl"]) == (job.reference, "http://127.0.0.1:9/x")


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (400, Reason.INVALID),
        (401, Reason.UNAUTHORIZED),
        (402, Reason.SUBSCRIPTION_EXPIRED),
        (403, Reason.UNAUTHORIZED),
        (412, Reason.NO_CREDITS),
        (422, Reason.MODERATED),
        (429, Reason.BUSY),
        (596, Reason.ACCOUNT_LOCKED),
    ],
)
async def test_a_refused_request_says_why(
    simulator: Simulator, provider: UseApiProvider, status: int, reason: Reason
) -> None:
    fault(simulator, "/videos/create", kind="status", status=status, error="because")
    assert await refusal(provider.submit(job_for(text()))) is reason


def fault(simulator: Simulator, path: str, **fields: Any) -> None:
    simulator.control("faults", {"path": path, "times": 1} | fields)


async def test_a_busy_account_is_left_alone_for_ten_seconds(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    simulator.control("accounts", {"email": EMAIL, "maxJobs": 1})
    await started(provider, job_for(text()))
    with pytest.raises(Refused) as caught:
        await provider.submit(job_for(text(), 2))
    assert (caught.value.reason, caught.value.after) == (Reason.BUSY, timedelta(seconds=10))


async def test_a_request_that_cannot_be_written_is_not_sent(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    assert await refusal(provider.submit(job_for(picture_request(2)))) is Reason.INVALID
    assert simulator.control("videos")["videos"] == []


async def test_an_answer_that_is_a_page_may_have_been_a_yes(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    fault(simulator, "/videos/create", kind="html")
    with pytest.raises(OutcomeUnknown):
        await provider.submit(job_for(text()))


async def test_a_picture_that_pixverse_refuses_is_a_bad_one(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    fault(simulator, "/files/", kind="status", status=400, error="unreadable")
    assert await refusal(provider.upload(job_for(picture_request(1)))) is Reason.BAD_PICTURE


@pytest.mark.parametrize("kind", ["reset", "html"])
async def test_an_upload_that_breaks_off_is_no_refusal(
    simulator: Simulator, provider: UseApiProvider, kind: str
) -> None:
    fault(simulator, "/files/", kind=kind)
    with pytest.raises(ProviderFault) as caught:
        await provider.upload(job_for(picture_request(1)))
    assert not isinstance(caught.value, Refused)


async def test_a_video_is_known_again_when_its_mailbox_becomes_masked(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    job = await started(provider, job_for(text()))
    simulator.control("switches", {"masked_ids": True})
    simulator.control("videos/finish", {"all": True, "status": 1})
    seen = await provider.look(AccountId(EMAIL), [job])
    simulator.control("switches", {"masked_ids": False})
    assert isinstance(seen[job.id], Ready)


async def lost(simulator: Simulator, provider: UseApiProvider, job: Job) -> Job:
    """The job is accepted and paid, and the answer is lost."""
    job = replace(job, uploads=await provider.upload(job))
    fault(simulator, "*", kind="reset_after", method="POST")
    with pytest.raises(OutcomeUnknown):
        await provider.submit(job)
    return job


async def test_a_lost_job_is_found_while_it_runs(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    await started(provider, job_for(text(), 2))
    job = await lost(simulator, provider, job_for(text()))
    found = await provider.find(job)
    assert found
    (made,) = [v for v in simulator.control("videos")["videos"] if v["replyRef"] == job.reference]
    assert found == Accepted(made["video_id"])
    assert not [r for r in requests(simulator, "/videos/") if r["method"] == "GET"]


def requests(simulator: Simulator, path: str) -> list[dict[str, Any]]:
    asked = simulator.control(f"requests?path={path}")["requests"]
    assert isinstance(asked, list)
    return [request for request in asked if request["path"].endswith(path)]


@pytest.mark.parametrize("kind", ["off-peak", "frames", "transition", "effect", "image"])
async def test_a_lost_job_is_found_when_it_runs_no_more(
    simulator: Simulator, provider: UseApiProvider, kind: str
) -> None:
    wanted: dict[str, Callable[[], Request]] = {
        "off-peak": lambda: text(off_peak=True),
        "frames": lambda: picture_request(2, "dawn"),
        "transition": lambda: picture_request(3, "walk", model="v5"),
    }
    if kind in wanted:
        request = wanted[kind]()
    else:
        request = effect_request(await an_effect(provider, 1, image=kind == "image"))
    await started(provider, job_for(request, 2))
    job = await lost(simulator, provider, job_for(request))
    await started(provider, job_for(request, 3))
    simulator.control("videos/finish", {"all": True})
    found = await provider.find(job)
    (made,) = [v for v in simulator.control("videos")["videos"] if v["replyRef"] == job.reference]
    assert found == Accepted(made["video_id"], kind == "image")


@pytest.mark.parametrize("path", ["/scheduler/", "/videos/"])
@pytest.mark.parametrize("kind", ["status", "html"])
async def test_a_list_that_cannot_be_read_proves_nothing(
    simulator: Simulator, provider: UseApiProvider, path: str, kind: str
) -> None:
    fault(simulator, path, kind=kind, method="GET", times=5)
    with pytest.raises(OutcomeUnknown):
        await provider.find(job_for(text()))


async def test_a_list_that_shows_no_pictures_does_not_prove_one_absent(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    simulator.control("switches", {"images_listed": False})
    effect = await an_effect(provider, 1, image=True)
    job = await lost(simulator, provider, job_for(effect_request(effect)))
    simulator.control("videos/finish", {"all": True})
    with pytest.raises(OutcomeUnknown):
        await provider.find(job)


async def test_a_picture_is_proved_absent_by_a_list_that_shows_others(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    effect = await an_effect(provider, 1, image=True)
    await started(provider, job_for(effect_request(effect), 2))
    assert await provider.find(job_for(effect_request(effect))) is None


async def test_an_unlisted_picture_is_read_by_its_id(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    simulator.control("switches", {"images_listed": False})
    effect = await an_effect(provider, 1, image=True)
    job = await started(provider, job_for(effect_request(effect)))
    assert await provider.look(AccountId(EMAIL), [job]) == {job.id: Pending()}
    simulator.control("videos/finish", {"all": True})
    seen = (await provider.look(AccountId(EMAIL), [job]))[job.id]
    assert isinstance(seen, Ready)
    assert seen.result.is_image


async def test_one_request_shows_all_jobs_of_an_account(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    jobs = [await started(provider, job_for(text(off_peak=True), n)) for n in range(1, 61)]
    before = len(requests(simulator, "/videos/"))
    seen = await provider.look(AccountId(EMAIL), jobs)
    assert set(seen.values()) == {Pending()}
    assert len(requests(simulator, "/videos/")) == before + 1


async def test_short_pages_are_followed_until_all_jobs_are_seen(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    simulator.control("switches", {"list_limit_max": 3})
    jobs = [await started(provider, job_for(text(off_peak=True), n)) for n in range(1, 12)]
    simulator.control("videos/finish", {"all": True})
    before = len(requests(simulator, "/videos/"))
    seen = await provider.look(AccountId(EMAIL), jobs[4:])
    assert all(isinstance(sighting, Ready) for sighting in seen.values())
    assert len(requests(simulator, "/videos/")) == before + 3


async def test_a_video_that_was_taken_away_meanwhile_is_none(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    job = await started(provider, job_for(text()))
    simulator.control("videos/finish", {"all": True, "status": 6})
    assert await provider.look(AccountId(EMAIL), [job]) == {job.id: Broken(Reason.RENDER_FAILED)}


async def test_the_catalogue_has_everything_that_can_be_offered(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    effects = await provider.effects()
    most = OFFER.rules(Mode.EFFECT).pictures[1]
    offered = [one for one in all_effects(simulator) if int(one["effect_type"]) <= most]
    assert len(effects) == len(offered) >= 150
    assert {effect.shelf for effect in effects} == {Shelf.HOT, Shelf.NEW, Shelf.ALL}
    assert {effect.pictures for effect in effects} == set(range(1, most + 1))
    assert {effect.id for effect in effects} == {one["template_id"] for one in offered}
    previews = {effect.preview_url for effect in effects}
    assert all(url and url.startswith(simulator.url) and url.endswith(".gif") for url in previews)


async def test_the_catalogue_is_read_through_an_account_that_is_in_order(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    simulator.control("reset", {"accounts": 2})
    fault(simulator, "/videos/effects", kind="status", status=596, email=EMAIL)
    assert len(await provider.effects()) >= 150
    assert requests(simulator, "/videos/effects")[-1]["query"]["email"] == SECOND


async def test_a_deletion_that_fails_is_told(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    job = await started(provider, job_for(text()))
    simulator.control("videos/finish", {"all": True})
    fault(simulator, "/videos/*", kind="status", status=401, method="DELETE")
    assert await refusal(provider.delete(job)) is Reason.UNAUTHORIZED
    fault(simulator, "/videos/*", kind="status", status=400, method="DELETE")
    assert await refusal(provider.delete(job)) is Reason.INVALID
    assert isinstance((await provider.look(AccountId(EMAIL), [job]))[job.id], Ready)


async def test_everybody_who_can_speak_is_told_with_a_sample(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    voices = await provider.voices()
    assert [voice.name for voice in voices][:3] == ["Emily", "James", "Isabella"]
    assert [voice.id for voice in voices] == ["1", "2", "3", "4", "5", "6"]
    samples = [voice.sample_url or "" for voice in voices]
    assert {simulator.http.get(sample).status_code for sample in samples} == {200}


async def test_what_the_answer_says_of_the_cost_is_kept(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    simulator.control("switches", {"cost_credits": True})
    accepted = await provider.submit(job_for(text(model="v5.5", duration=5, quality="540p")))
    simulator.control("switches", {"cost_credits": False})
    assert accepted.cost == 30


async def test_the_accounts_are_told_in_short(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    simulator.control("reset", {"accounts": 2, "credits": 777})
    fault(simulator, "/features/", kind="status", status=596, email=SECOND)
    first, second = await provider.accounts_summary()
    assert first == AccountSummary(
        "s***@example.com", plan=first.plan, credits=777, jobs=first.jobs
    )
    assert first.plan
    assert first.jobs
    assert isinstance(second.trouble, Refused)
    assert second.trouble.reason is Reason.ACCOUNT_LOCKED


async def test_without_accounts_there_is_no_room_and_no_summary(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    simulator.control("reset", {"accounts": 0})
    assert await provider.lanes() == ()
    assert await provider.accounts_summary() == ()
    with pytest.raises(ProviderFault):
        await provider.effects()
