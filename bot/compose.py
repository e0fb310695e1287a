"""The one place that knows every part: builds the program from its settings, starts and stops it."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

import aiohttp
from telegram import Update
from telegram.ext import Application, ContextTypes, ExtBot

from bot.backup_files import BackupFiles
from bot.clock import SYSTEM_CLOCK
from bot.kept import KeptFiles
from bot.media.source import LARGEST_LOCAL, TelegramFiles
from bot.media.workshop import LARGEST_PICTURE
from bot.moderation import OpenAiModeration, moderation_server
from bot.providers.adapter import OpenProvider, Surroundings
from bot.providers.pools import pool_of
from bot.results import ProviderFiles
from bot.settings import Settings
from bot.telegram_request import AiohttpRequest
from bot.updates.backoff import persist
from bot.updates.intake import Intake
from bot.updates.polling import Poller
from bot.updates.webhook import Webhook
from bot.web.health import Part, Readiness
from bot.web.server import HttpServer, ProviderHook, build_app
from handlers.cashier import TelegramCashier
from handlers.chat.backups import BackupSender
from handlers.chat.courier import TelegramCourier
from handlers.chat.messenger import Messenger
from handlers.chat.pacing import TELEGRAMS, Rates
from handlers.chat.results import LOCAL_SERVER, Limits, ResultSender
from handlers.chat.texts import Languages
from handlers.commands import Commands
from handlers.parts import Sizes, put_together
from handlers.table import fill
from handlers.turn import Desk, Turn
from jobs.nursery import Nursery
from jobs.pace import Pace
from jobs.payments import read_packs
from jobs.ports import Clock, Moderator
from jobs.service import Service
from jobs.worker import Worker
from pixverse.trust import trusted
from storage import Store

log = logging.getLogger(__name__)

DRAIN_SECONDS = 4.0


@dataclass(slots=True)
class Program:
    """The running bot."""

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


@asynccontextmanager
async def compose(
    settings: Settings,
    *,
    clock: Clock = SYSTEM_CLOCK,
    pace: Pace | None = None,
    rates: Rates = TELEGRAMS,
) -> AsyncIterator[Program]:
    """Build the program; what it holds open is closed in the opposite order.

    Raises storage.DatabaseProblem.
    """
    async with AsyncExitStack() as stack:
        store = await _open_store(settings, clock, stack)
        program = await _assemble(settings, store, clock, pace or _pace(settings), rates, stack)
        stack.push_async_callback(program.stop)
        yield program


async def _open_store(settings: Settings, clock: Clock, stack: AsyncExitStack) -> Store:
    offer = settings.adapter.offer
    store = await Store.open(settings.database, clock=clock, rules=settings.rules, offer=offer)
    stack.push_async_callback(store.close)
    await store.settings.settle_zone()
    await store.packs.seed(read_packs(settings.star_packs))
    return store


def make_bot(settings: Settings) -> ExtBot[None]:
    """The Bot API over our own connections."""
    request = AiohttpRequest()
    return ExtBot(
        settings.telegram_bot_token.get_secret_value(),
        base_url=settings.telegram_base_url,
        base_file_url=settings.telegram_base_file_url,
        request=request,
        get_updates_request=request,
        local_mode=settings.telegram_local_mode,
    )


def _pace(settings: Settings) -> Pace:
    return Pace(poll=timedelta(seconds=settings.poll_seconds))


async def open_provider(
    settings: Settings, bot: ExtBot[None], clock: Clock, stack: AsyncExitStack
) -> OpenProvider:
    """The core's provider, closed with the stack."""
    connector = aiohttp.TCPConnector(ssl=trusted())
    session = await stack.enter_async_context(
        aiohttp.ClientSession(connector=connector, trust_env=False)
    )
    around = Surroundings(
        files=TelegramFiles(bot, session, local_mode=settings.telegram_local_mode),
        directory=settings.data_dir / "tmp",
        kept=KeptFiles(settings.kept),
        reply_url=_reply_url(settings),
        server=settings.of_provider.server,
        clock=clock,
    )
    opening = settings.adapter.open(settings.of_provider, around)
    return await stack.enter_async_context(opening)


async def _open_moderator(settings: Settings, stack: AsyncExitStack) -> Moderator | None:
    """The check of prompts, where one is set."""
    if settings.moderation_url is None:
        return None
    server = moderation_server(settings.moderation_url, settings.moderation_key)
    return OpenAiModeration(await stack.enter_async_context(server), settings.moderation_model)


def _reply_url(settings: Settings) -> str | None:
    if settings.public_url is None:
        return None
    return f"{settings.public_url}/provider/{settings.provider_hook}"


async def _assemble(
    settings: Settings,
    store: Store,
    clock: Clock,
    pace: Pace,
    rates: Rates,
    stack: AsyncExitStack,
) -> Program:
    bot = make_bot(settings)
    nursery = Nursery()
    languages = Languages()
    wake = asyncio.Event()
    messenger = Messenger(bot, nursery, rates=rates)
    provider = await open_provider(settings, bot, clock, stack)
    files = ProviderFiles(
        settings.data_dir / "tmp",
        KeptFiles(settings.kept),
        server=settings.of_provider.server,
    )
    stack.push_async_callback(files.close)
    limits = LOCAL_SERVER if settings.telegram_local_mode else Limits()
    backups = BackupFiles(settings.database, settings.data_dir / "tmp", settings.backup_key, clock)
    courier = TelegramCourier(
        store,
        messenger,
        ResultSender(messenger, files, limits),
        BackupSender(messenger, backups, limits),
        languages,
        clock,
    )
    pool, cashier = pool_of(provider), TelegramCashier(bot)
    service = Service(store, cashier, clock, wake, settings.terms, pool)
    moderator = await _open_moderator(settings, stack)
    worker = Worker(
        store,
        provider,
        courier,
        cashier,
        clock=clock,
        pace=pace,
        wake=wake,
        pool=pool,
        moderator=moderator,
    )
    commands = Commands(bot, languages, store)
    application = _application(
        bot, Desk(service, messenger, languages), commands, courier, settings, clock
    )

    async def handle(content: dict[str, object]) -> None:
        await program.handle(content)

    intake = Intake(store.inbox, handle, nursery, clock=clock)
    poller = Poller(bot, intake, clock=clock)
    webhook = _webhook(settings, bot, intake, clock)
    readiness = Readiness(
        {
            "database": Part(probe=store.check),
            "telegram": Part(
                probe=bot.get_me, seen_at=lambda: webhook.seen_at if webhook else poller.seen_at
            ),
            "provider": Part(probe=provider.lanes, seen_at=lambda: worker.provider_seen_at),
        },
        clock=clock,
        nursery=nursery,
    )
    hook = ProviderHook(
        settings.provider_hook,
        provider.mentioned,
        worker.nudge,
    )
    app = build_app(readiness, telegram=webhook, provider=hook)
    program = Program(
        settings=settings,
        bot=bot,
        application=application,
        commands=commands,
        intake=intake,
        poller=poller,
        webhook=webhook,
        server=HttpServer(app, *settings.http),
        worker=worker,
        nursery=nursery,
    )
    return program


def _webhook(settings: Settings, bot: ExtBot[None], intake: Intake, clock: Clock) -> Webhook | None:
    if settings.public_url is None:
        return None
    return Webhook(
        bot,
        intake,
        public_url=settings.public_url,
        secret=settings.telegram_webhook_secret,
        clock=clock,
    )


def _application(
    bot: ExtBot[None],
    desk: Desk,
    commands: Commands,
    courier: TelegramCourier,
    settings: Settings,
    clock: Clock,
) -> Application:  # type: ignore[type-arg]
    application = (
        Application.builder()
        .bot(bot)
        .updater(None)
        .context_types(ContextTypes(context=Turn))
        .build()
    )
    local = settings.telegram_local_mode
    sizes = Sizes(LARGEST_PICTURE, LARGEST_LOCAL) if local else Sizes()
    checks_words = settings.moderation_url is not None
    parts = put_together(desk, commands, courier, clock, sizes, checks_words=checks_words)
    fill(application, desk, parts)
    return application
