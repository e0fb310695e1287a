"""Long polling: the bot asks Telegram for updates, and tells it to forget those that it has kept."""

import asyncio
from datetime import datetime

from telegram import Bot

from bot.clock import SYSTEM_CLOCK
from bot.telegram_request import form
from bot.updates.backoff import Sleep, persist
from bot.updates.intake import ALLOWED_UPDATES, Intake, Update, is_update
from jobs.ports import Clock

POLL_SECONDS = 50
ANSWER_SECONDS = 65.0
AT_MOST = 100
BREATH = 0.2
"""Between two questions where the server answers "nothing" at once instead of waiting for news."""


class Poller:
    """Asks for updates until it is cancelled. Raises BadToken; outlives every other trouble."""

    def __init__(
        self, bot: Bot, intake: Intake, *, clock: Clock = SYSTEM_CLOCK, sleep: Sleep = asyncio.sleep
    ) -> None:
        self._bot = bot
        self._intake = intake
        self._clock = clock
        self._sleep = sleep
        self._offset: int | None = None
        self._seen_at: datetime | None = None

    @property
    def seen_at(self) -> datetime | None:
        """When Telegram last gave a good answer."""
        return self._seen_at

    async def run(self) -> None:
        """Poll for ever."""
        # What was sent meanwhile is wanted: pending updates are never dropped.
        await persist(self._bot.delete_webhook, "end the webhook", sleep=self._sleep)
        self._seen_at = self._clock.now()
        while True:
            await persist(self._poll, "get updates", sleep=self._sleep)

    async def _poll(self) -> None:
        """One question. The offset moves, and Telegram forgets, only when the inbox has them all."""
        asked_at = asyncio.get_running_loop().time()
        updates = await self._ask()
        self._seen_at = self._clock.now()
        await self._intake.receive(updates)
        if updates:
            self._offset = max(int(update["update_id"]) for update in updates) + 1
        elif asyncio.get_running_loop().time() - asked_at < 1:
            await self._sleep(BREATH)

    async def _ask(self) -> list[Update]:
        """Telegram's own JSON: parsing it into objects is left to whoever handles an update."""
        answer = await self._bot.request.post(
            f"{self._bot.base_url}/getUpdates",
            form(
                offset=self._offset,
                limit=AT_MOST,
                timeout=POLL_SECONDS,
                allowed_updates=ALLOWED_UPDATES,
            ),
            read_timeout=ANSWER_SECONDS,
        )
        updates = answer if isinstance(answer, list) else []
        return [update for update in updates if is_update(update)]
