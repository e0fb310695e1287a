"""Jobs of other people, in the hands of those who run the bot: lists, one job, and how it ends."""

from telegram import Update

from handlers.admin.words import arguments, whole
from handlers.chat.buttons import CallOff, GiveUpJob, ListJobs, ShowJobOf
from handlers.chat.panel_screens import with_way_back
from handlers.chat.queue_screens import job_of_screen, list_screen
from handlers.chat.screens import Screen
from handlers.turn import Desk, Press, Turn
from jobs.ids import JobId
from jobs.ports import JobListing

PAGE = "queue"


class OthersJobs:
    """The handlers around other people's jobs."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._jobs = desk.service.admin.jobs

    async def page(self, turn: Turn) -> Screen:
        """The page in the panel: what is being made now."""
        return list_screen(await self._jobs.list(turn.person.id, JobListing.RUNNING, 0), turn.texts)

    async def queue(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """/queue: what waits."""
        page = await self._jobs.list(turn.person.id, JobListing.QUEUED, 0)
        await self._desk.say(turn, list_screen(page, turn.texts))

    async def job(self, update: Update, turn: Turn) -> None:
        """/job 123"""
        number = whole(next(iter(arguments(update)), ""))
        if number is None:
            await self._desk.tell(turn, "job-usage")
            return
        found = await self._jobs.job(turn.person.id, JobId(number))
        await self._desk.say(turn, job_of_screen(found, turn.texts))

    async def list(self, press: Press, button: ListJobs) -> None:
        """Another kind of jobs, or another page."""
        page = await self._jobs.list(press.person_id, button.listing, button.page)
        await press.show(with_way_back(list_screen(page, press.texts), press.texts))

    async def show(self, press: Press, button: ShowJobOf) -> None:
        """One job."""
        await self._show(press, button.job)

    async def call_off(self, press: Press, button: CallOff) -> None:
        """It ends here; its person is told. Raises TooLate."""
        await self._jobs.call_off(press.person_id, button.job)
        await self._show(press, button.job, "toast-called-off")

    async def _show(self, press: Press, job_id: JobId, toast: str | None = None) -> None:
        found = await self._jobs.job(press.person_id, job_id)
        screen = with_way_back(job_of_screen(found, press.texts), press.texts, PAGE)
        await press.show(screen, toast)

    async def give_up(self, press: Press, button: GiveUpJob) -> None:
        """An unconfirmed job: its credits go back."""
        job = await self._jobs.give_up(press.person_id, button.job)
        text_id = "admin-given-up" if job else "admin-not-unconfirmed"
        await press.show(Screen(press.texts.html(text_id, job=str(button.job))))
