"""Who may come in, as those who run the bot decide it: newcomers, bans, invitations, groups."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

from jobs.groups import Group, GroupPage
from jobs.ids import Actor, ChatId, InviteId, PersonId, PlanId
from jobs.invites import Invite, InvitePage, Terms
from jobs.lifecycle import Job
from jobs.paging import turn_to
from jobs.people import Access, Person
from jobs.plans import Plan
from jobs.ports import Clock, Store
from jobs.roles import Right
from jobs.service.guard import Guard

INVITES_PER_PAGE = 6
GROUPS_PER_PAGE = 10
GUESTS_SHOWN = 20


class AdminAccess:
    """Everything about coming in."""

    def __init__(self, store: Store, guard: Guard, clock: Clock, wake: asyncio.Event) -> None:
        self._store = store
        self._guard = guard
        self._clock = clock
        self._wake = wake

    async def decide(self, by: Actor, person_id: PersonId, *, allow: bool) -> tuple[Person, bool]:
        """Let somebody in or refuse them; returns the person and whether that was news."""
        await self._guard.require(by, Right.PEOPLE)
        access = Access.ALLOWED if allow else Access.REFUSED
        news = await self._store.people.decide_access(person_id, access, by=by)
        self._wake.set()
        return await self._store.people.get(person_id), news

    async def answer(self, by: Actor, person_id: PersonId, *, allow: bool) -> tuple[Person, bool]:
        """The same for a request to come in, which may be an old one: what was decided since stands."""
        await self._guard.require(by, Right.PEOPLE)
        access = Access.ALLOWED if allow else Access.REFUSED
        news = await self._store.people.decide_access(person_id, access, by=by, only_undecided=True)
        self._wake.set()
        return await self._store.people.get(person_id), news

    # bans

    async def ban(
        self, by: Actor, person_id: PersonId, reason: str, lasts: timedelta | None
    ) -> tuple[Person, Sequence[Job]]:
        """Keep somebody out, so long or (None) for ever; returns them and their jobs that were cancelled.

        Raises NoSuchPerson, HasARole.
        """
        await self._guard.require(by, Right.PEOPLE)
        until = None if lasts is None else self._clock.now() + lasts
        cancelled = await self._store.bans.ban(person_id, reason, until, by=by)
        self._wake.set()
        return await self._store.people.get(person_id), cancelled

    async def unban(self, by: Actor, person_id: PersonId) -> tuple[Person, bool]:
        """Let somebody in again; returns them, and whether they were banned. Raises NoSuchPerson."""
        await self._guard.require(by, Right.PEOPLE)
        held = await self._store.bans.unban(person_id, by=by)
        self._wake.set()
        return await self._store.people.get(person_id), held

    # invitations

    async def invite(
        self,
        by: PersonId,
        *,
        uses: int,
        lasts: timedelta | None,
        credits: int,
        plan_id: PlanId | None = None,
    ) -> Invite:
        """A new link that lets so many people in, for so long or (None) for ever. Raises NoSuchPlan."""
        await self._guard.require(by, Right.PEOPLE)
        if plan_id is not None:
            await self._store.plans.get(plan_id)
        ends_at = None if lasts is None else self._clock.now() + lasts
        return await self._store.invites.make(Terms(uses, ends_at, credits, plan_id), by=by)

    async def plans(self, by: Actor) -> Sequence[Plan]:
        """The plans that an invitation may bring."""
        await self._guard.require(by, Right.PEOPLE)
        return await self._store.plans.all()

    async def invites(self, by: Actor, page: int) -> InvitePage:
        """A page of invitations, newest first."""
        await self._guard.require(by, Right.PEOPLE)
        invites = self._store.invites
        leaf = await turn_to(
            page,
            INVITES_PER_PAGE,
            lambda offset, limit: invites.page(offset=offset, limit=limit),
        )
        return InvitePage(leaf.page, leaf.rows, leaf.more)

    async def look_at_invite(
        self, by: Actor, invite_id: InviteId
    ) -> tuple[Invite, Sequence[Person]]:
        """One invitation, and who came by it last. Raises NoSuchInvite."""
        await self._guard.require(by, Right.PEOPLE)
        guests = await self._store.invites.guests(invite_id, GUESTS_SHOWN)
        return await self._store.invites.get(invite_id), guests

    async def revoke(self, by: PersonId, invite_id: InviteId) -> Invite:
        """It lets nobody in from now on. Raises NoSuchInvite."""
        await self._guard.require(by, Right.PEOPLE)
        return await self._store.invites.revoke(invite_id, by=by)

    # groups

    async def groups(self, by: Actor, page: int) -> GroupPage:
        """A page of the groups that asked, those without a decision first."""
        await self._guard.require(by, Right.PEOPLE)
        groups = self._store.groups
        leaf = await turn_to(
            page, GROUPS_PER_PAGE, lambda offset, limit: groups.page(offset=offset, limit=limit)
        )
        return GroupPage(leaf.page, leaf.rows, leaf.more)

    async def decide_group(self, by: PersonId, group_id: ChatId, *, allow: bool) -> Group:
        """Whether the bot answers in a group. Raises NoSuchGroup."""
        await self._guard.require(by, Right.PEOPLE)
        group = await self._store.groups.decide(group_id, allow=allow, by=by)
        self._wake.set()
        return group
