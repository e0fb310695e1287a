"""Payments in Stars and what is sold for them, as the store keeps them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from jobs.ids import ChargeId, PackId, PersonId
from jobs.payments import Pack, PackTerms, Paid, Payment, Subscription


class Packs(Protocol):
    """What is sold."""

    async def all(self) -> Sequence[Pack]:
        """Everything that is sold now, cheapest first, subscriptions last."""

    async def get(self, pack_id: PackId) -> Pack | None:
        """None where it is not sold any more."""

    async def put(self, terms: PackTerms, *, by: PersonId) -> Pack:
        """Sell it from now on; what has this name (in any case) is sold for this from now on."""

    async def withdraw(self, name: str, *, by: PersonId) -> None:
        """Sell it no more. Raises NoSuchPack."""

    async def seed(self, packs: Sequence[PackTerms]) -> None:
        """What a store that never had anything to sell begins with."""


class Payments(Protocol):
    """What was paid and given back."""

    async def book(self, paid: Paid) -> bool:
        """Enter a payment once per charge id: its credits, its subscription, and the receipt that is owed.

        False: it was booked before. A payload that is not ours is booked without credits, and the
        admins are told.
        """

    async def refunded(self, charge_id: ChargeId, *, at: datetime) -> bool:
        """Telegram has given the Stars back: the credits go too, once, also where they were spent.

        False: unknown, or entered before.
        """

    async def ask_refund(self, charge_id: ChargeId, *, by: PersonId, note: str) -> Payment:
        """From now on Telegram is asked to give the Stars back. Raises NoSuchPayment, AlreadyRefunded."""

    async def refunding(self) -> Sequence[Payment]:
        """Payments that Telegram is to give back."""

    async def refund_refused(self, charge_id: ChargeId, why: str) -> None:
        """Telegram will not: the payment stands, and who asked for it is told."""

    async def find(self, charge_id: ChargeId) -> Payment:
        """Raises NoSuchPayment."""

    async def numbered(self, number: int) -> Payment:
        """By the number that people and admins see. Raises NoSuchPayment."""

    async def of(self, person_id: PersonId, *, offset: int, limit: int) -> Sequence[Payment]:
        """A person's payments, newest first."""

    async def any(self) -> bool:
        """Whether anything was ever paid."""

    async def subscriptions(self, person_id: PersonId) -> Sequence[Subscription]:
        """Those of a person that are paid for now."""

    async def subscription(self, charge_id: ChargeId) -> Subscription | None:
        """By the charge id of its first payment."""

    async def set_renewal(self, charge_id: ChargeId, *, renews: bool) -> None:
        """Whether the subscription goes on by itself."""

    async def to_stop(self) -> Sequence[Subscription]:
        """Those of people who were banned, refused or forgotten, as long as Telegram was not told."""

    async def stopped(self, one: Subscription) -> None:
        """It is not renewed any more, and its person is told."""

    async def ask_support(self, person_id: PersonId, words: str) -> bool:
        """Somebody's words about their payments go to the admins. False: that was enough for today."""

    async def place(self) -> tuple[int, ChargeId | None]:
        """How many lines of the bot's account have been read, and the last one's id."""

    async def set_place(self, read: int, last: ChargeId | None) -> None:
        """Go on there the next time."""
