"""Broadcasts, as those who run the bot make them."""

import asyncio
from collections.abc import Mapping, Sequence

from jobs.broadcasts import Audience, Broadcast, Group
from jobs.ids import BroadcastId, ChatId, MessageId, PersonId
from jobs.ports import Store
from jobs.roles import Right
from jobs.service.guard import Guard


class AdminBroadcasts:
    """Everything about broadcasts."""

    def __init__(self, store: Store, guard: Guard, wake: asyncio.Event) -> None:
        self._store = store
        self._guard = guard
        self._wake = wake

    async def latest(self, by: PersonId, limit: int) -> Sequence[Broadcast]:
        """The newest that were started."""
        await self._guard.require(by, Right.BROADCAST)
        return await self._store.broadcasts.latest(limit)

    async def draft(self, by: PersonId, chat_id: ChatId, message_id: MessageId) -> Broadcast:
        """A broadcast of this message, which nobody gets yet."""
        await self._guard.require(by, Right.BROADCAST)
        return await self._store.broadcasts.draft(by, chat_id, message_id)

    async def counts(
        self, by: PersonId, broadcast_id: BroadcastId, languages: Sequence[str]
    ) -> tuple[Broadcast, Mapping[Audience, int]]:
        """Whom it could be for, and how many they are; groups without anybody are left out."""
        await self._guard.require(by, Right.BROADCAST)
        plans = await self._store.plans.all()
        audiences = [
            Audience(Group.ALL),
            Audience(Group.ACTIVE),
            *(Audience(Group.LANGUAGE, language) for language in languages),
            *(Audience(Group.PLAN, plan.name) for plan in plans),
        ]
        counted = {one: await self._store.broadcasts.count(one) for one in audiences}
        broadcast = await self._store.broadcasts.get(broadcast_id)
        return broadcast, {one: number for one, number in counted.items() if number}

    async def count(
        self, by: PersonId, broadcast_id: BroadcastId, audience: Audience
    ) -> tuple[Broadcast, int]:
        """The broadcast, and how many people would get it now."""
        await self._guard.require(by, Right.BROADCAST)
        people = await self._store.broadcasts.count(audience)
        return await self._store.broadcasts.get(broadcast_id), people

    async def start(
        self,
        by: PersonId,
        broadcast_id: BroadcastId,
        audience: Audience,
        *,
        progress: MessageId,
    ) -> Broadcast:
        """It goes out. Raises NoSuchBroadcast, TooLate where it has gone out already."""
        await self._guard.require(by, Right.BROADCAST)
        started = await self._store.broadcasts.start(broadcast_id, audience, progress, by=by)
        self._wake.set()
        return started

    async def stop(self, by: PersonId, broadcast_id: BroadcastId) -> Broadcast:
        """Nobody else gets it."""
        await self._guard.require(by, Right.BROADCAST)
        return await self._store.broadcasts.stop(broadcast_id, by=by)
