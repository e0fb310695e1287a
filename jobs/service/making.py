"""*Generate* and what comes after it: cancel, again, once more."""

import asyncio

from jobs.drafts import refitted
from jobs.errors import CardOutdated, NotAChoice, TooLate
from jobs.ids import DraftId, JobId, MessageId, PersonId, Place, UpdateId
from jobs.lifecycle import FetchedAgain, Job, State
from jobs.ports import Card, JobView, Store
from jobs.service.refilling import refill

TAKES = (1, 2, 4)


class Making:
    """Everything around jobs."""

    def __init__(self, store: Store, wake: asyncio.Event) -> None:
        self._store = store
        self._wake = wake

    async def generate(
        self, draft_id: DraftId, person_id: PersonId, *, takes: int = 1, shown: int | None = None
    ) -> JobView | Card:
        """*Generate*: the draft becomes a job, or several takes of it. Raises NotAChoice.

        A card comes back where the one that was pressed (with `shown` as its price) is not true any more.
        """
        if takes not in TAKES:
            raise NotAChoice
        try:
            view = await self._store.jobs.start(draft_id, person_id, takes=takes, shown=shown)
        except CardOutdated:
            return await self._store.drafts.change(
                draft_id, person_id, lambda draft, basis: refitted(draft, basis.offer)
            )
        self._wake.set()
        return view

    async def again(
        self,
        job_id: JobId,
        person_id: PersonId,
        place: Place,
        update_id: UpdateId,
        asked: MessageId | None = None,
    ) -> JobView | tuple[Card, Card | None]:
        """*Again*: the same once more; in a group it answers what was `asked`.

        Where it costs another price than the key said, its filled-in draft comes back, and second the one
        that this replaces: nothing is started.
        """
        try:
            view = await self._store.jobs.start_again(job_id, person_id, place, update_id, asked)
        except CardOutdated:
            return await refill(self._store, job_id, person_id, place)
        self._wake.set()
        return view

    async def cancel(self, job_id: JobId, person_id: PersonId) -> Job:
        """*Cancel*: credits come back while it waits; once it renders they stay spent. Raises TooLate."""
        return await self._store.jobs.cancel(job_id, person_id)

    async def job(self, job_id: JobId, person_id: PersonId) -> Job:
        """One of the person's own jobs."""
        return await self._store.jobs.own(job_id, person_id)

    async def report(self, job_id: JobId, person_id: PersonId, place: Place) -> bool:
        """*Report*: the admins are to look at a result. False: this person has said so before.

        Raises NoSuchJob, NotYours.
        """
        news = await self._store.moderation.report(job_id, person_id, place.chat_id)
        self._wake.set()
        return news

    async def fetch_again(self, job_id: JobId, person_id: PersonId) -> Job:
        """A result that could not be delivered is sent once more. Raises TooLate where there is none."""
        job = await self._store.jobs.own(job_id, person_id)
        if job.state is not State.UNDELIVERABLE:
            raise TooLate
        fetched = await self._store.jobs.apply(job_id, FetchedAgain())
        self._wake.set()
        return fetched or job
