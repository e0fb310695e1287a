"""A real database file per test, a clock that is set by hand, and a few people."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from jobs.ids import PersonId
from jobs.rules import LiveRules
from storage import Store
from tests.clock import SettableClock
from tests.offers import OFFER
from tests.unit.storage.world import ADMIN, World

Opener = Callable[..., Awaitable[World]]
RULES = LiveRules(
    daily_credits=100,
    monthly_credits=1000,
    max_running_jobs=2,
    owners=frozenset({ADMIN}),
)


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "bot.sqlite3"


@pytest.fixture
async def open_world(clock: SettableClock, path: Path) -> AsyncIterator[Opener]:
    """Open the file as a process would; changes to the rules are given by name."""
    opened: list[World] = []

    async def open_(**changes: object) -> World:
        rules = replace(RULES, **changes)  # type: ignore[arg-type]
        world = World(
            await Store.open(path, clock=clock, rules=rules, offer=OFFER, lock_wait=0), clock, path
        )
        opened.append(world)
        return world

    yield open_
    for world in opened:
        await world.store.close()


@pytest.fixture
async def world(open_world: Opener) -> World:
    return await open_world()


@pytest.fixture
async def ann(world: World) -> PersonId:
    return await world.meet(1, "Ann")


@pytest.fixture
async def ben(world: World) -> PersonId:
    return await world.meet(2, "Ben")
