"""Long polling against a server that misbehaves in every way that Telegram does."""

import asyncio
import json
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import pytest
from aiohttp import web
from telegram.ext import ExtBot

from bot.updates.backoff import BadToken
from bot.updates.intake import Update
from bot.updates.polling import Poller
from tests.clock import NOON, SettableClock
from tests.integration.bare_telegram import Answer, BareTelegram, bot_at, ok, refusal

UPDATE = {"update_id": 41, "message": {"message_id": 1, "text": "ü", "unknown_field": [1]}}


class Taker:
    """What comes in, where there is no database; it may fail once."""

    def __init__(self) -> None:
        self.received: list[Update] = []
        self.failures: list[Exception] = []

    async def receive(self, raw: Sequence[bytes | Update]) -> None:
        if self.failures and raw:
            raise self.failures.pop()
        self.received += [one for one in raw if isinstance(one, dict)]


class Pauses:
    """Sleeps without sleeping, and remembers how long it would have been."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)
        await asyncio.sleep(0)


async def poll(telegram: BareTelegram, bot: ExtBot[None], taker: Any, pauses: Pauses) -> Poller:
    """Poll until there is no more news, or until the poller ends by itself."""
    poller = Poller(bot, taker, clock=SettableClock(), sleep=pauses)
    polling = asyncio.create_task(poller.run())
    quiet = asyncio.create_task(telegram.has_no_news.wait())
    await asyncio.wait({polling, quiet}, return_when=asyncio.FIRST_COMPLETED)
    quiet.cancel()
    polling.cancel()
    with suppress(asyncio.CancelledError):
        await polling
    return poller


async def test_the_webhook_ends_and_nothing_pending_is_dropped(
    telegram: BareTelegram, bot: ExtBot[None]
) -> None:
    telegram.answers += [ok(True), ok([UPDATE]), telegram.no_news]
    taker, pauses = Taker(), Pauses()
    poller = await poll(telegram, bot, taker, pauses)
    assert telegram.methods[:2] == ["deleteWebhook", "getUpdates"]
    assert "drop_pending_updates" not in telegram.calls[0].form()
    asked = telegram.calls[1].form()
    assert "offset" not in asked
    assert asked["timeout"] == "50"
    assert json.loads(asked["allowed_updates"]) == [
        "message",
        "edited_message",
        "callback_query",
        "inline_query",
        "pre_checkout_query",
        "my_chat_member",
    ]
    assert taker.received == [UPDATE]
    assert poller.seen_at == NOON
    assert pauses.seconds == []


async def test_an_update_is_asked_for_until_it_is_kept(
    telegram: BareTelegram, bot: ExtBot[None]
) -> None:
    later = {"update_id": 43}
    telegram.answers += [ok(True), ok([UPDATE]), ok([UPDATE, later]), telegram.no_news]
    taker, pauses = Taker(), Pauses()
    taker.failures.append(OSError("disk full"))
    await poll(telegram, bot, taker, pauses)
    assert taker.received == [UPDATE, later]
    assert pauses.seconds == [1]
    assert [call.form().get("offset") for call in telegram.calls[1:]] == [None, None, "44"]


@pytest.mark.parametrize("at_first", [True, False])
async def test_no_trouble_of_telegrams_ends_it(
    telegram: BareTelegram, bot: ExtBot[None], at_first: bool
) -> None:
    async def hang_up() -> web.Response:
        connection: Any = telegram.calls[-1].connection
        connection.abort()
        return ok([])

    troubles: list[web.Response | Answer] = [
        web.Response(status=502, text="<html>Bad Gateway</html>"),
        refusal(409, "Conflict: terminated by other getUpdates request"),
        refusal(500, "Internal Server Error"),
        web.Response(text="<html>hotel wifi</html>"),
        refusal(429, "Too Many Requests: retry after 44", retry_after=44),
        hang_up,
        web.Response(status=404, text="<html>Not Found</html>"),
        refusal(429, "Too Many Requests: retry after 2", retry_after=2),
    ]
    for answer in (*troubles, ok(True)) if at_first else (ok(True), *troubles):
        telegram.answers.append(answer)
    telegram.answers += [ok([UPDATE]), telegram.no_news]
    taker, pauses = Taker(), Pauses()
    await poll(telegram, bot, taker, pauses)
    assert taker.received == [UPDATE]
    assert pauses.seconds == [1, 2, 4, 8, 44, 30, 30, 30]


async def test_a_server_that_is_not_there_yet_is_waited_for(unused_tcp_port: int) -> None:
    class Enough(Exception):
        pass

    async def pause(seconds: float) -> None:
        if seconds == 30:
            raise Enough

    async with bot_at(f"http://127.0.0.1:{unused_tcp_port}") as bot:
        taker: Any = Taker()
        with pytest.raises(Enough):
            await Poller(bot, taker, sleep=pause).run()


@pytest.mark.parametrize("code", [401, 404])
@pytest.mark.parametrize("at_first", [True, False])
async def test_a_token_that_telegram_does_not_know_ends_it(
    telegram: BareTelegram, bot: ExtBot[None], code: int, at_first: bool
) -> None:
    telegram.answers += [] if at_first else [ok(True)]
    telegram.answers.append(refusal(code, "Unauthorized"))
    pauses = Pauses()
    with pytest.raises(BadToken, match="TELEGRAM_BOT_TOKEN"):
        await poll(telegram, bot, Taker(), pauses)
    assert pauses.seconds == []


async def test_a_server_that_does_not_wait_for_news_is_not_hammered(
    telegram: BareTelegram, bot: ExtBot[None]
) -> None:
    telegram.answers += [ok(True), ok([]), ok([]), ok([UPDATE]), telegram.no_news]
    taker, pauses = Taker(), Pauses()
    await poll(telegram, bot, taker, pauses)
    assert pauses.seconds == [0.2, 0.2]


async def test_what_is_no_update_is_passed_over(telegram: BareTelegram, bot: ExtBot[None]) -> None:
    telegram.answers += [ok(True), ok("?"), ok([{"no": "id"}, "x", UPDATE]), telegram.no_news]
    taker, pauses = Taker(), Pauses()
    await poll(telegram, bot, taker, pauses)
    assert taker.received == [UPDATE]
