"""What useapi.net v1 answers about jobs and Discord channels; every field is read tolerantly."""

from __future__ import annotations

from pydantic import Field

from pixverse.decoding import Moment, Tolerant, Trimmed


class Attachment(Tolerant):
    """A file of the Discord message that shows a result; its address expires within a day or so."""

    id: str | None = None
    content_type: str | None = None
    filename: str | None = None
    url: Trimmed = None
    proxy_url: Trimmed = None
    size: int | None = None
    width: int | None = None
    height: int | None = None


class Job(Tolerant):
    """A job, finished or not (GET jobs). ``status.outcome`` says which.

    The Discord token in it is masked, and not read. Jobs are kept for 31 days.
    """

    jobid: str | None = None
    parent_job_id: str | None = Field(None, alias="parentJobId")
    verb: str | None = None
    status: str | None = None
    created: Moment = None
    updated: Moment = None
    prompt: str | None = None
    negative_prompt: str | None = None
    style: str | None = None
    aspect_ratio: str | None = None
    character: str | None = None
    motion: int | None = None
    seed_value: int | None = None
    button: str | None = None
    buttons: tuple[str, ...] = ()
    """What can be pressed under the finished result."""
    server: str | None = None
    channel: str | None = None
    max_jobs: int | None = Field(None, alias="maxJobs")
    reply_url: str | None = Field(None, alias="replyUrl")
    reply_ref: str | None = Field(None, alias="replyRef")
    content: str | None = None
    attachments: tuple[Attachment, ...] = ()
    error: str | None = None
    error_details: str | None = Field(None, alias="errorDetails")
    code: int | None = None


class Channel(Tolerant):
    """A Discord channel in which the PixVerse bot is spoken to (GET account)."""

    channel: str | None = None
    server: str | None = None
    max_jobs: int | None = Field(None, alias="maxJobs")
