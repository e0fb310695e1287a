"""Broadcasts, as those who run the bot make them."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace

from jobs.admin.broadcasts import Audience, Broadcast, BroadcastState, Group
from jobs.errors import NoSuchBroadcast, NoSuchPlan
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
        """Whom it could be for, and how many they are; groups without anybody are left out.

        `languages` are all that the bot speaks, first the one for those who speak none of them.
        """
        await self._guard.require(by, Right.BROADCAST)
        plans = await self._store.plans.all()
        audiences = [
            Audience(Group.ALL),
            Audience(Group.ACTIVE),
            *(Audience(Group.LANGUAGE, one, spoken=tuple(languages)) for one in languages),
            *(Audience(Group.PLAN, plan.name, plan.id) for plan in plans),
        ]
        counted = {one: await self._store.broadcasts.count(one) for one in audiences}
        broadcast = await self._store.broadcasts.get(broadcast_id)
        return broadcast, {one: number for one, number in counted.items() if number}

    async def count(
        self, by: PersonId, broadcast_id: BroadcastId, audience: Audience
    ) -> tuple[Broadcast, Audience, int]:
        """The broadcast, the audience by its name, and how many people would get it now.

        Raises NoSuchBroadcast, NoSuchPlan.
        """
        await self._guard.require(by, Right.BROADCAST)
        named = await self._named(audience)
        people = await self._store.broadcasts.count(named)
        return await self._store.broadcasts.get(broadcast_id), named, people

    async def start(
        self,
        by: PersonId,
        broadcast_id: BroadcastId,
        audience: Audience,
        *,
        progress: MessageId,
    ) -> Broadcast:
        """It goes out. Raises NoSuchBroadcast, NoSuchPlan, TooLate where it has gone out already."""
        await self._guard.require(by, Right.BROADCAST)
        named = await self._named(audience)
        started = await self._store.broadcasts.start(broadcast_id, named, progress, by=by)
        self._wake.set()
        return started

    async def _named(self, audience: Audience) -> Audience:
        """A plan by the name that it has now: that is what the log and the progress say."""
        if audience.group is not Group.PLAN:
            return audience
        if audience.plan_id is None:
            raise NoSuchPlan
        return replace(audience, value=(await self._store.plans.get(audience.plan_id)).name)

    async def stop(self, by: PersonId, broadcast_id: BroadcastId) -> Broadcast:
        """Nobody else gets it. Raises NoSuchBroadcast, also where it was never started."""
        await self._guard.require(by, Right.BROADCAST)
        stopped = await self._store.broadcasts.stop(broadcast_id, by=by)
        if stopped.state is BroadcastState.DRAFT:
            raise NoSuchBroadcast
        return stopped
