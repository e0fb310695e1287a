"""Webhook mode: what Telegram is told to do, and what anybody who knocks gets."""

import asyncio
import io
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from telegram.ext import ExtBot

from bot.updates.backoff import BadToken
from bot.updates.intake import Intake
from bot.updates.webhook import Webhook
from bot.web.health import Readiness
from bot.web.server import HttpServer, build_app
from jobs.nursery import Nursery
from jobs.rules import LiveRules
from storage import Store
from tests.clock import NOON, SettableClock
from tests.integration.bare_telegram import BareTelegram, ok, refusal
from tests.offers import OFFER

SECRET = "s" * 64
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
UPDATE = {"update_id": 1, "message": {"from": {"id": 7}, "text": "ü"}}


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    rules = LiveRules()
    store = await Store.open(
        tmp_path / "bot.sqlite3", clock=SettableClock(), rules=rules, offer=OFFER
    )
    yield store
    await store.close()


class Scene:
    """The bot in webhook mode, with somebody at its door."""

    def __init__(self, store: Store, bot: ExtBot[None]) -> None:
        self.handled: list[dict[str, Any]] = []
        self.pauses: list[float] = []
        self.nursery = Nursery()
        self.webhook = Webhook(
            bot,
            Intake(store.inbox, self._handle, self.nursery),
            public_url="https://bot.example.com",
            secret=SECRET,
            clock=SettableClock(),
            sleep=self._pause,
        )
        ready = Readiness({}, clock=SettableClock(), nursery=self.nursery)
        self.server = HttpServer(build_app(ready, telegram=self.webhook), "127.0.0.1", 0)

    async def _handle(self, update: dict[str, Any]) -> None:
        self.handled.append(update)

    async def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)

    async def knock(self, body: bytes, headers: dict[str, str]) -> int:
        url = f"http://127.0.0.1:{self.server.port}/telegram"
        async with (
            aiohttp.ClientSession() as client,
            client.post(url, data=io.BytesIO(body), headers=headers) as answer,
        ):
            return answer.status


@pytest.fixture
async def scene(store: Store, bot: ExtBot[None]) -> AsyncIterator[Scene]:
    scene = Scene(store, bot)
    await scene.server.start()
    yield scene
    await scene.server.stop()
    await scene.nursery.close()


async def test_telegram_is_told_where_to_bring_what(telegram: BareTelegram, scene: Scene) -> None:
    await scene.webhook.announce()
    (call,) = telegram.calls
    asked = call.form()
    assert call.method == "setWebhook"
    assert asked["url"] == "https://bot.example.com/telegram"
    assert asked["secret_token"] == SECRET
    assert asked["max_connections"] == "100"
    assert "callback_query" in json.loads(asked["allowed_updates"])
    assert "drop_pending_updates" not in asked
    assert scene.webhook.seen_at == NOON


async def test_it_is_told_until_it_agrees(telegram: BareTelegram, scene: Scene) -> None:
    telegram.answers += [
        web.Response(status=502),
        refusal(400, "Bad Request: bad webhook: Failed to resolve host"),
        refusal(429, "Too Many Requests", retry_after=7),
        ok(True),
    ]
    await scene.webhook.announce()
    assert scene.pauses == [1, 2, 7]


async def test_an_unknown_token_ends_it(telegram: BareTelegram, scene: Scene) -> None:
    telegram.answers.append(refusal(401, "Unauthorized"))
    with pytest.raises(BadToken):
        await scene.webhook.announce()


async def test_200_means_kept_and_a_repeat_does_nothing(scene: Scene) -> None:
    body = json.dumps(UPDATE).encode()
    assert await scene.knock(body, HEADERS) == 200
    assert await scene.knock(body, HEADERS) == 200
    await scene.nursery.rest()
    assert scene.handled == [UPDATE]
    assert scene.webhook.seen_at == NOON


@pytest.mark.parametrize(
    "headers",
    [{}, {"X-Telegram-Bot-Api-Secret-Token": "wrong"}, {"X-Telegram-Bot-Api-Secret-Token": ""}],
)
async def test_only_telegram_is_let_in(scene: Scene, headers: dict[str, str]) -> None:
    assert await scene.knock(json.dumps(UPDATE).encode(), headers) == 401
    await scene.nursery.rest()
    assert scene.handled == []
    assert scene.webhook.seen_at is None


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff", 400),
        (b"[1]", 400),
        (b'{"update_id": "one"}', 400),
        (b"[" * 100_000, 400),
        (b" " * (1024 * 1024) + b"{}", 413),
    ],
)
async def test_nonsense_is_refused(scene: Scene, body: bytes, status: int) -> None:
    assert await scene.knock(body, HEADERS) == status


async def test_what_cannot_be_kept_is_brought_again(scene: Scene, store: Store) -> None:
    await store.close()
    assert await scene.knock(json.dumps(UPDATE).encode(), HEADERS) == 503
    await asyncio.sleep(0)
    assert scene.handled == []
