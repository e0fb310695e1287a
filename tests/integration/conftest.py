"""A Telegram that answers what a test has told it to, and a bot of ours that talks to it."""

from collections.abc import AsyncIterator

import pytest
from telegram.ext import ExtBot

from tests.integration.bare_telegram import BareTelegram, bot_at, running


@pytest.fixture
async def telegram() -> AsyncIterator[BareTelegram]:
    async with running() as server:
        yield server


@pytest.fixture
async def bot(telegram: BareTelegram) -> AsyncIterator[ExtBot[None]]:
    async with bot_at(telegram.url) as bot:
        yield bot
