"""What else the chat page can do: inline mode, links, the bot's own keyboard, stars, topics, languages."""

import re

import httpx
import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.chatting import heard, key, said, write
from tests.browser.page_world import PHONE, opened
from tests.browser.tiny_bot import TinyBot

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def test_inline_results_are_listed_sent_and_edited(page: Page, bot: TinyBot) -> None:
    composer, results = page.get_by_test_id("composer"), page.get_by_test_id("result")
    await composer.fill("@tiny_bot cats")
    await expect(results).to_have_count(30)
    await expect(results.first).to_contain_text("about cats")
    await results.last.scroll_into_view_if_needed()
    await expect(results).to_have_count(60)
    await results.nth(40).click()
    sent = page.locator('[data-testid="message"][data-from="me"]')
    await expect(sent).to_contain_text("Effect 40 for cats")
    await expect(sent.get_by_test_id("via")).to_have_text("via @tiny_bot")
    await expect(composer).to_have_value("")
    await expect(page.get_by_test_id("results")).to_be_hidden()
    await key(page, "Count").click()
    await expect(sent).to_contain_text("Pressed 1 times")
    assert bot.messages()[0]["via_bot"]["username"] == "tiny_bot"


async def test_moving_results_are_a_gallery_and_its_button_leads_to_the_bot(
    page: Page, bot: TinyBot
) -> None:
    await write(page, "loop")
    await expect(page.get_by_test_id("animation")).to_be_visible()
    composer, results = page.get_by_test_id("composer"), page.get_by_test_id("results")
    await composer.fill("@tiny_bot loop")
    await expect(results.locator("video")).to_have_count(6)
    await expect(results).to_have_class(re.compile("gallery"))
    await expect(results.locator("video").first).not_to_have_js_property("currentTime", 0)
    await page.get_by_test_id("result").first.click()
    await expect(page.get_by_test_id("animation")).to_have_count(2)
    await composer.fill("@tiny_bot more")
    await page.get_by_test_id("result-button").click()
    await expect(said(page, "You said: /start effects")).to_be_visible()
    await composer.fill("@somebody_else cats")
    await expect(results).to_be_hidden()


async def test_links_to_the_bot_stay_in_the_chat(page: Page, http: httpx.AsyncClient) -> None:
    await http.post("/world/groups", json={"title": "Film club", "members": [101], "bot": False})
    await expect(page.get_by_test_id("chat")).to_have_count(2)
    await write(page, "ways")
    await key(page, "Begin").click()
    await expect(said(page, "You said: /start from_key")).to_be_visible()
    await page.get_by_role("link", name="this link").click()
    await expect(said(page, "You said: /start from_link")).to_be_visible()
    await key(page, "Here").click()
    await expect(page.get_by_test_id("composer")).to_have_value("@tiny_bot fox")
    await expect(page.get_by_test_id("result").first).to_be_visible()
    await page.keyboard.press("Escape")
    await key(page, "Share").click()
    await page.get_by_role("menuitem", name="Film club").click()
    await expect(page.get_by_test_id("chat-title")).to_have_text("Film club")
    await page.get_by_test_id("result").first.click()
    await expect(said(page, "Effect 0 for fox")).to_be_visible()


async def test_the_bots_keyboard_asks_for_people_and_for_oneself(page: Page, bot: TinyBot) -> None:
    await write(page, "keys")
    keys, composer = page.get_by_test_id("reply-key"), page.get_by_test_id("composer")
    await expect(keys).to_have_text(["Choose", "Me", "Never mind"])
    await expect(composer).to_have_attribute("placeholder", "Pick somebody")
    await keys.filter(has_text="Choose").click()
    await page.get_by_test_id("pick").filter(has_text="Tomás").click()
    await page.get_by_test_id("picked").click()
    await expect(page.get_by_test_id("service")).to_have_text("Mia shared Tomás")
    await keys.filter(has_text="Me").first.click()
    await expect(page.locator('[data-kind="contact"]')).to_contain_text("Mia")
    await heard(page, bot, 3)
    _, shared, contact = bot.messages()
    assert shared["users_shared"]["users"] == [{"user_id": 102, "first_name": "Tomás"}]
    assert contact["contact"]["user_id"] == 101
    await page.get_by_test_id("keys-toggle").click()
    await expect(page.get_by_test_id("reply-keys")).to_be_hidden()
    await bot.say(101, "Done", reply_markup={"remove_keyboard": True})
    await expect(page.get_by_test_id("keys-toggle")).to_be_hidden()
    await expect(composer).to_have_attribute("placeholder", "Message")


async def test_a_question_is_answered_as_a_reply(page: Page, bot: TinyBot) -> None:
    await write(page, "who?")
    await expect(page.get_by_test_id("context")).to_contain_text("Reply to Tiny bot")
    await write(page, "me")
    await heard(page, bot, 2)
    assert bot.messages()[1]["reply_to_message"]["text"] == "Who?"


async def test_invoices_are_paid_with_stars(page: Page, bot: TinyBot) -> None:
    await write(page, "buy")
    await expect(page.get_by_test_id("invoice")).to_contain_text("For three short videos")
    await key(page, "Pay .*").click()
    await expect(page.get_by_test_id("invoice-dialog")).to_contain_text("1,000")
    await page.get_by_test_id("pay").click()
    await expect(page.get_by_test_id("toast")).to_contain_text("950")
    await expect(page.get_by_test_id("invoice")).to_contain_text("paid")
    await expect(key(page, "Paid")).to_be_disabled()
    await expect(page.get_by_test_id("service")).to_contain_text("Mia paid")
    await page.get_by_role("link", name="by link").click()
    await page.get_by_test_id("pay").click()
    await expect(page.get_by_test_id("toast").last).to_contain_text("900")
    await heard(page, bot, 3)
    assert [m["successful_payment"]["total_amount"] for m in bot.messages()[1:]] == [50, 50]


async def test_a_person_changes_their_language(page: Page, bot: TinyBot) -> None:
    menu = [{"command": "ayuda", "description": "Cómo funciona"}]
    await bot.call("setMyCommands", commands=menu, language_code="es")
    await bot.call("setMyName", name="Robot pequeño", language_code="es")
    await page.get_by_test_id("chat-menu").click()
    await page.get_by_role("menuitem", name="Language").click()
    await page.get_by_test_id("language").select_option("es")
    await page.get_by_test_id("person-save").click()
    await expect(page.get_by_test_id("chat-title")).to_have_text("Robot pequeño")
    await page.get_by_test_id("menu").click()
    await expect(page.get_by_test_id("command")).to_have_text("/ayudaCómo funciona")
    await expect(page.get_by_test_id("note")).to_have_text("admin")
    await write(page, "hola")
    await heard(page, bot, 1)
    assert bot.messages()[0]["from"]["language_code"] == "es"
    await bot.call("setMyName", name="", language_code="es")


async def test_topics_have_their_names_and_keep_their_answers(
    page: Page, bot: TinyBot, http: httpx.AsyncClient
) -> None:
    forum = {"title": "Forum", "members": [101, 102], "forum": True, "bot_admin": True}
    group = (await http.post("/world/groups", json=forum)).json()["id"]
    topic = {"person": 102, "chat": group, "name": "Foxes"}
    thread = (await http.post("/world/topics", json=topic)).json()["thread"]
    words = {"person": 102, "chat": group, "text": "Red ones?", "thread": thread}
    await http.post("/world/send", json=words)
    await page.get_by_test_id("chat").filter(has_text="Forum").click()
    question = said(page, "Red ones?").first
    await expect(question.get_by_test_id("topic")).to_have_text("# Foxes")
    await question.hover()
    await question.get_by_test_id("reply").click()
    await write(page, "White ones")
    await expect(said(page, "White ones").first.get_by_test_id("topic")).to_be_visible()
    await heard(page, bot, 4)
    answers = [message for message in bot.messages() if message.get("text") == "White ones"]
    assert [message["message_thread_id"] for message in answers] == [thread]

    await write(page, "To everybody")
    await page.get_by_test_id("chat").filter(has_text="# Foxes").click()
    await expect(page.locator("#top-line")).to_have_text("# Foxes")
    await write(page, "Silver ones")
    await expect(said(page, "Silver ones").first).to_be_visible()
    await expect(said(page, "To everybody")).to_have_count(0)
    await heard(page, bot, 6)
    told = {one.get("text"): one.get("message_thread_id") for one in bot.messages()}
    assert (told["To everybody"], told["Silver ones"]) == (None, thread)


async def test_on_a_phone_a_swipe_answers_and_a_tap_offers_more(
    bot: TinyBot, browser: Browser, telegram: str
) -> None:
    async with opened(browser, telegram, PHONE, touch=True) as page:
        await write(page, "hello")
        answer = said(page, "You said: hello")
        await answer.evaluate(
            """(node) => {
                const at = (x) => [new Touch({ identifier: 1, target: node, clientX: x, clientY: 400 })];
                const fire = (name, touches) =>
                    node.dispatchEvent(new TouchEvent(name, { touches, bubbles: true }));
                fire("touchstart", at(300));
                fire("touchmove", at(200));
                fire("touchend", []);
            }"""
        )
        await expect(page.get_by_test_id("context")).to_contain_text("You said: hello")
        await answer.get_by_test_id("message-text").tap()
        await page.get_by_role("menuitem", name="Delete").tap()
        await expect(answer).to_have_count(0)
