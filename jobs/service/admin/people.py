"""People, as those who run the bot look after them: found, given credits and limits."""

import asyncio

from jobs.ids import PersonId, UpdateId
from jobs.people import Limit, Person
from jobs.ports import Store
from jobs.quotas import Balance
from jobs.roles import Right
from jobs.service.guard import Guard


class AdminPeople:
    """Everything about one person."""

    def __init__(self, store: Store, guard: Guard, wake: asyncio.Event) -> None:
        self._store = store
        self._guard = guard
        self._wake = wake

    async def find(self, by: PersonId, who: str) -> Person:
        """A person by numeric id or @username. Raises NoSuchPerson."""
        await self._guard.require(by, Right.SEE)
        if who.lstrip("-").isdecimal():
            return await self._store.people.get(PersonId(int(who)))
        return await self._store.people.find(who.removeprefix("@"))

    async def grant(
        self, by: PersonId, person_id: PersonId, credits: int, *, update_id: UpdateId, note: str
    ) -> Balance:
        """Give credits (below 0: take); the same update never counts twice. Raises GrantTooLarge."""
        await self._guard.require(by, Right.GRANT)
        balance = await self._store.people.grant(
            person_id, credits, by=by, operation=f"grant:{update_id}", note=note
        )
        self._wake.set()
        return balance

    async def set_limit(
        self, by: PersonId, person_id: PersonId, limit: Limit, value: int | None
    ) -> Balance:
        """A limit for one person; None goes back to everybody's."""
        await self._guard.require(by, Right.PEOPLE)
        return await self._store.people.set_limit(person_id, limit, value, by=by)
