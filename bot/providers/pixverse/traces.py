"""The name of each submission at PixVerse's platform: what is repeated with it, and soon, is not paid twice."""

from datetime import datetime
from uuid import UUID, uuid5

from bot.providers.pixverse.clips import looks_for_parts
from jobs.lifecycle import Job
from pixverse.platform import Switches

_TRACES = UUID("6e1ef5b0-8d6f-5b0c-9a35-0f4c8f2f7a11")
"""Whose names our trace ids are: it must never change, or a repeat would be a new job."""


def trace_id(job: Job) -> UUID:
    """The name of one submission: the same whenever it is repeated, also after a restart, and another
    for the next try. Both of its parts are kept with the job before anything is sent."""
    return uuid5(_TRACES, f"{job.reference} {_sent_at(job).isoformat()} job")


def repeats_are_safe(switches: Switches, job: Job, now: datetime) -> bool:
    """Whether to send it again, with its name, can only find what was made the first time. A process
    that was down for long comes back to names that the platform may have forgotten."""
    age = now - _sent_at(job)
    found = switches.masks_are_found_again if looks_for_parts(job) else True
    return switches.repeats_find_the_first and found and age <= switches.trace_remembered_for


def _sent_at(job: Job) -> datetime:
    return job.submitted_at or job.queued_at
