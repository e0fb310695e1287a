"""Sentences for what credits, plans and payments do not allow."""

from datetime import datetime

from handlers.chat.durations import duration_in_words
from handlers.chat.texts import Texts
from jobs import errors


def credit_sentence(error: errors.CoreError, texts: Texts, now: datetime) -> str | None:
    """What the person is told; None where the error is about something else."""
    match error:
        case errors.NotEnoughCredits(price, left, renews_at):
            when = duration_in_words(renews_at, now, texts)
            credits = texts.plain("credits", n=price)
            return texts.plain("error-not-enough", price=credits, left=left, when=when)
        case errors.NotInPlan(feature, value):
            return texts.plain(f"error-not-in-plan-{feature}", value=value)
        case _:
            return None
