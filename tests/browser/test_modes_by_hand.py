"""Every way to make a video, reached as a newcomer would on a phone: by tapping, sending, replying, writing."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, FilePayload, Locator, Page, expect

from tests.browser.chatting import pictures, said, write
from tests.browser.demo import demo, key
from tests.browser.page_world import PHONE, mp4, opened
from tests.media import sound

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

PATIENCE = 60_000  # milliseconds
CUT_OFF = """() => [...document.querySelectorAll('[data-testid="keyboard-button"] > span')]
    .filter((label) => label.scrollHeight > label.clientHeight + 1
        || label.scrollWidth > label.clientWidth + 1)
    .map((label) => label.textContent)"""


async def send(page: Page, files: list[FilePayload], caption: str = "") -> None:
    await page.get_by_test_id("attach-input").first.set_input_files(files)
    if caption:
        await page.get_by_test_id("caption").fill(caption)
    await page.get_by_test_id("sheet-send").click()


async def taps(page: Page, *labels: str) -> None:
    for label in labels:
        await key(page, label).click()


async def generates(page: Page, title: str) -> None:
    """The card says what it will be, nothing on it is cut off, and it starts."""
    await expect(said(page, title).last).to_be_visible()
    await expect(key(page, "Generate")).to_be_visible()
    assert await page.evaluate(CUT_OFF) == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    await taps(page, "Generate")


async def results(page: Page, count: int) -> None:
    """So many videos are there, and nothing is being made any more."""
    videos = page.locator('[data-from="bot"]').get_by_test_id("video")
    await expect(videos).to_have_count(count, timeout=PATIENCE)


def result(page: Page, caption: str) -> Locator:
    return said(page, caption).filter(has=page.get_by_test_id("video")).last


async def test_every_mode_is_reached_by_hand(browser: Browser, tmp_path: Path) -> None:
    async with demo(tmp_path) as address, opened(browser, address, PHONE, touch=True) as page:
        await page.get_by_test_id("start").click()
        await write(page, "/grant 1001 5000")
        await expect(said(page, "An admin gave you")).to_be_visible()
        await _words_and_pictures(page)
        await _from_a_result(page)
        await _own_video_voice_and_effect(page)


async def _words_and_pictures(page: Page) -> None:
    await write(page, "a fox in the snow")
    await taps(page, "More", "Preview: off")
    await expect(key(page, "Preview: on")).to_be_visible()
    await taps(page, "Back")
    await generates(page, "Text to video")
    await taps(page, "I agree")

    await send(page, pictures(1))
    await expect(said(page, "Picture to video")).to_be_visible()
    await taps(page, "Add last frame")
    await expect(said(page, "that it should end with")).to_be_visible()
    await send(page, pictures(2)[1:])
    await generates(page, "First to last picture")

    await send(page, pictures(3))
    await expect(said(page, "Picture to picture")).to_be_visible()
    await taps(page, "Arrange", "→ 5 s →")
    await expect(said(page, "From picture 2 to picture 3")).to_be_visible()
    await taps(page, "8 s", "Back", "Done")
    await generates(page, "13 s")

    await send(page, pictures(2), "@pic1 meets @pic2")
    await generates(page, "Pictures in one scene")
    await results(page, 4)


async def _from_a_result(page: Page) -> None:
    fox = result(page, "a fox in the snow")
    await fox.get_by_text("Full quality").click()
    await generates(page, "the same number gives")

    await fox.get_by_test_id("message-text").tap()
    await page.get_by_role("menuitem", name="Reply").tap()
    await write(page, "it runs away")
    await taps(page, "Make it longer")
    await generates(page, "Longer video")

    await fox.get_by_text("Modify").click()
    await expect(said(page, "Changed video").last).to_be_visible()
    await write(page, "it wears a hat")
    await generates(page, "Changed video")

    await fox.get_by_text("Upscale").click()
    await generates(page, "Upscaled to 4K")
    await results(page, 8)


async def _own_video_voice_and_effect(page: Page) -> None:
    own: FilePayload = {"name": "me.mp4", "mimeType": "video/mp4", "buffer": mp4(3, 24)}
    await send(page, [own])
    await taps(page, "Let it speak", "Voices", "▶️")
    await expect(page.get_by_test_id("sound")).to_be_visible()
    await taps(page, "James")
    await write(page, "Welcome to my film")
    await generates(page, "James: “Welcome to my film”")

    voice: FilePayload = {"name": "v.ogg", "mimeType": "audio/ogg", "buffer": sound("ogg", 2)}
    await send(page, [voice])
    await expect(said(page, "Which video shall speak with it").last).to_be_visible()
    await taps(page, "Cancel")

    await write(page, "/effects")
    await taps(page, "Hand in Hand", "Use this effect")
    await expect(said(page, "Send me the first photo")).to_be_visible()
    await send(page, pictures(2))
    await generates(page, "2 of 2 pictures")
    await results(page, 10)
