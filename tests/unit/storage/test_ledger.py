"""The ledger: whatever happens in whatever order, balances are the sums of entries and never negative."""

import asyncio
import shutil
import tempfile
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
)

from jobs.errors import BotBudgetSpent, NotEnoughCredits, Reason, TooLate
from jobs.ids import JobId, PersonId
from jobs.lifecycle import Failed, Finished, PutBack
from jobs.people import Limit
from jobs.rules import LiveRules
from storage import Store
from tests.clock import SettableClock
from tests.offers import OFFER
from tests.unit.storage.conftest import Opener
from tests.unit.storage.world import ADMIN, PRICE, RESULT, World

T = TypeVar("T")


async def test_the_allowance_is_used_before_granted_credits(world: World, ann: PersonId) -> None:
    await world.store.people.grant(ann, 50, by=ADMIN, operation="x", note="")
    for _ in range(4):
        await world.start(ann)
    balance = await world.store.people.balance(ann)
    assert (balance.used_today, balance.extra, balance.left) == (100, 30, 30)


async def test_what_is_released_goes_back_where_it_came_from(world: World, ann: PersonId) -> None:
    await world.store.people.grant(ann, 50, by=ADMIN, operation="x", note="")
    jobs = [await world.start(ann) for _ in range(4)]
    world.clock.set(datetime(2026, 12, 1, 0, 0, 1, tzinfo=UTC))
    await world.store.jobs.cancel(jobs[3].id, ann)
    now = await world.store.people.balance(ann)
    assert (now.used_today, now.used_this_month, now.extra) == (0, 0, 50)
    world.clock.set(datetime(2026, 11, 21, 23, 59, tzinfo=UTC))
    then = await world.store.people.balance(ann)
    assert (then.used_today, then.used_this_month) == (90, 90)


async def test_a_day_ends_at_midnight_utc(world: World, ann: PersonId) -> None:
    world.clock.set(datetime(2026, 11, 30, 23, 59, 59, tzinfo=UTC))
    await world.start(ann)
    assert (await world.store.people.balance(ann)).used_today == PRICE
    world.clock.advance(seconds=1)
    balance = await world.store.people.balance(ann)
    assert (balance.used_today, balance.used_this_month) == (0, 0)


async def test_a_day_ends_at_midnight_where_the_person_is(world: World, ann: PersonId) -> None:
    world.clock.set(datetime(2026, 11, 30, 12, tzinfo=UTC))
    await world.store.credits.set_zone(ann, "America/New_York")
    world.clock.set(datetime(2026, 12, 1, 4, 59, 59, tzinfo=UTC))
    await world.start(ann)
    assert (await world.store.people.balance(ann)).used_this_month == PRICE
    world.clock.advance(seconds=1)
    balance = await world.store.people.balance(ann)
    assert (balance.used_today, balance.used_this_month) == (0, 0)
    assert world.sql("SELECT day, used FROM bot_usage") == [("2026-12-01", PRICE)]


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
async def test_a_change_of_zone_renews_nothing(world: World, ann: PersonId, zone: str) -> None:
    world.clock.set(datetime(2026, 11, 30, 11, 30, tzinfo=UTC))
    for _ in range(3):
        await world.start(ann)
    before = await world.store.people.balance(ann)
    for there in (zone, None, zone):
        after = await world.store.credits.set_zone(ann, there)
        assert (after.used_today, after.used_this_month) == (90, 90), there
        assert after.left == before.left
    with pytest.raises(NotEnoughCredits) as refusal:
        await world.start(ann)
    world.clock.set(refusal.value.renews_at - timedelta(seconds=1))
    assert (await world.store.people.balance(ann)).left == before.left
    world.clock.advance(seconds=1)
    assert (await world.store.people.balance(ann)).left == 100
    await world.start(ann)


async def test_what_is_released_goes_back_to_the_day_of_the_zone_it_was_held_in(
    world: World, ann: PersonId
) -> None:
    world.clock.set(datetime(2026, 11, 30, 23, tzinfo=UTC))
    job = await world.start(ann)
    await world.store.credits.set_zone(ann, "Asia/Tokyo")
    world.clock.advance(days=2)
    await world.start(ann)
    await world.store.jobs.cancel(job.id, ann)
    used = "SELECT period, used FROM usage WHERE used > 0 ORDER BY 1"
    assert world.sql(used) == [("d:2026-12-03", PRICE), ("m:2026-12", PRICE)]


async def test_who_has_no_zone_lives_in_that_of_the_bot(open_world: Opener) -> None:
    world = await open_world(time_zone="Asia/Tokyo")
    ann = await world.meet(1)
    world.clock.set(datetime(2026, 11, 30, 15, tzinfo=UTC))
    await world.start(ann)
    assert world.sql("SELECT day, bot_day FROM entries") == [("2026-12-01", "2026-12-01")]


async def test_a_refusal_says_what_is_left_and_when_more_comes(world: World, ann: PersonId) -> None:
    await world.store.people.set_limit(ann, Limit.MONTHLY, PRICE, by=ADMIN)
    await world.start(ann)
    with pytest.raises(NotEnoughCredits) as refusal:
        await world.start(ann)
    assert (refusal.value.price, refusal.value.left) == (PRICE, 0)
    assert refusal.value.renews_at == datetime(2026, 12, 1, tzinfo=UTC)


# The same sums, taken anew from the entries.
FROM_ENTRIES = {
    """
        SELECT people.id, coalesce(sum(credits), 0) - debt AS extra
        FROM people LEFT JOIN pockets ON person_id = people.id GROUP BY 1 HAVING extra <> 0
    """: """
        SELECT person_id, sum(extra) FROM entries GROUP BY 1 HAVING sum(extra) <> 0
    """,
    "SELECT person_id, expires_at, credits FROM pockets": """
        SELECT person_id, expires_at, sum(credits) FROM entry_pockets
        JOIN entries ON entries.id = entry_id GROUP BY 1, 2 HAVING sum(credits) <> 0
    """,
    "SELECT person_id, period, used FROM usage WHERE used <> 0": """
        SELECT person_id, 'd:' || day, sum(allowance) FROM entries
        GROUP BY 1, 2 HAVING sum(allowance) <> 0
        UNION ALL
        SELECT person_id, 'm:' || month, sum(allowance) FROM entries
        GROUP BY 1, 2 HAVING sum(allowance) <> 0
    """,
    "SELECT day, used FROM bot_usage WHERE used <> 0": """
        SELECT bot_day, sum(allowance - extra) FROM entries WHERE kind IN ('held', 'released')
        GROUP BY 1 HAVING sum(allowance - extra) <> 0
    """,
    "SELECT plan_id, day, used FROM plan_usage WHERE used <> 0": """
        SELECT plan_id, bot_day, sum(allowance - extra) FROM entries WHERE plan_id IS NOT NULL
        GROUP BY 1, 2 HAVING sum(allowance - extra) <> 0
    """,
}
UNSETTLED = """
    SELECT count(*) FROM jobs WHERE
        (state IN ('delivering', 'delivered', 'undeliverable', 'failed', 'cancelled')) <>
        (SELECT count(*) FROM entries WHERE job_id = jobs.id AND kind IN ('spent', 'released'))
        OR 1 <> (SELECT count(*) FROM entries WHERE job_id = jobs.id AND kind = 'held')
"""
RULES = LiveRules(
    daily_credits=70,
    monthly_credits=130,
    max_running_jobs=3,
    bot_daily_credits=160,
    owners=frozenset({ADMIN}),
)


class Ledger(RuleBasedStateMachine):
    """People start, cancel, fail and finish jobs while days pass and admins give and take."""

    jobs = Bundle("jobs")

    def __init__(self) -> None:
        super().__init__()
        self.directory = Path(tempfile.mkdtemp())
        self.loop = asyncio.new_event_loop()
        self.operation = 0

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(work)

    @initialize()
    def open(self) -> None:
        clock, path = SettableClock(datetime(2026, 11, 29, 12, tzinfo=UTC)), self.directory / "db"
        store = self.run(Store.open(path, clock=clock, rules=RULES, offer=OFFER, lock_wait=0))
        self.world = World(store, clock, path)
        self.people = [self.run(self.world.meet(number)) for number in (1, 2)]

    @rule(target=jobs, who=st.integers(0, 1), duration=st.sampled_from([5, 8]))
    def start(self, who: int, duration: int) -> Any:
        before = self.run(self.world.store.people.balance(self.people[who]))
        try:
            job = self.run(self.world.start(self.people[who], duration=duration))
        except (NotEnoughCredits, BotBudgetSpent):
            after = self.run(self.world.store.people.balance(self.people[who]))
            assert after == before
            return multiple()
        after = self.run(self.world.store.people.balance(self.people[who]))
        assert after.left >= 0
        assert before.left - job.price <= after.left
        return job.id

    @rule(who=st.integers(0, 1), credits=st.integers(-60, 60), repeat=st.booleans())
    def grant(self, who: int, credits: int, repeat: bool) -> None:
        self.operation += 1
        for _ in range(1 + repeat):
            balance = self.world.store.people.grant(
                self.people[who], credits, by=ADMIN, operation=f"{self.operation}", note=""
            )
            self.run(balance)

    @rule(job_id=jobs)
    def cancel(self, job_id: JobId) -> None:
        owner = self.world.sql("SELECT person_id FROM jobs WHERE id = ?", job_id)[0][0]
        try:
            self.run(self.world.store.jobs.cancel(job_id, owner))
        except TooLate:
            return

    @rule()
    def claim_and_render(self) -> None:
        for job in self.run(self.world.claim(2)):
            self.run(self.world.render(job.id))

    @rule()
    def claim_and_put_back(self) -> None:
        for job in self.run(self.world.claim(1)):
            self.run(self.world.apply(job.id, PutBack(timedelta())))

    @rule(job_id=jobs)
    def fail(self, job_id: JobId) -> None:
        self.run(self.world.store.jobs.apply(job_id, Failed(Reason.RENDER_FAILED)))

    @rule(job_id=consumes(jobs))
    def finish_twice(self, job_id: JobId) -> None:
        for _ in range(2):
            self.run(self.world.store.jobs.apply(job_id, Finished(RESULT)))

    @rule(hours=st.sampled_from([1, 13, 24, 40]))
    def time_passes(self, hours: int) -> None:
        self.world.clock.advance(hours=hours)

    @invariant()
    def balances_are_sums_of_entries(self) -> None:
        for kept, summed in FROM_ENTRIES.items():
            assert sorted(self.world.sql(kept)) == sorted(self.world.sql(summed))

    @invariant()
    def every_ended_job_is_settled_once_and_no_other(self) -> None:
        assert self.world.sql(UNSETTLED) == [(0,)]

    @invariant()
    def nobody_owes(self) -> None:
        for person_id in self.people:
            balance = self.run(self.world.store.people.balance(person_id))
            assert min(balance.extra, balance.used_today, balance.used_this_month) >= 0
            assert balance.used_today <= RULES.limits.daily_credits
            assert balance.used_this_month <= RULES.limits.monthly_credits

    def teardown(self) -> None:
        self.run(self.world.store.close())
        self.loop.close()
        shutil.rmtree(self.directory)


TestLedger = Ledger.TestCase
TestLedger.settings = settings(
    max_examples=25,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
