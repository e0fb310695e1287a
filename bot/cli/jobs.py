"""`python -m bot jobs`: everybody's jobs looked at, called off, tried again, given back."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from datetime import datetime
from itertools import count

from bot.cli.answers import Answer, Facts
from bot.cli.typed import add_command, whole
from bot.cli.visit import Shell
from jobs.accounts import masked
from jobs.admin.oversight import CreditState, JobFile, JobListing, Sieve
from jobs.capabilities import Mode
from jobs.errors import Reason, TooLate
from jobs.ids import JobId
from jobs.lifecycle import State
from jobs.moderation import words_in
from jobs.service.admin import Admin

HIGHEST = 2**53
MOST_LISTED = 10_000


class JobLine(Facts):
    """A job in a list; `price` is what its person pays, `credits` where that is now."""

    job: int
    state: State
    mode: Mode
    person: int
    name: str
    price: int
    credits: CreditState
    account: str | None
    queued_at: datetime
    reason: Reason | None


class JobPage(JobLine):
    """Everything about a job; `cost` is what the provider charged, where that is known."""

    model: str | None
    quality: str | None
    words: list[str]
    submitted_at: datetime | None
    started_at: datetime | None
    finished_at: datetime | None
    video: str | None
    cost: int | None
    tried_again_as: int | None
    can_be_retried: bool


class Queue(Facts):
    """Whether new jobs are begun."""

    paused: bool


class Returned(Facts):
    """What somebody got back."""

    job: int
    credits: int


LISTED = ("job", "state", "mode", "person", "name", "price", "credits", "queued_at", "reason")


def add_jobs(tasks: "_SubParsersAction[ArgumentParser]") -> None:
    """The commands, and what is typed behind each."""
    parser = tasks.add_parser("jobs", help="the videos that people ordered")
    family = parser.add_subparsers(dest="what", required=True, metavar="COMMAND")
    listing = add_command(family, "list", list_jobs, "list jobs, the newest first")
    listing.add_argument(
        "--state", choices=list(JobListing), default=JobListing.RUNNING, help="(%(default)s)"
    )
    listing.add_argument("--mode", choices=list(Mode), help="one way to make videos only")
    listing.add_argument("--person", metavar="WHO", help="somebody's only: an id or a @username")
    listing.add_argument(
        "--limit", type=whole(1, MOST_LISTED), default=50, help="at most so many (%(default)s)"
    )
    _one(add_command(family, "show", show, "show everything about a job"))
    told = "end a job that waits or is being made; the credits go back, the person is told"
    _one(add_command(family, "cancel", cancel, told))
    told = "end the search for an unconfirmed job; the credits go back"
    _one(add_command(family, "give-up", give_up, told))
    _one(add_command(family, "look", look, "look for an unconfirmed job at once"))
    again = _one(add_command(family, "retry", retry, "try a job again that came to nothing"))
    again.add_argument(
        "--may-pay-twice", action="store_true", help="also where it may have been paid for before"
    )
    giving = _one(add_command(family, "refund", refund, "give back what a job cost, once"))
    giving.add_argument("reason", nargs="*", metavar="REASON", help="for the ledger")
    add_command(family, "pause-queue", pause, "begin nothing new; what runs goes on")
    add_command(family, "resume-queue", resume, "begin new jobs again")


def _one(parser: ArgumentParser) -> ArgumentParser:
    parser.add_argument("job", type=whole(1, HIGHEST), metavar="JOB", help="its number")
    return parser


async def list_jobs(shell: Shell, typed: Namespace) -> Answer:
    """Pages of the panel, one after the other."""
    found: list[JobFile] = []
    async with shell.visit() as admin:
        person = (await admin.people.find(None, typed.person)).id if typed.person else None
        mode = Mode(typed.mode) if typed.mode else None
        sieve = Sieve(JobListing(typed.state), mode, person)
        for number in count():
            page = await admin.jobs.page(None, sieve, number)
            found += page.files
            if not page.more or len(found) >= typed.limit:
                break
    return Answer([_line(one) for one in found[: typed.limit]], LISTED)


async def show(shell: Shell, typed: Namespace) -> Answer:
    """One job."""
    async with shell.visit() as admin:
        return await _answer(admin, typed.job)


async def cancel(shell: Shell, typed: Namespace) -> Answer:
    """It ends here."""
    async with shell.visit() as admin:
        await admin.jobs.call_off(None, JobId(typed.job))
        return await _answer(admin, typed.job)


async def give_up(shell: Shell, typed: Namespace) -> Answer:
    """Nobody looks for it any more."""
    async with shell.visit() as admin:
        await admin.jobs.open(None, JobId(typed.job))
        if await admin.jobs.give_up(None, JobId(typed.job)) is None:
            raise TooLate
        return await _answer(admin, typed.job)


async def look(shell: Shell, typed: Namespace) -> Answer:
    """The bot looks as soon as it runs."""
    async with shell.visit() as admin:
        await admin.jobs.look_now(None, JobId(typed.job))
        return await _answer(admin, typed.job)


async def retry(shell: Shell, typed: Namespace) -> Answer:
    """The job that lives on: a new one, or the same."""
    async with shell.visit() as admin:
        job = await admin.jobs.retry(None, JobId(typed.job), may_pay_twice=typed.may_pay_twice)
        return await _answer(admin, job.id)


async def refund(shell: Shell, typed: Namespace) -> Answer:
    """As extra credits."""
    async with shell.visit() as admin:
        credits = await admin.jobs.refund(None, JobId(typed.job), " ".join(typed.reason))
    return Answer(Returned(job=typed.job, credits=credits))


async def pause(shell: Shell, _: Namespace) -> Answer:
    """Nothing new."""
    return await _pause(shell, paused=True)


async def resume(shell: Shell, _: Namespace) -> Answer:
    """As before."""
    return await _pause(shell, paused=False)


async def _pause(shell: Shell, *, paused: bool) -> Answer:
    async with shell.visit() as admin:
        await admin.jobs.pause_queue(None, paused=paused)
    return Answer(Queue(paused=paused))


async def _answer(admin: Admin, number: int) -> Answer:
    return Answer(_page(await admin.jobs.open(None, JobId(number))))


def _line(file: JobFile) -> JobLine:
    job = file.job
    return JobLine(
        job=job.id,
        state=job.state,
        mode=job.request.subject.mode,
        person=job.person_id,
        name=file.person.profile.full_name,
        price=job.price,
        credits=file.credits,
        account=masked(job.account) if job.account else None,
        queued_at=job.queued_at,
        reason=job.reason,
    )


def _page(file: JobFile) -> JobPage:
    job = file.job
    return JobPage(
        **dict(_line(file)),
        model=job.request.options.model,
        quality=job.request.options.quality,
        words=list(words_in(job.request)),
        submitted_at=job.submitted_at,
        started_at=job.started_at,
        finished_at=job.finished_at,
        video=masked(job.video_id) if job.video_id else None,
        cost=job.cost,
        tried_again_as=file.again,
        can_be_retried=file.can_be_retried,
    )
