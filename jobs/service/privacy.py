"""A person's own data: handed out, and forgotten."""

from jobs.ids import PersonId
from jobs.ports import Store


class Privacy:
    """What everybody may ask for."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def export(self, person_id: PersonId) -> str:
        """Everything that the bot knows about the person, as a JSON document."""
        return await self._store.privacy.export(person_id)

    async def forget(self, person_id: PersonId) -> None:
        """Everything but what accounts need is erased. Raises StillRunning."""
        await self._store.privacy.forget(person_id)
