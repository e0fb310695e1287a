"""Jobs and the credits held for them, as the store keeps them."""

from dataclasses import dataclass
from typing import Protocol

from jobs.ids import (
    DraftId,
    JobId,
    MessageId,
    PersonId,
    Place,
    UpdateId,
)
from jobs.lifecycle import Event, Job


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
        self,
        job_id: JobId,
        person_id: PersonId,
        place: Place,
        update_id: UpdateId,
        asked: MessageId | None = None,
    ) -> JobView:
        """*Again*: the same request as a new job, with a seed of its own. One press makes one job, also
        when its update is handled twice. Its key says what the job cost: for another price nothing starts.

        Raises CardOutdated, NotOffered, NoSuchJob, NotYours, AlreadyStarted (pressed twice within 3 s), UnderMaintenance, NotEnoughCredits, BotBudgetSpent.
        """

    async def apply(self, job_id: JobId, event: Event) -> Job | None:
        """`advance` the job: its row, its credits and what is owed for it. None: nothing changed."""

    async def cancel(self, job_id: JobId, person_id: PersonId) -> Job:
        """Raises NoSuchJob, NotYours, TooLate."""

    async def view(self, job_id: JobId) -> JobView:
        """Raises NoSuchJob. `typical_seconds`: the median of this bot's last 20 jobs of that kind."""

    async def own(self, job_id: JobId, person_id: PersonId) -> Job:
        """Raises NoSuchJob, also for a deleted one, and NotYours."""
