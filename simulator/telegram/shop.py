"""People who pay: the bot is asked first, then the stars change hands, then the bot gets a receipt."""

from dataclasses import dataclass

from simulator.telegram.announce import announce
from simulator.telegram.botview import user_json
from simulator.telegram.errors import WorldError
from simulator.telegram.model import Json, Message, QueryKind
from simulator.telegram.people import Crowd
from simulator.telegram.questions import PATIENCE
from simulator.telegram.stars import CURRENCY, Invoice, Payment
from simulator.telegram.world import World


@dataclass(frozen=True)
class Purchase:
    """A person pays the invoice of a message, or one that a link leads to.

    With the bot away the payment is made all the same, and no update tells of it: what a bot
    missed for too long it finds only among its transactions.
    """

    person: int
    chat: int
    message: int | None = None
    link: str | None = None
    bot_away: bool = False
    wait: float = PATIENCE[QueryKind.CHECKOUT]


class Shop:
    def __init__(self, world: World, crowd: Crowd) -> None:
        self._world = world
        self._crowd = crowd

    def invoice(self, purchase: Purchase) -> Invoice:
        if purchase.link is not None:
            return self._world.stars.linked(purchase.link)
        self._crowd.room(purchase.person, purchase.chat)
        message = self._world.messages.find(purchase.chat, purchase.message or 0)
        if message is None or "invoice" not in message.content:
            raise WorldError("there is no such invoice")
        return _invoice_of(message)

    async def pay(self, purchase: Purchase) -> Payment:
        """What is in the way is said by a WorldError."""
        invoice = self.invoice(purchase)
        self._check(purchase, invoice)
        if not purchase.bot_away:
            await self._ask_bot(purchase, invoice)
            self._check(purchase, invoice)  # they may have paid it twice meanwhile
        person = self._world.person(purchase.person)
        payment = self._world.stars.charge(person, invoice, place=_place(purchase))
        person.started = True
        self._world.save_person(person)
        invoiced = self._world.messages.find(purchase.chat, purchase.message or 0)
        if invoiced is not None:
            self._world.messages.mark(invoiced)
        self._receipt(payment, _room(purchase), told=not purchase.bot_away)
        return payment

    def _check(self, purchase: Purchase, invoice: Invoice) -> None:
        person = self._world.person(purchase.person)
        place = _place(purchase)
        if place is not None and self._world.stars.paid(person.id, place):
            raise WorldError("this invoice is paid already")
        if person.stars < invoice.amount:
            raise WorldError("there are not enough stars")

    async def _ask_bot(self, purchase: Purchase, invoice: Invoice) -> None:
        questions = self._world.questions
        query = questions.ask(
            invoice.bot, purchase.person, _room(purchase), kind=QueryKind.CHECKOUT
        )
        payload = {
            "id": query.id,
            "from": user_json(self._world.person(purchase.person)),
            "currency": CURRENCY,
            "total_amount": invoice.amount,
            "invoice_payload": invoice.payload,
        }
        self._world.tell(invoice.bot, "pre_checkout_query", payload, purchase.person)
        answer = await questions.wait(query, min(purchase.wait, PATIENCE[QueryKind.CHECKOUT]))
        if answer is None:
            raise WorldError("the bot did not answer")
        if not answer["ok"]:
            raise WorldError(answer["error"])

    def _receipt(self, payment: Payment, chat: int, *, told: bool) -> None:
        content = {"successful_payment": _paid_json(payment)}
        message = self._world.messages.add(chat, payment.person, content, by_bot=False)
        if told:
            announce(self._world, message)

    def renew(self, person_id: int, charge_id: str, *, bot_away: bool) -> Payment:
        """The next period of a subscription is paid for; nobody is asked."""
        world = self._world
        bought = self._bought(person_id, charge_id)
        subscription = world.stars.subscription(bought)
        if subscription is None:
            raise WorldError("this was no subscription")
        if subscription.stopped:
            raise WorldError("the subscription was cancelled")
        person = world.person(person_id)
        invoice = Invoice(
            bot=bought.bot,
            title="",
            description="",
            payload=bought.payload,
            amount=bought.amount,
            period=bought.period,
        )
        payment = world.stars.charge(person, invoice, renewed=subscription)
        world.save_person(person)
        self._receipt(payment, person_id, told=not bot_away)
        return payment

    def cancel(self, person_id: int, charge_id: str, *, cancelled: bool) -> None:
        """The person stops a subscription, or lets it go on; the bot is not told."""
        stars = self._world.stars
        subscription = stars.subscription(self._bought(person_id, charge_id))
        if subscription is None:
            raise WorldError("this was no subscription")
        if not cancelled and subscription.stopped_by_bot:
            raise WorldError("the bot has cancelled this subscription")
        subscription.stopped = cancelled
        stars.save_subscription(subscription)

    def _bought(self, person: int, charge_id: str) -> Payment:
        for payment in self._world.stars.of_person(person):
            if payment.charge_id == charge_id:
                return payment
        raise WorldError("there is no such payment")


def _place(purchase: Purchase) -> tuple[int, int] | None:
    return None if purchase.message is None else (purchase.chat, purchase.message)


def _room(purchase: Purchase) -> int:
    """A link leads into the private chat."""
    return purchase.person if purchase.message is None else purchase.chat


def _invoice_of(message: Message) -> Invoice:
    shown = message.content["invoice"]
    return Invoice(
        bot=message.sender,
        title=shown["title"],
        description=shown["description"],
        payload=message.content["_payload"],
        amount=shown["total_amount"],
    )


def _receipt_json(payment: Payment) -> Json:
    return {
        "currency": CURRENCY,
        "total_amount": payment.amount,
        "invoice_payload": payment.payload,
        "telegram_payment_charge_id": payment.charge_id,
        "provider_payment_charge_id": payment.provider_charge_id,
    }


def _paid_json(payment: Payment) -> Json:
    receipt = _receipt_json(payment)
    if payment.until is not None:
        receipt |= {"subscription_expiration_date": payment.until, "is_recurring": True}
    return {**receipt, "is_first_recurring": True} if payment.is_first else receipt


def tell_refund(world: World, payment: Payment) -> None:
    """The person and the bot see that the stars are back."""
    content = {"refunded_payment": _receipt_json(payment)}
    announce(world, world.messages.add(payment.person, payment.person, content, by_bot=False))
