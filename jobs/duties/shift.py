"""What all duties of the worker share: the outside world, what is in hand, and when to ask again.

Nothing in here matters after a crash: it is pace, and who works on what in this process.
"""

import asyncio
import logging
from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from jobs.errors import Reason
from jobs.ids import AccountId, JobId
from jobs.lifecycle import Event, Job
from jobs.nursery import Nursery
from jobs.outbox import Alert, Trouble
from jobs.pace import Pace
from jobs.ports import AccountPool, Cashier, Clock, Courier, Moderator, Provider, Store

log = logging.getLogger(__name__)

T = TypeVar("T")

PROGRESS = "progress"


@dataclass(frozen=True, slots=True)
class Outside:
    """The outside world, as the worker meets it. Without a moderator, prompts are not checked."""

    store: Store
    provider: Provider
    courier: Courier
    cashier: Cashier
    pool: AccountPool
    clock: Clock
    moderator: Moderator | None = None


class Shift:
    """One process's stretch of work."""

    def __init__(self, outside: Outside, *, pace: Pace, wake: asyncio.Event) -> None:
        self.store = outside.store
        self.provider = outside.provider
        self.moderator = outside.moderator
        self.clock = outside.clock
        self.pace = pace
        self.nursery = Nursery()
        self.in_hand: dict[JobId, AccountId | None] = {}
        self.provider_seen_at: datetime | None = None
        self._wake = wake
        self._not_before: dict[str, datetime] = {}
        self.shunned: dict[AccountId, Reason] = {}

    def take(self, job: Job, work: Awaitable[None]) -> None:
        """Work on a job in the background; nobody else in this process takes it meanwhile."""
        self.in_hand[job.id] = job.account
        self.nursery.start(self._hold(job, work), f"job {job.id}")

    async def _hold(self, job: Job, work: Awaitable[None]) -> None:
        try:
            await work
        finally:
            del self.in_hand[job.id]
            self.wake()

    async def apply(self, job: Job, event: Event) -> Job | None:
        """Write down what happened to a job; None where it changes nothing."""
        moved = await self.store.jobs.apply(job.id, event)
        if moved:
            log.info("job %s: %s, now %s", job.id, type(event).__name__, moved.state)
            self.forget(PROGRESS)
        self.wake()
        return moved

    async def ask(self, request: Awaitable[T]) -> T:
        """A question to the provider. A good answer shows that it is there."""
        answer = await request
        self.provider_seen_at = self.clock.now()
        return answer

    async def alert(self, trouble: Trouble, detail: str, reason: Reason | None = None) -> None:
        """Tell owners and admins, about the same thing once an hour at most."""
        hour = self.clock.now().strftime("%Y-%m-%dT%H")
        key = f"alert:{trouble}:{detail}:{reason}:{hour}"
        message = Alert(trouble=trouble, detail=detail, reason=reason)
        await self.store.outbox.owe_admins(key, message)

    async def account_trouble(self, account: AccountId, reason: Reason) -> None:
        """An account cannot be used: it is left alone for a while, and the admins are told."""
        self.wait(account, self.pace.account_trouble)
        self.shunned[account] = reason
        await self.store.accounts.trouble(account, reason)

    def wake(self) -> None:
        """There may be something to do: tick now."""
        self._wake.set()

    def is_due(self, what: str) -> bool:
        """Whether nobody asked to `wait` with this."""
        not_before = self._not_before.get(what)
        return not_before is None or self.clock.now() >= not_before

    def wait(self, what: str, how_long: timedelta) -> None:
        """Not before so long."""
        self._not_before[what] = self.clock.now() + how_long

    def forget(self, what: str) -> None:
        """It is due again."""
        self._not_before.pop(what, None)
