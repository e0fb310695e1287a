"""Jobs, rows and templates for the tests of the useapi.net adapter."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from jobs.capabilities import Mode, Options, Sound, Subject
from jobs.effects import Effect
from jobs.ids import (
    AccountId,
    ChatId,
    EffectId,
    FileId,
    JobId,
    MessageId,
    PersonId,
    Place,
    Reference,
    VideoId,
)
from jobs.lifecycle import Job, State
from jobs.materials import Picture, Segment
from jobs.requests import EffectRequest, PictureRequest, Request, TextRequest
from pixverse.useapi import Video
from tests.offers import OFFER, START

SUBMITTED = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
EMAIL = AccountId("jo+cat@example.org")
VIDEO = VideoId(f"user:7-pixverse:{EMAIL}-video:42")
SEED = 1_234_567


def a_job(request: Request | None = None, **changes: Any) -> Job:
    job = Job(
        id=JobId(1),
        person_id=PersonId(2),
        place=Place(ChatId(2)),
        state=State.SUBMITTING,
        request=request or text(),
        price=30,
        reference=Reference("ref-1"),
        seed=SEED,
        queued_at=SUBMITTED,
        due_at=SUBMITTED,
        account=EMAIL,
        submitted_at=SUBMITTED,
    )
    return replace(job, **changes)


def chosen(subject: Subject, **options: Any) -> Options:
    """Options as a request of this subject has them."""
    return OFFER.only(subject, START.model_copy(update=options))


def text(prompt: str = "a red fox", **options: Any) -> TextRequest:
    return TextRequest(options=chosen(Subject(Mode.TEXT), **options), prompt=prompt)


def pictures(count: int) -> tuple[Picture, ...]:
    return tuple(Picture(file_id=FileId(f"f{n}"), message_id=MessageId(n)) for n in range(count))


def picture_request(
    count: int, prompt: str | None = None, way: Mode | None = None, **options: Any
) -> PictureRequest:
    way = way or OFFER.ways(count)[0]
    only = chosen(Subject(way, count), **options)
    stretch = Segment(seconds=only.duration or 5)
    return PictureRequest(
        options=only,
        way=way,
        pictures=pictures(count),
        segments=(stretch,) * (count - 1) if way is Mode.TRANSITION else (),
        prompt=prompt,
    )


def an_effect(**changes: Any) -> Effect:
    fields: dict[str, Any] = {
        "id": EffectId(384_000_000_000_001),
        "name": "Hug",
        "pictures": 1,
        "qualities": ("540p", "720p"),
        "credits": 40,
    }
    return Effect(**fields | changes)


def effect_request(
    effect: Effect | None = None, prompt: str | None = None, **options: Any
) -> EffectRequest:
    effect = effect or an_effect()
    wish = {"quality": effect.qualities[0], "sound": Sound.AUTO} | options
    return EffectRequest(
        options=chosen(effect.subject, **wish),
        effect=effect,
        pictures=pictures(effect.pictures),
        prompt=prompt,
    )


def row(**fields: Any) -> Video:
    """A finished video as the list shows it."""
    shown = {
        "video_id": VIDEO,
        "video_status": 1,
        "video_status_name": "COMPLETED",
        "created_at": "2026-11-21T12:00:03.000Z",
        "url": "https://media.pixverse.ai/v.mp4",
        "first_frame": "https://media.pixverse.ai/v.jpg",
        "output_width": 1024,
        "output_height": 576,
        "video_duration": 5.04,
        "prompt": "a red fox",
        "template_id": 0,
        "seed": SEED,
    }
    return Video.model_validate(shown | fields)
