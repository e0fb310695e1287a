"""What jobs really cost: the account's credits are read before and after those whose price is an estimate.

Where the provider says the cost itself, nobody has to look. What a crash leaves out is learned another time.
"""

import logging

from jobs.duties.shift import Shift
from jobs.errors import ProviderFault
from jobs.ids import AccountId
from jobs.lifecycle import Job

log = logging.getLogger(__name__)


class Meter:
    """Reads accounts. No job waits for it longer than one question takes, and none fails by it."""

    def __init__(self, shift: Shift) -> None:
        self._shift = shift

    async def before(self, job: Job) -> int | None:
        """What the account has, where that will tell something; asked right before the paid request."""
        if job.account is None or not await self._shift.store.costs.wanted(job):
            return None
        return await self._credits(job, job.account)

    def after(self, job: Job) -> None:
        """The job is finished: look what the account has now, while the video is on its way."""
        if job.account and job.credits_before is not None and job.cost is None:
            self._shift.nursery.start(self._learn(job, job.account), f"learn what {job.id} cost")

    async def _learn(self, job: Job, account: AccountId) -> None:
        credits = await self._credits(job, account)
        if credits is None:
            return
        cost = await self._shift.store.costs.learn(job.id, credits)
        if cost is not None:
            log.info("job %s cost %s credits at the provider", job.id, cost)

    async def _credits(self, job: Job, account: AccountId) -> int | None:
        try:
            return await self._shift.ask(self._shift.provider.credits(account))
        except ProviderFault as fault:
            log.info("job %s: its account's credits could not be read: %r", job.id, fault)
            return None
