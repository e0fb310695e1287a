"""What is bought with Stars: the shop, subscriptions, receipts, refunds, letters about payments."""

from datetime import datetime

from handlers.chat.buttons import (
    AskLetter,
    AskStop,
    BuyPack,
    OpenShop,
    ShowLedger,
    ShowPayments,
    StopRenewal,
)
from handlers.chat.html import Html, lines
from handlers.chat.screens import Key, Link, Screen, Tint
from handlers.chat.texts import Texts
from jobs.outbox import (
    PaymentBooked,
    PaymentReturned,
    RefundFailed,
    SubscriptionStopped,
    SupportWanted,
)
from jobs.payments import Pack, Subscription
from jobs.service import ShopView


def shop_screen(view: ShopView, texts: Texts) -> Screen:
    """What there is to buy, and what was subscribed to."""
    parts: list[Html | None] = []
    if view.packs:
        lasts = texts.plain("shop-lasts", n=view.days) if view.days else texts.plain("shop-stays")
        parts = [texts.html("shop", lasts=lasts)]
    subscriptions = [_subscription(one, texts) for one in view.subscriptions]
    if subscriptions:
        parts += [Html("") if parts else None, texts.html("shop-subscriptions"), *subscriptions]
    parts += [Html(""), texts.html("shop-help")]
    keys = [(Key(pack_label(pack, texts), BuyPack(item=pack.id)),) for pack in view.packs]
    stops = [
        (Key(texts.plain("key-stop", name=one.name), AskStop(payment=one.number)),)
        for one in view.subscriptions
        if one.renews
    ]
    return Screen(lines(parts), (*keys, *stops))


def pack_label(pack: Pack, texts: Texts) -> str:
    """What a pack is, and for how many Stars."""
    text_id = "key-pack-monthly" if pack.terms.monthly else "key-pack"
    credits = texts.plain("credits", n=pack.terms.credits)
    return texts.plain(text_id, credits=credits, stars=pack.terms.stars)


def _subscription(one: Subscription, texts: Texts) -> Html:
    text_id = "shop-subscription" if one.renews else "shop-subscription-ends"
    credits = texts.plain("credits", n=one.credits)
    return texts.html(text_id, name=one.name, credits=credits, until=_date(one.until))


def subscribe_screen(pack: Pack, url: str, texts: Texts) -> Screen:
    """The way to a subscription: Telegram shows its own page for it."""
    credits = texts.plain("credits", n=pack.terms.credits)
    text = texts.html("shop-subscribe", credits=credits, stars=pack.terms.stars)
    return Screen(
        text,
        (
            (Key(texts.plain("key-subscribe", stars=pack.terms.stars), Link(url)),),
            (Key(texts.plain("key-back"), OpenShop()),),
        ),
    )


def ask_stop_screen(payment: int, texts: Texts) -> Screen:
    """Whether a subscription shall end."""
    keys = (
        Key(texts.plain("key-stop-now"), StopRenewal(payment=payment), Tint.GRAVE),
        Key(texts.plain("key-back"), OpenShop()),
    )
    return Screen(texts.html("shop-ask-stop"), (keys,))


def stopped_screen(one: Subscription, texts: Texts) -> Screen:
    """It ends with what is paid."""
    text = texts.html("shop-stopped", name=one.name, until=_date(one.until))
    return Screen(text, ((Key(texts.plain("key-back"), OpenShop()),),))


def ended_note(stopped: SubscriptionStopped, texts: Texts) -> Screen:
    """The same, for somebody who did not ask for it."""
    until = _date(stopped.until)
    return Screen(texts.html("subscription-stopped", name=stopped.name, until=until))


def receipt_screen(paid: PaymentBooked, texts: Texts) -> Screen:
    """Thanks for a payment, with the code to ask about it."""
    credits = texts.plain("credits", n=paid.credits)
    facts: dict[str, str | int] = {
        "credits": credits,
        "stars": paid.stars,
        "charge": paid.charge_id,
    }
    if paid.until is None:
        return Screen(texts.html("paid", **facts))
    return Screen(texts.html("paid-monthly", until=_date(paid.until), **facts))


def returned_screen(returned: PaymentReturned, texts: Texts) -> Screen:
    """Stars went back, and credits with them."""
    credits = texts.plain("credits", n=returned.credits)
    keys = ((Key(texts.plain("key-ledger"), ShowLedger()),),)
    return Screen(texts.html("paid-back", credits=credits, stars=returned.stars), keys)


def refund_failed_screen(failed: RefundFailed, texts: Texts) -> Screen:
    """Telegram does not give Stars back."""
    return Screen(texts.html("refund-failed", charge=failed.charge_id, why=failed.why))


def support_wanted_screen(wanted: SupportWanted, texts: Texts) -> Screen:
    """Somebody's words about their payments, for the admins."""
    text = texts.html("support-wanted", name=wanted.name, words=wanted.words, n=wanted.payments)
    person = wanted.person_id
    keys = (
        Key(texts.plain("key-payments"), ShowPayments(person=person)),
        Key(texts.plain("key-person-letter"), AskLetter(person=person)),
    )
    return Screen(text, (keys,))


def _date(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d}"
