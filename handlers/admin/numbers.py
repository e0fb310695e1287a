"""The numbers in the panel and as /stats."""

import asyncio

from telegram import Update

from handlers.chat.buttons import DrawNumbers, ShowNumbers
from handlers.chat.chart import draw
from handlers.chat.numbers_screens import numbers_screen
from handlers.chat.panel_screens import with_way_back
from handlers.chat.screens import Screen
from handlers.turn import Desk, Press, Turn
from jobs.numbers import STRETCHES


class NumbersDesk:
    """The handlers around the numbers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._numbers = desk.service.admin.numbers

    async def page(self, turn: Turn) -> Screen:
        """The page in the panel: today."""
        return await self._screen(turn, STRETCHES[0])

    async def stats(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """/stats"""
        await self._desk.say(turn, await self.page(turn))

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
        numbers = await self._numbers.of_days(press.person_id, button.days)
        picture = await asyncio.to_thread(draw, numbers, press.texts)
        place, messenger = press.turn.place, self._desk.messenger
        await messenger.send_in_turn(
            place, lambda: messenger.bot.send_photo(place.chat_id, picture)
        )

    async def _screen(self, turn: Turn, days: int) -> Screen:
        numbers = await self._numbers.of_days(turn.person.id, days)
        return numbers_screen(numbers, turn.texts)
