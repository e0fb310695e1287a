"""What is offered in tests that need any offer: useapi.net's."""

from bot.providers.useapi.capabilities import OFFER
from jobs.capabilities import Options

__all__ = ["OFFER", "START"]

START: Options = OFFER.start
