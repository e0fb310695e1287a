"""The running bot: started, fed with updates, stopped."""

import asyncio
import logging
from dataclasses import dataclass, field

from telegram import Update
from telegram.ext import Application, ExtBot

from bot.settings import Settings
from bot.updates.backoff import persist
from bot.updates.intake import Intake
from bot.updates.polling import Poller
from bot.updates.webhook import Webhook
from bot.web.server import HttpServer
from handlers.commands import Commands
from jobs.nursery import Nursery
from jobs.worker import Worker

log = logging.getLogger(__name__)

DRAIN_SECONDS = 4.0


@dataclass(slots=True)
class Program:
    """All its parts, put together by `bot.compose`."""

    settings: Settings
    bot: ExtBot[None]
    application: Application  # type: ignore[type-arg]
    commands: Commands
    intake: Intake
    poller: Poller
    webhook: Webhook | None
    server: HttpServer
    worker: Worker
    nursery: Nursery
    _handling: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Serve until cancelled. Raises BadToken, CannotListen."""
        await self.server.start()
        log.info("listening at %s:%s", self.settings.http_host, self.server.port)
        await self.bot.request.initialize()
        self.nursery.start(self.worker.run(), "worker")
        await persist(self.application.initialize, "say hello to Telegram")
        log.info("this is @%s", self.bot.username)
        self._handling.set()
        await self.intake.start()
        self.nursery.start(self._publish_commands(), "publish the command menu")
        if self.webhook:
            await self.webhook.announce()
            await asyncio.Event().wait()
        await self.poller.run()

    async def _publish_commands(self) -> None:
        await persist(self.commands.publish, "publish the commands")

    async def handle(self, content: dict[str, object]) -> None:
        """One update, from the intake to its handler."""
        await self._handling.wait()
        update = Update.de_json(content, self.bot)
        await self.application.process_update(update)

    async def stop(self) -> None:
        """Finish what is in hand; the rest is in the database."""
        await self.server.stop()
        await self.intake.drain(DRAIN_SECONDS)
        await self.worker.close()
        await self.nursery.close()
        await self.application.shutdown()
