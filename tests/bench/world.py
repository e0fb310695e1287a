"""Telegram and useapi.net as fast as can be: they answer anything, after as long as they are told."""

import asyncio
import io
import json
import random
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from aiohttp import web
from PIL import Image

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
BOT = {"id": 110201543, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
FINISHES_A_PRESS = ("editMessageText", "answerCallbackQuery")


@dataclass
class World:
    """What the program under measurement sees, and what it did."""

    delay: float = 0.0
    hook: str = ""
    hook_secret: str = ""
    calls: Counter[str] = field(default_factory=Counter)
    requests: Counter[str] = field(default_factory=Counter)
    keyboards: dict[int, list[list[dict[str, Any]]]] = field(default_factory=dict)
    done: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    waiting: dict[int, asyncio.Future[None]] = field(default_factory=dict)
    videos: list[dict[str, Any]] = field(default_factory=list)
    accounts: int = 1
    capacity: int = 8
    uploaded: list[int] = field(default_factory=list)
    created: asyncio.Condition = field(default_factory=asyncio.Condition)
    first_call: asyncio.Event = field(default_factory=asyncio.Event)
    photo: bytes = b""
    url: str = ""

    async def telegram(self, request: web.Request) -> web.Response:
        """Any method of the Bot API."""
        method = request.match_info["method"]
        fields = await _fields(request)
        self.calls[method] += 1
        if method in ("getUpdates", "setWebhook"):
            self.first_call.set()
        if method == "setWebhook":
            self.hook, self.hook_secret = fields["url"], fields.get("secret_token", "")
        if method == "getUpdates":
            await asyncio.sleep(min(float(fields.get("timeout", 0)), 1))
        elif self.delay:
            await asyncio.sleep(self.delay)
        return web.json_response({"ok": True, "result": self._result(method, fields)})

    def _result(self, method: str, fields: dict[str, Any]) -> Any:
        if method == "getMe":
            return BOT
        if method == "getUpdates":
            return []
        if method == "getFile":
            name = str(fields["file_id"])
            return {
                "file_id": name,
                "file_unique_id": name,
                "file_path": "photos/big.jpg",
                "file_size": len(self.photo),
            }
        if method.startswith(("send", "edit")):
            self._note(method, fields)
            return self._message(int(fields["chat_id"]))
        if method == "answerCallbackQuery":
            self._note(method, {"chat_id": fields["callback_query_id"]})
        return True

    def _note(self, method: str, fields: dict[str, Any]) -> None:
        chat = int(fields["chat_id"])
        if fields.get("reply_markup"):
            markup = fields["reply_markup"]
            parsed = json.loads(markup) if isinstance(markup, str) else markup
            self.keyboards[chat] = parsed["inline_keyboard"]
        waiter = self.waiting.get(chat)
        wanted = {"sendMessage"} if method == "sendMessage" else set(FINISHES_A_PRESS)
        self.done[chat].add(method)
        if waiter and not waiter.done() and wanted <= self.done[chat]:
            waiter.set_result(None)

    @staticmethod
    def _message(chat: int) -> dict[str, Any]:
        return {
            "message_id": 10,
            "date": 1795300000,
            "from": BOT,
            "chat": {"id": chat, "type": "private", "first_name": "P"},
            "text": "x" * 200,
        }

    def expect(self, chat: int) -> asyncio.Future[None]:
        """Done when the program has answered the next thing that this chat sends."""
        self.done[chat].clear()
        self.waiting[chat] = asyncio.get_running_loop().create_future()
        return self.waiting[chat]

    async def file(self, _: web.Request) -> web.Response:
        """A file at Telegram."""
        return web.Response(body=self.photo, content_type="image/jpeg")

    async def useapi(self, request: web.Request) -> web.Response:
        """The endpoints of useapi.net that the bot's main job needs."""
        path = request.match_info["path"].strip("/")
        self.requests[path] += 1
        if path == "files":
            return await self._take_file(request)
        if path == "scheduler/available":
            return web.json_response({"executing": [], "available": self._lanes()})
        if path == "videos/create":
            async with self.created:
                self.created.notify_all()
            return web.json_response(
                {"video_id": f"user:1-pixverse:a@b.c-video:{random.getrandbits(48)}"}
            )
        if path == "videos":
            email = request.query.get("email", "")
            mine = [video for video in self.videos if video["email"] == email]
            return web.json_response({"data": mine, "next_offset": 0, "total": len(mine)})
        if path == "videos/effects":
            return web.json_response({"items": [], "total": 0, "next_offset": 0})
        return web.json_response([])

    async def submitted(self, jobs: int) -> None:
        """Wait until so many jobs have been submitted."""
        async with self.created:
            await self.created.wait_for(lambda: self.requests["videos/create"] >= jobs)

    def _lanes(self) -> list[dict[str, Any]]:
        return [
            {"email": f"a{n}@b.c", "maxJobs": 8, "executing": 0, "available": self.capacity}
            for n in range(self.accounts)
        ]

    async def _take_file(self, request: web.Request) -> web.Response:
        size = 0
        async for piece in request.content.iter_chunked(65536):
            size += len(piece)
        self.uploaded.append(size)
        found = {
            "id": 1,
            "url": "https://x.y/z",
            "path": "upload/1.jpg",
            "size": size,
            "name": "1",
            "category": 1,
            "err_msg": "",
        }
        return web.json_response({"result": [found]})


async def _fields(request: web.Request) -> dict[str, Any]:
    body = await request.read()
    if request.content_type == "application/json":
        return dict(json.loads(body))
    if request.content_type == "multipart/form-data":
        return {}
    return {name: values[0] for name, values in parse_qs(body.decode()).items()}


@asynccontextmanager
async def world() -> AsyncIterator[World]:
    """A world on a free port of the loopback."""
    it = World()
    app = web.Application(client_max_size=64 * 1024 * 1024)
    app.router.add_route("*", "/bot{token}/{method}", it.telegram)
    app.router.add_get("/file/bot{token}/{path:.*}", it.file)
    app.router.add_route("*", "/v2/pixverse/{path:.*}", it.useapi)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, backlog=2048)
    await site.start()
    it.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield it
    finally:
        await runner.cleanup()


def big_photo(size: int) -> bytes:
    """A real JPEG of about `size` bytes."""
    side = int((size / 1.45) ** 0.5)
    noise = Image.frombytes("RGB", (side, side), random.Random(1).randbytes(side * side * 3))
    file = io.BytesIO()
    noise.save(file, "JPEG", quality=90)
    return file.getvalue()
