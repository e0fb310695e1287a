"""The same chat with useapi.net's old v1 behind it: four videos to choose from, and files that expire."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from tests.integration.simulator_useapi_v1 import TOKEN, Legacy, running
from tests.pictures import picture
from tests.processes import bot_process
from tests.stories.chat import Chat, Message
from tests.stories.refusals import Refusals, refused_by_provider
from tests.stories.town import Town

QUICK_BOT = "tests.stories.quick_bot"
NUMBERED = ["⬆️ 1", "⬆️ 2", "⬆️ 3", "⬆️ 4", "🎲 1", "🎲 2", "🎲 3", "🎲 4"]


@pytest.fixture(scope="module")
def process() -> Iterator[Legacy]:
    with running("--render-seconds", "0.3") as legacy:
        yield legacy


@pytest.fixture
def legacy(process: Legacy) -> Iterator[Legacy]:
    process.http.delete("/control/faults")
    process.control("reset", {})
    process.control("hold", {"enabled": False})
    yield process
    Refusals().check(refused_by_provider(process.control("requests")["requests"]))


def settings(legacy: Legacy, **changes: Any) -> dict[str, Any]:
    url = legacy.url
    return {"PROVIDER": "useapi-v1", "USEAPI_TOKEN": TOKEN, "USEAPI_URL": url, **changes}


def asked(legacy: Legacy) -> list[tuple[str, dict[str, Any]]]:
    """Every paid request, oldest first, with its body: what is different every time apart."""
    [channel] = legacy.control("accounts")["accounts"]
    found = []
    for one in legacy.control("requests?path=/v1/pixverse/")["requests"]:
        if one["method"] != "POST":
            continue
        command, body = one["path"].rpartition("/")[2], dict(one.get("form") or one["json"])
        assert len(body.pop("replyRef")) > 20
        if command != "button":
            assert body.pop("channel") == channel["channel"]
        if "seed_value" in body:
            assert 1 <= int(body.pop("seed_value")) < 2**31
        found.append((command, body))
    return found


def ids(legacy: Legacy) -> list[str]:
    return [one["jobid"] for one in legacy.control("videos")["videos"]]


async def is_the_providers(legacy: Legacy, chat: Chat, message: Message) -> bool:
    """Whether the file in the chat is what Discord has for the last job."""
    [attachment] = legacy.job(ids(legacy)[-1])["attachments"]
    return await chat.bytes_of(message) == legacy.http.get(attachment["url"]).content


async def kept(town: Town, files: int) -> bool:
    """Whether so many results stand on the bot's disk."""
    return len(list(town.home.glob("kept/*.mp4"))) == files


async def makes(chat: Chat, card: Message) -> Message:
    """Press *Generate*; returns the video that comes of it."""
    await chat.press("Generate", card)
    return await chat.waits_for(
        lambda one: one.kind == "video" and one.id > card.id, "a video below the card"
    )


async def test_one_of_four_is_chosen_and_the_power_goes_twice(town: Town, legacy: Legacy) -> None:
    ann = await town.person("Ann")
    environment = town.environment(**settings(legacy))
    legacy.control("hold", {"enabled": True})
    with bot_process(environment, town.home, QUICK_BOT) as bot:
        card = await ann.hears("a fox in the snow", "1 video.*about 20 credits")
        assert not any("effect" in label for label in card.labels)
        card = await ann.choose("🎞 1 video", "4 videos")
        assert "about 80 credits" in card.text
        await ann.press("Generate", card)
        await ann.sees("at work")
        bot.kill()
    create = {"prompt": "a fox in the snow", "style": "Realistic", "aspect_ratio": "16:9"}
    assert asked(legacy) == [("create", create)]

    legacy.control("hold", {"enabled": False})
    with bot_process(environment, town.home, QUICK_BOT) as bot:
        four = await ann.gets("video")
        assert set(NUMBERED) < set(four.labels)
        assert "from left to right" in four.text
        assert not any("Same seed" in label for label in four.labels)
        await ann.press("⬆️ 2", four)
        card = await ann.sees("Follow-up.*“a fox in the snow”.*Video 2 of them.*about 20 credits")
        # It ends while Telegram takes nothing; then nobody is there until Discord has forgotten it.
        await town.telegram_fault(method="sendVideo", kind="flood", retry_after=1, times=None)
        await ann.press("Generate", card)
        await town.until(lambda: kept(town, 2), "a second file on our disk")
        bot.kill()
    first, second = ids(legacy)
    assert asked(legacy)[-1] == ("button", {"jobid": first, "button": "U2"})
    [attachment] = legacy.job(second)["attachments"]
    made = legacy.http.get(attachment["url"]).content
    legacy.control("videos/age", {"jobid": second, "days": 2})

    await town.telegram.delete("/control/faults")
    with bot_process(environment, town.home, QUICK_BOT):
        better = await ann.waits_for(
            lambda one: one.kind == "video" and one.id > card.id, "the video that was chosen"
        )
        assert await ann.bytes_of(better) == made
        assert "Video 2 of them, in full" in better.text
        assert {"🎲 More like it", "💠 Finer"} <= set(better.labels)
        assert await ann.left() == 300 - 80 - 20
    assert ids(legacy) == [first, second], "nothing was paid for twice"


async def test_pictures_callbacks_and_another_try(town: Town, legacy: Legacy) -> None:
    """With so slow a poll, every result comes because a callback made the bot look."""
    ann = await town.person("Ann")
    hook = town.webhooks()
    slow = town.pace(poll=timedelta(minutes=10))
    async with town.bot(pace=slow, **settings(legacy), **hook):
        sent = await ann.photo(picture("tomato"), "she smiles")
        card = await ann.sees_after(sent, "she smiles.*1 picture.*about 20 credits")
        video = await makes(ann, card)
        assert await is_the_providers(legacy, ann, video)
        [(verb, body)] = asked(legacy)
        assert body.pop("replyUrl").startswith(f"{hook['PUBLIC_URL']}/provider/")
        assert (verb, body) == (
            "animate",
            {"prompt": "she smiles", "motion": "5", "image": "(file)"},
        )

        await ann.press("Another try", video)
        card = await ann.sees("Another try.*about 20 credits")
        again = await makes(ann, card)
        assert await is_the_providers(legacy, ann, again)
        verb, body = asked(legacy)[-1]
        body.pop("replyUrl")
        assert (verb, body) == ("button", {"jobid": ids(legacy)[0], "button": "ReDo"})

        legacy.control("videos/age", {"jobid": ids(legacy)[0], "days": 31})
        await ann.press("Finer", video)
        await ann.press("Generate", await ann.sees("The same video, finer.*about 20 credits"))
        await ann.sees("no longer has the video that this one starts from")
        assert await ann.left() == 300 - 2 * 20


async def test_what_is_stopped_makes_room_there(town: Town, legacy: Legacy) -> None:
    ann = await town.person("Ann")
    legacy.control("hold", {"enabled": True})
    async with town.bot(**settings(legacy)):
        await ann.orders("a cat on a mat")
        await ann.press("Stop", await ann.sees_button("Stop"))

        async def cancelled() -> bool:
            return bool(legacy.job(ids(legacy)[0])["status"] == "cancelled")

        await town.until(cancelled, "a cancelled job")
