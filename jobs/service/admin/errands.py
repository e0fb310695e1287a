"""What the next message of somebody with a role is for."""

from jobs.admin.errands import Errand, OpenErrand
from jobs.ids import PersonId
from jobs.ports import Store
from jobs.roles import Right
from jobs.service.guard import Guard


class AdminErrands:
    """A page of the panel asks for words; the errand says whose page it was."""

    def __init__(self, store: Store, guard: Guard) -> None:
        self._store = store
        self._guard = guard

    async def begin(self, by: PersonId, errand: Errand, detail: str = "") -> None:
        """Their next message is for this."""
        await self._guard.require(by, Right.SEE)
        await self._store.errands.begin(by, errand, detail)

    async def open(self, by: PersonId) -> OpenErrand | None:
        """What their next message is for, if anything."""
        await self._guard.require(by, Right.SEE)
        return await self._store.errands.open(by)

    async def end(self, by: PersonId) -> bool:
        """It is for nothing special any more. False: it was not."""
        await self._guard.require(by, Right.SEE)
        return await self._store.errands.end(by)
