"""Payments: booked once, given back once, with their credits wherever those went in the meantime."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest

from jobs.errors import AlreadyRefunded, NoSuchPack, NoSuchPayment, NotEnoughCredits
from jobs.ids import ChargeId, PersonId
from jobs.outbox import (
    Alert,
    PaymentBooked,
    PaymentReturned,
    RefundFailed,
    SubscriptionStopped,
    Trouble,
)
from jobs.payments import MONTH, PackTerms, Paid, PaymentState
from jobs.people import Access, Profile
from jobs.ports import EntryKind
from jobs.quotas import NEVER, Balance, Pocket
from tests.clock import NOON
from tests.unit.storage.conftest import Opener
from tests.unit.storage.world import ADMIN, PRICE, World, home

A, B = ChargeId("charge A"), ChargeId("charge B")


async def balance(world: World, person_id: PersonId) -> Balance:
    return await world.store.people.balance(person_id)


async def refund(world: World, charge: ChargeId) -> bool:
    return await world.store.payments.refunded(charge, at=world.clock.now())


@pytest.fixture
async def poor(open_world: Opener) -> World:
    """Nobody has an allowance."""
    return await open_world(daily_credits=0)


@pytest.fixture
async def cat(poor: World) -> PersonId:
    return await poor.meet(3, "Cat")


async def test_a_payment_is_booked_once_with_a_receipt(world: World, ann: PersonId) -> None:
    booked = await asyncio.gather(*(world.pay(ann, A, 500, stars=220) for _ in range(5)))
    assert sorted(booked) == [False, False, False, False, True]
    assert (await balance(world, ann)).extra == 500
    receipt = PaymentBooked(charge_id=A, credits=500, stars=220)
    assert [(one.place, one.message) for one in await world.send_all()] == [(home(ann), receipt)]
    [payment] = await world.store.payments.of(ann, offset=0, limit=5)
    assert (payment.credits, payment.stars, payment.state) == (500, 220, PaymentState.PAID)


async def test_who_pays_without_having_met_the_bot_is_known_from_then_on(world: World) -> None:
    await world.pay(PersonId(77), A, 100)
    person = await world.store.people.get(PersonId(77))
    assert (person.access, (await balance(world, person.id)).extra) == (Access.NEW, 100)


async def test_a_payload_of_somebody_elses_is_kept_and_reported(
    world: World, ann: PersonId
) -> None:
    paid = Paid(A, Profile(ann, "Ann"), 50, "another bot's", world.clock.now())
    assert await world.store.payments.book(paid)
    assert (await world.store.payments.find(A)).credits == 0
    assert (await balance(world, ann)).extra == 0
    [alert] = await world.send_all()
    assert alert.place == home(ADMIN)
    assert isinstance(alert.message, Alert)
    assert alert.message.trouble is Trouble.PAYMENT
    assert A in alert.message.detail
    assert await refund(world, A)
    assert (await balance(world, ann)).debt == 0


async def test_what_ends_soonest_is_used_first(open_world: Opener) -> None:
    world = await open_world(daily_credits=0, bought_credits_days=10)
    ann = await world.meet(1)
    await world.store.people.grant(ann, 40, by=ADMIN, operation="x", note="")
    await world.pay(ann, A, 20)
    world.clock.advance(days=3)
    await world.pay(ann, B, 20)
    first_end, second_end = datetime(2026, 12, 2, tzinfo=UTC), datetime(2026, 12, 5, tzinfo=UTC)
    assert await world.store.credits.pockets(ann) == [
        Pocket(first_end, 20), Pocket(second_end, 20), Pocket(NEVER, 40),
    ]  # fmt: skip
    job = await world.start(ann)
    assert await world.store.credits.pockets(ann) == [Pocket(second_end, 10), Pocket(NEVER, 40)]
    await world.store.jobs.cancel(job.id, ann)
    assert len(await world.store.credits.pockets(ann)) == 3


async def test_what_has_ended_cannot_be_used_and_is_written_off(open_world: Opener) -> None:
    world = await open_world(daily_credits=0, bought_credits_days=1)
    ann, ben = await world.meet(1), await world.meet(2)
    await world.pay(ann, A, 2 * PRICE)
    await world.pay(ben, B, 7)
    job = await world.start(ann)
    world.clock.set(datetime(2026, 11, 23, tzinfo=UTC) - timedelta(microseconds=1))
    assert (await balance(world, ann)).extra == PRICE
    assert await world.store.credits.write_off(10) == 0
    world.clock.set(datetime(2026, 11, 23, tzinfo=UTC))
    assert (await balance(world, ann)).extra == 0
    with pytest.raises(NotEnoughCredits):
        await world.start(ann)
    assert await world.store.credits.write_off(1) == 1
    assert await world.store.credits.write_off(10) == 1
    await world.store.jobs.cancel(job.id, ann)
    assert (await balance(world, ann)).extra == 0, "what comes back too late has ended too"
    assert await world.store.credits.write_off(10) == 1
    lines = await world.store.credits.lines(ann, offset=0, limit=2)
    assert [(line.kind, line.amount) for line in lines] == [
        (EntryKind.EXPIRED, PRICE), (EntryKind.RELEASED, PRICE),
    ]  # fmt: skip


async def test_a_refund_takes_its_own_credits_first(poor: World, cat: PersonId) -> None:
    await poor.pay(cat, A, 100)
    await poor.store.people.grant(cat, 20, by=ADMIN, operation="x", note="")
    await poor.send_all()
    done = await asyncio.gather(*(refund(poor, A) for _ in range(3)))
    assert sorted(done) == [False, False, True]
    assert (await balance(poor, cat)).extra == 20
    assert [one.message for one in await poor.send_all()] == [
        PaymentReturned(credits=100, stars=10)
    ]


async def test_what_was_spent_already_becomes_a_debt_that_the_next_credits_settle(
    poor: World, cat: PersonId
) -> None:
    await poor.pay(cat, A, 50)
    await poor.start(cat)
    await refund(poor, A)
    now = await balance(poor, cat)
    assert (now.extra, now.debt, now.left) == (0, 30, 0)
    await poor.store.people.grant(cat, 10, by=ADMIN, operation="x", note="")
    assert (await balance(poor, cat)).debt == 20
    await poor.pay(cat, B, 100)
    now = await balance(poor, cat)
    assert (now.extra, now.debt) == (80, 0)


async def test_a_debt_does_not_touch_the_allowance(world: World, ann: PersonId) -> None:
    await world.pay(ann, A, PRICE)
    for _ in range(4):
        await world.start(ann)
    world.clock.advance(days=1)
    await refund(world, A)
    now = await balance(world, ann)
    assert (now.debt, now.left) == (20, 100)


async def test_credits_that_come_back_from_a_job_settle_the_debt(
    poor: World, cat: PersonId
) -> None:
    await poor.pay(cat, A, 50)
    job = await poor.start(cat)
    await refund(poor, A)
    await poor.store.jobs.cancel(job.id, cat)
    now = await balance(poor, cat)
    assert (now.extra, now.debt) == (0, 0)


async def test_credits_that_have_ended_are_not_taken_again(open_world: Opener) -> None:
    world = await open_world(daily_credits=0, bought_credits_days=1)
    ann = await world.meet(1)
    await world.pay(ann, A, 100)
    world.clock.advance(days=5)
    await world.store.people.grant(ann, 30, by=ADMIN, operation="x", note="")
    assert await refund(world, A)
    now = await balance(world, ann)
    assert (now.extra, now.debt) == (30, 0)


async def test_an_admin_asks_for_a_refund_once(world: World, ann: PersonId) -> None:
    payments = world.store.payments
    await world.pay(ann, A, 100)
    with pytest.raises(NoSuchPayment):
        await payments.ask_refund(B, by=ADMIN, note="")
    asked = await payments.ask_refund(A, by=ADMIN, note="sorry")
    assert asked.state is PaymentState.REFUNDING
    assert await payments.refunding() == [asked]
    with pytest.raises(AlreadyRefunded):
        await payments.ask_refund(A, by=ADMIN, note="")
    assert (await balance(world, ann)).extra == 100, "not before the Stars are back"
    await refund(world, A)
    assert await payments.refunding() == []
    [entry] = world.sql("SELECT kind, by_person, note FROM entries ORDER BY id DESC LIMIT 1")
    assert entry == ("refunded", ADMIN, "sorry")
    [(action, target)] = world.sql("SELECT action, target FROM audit WHERE person_id = ?", ann)
    assert (action, target) == ("refund_asked", A)


async def test_a_refund_that_telegram_refuses_changes_nothing(world: World, ann: PersonId) -> None:
    await world.pay(ann, A, 100)
    await world.send_all()
    await world.store.payments.ask_refund(A, by=ADMIN, note="")
    await world.store.payments.refund_refused(A, "BALANCE_TOO_LOW")
    await world.store.payments.refund_refused(A, "BALANCE_TOO_LOW")
    assert (await world.store.payments.find(A)).state is PaymentState.PAID
    assert [(one.place, one.message) for one in await world.send_all()] == [
        (home(ADMIN), RefundFailed(charge_id=A, why="BALANCE_TOO_LOW"))
    ]
    assert (await balance(world, ann)).extra == 100
    assert (await world.store.payments.ask_refund(A, by=ADMIN, note="")).credits == 100


async def test_a_subscription_goes_on_with_every_payment(world: World, ann: PersonId) -> None:
    payments = world.store.payments
    assert await world.pay(ann, A, 100, months=1)
    [begun] = await payments.subscriptions(ann)
    assert (begun.charge_id, begun.credits, begun.renews) == (A, 100, True)
    assert begun.until == NOON + MONTH
    world.clock.set(begun.until)
    assert await payments.subscriptions(ann) == []
    assert await world.pay(ann, B, 100, months=1)
    assert not await world.pay(ann, B, 100, months=1)
    [prolonged] = await payments.subscriptions(ann)
    assert (prolonged.charge_id, prolonged.until) == (A, NOON + 2 * MONTH)
    assert (await payments.find(B)).subscription == A
    assert (await balance(world, ann)).extra == 200
    await payments.set_renewal(A, renews=False)
    assert [each.renews for each in await payments.subscriptions(ann)] == [False]


async def ban(world: World, person: PersonId) -> None:
    await world.store.bans.ban(person, "spam", None, by=ADMIN)


async def refuse(world: World, person: PersonId) -> None:
    await world.store.people.decide_access(person, Access.REFUSED, by=ADMIN)


async def forget(world: World, person: PersonId) -> None:
    await world.store.privacy.forget(person)


@pytest.mark.parametrize("farewell", [ban, refuse, forget])
async def test_whoever_cannot_use_the_bot_does_not_pay_on(
    world: World, ann: PersonId, farewell: Callable[[World, PersonId], Awaitable[None]]
) -> None:
    await world.pay(ann, A, 100, months=1)
    assert await world.store.payments.to_stop() == []
    await farewell(world, ann)
    await world.send_all()
    [one] = await world.store.payments.to_stop()
    assert (one.charge_id, one.person_id) == (A, ann)
    for _ in range(2):  # the power may go between Telegram's answer and this
        await world.store.payments.stopped(one)
    assert await world.store.payments.to_stop() == []
    [told] = await world.send_all()
    assert (told.place, told.message) == (
        home(ann),
        SubscriptionStopped(name=one.name, until=one.until),
    )


async def test_a_refund_ends_the_subscription(world: World, ann: PersonId) -> None:
    await world.pay(ann, A, 100, months=1)
    await world.pay(ann, B, 100, months=2)
    await refund(world, B)
    found = await world.store.payments.subscription(A)
    assert found
    assert not found.renews


async def test_what_is_sold(world: World, ann: PersonId) -> None:
    packs = world.store.packs
    small, big = PackTerms("Small", 100, 50), PackTerms("Big", 500, 200)
    await packs.seed([big, small])
    await packs.seed([PackTerms("Other", 1, 1)])
    assert [pack.terms for pack in await packs.all()] == [small, big]
    monthly = await packs.put(PackTerms("small", 120, 50, monthly=True), by=ADMIN)
    assert await packs.get(monthly.id) == monthly
    assert [pack.terms.name for pack in await packs.all()] == ["Big", "small"]
    await packs.withdraw("SMALL", by=ADMIN)
    assert await packs.get(monthly.id) is None
    with pytest.raises(NoSuchPack):
        await packs.withdraw("small", by=ADMIN)
    await packs.seed([small])
    assert [pack.terms.name for pack in await packs.all()] == ["Big"]
    assert await packs.put(small, by=ADMIN) == await packs.get(monthly.id)


async def test_the_place_in_the_account_is_kept(world: World) -> None:
    assert await world.store.payments.place() == (0, None)
    await world.store.payments.set_place(3, A)
    await world.store.payments.set_place(7, B)
    assert await world.store.payments.place() == (7, B)
