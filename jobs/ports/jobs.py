"""Jobs and the credits held for them, as the store keeps them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from jobs.capabilities import Mode
from jobs.history import Wanted
from jobs.ids import (
    AccountId,
    ChatId,
    DraftId,
    JobId,
    MessageId,
    PersonId,
    Place,
    UpdateId,
    VideoId,
)
from jobs.lifecycle import Event, Job


class JobListing(StrEnum):
    """Which jobs admins look at."""

    RUNNING = "running"
    QUEUED = "queued"
    UNCONFIRMED = "unconfirmed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Lane:
    """An account that can take `free` more jobs now."""

    account: AccountId
    free: int


@dataclass(frozen=True, slots=True)
class JobView:
    """A job with what its status shows beside it. `paused`: the whole queue waits."""

    job: Job
    place_in_queue: int | None = None
    typical_seconds: int | None = None
    paused: bool = False


class Jobs(Protocol):
    """Jobs, and the credits held for them."""

    async def start(
        self, draft_id: DraftId, person_id: PersonId, *, takes: int = 1, shown: int | None = None
    ) -> JobView:
        """*Generate*: the draft becomes a queued job and its price is held, or so many jobs, all or none. Its card becomes the job's
        status message; where no card was shown, a status message is owed.

        `shown` is the price of one take that the card showed.

        Raises CardOutdated, NotOffered, DraftGone, NotYours, Incomplete, AlreadyStarted, UnderMaintenance, NotEnoughCredits, BotBudgetSpent.
        """

    async def start_again(
        self, job_id: JobId, person_id: PersonId, place: Place, update_id: UpdateId
    ) -> JobView:
        """*Again*: the same request as a new job, with a seed of its own. One press makes one job, also
        when its update is handled twice.

        Raises NoSuchJob, NotYours, AlreadyStarted (pressed twice within 3 s), UnderMaintenance, NotEnoughCredits, BotBudgetSpent.
        """

    async def apply(self, job_id: JobId, event: Event) -> Job | None:
        """`advance` the job: its row, its credits and what is owed for it. None: nothing changed."""

    async def cancel(self, job_id: JobId, person_id: PersonId) -> Job:
        """Raises NoSuchJob, NotYours, TooLate."""

    async def listed(
        self, listing: JobListing, *, offset: int, limit: int
    ) -> tuple[Sequence[Job], int]:
        """Everybody's jobs of one kind, newest first, and how many there are."""

    async def call_off(self, job_id: JobId, *, by: PersonId | None) -> Job | None:
        """An admin ends a job that waits or renders: its credits go back, its person is told why.

        None: it is too late for that. Raises NoSuchJob.
        """

    async def give_up(self, job_id: JobId, *, by: PersonId | None) -> Job | None:
        """An admin ends the search for an unconfirmed job. None: it has moved on. Raises NoSuchJob."""

    async def claim(self, lanes: Sequence[Lane]) -> Sequence[Job]:
        """Queued jobs for the free lanes, people taking turns; each is now `uploading` under our lease.

        Nobody gets more running jobs than their limit. Jobs whose `due_at` is ahead are passed over,
        and all of them while the queue is paused.
        """

    async def queued(self) -> int:
        """How many jobs wait for a lane and could be claimed now; 0 while the queue is paused."""

    async def stranded(self, accounts: Collection[AccountId]) -> Sequence[Job]:
        """Queued jobs that only an account can do which is none of these."""

    async def orphans(self) -> Sequence[Job]:
        """Jobs in `uploading`, `submitting` or `unconfirmed` that nobody is working on: those of a process
        that has ended, and those whose `due_at` has come. They are now under our lease."""

    async def sent(self) -> Mapping[JobId, AccountId]:
        """The accounts of all jobs that were sent to the provider, or may have been, and have not ended."""

    async def generating(self) -> Sequence[Job]:
        """All jobs that the provider is rendering."""

    async def view(self, job_id: JobId) -> JobView:
        """Raises NoSuchJob. `typical_seconds`: the median of this bot's last 20 jobs of that kind."""

    async def in_motion(self) -> Sequence[JobView]:
        """Every job that is queued or running and has a status message to keep fresh."""

    async def own(self, job_id: JobId, person_id: PersonId) -> Job:
        """Raises NoSuchJob, also for a deleted one, and NotYours."""

    async def page(
        self,
        person_id: PersonId,
        *,
        wanted: Wanted = Wanted(),  # noqa: B008 (frozen)
        offset: int,
        limit: int,
    ) -> Sequence[Job]:
        """A person's jobs, newest first, deleted ones too."""

    async def kinds(self, person_id: PersonId) -> Sequence[Mode]:
        """The kinds of jobs that the person has."""

    async def in_telegram(
        self, person_id: PersonId, *, words: str = "", offset: int, limit: int
    ) -> tuple[Sequence[Job], int]:
        """A page of a person's results that Telegram has, newest first, and the total: those whose
        words and effect's name hold every one of `words`. Goes back so far, and no further."""

    async def taken(self, job: Job) -> frozenset[VideoId]:
        """The videos of other jobs that the job's account has made since the job was sent."""

    async def shown(self, job_id: JobId, chat_id: ChatId, message_id: MessageId) -> None:
        """The job's result stands in this message."""

    async def behind(self, chat_id: ChatId, message_id: MessageId) -> Job | None:
        """The job whose result stands in this message, if any."""

    async def by_video(self, video_id: VideoId) -> Job | None:
        """The job of a provider's video."""
