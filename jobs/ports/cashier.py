"""Telegram's side of payments in Stars."""

from collections.abc import Sequence
from typing import Protocol

from jobs.ids import ChargeId, PersonId
from jobs.payments import Transaction


class CashierAway(Exception):
    """Telegram could not be asked now, or its answer was lost: asking again does no harm."""


class CashierRefused(Exception):
    """Telegram will not, and said why in a word of its own."""


class Cashier(Protocol):
    """Every method raises CashierAway, CashierRefused."""

    async def refund(self, person_id: PersonId, charge_id: ChargeId) -> None:
        """Give the Stars of a payment back. Also where that was done before."""

    async def stop_renewal(self, person_id: PersonId, charge_id: ChargeId) -> None:
        """The subscription of this payment ends with what is paid."""

    async def transactions(self, offset: int, limit: int) -> Sequence[Transaction]:
        """Lines of the bot's account, oldest first, after the first `offset` ones. `limit`: up to 100."""
