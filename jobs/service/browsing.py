"""Looking for an effect, page by page or by words."""

from collections.abc import Sequence
from dataclasses import dataclass

from jobs.effects import Effect, Shelf
from jobs.ids import EffectId
from jobs.ports import Store

EFFECTS_PER_PAGE = 8


@dataclass(frozen=True, slots=True)
class EffectPage:
    """One page of a shelf. `page` counts from 0."""

    shelf: Shelf
    words: str
    page: int
    effects: Sequence[Effect]
    total: int

    @property
    def pages(self) -> int:
        return max(-(-self.total // EFFECTS_PER_PAGE), 1)


class Browsing:
    """Everything around the catalogue of effects."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def browse(self, shelf: Shelf, page: int, words: str = "") -> EffectPage:
        """A page of effects; a page beyond the end gives the last one."""
        effects, total = await self._store.effects.page(
            shelf, words=words, offset=page * EFFECTS_PER_PAGE, limit=EFFECTS_PER_PAGE
        )
        found = EffectPage(shelf, words, page, effects, total)
        return found if page < found.pages else await self.browse(shelf, found.pages - 1, words)

    async def effect(self, effect_id: EffectId) -> Effect:
        """Raises EffectGone."""
        return await self._store.effects.get(effect_id)
