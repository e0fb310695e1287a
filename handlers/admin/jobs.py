"""Jobs of other people, in the hands of those who run the bot."""

from handlers.chat.buttons import GiveUpJob
from handlers.chat.screens import Screen
from handlers.turn import Desk, Press


class OthersJobs:
    """The handlers around other people's jobs."""

    def __init__(self, desk: Desk) -> None:
        self._jobs = desk.service.admin.jobs

    async def give_up(self, press: Press, button: GiveUpJob) -> None:
        """An unconfirmed job: its credits go back."""
        job = await self._jobs.give_up(press.person_id, button.job)
        text_id = "admin-given-up" if job else "admin-not-unconfirmed"
        await press.show(Screen(press.texts.html(text_id, job=str(button.job))))
