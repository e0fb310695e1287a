"""Updates come in once, in order for each person, and nobody waits for somebody else's flood."""

from functools import partial
from typing import Any

import httpx
import pytest

from tests.stories.chat import Chat
from tests.stories.town import Town

ALLOWANCE, PRICE = 300, 30


@pytest.fixture(params=["polling", "webhook"])
def mode(request: pytest.FixtureRequest, town: Town) -> dict[str, Any]:
    return town.webhooks() if request.param == "webhook" else {}


async def pending(town: Town) -> list[int]:
    updates = (await town.telegram.get("/control/pending")).json()["updates"]
    return [update["update_id"] for update in updates]


async def redeliver(town: Town, update_id: int) -> None:
    body = {"update_id": update_id}
    (await town.telegram.post("/control/redeliver", json=body)).raise_for_status()


async def press_unseen(town: Town, chat: Chat, label: str) -> None:
    """Press a button while the bot is away."""
    card = await chat.sees_button(label)
    where = {"person": chat.person, "chat": chat.chat, "message_id": card.id}
    body = {**where, "data": card.data(label), "wait": 0}
    (await town.telegram.post("/world/press", json=body)).raise_for_status()


async def test_an_update_that_comes_again_does_nothing(town: Town, mode: dict[str, Any]) -> None:
    ann = await town.person("Ann")
    async with town.bot(**mode):
        await ann.hears("a cat on a mat", "you have")
    await press_unseen(town, ann, "Generate")
    await ann.send("a dog on a rug")
    await ann.send("/help")
    repeated = await pending(town)
    assert len(repeated) == 3
    async with town.bot(**mode):
        await ann.sees("a dog on a rug.*you have")
        await ann.sees("How it works")
        await ann.gets("video")
        assert await ann.left() == ALLOWANCE - PRICE
        before = [(message.id, message.text) for message in await ann.told()]
        for update_id in repeated:
            await redeliver(town, update_id)
        assert await ann.left() == ALLOWANCE - PRICE
        after = [(message.id, message.text) for message in await ann.told()]
        assert after[:-1] == before, "only the second answer to /quota is new"
        assert len(await town.videos()) == 1


async def test_an_update_that_comes_again_after_a_restart_does_nothing(town: Town) -> None:
    ann = await town.person("Ann")
    await ann.send("/help")
    [update_id] = await pending(town)
    async with town.bot():
        await ann.sees("How it works")
    async with town.bot():
        assert await ann.left() == ALLOWANCE
        await redeliver(town, update_id)
        assert await ann.left() == ALLOWANCE
        assert len(await ann.told()) == 3, "help once, and two answers to /quota"


@pytest.mark.parametrize("secret", [None, "", "wrong", "0" * 64])
async def test_a_webhook_without_the_secret_is_refused(town: Town, secret: str | None) -> None:
    ann = await town.person("Ann")
    where = town.webhooks()
    person = {"id": ann.person, "is_bot": False, "first_name": "Ann"}
    message = {"message_id": 1, "date": 1795300000, "from": person, "text": "a cat on a mat"}
    update = {"update_id": 10**9, "message": {**message, "chat": {**person, "type": "private"}}}
    headers = {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret}
    async with town.bot(**where), httpx.AsyncClient() as client:
        await ann.hears("/start", "Hi")
        url = f"{where['PUBLIC_URL']}/telegram"
        assert (await client.post(url, json=update, headers=headers)).status_code == 401
        assert await ann.left() == ALLOWANCE
        assert len(await ann.told()) == 2


async def test_everybody_is_answered_in_the_order_of_what_they_said(
    town: Town, mode: dict[str, Any]
) -> None:
    ann, bob = await town.person("Ann"), await town.person("Bob")
    questions = ["/help", "/quota", "/settings", "/jobs"] * 4
    answers = ["How it works", "You can spend", "What new videos start with", "no videos yet"] * 4
    for question in questions:  # all of it before the bot is there
        await ann.send(question)
        await bob.send(question)
    async with town.bot(**mode):
        for chat in (ann, bob):
            await town.until(partial(has_said, chat, len(answers)), "all answers")
            for message, answer in zip(await chat.told(), answers, strict=True):
                assert answer in message.text


async def has_said(chat: Chat, messages: int) -> bool:
    return len(await chat.told()) >= messages


async def test_words_said_in_haste_make_one_draft_with_the_last_of_them(town: Town) -> None:
    ann = await town.person("Ann")
    for number in range(30):
        await ann.send(f"cat number {number}.")
    async with town.bot():
        card = await ann.sees("cat number 29.")
        await ann.press("Generate", card)
        await ann.gets("video")
        [request] = await town.requests("/videos/create")
        assert request["json"]["prompt"] == "cat number 29."


async def test_a_flood_of_one_person_does_not_keep_another_waiting(
    town: Town, mode: dict[str, Any]
) -> None:
    ann, bob = await town.person("Ann"), await town.person("Bob")
    flood = 60
    async with town.bot(**mode):
        await ann.hears("/start", "Hi")
        await bob.hears("/start", "Hi")
        (await town.telegram.post("/control/latency", json={"seconds": 0.05})).raise_for_status()
        for _ in range(flood):
            await ann.send("/quota")
        await bob.hears("/quota", "You can spend")
        assert len(await ann.told()) < flood, "the flood is still being answered"
        await town.until(lambda: has_said(ann, flood + 1), "an answer to all of the flood")
