"""Broadcasts, as the store keeps them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from jobs.admin.broadcasts import Audience, Broadcast, Posting, PostingEnd
from jobs.ids import BroadcastId, ChatId, MessageId, PersonId


class Albums(Protocol):
    """Messages that came as one album, each by itself."""

    async def note(self, chat_id: ChatId, album: str, message_id: MessageId) -> None:
        """The message belongs to it."""

    async def parts(self, chat_id: ChatId, album: str) -> Sequence[MessageId]:
        """All that were noted in the last month, in their order."""


class Broadcasts(Protocol):
    """One message for many, or one album, and who has got it."""

    async def draft(
        self, by: PersonId, chat_id: ChatId, message_ids: Sequence[MessageId]
    ) -> Broadcast:
        """A broadcast of this message, or of this album, not yet confirmed."""

    async def newest_draft(self, by: PersonId, since: datetime) -> Broadcast | None:
        """What this person has drafted or aimed last, if that was not before then."""

    async def aim(self, broadcast_id: BroadcastId, audience: Audience) -> Broadcast:
        """Whom a draft is for. Raises NoSuchBroadcast, TooLate where it was started."""

    async def drop(self, broadcast_id: BroadcastId) -> None:
        """A draft goes, if it is there. Raises TooLate where it was started."""

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
