"""Several people and groups in the chat page."""

import httpx
import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.chatting import said, write
from tests.browser.page_world import PHONE, TOKEN, opened, people_of
from tests.browser.tiny_bot import TinyBot

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


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
    await page.get_by_test_id("person-save").click()
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


async def test_an_erased_world_shows_as_empty(page: Page, http: httpx.AsyncClient) -> None:
    await write(page, "soon forgotten")
    await expect(said(page, "You said: soon forgotten")).to_be_visible()
    await people_of(http)
    await expect(page.get_by_test_id("message")).to_have_count(0)
    await page.get_by_test_id("start").click()
    await expect(said(page, "Hello!")).to_be_visible()


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
