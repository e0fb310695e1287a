"""The chat page of the demo, as a person uses it: words, buttons, commands, any size of window."""

import re
from typing import Literal

import pytest
from playwright.async_api import Browser, Page, Route, expect

from tests.browser.chatting import key, pictures, said, write
from tests.browser.page_world import DESKTOP, PHONE, opened
from tests.browser.tiny_bot import COMMANDS, TinyBot

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


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


async def test_reply_edit_and_delete(page: Page, bot: TinyBot) -> None:
    await write(page, "first")
    answer = said(page, "You said: first")
    await answer.hover()
    await answer.get_by_test_id("reply").click()
    await write(page, "second")
    quote = said(page, "second").first.get_by_test_id("quote")
    await expect(quote).to_contain_text("You said: first")
    await expect(said(page, "You said: second")).to_be_visible()
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


async def test_a_lost_connection_shows_and_heals(page: Page, bot: TinyBot) -> None:
    await write(page, "hello")
    await expect(said(page, "You said: hello")).to_be_visible()
    await page.route("**/world/*", lambda route: route.abort())
    await bot.say(101, "this ends the waiting request")
    await expect(page.locator("#top-line")).to_have_text("connecting…")
    await bot.say(101, "missed")
    await page.unroute("**/world/*")
    await expect(said(page, "missed")).to_be_visible()
    await expect(page.locator("#top-line")).to_contain_text("@tiny_bot")


async def test_only_known_formatting_is_built(page: Page, bot: TinyBot) -> None:
    await write(page, "hello")
    await expect(said(page, "You said: hello")).to_be_visible()
    parts = [
        {"tag": "b", "onclick": "alert(1)", "parts": ["bold"]},
        {"tag": "img", "src": "x", "onerror": "window.hurt=1", "parts": []},
        {"tag": "script", "parts": ["window.hurt=1"]},
        {"tag": "a", "href": "javascript:window.hurt=1", "parts": ["bad"]},
        {"tag": "a", "href": "https://example.org", "parts": ["good"]},
    ]

    async def poisoned(route: Route) -> None:
        answer = await route.fetch()
        room = await answer.json()
        room["messages"] = [{**room["messages"][0], "parts": parts}]
        await route.fulfill(json=room)

    await page.route("**/world/room*", poisoned)
    await page.reload()
    text = page.get_by_test_id("message-text")
    await expect(text).to_have_text(re.compile("^boldwindow.hurt=1badgood"))
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
