"""Jobs of other people, as those who run the bot look after them."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jobs.admin.live_settings import find_setting
from jobs.admin.oversight import JobFile, JobListing, Sieve
from jobs.admin.setting_kinds import OFF, ON
from jobs.errors import TooLate
from jobs.ids import Actor, JobId
from jobs.lifecycle import Job
from jobs.paging import turn_to
from jobs.people import Person
from jobs.ports import Store
from jobs.roles import Right
from jobs.service.guard import Guard

JOBS_PER_LIST = 8


@dataclass(frozen=True, slots=True)
class JobsPage:
    """A page of everybody's jobs, newest first; `page` counts from 0. `of`: whose, where it is one person's."""

    sieve: Sieve
    page: int
    files: Sequence[JobFile]
    more: bool
    counts: Mapping[JobListing, int]
    paused: bool
    of: Person | None = None


class AdminJobs:
    """Everything about other people's jobs."""

    def __init__(self, store: Store, guard: Guard, wake: asyncio.Event) -> None:
        self._store = store
        self._guard = guard
        self._wake = wake

    async def page(self, by: Actor, sieve: Sieve, page: int = 0) -> JobsPage:
        """The jobs that the sieve lets through; beyond the end is the first page. Raises NoSuchPerson."""
        await self._guard.require(by, Right.SEE)
        oversight = self._store.oversight
        leaf = await turn_to(
            page,
            JOBS_PER_LIST,
            lambda offset, limit: oversight.page(sieve, offset=offset, limit=limit),
        )
        return JobsPage(
            sieve,
            leaf.page,
            [await oversight.open(job.id) for job in leaf.rows],
            leaf.more,
            counts=await oversight.counts(),
            paused=(await self._store.settings.rules()).queue_paused,
            of=await self._store.people.get(sieve.person) if sieve.person is not None else None,
        )

    async def open(self, by: Actor, job_id: JobId) -> JobFile:
        """One job. Raises NoSuchJob."""
        await self._guard.require(by, Right.SEE)
        return await self._store.oversight.open(job_id)

    async def call_off(self, by: Actor, job_id: JobId) -> None:
        """End a job that waits or renders: its credits go back, its person is told. Raises TooLate."""
        await self._guard.require(by, Right.JOBS)
        if await self._store.oversight.call_off(job_id, by=by) is None:
            raise TooLate
        self._wake.set()

    async def give_up(self, by: Actor, job_id: JobId) -> Job | None:
        """End the search for an unconfirmed job; its credits go back. None: it is not unconfirmed."""
        await self._guard.require(by, Right.JOBS)
        job = await self._store.oversight.give_up(job_id, by=by)
        self._wake.set()
        return job

    async def look_now(self, by: Actor, job_id: JobId) -> None:
        """An unconfirmed job is looked for now, not when its time comes. Raises NoSuchJob, TooLate."""
        await self._guard.require(by, Right.JOBS)
        if await self._store.oversight.look_now(job_id, by=by) is None:
            raise TooLate
        self._wake.set()

    async def retry(self, by: Actor, job_id: JobId, *, may_pay_twice: bool = False) -> Job:
        """Try again what came to nothing; see `jobs.ports.Oversight.retry` for how, and what it raises."""
        await self._guard.require(by, Right.JOBS)
        job = await self._store.oversight.retry(job_id, by=by, may_pay_twice=may_pay_twice)
        self._wake.set()
        return job

    async def refund(self, by: Actor, job_id: JobId, note: str = "") -> int:
        """Give back what a job cost, once. Raises NoSuchJob, NothingSpent, GivenBackBefore."""
        await self._guard.require(by, Right.JOBS)
        credits = await self._store.oversight.refund(job_id, by=by, note=note)
        self._wake.set()
        return credits

    async def pause_queue(self, by: Actor, *, paused: bool) -> None:
        """Nothing new is begun from now on, or it is again. What runs goes on."""
        await self._guard.require(by, Right.JOBS)
        setting = find_setting("queue_paused")
        if (await self._store.settings.rules()).queue_paused is not paused:
            await self._store.settings.set(setting, ON if paused else OFF, by=by)
        self._wake.set()
