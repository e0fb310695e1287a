"""A finished job's video, as something to work on further."""

from dataclasses import replace
from typing import Any

from jobs.capabilities import Mode, Options
from jobs.ids import AccountId, FileId, JobId, MessageId, VideoId
from jobs.lifecycle import Job, Result, Sent
from jobs.made import made_clip, options_like
from jobs.materials import MadeClip, OwnClip
from jobs.requests import ClipRequest, Request
from tests.offers import START
from tests.unit.bot.useapi_examples import effect_request, text
from tests.unit.jobs.strategies import queued_job

VIDEO, ACCOUNT = VideoId("user:1-pixverse:a@b.c-video:7"), AccountId("a@b.c")


def finished(request: Request, **result: Any) -> Job:
    facts = {"url": "https://example.com/v.mp4", "width": 1024, "height": 576, "seconds": 5}
    return replace(
        queued_job(),
        request=request,
        video_id=VIDEO,
        account=ACCOUNT,
        result=Result(**{**facts, **result}),
        sent=Sent(file_id=FileId("f")),
    )


def clip_of(job: Job) -> MadeClip:
    clip = made_clip(job)
    assert clip
    return clip


def test_it_knows_whose_it_is_and_what_it_is_called() -> None:
    clip = clip_of(finished(text("a  red\nfox", model="v5")))
    assert (clip.job_id, clip.video_id, clip.account) == (JobId(1), VIDEO, ACCOUNT)
    assert (clip.title, clip.model, clip.seconds, clip.file_id) == ("a red fox", "v5", 5, "f")
    effect = clip_of(finished(effect_request()))
    assert (effect.title, effect.model) == ("Hug", None)


def test_what_was_made_of_a_video_takes_after_it() -> None:
    first = clip_of(finished(text("a fox", model="v5")))
    request = ClipRequest(options=Options(), mode=Mode.UPSCALE, clip=first)
    upscaled = clip_of(finished(request, width=2048, height=1152))
    assert (upscaled.model, upscaled.title, upscaled.upscaled) == ("v5", "a fox", True)
    own = OwnClip(file_id=FileId("o"), message_id=MessageId(1))
    foreign = clip_of(finished(ClipRequest(options=Options(), mode=Mode.LIPSYNC, clip=own)))
    assert (foreign.model, foreign.title, foreign.upscaled) == (None, None, False)


def test_what_has_all_pixels_is_upscaled() -> None:
    assert clip_of(finished(text(), width=2160, height=3840)).upscaled
    assert not clip_of(finished(text(), width=1920, height=1080)).upscaled


def test_what_is_no_video_cannot_be_worked_on() -> None:
    assert made_clip(finished(effect_request(), is_image=True)) is None
    assert made_clip(replace(finished(text()), result=None)) is None


def test_what_goes_on_from_it_starts_as_it_was_made() -> None:
    job = finished(text(model="v5", quality="720p", duration=8, off_peak=True, preview=True))
    options = options_like(job, START)
    assert (options.model, options.quality, options.duration) == ("v5", "720p", 8)
    assert (options.off_peak, options.preview) == (False, False)
