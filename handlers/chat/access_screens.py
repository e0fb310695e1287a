"""Who may come in, as those who run the bot see it: bans, invitations, groups."""

from collections.abc import Sequence
from datetime import datetime

from handlers.chat.buttons import (
    DecideGroup,
    MakeInvite,
    NewInvite,
    OpenSetting,
    RevokeInvite,
    ShowGroups,
    ShowInvite,
    ShowInvites,
)
from handlers.chat.buttons.admin import NO_PLAN
from handlers.chat.door_screens import MOMENT
from handlers.chat.html import Html, lines, shorten
from handlers.chat.screens import Key, Keyboard, Screen, Tint, page_keys, rows
from handlers.chat.texts import Texts
from jobs.groups import Group, GroupPage, GroupState
from jobs.invites import Invite, InvitePage, InviteState
from jobs.outbox import GroupRequest
from jobs.people import AccessPolicy, Ban, Person
from jobs.plans import Plan

USES = (1, 5, 20, 100)
DAYS = (1, 7, 30, 0)  # 0: no end
CREDITS = (0, 50, 100, 500)
TITLE_SHOWN = 40


def access_screen(policy: AccessPolicy, texts: Texts) -> Screen:
    """The page of the panel: who may come in, and the ways to decide it."""
    keys = [
        Key(texts.plain("key-invites"), ShowInvites()),
        Key(texts.plain("key-groups"), ShowGroups()),
        Key(texts.plain("key-access-change"), OpenSetting(name="access")),
    ]
    return Screen(
        texts.html("access-now", policy=texts.plain(f"access-is-{policy}")), rows(keys, 2)
    )


def banned_screen(person: Person, ban: Ban, cancelled: int, texts: Texts) -> Screen:
    """What /ban did."""
    name = person.profile.first_name
    if ban.until is None:
        return Screen(texts.html("admin-banned-for-ever", name=name, jobs=cancelled))
    until = ban.until.strftime(MOMENT)
    return Screen(texts.html("admin-banned-until", name=name, until=until, jobs=cancelled))


# invitations


def invites_screen(page: InvitePage, now: datetime, texts: Texts) -> Screen:
    """Invitations, newest first."""
    told = [_invite_line(invite, now, texts) for invite in page.invites]
    keys = [
        Key(texts.plain("key-invite", number=str(invite.id)), ShowInvite(invite=invite.id))
        for invite in page.invites
    ]
    make = (Key(texts.plain("key-new-invite"), NewInvite()),)
    text = lines([texts.html("invites"), Html(""), *(told or [texts.html("invites-none")])])
    return Screen(text, (*rows(keys, 3), *_turns(page, texts), make))


def _turns(page: InvitePage, texts: Texts) -> Keyboard:
    return page_keys(
        texts,
        ShowInvites(page=page.page - 1) if page.page > 0 else None,
        ShowInvites(page=page.page + 1) if page.more else None,
    )


def _invite_line(invite: Invite, now: datetime, texts: Texts) -> Html:
    terms = invite.terms
    ends = terms.ends_at.strftime(MOMENT) if terms.ends_at else texts.plain("invite-no-end")
    return texts.html(
        "invite-line",
        number=str(invite.id),
        state=texts.plain(f"invite-is-{invite.state(now)}"),
        used=invite.used,
        uses=terms.uses,
        ends=ends,
        credits=texts.plain("credits", n=terms.credits),
        plan=texts.plain("invite-in-plan", plan=invite.plan) if invite.plan else "",
    )


def invite_screen(
    invite: Invite, link: str, guests: Sequence[Person], now: datetime, texts: Texts
) -> Screen:
    """One invitation: its link, and who came by it."""
    names = ", ".join(shorten(guest.profile.first_name, TITLE_SHOWN) for guest in guests)
    is_open = invite.state(now) is InviteState.OPEN
    text = lines(
        [
            _invite_line(invite, now, texts),
            Html(""),
            texts.html("invite-link", link=link) if is_open else None,
            texts.html("invite-guests", names=names) if names else None,
        ]
    )
    revoke = (Key(texts.plain("key-revoke-invite"), RevokeInvite(invite=invite.id)),)
    back = (Key(texts.plain("key-invites"), ShowInvites()),)
    return Screen(text, (revoke, back) if is_open else (back,))


def new_invite_screen(chosen: NewInvite, plans: Sequence[Plan], texts: Texts) -> Screen:
    """A new invitation: how many, how long, how much to begin with, and in which plan."""
    fields = (("uses", USES), ("days", DAYS), ("credits", CREDITS))
    choices = [
        tuple(_choice(chosen, field, value, texts) for value in values) for field, values in fields
    ]
    choices += _plan_choices(chosen, plans, texts)
    make = MakeInvite(**chosen.model_dump())
    back = (Key(texts.plain("key-invites"), ShowInvites()),)
    return Screen(
        texts.html("new-invite"), (*choices, (Key(texts.plain("key-make-invite"), make),), back)
    )


def _choice(chosen: NewInvite, field: str, value: int, texts: Texts) -> Key:
    label = texts.plain(f"invite-choose-{field}", n=value)
    ticked = getattr(chosen, field) == value
    return Key(
        texts.plain("key-chosen", value=label) if ticked else label,
        chosen.model_copy(update={field: value}),
    )


def _plan_choices(chosen: NewInvite, plans: Sequence[Plan], texts: Texts) -> Keyboard:
    """Where there are plans, newcomers may start in one."""
    if not plans:
        return ()
    named = [(NO_PLAN, texts.plain("invite-no-plan")), *((plan.id, plan.name) for plan in plans)]
    keys = [
        Key(
            texts.plain("key-chosen", value=label) if plan_id == chosen.plan else label,
            chosen.model_copy(update={"plan": plan_id}),
        )
        for plan_id, name in named
        for label in [shorten(name, TITLE_SHOWN)]
    ]
    return rows(keys, 3)


# groups


def groups_screen(page: GroupPage, texts: Texts) -> Screen:
    """Groups that asked, those without a decision first, with a key to change each."""
    told = [
        texts.html(
            "group-line",
            number=str(group.id),
            title=shorten(group.title, TITLE_SHOWN),
            state=texts.plain(f"group-is-{group.state}"),
        )
        for group in page.groups
    ]
    text = lines([texts.html("groups"), Html(""), *(told or [texts.html("groups-none")])])
    keys = rows([_group_key(group, texts) for group in page.groups], 1)
    turns = page_keys(
        texts,
        ShowGroups(page=page.page - 1) if page.page > 0 else None,
        ShowGroups(page=page.page + 1) if page.more else None,
    )
    return Screen(text, (*keys, *turns))


def _group_key(group: Group, texts: Texts) -> Key:
    allow = group.state is not GroupState.ALLOWED
    text_id = "key-group-allow" if allow else "key-group-refuse"
    label = texts.plain(text_id, title=shorten(group.title, TITLE_SHOWN))
    return Key(label, DecideGroup(group=group.id, allow=allow))


def group_request_screen(request: GroupRequest, texts: Texts) -> Screen:
    """The bot was added to a group: may it answer there?"""
    text = texts.html("group-request", title=request.title, name=request.by_name)
    keys = (
        Key(texts.plain("key-allow"), DecideGroup(group=request.group_id, allow=True), Tint.MAIN),
        Key(texts.plain("key-refuse"), DecideGroup(group=request.group_id, allow=False)),
    )
    return Screen(text, (keys,))


def group_decided_screen(group: Group, texts: Texts) -> Screen:
    """The request, once it is decided."""
    return Screen(texts.html(f"group-note-{group.state}", title=group.title))
