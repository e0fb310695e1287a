"""Patience with Telegram: whatever fails for a while is asked again, for as long as it takes."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

from telegram.error import InvalidToken, RetryAfter, TelegramError

log = logging.getLogger(__name__)

T = TypeVar("T")
Sleep = Callable[[float], Awaitable[object]]

SHORTEST = 1.0
LONGEST = 30.0


class BadToken(Exception):
    """Telegram does not know the bot's token: asking again is useless."""


async def persist(ask: Callable[[], Awaitable[T]], what: str, *, sleep: Sleep = asyncio.sleep) -> T:
    """Ask until it succeeds, with pauses of 1 to 30 s or as long as Telegram wants. Raises BadToken."""
    pause = SHORTEST
    while True:
        try:
            return await ask()
        except InvalidToken:
            raise BadToken("Telegram does not accept TELEGRAM_BOT_TOKEN") from None
        except TelegramError as error:
            wait = max(pause, _wanted(error))
            log.warning("could not %s, next try in %.0f s: %r", what, wait, error)
        except Exception:
            wait = pause
            log.exception("could not %s, next try in %.0f s", what, wait)
        await sleep(wait)
        pause = min(pause * 2, LONGEST)


def _wanted(error: TelegramError) -> float:
    """The seconds that Telegram asks us to wait."""
    if not isinstance(error, RetryAfter):
        return 0.0
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)
