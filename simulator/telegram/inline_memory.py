"""What Telegram remembers of inline mode: answers for whoever types the same, and results on screen."""

from collections import OrderedDict
from dataclasses import dataclass, field, replace

from simulator.telegram.errors import WorldError
from simulator.telegram.inline_model import InlineAnswer, InlineResult

_KEPT_OFFERS = 500


@dataclass(frozen=True)
class Typed:
    """Who typed what where; `offset` asks for more of the same."""

    person: int
    chat: int
    query: str
    offset: str = ""


@dataclass(frozen=True)
class Offer:
    """A bot's answer as it stands before the person."""

    id: str
    bot: int
    typed: Typed
    answer: InlineAnswer
    fresh: bool = True  # asked for just now, not remembered


@dataclass(frozen=True)
class _Words:
    """What an answer is remembered by; `person` only where it is meant for one."""

    bot: int
    query: str
    offset: str
    person: int | None


@dataclass(frozen=True)
class _Remembered:
    until: float
    offer: Offer


@dataclass
class InlineMemory:
    pictures: dict[str, str] = field(default_factory=dict)  # addresses, and the files they became
    _offers: OrderedDict[str, Offer] = field(default_factory=OrderedDict)
    _answers: dict[_Words, _Remembered] = field(default_factory=dict)

    def recall(self, bot: int, typed: Typed, now: float) -> Offer | None:
        """An answer to the same words that the bot has allowed to be given again."""
        for person in (typed.person, None):
            found = self._answers.get(_Words(bot, typed.query, typed.offset, person))
            if found is not None and found.until > now:
                return self._show(replace(found.offer, typed=typed, fresh=False))
        return None

    def keep(self, offer: Offer, now: float) -> Offer:
        typed, answer = offer.typed, offer.answer
        person = typed.person if answer.is_personal else None
        words = _Words(offer.bot, typed.query, typed.offset, person)
        self._answers[words] = _Remembered(now + answer.cache_time, offer)
        return self._show(offer)

    def _show(self, offer: Offer) -> Offer:
        self._offers[offer.id] = offer
        self._offers.move_to_end(offer.id)
        if len(self._offers) > _KEPT_OFFERS:
            self._offers.popitem(last=False)
        return offer

    def result(self, offer_id: str, result_id: str) -> tuple[Offer, InlineResult]:
        offer = self._offers.get(offer_id)
        results = offer.answer.results if offer else []
        found = next((result for result in results if result.id == result_id), None)
        if offer is None or found is None:
            raise WorldError("there is no such result any more")
        return offer, found

    def result_at(self, offer_id: str, index: int) -> tuple[Offer, InlineResult]:
        offer = self._offers.get(offer_id)
        if offer is None or not 0 <= index < len(offer.answer.results):
            raise WorldError("there is no such result any more")
        return offer, offer.answer.results[index]

    def clear(self) -> None:
        self.pictures.clear()
        self._offers.clear()
        self._answers.clear()
