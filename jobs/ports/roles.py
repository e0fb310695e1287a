"""Who has which role, as the store keeps it."""

from collections.abc import Sequence
from typing import Protocol

from jobs.ids import PersonId
from jobs.people import Person
from jobs.roles import Role


class Roles(Protocol):
    """Owners are those of the settings; the others are appointed by them."""

    async def of(self, person_id: PersonId) -> Role | None:
        """The role of somebody, whether they have talked to the bot or not."""

    async def team(self) -> Sequence[Person]:
        """Everybody with a role who has talked to the bot, owners first."""

    async def appoint(self, person_id: PersonId, role: Role | None, *, by: PersonId) -> bool:
        """Give somebody a role, or (None) take it, and tell them; who gets one is let in as well.

        False: nothing changed. Raises NoSuchPerson, OwnersStay.
        """
