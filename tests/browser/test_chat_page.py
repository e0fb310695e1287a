"""The chat page of the demo, as a person uses it: real Chromium, simulated Telegram, a tiny bot."""

import asyncio
import base64
import contextlib
import re
import shutil
from collections.abc import AsyncIterator
from typing import Literal

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Browser, FilePayload, Locator, Page, Route, expect

from tests.browser.page_world import TOKEN, chromium, jpeg, mp4, people_of, simulated_telegram
from tests.browser.tiny_bot import COMMANDS, TinyBot

CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium"),
]
PHONE = (390, 844)
DESKTOP = (1280, 800)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def telegram() -> AsyncIterator[str]:
    async with simulated_telegram() as url:
        yield url


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium(CHROMIUM or "") as launched:
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


@contextlib.asynccontextmanager
async def opened(
    browser: Browser,
    telegram: str,
    size: tuple[int, int],
    scheme: Literal["light", "dark"] = "light",
) -> AsyncIterator[Page]:
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme
    )
    context.set_default_timeout(10_000)
    page = await context.new_page()
    complaints: list[str] = []
    strangers: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: strangers.append(request.url))
    await page.goto(telegram)
    await expect(page.get_by_test_id("person")).to_have_count(3)
    yield page
    await context.close()
    assert complaints == []
    assert [url for url in strangers if not url.startswith((telegram, "blob:", "data:"))] == []


async def write(page: Page, text: str) -> None:
    await page.get_by_test_id("composer").fill(text)
    await page.get_by_test_id("composer").press("Enter")


def said(page: Page, text: str | re.Pattern[str]) -> Locator:
    return page.get_by_test_id("message").filter(has_text=text)


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


async def test_an_empty_chat_offers_start_which_greets(page: Page) -> None:
    await expect(page.get_by_test_id("demo-line")).to_contain_text("nothing leaves this machine")
    await page.get_by_test_id("start").click()
    await expect(said(page, "/start")).to_have_attribute("data-from", "me")
    await expect(said(page, "Hello!")).to_have_attribute("data-from", "bot")
    await expect(page.get_by_test_id("hint")).to_be_hidden()
    await expect(page.get_by_test_id("day")).to_have_text("Today")


async def test_words_go_there_and_back_as_they_were_written(page: Page, bot: TinyBot) -> None:
    composer = page.get_by_test_id("composer")
    await composer.fill("<b>one</b> & more")
    await composer.press("Shift+Enter")
    await composer.type("مرحبا 🎉")
    await composer.press("Enter")
    await expect(said(page, "You said: <b>one</b> & more")).to_be_visible()
    await expect(composer).to_have_value("")
    assert bot.messages()[0]["text"] == "<b>one</b> & more\nمرحبا 🎉"


async def test_a_press_edits_the_message_in_place_and_shows_the_answer(page: Page) -> None:
    await page.get_by_test_id("start").click()
    card = said(page, "Hello!")
    number = await card.get_attribute("data-message-id")
    await key(page, "Count").click()
    await expect(page.get_by_test_id("toast")).to_have_text("Counted")
    await expect(card).to_contain_text("Pressed 1 times")
    await key(page, "Count again").click()
    await expect(card).to_contain_text("Pressed 2 times")
    await expect(card).to_have_attribute("data-message-id", number or "")
    await expect(page.get_by_test_id("message")).to_have_count(2)
    await expect(page.get_by_test_id("edited")).to_have_count(0)


async def test_an_alert_opens_a_dialog(page: Page) -> None:
    await page.get_by_test_id("start").click()
    await key(page, "Warn").click()
    await expect(page.get_by_test_id("alert")).to_contain_text("Mind the step")
    await page.get_by_test_id("alert-ok").click()
    await expect(page.get_by_test_id("alert")).to_be_hidden()


async def test_keys_with_a_link_or_words_to_copy(page: Page) -> None:
    await write(page, "links")
    await expect(key(page, "Look")).to_have_attribute("href", "https://example.org/look")
    await expect(key(page, "Look")).to_have_attribute("rel", "noopener noreferrer")
    await key(page, "Copy").click()
    told = page.get_by_test_id("toast").or_(page.get_by_test_id("alert"))
    await expect(told.filter(visible=True)).to_contain_text("Copied")


async def test_the_menu_lists_the_commands_and_sends_one(page: Page, bot: TinyBot) -> None:
    await page.get_by_test_id("menu").click()
    await expect(page.get_by_test_id("command")).to_have_count(len(COMMANDS))
    await page.get_by_test_id("command").filter(has_text="How it all works").click()
    await expect(said(page, "You said: /help")).to_be_visible()
    await expect(page.get_by_test_id("commands")).to_be_hidden()


async def test_a_slash_suggests_commands_by_keyboard_alone(page: Page) -> None:
    composer = page.get_by_test_id("composer")
    await composer.fill("/st")
    await expect(page.get_by_test_id("command")).to_have_text(
        [re.compile("start"), re.compile("stop")]
    )
    await composer.press("ArrowDown")
    await composer.press("Enter")
    await expect(said(page, "You said: /stop")).to_be_visible()
    await expect(composer).to_have_value("")


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


async def test_each_person_has_a_chat_of_their_own(page: Page, bot: TinyBot) -> None:
    await write(page, "from Mia")
    await expect(said(page, "You said: from Mia")).to_be_visible()
    await expect(page.get_by_test_id("note")).to_have_text("admin")
    other = page.get_by_test_id("person").filter(has_text="Tomás")
    await other.click()
    await expect(page.get_by_test_id("hint")).to_be_visible()
    await write(page, "de Tomás")
    await expect(said(page, "You said: de Tomás")).to_be_visible()
    assert [message["from"]["id"] for message in bot.messages()] == [101, 102]
    await page.get_by_test_id("person").filter(has_text="Mia").click()
    await expect(page.get_by_test_id("message")).to_have_count(2)
    await bot.say(102, "psst")
    await expect(other.get_by_test_id("unread")).to_have_text("1")
    await other.click()
    await expect(said(page, "psst")).to_be_visible()
    await expect(page.get_by_test_id("unread")).to_have_count(0)


async def test_a_new_person_can_be_added(page: Page) -> None:
    await page.get_by_test_id("add-person").click()
    await page.get_by_label("First name").fill("Ada")
    await page.get_by_role("button", name="Add", exact=True).click()
    await expect(page.get_by_test_id("person")).to_have_count(4)
    await expect(page.get_by_test_id("who")).to_have_text("as Ada")


async def test_a_group_is_listed_and_shows_who_speaks(page: Page, http: httpx.AsyncClient) -> None:
    await http.post("/world/groups", json={"title": "Film club", "members": [101, 102]})
    group = page.get_by_test_id("chat").filter(has_text="Film club")
    await group.click()
    number = int(await group.get_attribute("data-id") or 0)
    await http.post("/world/send", json={"person": 102, "chat": number, "text": "Anybody here?"})
    await expect(said(page, "Anybody here?")).to_contain_text("Tomás")
    await expect(said(page, "Anybody here?")).to_have_attribute("data-from", "person")


async def test_reply_edit_and_delete(page: Page, bot: TinyBot) -> None:
    await write(page, "first")
    answer = said(page, "You said: first")
    await answer.hover()
    await answer.get_by_test_id("reply").click()
    await write(page, "second")
    await expect(said(page, re.compile("^.*second")).get_by_test_id("quote").first).to_contain_text(
        "You said: first"
    )
    assert bot.messages()[1]["reply_to_message"]["text"] == "You said: first"
    own = page.locator('[data-testid="message"][data-from="me"]').first
    await own.hover()
    await own.get_by_test_id("more").click()
    await page.get_by_role("menuitem", name="Edit").click()
    await write(page, "changed")
    await expect(own.get_by_test_id("message-text")).to_have_text("changed")
    await expect(own.get_by_test_id("edited")).to_be_visible()
    await own.click(button="right")
    await page.get_by_role("menuitem", name="Delete").click()
    await expect(said(page, "changed")).to_have_count(0)


async def test_blocking_the_bot_and_coming_back(page: Page, http: httpx.AsyncClient) -> None:
    await page.get_by_test_id("start").click()
    await expect(said(page, "Hello!")).to_be_visible()
    await page.get_by_test_id("chat-menu").click()
    await page.get_by_role("menuitem", name="Block the bot").click()
    await expect(page.get_by_test_id("composer")).to_be_hidden()
    refused = await http.post(f"/bot{TOKEN}/sendMessage", data={"chat_id": 101, "text": "?"})
    assert refused.status_code == 403
    await page.get_by_test_id("unblock").click()
    await write(page, "back again")
    await expect(said(page, "You said: back again")).to_be_visible()


async def test_what_the_bot_is_doing_shows_until_its_message(page: Page, bot: TinyBot) -> None:
    await write(page, "hello")
    await expect(said(page, "You said: hello")).to_be_visible()
    await bot.call("sendChatAction", chat_id=101, action="upload_video")
    await expect(page.get_by_test_id("action")).to_contain_text("sending a video")
    await bot.say(101, "done")
    await expect(said(page, "done")).to_be_visible()
    await expect(page.get_by_test_id("action")).to_have_count(0)


async def test_reading_above_is_not_disturbed_by_news(page: Page, bot: TinyBot) -> None:
    await write(page, "hello")
    await expect(said(page, "You said: hello")).to_be_visible()
    for number in range(20):
        await bot.say(101, f"line {number}\nand another\nand one more")
    await expect(said(page, "line 19")).to_be_in_viewport()
    await page.locator("#scroll").evaluate("(view) => view.scrollTo(0, 0)")
    await expect(page.get_by_test_id("jump")).to_be_visible()
    await bot.say(101, "the newest")
    await expect(page.get_by_test_id("jump")).to_have_text("1")
    await expect(said(page, "the newest")).not_to_be_in_viewport()
    await page.get_by_test_id("jump").click()
    await expect(said(page, "the newest")).to_be_in_viewport()
    await expect(page.get_by_test_id("jump")).to_be_hidden()


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


async def test_without_a_microphone_a_sound_file_is_offered(page: Page) -> None:
    await page.evaluate(
        """() => { navigator.mediaDevices.getUserMedia = () =>
            Promise.reject(new DOMException("no", "NotAllowedError")); }"""
    )
    await page.get_by_test_id("mic").click()
    await expect(page.get_by_test_id("no-microphone")).to_contain_text("not allowed")
    async with page.expect_file_chooser():
        await page.get_by_role("button", name="Choose a file").click()


async def test_without_an_event_stream_news_come_by_long_polling(page: Page, bot: TinyBot) -> None:
    await page.route("**/world/events*", lambda route: route.abort())
    await page.reload()
    await write(page, "still there?")
    await expect(said(page, "You said: still there?")).to_be_visible()


async def test_an_erased_world_shows_as_empty(page: Page, http: httpx.AsyncClient) -> None:
    await write(page, "soon forgotten")
    await expect(said(page, "You said: soon forgotten")).to_be_visible()
    await people_of(http)
    await expect(page.get_by_test_id("message")).to_have_count(0)
    await page.get_by_test_id("start").click()
    await expect(said(page, "Hello!")).to_be_visible()


async def test_harmful_html_is_only_words(page: Page) -> None:
    html = (
        '<b onclick="alert(1)">bold</b><img src=x onerror="window.hurt=1"><script>hurt=1</script>'
        '<a href="javascript:alert(1)">bad</a><a href="https://example.org">good</a>'
    )
    message = {
        "message_id": 1, "chat": 101, "date": 1_700_000_000, "outgoing": False, "kind": "text",
        "from": {"id": 900, "first_name": "Tiny bot", "is_bot": True},
        "text": "x", "html": html, "edits": 0,
    }  # fmt: skip

    async def poisoned(route: Route) -> None:
        await route.fulfill(json={"messages": [message]})

    await page.route("**/world/messages*", poisoned)
    await page.reload()
    text = page.get_by_test_id("message-text")
    await expect(text).to_have_text("boldbadgood")
    assert await text.locator("img, script, [onclick]").count() == 0
    assert await text.locator("a").count() == 1
    assert await page.evaluate("() => window.hurt") is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
async def test_nothing_is_wider_than_the_window(
    bot: TinyBot,
    browser: Browser,
    telegram: str,
    size: tuple[int, int],
    scheme: Literal["light", "dark"],
) -> None:
    async with opened(browser, telegram, size, scheme) as page:
        await write(page, "x" * 600)
        await write(page, "شريط طويل جداً " * 30)
        await write(page, "🎬" * 80)
        await write(page, "links")
        await write(page, "video")
        await page.get_by_test_id("attach-input").set_input_files(pictures(4))
        await page.get_by_test_id("sheet-send").click()
        await expect(page.get_by_test_id("album")).to_be_visible()
        await expect(page.get_by_test_id("play")).to_be_visible()
        for part in ("html", "#scroll", ".foot", ".top"):
            wide = "(node) => node.scrollWidth - node.clientWidth"
            assert await page.locator(part).evaluate(wide) <= 0, part
        await expect(page.get_by_test_id("composer")).to_be_in_viewport(ratio=1)


async def test_on_a_phone_people_are_in_a_drawer(
    bot: TinyBot, browser: Browser, telegram: str
) -> None:
    async with opened(browser, telegram, PHONE) as page:
        person = page.get_by_test_id("person").filter(has_text="Tomás")
        await expect(person).not_to_be_in_viewport()
        await page.get_by_test_id("drawer").click()
        await person.click()
        await expect(person).not_to_be_in_viewport()
        await write(page, "hola")
        await expect(said(page, "You said: hola")).to_be_visible()
