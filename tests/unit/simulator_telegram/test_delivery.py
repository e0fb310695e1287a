"""How updates reach a bot, what faults do to calls, and what survives the end of the process."""

import asyncio
import os
import signal
import subprocess
from collections.abc import AsyncIterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from aiohttp import web

from tests.simulators import started
from tests.unit.simulator_telegram.driver import (
    ANN,
    BOB,
    TOKEN,
    Json,
    Telegram,
    picture,
    running,
)


async def test_updates_stay_until_they_are_confirmed(chat: Telegram) -> None:
    await chat.say("one")
    await chat.say("two")
    first = await chat.ok("getUpdates")
    assert await chat.ok("getUpdates") == first
    ids = [update["update_id"] for update in first]
    assert ids == sorted(ids)
    (left,) = await chat.ok("getUpdates", offset=ids[0] + 1)
    assert left["message"]["text"] == "two"
    assert (await chat.control("GET", "/pending"))["count"] == 1
    assert await chat.ok("getUpdates", offset=ids[1] + 1) == []
    await chat.control("POST", "/redeliver", {"update_id": ids[0]})
    (again,) = await chat.ok("getUpdates", offset=ids[1] + 1)
    assert again == first[0]


async def test_a_negative_offset_forgets_all_but_the_last(chat: Telegram) -> None:
    for text in ("one", "two", "three"):
        await chat.say(text)
    (last,) = await chat.ok("getUpdates", offset=-1)
    assert last["message"]["text"] == "three"
    assert (await chat.control("GET", "/pending"))["count"] == 1


async def test_only_wanted_updates_are_kept(chat: Telegram) -> None:
    await chat.ok("getUpdates", allowed_updates=["callback_query"])
    await chat.say("nobody listens")
    assert (await chat.control("GET", "/pending"))["count"] == 0
    await chat.ok("getUpdates", allowed_updates=[])
    await chat.say("heard")
    assert (await chat.control("GET", "/pending"))["count"] == 1


async def test_two_pollers_cannot_share_a_bot(chat: Telegram) -> None:
    polls = [asyncio.create_task(chat.call("getUpdates", timeout=20)) for _ in range(2)]
    ended, waiting = await asyncio.wait(polls, return_when=asyncio.FIRST_COMPLETED, timeout=15)
    (body,) = [poll.result() for poll in ended]
    assert body["error_code"] == 409
    assert "terminated by other getUpdates request" in body["description"]
    await chat.say("news")
    assert (await waiting.pop())["result"][0]["message"]["text"] == "news"


@dataclass
class Hook:
    """A bot's webhook: it answers what the test has laid ready, then 200."""

    url: str = ""
    answers: list[web.Response] = field(default_factory=list)
    bodies: list[Json] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def post(self, request: web.Request) -> web.Response:
        self.bodies.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.news.set()
        return self.answers.pop(0) if self.answers else web.Response()

    async def got(self, count: int) -> list[Json]:
        while len(self.bodies) < count:
            self.news.clear()
            await asyncio.wait_for(self.news.wait(), 15)
        return self.bodies


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.post)
    runner = web.AppRunner(app, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def test_a_webhook_gets_its_updates_in_order_until_it_accepts_them(
    chat: Telegram, hook: Hook
) -> None:
    hook.answers += [web.Response(status=500), web.Response(status=500)]
    await chat.say("before")
    assert await chat.ok("setWebhook", url=hook.url, secret_token="s3-cret_")
    await chat.say("after")
    bodies = await hook.got(4)
    assert [body["message"]["text"] for body in bodies] == ["before"] * 3 + ["after"]
    assert set(hook.secrets) == {"s3-cret_"}
    body = await chat.call("getUpdates")
    assert body["error_code"] == 409
    assert "webhook is active" in body["description"]
    info = await chat.ok("getWebhookInfo")
    assert info["url"] == hook.url
    assert "500" in info["last_error_message"]
    await chat.ok("deleteWebhook")
    assert (await chat.ok("getWebhookInfo"))["url"] == ""


async def test_a_failing_chat_does_not_hold_up_another(chat: Telegram, hook: Hook) -> None:
    hook.answers.append(web.Response(status=500))
    await chat.person(BOB, first_name="Bob")
    await chat.ok("setWebhook", url=hook.url)
    await chat.say("fails first")
    await hook.got(1)
    await chat.say("quick", person=BOB)
    bodies = await hook.got(3)
    assert [body["message"]["text"] for body in bodies] == ["fails first", "quick", "fails first"]
    await chat.ok("deleteWebhook")


async def test_a_webhooks_answer_may_be_a_call(chat: Telegram, hook: Hook) -> None:
    reply = {"method": "sendMessage", "chat_id": ANN, "text": "from the hook"}
    hook.answers.append(web.json_response(reply))
    await chat.ok("setWebhook", url=hook.url)
    await chat.say("hello")
    news = await chat.world("GET", "/changes", person=ANN, since=0, wait=5)
    while not any(e.get("message", {}).get("text") == "from the hook" for e in news["events"]):
        news = await chat.world("GET", "/changes", person=ANN, since=news["next"], wait=5)
        assert news["events"]
    await chat.ok("deleteWebhook")


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"url": "http://example.com/x"}, "An HTTPS URL must be provided for webhook"),
        ({"url": "https://example.com:9000/x"}, "ports 80, 88, 443 or 8443"),
        ({"url": "nonsense"}, "invalid webhook URL specified"),
        ({"url": "https://e.org", "secret_token": "ä"}, "unallowed characters"),
        ({"url": "https://e.org", "secret_token": "x" * 257}, "too long"),
    ],
)
async def test_a_wrong_webhook_is_refused(chat: Telegram, params: Json, reason: str) -> None:
    assert reason in await chat.refused("setWebhook", **params)
    assert (await chat.ok("getWebhookInfo"))["url"] == ""


async def test_ordered_faults_hit_as_often_as_ordered(chat: Telegram) -> None:
    await chat.control(
        "POST", "/faults", {"method": "sendMessage", "kind": "flood", "retry_after": 3}
    )
    flooded = await chat.call("sendMessage", chat_id=ANN, text="x")
    assert flooded == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 3",
        "parameters": {"retry_after": 3},
    }
    await chat.ok("sendMessage", chat_id=ANN, text="x")
    await chat.control("POST", "/faults", {"method": "*", "kind": "html", "status": 502})
    page = await chat.raw("GET", f"/bot{TOKEN}/getMe")
    assert (page.status_code, page.text[:6]) == (502, "<html>")
    await chat.control("POST", "/faults", {"method": "getMe", "kind": "status", "status": 500})
    assert (await chat.call("getMe"))["description"] == "Internal Server Error"
    wrong = await chat.raw("POST", "/control/faults", json={"method": "getYou", "kind": "reset"})
    assert wrong.status_code == 400


async def test_a_fault_can_be_meant_for_one_chat(chat: Telegram) -> None:
    fault = {"method": "sendMessage", "kind": "forbidden", "chat": BOB}
    await chat.control("POST", "/faults", fault)
    await chat.ok("sendMessage", chat_id=ANN, text="x")
    assert (await chat.call("sendMessage", chat_id=BOB, text="x"))["error_code"] == 403


@pytest.mark.parametrize(("kind", "messages"), [("reset", 1), ("reset_after", 2)])
async def test_a_lost_connection_tells_nothing_of_what_was_done(
    chat: Telegram, kind: str, messages: int
) -> None:
    await chat.control("POST", "/faults", {"method": "sendMessage", "kind": kind})
    with pytest.raises((httpx.NetworkError, httpx.RemoteProtocolError)):
        await chat.call("sendMessage", chat_id=ANN, text="x")
    assert len(await chat.seen()) == messages
    assert len((await chat.control("GET", "/calls", method="sendMessage"))["calls"]) == 1


async def test_a_hanging_call_does_nothing(chat: Telegram) -> None:
    await chat.control("POST", "/faults", {"method": "sendMessage", "kind": "hang", "seconds": 0.1})
    with pytest.raises((httpx.NetworkError, httpx.RemoteProtocolError)):
        await chat.call("sendMessage", chat_id=ANN, text="x")
    assert len(await chat.seen()) == 1


async def test_the_flood_limit_counts_messages_of_a_chat(chat: Telegram) -> None:
    await chat.control("POST", "/flood", {"enabled": True})
    await chat.ok("sendMessage", chat_id=ANN, text="x")
    body = await chat.call("sendMessage", chat_id=ANN, text="y")
    assert (body["error_code"], body["parameters"]) == (429, {"retry_after": 1})


async def test_commands_are_resolved_by_scope_and_language(chat: Telegram) -> None:
    def menu(name: str) -> list[Json]:
        return [{"command": name, "description": "d"}]

    everybody = {"type": "all_private_chats"}
    await chat.ok("setMyCommands", commands=menu("plain"))
    assert (await chat.world("GET", "/commands", person=ANN))["commands"] == menu("plain")
    await chat.ok("setMyCommands", commands=menu("private"), scope=everybody)
    await chat.ok("setMyCommands", commands=menu("english"), scope=everybody, language_code="en")
    assert (await chat.world("GET", "/commands", person=ANN))["commands"] == menu("english")
    own = {"type": "chat", "chat_id": ANN}
    await chat.ok("setMyCommands", commands=menu("own"), scope=own)
    assert (await chat.world("GET", "/commands", person=ANN))["commands"] == menu("own")
    await chat.ok("deleteMyCommands", scope=own)
    assert await chat.ok("getMyCommands", scope=own) == []
    stranger = {"type": "chat", "chat_id": BOB}
    assert await chat.refused("setMyCommands", commands=menu("x"), scope=stranger) == (
        "Bad Request: chat not found"
    )
    for wrong, reason in (("Wrong", "BOT_COMMAND_INVALID"), ("x" * 33, "BOT_COMMAND_INVALID")):
        assert reason in await chat.refused("setMyCommands", commands=menu(wrong))


async def test_the_event_stream_goes_on_where_it_was_left(chat: Telegram) -> None:
    before = (await chat.world("GET", "/changes", person=ANN, since=0))["next"]
    await chat.ok("sendMessage", chat_id=ANN, text="news")
    await chat.ok("sendChatAction", chat_id=ANN, action="upload_video")
    async with httpx.AsyncClient(base_url=chat.address) as client:
        query = {"person": ANN, "since": before}
        async with client.stream("GET", "/world/events", params=query) as stream:
            lines = []
            async for line in stream.aiter_lines():
                lines.append(line)
                if '"action"' in line:
                    break
    assert f"id: {before + 1}" in lines
    assert '"type": "message"' in lines[lines.index(f"id: {before + 1}") + 1]
    assert '"upload_video"' in lines[-1]


async def test_nobody_else_hears_of_it(chat: Telegram) -> None:
    await chat.person(BOB, first_name="Bob")
    since = (await chat.world("GET", "/changes", person=BOB, since=0))["next"]
    await chat.ok("sendMessage", chat_id=ANN, text="secret")
    assert (await chat.world("GET", "/changes", person=BOB, since=since))["events"] == []


def started_here(data: Path) -> AbstractContextManager[tuple[subprocess.Popen[str], str]]:
    return started("telegram", "--token", TOKEN, "--data", str(data))


async def test_everything_survives_a_kill(tmp_path: Path) -> None:
    with started_here(tmp_path) as (process, address):
        async with Telegram(address) as telegram:
            await telegram.person(ANN, first_name="Ann")
            await telegram.say("/start")
            data = picture()
            sent = await telegram.ok("sendPhoto", files={"photo": ("p.jpg", data)}, chat_id=ANN)
            await telegram.ok("setMyCommands", commands=[{"command": "new", "description": "d"}])
            pending = await telegram.ok("getUpdates")
        os.kill(process.pid, signal.SIGKILL)
        process.communicate(timeout=10)
    with running("--data", str(tmp_path)) as address:
        async with Telegram(address) as telegram:
            assert await telegram.ok("getUpdates") == pending
            seen = await telegram.seen()
            assert [message["kind"] for message in seen] == ["text", "photo"]
            file = await telegram.raw("GET", f"/world/file/{seen[1]['file']['id']}")
            assert file.content == data
            again = await telegram.ok("sendPhoto", chat_id=ANN, photo=sent["photo"][-1]["file_id"])
            assert again["message_id"] == sent["message_id"] + 1
            commands = await telegram.world("GET", "/commands", person=ANN)
            assert commands["commands"][0]["command"] == "new"
            later = await telegram.say("more")
            assert later["message_id"] == again["message_id"] + 1
            ids = [update["update_id"] for update in await telegram.ok("getUpdates")]
            assert ids == sorted(set(ids))


async def test_a_signal_ends_a_simulator_whose_bot_is_gone(tmp_path: Path) -> None:
    with started_here(tmp_path) as (process, address):
        async with Telegram(address) as telegram:
            await telegram.person(ANN, first_name="Ann")
            await telegram.ok("setWebhook", url="http://127.0.0.1:9/nobody")
            await telegram.say("hello")
        process.terminate()
        assert process.wait(10) == 0


async def test_a_signal_ends_open_open_streams_and_polls_cleanly(tmp_path: Path) -> None:
    with started_here(tmp_path) as (process, address):
        async with Telegram(address) as telegram, httpx.AsyncClient(base_url=address) as client:
            await telegram.person(ANN, first_name="Ann")
            poll = asyncio.create_task(telegram.call("getUpdates", timeout=50))
            async with client.stream("GET", "/world/events", params={"person": ANN}) as stream:
                lines = stream.aiter_lines()
                assert await anext(lines) == ": hello"
                process.terminate()
                async for _ in lines:
                    pass
            assert await poll == {"ok": True, "result": []}
        assert process.wait(10) == 0
