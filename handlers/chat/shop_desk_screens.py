"""The shop as those who run the bot see it: what is sold, payments, refunds."""

from collections.abc import Sequence

from handlers.chat.buttons import (
    AskPack,
    AskRefund,
    OpenSetting,
    Refund,
    ShowPayments,
    ShowPerson,
    WithdrawPack,
)
from handlers.chat.html import Html, lines
from handlers.chat.payment_screens import pack_label
from handlers.chat.screens import Key, Screen, Tint
from handlers.chat.texts import Texts
from jobs.ids import PersonId
from jobs.payments import Pack, Payment, PaymentState


def packs_screen(packs: Sequence[Pack], texts: Texts, *, is_open: bool) -> Screen:
    """What is sold, and how to change it."""
    rows = [texts.html("pack-row", name=p.terms.name, what=pack_label(p, texts)) for p in packs]
    parts = [
        texts.html("packs-open" if is_open else "packs-closed"),
        Html(""),
        *(rows or [texts.html("packs-none")]),
        Html(""),
        texts.html("packs-how"),
    ]
    keys = [
        (Key(texts.plain("key-pack-withdraw", name=p.terms.name), WithdrawPack(item=p.id)),)
        for p in packs
    ]
    switch = Key(
        texts.plain("key-shop-close" if is_open else "key-shop-open"), OpenSetting(name="stars")
    )
    return Screen(lines(parts), (*keys, (Key(texts.plain("key-pack-new"), AskPack()), switch)))


def payments_screen(person_id: PersonId, payments: Sequence[Payment], texts: Texts) -> Screen:
    """Somebody's payments; those that stand can be given back."""
    back = (Key(texts.plain("key-to-person"), ShowPerson(person=person_id)),)
    if not payments:
        return Screen(texts.html("payments-none"), (back,))
    refunds = [
        (Key(texts.plain("key-refund", number=str(p.number)), AskRefund(payment=p.number)),)
        for p in payments
        if p.state is PaymentState.PAID
    ]
    rows = [_payment(payment, texts) for payment in payments]
    return Screen(lines([texts.html("payments"), Html(""), *rows]), (*refunds, back))


def _payment(payment: Payment, texts: Texts) -> Html:
    return texts.html(
        "payment-row",
        number=str(payment.number),
        when=f"{payment.paid_at:%Y-%m-%d}",
        stars=payment.stars,
        credits=texts.plain("credits", n=payment.credits),
        state=texts.plain(f"payment-{payment.state}"),
        charge=payment.charge_id,
    )


def ask_refund_screen(payment: Payment, texts: Texts) -> Screen:
    """Whether the Stars shall go back."""
    credits = texts.plain("credits", n=payment.credits)
    text = texts.html(
        "refund-ask", number=str(payment.number), stars=payment.stars, credits=credits
    )
    keys = (
        Key(texts.plain("key-refund-now"), Refund(payment=payment.number), Tint.GRAVE),
        Key(texts.plain("key-back"), ShowPayments(person=payment.person_id)),
    )
    return Screen(text, (keys,))


def refunding_screen(payment: Payment, texts: Texts) -> Screen:
    """Telegram is being asked."""
    text = texts.html("refund-begun", number=str(payment.number), stars=payment.stars)
    return Screen(text, ((Key(texts.plain("key-back"), ShowPayments(person=payment.person_id)),),))
