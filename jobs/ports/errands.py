"""What the next message of somebody with a role is for, as the store keeps it."""

from typing import Protocol

from jobs.admin.errands import Errand, OpenErrand
from jobs.ids import PersonId


class Errands(Protocol):
    """One open errand per person, in their private chat; it survives a restart and ends by itself."""

    async def begin(self, person_id: PersonId, errand: Errand, detail: str = "") -> None:
        """Their next message is for this. Whatever was open is forgotten."""

    async def open(self, person_id: PersonId) -> OpenErrand | None:
        """What their next message is for, if anything."""

    async def end(self, person_id: PersonId) -> bool:
        """Their next message is for nothing special. False: it was not."""
