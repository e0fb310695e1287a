"""Telegram Stars: what is sold, what an invoice says to us when it comes back, and what was paid.

An invoice carries its whole order in the payload that only we and Telegram see. So a payment can be
credited years later, after every pack has changed, and by a bot that has forgotten the invoice.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from jobs.errors import InvoiceOld, NotYours, PackGone
from jobs.ids import ChargeId, PackId, PersonId
from jobs.people import Profile

MONTH = timedelta(days=30)  # the one period that Telegram has for subscriptions
INVOICE_LIVES = timedelta(days=1)
MOST_STARS, MOST_STARS_MONTHLY = 100_000, 10_000  # Telegram's limits
MOST_CREDITS = 1_000_000_000
LONGEST_NAME = 32  # an invoice's title
_ORDER = re.compile(r"1\|(\d{1,15})\|(\d{1,10})\|(\d{1,6})\|(\d{1,16})\|(\d{1,11})", re.ASCII)


@dataclass(frozen=True, slots=True)
class PackTerms:
    """So many credits for so many Stars, once or every month."""

    name: str
    credits: int
    stars: int
    monthly: bool = False

    @property
    def is_possible(self) -> bool:
        """Whether Telegram would take an invoice for it."""
        most = MOST_STARS_MONTHLY if self.monthly else MOST_STARS
        name_fits = 1 <= len(self.name) <= LONGEST_NAME and self.name.isprintable()
        return name_fits and 1 <= self.credits <= MOST_CREDITS and 1 <= self.stars <= most


@dataclass(frozen=True, slots=True)
class Pack:
    """What is sold now."""

    id: PackId
    terms: PackTerms


@dataclass(frozen=True, slots=True)
class Order:
    """What an invoice was made for, for whom and when. Travels as its payload (128 bytes at most)."""

    pack_id: PackId
    credits: int
    stars: int
    person_id: PersonId
    made_at: datetime

    def pack(self) -> str:
        """The payload."""
        made = int(self.made_at.timestamp())
        return f"1|{self.pack_id}|{self.credits}|{self.stars}|{self.person_id}|{made}"

    @classmethod
    def unpack(cls, payload: str) -> "Order | None":
        """None where the payload is not one of ours."""
        found = _ORDER.fullmatch(payload)
        if found is None:
            return None
        pack, credits, stars, person, made = map(int, found.groups())
        made_at = datetime.fromtimestamp(made, UTC)
        return cls(PackId(pack), credits, stars, PersonId(person), made_at)


def order_for(pack: Pack, person_id: PersonId, now: datetime) -> Order:
    """The order behind a new invoice."""
    return Order(pack.id, pack.terms.credits, pack.terms.stars, person_id, now)


def check_order(
    order: Order | None, pack: Pack | None, payer: PersonId, stars: int, now: datetime
) -> None:
    """Whether somebody may pay this invoice now. `pack` is None where it is not sold any more.

    Raises PackGone, NotYours, InvoiceOld.
    """
    if order is None or pack is None:
        raise PackGone
    if order.person_id != payer:
        raise NotYours
    if now - order.made_at > INVOICE_LIVES:
        raise InvoiceOld
    if (order.credits, order.stars, stars) != (pack.terms.credits, pack.terms.stars, order.stars):
        raise PackGone


def read_packs(text: str) -> tuple[PackTerms, ...]:
    """Packs as a setting writes them: `Small:100:50; Monthly:1000:400:monthly`. Raises ValueError."""
    return tuple(_read_pack(part.strip()) for part in text.split(";") if part.strip())


def _read_pack(text: str) -> PackTerms:
    name, credits, stars, *more = (part.strip() for part in text.split(":"))
    terms = PackTerms(name, int(credits), int(stars), monthly=more == ["monthly"])
    if more not in ([], ["monthly"]) or not terms.is_possible:
        raise ValueError(text)
    return terms


def write_packs(packs: Sequence[PackTerms]) -> str:
    """The text that `read_packs` makes the same packs of."""
    return "; ".join(
        f"{pack.name}:{pack.credits}:{pack.stars}" + (":monthly" if pack.monthly else "")
        for pack in packs
    )


@dataclass(frozen=True, slots=True)
class Paid:
    """A payment as Telegram tells of it. `until`: the end of what is paid of a subscription."""

    charge_id: ChargeId
    payer: Profile
    stars: int
    payload: str
    at: datetime
    until: datetime | None = None


class PaymentState(StrEnum):
    """Where a payment stands. After each: what becomes of it when the process dies there."""

    PAID = "paid"  # the credits are there
    REFUNDING = "refunding"  # an admin wants it back: Telegram is asked again until it agrees
    REFUNDED = "refunded"  # the end: Stars and credits went back


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment as the ledger knows it. `credits` is 0 where its payload was not one of ours."""

    number: int
    charge_id: ChargeId
    person_id: PersonId
    name: str
    credits: int
    stars: int
    paid_at: datetime
    state: PaymentState
    subscription: ChargeId | None = None  # the first payment of it


@dataclass(frozen=True, slots=True)
class Subscription:
    """Credits every month. `renews` is False once it was cancelled here; Telegram does not tell of the rest.

    `number` and `charge_id` are those of its first payment.
    """

    number: int
    charge_id: ChargeId
    person_id: PersonId
    pack_id: PackId | None
    name: str
    credits: int
    stars: int
    until: datetime
    renews: bool


@dataclass(frozen=True, slots=True)
class Transaction:
    """A line of the bot's account at Telegram. `incoming`: the Stars came to us, else they went back.

    `payer` and `payload` are None where it is not about an invoice (a withdrawal, say).
    """

    id: ChargeId
    at: datetime
    stars: int
    incoming: bool
    payer: Profile | None = None
    payload: str | None = None
    period: timedelta | None = None
