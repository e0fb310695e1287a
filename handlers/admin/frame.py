"""The panel: one message that is edited in place, with a page for each part of running the bot."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from telegram import Update

from handlers.chat.buttons import OpenPage, OpenPanel
from handlers.chat.panel_screens import home_screen, with_way_back
from handlers.chat.screens import Screen
from handlers.turn import Desk, Press, Turn
from jobs.roles import Right, may


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the panel: `panel-<name>` is the label of its key, `show` makes its screen.

    It is offered to those who have the right. The frame adds the way back to the panel.
    """

    name: str
    right: Right
    show: Callable[[Turn], Awaitable[Screen]]


class Panel:
    """Shows the pages that a role may see."""

    def __init__(self, desk: Desk, pages: Sequence[Page]) -> None:
        self._desk = desk
        self._pages = {page.name: page for page in pages}

    async def open(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """/admin"""
        await self._desk.say(turn, self._home(turn))

    async def home(self, press: Press, _: OpenPanel) -> None:
        """Back to the first page."""
        await press.show(self._home(press.turn))

    async def page(self, press: Press, button: OpenPage) -> None:
        """One page. Raises NotYourRole."""
        page = self._pages.get(button.name)
        if page is None:
            await press.answer("error-stale", alert=True)
            return
        press.turn.require(page.right)
        screen = await page.show(press.turn)
        await press.show(with_way_back(screen, press.texts))

    def _home(self, turn: Turn) -> Screen:
        role = turn.person.role
        names = [page.name for page in self._pages.values() if may(role, page.right)]
        assert role
        return home_screen(role, names, turn.texts)
