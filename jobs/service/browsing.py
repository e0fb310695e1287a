"""Looking for an effect, page by page or by words."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from jobs.capabilities import Mode
from jobs.effects import Effect, Shelf
from jobs.errors import NotOffered
from jobs.ids import EffectId, PersonId
from jobs.ports import Store

EFFECTS_PER_PAGE = 8


@dataclass(frozen=True, slots=True)
class EffectPage:
    """One page of a shelf. `page` counts from 0, `empty` are shelves that nobody need be led to."""

    shelf: Shelf
    words: str
    page: int
    effects: Sequence[Effect]
    total: int
    empty: Collection[Shelf] = ()

    @property
    def pages(self) -> int:
        return max(-(-self.total // EFFECTS_PER_PAGE), 1)


class Browsing:
    """Everything around the catalogue of effects."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def browse(
        self, person_id: PersonId, shelf: Shelf, page: int, words: str = ""
    ) -> EffectPage:
        """A page of effects; a page beyond the end gives the last one, and a shelf that the provider fills
        with nothing gives everything. Raises NotOffered."""
        if not (await self._store.offer(person_id)).has(Mode.EFFECT):
            raise NotOffered(Mode.EFFECT)
        there = await self._store.effects.browse(
            shelf,
            person_id=person_id,
            words=words,
            offset=page * EFFECTS_PER_PAGE,
            limit=EFFECTS_PER_PAGE,
        )
        found = EffectPage(there.shelf, words, page, there.effects, there.total, there.empty)
        if page < found.pages:
            return found
        return await self.browse(person_id, shelf, found.pages - 1, words)

    async def effect(self, effect_id: EffectId) -> Effect:
        """Raises EffectGone."""
        return await self._store.effects.get(effect_id)

    async def is_starred(self, person_id: PersonId, effect_id: EffectId) -> bool:
        """Whether it is one of the person's favourites."""
        return await self._store.effects.is_starred(person_id, effect_id)

    async def star(self, person_id: PersonId, effect_id: EffectId, *, starred: bool) -> Effect:
        """Onto the person's favourites, or off them. Raises EffectGone."""
        effect = await self._store.effects.get(effect_id)
        await self._store.effects.star(person_id, effect_id, starred=starred)
        return effect
