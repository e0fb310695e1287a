"""`python -m bot accounts`: the PixVerse accounts behind the provider. Passwords are typed unseen, never arguments."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from datetime import datetime

from bot.cli.answers import Answer, Facts
from bot.cli.typed import add_command, ask_password, confirm, whole
from bot.cli.visit import Shell
from jobs.accounts import FEWEST_JOBS, MOST_JOBS, Condition, KnownAccount
from jobs.errors import NoSuchAccount, Reason
from jobs.service.admin import Admin

JOBS_OF_A_NEW_ONE = 3


class AccountLine(Facts):
    """An account as it was last seen; `success` in per cent, `seconds` to a video as a rule."""

    number: int
    account: str
    condition: Condition
    plan: str | None
    credits: int | None
    running: int | None
    max_jobs: int | None
    our_jobs: int
    success: int | None
    seconds: int | None
    trouble: Reason | None
    rests_until: datetime | None
    seen_at: datetime


LISTED = (
    "number",
    "account",
    "condition",
    "plan",
    "credits",
    "our_jobs",
    "max_jobs",
    "success",
    "trouble",
)


def add_accounts(tasks: "_SubParsersAction[ArgumentParser]") -> None:
    """The commands, and what is typed behind each."""
    parser = tasks.add_parser("accounts", help="the PixVerse accounts that make the videos")
    family = parser.add_subparsers(dest="what", required=True, metavar="COMMAND")
    add_command(family, "list", list_accounts, "list all accounts as they were last seen")
    _one(add_command(family, "show", show, "show everything about an account"))
    _one(add_command(family, "pause", pause, "give it no new jobs; those that run there end"))
    _one(add_command(family, "resume", resume, "give it jobs again"))
    jobs = _one(add_command(family, "max-jobs", set_jobs, "set how many jobs it does at once"))
    jobs.add_argument(
        "jobs",
        type=whole(FEWEST_JOBS, MOST_JOBS),
        metavar="JOBS",
        help=f"{FEWEST_JOBS} to {MOST_JOBS}; asks for its password",
    )
    _one(add_command(family, "repair", repair, "log it in again; asks for its password"))
    adding = add_command(family, "add", add, "add an account; asks for its password")
    adding.add_argument("email", metavar="EMAIL")
    adding.add_argument(
        "--max-jobs",
        dest="jobs",
        type=whole(FEWEST_JOBS, MOST_JOBS),
        default=JOBS_OF_A_NEW_ONE,
        help="how many jobs it does at once (%(default)s)",
    )
    removing = _one(add_command(family, "remove", remove, "make the provider forget it"))
    removing.add_argument("--yes", action="store_true", help="do not ask")


def _one(parser: ArgumentParser) -> ArgumentParser:
    parser.add_argument("account", metavar="ACCOUNT", help="its number, or its e-mail address")
    return parser


async def list_accounts(shell: Shell, _: Namespace) -> Answer:
    """All of them."""
    async with shell.visit() as admin:
        low = await admin.accounts.low_credits(None)
        lines = [_line(shell, one, low) for one in await admin.accounts.all(None)]
    return Answer(lines, LISTED)


async def show(shell: Shell, typed: Namespace) -> Answer:
    """One of them."""
    async with shell.visit() as admin:
        return await _answer(shell, admin, await _find(admin, typed.account))


async def pause(shell: Shell, typed: Namespace) -> Answer:
    """No new jobs."""
    async with shell.visit() as admin:
        found = await _find(admin, typed.account)
        return await _answer(shell, admin, await admin.accounts.pause(None, found.number))


async def resume(shell: Shell, typed: Namespace) -> Answer:
    """New jobs."""
    async with shell.visit() as admin:
        found = await _find(admin, typed.account)
        return await _answer(shell, admin, await admin.accounts.resume(None, found.number))


async def set_jobs(shell: Shell, typed: Namespace) -> Answer:
    """So many at once."""
    return await _mend(shell, typed.account, typed.jobs)


async def repair(shell: Shell, typed: Namespace) -> Answer:
    """As many as before."""
    return await _mend(shell, typed.account, None)


async def _mend(shell: Shell, account: str, jobs: int | None) -> Answer:
    """The database is not kept open while somebody looks for the password."""
    async with shell.visit() as admin:
        found = await _find(admin, account)
    password = ask_password(found.account.name)
    async with shell.visit() as admin:
        mended = await admin.accounts.mend(None, found.number, password, jobs)
        return await _answer(shell, admin, mended)


async def add(shell: Shell, typed: Namespace) -> Answer:
    """A new one."""
    password = ask_password(typed.email)
    async with shell.visit() as admin:
        added = await admin.accounts.log_in(None, typed.email, password, typed.jobs)
        return await _answer(shell, admin, added)


async def remove(shell: Shell, typed: Namespace) -> Answer:
    """It is gone at the provider, too."""
    async with shell.visit() as admin:
        found = await _find(admin, typed.account)
    confirm(f"Remove {found.account.name}?", said_before=typed.yes)
    async with shell.visit() as admin:
        removed = await admin.accounts.remove(None, found.number)
        low = await admin.accounts.low_credits(None)
    return Answer(_line(shell, removed, low), said="Removed:")


async def _find(admin: Admin, what: str) -> KnownAccount:
    """By number or by name. Raises NoSuchAccount."""
    for one in await admin.accounts.all(None):
        if what in (str(one.number), one.account.id, one.account.name):
            return one
    raise NoSuchAccount


async def _answer(shell: Shell, admin: Admin, account: KnownAccount) -> Answer:
    return Answer(_line(shell, account, await admin.accounts.low_credits(None)))


def _line(shell: Shell, known: KnownAccount, low: int) -> AccountLine:
    account, rest = known.account, known.rests_until
    return AccountLine(
        number=known.number,
        account=account.name,
        condition=known.condition(shell.now, low),
        plan=account.plan,
        credits=account.credits,
        running=account.running,
        max_jobs=account.most,
        our_jobs=known.ours,
        success=known.success,
        seconds=None if known.seconds is None else round(known.seconds),
        trouble=account.trouble,
        rests_until=rest if rest and rest > shell.now else None,
        seen_at=known.seen_at,
    )
