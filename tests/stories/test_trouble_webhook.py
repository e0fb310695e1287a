"""The provider's webhook only hints that something happened: lost, doubled or forged, it changes nothing."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from tests.stories.chat import Chat
from tests.stories.town import Town

ALLOWANCE, PRICE = 300, 30
EVIL = "https://evil.example/film.mp4"


async def delivered_once(town: Town, chat: Chat) -> None:
    await chat.gets("video")
    await chat.sees("Ready")
    await chat.hears("/jobs", "a cat on a mat.*done")
    assert len([m for m in await chat.told() if m.kind == "video"]) == 1
    assert len(await town.calls("sendVideo")) == 1
    assert await chat.left() == ALLOWANCE - PRICE


async def looks(town: Town) -> int:
    asked = await town.requests("/videos/", "GET")
    return len([one for one in asked if one["path"].endswith("/videos/")])


async def hint(where: dict[str, Any], secret: str, body: object) -> int:
    async with httpx.AsyncClient() as client:
        url = f"{where['PUBLIC_URL']}/provider/{secret}"
        return (await client.post(url, json=body)).status_code


@pytest.mark.parametrize(
    "switches",
    [{}, {"webhook_duplicate": True}, {"webhook_nested": True}, {"webhook_generating": True}],
    ids=str,
)
async def test_a_webhook_brings_the_video_long_before_the_next_poll(
    town: Town, switches: dict[str, bool]
) -> None:
    ann = await town.person("Ann")
    await town.control("switches", **switches)
    async with town.bot(pace=town.pace(poll=timedelta(hours=1)), **town.webhooks()):
        await town.hold()
        await ann.orders("a cat on a mat")
        await town.until(lambda: looked(town, 1), "the first look, which finds it unfinished")
        await town.release()
        await delivered_once(town, ann)


async def looked(town: Town, times: int) -> bool:
    return await looks(town) >= times


@pytest.mark.parametrize("switch", ["webhook_drop", "webhook_without_id"])
async def test_without_a_useful_webhook_the_list_is_enough(town: Town, switch: str) -> None:
    ann = await town.person("Ann")
    await town.control("switches", **{switch: True})
    async with town.bot(**town.webhooks()):
        await ann.orders("a cat on a mat")
        await delivered_once(town, ann)


async def test_a_forged_webhook_is_not_believed(town: Town) -> None:
    ann = await town.person("Ann")
    where = town.webhooks()
    secret = town.settings(**where).provider_hook
    async with town.bot(pace=town.pace(poll=timedelta(hours=1)), **where):
        await town.hold()
        await ann.orders("a cat on a mat")
        await town.until(lambda: looked(town, 1), "the first look, which finds it unfinished")
        await ann.sees("PixVerse is at work")
        [video] = await town.videos()
        body = {"video_id": video["video_id"], "video_status": 1, "url": EVIL}
        forged = body | {"video_status_name": "COMPLETED", "video_status_final": True}

        before = await looks(town)
        assert await hint(where, "0" * 64, forged) == 404
        assert await hint(where, secret[:-1], forged) == 404
        assert await looks(town) == before, "whoever does not know the secret causes nothing"

        assert await hint(where, secret, forged | {"replyRef": video["replyRef"]}) == 200
        await town.until(lambda: looked(town, before + 1), "a look of our own")
        failed = forged | {"video_status": 8, "video_status_name": "FAILED"}
        assert await hint(where, secret, failed) == 200
        await town.until(lambda: looked(town, before + 2), "another look of our own")
        assert await town.calls("sendVideo") == []
        assert await ann.left() == ALLOWANCE - PRICE
        await town.release()
        await delivered_once(town, ann)
        assert EVIL not in str(await town.calls("sendVideo"))


@pytest.mark.parametrize(
    "body", [{}, [], None, "text", {"video_id": 7}, {"video_id": "user:1-nobody-video:9"}], ids=str
)
async def test_a_webhook_about_nothing(town: Town, body: object) -> None:
    ann = await town.person("Ann")
    where = town.webhooks()
    async with town.bot(**where):
        await ann.hears("/start", "Hi")
        secret = town.settings(**where).provider_hook
        assert await hint(where, secret, body) == 200
        await ann.orders("a cat on a mat")
        await delivered_once(town, ann)
