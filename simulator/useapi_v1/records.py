"""What the simulated v1 remembers: channels, jobs, and how it is told to behave."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

from simulator.serving.records import JobRecord, Record


class Status(StrEnum):
    CREATED = "created"
    STARTED = "started"
    PROGRESS = "progress"
    COMPLETED = "completed"
    MODERATED = "moderated"
    FAILED = "failed"
    CANCELLED = "cancelled"


FINAL = frozenset({Status.COMPLETED, Status.MODERATED, Status.FAILED, Status.CANCELLED})


class Channel(Record):
    """A Discord channel with the PixVerse bot in it, and the token of its owner."""

    channel: str
    server: str
    discord: str
    max_jobs: int
    pending_error: bool = False


class Picture(Record):
    """A file that came with the request."""

    path: str
    media_type: str
    size: int


class Attachment(Record):
    """A file of the answer in the channel; its address is good for a while only."""

    number: int
    filename: str
    expires: datetime


class Job(JobRecord[Status]):
    """From `created` on its state follows from the time alone, until it ends."""

    jobid: str
    verb: str
    channel: str
    server: str
    discord: str
    max_jobs: int
    body: dict[str, Any]
    parent: str = ""
    button: str = ""
    buttons: tuple[str, ...]  # what it will offer when it is completed
    picture: Picture | None = None
    picture_field: str = ""
    size: tuple[int, int]
    seed: int
    reply_url: str
    created: datetime
    started_at: datetime
    progress_at: datetime
    attachments: tuple[Attachment, ...] = ()

    @property
    def key(self) -> str:
        return self.jobid

    def status(self, now: datetime) -> Status:
        if self.final is not None:
            return self.final
        if now < self.started_at:
            return Status.CREATED
        return Status.STARTED if now < self.progress_at else Status.PROGRESS


class Switches(Record):
    """What the pages leave open, and what a test may want otherwise."""

    accepted_status: Literal[200, 201] = 200
    attachment_seconds: float = 86_400  # how long an address is good
    expiry_days: int = 31
    jobs_list: bool = False  # whether GET /jobs without an id is a list: its page was never seen
    grid: bool = False  # the four videos of /create in one attachment instead of four
    real_sizes: bool = True  # else `size` is an estimate and nothing is rendered for it
    webhook_drop: bool = False
    webhook_duplicate: bool = False
