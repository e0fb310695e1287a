"""A Telegram server that answers what a test tells it to, and remembers what it was asked."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import parse_qsl

from aiohttp import web
from telegram.ext import ExtBot

from bot.telegram_request import AiohttpRequest

TOKEN = "123456789:AAE-" + "x" * 31
BOT = {"id": 123456789, "is_bot": True, "first_name": "Demo", "username": "demo_bot"}

Answer = Callable[[], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class Call:
    """One request as it came over the wire."""

    method: str
    headers: Mapping[str, str]
    body: bytes
    connection: object

    def form(self) -> dict[str, str]:
        """The fields of a request without files."""
        return dict(parse_qsl(self.body.decode(), keep_blank_values=True))


def ok(result: object) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def refusal(code: int, description: str, **parameters: object) -> web.Response:
    answer: dict[str, object] = {"ok": False, "error_code": code, "description": description}
    if parameters:
        answer["parameters"] = parameters
    return web.json_response(answer, status=code)


class BareTelegram:
    """Answers `getMe` by itself, and everything else from `answers`, in order."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.answers: deque[web.Response | Answer] = deque()
        self.url = ""
        self.has_no_news = asyncio.Event()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        method = request.path.rpartition("/")[2]
        if method == "getMe":
            return ok(BOT)
        body = await request.read()
        self.calls.append(Call(method, dict(request.headers), body, request.transport))
        answer = self.answers.popleft() if self.answers else ok(True)
        return answer if isinstance(answer, web.Response) else await answer()

    async def no_news(self) -> web.Response:
        """An answer to `getUpdates` that does not come as long as anybody waits for it."""
        self.has_no_news.set()
        await asyncio.sleep(3600)
        return ok([])

    @property
    def methods(self) -> list[str]:
        return [call.method for call in self.calls]


@asynccontextmanager
async def running() -> AsyncIterator[BareTelegram]:
    telegram = BareTelegram()
    app = web.Application(client_max_size=64 * 1024 * 1024)
    app.router.add_route("*", "/{path:.*}", telegram.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    telegram.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield telegram
    finally:
        await runner.cleanup()


@asynccontextmanager
async def bot_at(url: str, request: AiohttpRequest | None = None) -> AsyncIterator[ExtBot[None]]:
    """The bot that the program uses, with nothing contacted yet."""
    request = request or AiohttpRequest()
    bot: ExtBot[None] = ExtBot(
        TOKEN,
        base_url=f"{url}/bot",
        base_file_url=f"{url}/file/bot",
        request=request,
        get_updates_request=request,
    )
    await request.initialize()
    try:
        yield bot
    finally:
        await request.shutdown()
