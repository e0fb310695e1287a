"""`make demo` as a newcomer tries it: the real bot in the browser, and the same again after a restart."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.chatting import films, pictures, said, write
from tests.browser.demo import demo, key
from tests.browser.page_world import DESKTOP, PHONE, opened

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

PATIENCE = 60_000  # milliseconds


async def plays(page: Page) -> None:
    """The newest video is real: without sound it plays by itself."""
    video = films(page).last
    await video.wait_for(timeout=PATIENCE)
    await page.wait_for_function(
        "() => [...document.querySelectorAll('main video')].some((v) => v.currentTime > 0.3)"
    )


async def test_a_newcomer_makes_videos_and_finds_them_again(
    browser: Browser, tmp_path: Path
) -> None:
    async with demo(tmp_path) as address, opened(browser, address, PHONE) as page:
        await page.get_by_test_id("start").click()
        await expect(said(page, "Hi Olivia")).to_be_visible()
        await write(page, "a lighthouse in a storm")
        await key(page, "Generate").click()
        await key(page, "I agree").click()
        await plays(page)

        await page.get_by_test_id("attach-input").first.set_input_files(pictures(1))
        await page.get_by_test_id("caption").fill("the sea begins to move")
        await page.get_by_test_id("sheet-send").click()
        await expect(said(page, "Picture to video")).to_be_visible()
        await key(page, "Generate").click()
        await expect(films(page)).to_have_count(2, timeout=PATIENCE)
        width = await page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE[0]

    async with demo(tmp_path) as address, opened(browser, address, DESKTOP) as page:
        await expect(films(page)).to_have_count(2)
        await write(page, "/jobs")
        await expect(said(page, "Your videos")).to_contain_text("a lighthouse in a storm")


async def test_pixverse_itself_makes_a_video(browser: Browser, tmp_path: Path) -> None:
    """The same page, with the simulated platform behind the bot."""
    shown = demo(tmp_path, provider="pixverse")
    async with shown as address, opened(browser, address, PHONE) as page:
        await page.get_by_test_id("start").click()
        await expect(said(page, "Hi Olivia")).to_be_visible()
        await write(page, "a lighthouse in a storm")
        await expect(key(page, "Model: v5.6")).to_be_visible()
        await key(page, "Generate").click()
        await key(page, "I agree").click()
        await plays(page)
    assert (tmp_path / "platform").is_dir(), "it was the platform's simulator that made it"


async def test_an_admin_lets_somebody_in(browser: Browser, tmp_path: Path) -> None:
    async with demo(tmp_path) as address, opened(browser, address, DESKTOP) as page:
        await page.get_by_test_id("start").click()
        await expect(said(page, "Hi Olivia")).to_be_visible()
        await page.get_by_test_id("person").filter(has_text="Ben").click()
        await page.get_by_test_id("start").click()
        await expect(said(page, "by invitation")).to_be_visible()
        await page.get_by_test_id("person").filter(has_text="Olivia").click()
        await key(page, "Allow").click()
        await page.get_by_test_id("person").filter(has_text="Ben").click()
        await expect(said(page, "You're in!")).to_be_visible()
