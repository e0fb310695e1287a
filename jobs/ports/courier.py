"""Who brings messages to Telegram."""

from datetime import datetime
from typing import Protocol

from jobs.admin.broadcasts import Broadcast, Posting
from jobs.outbox import Owed, Receipt
from jobs.ports.jobs import JobView


class NotDelivered(Exception):
    """Certainly not sent; try again after `seconds`. `counts`: whether this was the message's fault."""

    def __init__(self, seconds: float, *, counts: bool = True) -> None:
        super().__init__(f"try again in {seconds} s")
        self.seconds = seconds
        self.counts = counts


class DeliveryUnknown(Exception):
    """Telegram's answer was lost: the message may be in the chat."""


class Unreachable(Exception):
    """The chat is closed to us for good: blocked, deleted, left."""


class Courier(Protocol):
    """Brings messages to Telegram."""

    async def deliver(self, owed: Owed) -> Receipt | None:
        """None: nothing new is in the chat. Raises NotDelivered, DeliveryUnknown, Unreachable."""

    async def copy(self, posting: Posting) -> None:
        """Bring one copy of a broadcast. Raises NotDelivered, DeliveryUnknown, Unreachable."""

    async def tell_progress(self, broadcast: Broadcast) -> None:
        """Tell its sender how a broadcast goes; it may be left out while it runs, and never raises."""

    async def refresh(self, view: JobView, now: datetime) -> None:
        """Bring a living job's status message up to date; it may be skipped, and never raises."""
