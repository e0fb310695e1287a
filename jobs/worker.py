"""START HERE for what happens without anybody asking: `tick()` finds what is due and moves it one step.

Everything it needs to know after a crash is in the store, so there is no recovery: a tick after a
restart is a tick like any other.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime

from jobs.duties.account_round import AccountRound
from jobs.duties.bookkeeping import Bookkeeping
from jobs.duties.catalogue import Catalogue
from jobs.duties.delivery import Delivery
from jobs.duties.dispatch import Dispatch
from jobs.duties.housekeeping import Tidying
from jobs.duties.meter import Meter
from jobs.duties.posting import PostRound
from jobs.duties.removal import Removal
from jobs.duties.search import Search
from jobs.duties.shift import Outside, Shift
from jobs.duties.watch import Watch
from jobs.errors import ACCOUNT_TROUBLE, ProviderFault, Refused
from jobs.ids import VideoId
from jobs.outbox import Trouble
from jobs.pace import Pace

log = logging.getLogger(__name__)


class Worker:
    """Moves jobs and messages. One per process."""

    def __init__(self, outside: Outside, *, pace: Pace, wake: asyncio.Event) -> None:
        self._wake = wake
        self._shift = Shift(outside, pace=pace, wake=wake)
        meter = Meter(self._shift)
        self._watch = Watch(self._shift, meter)
        delivery = Delivery(self._shift, outside.courier)
        self._duties: tuple[Callable[[], Awaitable[None]], ...] = (
            Search(self._shift).heal,
            AccountRound(self._shift, outside.pool).read,
            Dispatch(self._shift, meter).claim,
            self._watch.look,
            delivery.deliver,
            delivery.progress,
            PostRound(self._shift, outside.courier).post,
            Removal(self._shift).remove,
            Catalogue(self._shift).refresh,
            Bookkeeping(self._shift, outside.cashier).keep,
            Tidying(self._shift).tidy,
        )
        self._away_since: datetime | None = None

    @property
    def provider_seen_at(self) -> datetime | None:
        """When the provider last gave a good answer."""
        return self._shift.provider_seen_at

    async def run(self) -> None:
        """Tick for ever: at once when woken, else with every heartbeat."""
        while True:
            self._wake.clear()
            await self.tick()
            with suppress(TimeoutError):
                async with asyncio.timeout(self._shift.pace.heartbeat.total_seconds()):
                    await self._wake.wait()

    async def tick(self) -> None:
        """One pass over everything that may be due. One duty's trouble does not stop the others."""
        for duty in self._duties:
            try:
                await duty()
            except ProviderFault as fault:
                log.warning("the provider is away: %r", fault)
                await self._provider_away(fault)
            except Exception:
                log.exception("a duty of the worker failed: %s", duty.__qualname__)

    async def _provider_away(self, fault: ProviderFault) -> None:
        """Admins are told at once where it refuses us, and after a while where it cannot be reached."""
        refused = isinstance(fault, Refused) and fault.reason in ACCOUNT_TROUBLE
        reason = fault.reason if isinstance(fault, Refused) else None
        if refused or self._is_long_away():
            with suppress(Exception):
                await self._shift.alert(Trouble.PROVIDER_AWAY, "", reason)

    def _is_long_away(self) -> bool:
        now, seen = self._shift.clock.now(), self.provider_seen_at
        if self._away_since is None or (seen and seen > self._away_since):
            self._away_since = now
        return now - self._away_since >= self._shift.pace.away

    async def nudge(self, video_id: VideoId) -> None:
        """A webhook hints that something happened to this video."""
        await self._watch.nudge(video_id)

    async def rest(self) -> None:
        """Wait until nothing is in hand."""
        await self._shift.nursery.rest()

    async def close(self) -> None:
        """Let go of everything; the next process takes it up."""
        await self._shift.nursery.close()
