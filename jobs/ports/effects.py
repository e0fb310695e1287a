"""The catalogue of effects, as the store keeps it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from jobs.effects import Effect, Shelf
from jobs.ids import EffectId


class Effects(Protocol):
    """The catalogue of effects, as the provider last told it."""

    async def replace(self, effects: Sequence[Effect]) -> None:
        """Take over a complete catalogue."""

    async def refreshed_at(self) -> datetime | None:
        """When `replace` last ran."""

    async def get(self, effect_id: EffectId) -> Effect:
        """Raises EffectGone, also for an effect that the rules hide."""

    async def page(
        self, shelf: Shelf, *, words: str = "", offset: int, limit: int
    ) -> tuple[Sequence[Effect], int]:
        """A page of a shelf (all of whose names, hints match every one of `words`), and the total.

        Hidden effects are on no page.
        """

    async def named(self, name: str) -> Sequence[Effect]:
        """The effects of this name, hidden ones too."""

    async def hidden(self) -> Sequence[Effect]:
        """The effects that the rules hide."""
