"""Paying with Telegram Stars: invoices, the bot's check, receipts, refunds, subscriptions, accounts."""

import asyncio
from typing import Any

import pytest

from tests.unit.simulator_telegram.driver import ANN, BOB, Json, Telegram

GOODS: Json = {
    "title": "100 credits",
    "description": "For videos",
    "payload": "order-1",
    "currency": "XTR",
    "prices": [{"label": "100 credits", "amount": 50}],
}
INVOICE: Json = {"chat_id": ANN, **GOODS}
MONTH = 2_592_000
STALE = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def sell(chat: Telegram, **what: Any) -> Json:
    """Ann pays, the bot agrees; what she sees of it."""
    paying = asyncio.create_task(chat.world("POST", "/pay", {"person": ANN, **what}))
    (update,) = await chat.updates(timeout=5)
    query = update["pre_checkout_query"]
    await chat.ok("answerPreCheckoutQuery", pre_checkout_query_id=query["id"], ok=True)
    return await paying


async def invoice(chat: Telegram, **change: Any) -> Json:
    """Names the invoice that was sent, for those who pay it."""
    sent = await chat.ok("sendInvoice", **{**INVOICE, **change})
    return {"message_id": sent["message_id"]}


async def receipt(chat: Telegram) -> Json:
    (update,) = await chat.updates(timeout=5)
    paid: Json = update["message"]["successful_payment"]
    return paid


async def stars(chat: Telegram, person: int = ANN) -> int:
    found: int = (await chat.world("GET", "/payments", person=person))["stars"]
    return found


async def test_a_person_pays_and_gets_the_stars_back(chat: Telegram) -> None:
    sent = await chat.ok("sendInvoice", **INVOICE)
    assert sent["invoice"]["total_amount"] == 50
    assert sent["reply_markup"]["inline_keyboard"] == [[{"text": "Pay ⭐️50", "pay": True}]]
    order = {"person": ANN, "message_id": sent["message_id"]}
    paying = asyncio.create_task(chat.world("POST", "/pay", order))
    (update,) = await chat.updates(timeout=5)
    query = update["pre_checkout_query"]
    assert (query["invoice_payload"], query["total_amount"]) == ("order-1", 50)
    await chat.ok("answerPreCheckoutQuery", pre_checkout_query_id=query["id"], ok=True)
    paid = await paying
    told = await receipt(chat)
    assert told["telegram_payment_charge_id"] == paid["charge_id"]
    assert "is_recurring" not in told
    assert await stars(chat) == paid["stars"] == 950
    assert next(view for view in await chat.seen() if view["kind"] == "invoice")["paid"]
    refund = {"user_id": ANN, "telegram_payment_charge_id": paid["charge_id"]}
    await chat.ok("refundStarPayment", **refund)
    (update,) = await chat.updates(timeout=5)
    assert update["message"]["refunded_payment"]["invoice_payload"] == "order-1"
    assert await stars(chat) == 1000
    assert await chat.refused("refundStarPayment", **refund) == (
        "Bad Request: CHARGE_ALREADY_REFUNDED"
    )
    texts = [view["text"] for view in await chat.seen() if view["kind"] == "service"]
    assert texts == ["Ann paid ⭐️50", "⭐️50 came back"]


async def test_only_real_charges_are_given_back(chat: Telegram) -> None:
    paid = await sell(chat, **await invoice(chat))
    await chat.person(BOB, first_name="Bob")
    for user, charge, reason in (
        (ANN, "nonsense", "CHARGE_NOT_FOUND"),
        (BOB, paid["charge_id"], "CHARGE_NOT_FOUND"),
        (ANN, "", "CHARGE_ID_EMPTY"),
    ):
        refund = {"user_id": user, "telegram_payment_charge_id": charge}
        assert await chat.refused("refundStarPayment", **refund) == f"Bad Request: {reason}"
    assert await stars(chat) == 950


async def test_the_bot_can_refuse_a_payment(chat: Telegram) -> None:
    order = {"person": ANN, **await invoice(chat)}
    paying = asyncio.create_task(chat.world("POST", "/pay", order))
    (update,) = await chat.updates(timeout=5)
    answer = {"pre_checkout_query_id": update["pre_checkout_query"]["id"], "ok": False}
    assert "is required" in await chat.refused("answerPreCheckoutQuery", **answer)
    await chat.ok("answerPreCheckoutQuery", error_message="sold out", **answer)
    assert await paying == {"paid": False, "error": "sold out"}
    assert await chat.updates() == []
    assert await stars(chat) == 1000


async def test_a_late_answer_sells_nothing(chat: Telegram) -> None:
    order = {"person": ANN, **await invoice(chat)}
    paying = asyncio.create_task(chat.world("POST", "/pay", {**order, "wait": 0.3}))
    (update,) = await chat.updates(timeout=5)
    assert await paying == {"paid": False, "error": "the bot did not answer"}
    await chat.control("POST", "/expire", {})
    late = {"pre_checkout_query_id": update["pre_checkout_query"]["id"], "ok": True}
    assert await chat.refused("answerPreCheckoutQuery", **late) == STALE
    assert await stars(chat) == 1000


async def test_an_invoice_in_a_chat_is_paid_once_and_with_enough_stars(chat: Telegram) -> None:
    order = await invoice(chat)
    await chat.world("POST", "/stars", {"person": ANN, "amount": 60})
    await sell(chat, **order)
    await chat.updates()
    again = await chat.world("POST", "/pay", {"person": ANN, **order})
    assert again == {"paid": False, "error": "this invoice is paid already"}
    other = await chat.world("POST", "/pay", {"person": ANN, **await invoice(chat)})
    assert other == {"paid": False, "error": "there are not enough stars"}
    assert await chat.updates() == []
    missing = await chat.raw("POST", "/world/pay", json={"person": ANN, "message_id": 999})
    assert missing.status_code == 400


async def test_whoever_taps_pay_twice_pays_once(chat: Telegram) -> None:
    order = {"person": ANN, **await invoice(chat)}
    taps = [asyncio.create_task(chat.world("POST", "/pay", order)) for _ in range(2)]
    queries: list[Json] = []
    while len(queries) < 2:
        queries += [u["pre_checkout_query"] for u in await chat.updates(timeout=5)]
    for query in queries:
        await chat.ok("answerPreCheckoutQuery", pre_checkout_query_id=query["id"], ok=True)
    outcomes = [await tap for tap in taps]
    assert sorted(outcome["paid"] for outcome in outcomes) == [False, True]
    assert await stars(chat) == 950


async def test_anybody_can_pay_a_link_and_again(chat: Telegram) -> None:
    link = await chat.ok("createInvoiceLink", **GOODS)
    assert link.startswith("https://t.me/$")
    shown = await chat.world("GET", "/invoice", person=ANN, link=link)
    assert shown == {
        "title": "100 credits", "description": "For videos", "amount": 50, "period": None,
    }  # fmt: skip
    first = await sell(chat, link=link)
    assert (await receipt(chat))["telegram_payment_charge_id"] == first["charge_id"]
    second = await sell(chat, link=link)
    assert (await receipt(chat))["telegram_payment_charge_id"] == second["charge_id"]
    assert first["charge_id"] != second["charge_id"]
    assert await stars(chat) == 900


async def test_a_subscription_goes_on_until_it_is_cancelled(chat: Telegram) -> None:
    link = await chat.ok("createInvoiceLink", **GOODS, subscription_period=MONTH)
    first = await sell(chat, link=link)
    told = await receipt(chat)
    assert (told["is_recurring"], told["is_first_recurring"]) == (True, True)
    assert told["subscription_expiration_date"] == first["until"]
    renewal = {"person": ANN, "charge_id": first["charge_id"]}
    second = await chat.world("POST", "/renew", renewal)
    told = await receipt(chat)
    assert told["is_recurring"]
    assert "is_first_recurring" not in told
    assert told["telegram_payment_charge_id"] == second["charge_id"] != first["charge_id"]
    assert told["subscription_expiration_date"] == first["until"] + MONTH
    await chat.world("POST", "/subscription", renewal)
    stopped = {"paid": False, "error": "the subscription was cancelled"}
    assert await chat.world("POST", "/renew", renewal) == stopped
    await chat.world("POST", "/subscription", {**renewal, "cancelled": False})
    await chat.world("POST", "/stars", {"person": ANN, "amount": 10})
    poor = {"paid": False, "error": "there are not enough stars"}
    assert await chat.world("POST", "/renew", renewal) == poor


async def test_a_bot_can_end_a_subscription_and_allow_it_again(chat: Telegram) -> None:
    link = await chat.ok("createInvoiceLink", **GOODS, subscription_period=MONTH)
    paid = await sell(chat, link=link)
    await chat.updates()
    wish = {"user_id": ANN, "telegram_payment_charge_id": paid["charge_id"]}
    assert "is_canceled" in await chat.refused("editUserStarSubscription", **wish)
    await chat.ok("editUserStarSubscription", **wish, is_canceled=True)
    own = {"person": ANN, "charge_id": paid["charge_id"]}
    assert not (await chat.world("POST", "/renew", own))["paid"]
    again = {**own, "cancelled": False}
    assert (await chat.raw("POST", "/world/subscription", json=again)).status_code == 400
    await chat.ok("editUserStarSubscription", **wish, is_canceled=False)
    assert not (await chat.world("POST", "/renew", own))["paid"]  # that is for the person to do
    await chat.world("POST", "/subscription", again)
    assert (await chat.world("POST", "/renew", own))["paid"]
    nothing = {**wish, "telegram_payment_charge_id": "nonsense", "is_canceled": True}
    assert await chat.refused("editUserStarSubscription", **nothing) == (
        "Bad Request: CHARGE_NOT_FOUND"
    )


async def test_a_refund_ends_a_subscription(chat: Telegram) -> None:
    link = await chat.ok("createInvoiceLink", **GOODS, subscription_period=MONTH)
    paid = await sell(chat, link=link)
    wish = {"user_id": ANN, "telegram_payment_charge_id": paid["charge_id"]}
    await chat.ok("refundStarPayment", **wish)
    own = {"person": ANN, "charge_id": paid["charge_id"]}
    assert not (await chat.world("POST", "/renew", own))["paid"]


async def test_the_account_tells_of_all_that_came_and_went(chat: Telegram) -> None:
    assert await chat.ok("getStarTransactions") == {"transactions": []}
    bought = await sell(chat, **await invoice(chat))
    link = await chat.ok(
        "createInvoiceLink", **{**GOODS, "payload": "plan"}, subscription_period=MONTH
    )
    await chat.updates()
    subscribed = await sell(chat, link=link)
    refund = {"user_id": ANN, "telegram_payment_charge_id": bought["charge_id"]}
    await chat.ok("refundStarPayment", **refund)
    first, second, third = (await chat.ok("getStarTransactions"))["transactions"]
    assert [each["id"] for each in (first, second, third)] == [
        bought["charge_id"], subscribed["charge_id"], bought["charge_id"],
    ]  # fmt: skip
    partner = first["source"]
    assert (partner["type"], partner["transaction_type"]) == ("user", "invoice_payment")
    assert (partner["user"]["id"], partner["invoice_payload"]) == (ANN, "order-1")
    assert "subscription_period" not in partner
    assert second["source"]["subscription_period"] == MONTH
    assert "source" not in third
    assert (third["receiver"]["user"]["id"], third["amount"]) == (ANN, 50)
    page = await chat.ok("getStarTransactions", offset=1, limit=1)
    assert page["transactions"] == [second]
    assert await chat.ok("getMyStarBalance") == {"amount": 50}


async def test_what_is_paid_while_the_bot_is_away_is_in_its_account_only(chat: Telegram) -> None:
    link = await chat.ok("createInvoiceLink", **GOODS, subscription_period=MONTH)
    paid = await chat.world("POST", "/pay", {"person": ANN, "link": link, "bot_away": True})
    own = {"person": ANN, "charge_id": paid["charge_id"], "bot_away": True}
    again = await chat.world("POST", "/renew", own)
    assert await chat.updates() == []
    found = (await chat.ok("getStarTransactions"))["transactions"]
    assert [each["id"] for each in found] == [paid["charge_id"], again["charge_id"]]
    mine = (await chat.world("GET", "/payments", person=ANN))["payments"]
    assert [each["charge_id"] for each in mine] == [paid["charge_id"], again["charge_id"]]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"currency": "USD"}, "PAYMENT_PROVIDER_INVALID"),
        ({"prices": []}, "at least one price"),
        ({"prices": [{"label": "x", "amount": 0}]}, "STARS_AMOUNT_INVALID"),
        ({"prices": [{"label": "x", "amount": 1}] * 2}, "STARS_INVOICE_INVALID"),
        ({"provider_token": "x"}, "STARS_INVOICE_INVALID"),
        ({"title": "x" * 33}, "title is too long"),
        ({"description": "x" * 256}, "description is too long"),
        ({"payload": ""}, 'parameter "payload" is required'),
        ({"payload": "ж" * 65}, "INVOICE_PAYLOAD_INVALID"),
    ],
)
async def test_a_wrong_invoice_is_refused(chat: Telegram, change: Json, reason: str) -> None:
    assert reason in await chat.refused("sendInvoice", **{**INVOICE, **change})
    assert reason in await chat.refused("createInvoiceLink", **{**GOODS, **change})


async def test_periods_are_months_and_pay_keys_are_for_invoices(chat: Telegram) -> None:
    assert "SUBSCRIPTION_PERIOD_INVALID" in await chat.refused(
        "createInvoiceLink", **GOODS, subscription_period=86_400
    )
    dear = {**GOODS, "prices": [{"label": "x", "amount": 10_001}]}
    assert "STARS_AMOUNT_INVALID" in await chat.refused(
        "createInvoiceLink", **dear, subscription_period=MONTH
    )
    pay: Json = {"inline_keyboard": [[{"text": "Pay", "pay": True}]]}
    look: Json = {"inline_keyboard": [[{"text": "Look", "callback_data": "look"}]]}
    await chat.ok("sendInvoice", **INVOICE, reply_markup=pay)
    assert "must be a Pay button" in await chat.refused("sendInvoice", **INVOICE, reply_markup=look)
    assert "BUTTON_TYPE_INVALID" in await chat.refused(
        "sendMessage", chat_id=ANN, text="x", reply_markup=pay
    )
