"""One pair of simulators for all stories, a new world for each."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.simulators import Simulators, simulators
from tests.stories import deeds
from tests.stories.town import Town


@pytest.fixture(scope="session")
def where() -> Iterator[Simulators]:
    with simulators() as running:
        yield running


@pytest.fixture
async def town(where: Simulators, tmp_path: Path) -> AsyncIterator[Town]:
    town = Town(where, tmp_path)
    await town.reset()
    yield town
    try:
        await town.check_refusals()
    finally:
        await town.close()
    deeds.logged(tmp_path / "bot.sqlite3")
