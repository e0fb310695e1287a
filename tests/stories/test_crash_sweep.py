"""The process is killed at every touch point of a job's life, and nobody pays twice or gets nothing."""

import asyncio
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from typing import Any

import pytest

from tests.pictures import picture
from tests.processes import bot_process
from tests.stories.chat import Chat
from tests.stories.town import Town

ALLOWANCE, PRICE = 300, 30
FAST = {"POLL_SECONDS": "0.2"}
QUICK_BOT = "tests.stories.quick_bot"


@dataclass(frozen=True)
class Moment:
    """Where the world stops: a call to Telegram or a request to useapi.net that finds no answer."""

    name: str
    fault: dict[str, Any]
    telegram: str = ""
    useapi: str = ""
    method: str = "POST"
    posts: tuple[int, ...] = (1,)
    most_videos: int = 1
    module: str = "bot"

    def __str__(self) -> str:
        return self.name

    async def order(self, town: Town) -> None:
        if self.telegram:
            await town.telegram_fault(method=self.telegram, **self.fault, seconds=60)
        else:
            await town.useapi_fault(path=self.useapi, method=self.method, **self.fault, seconds=60)

    async def is_here(self, town: Town) -> bool:
        if self.telegram:
            calls = await town.calls(self.telegram)
            return any(call["error"] == "hang" or call["status"] == 200 for call in calls)
        asked = await town.requests(self.useapi.partition("*")[0], self.method)
        paths = [one["path"].removeprefix("/v2/pixverse") for one in asked]
        return any(fnmatchcase(path, self.useapi) for path in paths)


HANG, DONE = {"kind": "hang"}, {"kind": "hang_after"}
MOMENTS = (
    # Meanwhile the job goes its way: the end may come at any point of it.
    Moment(
        "Generate pressed, the press not answered",
        HANG,
        telegram="answerCallbackQuery",
        posts=(1, 2),
        module=QUICK_BOT,
    ),
    Moment("the picture on its way from Telegram", HANG, telegram="/file/"),
    Moment("the picture on its way to PixVerse", HANG, useapi="/files/"),
    Moment("the picture there, unanswered", DONE, useapi="/files/"),
    Moment("paid, unanswered", DONE, useapi="/videos/create*"),
    Moment("the list being read", HANG, useapi="/videos/", method="GET"),
    Moment("the result being measured", HANG, useapi="/media/results/*", method="HEAD"),
    Moment("before the video is sent", HANG, telegram="sendVideo"),
    Moment("the video sent, unanswered", DONE, telegram="sendVideo", most_videos=2),
    # Until it is sure that nothing was paid, two minutes go by: here with a story's pace.
    Moment("not paid, unanswered", HANG, useapi="/videos/create*", posts=(2,), module=QUICK_BOT),
)


async def paid_once(town: Town, chat: Chat, *, most_videos: int = 1) -> None:
    """One video made and paid, in the chat at least once and at most so often, one price settled."""
    await chat.gets("video")
    await chat.sees("Ready")
    while "done" not in (await chat.ask("/jobs")).text:  # noqa: ASYNC110 (it is another process)
        await asyncio.sleep(0.2)
    assert [video["refunded"] for video in await town.videos()] == [0]
    assert 1 <= len([m for m in await chat.told() if m.kind == "video"]) <= most_videos
    assert await chat.left() == ALLOWANCE - PRICE


async def begins(town: Town, chat: Chat) -> tuple[int, str]:
    """A picture and words; returns the card and the data of its Generate button."""
    await chat.photo(picture("tomato"), "she smiles")
    card = await chat.sees("she smiles.*1 picture.*you have")
    data = card.data("Generate")
    assert data
    return card.id, data


async def generate(town: Town, chat: Chat, button: tuple[int, str]) -> None:
    """Press and do not wait: the bot may be dead by then."""
    where = {"person": chat.person, "chat": chat.chat, "wait": 0}
    body = {**where, "message_id": button[0], "data": button[1]}
    (await town.telegram.post("/world/press", json=body)).raise_for_status()


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
async def test_killed_at(town: Town, moment: Moment) -> None:
    ann = await town.person("Ann")
    environment = town.environment(**FAST)
    with bot_process(environment, town.home, moment.module) as bot:
        button = await begins(town, ann)
        await moment.order(town)
        await generate(town, ann, button)
        await town.until(lambda: moment.is_here(town), moment.name)
        bot.kill()
    await town.telegram.delete("/control/faults")
    await town.useapi.delete("/control/faults")
    with bot_process(environment, town.home, moment.module) as bot:
        await paid_once(town, ann, most_videos=moment.most_videos)
        assert len(await town.requests("/videos/create")) in moment.posts
        assert "[error" not in bot.log.read_text()
        bot.kill()


async def test_killed_while_it_waits_and_again_while_it_renders(town: Town) -> None:
    ann = await town.person("Ann")
    environment = town.environment(**FAST)
    await town.room(0)
    with bot_process(environment, town.home) as bot:
        await generate(town, ann, await begins(town, ann))
        await ann.sees("In the queue: number 1")
        bot.kill()
    await town.room(1)
    await town.hold()
    with bot_process(environment, town.home) as bot:
        await ann.sees("PixVerse is at work")
        bot.kill()
    await town.release()
    with bot_process(environment, town.home) as bot:
        await paid_once(town, ann)
        bot.kill()


async def test_killed_again_and_again(town: Town) -> None:
    """Each run lives a few requests longer than the one before, wherever that leads it."""
    ann = await town.person("Ann")
    environment = town.environment(**FAST)
    with bot_process(environment, town.home, QUICK_BOT) as bot:
        button = await begins(town, ann)
        bot.kill()
    await generate(town, ann, button)
    for more in range(6, 60, 3):
        lived = partial(has_lived, town, ann, await requests_seen(town) + more)
        with bot_process(environment, town.home, QUICK_BOT) as bot:
            await town.until(lived, f"{more} requests, or the end")
            bot.kill()
        if await has_video(ann):
            break
    with bot_process(environment, town.home, QUICK_BOT) as bot:
        await paid_once(town, ann, most_videos=2)
        bot.kill()


async def requests_seen(town: Town) -> int:
    """All but those of the menus, of which every start makes two dozen."""
    made = (await town.telegram.get("/control/calls")).json()["calls"]
    calls = [call for call in made if not call["method"].startswith("setMy")]
    asked = (await town.useapi.get("/control/requests")).json()["requests"]
    return len(calls) + len(asked)


async def has_lived(town: Town, chat: Chat, until: int) -> bool:
    return await requests_seen(town) >= until or await has_video(chat)


async def has_video(chat: Chat) -> bool:
    return any(message.kind == "video" for message in await chat.told())
