"""Pages of a list: `limit` and `offset` in the query, `next_offset` 0 when there is no more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from simulator.useapi.refusals import bad

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request

_DEFAULT_LIMIT = 40
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Page:
    offset: int
    limit: int

    def cut(self, rows: Sequence[_T]) -> Sequence[_T]:
        return rows[self.offset : self.offset + self.limit]

    def next_offset(self, total: int) -> int:
        end = self.offset + self.limit
        return end if end < total else 0


def page_of(request: Request, limit_max: int, *, usual: int = _DEFAULT_LIMIT) -> Page:
    """A limit above the server's own is cut down silently, as such APIs do."""
    limit = _number(request, "limit", usual, low=1)
    return Page(_number(request, "offset", 0, low=0), min(limit, limit_max))


def _number(request: Request, name: str, default: int, *, low: int) -> int:
    text = request.query_params.get(name)
    if text is None:
        return default
    if not (text.isascii() and text.isdigit()) or len(text) > 18 or int(text) < low:
        raise bad(f"Query param {name} must be an integer of at least {low}")
    return int(text)
