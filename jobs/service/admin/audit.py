"""What was done to run the bot, read page by page."""

from jobs.admin.audit import LogPage
from jobs.ids import PersonId
from jobs.ports import Store
from jobs.roles import Right
from jobs.service.guard import Guard

LINES_PER_PAGE = 12


class AuditLog:
    """The audit log, for reading."""

    def __init__(self, store: Store, guard: Guard) -> None:
        self._store = store
        self._guard = guard

    async def page(
        self,
        by: PersonId,
        page: int,
        *,
        actor: PersonId | None = None,
        person: PersonId | None = None,
    ) -> LogPage:
        """A page, newest first; only what one did and what was done to one, whichever is named."""
        await self._guard.require(by, Right.AUDIT)
        found = await self._store.audit.page(
            offset=page * LINES_PER_PAGE, limit=LINES_PER_PAGE + 1, by=actor, person=person
        )
        return LogPage(page, found[:LINES_PER_PAGE], more=len(found) > LINES_PER_PAGE)
