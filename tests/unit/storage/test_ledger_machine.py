"""The ledger: whatever happens in whatever order, balances are the sums of entries and never negative.

People start, cancel, fail and finish jobs, some of it at once, while days pass, zones and plans change,
admins give and take, try again and give back, and Stars come and go.
"""

import asyncio
import shutil
import tempfile
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

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

from jobs.errors import (
    AlreadyRefunded,
    AlreadyStarted,
    BotBudgetSpent,
    GivenBackBefore,
    NotEnoughCredits,
    NothingSpent,
    PlanBudgetSpent,
    Reason,
    TooLate,
)
from jobs.ids import ChargeId, JobId
from jobs.lifecycle import Failed, Finished, Job, PutBack
from jobs.plans import PlanTerms
from jobs.quotas import Balance
from jobs.rules import LiveRules
from storage import Store
from tests.clock import SettableClock
from tests.offers import OFFER
from tests.unit.storage.sums import FROM_ENTRIES, UNSETTLED
from tests.unit.storage.world import ADMIN, RESULT, World, topic

T = TypeVar("T")

ZONES = ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin", None]
RULES = LiveRules(
    daily_credits=70,
    monthly_credits=130,
    max_running_jobs=3,
    bot_daily_credits=200,
    bought_credits_days=1,
    owners=frozenset({ADMIN}),
)
people = st.integers(0, 1)
REFUSALS = (NotEnoughCredits, BotBudgetSpent, PlanBudgetSpent)


class Ledger(RuleBasedStateMachine):
    """One store, two people."""

    jobs = Bundle("jobs")
    ended = Bundle("ended")
    charges = Bundle("charges")

    def __init__(self) -> None:
        super().__init__()
        self.directory = Path(tempfile.mkdtemp())
        self.loop = asyncio.new_event_loop()
        self.operation = 0

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(work)

    def at_once(self, *works: Coroutine[Any, Any, Any]) -> list[Any]:
        async def together() -> list[Any]:
            return await asyncio.gather(*works, return_exceptions=True)

        return self.run(together())

    def balance(self, who: int) -> Balance:
        return self.run(self.world.store.people.balance(self.people[who]))

    @initialize()
    def open(self) -> None:
        clock, path = SettableClock(datetime(2026, 11, 29, 12, tzinfo=UTC)), self.directory / "db"
        store = self.run(Store.open(path, clock=clock, rules=RULES, offer=OFFER, lock_wait=0))
        self.world = World(store, clock, path)
        self.people = [self.run(self.world.meet(number)) for number in (1, 2)]
        capped = PlanTerms(daily_cap=100)
        self.run(store.plans.change("capped", lambda _: capped, by=ADMIN))

    # jobs

    @rule(target=jobs, who=people, durations=st.lists(st.sampled_from([5, 8]), max_size=5))
    def start_at_once(self, who: int, durations: list[int]) -> Any:
        before, person = self.balance(who), self.people[who]
        works = [
            self.world.start(person, topic(person, place), duration=duration)
            for place, duration in enumerate(durations, 1)
        ]
        outcomes = self.at_once(*works)
        started = [job for job in outcomes if isinstance(job, Job)]
        refused = [each for each in outcomes if not isinstance(each, Job)]
        assert all(isinstance(each, REFUSALS) for each in refused)
        spent = sum(job.price for job in started)
        assert spent <= before.left
        assert self.balance(who).left >= before.left - spent
        return multiple(*(job.id for job in started))

    @rule(job_id=jobs)
    def cancel_twice_at_once(self, job_id: JobId) -> None:
        owner = self.world.sql("SELECT person_id FROM jobs WHERE id = ?", job_id)[0][0]
        cancel = self.world.store.jobs.cancel
        first, second = self.at_once(cancel(job_id, owner), cancel(job_id, owner))
        assert isinstance(second, TooLate)
        assert isinstance(first, Job | TooLate)

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

    @rule(target=ended, job_id=consumes(jobs))
    def finish_and_fail_at_once(self, job_id: JobId) -> JobId:
        apply = self.world.store.jobs.apply
        events = (Finished(RESULT), Failed(Reason.RENDER_FAILED), Finished(RESULT))
        self.at_once(*(apply(job_id, event) for event in events))
        return job_id

    @rule(target=ended, who=people)
    def make(self, who: int) -> Any:
        """A video from beginning to end, so that there is something to give back."""
        person = self.people[who]
        job = self.at_once(self.world.start(person, topic(person, 9)))[0]
        if not isinstance(job, Job):
            return multiple()
        for claimed in self.run(self.world.claim(9)):
            self.run(self.world.render(claimed.id))
        if self.run(self.world.store.jobs.apply(job.id, Finished(RESULT))) is None:
            return multiple()
        self.give_back_twice_at_once(job.id)
        return job.id

    @rule(target=jobs, who=people)
    def fail_and_try_again_twice_at_once(self, who: int) -> Any:
        person, store = self.people[who], self.world.store
        job = self.at_once(self.world.start(person, topic(person, 8)))[0]
        if not isinstance(job, Job):
            return multiple()
        before = self.balance(who)
        self.run(store.jobs.apply(job.id, Failed(Reason.RENDER_FAILED)))
        outcomes = self.at_once(*(store.oversight.retry(job.id, by=ADMIN) for _ in range(2)))
        anew = [each.id for each in outcomes if isinstance(each, Job)]
        assert len(anew) == 1, "what it gave back pays for it once more, and once"
        assert isinstance(outcomes[1], AlreadyStarted)
        assert self.balance(who).left == before.left
        return multiple(*anew)

    # credits

    @rule(job_id=ended)
    def give_back_later(self, job_id: JobId) -> None:
        self.give_back_twice_at_once(job_id)

    def give_back_twice_at_once(self, job_id: JobId) -> None:
        owner, price = self.world.sql("SELECT person_id, price FROM jobs WHERE id = ?", job_id)[0]
        index, refund = self.people.index(owner), self.world.store.oversight.refund
        before = self.balance(index)
        outcomes = self.at_once(refund(job_id, by=ADMIN), refund(job_id, by=ADMIN, note="sorry"))
        given = [each for each in outcomes if isinstance(each, int)]
        assert given in ([], [price]), "all of it, once"
        assert all(isinstance(each, int | NothingSpent | GivenBackBefore) for each in outcomes)
        after = self.balance(index)
        assert after.extra - after.debt == before.extra - before.debt + sum(given)
        assert after.used_today == before.used_today, "its day may be long over"

    @rule(who=people, credits=st.integers(-60, 60), repeat=st.booleans())
    def grant(self, who: int, credits: int, repeat: bool) -> None:
        self.operation += 1
        before = self.balance(who)
        works = [
            self.world.store.people.grant(
                self.people[who], credits, by=ADMIN, operation=f"{self.operation}", note=""
            )
            for _ in range(1 + repeat)
        ]
        granted = self.at_once(*works)[-1]
        after, had = granted.balance, before.extra - before.debt
        assert after.extra - after.debt == max(had + credits, -before.debt)
        assert granted.credits == after.extra - after.debt - had

    @rule(target=charges, who=people, credits=st.integers(1, 60), repeat=st.booleans())
    def buy(self, who: int, credits: int, repeat: bool) -> ChargeId:
        self.operation += 1
        before, charge = self.balance(who), ChargeId(f"charge {self.operation}")
        works = [self.world.pay(self.people[who], charge, credits) for _ in range(1 + repeat)]
        assert sum(self.at_once(*works)) == 1
        after = self.balance(who)
        assert after.extra - after.debt == before.extra - before.debt + credits
        return charge

    @rule(charge=charges, asked=st.booleans())
    def refund_twice_at_once(self, charge: ChargeId, asked: bool) -> None:
        payments = self.world.store.payments
        if asked:
            self.at_once(payments.ask_refund(charge, by=ADMIN, note=""))
        at = self.world.clock.now()
        done = self.at_once(*(payments.refunded(charge, at=at) for _ in range(2)))
        assert sum(done) <= 1
        again = self.at_once(payments.ask_refund(charge, by=ADMIN, note=""))[0]
        assert isinstance(again, AlreadyRefunded)

    @rule(who=people, job_id=jobs, charge=charges, credits=st.integers(1, 60))
    def everything_at_once(self, who: int, job_id: JobId, charge: ChargeId, credits: int) -> None:
        self.operation += 1
        person, store = self.people[who], self.world.store
        self.at_once(
            self.world.start(person, topic(person, 1)),
            self.world.pay(person, f"charge {self.operation}", credits),
            store.payments.refunded(charge, at=self.world.clock.now()),
            store.jobs.cancel(job_id, person),
            self.world.start(person, topic(person, 2)),
            store.people.grant(person, -5, by=ADMIN, operation=f"{self.operation}", note=""),
            store.jobs.apply(job_id, Failed(Reason.LOST)),
            store.oversight.refund(job_id, by=ADMIN),
            store.oversight.retry(job_id, by=ADMIN, may_pay_twice=True),
            store.credits.write_off(10),
        )

    # time, zones, plans

    @rule(hours=st.sampled_from([1, 13, 24, 60]))
    def time_passes(self, hours: int) -> None:
        self.world.clock.advance(hours=hours)

    @rule(who=people, zone=st.sampled_from(ZONES))
    def move(self, who: int, zone: str | None) -> None:
        before = self.balance(who)
        after = self.run(self.world.store.credits.set_zone(self.people[who], zone))
        assert (after.used_today, after.used_this_month) == (
            before.used_today,
            before.used_this_month,
        )
        assert after.left == before.left

    @rule(who=people, plan=st.sampled_from(["capped", None]))
    def change_plan(self, who: int, plan: str | None) -> None:
        self.run(self.world.store.plans.give(self.people[who], plan, by=ADMIN))

    @rule()
    def write_off(self) -> None:
        before = [self.balance(who) for who in (0, 1)]
        self.run(self.world.store.credits.write_off(10))
        assert [self.balance(who) for who in (0, 1)] == before, "nobody could use them anyway"

    @invariant()
    def balances_are_sums_of_entries(self) -> None:
        for kept, summed in FROM_ENTRIES.items():
            assert sorted(self.world.sql(kept)) == sorted(self.world.sql(summed))

    @invariant()
    def every_ended_job_is_settled_once_and_no_other(self) -> None:
        assert self.world.sql(UNSETTLED) == [(0,)]

    @invariant()
    def nobody_overspends(self) -> None:
        for who in (0, 1):
            balance = self.balance(who)
            assert min(balance.extra, balance.debt, balance.used_today) >= 0
            assert balance.used_today <= balance.used_this_month
            assert balance.used_today <= balance.limits.daily_credits
            assert balance.used_this_month <= balance.limits.monthly_credits
            assert balance.debt == 0 or balance.extra == 0, "what is there settles a debt first"
        for caps, most in (("bot_usage", 200), ("plan_usage", 100)):
            assert self.world.sql(f"SELECT count(*) FROM {caps} WHERE used > {most}") == [(0,)]

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
