"""What a job of useapi.net v1 says about itself: still pending, done, or failed and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pixverse.outcomes import Pending

if TYPE_CHECKING:
    from pixverse.useapi_v1.models import Attachment, Job

COMPLETED = "completed"


class Failure(StrEnum):
    """Why there will be no result; the values are the vendor's."""

    MODERATED = "moderated"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Done:
    """The results, at least one and each with a ``url``: to be fetched at once, they expire."""

    attachments: tuple[Attachment, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """There will be no result."""

    why: Failure


Outcome = Pending | Done | Failed


def outcome(job: Job) -> Outcome:
    """Decide from one answer of GET jobs. A job that was completed without a file has failed.

    A status that nobody has documented is pending: look again until the deadline.
    """
    status = (job.status or "").strip().lower()
    if status in set(Failure):
        return Failed(Failure(status))
    if status != COMPLETED:
        return Pending()
    files = tuple(file for file in job.attachments if file.url)
    return Done(files) if files else Failed(Failure.FAILED)


__all__ = ["Done", "Failed", "Failure", "Outcome", "Pending", "outcome"]
