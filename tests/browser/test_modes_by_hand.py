"""Every way to make a video, reached as a newcomer would on a phone: by tapping, sending, replying, writing."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, FilePayload, Locator, Page, expect

from tests.browser.chatting import films, pictures, said, write
from tests.browser.demo import demo, key
from tests.browser.page_world import PHONE, mp4, opened

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


async def wishes(page: Page, words: str) -> None:
    """These words are on a card of their own: its keys are the newest."""
    await write(page, words)
    await expect(page.locator('[data-from="bot"]').filter(has_text=words)).to_be_visible()


async def generates(page: Page, title: str) -> None:
    """The card says what it will be, nothing on it is cut off, and it starts."""
    await expect(said(page, title).last).to_be_visible()
    await expect(key(page, "Generate")).to_be_visible()
    assert await page.evaluate(CUT_OFF) == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    await taps(page, "Generate")


async def results(page: Page, count: int) -> None:
    """So many videos are there, and nothing is being made any more."""
    videos = films(page.locator('[data-from="bot"]'))
    await expect(videos).to_have_count(count, timeout=PATIENCE)


def result(page: Page, caption: str, kind: str = "video") -> Locator:
    shown = films(page) if kind == "video" else page.get_by_test_id(kind)
    return said(page, caption).filter(has=shown).last


async def test_every_mode_is_reached_by_hand(browser: Browser, tmp_path: Path) -> None:
    async with demo(tmp_path) as address, opened(browser, address, PHONE, touch=True) as page:
        await page.context.grant_permissions(["microphone"])
        await page.get_by_test_id("start").click()
        for command in ("/grant 1001 5000", "/limit 1001 jobs 8"):
            await write(page, command)
        await _small_videos_are_the_habit(page)
        await _unproven_modes_are_switched_on(page)
        await _words_and_pictures(page)
        await _from_a_result(page)
        await _own_video_and_voice(page)
        await _effects(page)
        await _in_a_topic_of_a_group(page)


async def _small_videos_are_the_habit(page: Page) -> None:
    await write(page, "/settings")
    await taps(page, "Quality", "360p", "Time zone")
    await expect(key(page, "Length")).to_have_count(0)


async def _unproven_modes_are_switched_on(page: Page) -> None:
    """They are off by themselves: those who run the bot choose them."""
    await write(page, "/admin")
    await taps(page, "Settings", "Models and ways", "New picture", "Moving like a video")
    for mode in ("New picture", "Moving like a video"):
        await expect(key(page, f"✅ {mode}")).to_be_visible()
    await taps(page, "Settings")
    await expect(key(page, "Moving like a video")).to_have_count(0)


async def _words_and_pictures(page: Page) -> None:
    await wishes(page, "a fox in the snow")
    await taps(page, "More", "Preview: off")
    await expect(key(page, "Preview: on")).to_be_visible()
    await taps(page, "Back")
    await generates(page, "Text to video")
    await taps(page, "I agree")

    await wishes(page, "a hare on the moon")
    await taps(
        page, "Model: v5.6", "v6", "Length", "15 s", "More", "Several shots: off", "Off-peak"
    )
    await expect(key(page, "Off-peak: on")).to_be_visible()
    await taps(page, "Back")
    await generates(page, "v6 · 360p · 15 s · 16:9 · no sound · several shots · off-peak")

    await wishes(page, "an owl reads the news")
    await taps(page, "Model: v5.6", "v5 ·", "Sound: off", "Describe the sound")
    await wishes(page, "pages that rustle")
    await taps(page, "Sound: on", "Let somebody speak", "James")
    await write(page, "Good evening")
    await expect(said(page, "James: “Good evening”")).to_contain_text("🎧 pages that rustle")
    await taps(page, "More", "2 takes")

    await send(page, pictures(1))
    await expect(said(page, "Picture to video")).to_be_visible()
    await taps(page, "Add last frame")
    await expect(said(page, "that it should end with")).to_be_visible()
    await send(page, pictures(2)[1:])
    await taps(page, "Sound: off")
    await expect(key(page, "Sound: on")).to_be_visible()
    await generates(page, "First to last picture")

    await send(page, pictures(3))
    await expect(said(page, "Picture to picture")).to_be_visible()
    await taps(page, "Arrange", "→ 5 s →")
    await expect(said(page, "From picture 2 to picture 3")).to_be_visible()
    await taps(page, "8 s", "Back", "Done")
    await generates(page, "13 s")

    await send(page, pictures(2), "@pic1 meets @pic2")
    await generates(page, "Pictures in one scene")

    await write(page, "/picture a bear in armour")
    await generates(page, "New picture")
    await result(page, "a bear in armour", "photo").wait_for(timeout=PATIENCE)
    await results(page, 7)


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


async def _own_video_and_voice(page: Page) -> None:
    own: FilePayload = {"name": "me.mp4", "mimeType": "video/mp4", "buffer": mp4(3, 24)}
    await send(page, [own])
    await taps(page, "Let it speak", "Voices", "▶️")
    await expect(page.get_by_test_id("sound")).to_be_visible()
    await taps(page, "James")
    await write(page, "Welcome to my film")
    await generates(page, "James: “Welcome to my film”")

    await send(page, [own])
    await expect(said(page, "Who says what?")).to_be_visible()
    await taps(page, "Something else", "Let a picture move like it")
    await send(page, pictures(1))
    await generates(page, "Moving like a video")
    await results(page, 13)

    await page.get_by_test_id("mic").click()
    await expect(page.get_by_test_id("recording")).to_contain_text("0:01")
    await page.get_by_test_id("record-send").click()
    await taps(page, "▶️ Welcome to my film")
    await generates(page, "Your voice")


async def _effects(page: Page) -> None:
    """One is found among all of them and takes three pictures, one by the bot's name in any chat."""
    await write(page, "/effects")
    await taps(page, "Search")
    await write(page, "wishes")
    await taps(page, "Three Wishes", "Use this effect")
    await expect(said(page, "Send me the first photo")).to_be_visible()
    await send(page, pictures(3))
    await generates(page, "3 of 3 photos")

    await page.get_by_test_id("composer").fill("@pixverse_demo_bot snowfall")
    await page.get_by_test_id("result").filter(has_text="First Snowfall").click()
    await taps(page, "Try it with your photo")
    await expect(said(page, "First Snowfall").last).to_be_visible()
    await send(page, pictures(1))
    await generates(page, "First Snowfall")


async def _in_a_topic_of_a_group(page: Page) -> None:
    await page.get_by_test_id("drawer").click()
    await page.get_by_test_id("chat").filter(has_text="Ideas").click()
    await write(page, "@pixverse_demo_bot a wolf at the door")
    await generates(page, "a wolf at the door")
    await result(page, "a wolf at the door").wait_for(timeout=PATIENCE)
