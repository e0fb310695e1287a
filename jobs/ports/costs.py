"""What jobs really cost at the provider, as the store keeps it."""

from typing import Protocol

from jobs.ids import JobId
from jobs.lifecycle import Job


class Costs(Protocol):
    """Prices that the vendor does not print are learned from its accounts."""

    async def wanted(self, job: Job) -> bool:
        """Whether the account's credits before and after this job would tell something new.

        Its price is an estimate, none like it was learned lately, and nothing else of ours runs there.
        """

    async def learn(self, job_id: JobId, credits_after: int) -> int | None:
        """What the account has now that the job is finished: the difference is what it cost.

        None where that shows nothing: something else ran there meanwhile, or the sum cannot be right.
        """
