"""People's credits and calendars, as the store keeps them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from jobs.ids import JobId, PersonId
from jobs.lifecycle import Job
from jobs.quotas import Balance, Pocket


class EntryKind(StrEnum):
    """What a line of the ledger says."""

    HELD = "held"
    SPENT = "spent"
    RELEASED = "released"
    GRANTED = "granted"
    BOUGHT = "bought"
    REFUNDED = "refunded"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One line of a person's ledger. `amount` is below 0 only where an admin took credits."""

    id: int
    kind: EntryKind
    amount: int
    at: datetime
    job: Job | None = None
    by: PersonId | None = None
    note: str = ""


class Credits(Protocol):
    """What the ledger knows, and whose midnights count."""

    async def set_zone(self, person_id: PersonId, zone: str | None) -> Balance:
        """The person's days begin at this zone's midnights; None: at the bot's. Renews nothing.

        Raises NoSuchPerson.
        """

    async def lines(self, person_id: PersonId, *, offset: int, limit: int) -> Sequence[EntryLine]:
        """The person's entries, newest first."""

    async def pockets(self, person_id: PersonId) -> Sequence[Pocket]:
        """The person's extra credits, soonest to expire first."""

    async def given_back(self, jobs: Sequence[JobId]) -> frozenset[JobId]:
        """Those of these jobs whose credits an admin gave back."""

    async def write_off(self, most: int) -> int:
        """Enter what has expired, of so many people at most. Returns of how many it was."""
