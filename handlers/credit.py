"""A person's credits and calendar: /quota, /history, and where they live."""

from telegram import Update

from handlers.addressed import words_of
from handlers.chat.buttons import AskZone, ChooseZone, OpenZones, ShowLedger, ShowQuota
from handlers.chat.credit_screens import ledger_screen, quota_screen
from handlers.chat.html import shorten
from handlers.chat.zone_screens import (
    found_zones_screen,
    zone_chosen_screen,
    zone_unknown_screen,
    zones_screen,
)
from handlers.turn import Desk, Press, Turn, message_of, together
from jobs.errors import NotAChoice
from jobs.ports import Clock
from jobs.zones import clock_of, zones_where

MOST_ZONES = 24


class Credit:
    """The handlers around credits."""

    def __init__(self, desk: Desk, clock: Clock) -> None:
        self._desk = desk
        self._credit = desk.service.credit
        self._clock = clock

    async def quota(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """/quota"""
        quota = await self._credit.quota(turn.person.id)
        await self._desk.say(turn, quota_screen(quota, self._clock.now(), turn.texts))

    async def quota_pressed(self, press: Press, _: ShowQuota) -> None:
        """Back to it."""
        quota = await self._credit.quota(press.person_id)
        await press.show(quota_screen(quota, self._clock.now(), press.texts))

    async def history(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """/history: the ledger."""
        page = await self._credit.history(turn.person.id, 0)
        await self._desk.say(turn, ledger_screen(page, turn.texts))

    async def history_pressed(self, press: Press, button: ShowLedger) -> None:
        """Another page."""
        page = await self._credit.history(press.person_id, max(button.page, 0))
        await press.show(ledger_screen(page, press.texts))

    # where the person lives

    async def zones(self, press: Press, _: OpenZones) -> None:
        """Cities to choose from."""
        balance = await self._credit.balance(press.person_id)
        await press.show(zones_screen(balance, self._clock.now(), press.texts))

    async def choose_zone(self, press: Press, button: ChooseZone) -> None:
        """One of them; nothing means: as the bot."""
        balance = await self._credit.set_zone(press.person_id, button.zone or None)
        await press.show(zone_chosen_screen(balance, self._clock.now(), press.texts))

    async def ask_zone(self, press: Press, _: AskZone) -> None:
        """The next words name a city, a zone, or the time."""
        await self._credit.ask_zone(press.person_id, press.turn.place, on=True)
        await together(press.answer(), self._desk.tell(press.turn, "zone-ask"))

    async def zone_said(self, update: Update, turn: Turn, _: str) -> None:
        """The words: a name is taken as it is, a time leads to the places where it is that late."""
        words, now = words_of(message_of(update)), self._clock.now()
        await self._credit.ask_zone(turn.person.id, turn.place, on=False)
        clock = clock_of(words)
        if clock is not None:
            names = zones_where(now, clock, MOST_ZONES)
            await self._desk.say(turn, found_zones_screen(names, now, turn.texts))
            return
        try:
            balance = await self._credit.set_zone(turn.person.id, words)
        except NotAChoice:
            await self._desk.say(turn, zone_unknown_screen(shorten(words, 60), turn.texts))
        else:
            await self._desk.say(turn, zone_chosen_screen(balance, now, turn.texts))
