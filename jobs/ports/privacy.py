"""What a person may ask about their own data, as the store answers it."""

from typing import Protocol

from jobs.ids import PersonId


class Privacy(Protocol):
    """A person's data: handed out, and forgotten."""

    async def export(self, person_id: PersonId) -> str:
        """Everything about the person as one JSON document. Raises NoSuchPerson."""

    async def forget(self, person_id: PersonId) -> None:
        """Erase who they are and what they made; what they used and paid stays, without a name.

        A role that owners gave goes, which the audit log tells; what admins wrote about them goes from it.

        Raises NoSuchPerson, and StillRunning while jobs of theirs are waiting or under way.
        """
