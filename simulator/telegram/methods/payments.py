"""Payments in Telegram Stars: invoices, the check before paying, refunds."""

from simulator.telegram.botview import message_json, user_json
from simulator.telegram.call import Call
from simulator.telegram.errors import bad_request
from simulator.telegram.methods.sending import envelope, send
from simulator.telegram.model import Json, Payment, Query, QueryKind
from simulator.telegram.questions import STALE
from simulator.telegram.world import World

STARS = "XTR"
PAYLOAD = "_payload"  # known to the bot and Telegram, shown to nobody


async def send_invoice(world: World, call: Call) -> Json:
    invoice = {
        "title": _limited(call, "title", 32),
        "description": _limited(call, "description", 255),
        "start_parameter": call.text("start_parameter"),
        "currency": call.required("currency"),
        "total_amount": _amount(call),
    }
    payload = call.required("payload")
    if len(payload.encode()) > 128:
        raise bad_request("INVOICE_PAYLOAD_INVALID")
    where = envelope(world, call)
    _check_pay_button(where.markup)
    return send(world, call, where, {"invoice": invoice, PAYLOAD: payload})


def _limited(call: Call, name: str, most: int) -> str:
    text = call.required(name)
    if len(text) > most:
        raise bad_request(f"{name} is too long")
    return text


def _amount(call: Call) -> int:
    if call.text("currency") != STARS:
        raise bad_request("PAYMENT_PROVIDER_INVALID: only Telegram Stars are simulated")
    prices = call.json("prices")
    if not isinstance(prices, list) or not prices:
        raise bad_request("there must be at least one price")
    if len(prices) != 1 or call.text("provider_token"):
        raise bad_request("STARS_INVOICE_INVALID")
    price = prices[0]
    if not isinstance(price, dict) or not price.get("label"):
        raise bad_request("can't parse labeled price: LabeledPrice label must be non-empty")
    amount = price.get("amount")
    if isinstance(amount, bool) or not isinstance(amount, int) or not 1 <= amount <= 100_000:
        raise bad_request("STARS_AMOUNT_INVALID")
    return amount


def _check_pay_button(markup: Json | None) -> None:
    if markup is None:
        return
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


async def refund_star_payment(world: World, call: Call) -> bool:
    payment = world.payments.get(call.text("telegram_payment_charge_id"))
    if payment is None or payment.person != call.integer("user_id"):
        raise bad_request("CHARGE_ID_INVALID")
    if payment.refunded:
        raise bad_request("CHARGE_ALREADY_REFUNDED")
    payment.refunded = True
    world.save_payment(payment)
    refund = _receipt(payment)
    message = world.messages.add(
        payment.person, payment.person, {"refunded_payment": refund}, by_bot=False
    )
    world.tell(call.bot.id, "message", message_json(world, message), payment.person)
    return True


def _receipt(payment: Payment) -> Json:
    return {
        "currency": STARS,
        "total_amount": payment.amount,
        "invoice_payload": payment.payload,
        "telegram_payment_charge_id": payment.charge_id,
        "provider_payment_charge_id": "",
    }


def ask_before_checkout(world: World, person: int, message_id: int) -> Query:
    """Tell the bot that a person is about to pay; the question."""
    message = world.messages.find(person, message_id)
    assert message is not None
    invoice = message.content["invoice"]
    query = world.questions.ask(
        message.sender, person, person, kind=QueryKind.CHECKOUT, message=message_id
    )
    payload = {
        "id": query.id,
        "from": user_json(world.people[person]),
        "currency": STARS,
        "total_amount": invoice["total_amount"],
        "invoice_payload": message.content[PAYLOAD],
    }
    world.tell(message.sender, "pre_checkout_query", payload, person)
    return query


def pay(world: World, person: int, message_id: int) -> Payment:
    """The stars change hands; the bot gets the receipt."""
    message = world.messages.find(person, message_id)
    assert message is not None
    payment = Payment(
        charge_id=f"stxA{world.next_number()}",
        person=person,
        amount=message.content["invoice"]["total_amount"],
        payload=message.content[PAYLOAD],
    )
    world.save_payment(payment)
    receipt = {"successful_payment": _receipt(payment)}
    told = world.messages.add(person, person, receipt, by_bot=False)
    world.tell(message.sender, "message", message_json(world, told), person)
    return payment
