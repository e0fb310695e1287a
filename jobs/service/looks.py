"""Ready-made looks for a whole video: which there are, and the one that a draft gets."""

from collections.abc import Sequence
from dataclasses import dataclass

from jobs import drafts
from jobs.drafts import Draft
from jobs.errors import NoLooks
from jobs.ids import DraftId, PersonId
from jobs.materials import Look
from jobs.ports import Basis, Card, Store

LOOKS_PER_PAGE = 8


@dataclass(frozen=True, slots=True)
class LookPage:
    """One page of the looks. `page` counts from 0."""

    page: int
    looks: Sequence[Look]
    total: int

    @property
    def pages(self) -> int:
        return max(-(-self.total // LOOKS_PER_PAGE), 1)


class Looks:
    """Everything around the provider's looks."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def page(self, number: int) -> LookPage:
        """A page of them; a page beyond the end gives the last one. Raises NoLooks."""
        offset = number * LOOKS_PER_PAGE
        found, total = await self._store.looks.page(offset=offset, limit=LOOKS_PER_PAGE)
        if not total:
            raise NoLooks
        page = LookPage(number, found, total)
        return page if number < page.pages else await self.page(page.pages - 1)

    async def choose(self, draft_id: DraftId, person_id: PersonId, look_id: str) -> Card:
        """The draft's video gets this look. Raises LookGone, DraftGone, NotYours, NotAChoice."""
        look = await self._store.looks.get(look_id)

        def change(draft: Draft, basis: Basis) -> Draft:
            return drafts.with_look(draft, look, basis.offer)

        return await self._store.drafts.change(draft_id, person_id, change)
