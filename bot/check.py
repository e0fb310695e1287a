"""`python -m bot --check`: settings, database, Telegram and provider, each tried once, each with a line."""

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack

from telegram.error import InvalidToken, TelegramError

from bot.clock import SYSTEM_CLOCK
from bot.compose import make_bot, open_provider
from bot.settings import Settings
from jobs.errors import ProviderFault, Refused
from storage import DatabaseProblem, Store


async def check(settings: Settings) -> int:
    """Print what works and what does not; 0 when all does, else 1."""
    print("settings   ok")
    tries: tuple[tuple[str, Callable[[Settings], Awaitable[tuple[bool, str]]]], ...] = (
        ("database", _database),
        ("telegram", _telegram),
        ("provider", _provider),
    )
    fine = True
    for name, attempt in tries:
        worked, words = await attempt(settings)
        print(f"{name:10} {words}")
        fine = fine and worked
    return 0 if fine else 1


async def _database(settings: Settings) -> tuple[bool, str]:
    offer = settings.adapter.offer
    try:
        store = await Store.open(
            settings.database, clock=SYSTEM_CLOCK, rules=settings.rules, offer=offer, lock_wait=0
        )
    except DatabaseProblem as problem:
        return False, str(problem)
    try:
        await store.check()
    finally:
        await store.close()
    return True, f"ok: {settings.database} can be written"


async def _telegram(settings: Settings) -> tuple[bool, str]:
    bot = make_bot(settings)
    try:
        async with bot:
            return True, f"ok: this is @{bot.username}"
    except InvalidToken:
        return False, "TELEGRAM_BOT_TOKEN is not accepted. Ask @BotFather for the right one."
    except TelegramError as trouble:
        return False, f"{settings.telegram_api_url} cannot be reached ({type(trouble).__name__})"


async def _provider(settings: Settings) -> tuple[bool, str]:
    server = settings.of_provider.server
    async with AsyncExitStack() as stack:
        provider = await open_provider(settings, make_bot(settings), SYSTEM_CLOCK, stack)
        try:
            accounts = await provider.accounts_summary()
        except Refused as refusal:
            return False, f"{server} refuses us: {refusal.reason}"
        except ProviderFault as trouble:
            return False, f"{server} cannot be asked ({type(trouble).__name__})"
    if not accounts:
        return False, f"no PixVerse account is configured at {settings.adapter.title} yet"
    lines = [
        f"{one.name}: {one.plan or 'unknown plan'}, {one.credits} credits, {one.jobs} jobs at once"
        if one.trouble is None
        else f"{one.name}: cannot be used ({one.trouble})"
        for one in accounts
    ]
    fine = all(one.trouble is None for one in accounts)
    return fine, ("ok: " if fine else "") + "; ".join(lines)
