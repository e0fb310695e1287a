"""Plans, by those who run the bot: what they allow, and who is in them."""

import re
from collections.abc import Callable, Sequence

from jobs.capabilities import Feature
from jobs.errors import WrongPlanName
from jobs.ids import Actor, PersonId, PlanId
from jobs.offer import Offer
from jobs.plans import LONGEST_NAME, NO_NAMES, Plan, PlanTerms
from jobs.ports import Store
from jobs.quotas import Balance
from jobs.roles import Right
from jobs.service.guard import Guard
from jobs.service.spelling import spelled

_NAME = re.compile(r"\w[\w-]*")


class AdminPlans:
    """Everything about plans."""

    def __init__(self, store: Store, guard: Guard) -> None:
        self._store = store
        self._guard = guard

    async def all(self, by: Actor) -> Sequence[Plan]:
        """Every plan."""
        await self._guard.require(by, Right.PEOPLE)
        return await self._store.plans.all()

    async def get(self, by: Actor, plan_id: PlanId) -> Plan:
        """One of them. Raises NoSuchPlan."""
        await self._guard.require(by, Right.PEOPLE)
        return await self._store.plans.get(plan_id)

    async def find(self, by: Actor, name: str) -> Plan:
        """By its name. Raises NoSuchPlan."""
        await self._guard.require(by, Right.PEOPLE)
        return await self._store.plans.find(name)

    async def known(self, by: Actor, feature: Feature) -> Sequence[str]:
        """What a plan can allow some of, as the provider has it now."""
        await self._guard.require(by, Right.PEOPLE)
        return (await self._store.offer()).known(feature)

    async def change(self, by: Actor, name: str, change: Callable[[PlanTerms], PlanTerms]) -> Plan:
        """Change what a plan allows, or begin a new one. Raises WrongPlanName, UnknownNames.

        One that has such a name already can be changed, given and removed by tapping.
        """
        await self._guard.require(by, Right.PEOPLE)
        if not _is_name(name) and name not in {plan.name for plan in await self._store.plans.all()}:
            raise WrongPlanName
        offer = await self._store.offer()
        return await self._store.plans.change(
            name, lambda terms: _spelled(change(terms), terms, offer), by=by
        )

    async def remove(self, by: Actor, name: str) -> None:
        """Its people go back to what the settings say. Raises NoSuchPlan."""
        await self._guard.require(by, Right.PEOPLE)
        await self._store.plans.remove(name, by=by)

    async def give(self, by: Actor, person_id: PersonId, name: str | None) -> Balance:
        """Put somebody into a plan, or into none. Raises NoSuchPerson, NoSuchPlan."""
        await self._guard.require(by, Right.PEOPLE)
        return await self._store.plans.give(person_id, name, by=by)

    async def for_newcomers(self, by: Actor, name: str | None) -> None:
        """Who comes from now on starts there. Raises NoSuchPlan."""
        await self._guard.require(by, Right.PEOPLE)
        await self._store.plans.for_newcomers(name, by=by)

    async def set_allowed(
        self,
        by: Actor,
        person_id: PersonId,
        feature: Feature,
        values: frozenset[str] | None,
    ) -> Balance:
        """What one person may use, whatever their plan says; None: what it says. Raises UnknownNames."""
        await self._guard.require(by, Right.PEOPLE)
        if values is not None:
            now = (await self._store.people.balance(person_id)).limits.allowed(feature)
            values = spelled(values, (await self._store.offer()).known(feature), now)
        return await self._store.plans.set_allowed(person_id, feature, values, by=by)


def _is_name(name: str) -> bool:
    """Whether a plan that is called so can be named in a command, too."""
    fits = len(name) <= LONGEST_NAME and _NAME.fullmatch(name) is not None
    return fits and name.lower() not in NO_NAMES


def _spelled(terms: PlanTerms, before: PlanTerms, offer: Offer) -> PlanTerms:
    for feature in Feature:
        values = terms.allowed(feature)
        if values is not None:
            names = spelled(values, offer.known(feature), before.allowed(feature))
            terms = terms.allowing(feature, names)
    return terms
