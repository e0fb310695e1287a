"""The ledger: which credits are used first, where they go back to, and when more comes."""

import asyncio
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest

from jobs.errors import AlreadyStarted, BotBudgetSpent, NotEnoughCredits, Reason
from jobs.ids import PersonId
from jobs.lifecycle import Failed, OutcomeLost, Unprovable, Uploaded
from jobs.people import Limit
from jobs.ports import JobView
from jobs.quotas import Wish
from jobs.requests import TextRequest
from jobs.rules import LiveRules
from storage import Store, ledger
from storage.steps import Cause, accept
from tests.offers import OFFER
from tests.unit.storage.conftest import Opener
from tests.unit.storage.sums import FROM_ENTRIES
from tests.unit.storage.world import ADMIN, PRICE, World, home, topic


async def test_the_allowance_is_used_before_granted_credits(world: World, ann: PersonId) -> None:
    await world.store.people.grant(ann, 50, by=ADMIN, operation="x", note="")
    for _ in range(4):
        await world.start(ann)
    balance = await world.store.people.balance(ann)
    assert (balance.used_today, balance.extra, balance.left) == (100, 30, 30)


async def test_of_200_presses_at_once_as_many_start_as_there_are_credits_for(
    world: World, ann: PersonId
) -> None:
    drafts = [(await world.draft(ann, topic(-1, number))).id for number in range(1, 201)]
    starts = (world.store.jobs.start(draft_id, ann) for draft_id in drafts)
    outcomes = await asyncio.gather(*starts, return_exceptions=True)
    assert [type(each) for each in outcomes].count(JobView) == 3
    assert [type(each) for each in outcomes].count(NotEnoughCredits) == 197
    assert (await world.store.people.balance(ann)).used_today == 3 * PRICE
    assert world.sql("SELECT count(*) FROM drafts") == [(197,)]


async def test_of_200_people_at_once_as_many_start_as_the_bot_has_credits_for(
    open_world: Opener,
) -> None:
    world = await open_world(bot_daily_credits=3 * PRICE + 1)
    people = [await world.meet(number) for number in range(1, 201)]
    drafts = [(await world.draft(person_id)).id for person_id in people]
    starts = (world.store.jobs.start(*both) for both in zip(drafts, people, strict=True))
    outcomes = await asyncio.gather(*starts, return_exceptions=True)
    assert [type(each) for each in outcomes].count(JobView) == 3
    assert [type(each) for each in outcomes].count(BotBudgetSpent) == 197
    assert world.sql("SELECT used FROM bot_usage") == [(3 * PRICE,)]


async def test_200_presses_of_one_card_are_one_job(world: World, ann: PersonId) -> None:
    card = await world.draft(ann)
    starts = (world.store.jobs.start(card.id, ann) for _ in range(200))
    outcomes = await asyncio.gather(*starts, return_exceptions=True)
    assert [type(each) for each in outcomes].count(AlreadyStarted) == 199
    assert (await world.store.people.balance(ann)).used_today == PRICE


async def test_the_shell_gives_and_takes_while_the_bot_spends(world: World, ann: PersonId) -> None:
    """Another process, with connections of its own: between a check and what it allowed nothing comes in."""
    drafts = [(await world.draft(ann, topic(-1, number))).id for number in range(1, 41)]
    shell = await Store.visit(world.path, clock=world.clock, rules=LiveRules(), offer=OFFER)
    gifts = (
        shell.people.grant(ann, PRICE * (-1) ** number, by=None, operation=f"{number}", note="")
        for number in range(40)
    )
    starts = (world.store.jobs.start(draft_id, ann) for draft_id in drafts)
    outcomes = await asyncio.gather(*gifts, *starts, return_exceptions=True)
    await shell.close()
    started = [type(each) for each in outcomes].count(JobView)
    assert [type(each) for each in outcomes].count(NotEnoughCredits) == 40 - started
    for kept, summed in FROM_ENTRIES.items():
        assert sorted(world.sql(kept)) == sorted(world.sql(summed))
    balance = await world.store.people.balance(ann)
    [(given,)] = world.sql("SELECT sum(extra) FROM entries WHERE kind = 'granted'")
    assert balance.used_today + given - balance.extra == started * PRICE
    assert started >= 3


CHECK = (
    "standing.STANDING",
    "ledger.USED",
    "ledger.BOT_USED",
    "ledger.PLAN_USED",
    "pockets.LIVE",
)


@pytest.mark.parametrize("name", CHECK)
async def test_a_check_finds_its_few_rows_by_their_keys(world: World, name: str) -> None:
    """Neither of the entries nor by going through a table: it costs the same with ten or ten million."""
    family, _, constant = name.partition(".")
    text = getattr(import_module(f"storage.{family}"), constant)
    parameters = dict.fromkeys(re.findall(r":(\w+)", text)) or [None] * text.count("?")
    with closing(sqlite3.connect(world.path)) as connection:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {text}", parameters).fetchall()
    steps = [row[3] for row in plan]
    assert steps
    assert not [step for step in steps if step.startswith("SCAN") and step != "SCAN CONSTANT ROW"]
    assert not [step for step in steps if "entries" in step or "TEMP B-TREE" in step]


def machine_steps(world: World, work: Callable[[sqlite3.Connection], object]) -> int:
    """SQLite's own count of what its machine does for some work, which is taken back."""
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    with closing(sqlite3.connect(world.path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("BEGIN IMMEDIATE")
        connection.set_progress_handler(step, 1)
        work(connection)
        connection.set_progress_handler(None, 1)
        connection.execute("ROLLBACK")
    return steps


async def test_a_check_and_a_start_do_as_much_after_a_long_history_as_after_a_short_one(
    world: World, ann: PersonId
) -> None:
    request = TextRequest(prompt="a cat", options=OFFER.start)
    desk = world.store._desk

    def check(connection: sqlite3.Connection) -> None:
        wish = Wish("text", "540p", "v5.6")
        ledger.reserve(connection, ann, PRICE, wish, world.clock.now(), LiveRules())

    def start(connection: sqlite3.Connection) -> None:
        accept(connection, desk, request, ann, home(ann), Cause())

    async def lives(grants: int, jobs: int) -> None:
        give, cancel = world.store.people.grant, world.store.jobs.cancel
        names = [f"{grants}: {number}" for number in range(grants)]
        gifts = (give(ann, 3 * PRICE, by=ADMIN, operation=name, note="") for name in names)
        await asyncio.gather(*gifts)
        started = await asyncio.gather(*(world.start(ann, topic(-1, n)) for n in range(jobs)))
        await asyncio.gather(*(cancel(job.id, ann) for job in started[1:]))
        await world.claim()
        await world.render(started[0].id)
        await world.finish(started[0].id)

    await lives(grants=10, jobs=10)
    few = machine_steps(world, check), machine_steps(world, start)
    await lives(grants=500, jobs=300)
    assert (machine_steps(world, check), machine_steps(world, start)) == few


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


async def test_the_ledger_says_who_ended_a_job_and_who_wanted_it(
    world: World, ann: PersonId
) -> None:
    oversight = world.store.oversight
    await world.store.people.grant(ann, 100, by=ADMIN, operation="x", note="")
    own, called_off, by_itself, shell, banned = [(await world.start(ann)).id for _ in range(5)]
    await world.store.jobs.cancel(own, ann)
    await oversight.call_off(called_off, by=ADMIN)
    await world.apply(by_itself, Failed(Reason.INVALID))
    await oversight.call_off(shell, by=None)
    anew = (await oversight.retry(by_itself, by=ADMIN)).id
    await world.store.bans.ban(ann, "", None, by=ADMIN)
    entered = world.sql("SELECT job_id, kind, by_person FROM entries ORDER BY id")
    assert {job: by for job, kind, by in entered if kind == "held"} == {
        **dict.fromkeys((own, called_off, by_itself, shell, banned), ann), anew: ADMIN,
    }  # fmt: skip
    assert {job: by for job, kind, by in entered if kind == "released"} == {
        own: ann, called_off: ADMIN, by_itself: None, shell: None, banned: ADMIN, anew: ADMIN,
    }  # fmt: skip


async def test_who_gave_a_video_up_stands_in_the_ledger(world: World, ann: PersonId) -> None:
    job = await world.start(ann)
    await world.claim()
    await world.apply(job.id, Uploaded(()), OutcomeLost(timedelta(minutes=1)), Unprovable())
    assert await world.store.oversight.give_up(job.id, by=ADMIN)
    [line, _] = await world.store.credits.lines(ann, offset=0, limit=2)
    assert (line.kind, line.by) == ("released", ADMIN)
