"""Jobs of other people, as those who run the bot look after them."""

import asyncio

from jobs.ids import JobId, PersonId
from jobs.lifecycle import Job
from jobs.ports import Store
from jobs.roles import Right
from jobs.service.guard import Guard


class AdminJobs:
    """Everything about other people's jobs."""

    def __init__(self, store: Store, guard: Guard, wake: asyncio.Event) -> None:
        self._store = store
        self._guard = guard
        self._wake = wake

    async def give_up(self, by: PersonId, job_id: JobId) -> Job | None:
        """End the search for an unconfirmed job; its credits go back. None: it is not unconfirmed."""
        await self._guard.require(by, Right.JOBS)
        job = await self._store.jobs.give_up(job_id, by=by)
        self._wake.set()
        return job
