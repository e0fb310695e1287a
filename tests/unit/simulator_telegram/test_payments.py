"""Paying with Telegram Stars: invoice, the bot's check, receipt and refund."""

import asyncio

import pytest

from tests.unit.simulator_telegram.driver import ANN, Json, Telegram

INVOICE: Json = {
    "chat_id": ANN,
    "title": "100 credits",
    "description": "For videos",
    "payload": "order-1",
    "currency": "XTR",
    "prices": [{"label": "100 credits", "amount": 50}],
}


async def test_a_person_pays_and_gets_the_stars_back(chat: Telegram) -> None:
    sent = await chat.ok("sendInvoice", **INVOICE)
    assert sent["invoice"]["total_amount"] == 50
    order = {"person": ANN, "message_id": sent["message_id"]}
    paying = asyncio.create_task(chat.world("POST", "/pay", order))
    (update,) = await chat.updates(timeout=5)
    query = update["pre_checkout_query"]
    assert (query["invoice_payload"], query["total_amount"]) == ("order-1", 50)
    await chat.ok("answerPreCheckoutQuery", pre_checkout_query_id=query["id"], ok=True)
    paid = await paying
    (update,) = await chat.updates(timeout=5)
    receipt = update["message"]["successful_payment"]
    assert receipt["telegram_payment_charge_id"] == paid["charge_id"]
    refund = {"user_id": ANN, "telegram_payment_charge_id": paid["charge_id"]}
    await chat.ok("refundStarPayment", **refund)
    (update,) = await chat.updates(timeout=5)
    assert update["message"]["refunded_payment"]["invoice_payload"] == "order-1"
    assert await chat.refused("refundStarPayment", **refund) == (
        "Bad Request: CHARGE_ALREADY_REFUNDED"
    )


async def test_the_bot_can_refuse_a_payment(chat: Telegram) -> None:
    sent = await chat.ok("sendInvoice", **INVOICE)
    order = {"person": ANN, "message_id": sent["message_id"]}
    paying = asyncio.create_task(chat.world("POST", "/pay", order))
    (update,) = await chat.updates(timeout=5)
    answer = {"pre_checkout_query_id": update["pre_checkout_query"]["id"], "ok": False}
    assert "is required" in await chat.refused("answerPreCheckoutQuery", **answer)
    await chat.ok("answerPreCheckoutQuery", error_message="sold out", **answer)
    assert await paying == {"paid": False, "error": "sold out"}
    assert await chat.updates() == []


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"currency": "USD"}, "PAYMENT_PROVIDER_INVALID"),
        ({"prices": []}, "at least one price"),
        ({"prices": [{"label": "x", "amount": 0}]}, "STARS_AMOUNT_INVALID"),
        ({"title": "x" * 33}, "title is too long"),
        ({"payload": ""}, 'parameter "payload" is required'),
    ],
)
async def test_a_wrong_invoice_is_refused(chat: Telegram, change: Json, reason: str) -> None:
    assert reason in await chat.refused("sendInvoice", **{**INVOICE, **change})
