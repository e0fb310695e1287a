"""A simulated Telegram, a tiny bot and a browser for the tests of the chat page."""

import asyncio
import contextlib
import shutil
from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from tests.browser.page_world import (
    DESKTOP,
    TOKEN,
    chromium,
    jpeg,
    mp4,
    opened,
    people_of,
    simulated_telegram,
)
from tests.browser.tiny_bot import TinyBot


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def telegram() -> AsyncIterator[str]:
    async with simulated_telegram() as url:
        yield url


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no Chromium here: apt-get install chromium")
    async with chromium(path) as launched:
        yield launched


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def http(telegram: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=telegram, timeout=60) as client:
        yield client


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running_bot(http: httpx.AsyncClient) -> AsyncIterator[TinyBot]:
    bot = TinyBot(http, TOKEN, mp4(), jpeg("teal"))
    task = asyncio.create_task(bot.run())
    yield bot
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


@pytest_asyncio.fixture(loop_scope="module")
async def bot(running_bot: TinyBot, http: httpx.AsyncClient) -> TinyBot:
    await people_of(http)
    await running_bot.introduce()
    running_bot.heard.clear()
    return running_bot


@pytest_asyncio.fixture(loop_scope="module")
async def page(bot: TinyBot, browser: Browser, telegram: str) -> AsyncIterator[Page]:
    """Mia's chat on a desktop; whatever the page complains about fails the test."""
    async with opened(browser, telegram, DESKTOP) as shown:
        yield shown
