"""The floor: the same work with nothing in between. Starlette in, one grouped SQLite commit, aiohttp out."""

import asyncio
import json
import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor

import aiohttp
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

KEYBOARD = {"inline_keyboard": [[{"text": "Quality: 540p", "callback_data": "c|1|q|540p"}]] * 6}


class Floor:
    """One press: parse, store durably, answer and edit at once."""

    def __init__(self) -> None:
        self.api = f"{os.environ['TELEGRAM_API_URL']}/bot{os.environ['TELEGRAM_BOT_TOKEN']}"
        self.session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
        self.thread = ThreadPoolExecutor(1)
        self.database = sqlite3.connect(
            f"{os.environ['DATA_DIR']}/floor.sqlite3", check_same_thread=False, isolation_level=None
        )
        self.database.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            "CREATE TABLE IF NOT EXISTS drafts (id INTEGER PRIMARY KEY, body TEXT)"
        )
        self.waiting: list[tuple[int, str, asyncio.Future[None]]] = []
        self.writing = False

    async def write(self, chat: int, body: str) -> None:
        done = asyncio.get_running_loop().create_future()
        self.waiting.append((chat, body, done))
        if not self.writing:
            self.writing = True
            while self.waiting:
                group, self.waiting = self.waiting, []
                loop = asyncio.get_running_loop()
                await loop.run_in_executor(self.thread, self.commit, group)
                for _, _, one in group:
                    one.set_result(None)
            self.writing = False
        await done

    def commit(self, group: list[tuple[int, str, "asyncio.Future[None]"]]) -> None:
        self.database.execute("BEGIN IMMEDIATE")
        for chat, body, _ in group:
            self.database.execute("INSERT OR REPLACE INTO drafts VALUES (?, ?)", (chat, body))
        self.database.execute("COMMIT")

    async def call(self, method: str, **fields: object) -> None:
        async with self.session.post(f"{self.api}/{method}", json=fields) as response:
            await response.read()

    async def receive(self, request: Request) -> Response:
        update = json.loads(await request.body())
        if "callback_query" in update:
            query = update["callback_query"]
            chat = query["message"]["chat"]["id"]
            await self.write(chat, query["data"] * 20)
            await asyncio.gather(
                self.call("answerCallbackQuery", callback_query_id=query["id"]),
                self.call(
                    "editMessageText",
                    chat_id=chat,
                    message_id=10,
                    text="x" * 200,
                    reply_markup=KEYBOARD,
                ),
            )
        else:
            chat = update["message"]["chat"]["id"]
            await self.call("sendMessage", chat_id=chat, text="card", reply_markup=KEYBOARD)
        return Response()


async def main() -> None:
    floor = Floor()
    app = Starlette(routes=[Route("/telegram", floor.receive, methods=["POST"])])
    port = int(os.environ["HTTP_PORT"])
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            port=port,
            log_level="warning",
            access_log=False,
            timeout_keep_alive=75,
            backlog=2048,
        )
    )
    await floor.call("setWebhook", url=f"http://127.0.0.1:{port}/telegram")
    await server.serve()


if __name__ == "__main__":
    asyncio.run(main())
