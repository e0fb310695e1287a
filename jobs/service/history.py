"""The person's own jobs: looked through, fetched once more as a file, deleted."""

import asyncio
from collections.abc import Sequence

from jobs.errors import NoSuchJob, NotYours
from jobs.history import DONE, JobPage, Wanted
from jobs.ids import ChatId, JobId, MessageId, PersonId, Place, UpdateId
from jobs.lifecycle import Job
from jobs.outbox import OriginalFile
from jobs.paging import turn_to
from jobs.ports import Store

JOBS_PER_PAGE = 6


class History:
    """Everything around the list."""

    def __init__(self, store: Store, wake: asyncio.Event) -> None:
        self._store = store
        self._wake = wake

    async def page(self, person_id: PersonId, page: int, wanted: Wanted = Wanted()) -> JobPage:  # noqa: B008 (frozen)
        """The person's jobs, newest first."""
        history = self._store.history
        leaf = await turn_to(
            page,
            JOBS_PER_PAGE,
            lambda offset, limit: history.page(
                person_id, wanted=wanted, offset=offset, limit=limit
            ),
        )
        kinds = await history.kinds(person_id)
        zone = (await self._store.people.balance(person_id)).calendar.zone
        return JobPage(leaf.page, leaf.rows, leaf.more, wanted, kinds, zone)

    async def look(self, job_id: JobId, person_id: PersonId) -> Job:
        """One of the person's jobs, a deleted one too. Raises NoSuchJob, NotYours."""
        job = (await self._store.jobs.view(job_id)).job
        if job.person_id != person_id:
            raise NotYours
        return job

    async def original(
        self, job_id: JobId, person_id: PersonId, place: Place, update_id: UpdateId
    ) -> None:
        """The result as a file, as the provider made it. Raises NoSuchJob where there is none."""
        job = await self._store.jobs.own(job_id, person_id)
        if job.state not in DONE:
            raise NoSuchJob
        owed = OriginalFile(job_id=job_id)
        await self._store.outbox.owe(f"original:{update_id}", place, owed)
        self._wake.set()

    async def delete(
        self, job_id: JobId, person_id: PersonId
    ) -> Sequence[tuple[ChatId, MessageId]]:
        """Gone here at once, and at the provider soon; returns the messages that show it.

        Raises NoSuchJob, NotYours, TooLate, UnderReport.
        """
        spots = await self._store.removals.delete(job_id, person_id)
        self._wake.set()
        return spots

    async def shown(self, job_id: JobId, place: Place, message_id: MessageId) -> None:
        """The job's result stands in this message, too."""
        await self._store.history.shown(job_id, place.chat_id, message_id)
