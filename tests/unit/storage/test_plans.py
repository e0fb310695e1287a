"""Plans: what groups of people may use, and whose word counts where several say something."""

from dataclasses import replace
from itertools import count

import pytest

from jobs.capabilities import Feature, Field, Mode, Subject
from jobs.errors import (
    CardOutdated,
    NoSuchPerson,
    NoSuchPlan,
    NotEnoughCredits,
    NotInPlan,
    PlanBudgetSpent,
)
from jobs.ids import PersonId, UpdateId
from jobs.people import Limit
from jobs.plans import PlanTerms
from jobs.quotas import Limits
from tests.unit.storage.world import ADMIN, PRICE, World, home

NOTHING_SAID = PlanTerms()


async def plan(world: World, name: str, terms: PlanTerms) -> None:
    await world.store.plans.change(name, lambda _: terms, by=ADMIN)


async def limits(world: World, person_id: PersonId) -> Limits:
    return (await world.store.people.balance(person_id)).limits


async def test_ones_own_limits_go_before_the_plans_and_those_before_the_settings(
    world: World, ann: PersonId
) -> None:
    await plan(world, "pro", PlanTerms(daily_credits=500, running_jobs=9))
    balance = await world.store.plans.give(ann, "PRO", by=ADMIN)
    assert balance.limits == Limits(500, 1000, 9)
    await world.store.people.set_limit(ann, Limit.DAILY, 7, by=ADMIN)
    assert await limits(world, ann) == Limits(7, 1000, 9)
    await world.store.people.set_limit(ann, Limit.DAILY, None, by=ADMIN)
    assert await limits(world, ann) == Limits(500, 1000, 9)
    await world.store.plans.give(ann, None, by=ADMIN)
    assert await limits(world, ann) == Limits(100, 1000, 2)


async def test_only_so_many_jobs_of_a_plans_people_run_at_once(world: World, ann: PersonId) -> None:
    await plan(world, "slow", PlanTerms(running_jobs=1))
    await world.store.plans.give(ann, "slow", by=ADMIN)
    for _ in range(3):
        await world.start(ann)
    assert len(await world.claim(5)) == 1


@pytest.mark.parametrize(
    ("terms", "feature", "value"),
    [
        (PlanTerms(modes=frozenset({"image"})), Feature.MODE, "text"),
        (PlanTerms(qualities=frozenset({"360p", "720p"})), Feature.QUALITY, "540p"),
        (PlanTerms(models=frozenset({"v5"})), Feature.MODEL, "v5.6"),
        (PlanTerms(models=frozenset()), Feature.MODEL, "v5.6"),
    ],
)
async def test_what_a_plan_has_not_is_refused_and_costs_nothing(
    world: World, ann: PersonId, terms: PlanTerms, feature: Feature, value: str
) -> None:
    before, updates = await world.start(ann), count(1)
    world.clock.advance(days=1)

    async def again() -> None:
        update = UpdateId(next(updates))
        await world.store.jobs.start_again(before.id, ann, home(ann), update)
        world.clock.advance(seconds=10)

    await plan(world, "small", terms)
    await world.store.plans.give(ann, "small", by=ADMIN)
    with pytest.raises(NotInPlan) as refusal:
        await again()
    assert (refusal.value.feature, refusal.value.value) == (feature, value)
    with pytest.raises((NotInPlan, CardOutdated)):
        await world.start(ann)
    assert (await world.store.people.balance(ann)).used_today == 0
    await world.store.plans.set_allowed(ann, feature, frozenset({value}), by=ADMIN)
    await again()
    await world.start(ann)
    await world.store.plans.set_allowed(ann, feature, None, by=ADMIN)
    with pytest.raises(NotInPlan):
        await again()


async def test_new_drafts_are_within_the_plan(world: World, ann: PersonId) -> None:
    terms = PlanTerms(models=frozenset({"v5"}), qualities=frozenset({"1080p"}))
    await plan(world, "small", terms)
    await world.store.plans.give(ann, "small", by=ADMIN)
    card = await world.store.drafts.grow(ann, home(ann), lambda draft, basis: draft)
    assert (card.draft.options.model, card.draft.options.quality) == ("v5", "1080p")
    offered = await world.store.offer(ann)
    subject = Subject(Mode.TEXT)
    assert offered.choices(subject, card.draft.options, Field.MODEL) == ("v5",)
    assert offered.choices(subject, card.draft.options, Field.QUALITY) == ("1080p",)
    assert (await world.store.offer()).choices(subject, card.draft.options, Field.MODEL) != ("v5",)


async def test_everybody_in_a_plan_shares_its_cap(
    world: World, ann: PersonId, ben: PersonId
) -> None:
    await plan(world, "school", PlanTerms(daily_cap=2 * PRICE))
    for person_id in (ann, ben):
        await world.store.plans.give(person_id, "school", by=ADMIN)
    job = await world.start(ann)
    await world.start(ben)
    with pytest.raises(PlanBudgetSpent):
        await world.start(ben)
    await world.store.jobs.cancel(job.id, ann)
    again = await world.start(ben)
    with pytest.raises(PlanBudgetSpent):
        await world.start(ann)
    await world.store.plans.give(ann, None, by=ADMIN)
    await world.start(ann)
    await world.store.plans.remove("school", by=ADMIN)
    await world.store.jobs.cancel(again.id, ben)
    assert world.sql("SELECT used FROM plan_usage") == [(PRICE,)]
    world.clock.advance(days=1)
    await world.start(ben)


async def test_newcomers_start_in_their_plan(world: World, ann: PersonId) -> None:
    await plan(world, "trial", PlanTerms(daily_credits=PRICE))
    await plan(world, "other", NOTHING_SAID)
    await world.store.plans.for_newcomers("other", by=ADMIN)
    await world.store.plans.for_newcomers("trial", by=ADMIN)
    cat = await world.meet(3, "Cat")
    await world.pay(PersonId(4), "charge", 10)
    await world.meet(1, "Anna")
    names = [await world.store.plans.of(person_id) for person_id in (ann, cat, PersonId(4))]
    assert [each and each.name for each in names] == [None, "trial", "trial"]
    await world.start(cat)
    with pytest.raises(NotEnoughCredits):
        await world.start(cat)
    await world.store.plans.for_newcomers(None, by=ADMIN)
    assert await world.store.plans.of(await world.meet(5)) is None


async def test_plans_are_listed_changed_and_removed(world: World, ann: PersonId) -> None:
    plans = world.store.plans
    await plan(world, "pro", PlanTerms(daily_credits=5, models=frozenset({"v5"})))
    changed = await plans.change("Pro", lambda terms: replace(terms, monthly_credits=9), by=ADMIN)
    assert changed.terms == PlanTerms(5, 9, models=frozenset({"v5"}))
    await plan(world, "basic", NOTHING_SAID)
    await plans.give(ann, "pro", by=ADMIN)
    assert [(each.name, each.people) for each in await plans.all()] == [("basic", 0), ("pro", 1)]
    assert await plans.get(changed.id) == await plans.find("PRO")
    await plans.remove("pro", by=ADMIN)
    assert await plans.of(ann) is None
    for question in (plans.get(changed.id), plans.find("pro"), plans.remove("pro", by=ADMIN),
                     plans.give(ann, "pro", by=ADMIN), plans.for_newcomers("pro", by=ADMIN)):  # fmt: skip
        with pytest.raises(NoSuchPlan):
            await question
    for about_nobody in (plans.give(PersonId(404), None, by=ADMIN), plans.of(PersonId(404))):
        with pytest.raises(NoSuchPerson):
            await about_nobody
    done = [row[0] for row in world.sql("SELECT action FROM audit ORDER BY id")]
    assert done == ["plan_set", "plan_set", "plan_set", "plan_given", "plan_removed"]
