"""Backups, as owners ask for them in the chat."""

import asyncio

from jobs.ids import PersonId, UpdateId
from jobs.ports import Store
from jobs.roles import Right
from jobs.service.guard import Guard


class AdminBackups:
    """A copy of the database."""

    def __init__(self, store: Store, guard: Guard, wake: asyncio.Event) -> None:
        self._store = store
        self._guard = guard
        self._wake = wake

    async def ask(self, by: PersonId, *, update_id: UpdateId) -> None:
        """It comes to their private chat; the same update never counts twice."""
        await self._guard.require(by, Right.BACKUP)
        await self._store.backup_wishes.ask(by, operation=str(update_id))
        self._wake.set()
