"""Who has accepted which terms, as the store keeps it."""

from typing import Protocol

from jobs.ids import PersonId


class Consents(Protocol):
    """Nobody's job is accepted before their consent to the terms in force, where it is asked for."""

    async def accept(self, person_id: PersonId, version: str) -> None:
        """The person accepts this version, now. Once written down, it stays. Raises NoSuchPerson."""
