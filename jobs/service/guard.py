"""Who may do what: asked by every use case for those who run the bot, before anything else."""

from jobs.errors import NotAnAdmin, NotYourRole
from jobs.ids import PersonId
from jobs.ports import Store
from jobs.roles import Right, Role, may


class Guard:
    """Knows the roles, as they are now."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def require(self, person_id: PersonId, right: Right) -> Role:
        """The person's role. Raises NotAnAdmin, NotYourRole."""
        return check_right(await self._store.roles.of(person_id), right)


def check_right(role: Role | None, right: Right) -> Role:
    """Raises NotAnAdmin where there is no role, NotYourRole where it does not go so far."""
    if role is None:
        raise NotAnAdmin
    if not may(role, right):
        raise NotYourRole
    return role
