"""Videos and voices on their way to a strict useapi.net: made ready, checked before anything is paid, found again."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.providers.useapi.provider import UseApiProvider
from jobs.capabilities import Mode, Options
from jobs.errors import OutcomeUnknown, Reason, Refused
from jobs.ids import AccountId, FileId, JobId, MessageId, Reference
from jobs.lifecycle import Job
from jobs.made import made_clip
from jobs.materials import Clip, OwnClip, Picture, Speaker, Speech, Voice
from jobs.ports import Accepted, Pending, Ready
from jobs.requests import ClipRequest
from pixverse.useapi import UseApi
from tests.integration.providers.worlds import UseApiWorld
from tests.integration.simulator_useapi import EMAIL, TOKEN, Simulator
from tests.media import silence, sound, video
from tests.offers import OFFER, START
from tests.pictures import picture
from tests.servers import LOOPBACK
from tests.unit.bot.useapi_examples import a_job, text

FILES: Mapping[str, bytes] = {
    "blink": video(seconds=0.4, rate=10),
    "film": video(seconds=2, rate=5),
    "long": video(seconds=14, rate=2, size=(64, 48)),
    "endless": video(seconds=33, rate=1, size=(64, 48)),
    "note": sound("ogg", 1),
    "speech": silence(62),
    "noise": b"no sound at all",
    "who": picture(size=(128, 192)),
}
SPEECH = Speech(words="Good morning", speaker=Speaker(id="2", name="James"))


@pytest.fixture
def simulator(useapi_process: Simulator) -> Simulator:
    """As new; nothing ends by itself."""
    UseApiWorld(useapi_process).wipe()
    return useapi_process


class Drawer:
    """Every file id is one of the files above."""

    @asynccontextmanager
    async def open(self, file_id: FileId) -> AsyncIterator[AsyncIterator[bytes]]:
        yield self._pieces(FILES[file_id])

    async def _pieces(self, content: bytes) -> AsyncIterator[bytes]:
        yield content


@pytest.fixture
async def provider(simulator: Simulator, tmp_path: Path) -> AsyncIterator[UseApiProvider]:
    async with UseApi(base_url=simulator.url, token=SecretStr(TOKEN), sleep=_no_wait) as client:
        provider = UseApiProvider(
            client,
            Drawer(),
            directory=tmp_path / "tmp",
            reply_url=None,
            server=LOOPBACK,
        )
        yield provider
        provider.close()


async def _no_wait(_seconds: float) -> None:
    pass


def own(name: str = "film", seconds: int = 2) -> OwnClip:
    return OwnClip(file_id=FileId(name), message_id=MessageId(1), seconds=seconds)


def voice(name: str = "note", seconds: int = 1) -> Voice:
    return Voice(file_id=FileId(name), message_id=MessageId(2), seconds=seconds)


def working(mode: Mode, clip: Clip, number: int = 1, **fields: Any) -> Job:
    """A job that has just been submitted, by the machine's clock: the simulator runs by it too."""
    plain = ClipRequest(options=Options(), mode=mode, clip=clip, **fields)
    request = plain.model_copy(update={"options": OFFER.only(plain.subject, START)})
    job = a_job(request, id=JobId(number), reference=Reference(f"work-{number}"))
    return replace(
        job, seed=1_000 + number, account=AccountId(EMAIL), submitted_at=datetime.now(UTC)
    )


async def a_video(simulator: Simulator, provider: UseApiProvider, model: str = "v5") -> Clip:
    """A finished one."""
    job = replace(
        a_job(text(model=model)), account=AccountId(EMAIL), submitted_at=datetime.now(UTC)
    )
    accepted = await provider.submit(job)
    simulator.control("videos/finish", {"all": True})
    job = replace(job, video_id=accepted.video_id)
    seen = (await provider.look(AccountId(EMAIL), [job]))[job.id]
    assert isinstance(seen, Ready)
    clip = made_clip(replace(job, result=seen.result))
    assert clip
    return clip


async def started(provider: UseApiProvider, job: Job) -> Job:
    job = replace(job, uploads=await provider.upload(job))
    accepted = await provider.submit(job)
    return replace(job, video_id=accepted.video_id)


def asked(simulator: Simulator, path: str) -> list[dict[str, Any]]:
    found = simulator.control(f"requests?path={path}")["requests"]
    return [request for request in found if request["method"] == "POST"]


@pytest.mark.parametrize("mode", [Mode.EXTEND, Mode.MODIFY, Mode.LIPSYNC])
async def test_the_whole_way_of_somebodys_own_video(
    simulator: Simulator, provider: UseApiProvider, mode: Mode
) -> None:
    more: dict[str, Any] = {"voice": voice()} if mode is Mode.LIPSYNC else {"prompt": "in red"}
    job = await started(provider, working(mode, own(), **more))
    assert await provider.look(AccountId(EMAIL), [job]) == {job.id: Pending()}
    simulator.control("videos/finish", {"all": True})
    seen = (await provider.look(AccountId(EMAIL), [job]))[job.id]
    assert isinstance(seen, Ready)
    assert min(seen.result.width, seen.result.height, seen.result.seconds) > 0


async def test_upscaling_doubles_what_is_there(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    job = await started(provider, working(Mode.UPSCALE, await a_video(simulator, provider)))
    simulator.control("videos/finish", {"all": True})
    seen = (await provider.look(AccountId(EMAIL), [job]))[job.id]
    assert isinstance(seen, Ready)
    again = made_clip(replace(job, result=seen.result))
    assert again
    assert (again.upscaled, again.model) == (True, "v5")


async def test_the_film_goes_first_then_the_voice_as_what_pixverse_takes(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    uploads = await provider.upload(working(Mode.LIPSYNC, own(), voice=voice()))
    sent = asked(simulator, "/files/")[-2:]
    assert [one["content_type"] for one in sent] == ["video/mp4", "audio/mpeg"]
    assert sent[0]["body_size"] == len(FILES["film"]), "a good film goes as it is"
    assert [Path(path).suffix for path in uploads] == [".mp4", ".mp3"]


async def refusal(work: Any) -> Reason:
    with pytest.raises(Refused) as caught:
        await work
    return caught.value.reason


@pytest.mark.parametrize(
    ("job", "reason"),
    [
        (working(Mode.LIPSYNC, own(), voice=voice("speech", 0)), Reason.TOO_LONG),
        (working(Mode.LIPSYNC, own(), voice=voice("noise")), Reason.BAD_SOUND),
        (working(Mode.LIPSYNC, own(), voice=voice("film")), Reason.BAD_SOUND),
        (working(Mode.EXTEND, own("noise"), prompt="on"), Reason.BAD_VIDEO),
        (working(Mode.EXTEND, own("endless", 0), prompt="on"), Reason.TOO_LONG),
        (working(Mode.LIPSYNC, own("long", 0), speech=SPEECH), Reason.LONGER_THAN_SAID),
        (working(Mode.MODIFY, own("long", 5), prompt="red"), Reason.LONGER_THAN_SAID),
    ],
    ids=lambda value: value.value if isinstance(value, Reason) else "",
)
async def test_what_pixverse_would_charge_for_in_vain_is_not_even_sent(
    simulator: Simulator, provider: UseApiProvider, tmp_path: Path, job: Job, reason: Reason
) -> None:
    before = len(asked(simulator, "/files/"))
    assert await refusal(provider.upload(job)) is reason
    assert len(asked(simulator, "/files/")) == before
    assert not any((tmp_path / "tmp").iterdir())


@pytest.mark.parametrize(
    "job",
    [
        working(Mode.EXTEND, own("long", 0), prompt="on"),
        working(Mode.MODIFY, own("long", 13), prompt="red"),
        working(Mode.MODIFY, own("film", 0), prompt="red"),
    ],
)
async def test_a_length_that_changes_no_price_is_no_reason(
    simulator: Simulator, provider: UseApiProvider, job: Job
) -> None:
    assert await provider.upload(job)


async def test_a_file_that_pixverse_refuses_is_called_what_it_is(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    made = await a_video(simulator, provider)
    for clip, reason in ((own(), Reason.BAD_VIDEO), (made, Reason.BAD_SOUND)):
        simulator.control("faults", {"path": "/files/", "kind": "status", "status": 400})
        job = working(Mode.LIPSYNC, clip, voice=voice())
        assert await refusal(provider.upload(job)) is reason


async def test_nothing_to_change_has_a_reason_of_its_own(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    job = working(Mode.MODIFY, own(), prompt="nothing")
    assert await refusal(started(provider, job)) is Reason.NO_MASKS


async def test_a_source_that_was_deleted_is_told_from_a_mistake(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    clip = await a_video(simulator, provider)
    job = working(Mode.UPSCALE, clip)
    simulator.control("faults", {"path": "/videos/upscale", "kind": "status", "status": 400})
    assert await refusal(provider.submit(job)) is Reason.INVALID
    await provider.delete(replace(job, video_id=job.request.made.video_id))  # type: ignore[union-attr]
    assert await refusal(provider.submit(job)) is Reason.CLIP_GONE


async def lost(simulator: Simulator, provider: UseApiProvider, job: Job) -> Job:
    """The job is accepted and paid, and the answer is lost."""
    job = replace(job, uploads=await provider.upload(job))
    simulator.control("faults", {"path": "*", "kind": "reset_after", "method": "POST"})
    with pytest.raises(OutcomeUnknown):
        await provider.submit(job)
    return job


@pytest.mark.parametrize("mode", [Mode.EXTEND, Mode.MODIFY, Mode.LIPSYNC, Mode.UPSCALE])
async def test_a_lost_job_on_a_video_of_ours_is_found_when_it_runs_no_more(
    simulator: Simulator, provider: UseApiProvider, mode: Mode
) -> None:
    clip = await a_video(simulator, provider)
    more: dict[str, Any] = {
        Mode.LIPSYNC: {"speech": SPEECH},
        Mode.UPSCALE: {},
    }.get(mode, {"prompt": "red"})
    before = await started(provider, working(mode, clip, 2, **more))
    job = await lost(simulator, provider, working(mode, clip, **more))
    simulator.control("videos/finish", {"all": True})
    assert before.video_id
    found = await provider.find(job, [before.video_id])
    (made,) = [v for v in simulator.control("videos")["videos"] if v["replyRef"] == job.reference]
    assert found == Accepted(made["video_id"])


async def test_a_lost_job_on_somebodys_own_video_is_found_by_the_upload(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    await started(provider, working(Mode.LIPSYNC, own(), 2, voice=voice()))
    job = await lost(simulator, provider, working(Mode.LIPSYNC, own(), voice=voice()))
    simulator.control("videos/finish", {"all": True})
    found = await provider.find(job)
    (made,) = [v for v in simulator.control("videos")["videos"] if v["replyRef"] == job.reference]
    assert found == Accepted(made["video_id"])


def dancing(number: int = 1, like: str = "film") -> Job:
    """A picture that is to move like a video."""
    who = Picture(file_id=FileId("who"), message_id=MessageId(4))
    return working(Mode.MOTION, own(like), number, pictures=(who,))


async def test_a_film_too_short_to_move_like_is_not_even_sent(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    before = len(asked(simulator, "/files/"))
    assert await refusal(provider.upload(dancing(like="blink"))) is Reason.TOO_SHORT
    sent = [one["content_type"] for one in asked(simulator, "/files/")[before:]]
    assert "video/mp4" not in sent
    assert await provider.upload(working(Mode.EXTEND, own("blink"), prompt="on")), "others take it"


async def test_a_lost_motion_is_found_by_the_video_that_it_moves_like(
    simulator: Simulator, provider: UseApiProvider
) -> None:
    await started(provider, dancing(2))
    job = await lost(simulator, provider, dancing())
    simulator.control("videos/finish", {"all": True})
    (made,) = [v for v in simulator.control("videos")["videos"] if v["replyRef"] == job.reference]
    assert await provider.find(job) == Accepted(made["video_id"])


async def test_who_is_to_move_must_be_seen(simulator: Simulator, provider: UseApiProvider) -> None:
    simulator.control("switches", {"no_person": True})
    assert await refusal(started(provider, dancing())) is Reason.NOBODY_SEEN


@pytest.mark.parametrize("mode", [Mode.LIPSYNC, Mode.UPSCALE])
async def test_without_a_seed_a_job_that_never_arrived_is_proved_absent(
    simulator: Simulator, provider: UseApiProvider, mode: Mode
) -> None:
    clip, other = await a_video(simulator, provider), await a_video(simulator, provider)
    more: dict[str, Any] = {"speech": SPEECH} if mode is Mode.LIPSYNC else {}
    await started(provider, working(mode, other, 2, **more))
    simulator.control("videos/finish", {"all": True})
    assert await provider.find(working(mode, clip, **more)) is None
