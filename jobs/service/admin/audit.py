"""What was done to run the bot, read page by page."""

from jobs.admin.audit import LogPage
from jobs.ids import PersonId
from jobs.paging import turn_to
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
        log = self._store.audit
        leaf = await turn_to(
            page,
            LINES_PER_PAGE,
            lambda offset, limit: log.page(offset=offset, limit=limit, by=actor, person=person),
        )
        return LogPage(leaf.page, leaf.rows, leaf.more)
