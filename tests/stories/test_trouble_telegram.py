"""Telegram in trouble: everybody gets their answer and their video, and hardly ever twice."""

import os
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.kept import KeptFiles
from bot.results import ProviderFiles
from handlers.chat.messenger import Messenger
from handlers.chat.results import Limits, ResultSender
from handlers.chat.texts import Languages
from handlers.chat.traffic import Traffic
from jobs.capabilities import Options
from jobs.ids import ChatId, JobId, PersonId, Place, Reference
from jobs.lifecycle import Job, Result, State
from jobs.requests import TextRequest
from tests.pictures import picture
from tests.servers import LOOPBACK
from tests.stories.chat import Chat
from tests.stories.town import Town

ALLOWANCE, PRICE = 300, 30
NOT_FETCHED = {"kind": "bad_request", "description": "failed to get HTTP URL content"}


async def videos_in(chat: Chat) -> int:
    return len([message for message in await chat.told() if message.kind == "video"])


async def test_a_flood_in_one_chat_does_not_hold_up_the_others(town: Town) -> None:
    ann, bob = await town.person("Ann"), await town.person("Bob")
    async with town.bot():
        await town.hold()
        await ann.orders("a cat on a mat")
        await ann.sees("PixVerse is at work")
        await bob.orders("a dog on a rug")
        await bob.sees("PixVerse is at work")
        await town.telegram_fault(method="sendVideo", kind="flood", chat=ann.chat, retry_after=2)
        await town.release()
        await bob.gets("video")
        await ann.gets("video")
        sent = [
            (int(call["params"]["chat_id"]), call["status"])
            for call in await town.calls("sendVideo")
        ]
        assert [chat for chat, status in sent if status == 200] == [bob.chat, ann.chat]
        assert [chat for chat, status in sent if status == 429] == [ann.chat]
        assert await videos_in(ann) == await videos_in(bob) == 1


async def test_trouble_at_the_start_is_waited_out(town: Town) -> None:
    ann = await town.person("Ann")
    await town.telegram_fault(method="getMe", kind="status", status=502)
    await town.telegram_fault(method="deleteWebhook", kind="html")
    await town.telegram_fault(method="getUpdates", kind="reset")
    await town.telegram_fault(method="setMyCommands", kind="flood", retry_after=1)
    async with town.bot():
        await ann.hears("/start", "Hi Ann")
        await town.until(lambda: has_menu(town, ann), "the command menu")


async def has_menu(town: Town, chat: Chat) -> bool:
    where = {"person": chat.person, "chat": chat.chat}
    return bool((await town.telegram.get("/world/commands", params=where)).json()["commands"])


@pytest.mark.parametrize(
    "fault",
    [{"kind": "status", "status": 502}, {"kind": "html"}, {"kind": "reset"}, {"kind": "flood"}],
    ids=str,
)
async def test_an_answer_that_did_not_get_through_is_said_again(
    town: Town, fault: dict[str, Any]
) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await town.telegram_fault(method="sendMessage", **fault, retry_after=1)
        card = await ann.hears("a cat on a mat", "you have")
        assert await ann.left() == ALLOWANCE
        assert len([m for m in await ann.told() if "a cat on a mat" in m.text]) == 1
        await ann.press("Generate", card)
        await ann.gets("video")


@pytest.mark.parametrize("kind", ["status", "html", "reset", "flood"])
async def test_a_card_whose_edit_did_not_get_through(town: Town, kind: str) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        card = await ann.hears("a cat on a mat", "no sound")
        await town.telegram_fault(method="editMessageText", kind=kind, retry_after=1)
        await ann.press("Sound: off", card)
        changed = await ann.sees("with sound")
        assert changed.id == card.id
        assert changed.data("Sound: on")


@pytest.mark.parametrize("kind", ["status", "html", "reset", "flood"])
async def test_a_press_whose_edit_did_not_get_through(town: Town, kind: str) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        card = await ann.hears("a cat on a mat", "you have")
        await town.telegram_fault(method="editMessageText", kind=kind, retry_after=1)
        await town.telegram_fault(method="answerCallbackQuery", kind=kind, retry_after=1)
        data = card.data("Generate")
        assert data
        where = {"person": ann.person, "chat": ann.chat, "message_id": card.id, "data": data}
        await town.telegram.post("/world/press", json={**where, "wait": 0})
        await ann.gets("video")
        await ann.sees("Ready")
        assert await ann.left() == ALLOWANCE - PRICE


@pytest.mark.parametrize(
    ("fault", "most"),
    [
        ({"kind": "status", "status": 502}, 1),
        ({"kind": "html"}, 1),
        ({"kind": "reset"}, 1),
        ({"kind": "reset_after"}, 2),
    ],
    ids=str,
)
async def test_a_video_whose_sending_broke(town: Town, fault: dict[str, Any], most: int) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await town.telegram_fault(method="sendVideo", **fault)
        await ann.orders("a cat on a mat")
        await ann.sees("Ready")
        await ann.gets("video")
        await ann.hears("/jobs", "a cat on a mat.*done")
        assert 1 <= await videos_in(ann) <= most
        assert len(await town.calls("sendVideo")) == 2
        assert await ann.left() == ALLOWANCE - PRICE
        assert len(await town.videos()) == 1


async def test_an_address_that_telegram_does_not_take_is_uploaded(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await town.telegram_fault(method="sendVideo", **NOT_FETCHED)
        await ann.orders("a cat on a mat")
        video = await ann.gets("video")
        assert await town.is_the_providers(ann, video)
        by_url, upload = await town.calls("sendVideo")
        assert by_url["params"]["video"].startswith("http")
        assert upload["files"]
        assert str(upload["params"]["supports_streaming"]).lower() == "true"
        assert os.listdir(town.home / "tmp") == [], "nothing stays on the disk"  # noqa: PTH208


async def test_a_video_that_telegram_does_not_take_at_all_comes_as_a_link(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await town.telegram_fault(method="sendVideo", times=2, **NOT_FETCHED)
        await ann.orders("a cat on a mat")
        link = await ann.sees("It's ready.*http")
        [video] = await town.videos()
        assert video["url"] in link.text
        assert link.data("Again")
        assert await ann.left() == ALLOWANCE - PRICE


@pytest.mark.parametrize(
    ("limits", "way"),
    [
        (Limits(), "url"),
        (Limits(by_url=1000), "upload"),
        (Limits(by_url=1000, by_upload=1000), "link"),
    ],
    ids=["small", "large", "huge"],
)
async def test_the_size_decides_how_a_video_goes(
    town: Town, tmp_path: Path, limits: Limits, way: str
) -> None:
    """Too big a file is not even tried. With limits of our own: a simulator's videos are small."""
    ann = await town.person("Ann")
    async with town.bot() as program, AsyncExitStack() as stack:
        await ann.orders("a cat on a mat")
        await ann.gets("video")
        [made] = await town.videos()
        before = len(await town.calls("sendVideo"))
        scratch = tmp_path / "results"
        scratch.mkdir()
        files = ProviderFiles(scratch, KeptFiles(tmp_path / "kept"), server=LOOPBACK)
        stack.push_async_callback(files.close)
        sender = ResultSender(Messenger(program.bot, program.nursery, Traffic()), files, limits)

        job = finished(ann, made["url"])
        await sender.send(job, job.place, Languages().pick(None))
        calls = (await town.calls("sendVideo"))[before:]
        assert [bool(call["files"]) for call in calls] == {"url": [False], "upload": [True]}.get(
            way, []
        )
        newest = (await ann.told())[-1]
        assert newest.kind == ("text" if way == "link" else "video")
        assert (made["url"] in newest.text) == (way == "link")
        assert os.listdir(scratch) == [], "nothing stays on the disk"  # noqa: PTH208


def finished(chat: Chat, url: str) -> Job:
    """A job that only waits for its delivery."""
    now = datetime.now(UTC)
    return Job(
        id=JobId(1),
        person_id=PersonId(chat.person),
        place=Place(ChatId(chat.chat)),
        state=State.DELIVERING,
        request=TextRequest(options=Options(), prompt="a cat on a mat"),
        price=PRICE,
        reference=Reference("r"),
        seed=1,
        queued_at=now,
        due_at=now,
        result=Result(url=url, width=640, height=360, seconds=5),
    )


async def test_a_picture_that_telegram_does_not_hand_over_at_first(town: Town) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await town.telegram_fault(method="/file/", kind="status", status=502)
        await town.telegram_fault(method="/file/", kind="reset")
        await town.telegram_fault(method="getFile", kind="html")
        await ann.photo(picture("tomato"), "she smiles")
        await ann.press("Generate", await ann.sees("she smiles.*you have"))
        await ann.gets("video")
        assert len(await town.videos()) == 1
        assert await ann.left() == ALLOWANCE - PRICE


@pytest.mark.parametrize(
    ("method", "fault", "why"),
    [
        ("getFile", {"kind": "bad_request", "description": "file is too big"}, "too large"),
        ("getFile", {"kind": "bad_request", "description": "invalid file_id"}, "no longer has"),
        ("/file/", {"kind": "status", "status": 404}, "no longer has"),
    ],
    ids=["too big", "invalid", "gone"],
)
async def test_a_picture_that_telegram_never_hands_over(
    town: Town, method: str, fault: dict[str, Any], why: str
) -> None:
    ann = await town.person("Ann")
    async with town.bot():
        await town.telegram_fault(method=method, **fault)
        await ann.photo(picture("tomato"), "she smiles")
        await ann.press("Generate", await ann.sees("she smiles.*you have"))
        sorry = await ann.sees(why)
        assert "30 credits are back" in sorry.text
        assert await ann.left() == ALLOWANCE
        assert await town.videos() == []
