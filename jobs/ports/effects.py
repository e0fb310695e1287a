"""The catalogue of effects, as the store keeps it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from jobs.effects import Effect, Shelf
from jobs.ids import EffectId, PersonId


@dataclass(frozen=True, slots=True)
class Browsed:
    """A page of a shelf, how many effects it has in all, and the shelves that the provider leaves empty."""

    shelf: Shelf
    effects: Sequence[Effect]
    total: int
    empty: Collection[Shelf]


class Effects(Protocol):
    """The catalogue of effects, as the provider last told it."""

    async def replace(self, effects: Sequence[Effect]) -> None:
        """Take over a complete catalogue."""

    async def get(self, effect_id: EffectId) -> Effect:
        """Raises EffectGone, also for an effect that the rules hide."""

    async def page(
        self,
        shelf: Shelf,
        *,
        person_id: PersonId | None = None,
        words: str = "",
        offset: int,
        limit: int,
    ) -> tuple[Sequence[Effect], int]:
        """A page of a shelf (all of whose names, hints match every one of `words`), and the total.

        Hidden effects are on no page. The person's own shelves have the latest first.
        """

    async def browse(
        self, shelf: Shelf, *, person_id: PersonId, words: str = "", offset: int, limit: int
    ) -> Browsed:
        """A page as `page` gives it: of everything, where the provider leaves the shelf empty."""

    async def named(self, name: str) -> Sequence[Effect]:
        """The effects of this name, hidden ones too."""

    async def hidden(self) -> Sequence[Effect]:
        """The effects that the rules hide."""

    async def refused(self) -> Collection[EffectId]:
        """Those that were refused in the last day, since the provider's account has them not switched on,
        and that it has not taken since."""

    async def star(self, person_id: PersonId, effect_id: EffectId, *, starred: bool) -> None:
        """Onto the person's favourites, or off them."""

    async def is_starred(self, person_id: PersonId, effect_id: EffectId) -> bool:
        """Whether it is one of the person's favourites."""
