"""Everybody's jobs as those who run the bot look at them: which ones, and what became of their credits. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from jobs.capabilities import Mode
from jobs.ids import JobId, PersonId
from jobs.lifecycle import RUNNING, Job, State
from jobs.people import Person


class JobListing(StrEnum):
    """How the jobs stand that are looked at."""

    RUNNING = "running"
    QUEUED = "queued"
    UNCONFIRMED = "unconfirmed"
    FAILED = "failed"
    UNDELIVERABLE = "undeliverable"
    ALL = "all"


LISTED: Mapping[JobListing, frozenset[State]] = {
    JobListing.RUNNING: RUNNING,
    JobListing.QUEUED: frozenset({State.QUEUED}),
    JobListing.UNCONFIRMED: frozenset({State.UNCONFIRMED}),
    JobListing.FAILED: frozenset({State.FAILED}),
    JobListing.UNDELIVERABLE: frozenset({State.UNDELIVERABLE}),
    JobListing.ALL: frozenset(State),
}


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which jobs are looked at; None: of every kind, of everybody."""

    listing: JobListing = JobListing.RUNNING
    mode: Mode | None = None
    person: PersonId | None = None


class CreditState(StrEnum):
    """Where the credits of a job are."""

    HELD = "held"
    SPENT = "spent"
    RELEASED = "released"
    REFUNDED = "refunded"


@dataclass(frozen=True, slots=True)
class JobFile:
    """A job with whose it is, where its credits are, and the job that tries the same again, if any."""

    job: Job
    person: Person
    credits: CreditState
    again: JobId | None = None

    @property
    def can_be_retried(self) -> bool:
        """Whether it came to nothing, and nobody has tried it again."""
        if self.job.state is State.FAILED:
            return self.again is None
        return self.job.state in (State.UNCONFIRMED, State.UNDELIVERABLE)
