"""Plans, as the store keeps them."""

from collections.abc import Callable, Sequence
from typing import Protocol

from jobs.capabilities import Feature
from jobs.ids import PersonId, PlanId
from jobs.plans import Plan, PlanTerms
from jobs.quotas import Balance


class Plans(Protocol):
    """Plans, and who is in which."""

    async def all(self) -> Sequence[Plan]:
        """Every plan, by name."""

    async def get(self, plan_id: PlanId) -> Plan:
        """Raises NoSuchPlan."""

    async def find(self, name: str) -> Plan:
        """By name, in any case. Raises NoSuchPlan."""

    async def change(
        self, name: str, change: Callable[[PlanTerms], PlanTerms], *, by: PersonId | None
    ) -> Plan:
        """Change what a plan allows; one that is not there is made, and starts without any terms."""

    async def remove(self, name: str, *, by: PersonId | None) -> None:
        """Whoever is in it goes back to what the settings say. Raises NoSuchPlan."""

    async def give(self, person_id: PersonId, name: str | None, *, by: PersonId | None) -> Balance:
        """Put somebody into a plan, or (None) into none. Raises NoSuchPerson, NoSuchPlan."""

    async def of(self, person_id: PersonId) -> Plan | None:
        """The plan that somebody is in. Raises NoSuchPerson."""

    async def for_newcomers(self, name: str | None, *, by: PersonId | None) -> None:
        """Who comes from now on starts in this plan, or (None) in none. Raises NoSuchPlan."""

    async def set_allowed(
        self,
        person_id: PersonId,
        feature: Feature,
        values: frozenset[str] | None,
        *,
        by: PersonId | None,
    ) -> Balance:
        """What one person may use, whatever their plan says; None: what it says. Raises NoSuchPerson."""
