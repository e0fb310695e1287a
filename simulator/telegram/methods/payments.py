"""Payments in Telegram Stars: invoices, the check before paying, refunds, the bot's account."""

from typing import Any

from simulator.telegram.botview import user_json
from simulator.telegram.call import Call
from simulator.telegram.errors import bad_request
from simulator.telegram.methods.sending import envelope, send
from simulator.telegram.model import Json, QueryKind
from simulator.telegram.questions import STALE
from simulator.telegram.shop import tell_refund
from simulator.telegram.stars import CURRENCY, Invoice, Payment, Transaction
from simulator.telegram.world import World

PERIOD = 2_592_000
_MOST_STARS = 100_000
_MOST_STARS_A_PERIOD = 10_000
_PAYLOAD_BYTES = 128
_PAGE = 100


async def send_invoice(world: World, call: Call) -> Json:
    invoice = _invoice(call)
    where = envelope(world, call)
    markup = where.markup or {"inline_keyboard": [[_pay_button(invoice)]]}
    _check_pay_button(markup)
    shown = {
        "title": invoice.title,
        "description": invoice.description,
        "start_parameter": call.text("start_parameter"),
        "currency": CURRENCY,
        "total_amount": invoice.amount,
    }
    content = {"invoice": shown, "_payload": invoice.payload, "reply_markup": markup}
    return send(world, call, where, content)


def _pay_button(invoice: Invoice) -> Json:
    return {"text": f"Pay ⭐️{invoice.amount}", "pay": True}


async def create_invoice_link(world: World, call: Call) -> str:
    invoice = _invoice(call)
    if call.given("subscription_period"):
        if call.integer("subscription_period") != PERIOD:
            raise bad_request("SUBSCRIPTION_PERIOD_INVALID")
        if invoice.amount > _MOST_STARS_A_PERIOD:
            raise bad_request("STARS_AMOUNT_INVALID")
        invoice = invoice.model_copy(update={"period": PERIOD})
    return world.stars.link(invoice)


def _invoice(call: Call) -> Invoice:
    if call.required("currency") != CURRENCY:
        raise bad_request("PAYMENT_PROVIDER_INVALID: only Telegram Stars are simulated")
    payload = call.required("payload")
    if len(payload.encode()) > _PAYLOAD_BYTES:
        raise bad_request("INVOICE_PAYLOAD_INVALID")
    return Invoice(
        bot=call.bot.id,
        title=_limited(call, "title", 32),
        description=_limited(call, "description", 255),
        payload=payload,
        amount=_amount(call),
    )


def _limited(call: Call, name: str, most: int) -> str:
    text = call.required(name)
    if len(text) > most:
        raise bad_request(f"{name} is too long")
    return text


def _amount(call: Call) -> int:
    prices: Any = call.json("prices")
    if not isinstance(prices, list) or not prices:
        raise bad_request("there must be at least one price")
    if len(prices) != 1 or call.text("provider_token"):
        raise bad_request("STARS_INVOICE_INVALID")
    price = prices[0]
    if not isinstance(price, dict) or not price.get("label"):
        raise bad_request("can't parse labeled price: LabeledPrice label must be non-empty")
    amount = price.get("amount")
    if isinstance(amount, bool) or not isinstance(amount, int) or not 1 <= amount <= _MOST_STARS:
        raise bad_request("STARS_AMOUNT_INVALID")
    return amount


def _check_pay_button(markup: Json) -> None:
    rows = markup.get("inline_keyboard")
    if not rows or not rows[0][0].get("pay"):
        raise bad_request("the first button of an invoice must be a Pay button")


async def answer_pre_checkout_query(world: World, call: Call) -> bool:
    query = world.questions.fresh(
        call.bot.id, call.text("pre_checkout_query_id"), QueryKind.CHECKOUT
    )
    if query is None or query.answer is not None:
        raise bad_request(STALE)
    accepted = call.flag("ok")
    if not accepted and not call.given("error_message"):
        raise bad_request('parameter "error_message" is required')
    error = None if accepted else call.text("error_message")
    world.questions.answer(query, {"ok": accepted, "error": error})
    return True


def _payment(world: World, call: Call) -> Payment:
    charge = call.text("telegram_payment_charge_id")
    if not charge:
        raise bad_request("CHARGE_ID_EMPTY")
    payment = world.stars.payment(call.bot.id, call.integer("user_id"), charge)
    if payment is None:
        raise bad_request("CHARGE_NOT_FOUND")
    return payment


async def refund_star_payment(world: World, call: Call) -> bool:
    payment = _payment(world, call)
    if payment.refunded:
        raise bad_request("CHARGE_ALREADY_REFUNDED")
    person = world.person(payment.person)
    world.stars.refund(person, payment)
    world.save_person(person)
    tell_refund(world, payment)
    return True


async def edit_user_star_subscription(world: World, call: Call) -> bool:
    """A bot may end a subscription, or let its person go on; it cannot go on for them."""
    subscription = world.stars.subscription(_payment(world, call))
    if subscription is None:
        raise bad_request("CHARGE_NOT_FOUND")
    if not call.given("is_canceled"):
        raise bad_request('parameter "is_canceled" is required')
    subscription.stopped_by_bot = call.flag("is_canceled")
    subscription.stopped = subscription.stopped or subscription.stopped_by_bot
    world.stars.save_subscription(subscription)
    return True


async def get_my_star_balance(world: World, call: Call) -> Json:
    return {"amount": world.stars.balance(call.bot.id)}


async def get_star_transactions(world: World, call: Call) -> Json:
    offset = call.integer("offset", 0)
    limit = call.integer("limit", _PAGE, low=1, high=_PAGE)
    found = world.stars.account(call.bot.id)[offset : offset + limit]
    return {"transactions": [_transaction_json(world, each, paid) for each, paid in found]}


def _transaction_json(world: World, transaction: Transaction, payment: Payment) -> Json:
    partner = {
        "type": "user",
        "transaction_type": "invoice_payment",
        "user": user_json(world.people[payment.person]),
        "invoice_payload": payment.payload,
        **({"subscription_period": payment.period} if payment.period else {}),
    }
    return {
        "id": payment.charge_id,
        "amount": payment.amount,
        "date": transaction.at,
        "receiver" if transaction.refund else "source": partner,
    }
