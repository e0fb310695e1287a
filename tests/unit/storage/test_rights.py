"""Every use case for those who run the bot refuses everybody else, before it does anything."""

import asyncio
import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from jobs.errors import NotAnAdmin
from jobs.ids import Actor, PersonId
from jobs.service import Service
from jobs.terms import Terms
from tests.accounts import NoAccounts
from tests.cashiers import NoCashier
from tests.unit.storage.world import World

WHO = ("by", "admin_id")  # what the first argument of such a use case is called


def use_cases(family: object, prefix: str = "service") -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every method of the service whose first argument says who wants it, families within families too."""
    for name, inner in vars(family).items():
        if type(inner).__module__.startswith("jobs.service"):
            yield from use_cases(inner, f"{prefix}.{name}")
    for name, method in inspect.getmembers(family, inspect.iscoroutinefunction):
        first = next(iter(inspect.signature(method).parameters), "")
        if not name.startswith("_") and first in WHO:
            yield f"{prefix}.{name}", method


def arguments(method: Callable[..., Any], who: Actor) -> inspect.BoundArguments:
    """Nothing but who wants it: nothing else may be looked at first."""
    signature = inspect.signature(method)
    given = dict.fromkeys(signature.parameters)
    first = next(iter(given))
    return signature.bind(**{**given, first: who})


async def test_who_has_no_role_is_refused_first(world: World, ann: PersonId) -> None:
    found = list(
        use_cases(
            Service(world.store, NoCashier(), world.clock, asyncio.Event(), Terms(), NoAccounts())
        )
    )
    for _, method in found:
        for who in (ann, None):  # nobody in particular is at the shell, and the chat is no shell
            bound = arguments(method, who)
            with pytest.raises(NotAnAdmin):
                await method(*bound.args, **bound.kwargs)
    assert len({name for name, _ in found}) >= 9
    assert await world.store.audit.page(offset=0, limit=1) == []
