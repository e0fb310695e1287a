"""Jobs of other people, in the hands of those who run the bot: lists, one job, and how it goes on."""

from collections.abc import Sequence

from telegram import Update

from handlers.admin.people import meant
from handlers.admin.words import arguments, whole
from handlers.chat.buttons import (
    AskRefundJob,
    AskWhoseJobs,
    CallOff,
    GiveUpJob,
    ListJobs,
    LookNow,
    OpenJobModes,
    PauseQueue,
    RefundJob,
    RetryJob,
    ShowJobOf,
)
from handlers.chat.job_desk_screens import ask_refund_screen, job_of_screen, sure_screen
from handlers.chat.panel_screens import with_way_back
from handlers.chat.queue_screens import (
    ask_whose_screen,
    back_to_list,
    list_screen,
    modes_screen,
    which_person_screen,
)
from handlers.chat.screens import Screen
from handlers.turn import Desk, Press, Turn, message_of
from jobs.admin.errands import Errand
from jobs.admin.oversight import JobListing, Sieve
from jobs.capabilities import Mode
from jobs.errors import MayPayTwice, TooLate
from jobs.ids import JobId

PAGE = "queue"
TWICE = "twice"


class OthersJobs:
    """The handlers around other people's jobs."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._jobs = desk.service.admin.jobs
        self._people = desk.service.admin.people
        self._errands = desk.service.admin.errands

    # lists

    async def page(self, turn: Turn) -> Screen:
        """The page in the panel: what is being made now."""
        return list_screen(
            await self._jobs.page(turn.person.id, Sieve()), turn.person.role, turn.texts
        )

    async def queue(self, update: Update, turn: Turn) -> None:
        """/queue: what waits; /queue failed lipsync @name: what is named."""
        sieve, rest = _sieve(arguments(update))
        screen = await self._whose(turn, rest, sieve) if rest else await self._list(turn, sieve)
        await self._desk.say(turn, screen)

    async def _list(self, turn: Turn, sieve: Sieve) -> Screen:
        return list_screen(
            await self._jobs.page(turn.person.id, sieve), turn.person.role, turn.texts
        )

    async def _whose(self, turn: Turn, words: str, sieve: Sieve) -> Screen:
        """The jobs of whom the words mean, or who of several is meant."""
        people = await self._people.search(turn.person.id, words)
        if len(people) != 1:
            return which_person_screen(words, list(people), sieve, turn.texts)
        return await self._list(turn, Sieve(sieve.listing, sieve.mode, people[0].id))

    async def list(self, press: Press, button: ListJobs) -> None:
        """Another kind of jobs, or another page."""
        page = await self._jobs.page(press.person_id, button.sieve, button.page)
        await press.show(
            with_way_back(list_screen(page, press.turn.person.role, press.texts), press.texts)
        )

    async def open_modes(self, press: Press, button: OpenJobModes) -> None:
        """Which way to make a video?"""
        screen = modes_screen(button.sieve, press.texts)
        await press.show(with_way_back(screen, press.texts, PAGE))

    async def ask_whose(self, press: Press, button: AskWhoseJobs) -> None:
        """The next message says whose jobs."""
        detail = f"{button.listing}:{button.mode}"
        await self._errands.begin(press.person_id, Errand.JOBS_OF, detail)
        await press.show(ask_whose_screen(button.sieve, press.texts))

    async def whose(self, update: Update, turn: Turn, detail: str) -> bool:
        """A name, a number, a forwarded message."""
        words = meant(message_of(update))
        if not words:
            await self._desk.tell(turn, "people-not-understood")
            return False
        listing, _, mode = detail.partition(":")
        sieve = Sieve(JobListing(listing), Mode(mode) if mode else None)
        screen = await self._whose(turn, words, sieve)
        await self._desk.say(turn, with_way_back(screen, turn.texts))
        return True

    # the queue

    async def pause_queue(self, press: Press, button: PauseQueue) -> None:
        """The page stays, and says so."""
        await self._jobs.pause_queue(press.person_id, paused=button.paused)
        page = await self._jobs.page(press.person_id, button.sieve)
        toast = "toast-queue-paused" if button.paused else "toast-queue-goes-on"
        await press.show(
            with_way_back(list_screen(page, press.turn.person.role, press.texts), press.texts),
            toast,
        )

    async def pause(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """/pausequeue"""
        await self._jobs.pause_queue(turn.person.id, paused=True)
        await self._desk.say(turn, await self._list(turn, Sieve(JobListing.QUEUED)))

    async def resume(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """/resumequeue"""
        await self._jobs.pause_queue(turn.person.id, paused=False)
        await self._desk.say(turn, await self._list(turn, Sieve(JobListing.QUEUED)))

    # one job

    async def job(self, update: Update, turn: Turn) -> None:
        """/job 123"""
        number = await self._number(update, turn, "job-usage")
        if number is not None:
            await self._say(turn, number)

    async def show(self, press: Press, button: ShowJobOf) -> None:
        """One job."""
        file = await self._jobs.open(press.person_id, button.job)
        screen = back_to_list(
            job_of_screen(file, press.turn.person.role, press.texts), button, press.texts
        )
        await press.show(screen)

    async def call_off(self, press: Press, button: CallOff) -> None:
        """It ends here; its person is told. Raises TooLate."""
        await self._jobs.call_off(press.person_id, button.job)
        await self._show(press, button.job, "toast-called-off")

    async def call_off_typed(self, update: Update, turn: Turn) -> None:
        """/calloff 123"""
        number = await self._number(update, turn, "call-off-usage")
        if number is not None:
            await self._jobs.call_off(turn.person.id, number)
            await self._say(turn, number)

    async def give_up(self, press: Press, button: GiveUpJob) -> None:
        """An unconfirmed job: its credits go back. Raises TooLate."""
        if await self._jobs.give_up(press.person_id, button.job) is None:
            raise TooLate
        await self._show(press, button.job, "toast-given-up")

    async def give_up_typed(self, update: Update, turn: Turn) -> None:
        """/giveup 123"""
        number = await self._number(update, turn, "give-up-usage")
        if number is None:
            return
        if await self._jobs.give_up(turn.person.id, number) is None:
            raise TooLate
        await self._say(turn, number)

    async def look_now(self, press: Press, button: LookNow) -> None:
        """An unconfirmed job is looked for at once. Raises TooLate."""
        await self._jobs.look_now(press.person_id, button.job)
        await self._show(press, button.job, "toast-looking")

    async def look_now_typed(self, update: Update, turn: Turn) -> None:
        """/look 123"""
        number = await self._number(update, turn, "look-usage")
        if number is not None:
            await self._jobs.look_now(turn.person.id, number)
            await self._desk.tell(turn, "toast-looking")

    async def retry(self, press: Press, button: RetryJob) -> None:
        """Once more; where that may cost twice, only after a second press that says so."""
        try:
            job = await self._jobs.retry(press.person_id, button.job, may_pay_twice=button.sure)
        except MayPayTwice:
            file = await self._jobs.open(press.person_id, button.job)
            await press.show(sure_screen(file, press.texts))
        else:
            await self._show(press, job.id, "toast-retried")

    async def retry_typed(self, update: Update, turn: Turn) -> None:
        """/retry 123; /retry 123 twice: also where that may cost twice"""
        number = await self._number(update, turn, "retry-usage")
        if number is None:
            return
        sure = arguments(update)[1:] == [TWICE]
        try:
            job = await self._jobs.retry(turn.person.id, number, may_pay_twice=sure)
        except MayPayTwice:
            file = await self._jobs.open(turn.person.id, number)
            await self._desk.say(turn, sure_screen(file, turn.texts))
        else:
            await self._say(turn, job.id)

    # credits back

    async def ask_refund(self, press: Press, button: AskRefundJob) -> None:
        """Why?"""
        file = await self._jobs.open(press.person_id, button.job)
        await self._errands.begin(press.person_id, Errand.REFUND_JOB, str(button.job))
        await press.show(ask_refund_screen(file, press.texts))

    async def refund(self, press: Press, button: RefundJob) -> None:
        """Without a reason. Raises NothingSpent, GivenBackBefore."""
        await self._jobs.refund(press.person_id, button.job)
        await self._show(press, button.job, "toast-job-refunded")

    async def refund_reason(self, update: Update, turn: Turn, detail: str) -> bool:
        """The reason, in words."""
        reason = (message_of(update).text or "").strip()
        if not reason:
            await self._desk.tell(turn, "errand-ban-again")
            return False
        await self._refund(turn, JobId(int(detail)), reason)
        return True

    async def refund_typed(self, update: Update, turn: Turn) -> None:
        """/refundjob 123 why"""
        number = await self._number(update, turn, "refund-job-usage")
        if number is not None:
            await self._refund(turn, number, " ".join(arguments(update)[1:]))

    async def _refund(self, turn: Turn, job_id: JobId, reason: str) -> None:
        await self._jobs.refund(turn.person.id, job_id, reason)
        await self._say(turn, job_id)

    # what they share

    async def _number(self, update: Update, turn: Turn, usage: str) -> JobId | None:
        """The job that a command names; where it names none, how it is used is told."""
        number = whole(next(iter(arguments(update)), ""))
        if number is None:
            await self._desk.tell(turn, usage)
            return None
        return JobId(number)

    async def _say(self, turn: Turn, job_id: JobId) -> None:
        file = await self._jobs.open(turn.person.id, job_id)
        await self._desk.say(turn, job_of_screen(file, turn.person.role, turn.texts))

    async def _show(self, press: Press, job_id: JobId, toast: str) -> None:
        file = await self._jobs.open(press.person_id, job_id)
        screen = with_way_back(
            job_of_screen(file, press.turn.person.role, press.texts), press.texts, PAGE
        )
        await press.show(screen, toast)


def _sieve(words: Sequence[str]) -> tuple[Sieve, str]:
    """What a command narrows the jobs down to, and the words that are left: whose."""
    listings, modes = tuple(JobListing), tuple(Mode)
    small = [word.lower() for word in words]
    listing = next((JobListing(word) for word in small if word in listings), None)
    mode = next((Mode(word) for word in small if word in modes), None)
    rest = [word for word in words if word.lower() not in (*listings, *modes)]
    usual = JobListing.ALL if mode or rest else JobListing.QUEUED
    return Sieve(listing or usual, mode), " ".join(rest)
