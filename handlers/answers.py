"""Words that answer a question of ours: what was asked stands in the draft row."""

from collections.abc import Awaitable, Callable, Mapping

from telegram import Update

from handlers.create import Create
from handlers.credit import Credit
from handlers.effects import Effects
from handlers.turn import Desk, Turn
from jobs.asking import Ask

Answer = Callable[[Update, Turn], Awaitable[int]]


class Answers:
    """Hands the words to whoever asked."""

    def __init__(self, desk: Desk, create: Create, credit: Credit, effects: Effects) -> None:
        self._desk = desk
        self._create = create
        self._answers: Mapping[Ask, Answer] = {
            Ask.SEARCH: effects.found,
            Ask.ZONE: credit.zone_said,
        }

    async def words(self, update: Update, turn: Turn) -> int:
        """PTB keeps one position per chat: in another topic the words are a prompt."""
        card = await self._desk.service.drafting.open_card(turn.person.id, turn.place)
        answer = self._answers.get(card.asking.ask) if card and card.asking else None
        return await (answer or self._create.words)(update, turn)
