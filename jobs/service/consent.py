"""The terms, and who agrees to them."""

from jobs.ids import PersonId
from jobs.ports import Store
from jobs.terms import Terms


class Consent:
    """Asked for once, before somebody's first job."""

    def __init__(self, store: Store, terms: Terms) -> None:
        self._store = store
        self.terms = terms

    async def accept(self, person_id: PersonId) -> None:
        """The person agrees to the terms in force."""
        await self._store.consents.accept(person_id, self.terms.version)
