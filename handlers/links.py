"""/start, and the links that lead to it: what a link carries is done at once."""

from collections.abc import Mapping

from telegram import Update

from handlers.account import Account
from handlers.door import link_of
from handlers.effects import Effects
from handlers.in_private import Command
from handlers.turn import Desk, Turn
from jobs.effects import linked_effect


class Links:
    """Where somebody who follows a link arrives."""

    def __init__(
        self, desk: Desk, account: Account, effects: Effects, own: Mapping[str, Command]
    ) -> None:
        self._desk = desk
        self._account = account
        self._effects = effects
        self._own = own

    async def start(self, update: Update, turn: Turn) -> None:
        """A link to an effect opens it, one from a group shows what was asked for there; everything
        else gets the greeting.

        Whoever followed such a link before they were let in finds its effect below their greeting.
        """
        link = link_of(update)
        if link in self._own:
            await self._own[link](update, turn)
            return
        await self._desk.service.drafting.stop_asking(turn.person.id, turn.place)
        effect = linked_effect(link)
        wished = await self._desk.service.door.take_wish(turn.person.id)
        if effect is None:
            await self._account.start(update, turn)
        wanted = effect or wished
        if wanted:
            await self._effects.open(turn, wanted)
