"""What the simulated provider remembers: accounts, uploads, videos, and how it is told to behave."""

from __future__ import annotations

from datetime import datetime
from enum import IntEnum
from typing import Any

from simulator.film.sniffing import Kind
from simulator.serving.records import JobRecord, Record


class Status(IntEnum):
    """PixVerse's numbers. Only 1, 6, 7 and 8 are ends; 6, 7 and 8 never have a result."""

    COMPLETED = 1
    QUEUED = 5
    DELETED = 6
    MODERATED = 7
    FAILED = 8
    GENERATING = 10


FINAL = frozenset({Status.COMPLETED, Status.DELETED, Status.MODERATED, Status.FAILED})
REFUNDED = frozenset({Status.MODERATED, Status.FAILED})


class Account(Record):
    email: str
    account_id: int
    max_jobs: int
    credits: int
    plan_jobs: int = 8  # PixVerse's own limit of jobs at once, `gen_simultaneously`
    pending_error: bool = False
    subscription: bool = True


class Upload(Record):
    """A file of POST /files/; `path` is what the create endpoints take."""

    path: str
    number: int
    kind: Kind
    media_type: str
    size: int
    width: int = 0
    height: int = 0
    seconds: float = 0


class Video(JobRecord[Status]):
    """A job accepted and paid; from `submitted_at` on its state follows from the time alone."""

    kind: Kind
    email: str
    account_id: int
    endpoint: str
    body: dict[str, Any]
    cost: int
    secret: str  # makes the addresses of its media unguessable
    model: str
    quality: str
    aspect_ratio: str
    width: int
    height: int
    duration: int
    seed: int
    sound: bool
    template_id: int
    source: int | None
    source_path: str
    pictures: tuple[str, ...]
    off_peak: bool
    reply_url: str
    reply_ref: str
    submitted_at: datetime
    generating_at: datetime
    tracked: bool = True  # false after DELETE /scheduler/{id}: still rendered, nobody is told
    deleted: bool = False

    def status(self, now: datetime) -> Status:
        if self.final is not None:
            return self.final
        return Status.QUEUED if now < self.generating_at else Status.GENERATING

    @property
    def is_video(self) -> bool:
        return self.kind is Kind.VIDEO

    @property
    def refunded(self) -> int:
        return self.cost if self.final in REFUNDED else 0

    @property
    def media_path(self) -> str:
        ending = "png" if self.kind is Kind.IMAGE else "mp4"
        return f"results/{self.number}_{self.secret}.{ending}"

    def frame_path(self, which: str) -> str:
        return f"results/{self.number}_{self.secret}_{which}.jpg"


class Switches(Record):
    """The oddities of the real API, each of which a test may turn on or off."""

    encoded_id_400: bool = True
    status5_final: bool = True
    webhook_generating: bool = False
    webhook_drop: bool = False
    webhook_duplicate: bool = False
    webhook_nested: bool = False
    webhook_without_id: bool = False
    masked_ids: bool = False
    images_listed: bool = True
    january: bool = False  # the API of January 2026, without all that came later
    cost_credits: bool = False  # a paid request's answer says what it costs
    no_masks: bool = False  # every modify: nothing was found in the video that could be changed
    no_person: bool = False  # every motion-control: nobody is seen clearly enough
    not_found_window: float = 0
    list_limit_max: int = 100


class PlatformAccount(Record):
    """What POST /v2/account sets for all services of useapi."""

    name: str = ""
    replyUrl: str = ""  # noqa: N815 - the vendor's name of the field
