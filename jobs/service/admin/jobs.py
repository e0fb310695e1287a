"""Jobs of other people, as those who run the bot look after them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from jobs.errors import TooLate
from jobs.ids import Actor, JobId
from jobs.lifecycle import Job
from jobs.people import Person
from jobs.ports import JobListing, Store
from jobs.roles import Right
from jobs.service.guard import Guard

JOBS_PER_LIST = 8


@dataclass(frozen=True, slots=True)
class JobList:
    """A page of everybody's jobs of one kind, newest first. `page` counts from 0."""

    listing: JobListing
    page: int
    jobs: Sequence[Job]
    total: int
    paused: bool

    @property
    def pages(self) -> int:
        return max(-(-self.total // JOBS_PER_LIST), 1)


@dataclass(frozen=True, slots=True)
class JobOfSomebody:
    """A job with whose it is."""

    job: Job
    person: Person


class AdminJobs:
    """Everything about other people's jobs."""

    def __init__(self, store: Store, guard: Guard, wake: asyncio.Event) -> None:
        self._store = store
        self._guard = guard
        self._wake = wake

    async def list(self, by: Actor, listing: JobListing, page: int) -> JobList:
        """Everybody's jobs of one kind; a page beyond the end gives the last one."""
        await self._guard.require(by, Right.JOBS)
        paused = (await self._store.settings.rules()).queue_paused
        jobs, total = await self._store.jobs.listed(
            listing, offset=page * JOBS_PER_LIST, limit=JOBS_PER_LIST
        )
        found = JobList(listing, page, jobs, total, paused)
        return found if page < found.pages else await self.list(by, listing, found.pages - 1)

    async def job(self, by: Actor, job_id: JobId) -> JobOfSomebody:
        """One job. Raises NoSuchJob."""
        await self._guard.require(by, Right.JOBS)
        job = (await self._store.jobs.view(job_id)).job
        return JobOfSomebody(job, await self._store.people.get(job.person_id))

    async def call_off(self, by: Actor, job_id: JobId) -> None:
        """End a job that waits or renders: its credits go back, its person is told. Raises TooLate."""
        await self._guard.require(by, Right.JOBS)
        if await self._store.jobs.call_off(job_id, by=by) is None:
            raise TooLate
        self._wake.set()

    async def give_up(self, by: Actor, job_id: JobId) -> Job | None:
        """End the search for an unconfirmed job; its credits go back. None: it is not unconfirmed."""
        await self._guard.require(by, Right.JOBS)
        job = await self._store.jobs.give_up(job_id, by=by)
        self._wake.set()
        return job
