"""Who runs the bot: owners appoint and dismiss."""

import asyncio
from collections.abc import Sequence

from jobs.ids import PersonId
from jobs.people import Person
from jobs.ports import Store
from jobs.roles import Right, Role
from jobs.service.guard import Guard


class AdminRoles:
    """Everything about roles."""

    def __init__(self, store: Store, guard: Guard, wake: asyncio.Event) -> None:
        self._store = store
        self._guard = guard
        self._wake = wake

    async def team(self, by: PersonId) -> Sequence[Person]:
        """Everybody who has a role, owners first."""
        await self._guard.require(by, Right.SEE)
        return await self._store.roles.team()

    async def appoint(self, by: PersonId, person_id: PersonId, role: Role | None) -> Person:
        """Give somebody a role; None dismisses them. Raises NoSuchPerson, OwnersStay."""
        await self._guard.require(by, Right.ROLES)
        await self._store.roles.appoint(person_id, role, by=by)
        self._wake.set()
        return await self._store.people.get(person_id)
