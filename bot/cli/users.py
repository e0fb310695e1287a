"""`python -m bot users`: people looked up, given credits and plans, let in and kept out."""

import secrets
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import count

from bot.cli.answers import Answer, Facts
from bot.cli.typed import add_command, how_long, whole
from bot.cli.visit import Shell, wrong
from jobs.admin.directory import Listing, PersonView
from jobs.people import Access, Limit, Person
from jobs.quotas import Balance
from jobs.roles import Role
from jobs.service.admin import Admin

MOST_CREDITS = 1_000_000
MOST_LISTED = 10_000
LONGEST_BAN = timedelta(days=3650)
NO_PLAN = "none"
USUAL = "default"


class PersonLine(Facts):
    """Somebody in a list."""

    id: int
    name: str
    username: str | None
    language: str | None
    access: Access
    role: Role | None
    banned: bool
    reachable: bool


class Credits(Facts):
    """What somebody may still spend; `left` is what they could spend right now."""

    left: int
    extra: int
    debt: int
    used_today: int
    daily_credits: int
    used_this_month: int
    monthly_credits: int
    running_jobs: int


class Jobs(Facts):
    """How somebody's jobs went."""

    total: int
    done: int
    failed: int
    open: int


class PersonPage(PersonLine):
    """Everything about somebody."""

    met_at: datetime
    seen_at: datetime
    came_by: str | None
    plan: str | None
    credits: Credits
    jobs: Jobs
    strikes: int
    paused_until: datetime | None
    ban_reason: str | None
    banned_until: datetime | None


LISTED = ("id", "name", "username", "access", "role", "banned", "reachable")


def add_users(tasks: "_SubParsersAction[ArgumentParser]") -> None:
    """The commands, and what is typed behind each."""
    parser = tasks.add_parser("users", help="the people who use the bot")
    family = parser.add_subparsers(dest="what", required=True, metavar="COMMAND")
    listing = add_command(family, "list", list_people, "list people, the newest first")
    listing.add_argument(
        "--who", choices=list(Listing), default=Listing.NEWEST, help="which ones (%(default)s)"
    )
    _limit(listing)
    search = add_command(family, "search", search_people, "find people by name, @username or id")
    search.add_argument("words", nargs="+", metavar="WORD", help="the beginning of a name will do")
    _one(add_command(family, "show", show, "show everything about somebody"))
    for name, command, told in (
        ("grant", grant, "give somebody credits; they are told"),
        ("take", take, "take extra credits away, as far as there are any; they are told"),
    ):
        giving = _one(add_command(family, name, command, told))
        giving.add_argument("credits", type=whole(1, MOST_CREDITS), metavar="CREDITS")
        giving.add_argument("reason", nargs="*", metavar="REASON", help="for the ledger")
    plan = _one(add_command(family, "plan", give_plan, "put somebody into a plan"))
    plan.add_argument("plan", metavar="PLAN", help=f"its name, or {NO_PLAN}")
    limit = _one(add_command(family, "limit", set_limit, "set a limit for somebody alone"))
    limit.add_argument("limit", choices=list(Limit))
    limit.add_argument("value", metavar="NUMBER", help=f"or {USUAL}: what their plan says")
    _one(add_command(family, "allow", allow, "let somebody in"))
    _one(add_command(family, "refuse", refuse, "do not let somebody in"))
    banning = _one(add_command(family, "ban", ban, "keep somebody out; they are told"))
    lasting = banning.add_mutually_exclusive_group(required=True)
    lasting.add_argument("--for", dest="lasts", type=how_long, metavar="TIME", help="such as 7d")
    lasting.add_argument("--forever", action="store_true")
    banning.add_argument("--reason", default="", help="they read it")
    _one(add_command(family, "unban", unban, "let somebody in again who was banned"))


def _one(parser: ArgumentParser) -> ArgumentParser:
    parser.add_argument("who", metavar="WHO", help="a numeric id or a @username")
    return parser


def _limit(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--limit", type=whole(1, MOST_LISTED), default=50, help="at most so many (%(default)s)"
    )


async def list_people(shell: Shell, typed: Namespace) -> Answer:
    """Pages of the panel, one after the other."""
    found: list[Person] = []
    async with shell.visit() as admin:
        for number in count():
            page = await admin.people.page(None, Listing(typed.who), number)
            found += page.people
            if not page.more or len(found) >= typed.limit:
                break
    return _list(shell, found[: typed.limit])


async def search_people(shell: Shell, typed: Namespace) -> Answer:
    """Whoever is meant."""
    async with shell.visit() as admin:
        return _list(shell, await admin.people.search(None, " ".join(typed.words)))


async def show(shell: Shell, typed: Namespace) -> Answer:
    """One person's page."""
    async with shell.visit() as admin:
        person = await admin.people.find(None, typed.who)
        return _page(shell, await admin.people.view(None, person.id))


async def grant(shell: Shell, typed: Namespace) -> Answer:
    """Give."""
    return await _give(shell, typed, typed.credits)


async def take(shell: Shell, typed: Namespace) -> Answer:
    """Take."""
    return await _give(shell, typed, -typed.credits)


async def _give(shell: Shell, typed: Namespace, credits: int) -> Answer:
    """Whoever types it twice means it twice."""
    async with shell.visit() as admin:
        person = await admin.people.find(None, typed.who)
        operation = f"shell:{secrets.token_hex(8)}"
        note = " ".join(typed.reason)
        granted = await admin.people.grant(None, person.id, credits, operation=operation, note=note)
    return Answer(_credits(granted.balance))


async def give_plan(shell: Shell, typed: Namespace) -> Answer:
    """Into a plan, or out of it."""
    async with shell.visit() as admin:
        person = await admin.people.find(None, typed.who)
        name = None if typed.plan.lower() == NO_PLAN else typed.plan
        return Answer(_credits(await admin.plans.give(None, person.id, name)))


async def set_limit(shell: Shell, typed: Namespace) -> Answer:
    """A limit of their own."""
    value = None if typed.value == USUAL else _number(typed.value)
    async with shell.visit() as admin:
        person = await admin.people.find(None, typed.who)
        limit = Limit(typed.limit)
        return Answer(_credits(await admin.people.set_limit(None, person.id, limit, value)))


def _number(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) > MOST_CREDITS:
        wrong(f"A limit is a whole number from 0 to {MOST_CREDITS}, or {USUAL}.")
    return int(text)


async def allow(shell: Shell, typed: Namespace) -> Answer:
    """In."""
    return await _decide(shell, typed, allow=True)


async def refuse(shell: Shell, typed: Namespace) -> Answer:
    """Not in."""
    return await _decide(shell, typed, allow=False)


async def _decide(shell: Shell, typed: Namespace, *, allow: bool) -> Answer:
    async with shell.visit() as admin:
        person = await admin.people.find(None, typed.who)
        person, news = await admin.access.decide(None, person.id, allow=allow)
    return Answer(_line(shell, person), said="" if news else "It was so before.")


async def ban(shell: Shell, typed: Namespace) -> Answer:
    """Out, and what they had waiting is taken back."""
    if typed.lasts and typed.lasts > LONGEST_BAN:
        wrong("A ban lasts ten years at most, or is --forever.")
    async with shell.visit() as admin:
        person = await _banned(admin, typed)
    return Answer(_line(shell, person))


async def _banned(admin: Admin, typed: Namespace) -> Person:
    person = await admin.people.find(None, typed.who)
    return (await admin.access.ban(None, person.id, typed.reason, typed.lasts))[0]


async def unban(shell: Shell, typed: Namespace) -> Answer:
    """In again."""
    async with shell.visit() as admin:
        person = await admin.people.find(None, typed.who)
        person, held = await admin.access.unban(None, person.id)
    return Answer(_line(shell, person), said="" if held else "They were not banned.")


def _list(shell: Shell, people: Sequence[Person]) -> Answer:
    return Answer([_line(shell, person) for person in people], LISTED)


def _line(shell: Shell, person: Person) -> PersonLine:
    return PersonLine(
        id=person.id,
        name=person.profile.full_name,
        username=person.profile.username,
        language=person.language,
        access=person.access,
        role=person.role,
        banned=person.is_banned(shell.now),
        reachable=person.reachable,
    )


def _page(shell: Shell, view: PersonView) -> Answer:
    line, ban = _line(shell, view.person), view.person.ban
    held = ban if ban and line.banned else None
    page = PersonPage(
        **dict(line),
        met_at=view.met_at,
        seen_at=view.seen_at,
        came_by=view.came_by,
        plan=view.plan,
        credits=_credits(view.balance),
        jobs=Jobs(
            total=view.jobs.total, done=view.jobs.done, failed=view.jobs.failed, open=view.jobs.open
        ),
        strikes=view.strikes.counting,
        paused_until=view.strikes.paused_until,
        ban_reason=held.reason if held else None,
        banned_until=held.until if held else None,
    )
    return Answer(page)


def _credits(balance: Balance) -> Credits:
    return Credits(
        left=balance.left,
        extra=balance.extra,
        debt=balance.debt,
        used_today=balance.used_today,
        daily_credits=balance.limits.daily_credits,
        used_this_month=balance.used_this_month,
        monthly_credits=balance.limits.monthly_credits,
        running_jobs=balance.limits.running_jobs,
    )
