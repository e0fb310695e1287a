"""What is offered in tests that need any offer: useapi.net's."""

from bot.providers.useapi.capabilities import OFFER
from jobs.capabilities import Options

__all__ = ["EVERYTHING", "OFFER", "START"]

START: Options = OFFER.start
EVERYTHING = OFFER.tuned(hidden=(), shown=OFFER.unproven)
"""With what is off until somebody switches it on."""
