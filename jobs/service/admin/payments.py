"""What is sold for Stars, and giving Stars back, by those who run the bot."""

import asyncio
from collections.abc import Sequence

from jobs.errors import WrongPack
from jobs.ids import ChargeId, PersonId
from jobs.payments import Pack, PackTerms, Payment
from jobs.ports import Store
from jobs.roles import Right
from jobs.service.guard import Guard

PAYMENTS_SHOWN = 8


class AdminPayments:
    """Everything about packs and payments."""

    def __init__(self, store: Store, guard: Guard, wake: asyncio.Event) -> None:
        self._store = store
        self._guard = guard
        self._wake = wake

    async def packs(self, by: PersonId) -> Sequence[Pack]:
        """What is sold."""
        await self._guard.require(by, Right.PAYMENTS)
        return await self._store.packs.all()

    async def put(self, by: PersonId, terms: PackTerms) -> Pack:
        """Sell it, or for another price. Raises WrongPack where Telegram would not take an invoice."""
        await self._guard.require(by, Right.PAYMENTS)
        if not terms.is_possible:
            raise WrongPack
        return await self._store.packs.put(terms, by=by)

    async def withdraw(self, by: PersonId, name: str) -> None:
        """Sell it no more. Raises NoSuchPack."""
        await self._guard.require(by, Right.PAYMENTS)
        await self._store.packs.withdraw(name, by=by)

    async def of(self, by: PersonId, person_id: PersonId) -> Sequence[Payment]:
        """A person's latest payments."""
        await self._guard.require(by, Right.PAYMENTS)
        return await self._store.payments.of(person_id, offset=0, limit=PAYMENTS_SHOWN)

    async def payment(self, by: PersonId, what: str) -> Payment:
        """By its number or Telegram's charge id. Raises NoSuchPayment."""
        await self._guard.require(by, Right.PAYMENTS)
        if what.isdecimal() and len(what) < 16:
            return await self._store.payments.numbered(int(what))
        return await self._store.payments.find(ChargeId(what))

    async def refund(self, by: PersonId, charge_id: ChargeId, note: str) -> Payment:
        """Telegram is asked to give the Stars back. Raises NoSuchPayment, AlreadyRefunded."""
        await self._guard.require(by, Right.PAYMENTS)
        payment = await self._store.payments.ask_refund(charge_id, by=by, note=note)
        self._wake.set()
        return payment
