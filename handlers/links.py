"""/start, and the links that lead to it: what a link carries is done at once."""

from telegram import Update
from telegram.ext import ConversationHandler

from handlers.account import Account
from handlers.door import link_of
from handlers.effects import Effects
from handlers.turn import Desk, Turn
from jobs.effects import linked_effect

END = ConversationHandler.END


class Links:
    """Where somebody who follows a link arrives."""

    def __init__(self, desk: Desk, account: Account, effects: Effects) -> None:
        self._desk = desk
        self._account = account
        self._effects = effects

    async def start(self, update: Update, turn: Turn) -> int:
        """A link to an effect opens it; everything else gets the greeting.

        Whoever followed such a link before they were let in finds its effect below their greeting.
        """
        effect = linked_effect(link_of(update))
        wished = await self._desk.service.door.take_wish(turn.person.id)
        if effect is None:
            await self._account.start(update, turn)
        wanted = effect or wished
        if wanted:
            await self._effects.open(turn, wanted)
        return END
