"""What is bought with Stars: the shop, receipts, refunds."""

from handlers.chat.screens import Screen
from handlers.chat.texts import Texts
from jobs.outbox import PaymentBooked, PaymentReturned, RefundFailed


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
    return Screen(texts.html("paid-monthly", until=f"{paid.until:%Y-%m-%d}", **facts))


def returned_screen(returned: PaymentReturned, texts: Texts) -> Screen:
    """Stars went back, and credits with them."""
    credits = texts.plain("credits", n=returned.credits)
    return Screen(texts.html("paid-back", credits=credits, stars=returned.stars))


def refund_failed_screen(failed: RefundFailed, texts: Texts) -> Screen:
    """Telegram does not give Stars back."""
    return Screen(texts.html("refund-failed", charge=failed.charge_id, why=failed.why))
