"""Who may come in, in the panel and by command: newcomers, bans, invitations, groups."""

import re
from datetime import timedelta

from telegram import Update

from handlers.admin.words import arguments, named_numbers, person_meant, stretch, whole
from handlers.chat.access_screens import (
    access_screen,
    banned_screen,
    group_decided_screen,
    groups_screen,
    invite_screen,
    invites_screen,
    new_invite_screen,
)
from handlers.chat.admin_screens import decided_before_screen, decided_screen
from handlers.chat.buttons import (
    Decide,
    DecideGroup,
    MakeInvite,
    NewInvite,
    RevokeInvite,
    ShowGroups,
    ShowInvite,
    ShowInvites,
)
from handlers.chat.buttons.admin import NO_PLAN
from handlers.chat.panel_screens import with_way_back
from handlers.chat.person_screens import with_person
from handlers.chat.screens import Screen
from handlers.turn import Desk, Press, Turn
from jobs.errors import NoSuchPlan
from jobs.ids import ChatId, InviteId, PersonId, PlanId
from jobs.invites import MOST_USES
from jobs.people import Person
from jobs.ports import Clock

PAGE = "access"
FOR_EVER = "forever"
LONGEST_DAYS = 3650
MOST_CREDITS = 1_000_000
DECISIONS = {"allow": True, "refuse": False}
_GROUP = re.compile(r"-\d{1,16}")


class AccessDesk:
    """The handlers around coming in."""

    def __init__(self, desk: Desk, clock: Clock) -> None:
        self._desk = desk
        self._access = desk.service.admin.access
        self._clock = clock

    async def page(self, turn: Turn) -> Screen:
        """The page in the panel."""
        return access_screen(await self._desk.service.door.policy(), turn.texts)

    async def decide(self, press: Press, button: Decide) -> None:
        """*Allow* or *Refuse* under a newcomer's request, which another admin may have answered."""
        person, news = await self._access.answer(press.person_id, button.person, allow=button.allow)
        if news:
            await press.show(decided_screen(person, press.texts, allowed=button.allow))
        else:
            screen = decided_before_screen(person, press.texts)
            await press.show(with_person(screen, person, press.texts))

    async def allow(self, update: Update, turn: Turn) -> None:
        """/allow @name"""
        await self._decide_as_typed(update, turn, allow=True)

    async def refuse(self, update: Update, turn: Turn) -> None:
        """/refuse @name"""
        await self._decide_as_typed(update, turn, allow=False)

    async def _decide_as_typed(self, update: Update, turn: Turn, *, allow: bool) -> None:
        who = next(iter(arguments(update)), "")
        if not who:
            await self._desk.tell(turn, "admin-allow-usage")
            return
        found = await person_meant(self._desk, turn, who)
        if found is None:
            return
        person, _ = await self._access.decide(turn.person.id, found.id, allow=allow)
        if person.role:
            await self._desk.tell(turn, "admin-has-a-role")
        else:
            await self._desk.say(turn, decided_screen(person, turn.texts, allowed=allow))

    # bans

    async def ban(self, update: Update, turn: Turn) -> None:
        """/ban @name 7d a reason"""
        who, how_long, *reason = (*arguments(update), "", "")
        lasts = stretch(how_long)
        if lasts is None and how_long != FOR_EVER:
            await self._desk.tell(turn, "admin-ban-usage")
            return
        person = await person_meant(self._desk, turn, who)
        if person:
            await self._desk.say(
                turn, await self.keep_out(turn, person, " ".join(reason).strip(), lasts)
            )

    async def keep_out(
        self, turn: Turn, person: Person, reason: str, lasts: timedelta | None
    ) -> Screen:
        """Ban somebody; what they had waiting is taken back, and its messages say so when they are told."""
        person, cancelled = await self._access.ban(turn.person.id, person.id, reason, lasts)
        assert person.ban
        return banned_screen(person, person.ban, len(cancelled), turn.texts)

    async def unban(self, update: Update, turn: Turn) -> None:
        """/unban @name"""
        who = next(iter(arguments(update)), "")
        if not who:
            await self._desk.tell(turn, "admin-unban-usage")
            return
        person = await person_meant(self._desk, turn, who)
        if person:
            await self._desk.say(turn, await self.let_back(turn, person.id))

    async def let_back(self, turn: Turn, person_id: PersonId) -> Screen:
        """End somebody's ban."""
        person, held = await self._access.unban(turn.person.id, person_id)
        text_id = "admin-unbanned" if held else "admin-not-banned"
        return Screen(turn.texts.html(text_id, name=person.profile.first_name))

    # invitations

    async def invite(self, update: Update, turn: Turn) -> None:
        """/invite uses=10 days=7 credits=50 plan=gold; /invite revoke 3; alone: the list."""
        words = arguments(update)
        match words:
            case []:
                await self._desk.say(turn, await self._invites(turn, 0))
            case ["revoke", number] if whole(number.removeprefix("#")):
                invite_id = InviteId(int(number.removeprefix("#")))
                await self._access.revoke(turn.person.id, invite_id)
                await self._desk.say(turn, await self._one(turn, invite_id))
            case _:
                await self._make_as_typed(turn, words)

    async def _make_as_typed(self, turn: Turn, words: list[str]) -> None:
        plan = next((word for word in words if word.startswith("plan=")), "")
        numbers = [word for word in words if word not in ("new", plan)]
        wish = named_numbers(numbers, ("uses", "days", "credits"))
        chosen = NewInvite.model_validate(wish) if wish is not None else None
        if chosen is None or not _sensible(chosen):
            await self._desk.tell(turn, "admin-invite-usage")
            return
        if plan:
            chosen = chosen.model_copy(update={"plan": await self._plan(turn, plan)})
        await self._desk.say(turn, await self._made(turn, chosen))

    async def _plan(self, turn: Turn, word: str) -> PlanId:
        """Raises NoSuchPlan."""
        name = word.removeprefix("plan=").casefold()
        for plan in await self._access.plans(turn.person.id):
            if plan.name.casefold() == name:
                return plan.id
        raise NoSuchPlan

    async def invites(self, press: Press, button: ShowInvites) -> None:
        """A page of invitations."""
        screen = await self._invites(press.turn, button.page)
        await press.show(with_way_back(screen, press.texts, PAGE))

    async def _invites(self, turn: Turn, number: int) -> Screen:
        page = await self._access.invites(turn.person.id, number)
        return invites_screen(page, self._clock.now(), turn.texts)

    async def show_invite(self, press: Press, button: ShowInvite) -> None:
        """One of them."""
        await press.show(await self._one(press.turn, button.invite))

    async def _one(self, turn: Turn, invite_id: InviteId) -> Screen:
        invite, guests = await self._access.look_at_invite(turn.person.id, invite_id)
        link = self._desk.link(invite.payload)
        return invite_screen(invite, link, guests, self._clock.now(), turn.texts)

    async def new_invite(self, press: Press, button: NewInvite) -> None:
        """A new one, being chosen."""
        plans = await self._access.plans(press.person_id)
        await press.show(new_invite_screen(button, plans, press.texts))

    async def make_invite(self, press: Press, button: MakeInvite) -> None:
        """Make it, and show its link."""
        chosen = NewInvite(**button.model_dump())
        if not _sensible(chosen):
            await press.answer("error-stale", alert=True)
            return
        await press.show(await self._made(press.turn, chosen))

    async def _made(self, turn: Turn, chosen: NewInvite) -> Screen:
        invite = await self._access.invite(
            turn.person.id,
            uses=chosen.uses,
            lasts=timedelta(days=chosen.days) if chosen.days else None,
            credits=chosen.credits,
            plan_id=None if chosen.plan == NO_PLAN else chosen.plan,
        )
        return await self._one(turn, invite.id)

    async def revoke(self, press: Press, button: RevokeInvite) -> None:
        """It lets nobody in any more."""
        await self._access.revoke(press.person_id, button.invite)
        await press.show(await self._one(press.turn, button.invite))

    # groups

    async def group(self, update: Update, turn: Turn) -> None:
        """/group -1001234 allow; /group -1001234 refuse; alone: those that asked."""
        match arguments(update):
            case [number, word] if word in DECISIONS and _GROUP.fullmatch(number):
                group = await self._access.decide_group(
                    turn.person.id, ChatId(int(number)), allow=DECISIONS[word]
                )
                await self._desk.say(turn, group_decided_screen(group, turn.texts))
            case []:
                page = await self._access.groups(turn.person.id, 0)
                await self._desk.say(turn, groups_screen(page, turn.texts))
            case _:
                await self._desk.tell(turn, "admin-group-usage")

    async def groups(self, press: Press, button: ShowGroups) -> None:
        """A page of the groups that asked for the bot."""
        page = await self._access.groups(press.person_id, button.page)
        screen = groups_screen(page, press.texts)
        await press.show(with_way_back(screen, press.texts, PAGE))

    async def decide_group(self, press: Press, button: DecideGroup) -> None:
        """*Allow* or *Refuse* for a group."""
        group = await self._access.decide_group(press.person_id, button.group, allow=button.allow)
        await press.show(group_decided_screen(group, press.texts))


def _sensible(chosen: NewInvite) -> bool:
    """Also for buttons that nobody was shown."""
    return (
        1 <= chosen.uses <= MOST_USES
        and 0 <= chosen.days <= LONGEST_DAYS
        and 0 <= chosen.credits <= MOST_CREDITS
    )
