"""The numbers, for everybody who helps to run the bot."""

from jobs.admin.numbers import Numbers
from jobs.ids import Actor
from jobs.ports import Store
from jobs.roles import Right
from jobs.service.guard import Guard


class AdminNumbers:
    """How it goes."""

    def __init__(self, store: Store, guard: Guard) -> None:
        self._store = store
        self._guard = guard

    async def of_days(self, by: Actor, days: int) -> Numbers:
        """Today and the days before it, so many in all."""
        await self._guard.require(by, Right.SEE)
        return await self._store.counts.of_days(days)
