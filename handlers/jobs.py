"""Jobs in the chat: cancel, again, change, and the list of one's own videos."""

from handlers.chat.buttons import (
    Again,
    CancelJob,
    ChangeJob,
    FullQuality,
    ReportJob,
    Resend,
    ReuseSeed,
)
from handlers.chat.courier import TelegramCourier
from handlers.chat.job_screens import status_screen
from handlers.turn import Desk, Press, together
from jobs.lifecycle import Job, State
from jobs.ports import Card, Clock, JobView


class Jobs:
    """The handlers of what comes after *Generate*."""

    def __init__(self, desk: Desk, courier: TelegramCourier, clock: Clock) -> None:
        self._desk = desk
        self._service = desk.service
        self._courier = courier
        self._clock = clock

    async def cancel(self, press: Press, button: CancelJob) -> None:
        """While it waits the credits come back; once it renders they stay spent, and we say so."""
        job = await self._service.making.cancel(button.job, press.person_id)
        toast = "toast-left" if job.video_id else "toast-cancelled"
        await press.show(status_screen(JobView(job), self._clock.now(), press.texts), toast)

    async def again(self, press: Press, button: Again) -> None:
        """The same once more; its status message comes through the outbox. Where its price is another now,
        its card is looked at first."""
        begun = await self._service.making.again(
            button.job, press.person_id, press.turn.place, press.update_id, press.turn.asked
        )
        if isinstance(begun, JobView):
            await press.answer("toast-again")
        else:
            await self._refilled(press, begun, "toast-look-again")

    async def change(self, press: Press, button: ChangeJob) -> None:
        """A new draft, filled in."""
        refill = self._service.drafting.change_job
        return await self._refilled(
            press, await refill(button.job, press.person_id, press.turn.place)
        )

    async def reuse_seed(self, press: Press, button: ReuseSeed) -> None:
        """A new draft, filled in, with the seed of then."""
        refill = self._service.drafting.reuse_seed
        return await self._refilled(
            press, await refill(button.job, press.person_id, press.turn.place)
        )

    async def full_quality(self, press: Press, button: FullQuality) -> None:
        """What a preview promised, as a new draft."""
        refill = self._service.drafting.full_quality
        return await self._refilled(
            press, await refill(button.job, press.person_id, press.turn.place)
        )

    async def _refilled(
        self, press: Press, cards: tuple[Card, Card | None], toast: str = "toast-changed"
    ) -> None:
        card, replaced = cards
        await self._desk.close_card(press.turn, replaced, "card-replaced")
        await together(press.answer(toast), self._desk.show_card(press.turn, card))

    async def report(self, press: Press, button: ReportJob) -> None:
        """The admins are to look at it."""
        news = await self._service.making.report(button.job, press.person_id, press.turn.place)
        await press.answer("toast-reported" if news else "toast-reported-before", alert=True)

    async def resend(self, press: Press, button: Resend) -> None:
        """A result once more: by its file_id, or for the first time where it could not be delivered."""
        job = await self._service.making.job(button.job, press.person_id)
        if job.state is State.UNDELIVERABLE:
            await self._service.making.fetch_again(job.id, press.person_id)
            await press.answer("toast-sending")
        elif job.sent:
            await self._send_again(press, job)
        else:
            await press.answer("toast-nothing-to-send", alert=True)

    async def _send_again(self, press: Press, job: Job) -> None:
        await press.answer("toast-sending")
        await self._courier.resend(job, press.turn.place, press.texts, asked=press.turn.asked)
