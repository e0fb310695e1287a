"""What the simulated platform remembers: accounts, uploads, jobs, charges, and how it is told to behave."""

from __future__ import annotations

from datetime import datetime
from enum import IntEnum
from typing import Any, Literal

from pydantic import Field

from simulator.film.sniffing import Kind
from simulator.serving.records import JobRecord, Record


class Status(IntEnum):
    """The documented states of a result; everything else means that it is not ready."""

    SUCCESS = 1
    GENERATING = 5
    DELETED = 6
    MODERATED = 7
    FAILED = 8


FINAL = frozenset({Status.SUCCESS, Status.DELETED, Status.MODERATED, Status.FAILED})
REFUNDED = frozenset({Status.MODERATED, Status.FAILED})


class Account(Record):
    """What stands behind one API key."""

    key: str
    account_id: int
    credit_monthly: int
    credit_package: int
    concurrency: int
    activated: frozenset[int]  # the templates that were activated in the dashboard
    permitted: bool = True
    month_over: bool = False

    @property
    def credits(self) -> int:
        return self.credit_monthly + self.credit_package


class Upload(Record):
    """A file of /image/upload or /media/upload; its number is what generations take."""

    number: int
    account_id: int
    kind: Kind
    path: str
    media_type: str
    size: int
    width: int = 0
    height: int = 0
    seconds: float = 0
    codec: str = ""


class Job(JobRecord[Status]):
    """A generation accepted and paid; from `submitted_at` on its state follows from the time alone."""

    kind: Kind
    account_id: int
    trace_id: str
    endpoint: str
    creation_type: str
    body: dict[str, Any]
    cost: int
    secret: str  # makes the addresses of its media unguessable
    model: str
    quality: str
    width: int
    height: int
    duration: int
    seed: int
    has_audio: bool
    template_id: int
    source: int | None
    source_media: int | None
    pictures: tuple[int, ...]
    speech: int | None
    webhook_id: str
    submitted_at: datetime

    @property
    def is_video(self) -> bool:
        return self.kind is Kind.VIDEO

    @property
    def refunded(self) -> int:
        return self.cost if self.final in REFUNDED else 0

    @property
    def media_name(self) -> str:
        return f"{self.number}_{self.secret}.{'mp4' if self.is_video else 'png'}"


class Selection(Record):
    """What /video/mask/selection found; kept, because a repeat with its trace id is not paid again."""

    number: int
    account_id: int
    trace_id: str
    source: str
    keyframe: int
    masks: tuple[tuple[str, str], ...]  # id and name of each


class Charge(Record):
    """A line of the usage detail."""

    number: int
    account_id: int
    amount: int
    refund: bool
    creation_type: str
    job: int
    trace_id: str
    at: datetime


class Voice(Record):
    """A voice made of somebody's own recording."""

    speaker_id: str
    account_id: int
    name: str
    media: int


class Webhook(Record):
    """What an account registered in the dashboard."""

    webhook_id: str
    account_id: int
    url: str
    secret: str


class Switches(Record):
    """What the sources disagree about or leave open; the defaults are the likelier reading."""

    trace_reuse: Literal["first_job", "refused", "new_job"] = "first_job"
    trace_uuid: bool = True  # a generation's trace id must be a UUID
    key_refused_status: int = Field(default=200, ge=200, le=599)  # of an unknown or missing key
    unknown_fields_refused: bool = True
    long_prompts: bool = True  # 5000 characters for text, modify and restyle; else 2048
    lip_sync_text: int = 140  # or 200
    image_side: int = 10_000  # or 4000
    image_by_url: bool = True
    ratio_required: bool = True  # of text to video
    extend_strict: bool = False  # extend without seed and water_mark is refused
    sound_content_required: bool = False
    hd_eight_seconds: tuple[str, ...] = ("v5",)  # which old models take 1080p for 8 s
    camera_models: tuple[str, ...] = ("v4", "v4.5")
    style_realistic: bool = False
    negative_prompt_taken: bool = True
    mimic_1080p: bool = False
    multi_transition_seconds: int = 30  # of all its segments together
    tts_paths: Literal["both", "new", "old"] = "both"
    credits_field: Literal["credits", "credit", "none"] = "credits"  # in the answer of a generation
    pending_status: Literal[2, 3, 5, 9, 10] = 5
    late_results: float = 0  # seconds in which a new id is not found yet
    real_sizes: bool = True  # else `size` is an estimate and nothing is rendered for it
    templates_listed: Literal["all", "activated"] = "all"
    webhook_everywhere: bool = False  # else only text and image to video send one
    webhook_signature: Literal["insertion", "sorted", "raw", "wrong"] = "insertion"
    webhook_skew: int = 0  # seconds that its clock is ahead
    webhook_drop: bool = False
    webhook_duplicate: bool = False
    webhook_retry_factor: float = Field(default=1.0, ge=0)  # shortens the waits between attempts
