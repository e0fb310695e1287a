"""Words that answer a question of ours: what was asked stands in the draft row."""

from collections.abc import Awaitable, Callable, Mapping

from telegram import Update

from handlers.create import Create
from handlers.credit import Credit
from handlers.effects import Effects
from handlers.pictures import Pictures
from handlers.sounds import Sounds
from handlers.turn import Desk, Turn
from handlers.voices import Voices
from jobs.asking import Ask

Answer = Callable[[Update, Turn, str], Awaitable[object]]


class Answers:
    """Hands the words to whoever asked."""

    def __init__(
        self,
        desk: Desk,
        *,
        create: Create,
        credit: Credit,
        effects: Effects,
        pictures: Pictures,
        sounds: Sounds,
        voices: Voices,
    ) -> None:
        self._desk = desk
        self._create = create
        self._answers: Mapping[Ask, Answer] = {
            Ask.SEARCH: effects.found,
            Ask.ZONE: credit.zone_said,
            Ask.SEGMENT: pictures.segment_words,
            Ask.MORE_WORDS: pictures.go_on,
            Ask.SOUND: sounds.described,
            Ask.NEGATIVE: sounds.left_out,
            Ask.SPEECH: voices.said,
        }

    async def words(self, update: Update, turn: Turn) -> object:
        """PTB keeps one position per chat: in another topic the words are a prompt, and so they are
        where a picture was asked for."""
        card = await self._desk.service.drafting.open_card(turn.person.id, turn.place)
        asking = card.asking if card else None
        answer = self._answers.get(asking.ask) if asking else None
        if asking is None or answer is None:
            return await self._create.words(update, turn)
        return await answer(update, turn, asking.detail)
