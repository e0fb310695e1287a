"""One's own videos: page by page, each with a page of its own, as a file, and gone for good."""

from telegram import Update

from handlers.chat.buttons import (
    DeleteJob,
    OpenKinds,
    SendOriginal,
    ShowHistory,
    ShowJob,
    ShowJobs,
    SureToDelete,
)
from handlers.chat.courier import TelegramCourier
from handlers.chat.history_screens import (
    deleted_screen,
    history_screen,
    job_screen,
    kinds_screen,
    sure_screen,
    video_page_keys,
)
from handlers.chat.screens import Screen
from handlers.chat.texts import Texts
from handlers.turn import Desk, Press, Turn, together
from jobs.history import JobPage
from jobs.lifecycle import Job, State


class History:
    """The handlers of the list."""

    def __init__(self, desk: Desk, courier: TelegramCourier) -> None:
        self._desk = desk
        self._service = desk.service
        self._courier = courier

    async def show(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """/jobs: the latest ones."""
        page = await self._service.history.page(turn.person.id, 0)
        await self._desk.say(turn, self._list(page, turn.texts))

    def _list(self, page: JobPage, texts: Texts) -> Screen:
        return history_screen(page, texts, inline=self._desk.messenger.inline_mode)

    async def page(self, press: Press, button: ShowHistory) -> None:
        """Another page, or other ones."""
        page = await self._service.history.page(press.person_id, button.page, button.wanted)
        await press.show(self._list(page, press.texts))

    async def page_unfiltered(self, press: Press, button: ShowJobs) -> None:
        """Another page, by a key from before there were filters."""
        page = await self._service.history.page(press.person_id, button.page)
        await press.show(self._list(page, press.texts))

    async def kinds(self, press: Press, button: OpenKinds) -> None:
        """The kinds to choose from."""
        page = await self._service.history.page(press.person_id, 0, button.wanted)
        await press.show(kinds_screen(page, press.texts))

    async def open(self, press: Press, button: ShowJob) -> None:
        """One job: its video below the list, or what there is to say of it in place."""
        job = await self._service.history.look(button.job, press.person_id)
        if job.state is State.UNDELIVERABLE and not job.deleted_at:
            await self._service.making.fetch_again(job.id, press.person_id)
            await press.answer("toast-sending")
        elif job.sent:
            await together(press.answer(), self._show_video(press, job))
        else:
            balance = await self._service.credit.balance(press.person_id)
            zone = balance.calendar.zone
            await press.show(job_screen(job, button, zone, press.texts))

    async def _show_video(self, press: Press, job: Job) -> None:
        below = video_page_keys(job, press.texts)
        receipt = await self._courier.resend(
            job, press.turn.place, press.texts, below, asked=press.turn.asked
        )
        await self._service.history.shown(job.id, press.turn.place, receipt.message_id)

    async def original(self, press: Press, button: SendOriginal) -> None:
        """The file as the provider made it; it comes through the outbox."""
        place = press.turn.place
        await self._service.history.original(button.job, press.person_id, place, press.update_id)
        await press.answer("toast-original")

    async def ask_delete(self, press: Press, button: DeleteJob) -> None:
        """Is that meant?"""
        job = await self._service.making.job(button.job, press.person_id)
        offer = await self._service.offer(press.person_id)
        screen = sure_screen(job, press.texts, deletes=offer.deletes)
        say = self._desk.say(press.turn, screen)
        await press.answer()
        await say

    async def delete(self, press: Press, button: SureToDelete) -> None:
        """It is. Messages that show it go, too, where Telegram still lets us."""
        spots = await self._service.history.delete(button.job, press.person_id)
        job = await self._service.history.look(button.job, press.person_id)
        offer = await self._service.offer(press.person_id)
        await press.show(deleted_screen(job, press.texts, deletes=offer.deletes))
        for chat_id, message_id in spots:
            await self._desk.messenger.delete(chat_id, message_id)
