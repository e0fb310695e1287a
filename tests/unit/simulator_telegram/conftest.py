"""A real simulator process for these tests; every test starts in an empty world with one person."""

from collections.abc import AsyncIterator, Iterator

import pytest

from tests.unit.simulator_telegram.driver import ANN, Telegram, running


@pytest.fixture(scope="session")
def simulator() -> Iterator[str]:
    with running() as address:
        yield address


@pytest.fixture
async def telegram(simulator: str) -> AsyncIterator[Telegram]:
    async with Telegram(simulator) as telegram:
        await telegram.control("POST", "/reset", {})
        await telegram.person(ANN, first_name="Ann", username="ann", language_code="en")
        yield telegram


@pytest.fixture
async def chat(telegram: Telegram) -> Telegram:
    """Ann has pressed Start and the bot has seen it."""
    await telegram.say("/start")
    await telegram.updates()
    return telegram
