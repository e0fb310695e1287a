"""Messages owed, as the store keeps them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from jobs.ids import Place
from jobs.outbox import Message, Owed, Receipt


class Outbox(Protocol):
    """Messages owed."""

    async def owe(self, key: str, place: Place, message: Message) -> None:
        """Owe a message once per key."""

    async def owe_admins(self, key: str, message: Message) -> None:
        """Owe a message to every owner and admin, once per key."""

    async def claim(self, limit: int) -> Sequence[Owed]:
        """Messages that are due, oldest first, one per chat, now under our lease."""

    async def sent(self, owed: Owed, receipt: Receipt | None) -> None:
        """It is in the chat; None: something there was edited. A result also moves its job to `delivered`, a status is remembered by its job."""

    async def postpone(self, owed: Owed, until: datetime, *, counts: bool) -> None:
        """It was not sent; try again then. `counts=False` takes the attempt back."""

    async def unreachable(self, owed: Owed) -> None:
        """The chat is closed to us: a result moves its job to `undeliverable`."""

    async def give_up(self, owed: Owed) -> None:
        """It failed too often: like `unreachable`, but the person is not taken for gone."""
