"""The numbers, as the store counts them."""

from typing import Protocol

from jobs.admin.numbers import Numbers


class Counts(Protocol):
    """What has happened lately."""

    async def of_days(self, days: int) -> Numbers:
        """Today and the days before it, so many in all, by the bot's own calendar."""
