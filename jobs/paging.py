"""Turning the pages of a list."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
Look = Callable[[int, int], Awaitable[Sequence[T]]]  # how many to leave out, how many to bring


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T]):
    """What stands on a page, counted from 0, and whether another one follows."""

    page: int
    rows: Sequence[T]
    more: bool


async def turn_to(page: int, size: int, look: Look[T]) -> Leaf[T]:
    """A page of so many rows. A list that has become too short for it begins again: it is not empty."""
    found = await look(page * size, size + 1)
    if page and not found:
        return await turn_to(0, size, look)
    return Leaf(page, found[:size], more=len(found) > size)
