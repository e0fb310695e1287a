"""A bot without a chat: a real database, the worker and a provider, which can all be started anew."""

import asyncio
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path

from bot.providers.adapter import OpenProvider
from jobs.admin.broadcasts import Broadcast, Posting
from jobs.drafts import Draft, TextDraft
from jobs.duties.shift import Outside
from jobs.ids import FileId, JobId, MessageId, PersonId, private_chat
from jobs.lifecycle import Job, Sent, State
from jobs.outbox import Owed, Receipt
from jobs.people import Profile
from jobs.ports import JobView, Lane
from jobs.rules import LiveRules
from jobs.worker import Worker
from storage import Store
from tests.accounts import NoAccounts
from tests.cashiers import NoCashier
from tests.clock import SettableClock
from tests.integration.providers.carrying import opened
from tests.integration.providers.worlds import World
from tests.stories.town import QUICK

ANN = PersonId(1)
RULES = LiveRules(daily_credits=5_000, monthly_credits=5_000)
MOST_TICKS = 60


class Taken:
    """Implements `jobs.ports.Courier`: whatever is brought arrives."""

    def __init__(self) -> None:
        self._numbers = count(1)

    async def deliver(self, owed: Owed) -> Receipt:
        number = next(self._numbers)
        return Receipt(MessageId(number), Sent(file_id=FileId(f"file-{number}")))

    async def copy(self, posting: Posting) -> None:
        raise AssertionError("nobody writes to everybody")

    async def tell_progress(self, broadcast: Broadcast) -> None:
        raise AssertionError("nobody writes to everybody")

    async def refresh(self, view: JobView, now: datetime) -> None:
        pass


class Shop:
    """Everything between a person's wish and the provider. Each tick of the worker is a second later."""

    def __init__(
        self, world: World, home: Path, clock: SettableClock, switched_on: Collection[str] = ()
    ) -> None:
        self._world = world
        self._home = home
        self._rules = replace(RULES, on=frozenset(switched_on))
        self.clock = clock
        self.store: Store
        self.provider: OpenProvider
        self._worker: Worker
        self._open = AsyncExitStack()

    async def start(self) -> None:
        """A new process: what it knows is in the file."""
        offer, clock = self._world.adapter.offer, self.clock
        path = self._home / "bot.sqlite3"
        self.store = await Store.open(
            path, clock=clock, rules=self._rules, offer=offer, lock_wait=0
        )
        self._open.push_async_callback(self.store.close)
        opening = opened(self._world, self._home / "tmp", clock)
        self.provider = await self._open.enter_async_context(opening)
        outside = Outside(self.store, self.provider, Taken(), NoCashier(), NoAccounts(), clock)
        self._worker = Worker(outside, pace=QUICK, wake=asyncio.Event())
        self._open.push_async_callback(self._worker.close)

    async def stop(self) -> None:
        """The process ends."""
        await self._open.aclose()

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def order(self, draft: Draft | None = None) -> JobId:
        """Somebody taps *Generate*."""
        person = await self.store.people.meet(Profile(ANN, "Ann"))
        start = self._world.adapter.offer.start
        draft = draft or TextDraft(prompt="a fox in the snow", options=start)
        card, _ = await self.store.drafts.open(person.id, private_chat(ANN), draft)
        return (await self.store.jobs.start(card.id, person.id)).job.id

    async def job(self, job_id: JobId) -> Job:
        return (await self.store.jobs.view(job_id)).job

    async def until(self, job_id: JobId, state: State) -> Job:
        """Work until the job is there."""
        for _ in range(MOST_TICKS):
            job = await self.job(job_id)
            if job.state is state:
                return job
            await self.tick()
        raise AssertionError(f"it never came to {state}: {job}")

    async def tick(self) -> None:
        """The worker does whatever is due."""
        await self._worker.tick()
        await self._worker.rest()
        self.clock.advance(seconds=1)

    async def lanes(self) -> Sequence[Lane]:
        """The room that the worker counts on."""
        sent = await self.store.work.sent()
        return list(await self.provider.lanes(list(sent.values())))

    async def spent(self) -> int:
        """What the person has paid."""
        return (await self.store.people.balance(ANN)).used_this_month


@asynccontextmanager
async def open_shop(
    world: World, home: Path, clock: SettableClock, switched_on: Collection[str] = ()
) -> AsyncIterator[Shop]:
    shop = Shop(world, home, clock, switched_on)
    await shop.start()
    try:
        yield shop
    finally:
        await shop.stop()
