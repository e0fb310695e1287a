"""Buying credits with Telegram Stars: what there is, an invoice, the check before paying, and afterwards."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from jobs.errors import AlreadySubscribed, PackGone, ShopClosed, TelegramAway, TooManyWishes
from jobs.ids import ChargeId, PackId, PersonId
from jobs.payments import Order, Pack, Paid, Subscription, check_order, order_for
from jobs.ports import Cashier, CashierAway, CashierRefused, Clock, Store


@dataclass(frozen=True, slots=True)
class ShopView:
    """What is sold, what the person has subscribed to, and for how long bought credits last."""

    packs: Sequence[Pack]
    subscriptions: Sequence[Subscription]
    days: int | None


class Shop:
    """What everybody may ask for."""

    def __init__(self, store: Store, cashier: Cashier, clock: Clock, wake: asyncio.Event) -> None:
        self._store = store
        self._cashier = cashier
        self._clock = clock
        self._wake = wake

    async def is_open(self) -> bool:
        """Whether anything can be bought."""
        return (await self._store.settings.rules()).stars

    async def look(self, person_id: PersonId) -> ShopView:
        """What there is to buy. Raises ShopClosed where there is nothing, and nothing was subscribed to."""
        rules = await self._store.settings.rules()
        packs = await self._store.packs.all() if rules.stars else ()
        subscriptions = await self._store.payments.subscriptions(person_id)
        if not packs and not subscriptions:
            raise ShopClosed
        return ShopView(packs, subscriptions, rules.bought_credits_days)

    async def order(self, person_id: PersonId, pack_id: PackId) -> tuple[Pack, Order]:
        """A pack, and the order for its invoice. Raises ShopClosed, PackGone, AlreadySubscribed."""
        if not await self.is_open():
            raise ShopClosed
        pack = await self._store.packs.get(pack_id)
        if pack is None:
            raise PackGone
        await self._check_subscription(person_id, pack)
        return pack, order_for(pack, person_id, self._clock.now())

    async def check(self, person_id: PersonId, payload: str, stars: int) -> None:
        """Whether the person may pay this invoice now.

        Raises ShopClosed, PackGone, NotYours, InvoiceOld, AlreadySubscribed.
        """
        if not await self.is_open():
            raise ShopClosed
        order = Order.unpack(payload)
        pack = await self._store.packs.get(order.pack_id) if order else None
        check_order(order, pack, person_id, stars, self._clock.now())
        if pack:
            await self._check_subscription(person_id, pack)

    async def _check_subscription(self, person_id: PersonId, pack: Pack) -> None:
        running = await self._store.payments.subscriptions(person_id)
        if pack.terms.monthly and any(one.pack_id == pack.id and one.renews for one in running):
            raise AlreadySubscribed

    async def paid(self, paid: Paid) -> None:
        """Telegram says that somebody has paid: once per charge the credits are theirs."""
        await self._store.payments.book(paid)
        self._wake.set()

    async def returned(self, charge_id: ChargeId, at: datetime) -> None:
        """Telegram says that Stars went back, whoever did it."""
        await self._store.payments.refunded(charge_id, at=at)
        self._wake.set()

    async def stop(self, person_id: PersonId, number: int) -> Subscription:
        """The subscription that began with this payment is not renewed. Raises PackGone, TelegramAway."""
        running = await self._store.payments.subscriptions(person_id)
        found = next((one for one in running if one.number == number), None)
        if found is None:
            raise PackGone
        try:
            await self._cashier.stop_renewal(person_id, found.charge_id)
        except CashierAway as trouble:
            raise TelegramAway from trouble
        except CashierRefused:  # it was stopped in Telegram already
            pass
        await self._store.payments.set_renewal(found.charge_id, renews=False)
        return found

    async def ask_support(self, person_id: PersonId, words: str) -> None:
        """The person's words about their payments go to the admins. Raises TooManyWishes."""
        if not await self._store.payments.ask_support(person_id, words):
            raise TooManyWishes
        self._wake.set()
