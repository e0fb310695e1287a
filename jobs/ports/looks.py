"""The provider's ready-made looks, as the store keeps them."""

from collections.abc import Sequence
from typing import Protocol

from jobs.materials import Look


class Looks(Protocol):
    """What whole videos can be made to look like, as the provider last told it."""

    async def replace(self, looks: Sequence[Look]) -> None:
        """Take over a complete list."""

    async def get(self, look_id: str) -> Look:
        """Raises LookGone."""

    async def page(self, *, offset: int, limit: int) -> tuple[Sequence[Look], int]:
        """Some of them in the provider's order, and how many there are."""
