"""Draws the pictures of the README anew: python -m tests.browser.pictures

Three phones side by side, once by day and once by night: a draft, an effect, a finished video.
"""

import asyncio
import io
import shutil
import tempfile
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.async_api import Page, expect

from tests.browser.chatting import films, said, write
from tests.browser.demo import demo, key
from tests.browser.page_world import PHONE, ROOT, chromium, opened

FOLDER = ROOT / "docs" / "images"
WORDS = "A lighthouse in a storm, seen from the sea, cinematic"
PATIENCE = 60_000  # milliseconds
SHARPNESS = 2  # what most screens show
GAP = 16 * SHARPNESS
QUALITY = 88
BETWEEN = {"light": "#ffffff", "dark": "#0d1117"}  # GitHub's own background
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


async def main() -> None:
    path = shutil.which("chromium")
    assert path, "there is no Chromium here"
    with tempfile.TemporaryDirectory() as data:
        async with (
            demo(Path(data)) as address,
            chromium(path) as browser,
            opened(browser, address, PHONE, sharpness=SHARPNESS) as page,
        ):
            drawn = await three_phones(page)
    for theme, phones in drawn.items():
        whole = side_by_side(phones, BETWEEN[theme])
        whole.save(FOLDER / f"demo-{theme}.webp", quality=QUALITY, method=6)


async def three_phones(page: Page) -> dict[str, list[Image.Image]]:
    drawn: dict[str, list[Image.Image]] = {theme: [] for theme in THEMES}
    await page.get_by_test_id("start").click()
    await expect(said(page, "Hi Olivia")).to_be_visible()
    await write(page, WORDS)
    await expect(key(page, "Generate")).to_be_visible()
    await draw(page, drawn)
    await key(page, "Generate").click()
    await key(page, "I agree").click()
    await films(page).last.wait_for(timeout=PATIENCE)
    await expect(said(page, "Ready")).to_be_visible()
    video = await draw(page, drawn)
    await write(page, "/effects")
    await key(page, "First Snowfall").click()
    await expect(key(page, "Use this effect")).to_be_visible()
    await draw(page, drawn)
    for phones in drawn.values():
        phones.append(phones.pop(video))
    return drawn


async def draw(page: Page, drawn: dict[str, list[Image.Image]]) -> int:
    """Both themes, when everything has come to rest; returns which phone it is."""
    await expect(page.locator("#toasts > *")).to_have_count(0, timeout=PATIENCE)
    await page.mouse.move(PHONE[0] // 2, 1)  # nothing is pointed at
    await page.locator("#chat-title").click()
    await page.wait_for_timeout(1500)  # a preview has to be fetched before it moves
    for theme in THEMES:
        await page.emulate_media(color_scheme=theme)
        shot = await page.screenshot(animations="disabled")
        drawn[theme].append(Image.open(io.BytesIO(shot)).convert("RGB"))
    return len(drawn[theme]) - 1


def side_by_side(phones: list[Image.Image], between: str) -> Image.Image:
    width = sum(phone.width for phone in phones) + GAP * (len(phones) - 1)
    whole = Image.new("RGB", (width, phones[0].height), between)
    for number, phone in enumerate(phones):
        whole.paste(phone, (number * (phone.width + GAP), 0))
    return whole


if __name__ == "__main__":
    asyncio.run(main())
