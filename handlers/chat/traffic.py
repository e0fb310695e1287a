"""When something may go out to Telegram: in its turn, and not while a chat asks for silence."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import BadRequest, NetworkError, RetryAfter

from handlers.chat.pacing import TELEGRAMS, Pacer, Rates
from jobs.ids import ChatId, Place

T = TypeVar("T")

FLOODS_OBEYED = 3
SAID_AGAIN_AFTER = 1.0  # seconds


class Traffic:
    """The pace of one bot, by a steady clock."""

    def __init__(
        self,
        rates: Rates = TELEGRAMS,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._pacer = Pacer(rates)
        self._monotonic = monotonic
        self._sleep = sleep

    async def answer_with(
        self, place: Place, call: Callable[[], Awaitable[T]], *, messages: int = 1
    ) -> T:
        """Answer a person. A flood is waited for; others go on meanwhile.

        Where it may not have got through it is said once more: twice is better than no answer.
        """
        lost = False
        for _ in range(FLOODS_OBEYED):
            wait = self.reserve(place.chat_id, messages=messages)
            await self.wait(wait)
            try:
                return await call()
            except RetryAfter as flood:
                self.flooded(place.chat_id, flood)
            except NetworkError as trouble:
                if lost or isinstance(trouble, BadRequest):
                    raise
                lost = True
                await self.wait(SAID_AGAIN_AFTER)
        return await call()

    async def send_in_turn(
        self, place: Place, call: Callable[[], Awaitable[T]], *, messages: int = 1
    ) -> T:
        """What the bot says by itself: within all limits, after those who wait for an answer."""
        await self.wait(self.reserve(place.chat_id, background=True, messages=messages))
        try:
            return await call()
        except RetryAfter as flood:
            self.flooded(place.chat_id, flood)
            raise

    def flooded(self, chat_id: ChatId, flood: RetryAfter) -> float:
        """Telegram asked for silence: remembered for that chat alone. Returns the seconds."""
        seconds = seconds_of(flood)
        self._pacer.ban(chat_id, self._monotonic(), seconds)
        return seconds

    def has_room(self, chat_id: ChatId) -> bool:
        """Whether something that may as well be left out can go now."""
        return self._pacer.has_room(chat_id, self._monotonic())

    def reserve(self, chat_id: ChatId, *, background: bool = False, messages: int = 1) -> float:
        """Book the next call to a chat; returns the seconds to wait before it."""
        now = self._monotonic()
        return self._pacer.reserve(chat_id, now, background=background, messages=messages)

    def refund(self, chat_id: ChatId) -> None:
        """What was booked is not needed."""
        self._pacer.refund(chat_id)

    async def wait(self, seconds: float) -> None:
        if seconds > 0:
            await self._sleep(seconds)


def seconds_of(flood: RetryAfter) -> float:
    """`retry_after` in seconds, whichever form the library gives it."""
    after = flood.retry_after
    return float(after) if isinstance(after, int) else after.total_seconds()
