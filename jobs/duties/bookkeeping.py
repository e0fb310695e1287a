"""The books: Stars that came or went while nobody looked, refunds and farewells under way, credits that ended.

Everything here may be done twice: a charge is booked once, given back once, and a pocket is empty once.
"""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import timedelta

from jobs.duties.shift import Shift
from jobs.ids import ChargeId, PersonId
from jobs.payments import Paid, Payment, Transaction
from jobs.ports.cashier import Cashier, CashierAway, CashierRefused

log = logging.getLogger(__name__)

LINES_AT_ONCE = 100
PEOPLE_AT_ONCE = 100


class Bookkeeping:
    """A duty of the worker. Telegram is asked in the background, so that jobs need not wait for it."""

    def __init__(self, shift: Shift, cashier: Cashier) -> None:
        self._shift = shift
        self._cashier = cashier
        self._payments = shift.store.payments
        self._at_work: set[str] = set()

    async def keep(self) -> None:
        """Begin what is due."""
        pace = self._shift.pace
        self._begin("write off ended credits", self._write_off, pace.ended_credits)
        self._begin("give Stars back", self._give_back, pace.refunds)
        self._begin("end subscriptions", self._stop_renewals, pace.refunds)
        self._begin("compare with Telegram's account", self._reconcile, pace.reconcile)

    def _begin(self, what: str, work: Callable[[], Awaitable[None]], every: timedelta) -> None:
        if self._shift.is_due(what) and what not in self._at_work:
            self._at_work.add(what)
            self._shift.nursery.start(self._do(what, work, every), what)

    async def _do(self, what: str, work: Callable[[], Awaitable[None]], every: timedelta) -> None:
        self._shift.wait(what, self._shift.pace.books_retry)
        try:
            await work()
            self._shift.wait(what, every)
        except (CashierAway, CashierRefused) as trouble:
            log.warning("%s: %r; tried again in a while", what, trouble)
        finally:
            self._at_work.discard(what)

    async def _write_off(self) -> None:
        while await self._shift.store.credits.write_off(PEOPLE_AT_ONCE) == PEOPLE_AT_ONCE:
            pass

    # refunds

    async def _give_back(self) -> None:
        """What admins have asked for. After a crash Telegram is asked once more, and says that it is done."""
        for payment in await self._payments.refunding():
            try:
                await self._cashier.refund(payment.person_id, payment.charge_id)
            except CashierRefused as why:
                log.warning("payment %s is not given back: %s", payment.number, why)
                await self._payments.refund_refused(payment.charge_id, str(why))
            else:
                await self._gave_back(payment)
            self._shift.wake()

    async def _gave_back(self, payment: Payment) -> None:
        await self._payments.refunded(payment.charge_id, at=self._shift.clock.now())
        if payment.subscription:
            await self._stop_renewal(payment.person_id, payment.subscription)

    async def _stop_renewals(self) -> None:
        """Of people who are gone, by whosever wish. After a crash Telegram is asked once more."""
        for one in await self._payments.to_stop():
            await self._stop_renewal(one.person_id, one.charge_id)
            await self._payments.stopped(one)
            self._shift.wake()

    async def _stop_renewal(self, person_id: PersonId, charge_id: ChargeId) -> None:
        with suppress(CashierRefused):  # it has ended already
            await self._cashier.stop_renewal(person_id, charge_id)

    # Telegram's account

    async def _reconcile(self) -> None:
        """Whatever we missed: payments while the bot was down, refunds that somebody else made."""
        rules = await self._shift.store.settings.rules()
        if not rules.stars and not await self._payments.any():
            return
        async for lines, read in self._unread():
            for line in lines:
                await self._enter(line)
            await self._payments.set_place(read, lines[-1].id)

    async def _unread(self) -> AsyncIterator[tuple[Sequence[Transaction], int]]:
        """Pages of the account after what was read, each with how much is read then.

        The last line that we know is asked for again: where another one stands in its place, the account
        is not in the order that we took for granted, and all of it is read anew.
        """
        read, last = await self._payments.place()
        start = max(read - 1, 0)
        lines = await self._cashier.transactions(start, LINES_AT_ONCE)
        if read and (not lines or lines[0].id != last):
            log.warning(
                "the account at Telegram is in another order; it is read from its beginning"
            )
            start, lines = 0, await self._cashier.transactions(0, LINES_AT_ONCE)
        while lines:
            start += len(lines)
            yield lines, start
            full = len(lines) == LINES_AT_ONCE
            lines = await self._cashier.transactions(start, LINES_AT_ONCE) if full else ()

    async def _enter(self, line: Transaction) -> None:
        if line.payer is None or line.payload is None:
            return
        if line.incoming:
            until = line.at + line.period if line.period else None
            paid = Paid(line.id, line.payer, line.stars, line.payload, line.at, until)
            news = await self._payments.book(paid)
        else:
            news = await self._payments.refunded(line.id, at=line.at)
        if news:
            log.info("Telegram's account has a line that was not in the books: %s", line.id)
            self._shift.wake()
