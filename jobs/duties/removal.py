"""Deleted videos go at the provider, too, and what nobody waits for is stopped there: at once, and again later
where it does not answer."""

import logging
from datetime import timedelta

from jobs.duties.shift import Shift
from jobs.errors import ProviderFault, Reason
from jobs.lifecycle import Job, State

log = logging.getLogger(__name__)

AT_ONCE = 5
AGAIN = timedelta(minutes=1)
ATTEMPTS = 60  # nine hours apart in the end: some weeks


class Removal:
    """Deletes what people have deleted, and stops what they have cancelled."""

    def __init__(self, shift: Shift) -> None:
        self._shift = shift

    async def remove(self) -> None:
        """Take up what is due; nothing waits for it."""
        for job, attempt in await self._shift.store.removals.claim(AT_ONCE, AGAIN):
            self._shift.nursery.start(self._remove(job, attempt), f"tidy up after job {job.id}")

    async def _remove(self, job: Job, attempt: int) -> None:
        try:
            provider = self._shift.provider
            left = job.state is State.CANCELLED or job.reason is Reason.CALLED_OFF
            ending = provider.cancel if left and not job.deleted_at else provider.delete
            await self._shift.ask(ending(job))
        except ProviderFault as fault:
            log.warning("job %s: its video is still at the provider: %r", job.id, fault)
            if attempt < ATTEMPTS:
                return
            log.exception("job %s: its video stays at the provider: nothing helps", job.id)
        await self._shift.store.removals.done(job.id)
