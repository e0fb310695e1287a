"""One process of each simulator for all tests of adapters, and each test on every provider's world."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest

from bot.providers.adapter import OpenProvider
from tests.clock import SettableClock
from tests.integration import simulator_platform, simulator_useapi, simulator_useapi_v1
from tests.integration.providers.carrying import opened
from tests.integration.providers.toy.server import ToyServer
from tests.integration.providers.worlds import WORLDS, World


@pytest.fixture(scope="session")
def useapi_process() -> Iterator[simulator_useapi.Simulator]:
    with simulator_useapi.running() as simulator:
        yield simulator


@pytest.fixture(scope="session")
def platform_process() -> Iterator[simulator_platform.Platform]:
    with simulator_platform.running() as platform:
        yield platform


@pytest.fixture(scope="session")
def legacy_process() -> Iterator[simulator_useapi_v1.Legacy]:
    with simulator_useapi_v1.running() as legacy:
        yield legacy


@pytest.fixture(scope="session")
def toy_process() -> Iterator[ToyServer]:
    with ToyServer() as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(params=list(WORLDS))
def world(request: pytest.FixtureRequest) -> World:
    """Every provider in turn."""
    build, process = WORLDS[request.param]
    world = build(request.getfixturevalue(process))
    world.wipe()
    return world


@pytest.fixture
def clock() -> SettableClock:
    """The simulators go by the machine's clock, so this one begins there; it stands still."""
    return SettableClock(datetime.now(UTC))


@pytest.fixture
async def provider(
    world: World, tmp_path: Path, clock: SettableClock
) -> AsyncIterator[OpenProvider]:
    async with opened(world, tmp_path, clock) as provider:
        yield provider
