"""What a person does in the chat page, in the words of the tests."""

import re

from playwright.async_api import FilePayload, Locator, Page

from tests.browser.page_world import jpeg
from tests.browser.tiny_bot import TinyBot


async def write(page: Page, text: str) -> None:
    await page.get_by_test_id("composer").fill(text)
    await page.get_by_test_id("composer").press("Enter")


def said(page: Page, text: str | re.Pattern[str]) -> Locator:
    return page.get_by_test_id("message").filter(has_text=text)


def films(within: Page | Locator) -> Locator:
    """Videos, and those without sound, which Telegram calls animations."""
    return within.locator("video[data-testid=video], video[data-testid=animation]")


def key(page: Page, text: str) -> Locator:
    return page.get_by_test_id("keyboard-button").filter(has_text=re.compile(f"^{text}$"))


def pictures(count: int) -> list[FilePayload]:
    colours = ("crimson", "gold", "teal", "navy")
    return [
        {"name": f"{colours[n]}.jpg", "mimeType": "image/jpeg", "buffer": jpeg(colours[n])}
        for n in range(count)
    ]


async def heard(page: Page, bot: TinyBot, count: int) -> None:
    """Wait until the bot has got this many messages."""
    for _ in range(200):
        if len(bot.messages()) >= count:
            return
        await page.evaluate("() => new Promise((done) => setTimeout(done, 25))")
    raise AssertionError(f"the bot heard only {bot.heard}")
