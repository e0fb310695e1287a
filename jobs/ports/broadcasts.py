"""Broadcasts, as the store keeps them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from jobs.admin.broadcasts import Audience, Broadcast, Posting, PostingEnd
from jobs.ids import BroadcastId, ChatId, MessageId, PersonId


class Broadcasts(Protocol):
    """One message for many, and who has got it."""

    async def draft(self, by: PersonId, chat_id: ChatId, message_id: MessageId) -> Broadcast:
        """A broadcast of this message, not yet confirmed."""

    async def get(self, broadcast_id: BroadcastId) -> Broadcast:
        """Raises NoSuchBroadcast."""

    async def latest(self, limit: int) -> Sequence[Broadcast]:
        """The newest that were started."""

    async def count(self, audience: Audience) -> int:
        """How many people that would reach now."""

    async def start(
        self,
        broadcast_id: BroadcastId,
        audience: Audience,
        progress: MessageId,
        *,
        by: PersonId,
    ) -> Broadcast:
        """Choose the people and begin; `progress` is the message that tells how it goes.

        Raises NoSuchBroadcast, TooLate where it was started before.
        """

    async def stop(self, broadcast_id: BroadcastId, *, by: PersonId) -> Broadcast:
        """Nobody else gets it. Raises NoSuchBroadcast."""

    async def claim(self) -> Posting | None:
        """The next copy, now under our lease; that of a process that died comes first, once more."""

    async def ended(self, posting: Posting, end: PostingEnd) -> Broadcast:
        """One copy is settled; the last one ends the broadcast."""

    async def postpone(self, posting: Posting, until: datetime) -> None:
        """It was not sent: once more, not before then."""
