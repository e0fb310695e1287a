"""Jobs that nobody holds, and submissions whose answer was lost: found again, or proved absent."""

import logging
from datetime import timedelta

from jobs.duties.shift import Shift
from jobs.errors import ProviderFault
from jobs.lifecycle import Found, Job, OutcomeLost, ProvedAbsent, PutBack, State, Unprovable

log = logging.getLogger(__name__)


class Search:
    """Takes up what was left behind."""

    def __init__(self, shift: Shift) -> None:
        self._shift = shift

    async def heal(self) -> None:
        """Take up what a process that ended left behind, and what was sent with an unknown outcome."""
        for job in await self._shift.store.work.orphans():
            if job.id in self._shift.in_hand:
                continue
            if job.state is State.UPLOADING:
                await self._shift.apply(job, PutBack(timedelta(), counts=False))
            else:
                self._shift.take(job, self._search(job))

    async def _search(self, job: Job) -> None:
        """Adopt a submission that is found; repeat one that is proved absent; else look again."""
        age = self._shift.clock.now() - (job.submitted_at or job.queued_at)
        try:
            taken = await self._shift.store.work.taken(job)
            accepted = await self._shift.ask(self._shift.provider.find(job, taken))
        except ProviderFault as fault:
            log.warning("job %s: cannot be looked for: %r", job.id, fault)
            stuck = job.state is State.SUBMITTING and age > self._shift.pace.unprovable
            await self._shift.apply(job, Unprovable() if stuck else self._later())
            return
        if accepted:
            await self._shift.apply(job, Found(accepted.video_id, accepted.is_image))
        elif age >= self._shift.pace.surely_absent:
            await self._shift.apply(job, ProvedAbsent())
        else:
            await self._shift.apply(job, self._later())

    def _later(self) -> OutcomeLost:
        return OutcomeLost(self._shift.pace.next_search)
