"""Ready-made looks for a whole video: listed, and chosen."""

from handlers.chat.buttons import ChooseLook, OpenLooks
from handlers.chat.card import card_screen, looks_screen
from handlers.turn import Desk, Press


class Looks:
    """The handlers of the list of looks."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._service = desk.service.looks

    async def open(self, press: Press, button: OpenLooks) -> None:
        """A page of the looks, on the card. Raises NoLooks."""
        page = await self._service.page(button.page)
        card = await self._desk.service.drafting.card(button.draft, press.person_id)
        await press.show(looks_screen(card, page, press.texts))

    async def choose(self, press: Press, button: ChooseLook) -> None:
        """The video gets this one."""
        card = await self._service.choose(button.draft, press.person_id, button.look)
        await press.show(card_screen(card, press.texts))
