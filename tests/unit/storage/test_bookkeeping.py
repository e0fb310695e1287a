"""The books against Telegram's account: whatever is missing is entered, and nothing twice."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from jobs.duties.bookkeeping import Bookkeeping
from jobs.duties.shift import Outside, Shift
from jobs.ids import ChargeId, PackId, PersonId
from jobs.pace import Pace
from jobs.payments import MONTH, Order, PaymentState, Transaction
from jobs.people import Profile
from jobs.ports import CashierAway, CashierRefused
from tests.accounts import NoAccounts
from tests.clock import NOON
from tests.unit.storage.conftest import Opener
from tests.unit.storage.world import ADMIN, World


class Account:
    """Implements `jobs.ports.Cashier`: an account at Telegram, in memory."""

    def __init__(self) -> None:
        self.lines: list[Transaction] = []
        self.asked: list[int] = []
        self.away_at: int | None = None
        self.refuses: str | None = None
        self.refunds: list[ChargeId] = []
        self.stopped: list[ChargeId] = []

    def comes(
        self, charge: str, person: int = 1, credits: int = 10, *, monthly: bool = False
    ) -> None:
        payload = Order(PackId(1), credits, 5, PersonId(person), NOON).pack()
        payer, period = Profile(PersonId(person), "Somebody"), MONTH if monthly else None
        line = Transaction(ChargeId(charge), NOON, 5, True, payer, payload, period)
        self.lines.append(line)

    def goes(self, charge: str) -> None:
        line = next(line for line in self.lines if line.id == charge)
        self.lines.append(replace(line, incoming=False))

    async def transactions(self, offset: int, limit: int) -> Sequence[Transaction]:
        self.asked.append(offset)
        if offset == self.away_at:
            raise CashierAway
        return self.lines[offset : offset + limit]

    async def refund(self, person_id: PersonId, charge_id: ChargeId) -> None:
        if self.refuses:
            raise CashierRefused(self.refuses)
        self.refunds.append(charge_id)

    async def stop_renewal(self, person_id: PersonId, charge_id: ChargeId) -> None:
        self.stopped.append(charge_id)
        raise CashierRefused("it has ended")


class Office:
    """The books, kept when a test says so."""

    def __init__(self, world: World, account: Account) -> None:
        nobody: Any = None
        outside = Outside(world.store, nobody, nobody, account, NoAccounts(), world.clock)
        self._shift = Shift(outside, pace=Pace(), wake=asyncio.Event())
        self._books = Bookkeeping(self._shift, account)

    async def works(self) -> None:
        await self._books.keep()
        await self._shift.nursery.rest()


@pytest.fixture
async def shop(open_world: Opener) -> World:
    return await open_world(stars=True)


@pytest.fixture
def account() -> Account:
    return Account()


async def extra(world: World, person: int = 1) -> int:
    return (await world.store.people.balance(PersonId(person))).extra


async def test_a_long_account_is_read_page_by_page_and_goes_on_where_it_was(
    shop: World, account: Account
) -> None:
    for number in range(250):
        account.comes(f"charge {number}")
    await Office(shop, account).works()
    assert account.asked == [0, 100, 200]
    assert await extra(shop) == 2500
    account.comes("one more")
    account.asked.clear()
    await Office(shop, account).works()  # after a restart
    assert account.asked == [249]
    assert await extra(shop) == 2510


async def test_it_is_read_at_the_start_and_then_once_a_day(shop: World, account: Account) -> None:
    office = Office(shop, account)
    await office.works()
    account.comes("A")
    shop.clock.advance(hours=23)
    await office.works()
    assert len(account.asked) == 1
    shop.clock.advance(hours=1)
    await office.works()
    assert await extra(shop) == 10


async def test_trouble_in_the_middle_loses_nothing_and_books_nothing_twice(
    shop: World, account: Account
) -> None:
    for number in range(150):
        account.comes(f"charge {number}")
    account.away_at = 100
    office = Office(shop, account)
    await office.works()
    assert await extra(shop) == 1000
    account.away_at = None
    await office.works()
    assert await extra(shop) == 1000, "not at once"
    shop.clock.advance(timedelta(minutes=1))
    await office.works()
    assert await extra(shop) == 1500


async def test_an_account_in_another_order_is_read_anew(shop: World, account: Account) -> None:
    for number in range(3):
        account.comes(f"charge {number}")
    await Office(shop, account).works()
    account.comes("new")
    account.lines.reverse()
    await Office(shop, account).works()
    assert account.asked == [0, 2, 0]
    assert await extra(shop) == 40


async def test_what_went_back_and_what_is_nobodys_payment(shop: World, account: Account) -> None:
    account.comes("A", credits=30)
    account.comes("B", person=2, monthly=True)
    account.goes("A")
    account.lines.append(Transaction(ChargeId("a withdrawal"), NOON, 500, incoming=False))
    for _ in range(2):
        await Office(shop, account).works()
    assert (await extra(shop), await extra(shop, 2)) == (0, 10)
    assert (await shop.store.payments.find(ChargeId("A"))).state is PaymentState.REFUNDED
    [subscription] = await shop.store.payments.subscriptions(PersonId(2))
    assert subscription.until == NOON + MONTH


async def test_a_bot_that_sells_nothing_asks_nothing(world: World, account: Account) -> None:
    await Office(world, account).works()
    assert account.asked == []
    await world.pay(PersonId(1), "from before", 10)
    await Office(world, account).works()
    assert account.asked, "what was sold once is looked after"


async def test_a_refund_is_asked_for_until_telegram_has_answered(
    shop: World, account: Account
) -> None:
    await shop.pay(PersonId(1), "A", 100, months=1)
    await shop.store.payments.ask_refund(ChargeId("A"), by=ADMIN, note="")
    account.refuses = "BALANCE_TOO_LOW"
    office = Office(shop, account)
    await office.works()
    assert (await shop.store.payments.find(ChargeId("A"))).state is PaymentState.PAID
    account.refuses = None
    await shop.store.payments.ask_refund(ChargeId("A"), by=ADMIN, note="")
    for _ in range(2):
        shop.clock.advance(seconds=5)
        await office.works()
    assert (account.refunds, account.stopped) == (["A"], ["A"])
    assert (await shop.store.payments.find(ChargeId("A"))).state is PaymentState.REFUNDED
    assert await extra(shop) == 0


async def test_what_has_ended_is_written_off_every_hour(
    open_world: Opener, account: Account
) -> None:
    world = await open_world(bought_credits_days=1)
    await world.pay(PersonId(1), "A", 100)
    office = Office(world, account)
    await office.works()
    world.clock.advance(days=3)
    await office.works()
    assert world.sql("SELECT kind FROM entries") == [("bought",), ("expired",)]
