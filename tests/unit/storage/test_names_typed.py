"""Names that admins type into plans, limits and settings: a wrong one is refused and changes nothing."""

import asyncio
from dataclasses import replace

import pytest

from jobs.admin.live_settings import SETTINGS
from jobs.capabilities import Feature
from jobs.errors import NoSuchPlan, UnknownNames
from jobs.ids import PersonId
from jobs.plans import PlanTerms
from jobs.roles import Role
from jobs.service import Service
from jobs.terms import Terms
from tests.accounts import NoAccounts
from tests.cashiers import NoCashier
from tests.unit.storage.world import ADMIN, World


@pytest.fixture
async def service(world: World, ann: PersonId) -> Service:
    """Ann helps to run the bot."""
    await world.store.roles.appoint(ann, Role.ADMIN, by=ADMIN)
    return Service(world.store, NoCashier(), world.clock, asyncio.Event(), Terms(), NoAccounts())


def only(feature: Feature, *values: str) -> PlanTerms:
    return PlanTerms().allowing(feature, frozenset(values))


@pytest.mark.parametrize(
    ("feature", "known"),
    [(Feature.MODEL, "v5.6"), (Feature.QUALITY, "360p"), (Feature.MODE, "text")],
)
async def test_a_plan_and_a_limit_take_what_there_is(
    world: World, service: Service, ann: PersonId, feature: Feature, known: str
) -> None:
    plans = service.admin.plans
    with pytest.raises(UnknownNames) as refused:
        await plans.change(ann, "pro", lambda _: only(feature, known, "v99"))
    assert refused.value.names == "v99"
    assert known in refused.value.known.split(", ")
    with pytest.raises(NoSuchPlan):
        await plans.find(ann, "pro")
    with pytest.raises(UnknownNames):
        await plans.set_allowed(ann, ann, feature, frozenset({"v99"}))
    assert (await world.store.people.balance(ann)).limits.allowed(feature) is None
    plan = await plans.change(ann, "pro", lambda _: only(feature, known.upper()))
    assert plan.terms == only(feature, known)
    balance = await plans.set_allowed(ann, ann, feature, frozenset({known.upper()}))
    assert balance.limits.allowed(feature) == frozenset({known})


async def test_what_another_provider_had_may_stay(
    world: World, service: Service, ann: PersonId
) -> None:
    await world.store.plans.change("pro", lambda _: only(Feature.MODEL, "old"), by=ADMIN)
    plans = service.admin.plans
    plan = await plans.change(ann, "pro", lambda terms: replace(terms, daily_credits=9))
    assert plan.terms.models == frozenset({"old"})
    plan = await plans.change(ann, "pro", lambda _: only(Feature.MODEL, "old", "v5"))
    assert plan.terms.models == frozenset({"old", "v5"})
    await world.store.settings.set(SETTINGS["off"], "old", by=ADMIN)
    assert (await service.operation.set(ann, "off", "old, v5")).value == "old, v5"
    await service.operation.set_offered(ann, "v5.6", shown=False)
    assert (await service.operation.setting(ann, "off")).value == "old, v5, v5.6"


@pytest.mark.parametrize(
    ("name", "wrong", "right"),
    [
        ("off", "v5, v99", "text, v5"),
        ("on", "moton", "motion"),
        ("fixed_prices", "lipsnyc=5", "12=7, lipsync=5"),
    ],
)
async def test_settings_name_what_there_is_and_effects_by_any_number(
    service: Service, ann: PersonId, name: str, wrong: str, right: str
) -> None:
    before = await service.operation.setting(ann, name)
    with pytest.raises(UnknownNames):
        await service.operation.set(ann, name, wrong)
    assert await service.operation.setting(ann, name) == before
    assert (await service.operation.set(ann, name, right)).value == right
