"""The one place that knows every part: builds the program from its settings."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta

import aiohttp
from telegram.ext import Application, ContextTypes, ExtBot

from bot.backup_files import BackupFiles
from bot.clock import SYSTEM_CLOCK
from bot.kept import KeptFiles
from bot.media.source import LARGEST_LOCAL, TelegramFiles
from bot.media.workshop import LARGEST_PICTURE
from bot.moderation import OpenAiModeration, moderation_server
from bot.program import Program
from bot.providers.adapter import OpenProvider, Surroundings
from bot.providers.pools import pool_of
from bot.results import ProviderFiles
from bot.settings import Settings
from bot.telegram_request import AiohttpRequest
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
from handlers.chat.traffic import Traffic
from handlers.commands import Commands
from handlers.parts import Sizes, put_together
from handlers.table import fill
from handlers.turn import Desk, Turn
from jobs.duties.shift import Outside
from jobs.nursery import Nursery
from jobs.pace import Pace
from jobs.payments import read_packs
from jobs.ports import Clock, Moderator
from jobs.service import Service
from jobs.worker import Worker
from pixverse.trust import trusted
from storage import Store


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
    bot, nursery, languages, wake = make_bot(settings), Nursery(), Languages(), asyncio.Event()
    messenger = Messenger(bot, nursery, Traffic(rates))
    provider = await open_provider(settings, bot, clock, stack)
    courier = _courier(settings, store, messenger, languages, clock, stack)
    pool, cashier = pool_of(provider), TelegramCashier(bot)
    moderator = await _open_moderator(settings, stack)
    outside = Outside(store, provider, courier, cashier, pool, clock, moderator)
    worker = Worker(outside, pace=pace, wake=wake)
    service = Service(store, cashier, clock, wake, settings.terms, pool)
    commands, desk = Commands(bot, languages, store), Desk(service, messenger, languages)

    async def handle(content: dict[str, object]) -> None:
        await program.handle(content)

    intake = Intake(store.inbox, handle, nursery, clock=clock)
    poller = Poller(bot, intake, clock=clock)
    webhook = _webhook(settings, bot, intake, clock)
    listener = webhook or poller
    parts = {
        "database": Part(probe=store.check),
        "telegram": Part(probe=bot.get_me, seen_at=lambda: listener.seen_at),
        "provider": Part(probe=provider.lanes, seen_at=lambda: worker.provider_seen_at),
    }
    readiness = Readiness(parts, clock=clock, nursery=nursery)
    hook = ProviderHook(settings.provider_hook, provider.mentioned, worker.nudge)
    program = Program(
        settings=settings,
        bot=bot,
        application=_application(bot, desk, commands, courier, settings, clock),
        commands=commands,
        intake=intake,
        poller=poller,
        webhook=webhook,
        server=HttpServer(build_app(readiness, telegram=webhook, provider=hook), *settings.http),
        worker=worker,
        nursery=nursery,
    )
    return program


def _courier(
    settings: Settings,
    store: Store,
    messenger: Messenger,
    languages: Languages,
    clock: Clock,
    stack: AsyncExitStack,
) -> TelegramCourier:
    passing = settings.data_dir / "tmp"
    files = ProviderFiles(passing, KeptFiles(settings.kept), server=settings.of_provider.server)
    stack.push_async_callback(files.close)
    limits = LOCAL_SERVER if settings.telegram_local_mode else Limits()
    backups = BackupFiles(settings.database, passing, settings.backup_key, clock)
    results, sealed = (
        ResultSender(messenger, files, limits),
        BackupSender(messenger, backups, limits),
    )
    return TelegramCourier(store, messenger, results, sealed, languages, clock)


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
