"""Deleted videos go at the provider, too: tried at once, and again later where it does not answer."""

import logging
from datetime import timedelta

from jobs.errors import ProviderFault
from jobs.lifecycle import Job
from jobs.shift import Shift

log = logging.getLogger(__name__)

AT_ONCE = 5
AGAIN = timedelta(minutes=1)
ATTEMPTS = 60  # nine hours apart in the end: some weeks


class Removal:
    """Deletes what people have deleted."""

    def __init__(self, shift: Shift) -> None:
        self._shift = shift

    async def remove(self) -> None:
        """Take up what is due; nothing waits for it."""
        for job, attempt in await self._shift.store.removals.claim(AT_ONCE, AGAIN):
            self._shift.nursery.start(
                self._remove(job, attempt), f"delete the video of job {job.id}"
            )

    async def _remove(self, job: Job, attempt: int) -> None:
        try:
            await self._shift.ask(self._shift.provider.delete(job))
        except ProviderFault as fault:
            log.warning("job %s: its video is still at the provider: %r", job.id, fault)
            if attempt < ATTEMPTS:
                return
            log.exception("job %s: its video stays at the provider: nothing helps", job.id)
        await self._shift.store.removals.done(job.id)
