"""Pictures, files, videos and voices in the chat page."""

import base64

import pytest
from playwright.async_api import FilePayload, Page, expect

from tests.browser.chatting import heard, pictures, said, write
from tests.browser.page_world import jpeg
from tests.browser.tiny_bot import TinyBot

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def test_pictures_travel_as_an_album_with_their_caption(page: Page, bot: TinyBot) -> None:
    await page.get_by_test_id("attach-input").set_input_files(pictures(3))
    await expect(page.get_by_test_id("preview")).to_have_count(3)
    await page.get_by_role("button", name="Remove gold.jpg").click()
    await page.get_by_test_id("caption").fill("two colours")
    await page.get_by_test_id("sheet-send").click()
    album = page.get_by_test_id("album")
    await expect(album.get_by_test_id("photo")).to_have_count(2)
    await expect(said(page, "two colours")).to_have_count(1)
    await heard(page, bot, 2)
    first, second = bot.messages()
    assert first["media_group_id"] == second["media_group_id"]
    assert (first["caption"], second.get("caption")) == ("two colours", None)
    await album.get_by_test_id("photo").first.click()
    await expect(page.get_by_test_id("lightbox")).to_be_visible()
    await page.keyboard.press("Escape")


async def test_a_picture_can_go_as_a_file(page: Page, bot: TinyBot) -> None:
    await page.get_by_test_id("attach-input").set_input_files(pictures(1))
    await page.get_by_test_id("as-file").check()
    await page.get_by_test_id("sheet-send").click()
    await expect(page.get_by_test_id("document")).to_contain_text("crimson.jpg")
    await heard(page, bot, 1)
    assert bot.messages()[0]["document"]["mime_type"] == "image/jpeg"


async def test_a_dropped_picture_is_looked_at_and_sent(page: Page, bot: TinyBot) -> None:
    await page.get_by_test_id("composer").fill("dropped words")
    transfer = await page.evaluate_handle(
        """(data) => {
            const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
            const transfer = new DataTransfer();
            transfer.items.add(new File([bytes], "drop.jpg", { type: "image/jpeg" }));
            return transfer;
        }""",
        base64.b64encode(jpeg("olive")).decode(),
    )
    for name in ("dragenter", "dragover"):
        await page.dispatch_event("main", name, {"dataTransfer": transfer})
    await expect(page.get_by_test_id("dropzone")).to_be_visible()
    await page.dispatch_event("main", "drop", {"dataTransfer": transfer})
    await expect(page.get_by_test_id("dropzone")).to_be_hidden()
    await expect(page.get_by_test_id("caption")).to_have_value("dropped words")
    await page.get_by_test_id("caption").press("Enter")
    await expect(page.get_by_test_id("photo")).to_have_count(1)
    await expect(page.get_by_test_id("composer")).to_have_value("")
    await heard(page, bot, 1)
    assert bot.messages()[0]["caption"] == "dropped words"


async def test_a_document_keeps_its_name(page: Page, bot: TinyBot) -> None:
    notes: FilePayload = {"name": "notes.txt", "mimeType": "text/plain", "buffer": b"plan " * 300}
    await page.get_by_test_id("attach-input").set_input_files(notes)
    await expect(page.get_by_test_id("as-file")).to_be_hidden()
    await page.get_by_test_id("sheet-send").click()
    await expect(page.get_by_test_id("document")).to_contain_text("1.5 kB")
    await heard(page, bot, 1)
    assert bot.messages()[0]["document"]["file_name"] == "notes.txt"


async def test_the_video_plays(page: Page) -> None:
    await write(page, "video")
    await page.get_by_test_id("play").click()
    video = page.get_by_test_id("video")
    await expect(video).to_have_js_property("controls", True)
    await video.evaluate(
        """(video) => new Promise((done) => {
            const look = () => (video.currentTime > 0.3 && video.readyState >= 2 ? done() : 0);
            video.addEventListener("timeupdate", look);
            look();
        })"""
    )
    assert await video.evaluate("(video) => [video.videoWidth, video.videoHeight]") == [320, 180]


async def test_a_photo_from_the_bot_is_shown(page: Page) -> None:
    await write(page, "photo")
    picture = said(page, "Your picture").locator("img")
    await expect(picture).to_have_js_property("naturalWidth", 320)


async def test_a_voice_message_is_recorded_and_played(page: Page, bot: TinyBot) -> None:
    await page.context.grant_permissions(["microphone"])
    await page.get_by_test_id("mic").click()
    await expect(page.get_by_test_id("recording")).to_contain_text("0:01")
    await page.get_by_test_id("record-send").click()
    await expect(page.get_by_test_id("voice")).to_be_visible()
    await heard(page, bot, 1)
    assert bot.messages()[0]["voice"]["file_size"] > 0
    await page.get_by_test_id("voice").get_by_role("button", name="Play").click()
    await expect(page.get_by_test_id("audio")).not_to_have_js_property("readyState", 0)


async def test_a_video_is_answered_with_a_picture_and_with_a_voice(
    page: Page, bot: TinyBot
) -> None:
    await page.context.grant_permissions(["microphone"])
    await write(page, "video")
    film = said(page, "Your video").first
    await film.hover()
    await film.get_by_test_id("reply").click()
    await page.get_by_test_id("attach-input").set_input_files(pictures(1))
    await page.get_by_test_id("sheet-send").click()
    await expect(page.get_by_test_id("quote")).to_contain_text("Your video")
    await film.hover()
    await film.get_by_test_id("reply").click()
    await page.get_by_test_id("mic").click()
    await expect(page.get_by_test_id("recording")).to_contain_text("0:01")
    await page.get_by_test_id("record-send").click()
    await heard(page, bot, 3)
    _, photo, voice = bot.messages()
    assert photo["reply_to_message"]["video"] == voice["reply_to_message"]["video"]
    assert photo["photo"]
    assert voice["voice"]["mime_type"] == "audio/ogg"
    await expect(page.get_by_test_id("context")).to_be_hidden()


async def test_without_a_microphone_a_sound_file_is_offered(page: Page) -> None:
    await page.evaluate(
        """() => { navigator.mediaDevices.getUserMedia = () =>
            Promise.reject(new DOMException("no", "NotAllowedError")); }"""
    )
    await page.get_by_test_id("mic").click()
    await expect(page.get_by_test_id("no-microphone")).to_contain_text("not allowed")
    async with page.expect_file_chooser():
        await page.get_by_role("button", name="Choose a file").click()
