"""Broadcasts, as those who run the bot make them."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from jobs.admin.broadcasts import Audience, Broadcast, BroadcastState, Group
from jobs.errors import NoSuchBroadcast, NoSuchPlan, NotAimed, NothingDrafted
from jobs.ids import BroadcastId, ChatId, MessageId, PersonId
from jobs.ports import Clock, Store
from jobs.roles import Right
from jobs.service.guard import Guard

DRAFTS_MEANT = timedelta(
    days=1
)  # what was drafted before is not meant by a command without a number


class AdminBroadcasts:
    """Everything about broadcasts."""

    def __init__(self, store: Store, guard: Guard, clock: Clock, wake: asyncio.Event) -> None:
        self._store = store
        self._guard = guard
        self._clock = clock
        self._wake = wake

    async def latest(self, by: PersonId, limit: int) -> Sequence[Broadcast]:
        """The newest that were started."""
        await self._guard.require(by, Right.BROADCAST)
        return await self._store.broadcasts.latest(limit)

    async def note_part(
        self, by: PersonId, chat_id: ChatId, album: str, message_id: MessageId
    ) -> None:
        """A message of an album came from somebody who may send it to many. Telegram tells that once only."""
        await self._guard.require(by, Right.BROADCAST)
        await self._store.albums.note(chat_id, album, message_id)

    async def parts(self, by: PersonId, chat_id: ChatId, album: str) -> Sequence[MessageId]:
        """The messages of an album; none where it is too old."""
        await self._guard.require(by, Right.BROADCAST)
        return await self._store.albums.parts(chat_id, album)

    async def draft(
        self, by: PersonId, chat_id: ChatId, message_ids: Sequence[MessageId]
    ) -> Broadcast:
        """A broadcast of this message, or of these of an album, which nobody gets yet."""
        await self._guard.require(by, Right.BROADCAST)
        return await self._store.broadcasts.draft(by, chat_id, message_ids)

    async def newest_draft(self, by: PersonId) -> Broadcast:
        """What a command is about that names none. Raises NothingDrafted."""
        await self._guard.require(by, Right.BROADCAST)
        since = self._clock.now() - DRAFTS_MEANT
        draft = await self._store.broadcasts.newest_draft(by, since)
        if draft is None:
            raise NothingDrafted
        return draft

    async def drop(self, by: PersonId, broadcast_id: BroadcastId) -> None:
        """A draft is not sent at all. Raises TooLate where it was."""
        await self._guard.require(by, Right.BROADCAST)
        await self._store.broadcasts.drop(broadcast_id)

    async def counts(
        self, by: PersonId, broadcast_id: BroadcastId, languages: Sequence[str]
    ) -> tuple[Broadcast, Mapping[Audience, int]]:
        """Whom it could be for, and how many they are; groups without anybody are left out.

        `languages` are all that the bot speaks, first the one for those who speak none of them.
        """
        await self._guard.require(by, Right.BROADCAST)
        audiences = await self._audiences(languages)
        counted = {one: await self._store.broadcasts.count(one) for one in audiences}
        broadcast = await self._store.broadcasts.get(broadcast_id)
        return broadcast, {one: number for one, number in counted.items() if number}

    async def meant(self, by: PersonId, words: str, languages: Sequence[str]) -> Audience | None:
        """Whom typed words mean: all, active, the code of a language, the name of a plan."""
        await self._guard.require(by, Right.BROADCAST)
        for audience in await self._audiences(languages):
            name = audience.value or audience.group
            if words.casefold() in (name.casefold(), f"{audience.group} {name}".casefold()):
                return audience
        return None

    async def _audiences(self, languages: Sequence[str]) -> Sequence[Audience]:
        plans = await self._store.plans.all()
        return [
            Audience(Group.ALL),
            Audience(Group.ACTIVE),
            *(Audience(Group.LANGUAGE, one, spoken=tuple(languages)) for one in languages),
            *(Audience(Group.PLAN, plan.name, plan.id) for plan in plans),
        ]

    async def aim(
        self, by: PersonId, broadcast_id: BroadcastId, audience: Audience
    ) -> tuple[Broadcast, Audience, int]:
        """It is for these. Returns the draft, the audience by its name, and how many would get it now.

        Raises NoSuchBroadcast, NoSuchPlan, TooLate where it has gone out already.
        """
        await self._guard.require(by, Right.BROADCAST)
        named = await self._named(audience)
        people = await self._store.broadcasts.count(named)
        return await self._store.broadcasts.aim(broadcast_id, named), named, people

    async def aimed_at(
        self, by: PersonId, draft: Broadcast, languages: Sequence[str]
    ) -> tuple[Audience, int]:
        """Whom a draft is for, as was said, and how many they are. Raises NotAimed, NoSuchPlan."""
        await self._guard.require(by, Right.BROADCAST)
        if not draft.aimed:
            raise NotAimed
        name = f"{draft.audience.group} {draft.audience.value}".strip()
        audience = await self.meant(by, name, languages)
        if audience is None:
            raise NoSuchPlan
        return audience, await self._store.broadcasts.count(audience)

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
