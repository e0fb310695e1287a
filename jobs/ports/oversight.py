"""Jobs of other people in the hands of those who run the bot, as the store keeps them."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from jobs.admin.oversight import JobFile, JobListing, Sieve
from jobs.ids import JobId, PersonId
from jobs.lifecycle import Job


class Oversight(Protocol):
    """What is done here is in the audit log; `by` is None for the command line."""

    async def page(self, sieve: Sieve, *, offset: int, limit: int) -> Sequence[Job]:
        """The jobs that it lets through, newest first."""

    async def counts(self) -> Mapping[JobListing, int]:
        """How many there are of each listing that is kept small by itself: not of all that ever were."""

    async def open(self, job_id: JobId) -> JobFile:
        """One job. Raises NoSuchJob."""

    async def call_off(self, job_id: JobId, *, by: PersonId | None) -> Job | None:
        """End a job that waits or renders: its credits go back, its person is told why.

        None: it is too late for that. Raises NoSuchJob.
        """

    async def give_up(self, job_id: JobId, *, by: PersonId | None) -> Job | None:
        """End the search for an unconfirmed job. None: it has moved on. Raises NoSuchJob."""

    async def look_now(self, job_id: JobId, *, by: PersonId | None) -> Job | None:
        """Look for an unconfirmed job at once. None: it is not unconfirmed. Raises NoSuchJob."""

    async def retry(
        self, job_id: JobId, *, by: PersonId | None, may_pay_twice: bool = False
    ) -> Job:
        """Try a job again that came to nothing. The job that lives on comes back.

        A failed one gave its credits back: its request is a new job of the same person, paid for by them,
        who are told. An undeliverable one has its video: that is brought once more, nothing is paid. An
        unconfirmed one goes back to its place in the queue, with the credits that it holds.

        Raises NoSuchJob, TooLate (it did not come to nothing), AlreadyStarted (it was tried again before),
        MayPayTwice (the provider may have been paid for it, and `may_pay_twice` is not said),
        StillLooking, and CannotRetry, also where a failed one costs more now than its person agreed to.
        """

    async def refund(self, job_id: JobId, *, by: PersonId | None, note: str = "") -> int:
        """Give back what a job cost, once, as credits that do not expire; its person is told. How many?

        Raises NoSuchJob, NothingSpent, GivenBackBefore.
        """
