"""Telegram Stars: invoices, what was paid and given back, and subscriptions that go on."""

import secrets
from collections.abc import Callable

from pydantic import BaseModel, ConfigDict

from simulator.telegram.errors import WorldError
from simulator.telegram.model import Person
from simulator.telegram.store import Store

CURRENCY = "XTR"
LINK = "https://t.me/$"


class Invoice(BaseModel):
    """What a bot wants to be paid for; a link to it can be paid by anybody, and again."""

    model_config = ConfigDict(frozen=True)

    bot: int
    title: str
    description: str
    payload: str
    amount: int
    period: int | None = None  # seconds until the next payment, for subscriptions
    slug: str = ""


class Payment(BaseModel):
    charge_id: str
    provider_charge_id: str
    bot: int
    person: int
    amount: int
    payload: str
    at: int
    period: int | None = None
    until: int | None = None  # paid for up to then, for subscriptions
    subscription: str | None = None  # the first payment of the same subscription
    invoice: tuple[int, int] | None = None  # chat and message, where it was not a link
    refunded: bool = False

    @property
    def is_first(self) -> bool:
        return self.subscription == self.charge_id


class Transaction(BaseModel):
    """One line of a bot's account; a refund bears the id of what it gives back."""

    model_config = ConfigDict(frozen=True)

    payment: str
    at: int
    refund: bool = False


class Subscription(BaseModel):
    id: str  # the charge id of its first payment
    until: int
    stopped: bool = False  # it ends when what was paid for is over
    stopped_by_bot: bool = False  # and only the bot may allow it to go on


class Stars:
    def __init__(
        self, store: Store, clock: Callable[[], float], next_number: Callable[[], int]
    ) -> None:
        self._store = store
        self._clock = clock
        self._next_number = next_number
        self._links: dict[str, Invoice] = {}
        self._payments: dict[str, Payment] = {}
        self._transactions: list[Transaction] = []
        self._subscriptions: dict[str, Subscription] = {}
        self._load()

    def _load(self) -> None:
        for key, value in self._store.load("invoice_link"):
            self._links[key] = Invoice.model_validate(value)
        for key, value in self._store.load("star_payment"):
            self._payments[key] = Payment.model_validate(value)
        for _, value in self._store.load("star_transaction"):
            self._transactions.append(Transaction.model_validate(value))
        for key, value in self._store.load("star_subscription"):
            self._subscriptions[key] = Subscription.model_validate(value)

    def clear(self) -> None:
        for kind in ("invoice_link", "star_payment", "star_transaction", "star_subscription"):
            self._store.drop_all(kind)
        for table in (self._links, self._payments, self._subscriptions):
            table.clear()
        self._transactions.clear()

    def link(self, invoice: Invoice) -> str:
        slug = secrets.token_urlsafe(15)
        self._links[slug] = invoice.model_copy(update={"slug": slug})
        self._store.put("invoice_link", slug, self._links[slug])
        return LINK + slug

    def linked(self, link: str) -> Invoice:
        invoice = self._links.get(link.removeprefix(LINK))
        if invoice is None:
            raise WorldError("there is no such invoice")
        return invoice

    def charge(
        self,
        person: Person,
        invoice: Invoice,
        *,
        place: tuple[int, int] | None = None,
        renewed: Subscription | None = None,
    ) -> Payment:
        """The stars change hands."""
        if person.stars < invoice.amount:
            raise WorldError("there are not enough stars")
        person.stars -= invoice.amount
        now = int(self._clock())
        number = self._next_number()
        charge = f"stx{secrets.token_urlsafe(24)}{number}"
        until = (
            (max(now, renewed.until if renewed else 0) + invoice.period) if invoice.period else None
        )
        payment = Payment(
            charge_id=charge,
            provider_charge_id=f"{person.id}_{number}",
            bot=invoice.bot,
            person=person.id,
            amount=invoice.amount,
            payload=invoice.payload,
            at=now,
            period=invoice.period,
            until=until,
            subscription=(renewed.id if renewed else charge) if until else None,
            invoice=place,
        )
        self._save(payment)
        self._enter(Transaction(payment=charge, at=now))
        if payment.subscription is not None and until is not None:
            self._subscribe(payment.subscription, until)
        return payment

    def _save(self, payment: Payment) -> None:
        self._payments[payment.charge_id] = payment
        self._store.put("star_payment", payment.charge_id, payment)

    def _enter(self, transaction: Transaction) -> None:
        self._store.put("star_transaction", len(self._transactions), transaction)
        self._transactions.append(transaction)

    def _subscribe(self, first: str, until: int) -> None:
        subscription = self._subscriptions.get(first) or Subscription(id=first, until=until)
        subscription.until = until
        self.save_subscription(subscription)

    def save_subscription(self, subscription: Subscription) -> None:
        self._subscriptions[subscription.id] = subscription
        self._store.put("star_subscription", subscription.id, subscription)

    def refund(self, person: Person, payment: Payment) -> None:
        """Everything is given back; a subscription ends with it."""
        payment.refunded = True
        person.stars += payment.amount
        self._save(payment)
        now = int(self._clock())
        self._enter(Transaction(payment=payment.charge_id, at=now, refund=True))
        subscription = self._subscriptions.get(payment.subscription or "")
        if subscription is not None:
            subscription.stopped, subscription.until = True, now
            self.save_subscription(subscription)

    def payment(self, bot: int, person: int, charge_id: str) -> Payment | None:
        payment = self._payments.get(charge_id)
        mine = payment is not None and (payment.bot, payment.person) == (bot, person)
        return payment if mine else None

    def subscription(self, payment: Payment | None) -> Subscription | None:
        """The one that this payment belongs to; any of its payments names it."""
        return self._subscriptions.get(payment.subscription or "") if payment else None

    def paid(self, person: int, place: tuple[int, int]) -> bool:
        """Whether this person has paid the invoice of this message."""
        return any(
            payment.invoice == place and payment.person == person
            for payment in self._payments.values()
        )

    def of_person(self, person: int) -> list[Payment]:
        return [payment for payment in self._payments.values() if payment.person == person]

    def account(self, bot: int) -> list[tuple[Transaction, Payment]]:
        """The bot's transactions with what they are about, oldest first."""
        found = [(each, self._payments[each.payment]) for each in self._transactions]
        return [(transaction, payment) for transaction, payment in found if payment.bot == bot]

    def balance(self, bot: int) -> int:
        return sum(
            -payment.amount if transaction.refund else payment.amount
            for transaction, payment in self.account(bot)
        )
