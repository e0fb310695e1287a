"""What every handler needs first: the world it answers from, who asks, and the numbers of a query."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from simulator.platform.envelope import Code, Refused, bad, wrong

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request

    from simulator.platform.records import Account
    from simulator.platform.world import World

PAGE_SIZES = (10, 20, 50, 100)
_NUMBER = re.compile(r"[0-9]{1,18}")
_T = TypeVar("_T")


def world_of(request: Request) -> World:
    world: World = request.app.state.world
    return world


def account_of(request: Request) -> Account:
    """Whose key it is; the trace id is asked for as well, on reads too."""
    world = world_of(request)
    key = request.headers.get("api-key", "")
    status = world.switches.key_refused_status
    if not key:
        raise Refused(Code.KEY_MISSING, "API-KEY is required", status=status)
    account = world.accounts.get(key)
    if account is None:
        raise Refused(Code.KEY_UNKNOWN, "API-KEY is not valid", status=status)
    if not request.headers.get("ai-trace-id", "").strip():
        raise Refused(Code.EMPTY, "Ai-trace-id is required")
    return account


def trace_of(request: Request) -> str:
    """Of a generation, where the same id means the same job."""
    trace: str = request.headers["ai-trace-id"].strip()
    if world_of(request).switches.trace_uuid and not _is_uuid(trace):
        raise bad("Ai-trace-id must be a UUID")
    return trace.lower()


def _is_uuid(text: str) -> bool:
    try:
        return len(str(UUID(text))) == len(text)
    except ValueError:
        return False


def whole_number(request: Request, name: str, default: int | None) -> int | None:
    """A number of the query, from 1."""
    text = request.query_params.get(name)
    if text is None:
        return default
    if not _NUMBER.fullmatch(text) or int(text) < 1:
        raise wrong(f"{name} must be a positive integer")
    return int(text)


@dataclass(frozen=True, slots=True)
class Page:
    number: int
    size: int

    def cut(self, rows: Sequence[_T]) -> Sequence[_T]:
        return rows[(self.number - 1) * self.size : self.number * self.size]


def page_of(request: Request) -> Page:
    """`page_num` and `page_size` of the lists of voices and styles."""
    number = whole_number(request, "page_num", 1)
    size = whole_number(request, "page_size", PAGE_SIZES[0])
    assert number is not None
    if size not in PAGE_SIZES:
        raise wrong("page_size must be 10, 20, 50 or 100")
    return Page(number, size)
