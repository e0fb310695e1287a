"""A cashier for tests that sell nothing."""

from collections.abc import Sequence

from jobs.ids import ChargeId, PersonId
from jobs.payments import Transaction
from jobs.ports import CashierAway


class NoCashier:
    """Implements `jobs.ports.Cashier`: nobody is there."""

    async def refund(self, person_id: PersonId, charge_id: ChargeId) -> None:
        raise CashierAway

    async def stop_renewal(self, person_id: PersonId, charge_id: ChargeId) -> None:
        raise CashierAway

    async def transactions(self, offset: int, limit: int) -> Sequence[Transaction]:
        raise CashierAway
