"""One person's page in the panel, and the questions behind its keys."""

from collections.abc import Sequence
from datetime import datetime

from handlers.chat.admin_screens import handle
from handlers.chat.buttons import (
    AskBan,
    AskGrant,
    AskLetter,
    BanNow,
    Button,
    GivePlan,
    GiveRole,
    LetIn,
    LiftBan,
    LiftPause,
    OpenBan,
    OpenLimits,
    OpenPage,
    OpenPlans,
    OpenRoles,
    ShowLog,
    ShowPayments,
    ShowPerson,
    ShowVideosOf,
)
from handlers.chat.buttons.admin import NO_PLAN
from handlers.chat.door_screens import MOMENT, banned_text
from handlers.chat.html import Html, lines, shorten
from handlers.chat.job_names import job_name
from handlers.chat.job_screens import ICONS
from handlers.chat.screens import Key, Keyboard, Screen, page_keys, rows
from handlers.chat.texts import Texts
from jobs.admin.directory import JobCounts, PersonView
from jobs.invites import FRIEND_LINK, INVITE_LINK
from jobs.people import Access, Person
from jobs.plans import Plan
from jobs.roles import Role, may
from jobs.service import JobPage

BAN_HOURS = (24, 24 * 7, 24 * 30, 0)  # 0: for ever
APPOINTABLE = (Role.ADMIN, Role.SUPPORT)


def person_screen(view: PersonView, viewer: Role | None, now: datetime, texts: Texts) -> Screen:
    """Everything about a person, with the keys that the viewer's role has."""
    balance = view.balance
    credits = texts.html(
        "person-credits",
        left=texts.plain("credits", n=balance.left),
        today=balance.used_today,
        daily=balance.limits.daily_credits,
        month=balance.used_this_month,
        monthly=balance.limits.monthly_credits,
        extra=balance.extra,
        jobs=balance.limits.running_jobs,
    )
    owed = texts.plain("credits", n=balance.debt)
    debt = texts.html("person-debt", credits=owed) if balance.debt else None
    text = lines([*_who(view, now, texts), Html(""), credits, debt, _videos(view.jobs, texts)])
    return Screen(text, _keys(view, viewer, now, texts))


def _videos(counts: JobCounts, texts: Texts) -> Html:
    if counts.total == 0:
        return texts.html("person-no-videos-yet")
    return texts.html(
        "person-videos",
        total=counts.total,
        done=counts.done,
        failed=counts.failed,
        open=counts.open,
    )


def _who(view: PersonView, now: datetime, texts: Texts) -> list[Html | None]:
    person, profile = view.person, view.person.profile
    username = f" · @{profile.username}" if profile.username else ""
    return [
        texts.html("person", name=profile.full_name, username=username, number=str(person.id)),
        texts.html(
            "person-since",
            since=view.met_at.strftime("%d %b %Y"),
            seen=view.seen_at.strftime(MOMENT),
            language=profile.language or "–",
        ),
        _standing(person, now, texts),
        texts.html(f"came-by-{_way(view.came_by)}") if view.came_by else None,
        texts.html("person-plan", plan=view.plan) if view.plan else None,
        texts.html("person-strikes", n=view.strikes.counting) if view.strikes.counting else None,
        _pause(view, texts),
        None if person.reachable else texts.html("person-away"),
    ]


def _standing(person: Person, now: datetime, texts: Texts) -> Html:
    if person.ban and person.is_banned(now):
        return texts.html(
            "person-banned", what=banned_text(person.ban.reason, person.ban.until, texts)
        )
    if person.role:
        return texts.html("person-role", role=texts.plain(f"role-{person.role}"))
    return texts.html(f"person-{person.access}")


def _pause(view: PersonView, texts: Texts) -> Html | None:
    until = view.strikes.paused_until
    return texts.html("person-paused", until=until.strftime(MOMENT)) if until else None


def _way(came_by: str) -> str:
    return {INVITE_LINK: "invite", FRIEND_LINK: "friend"}.get(came_by[:4], "link")


def _keys(view: PersonView, viewer: Role | None, now: datetime, texts: Texts) -> Keyboard:
    person = view.person
    lift: list[tuple[str, Button]] = [("key-person-unpause", LiftPause(person=person.id))]
    offered: list[tuple[str, Button]] = [
        *_door_keys(person, now),
        *(lift if view.strikes.paused_until else []),
        ("key-person-credits", AskGrant(person=person.id)),
        ("key-person-limits", OpenLimits(person=person.id)),
        ("key-person-plan", OpenPlans(person=person.id)),
        ("key-payments", ShowPayments(person=person.id)),
        ("key-person-letter", AskLetter(person=person.id)),
        ("key-person-videos", ShowVideosOf(person=person.id)),
        ("key-person-role", OpenRoles(person=person.id)),
        ("key-person-log", ShowLog(person=person.id)),
    ]
    allowed = [
        Key(texts.plain(label), button)
        for label, button in offered
        if button.right and may(viewer, button.right)
    ]
    back = Key(
        texts.plain("key-back-to", page=texts.plain("panel-people")), OpenPage(name="people")
    )
    return (*rows(allowed, 2), (back,))


def _door_keys(person: Person, now: datetime) -> list[tuple[str, Button]]:
    if person.role:
        return []
    if person.is_banned(now):
        return [("key-person-unban", LiftBan(person=person.id))]
    decide: list[tuple[str, Button]] = []
    if person.access is not Access.ALLOWED:
        decide = [("key-allow", LetIn(person=person.id, allow=True))]
    if person.access is not Access.REFUSED:
        decide.append(("key-refuse", LetIn(person=person.id, allow=False)))
    return [*decide, ("key-person-ban", OpenBan(person=person.id))]


def to_person(person: Person, texts: Texts) -> Key:
    """The way to somebody's page."""
    label = texts.plain("key-person", name=shorten(person.profile.full_name, 30))
    return Key(label, ShowPerson(person=person.id))


def with_person(screen: Screen, person: Person, texts: Texts) -> Screen:
    """A screen with the way to somebody's page as its last key."""
    return Screen(screen.text, (*screen.keyboard, (to_person(person, texts),)))


def ask_screen(text_id: str, person: Person, texts: Texts) -> Screen:
    """A question whose answer is the next message; any key forgets it."""
    back = Key(texts.plain("key-never-mind"), ShowPerson(person=person.id))
    text = texts.html(text_id, name=person.profile.first_name, handle=handle(person))
    return Screen(text, ((back,),))


def ban_menu(person: Person, texts: Texts) -> Screen:
    """For how long?"""
    keys = [
        Key(texts.plain(f"key-ban-{hours}"), AskBan(person=person.id, hours=hours))
        for hours in BAN_HOURS
    ]
    text = texts.html("person-ban", name=person.profile.first_name)
    return with_person(Screen(text, rows(keys, 2)), person, texts)


def ban_reason_screen(person: Person, hours: int, texts: Texts) -> Screen:
    """Why? The person reads it."""
    asked = ask_screen("errand-ban", person, texts)
    now = Key(texts.plain("key-no-reason"), BanNow(person=person.id, hours=hours))
    return Screen(asked.text, ((now,), *asked.keyboard))


def roles_menu(person: Person, texts: Texts) -> Screen:
    """Which role is somebody to have?"""
    keys = [
        Key(texts.plain(f"key-role-{role}"), GiveRole(person=person.id, role=role))
        for role in APPOINTABLE
        if role is not person.role
    ]
    if person.role:
        keys.append(Key(texts.plain("key-role-none"), GiveRole(person=person.id, role="")))
    text = texts.html("person-roles", name=person.profile.first_name)
    return with_person(Screen(text, rows(keys, 1)), person, texts)


def plans_menu(view: PersonView, plans: Sequence[Plan], texts: Texts) -> Screen:
    """Which plan is somebody to be in?"""
    person = view.person
    keys = [
        Key(
            texts.plain("key-chosen", value=plan.name) if plan.name == view.plan else plan.name,
            GivePlan(person=person.id, plan=plan.id),
        )
        for plan in plans
    ]
    if view.plan:
        none = GivePlan(person=person.id, plan=NO_PLAN)
        keys.append(Key(texts.plain("key-no-plan"), none))
    text_id = "person-plans" if plans else "person-no-plans"
    text = texts.html(text_id, name=person.profile.first_name)
    return with_person(Screen(text, rows(keys, 2)), person, texts)


def videos_of_screen(person: Person, page: JobPage, texts: Texts) -> Screen:
    """Somebody's jobs, as far as one sees them from outside: no pictures, no results."""
    told = [
        texts.html(
            "person-video",
            icon=ICONS[job.state],
            number=str(job.id),
            what=job_name(job, texts),
            when=job.queued_at.strftime("%d %b %H:%M"),
            state=texts.plain(f"state-{job.state}"),
            credits=job.price,
        )
        for job in page.jobs
    ]
    title = texts.html("person-videos-title", name=person.profile.first_name)
    text = lines([title, Html(""), *(told or [texts.html("person-no-videos")])])
    turns = page_keys(
        texts,
        ShowVideosOf(person=person.id, page=page.page - 1) if page.page > 0 else None,
        ShowVideosOf(person=person.id, page=page.page + 1) if page.more else None,
    )
    return with_person(Screen(text, turns), person, texts)
