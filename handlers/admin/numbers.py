"""The numbers in the panel and as /stats."""

import asyncio
from collections.abc import Sequence

from telegram import Update

from handlers.admin.words import arguments, whole
from handlers.chat.buttons import DrawNumbers, ShowNumbers
from handlers.chat.chart_drawing import draw
from handlers.chat.numbers_screens import numbers_screen
from handlers.chat.panel_screens import with_way_back
from handlers.chat.screens import Screen
from handlers.turn import Desk, Press, Turn
from jobs.admin.numbers import STRETCHES

PICTURE = "picture"


class NumbersDesk:
    """The handlers around the numbers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._numbers = desk.service.admin.numbers

    async def page(self, turn: Turn) -> Screen:
        """The page in the panel: today."""
        return await self._screen(turn, STRETCHES[0])

    async def stats(self, update: Update, turn: Turn) -> None:
        """/stats; /stats 7; /stats 30 picture"""
        words = [word.lower() for word in arguments(update)]
        days = _days([word for word in words if word != PICTURE])
        if days is None:
            await self._desk.tell(turn, "numbers-usage")
        elif PICTURE in words:
            await self._send(turn, days)
        else:
            await self._desk.say(turn, await self._screen(turn, days))

    async def show(self, press: Press, button: ShowNumbers) -> None:
        """Another stretch of days."""
        if button.days not in STRETCHES:
            await press.answer("error-stale", alert=True)
            return
        screen = await self._screen(press.turn, button.days)
        await press.show(with_way_back(screen, press.texts))

    async def draw(self, press: Press, button: DrawNumbers) -> None:
        """The picture, as a message of its own."""
        if button.days not in STRETCHES:
            await press.answer("error-stale", alert=True)
            return
        await press.answer()
        await self._send(press.turn, button.days)

    async def _send(self, turn: Turn, days: int) -> None:
        numbers = await self._numbers.of_days(turn.person.id, days)
        picture = await asyncio.to_thread(draw, numbers, turn.texts)
        place, messenger = turn.place, self._desk.messenger
        await messenger.send_in_turn(
            place, lambda: messenger.bot.send_photo(place.chat_id, picture)
        )

    async def _screen(self, turn: Turn, days: int) -> Screen:
        numbers = await self._numbers.of_days(turn.person.id, days)
        return numbers_screen(numbers, turn.texts)


def _days(words: Sequence[str]) -> int | None:
    """Today where no number is said; None where it is not one of those that there are."""
    match words:
        case []:
            return STRETCHES[0]
        case [word] if (days := whole(word)) in STRETCHES:
            return days
        case _:
            return None
