"""Who may do what: asked by every use case for those who run the bot, before anything else."""

from jobs.errors import NotAnAdmin, NotYourRole
from jobs.ids import Actor
from jobs.ports import Store
from jobs.roles import Right, Role, may


class Guard:
    """Knows the roles, as they are now. Nobody is at the shell here: whatever comes has a person behind it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def require(self, actor: Actor, right: Right) -> Role:
        """The person's role. Raises NotAnAdmin, NotYourRole."""
        role = None if actor is None else await self._store.roles.of(actor)
        return check_right(role, right)


class ShellGuard(Guard):
    """Whoever reaches the shell of the server has the database file and the tokens: an owner at least."""

    async def require(self, actor: Actor, right: Right) -> Role:
        """See `Guard.require`; nobody in particular may do everything."""
        return Role.OWNER if actor is None else await super().require(actor, right)


def check_right(role: Role | None, right: Right) -> Role:
    """Raises NotAnAdmin where there is no role, NotYourRole where it does not go so far."""
    if role is None:
        raise NotAnAdmin
    if not may(role, right):
        raise NotYourRole
    return role
