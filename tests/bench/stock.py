"""The usual stack, as its tutorials have it: PTB over httpx, concurrent updates, aiosqlite by statement."""

import asyncio
import json
import os

import aiosqlite
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

Context = ContextTypes.DEFAULT_TYPE


def keyboard() -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton("Quality: 540p", callback_data="c|1|q|540p")] for _ in range(6)]
    )


async def main() -> None:
    database = await aiosqlite.connect(f"{os.environ['DATA_DIR']}/stock.sqlite3")
    await database.execute("PRAGMA journal_mode=WAL")
    await database.execute("PRAGMA synchronous=FULL")
    await database.execute("CREATE TABLE IF NOT EXISTS drafts (id INTEGER PRIMARY KEY, body TEXT)")
    await database.commit()

    async def press(update: Update, _: Context) -> None:
        query = update.callback_query
        assert query
        assert query.message
        assert query.data
        await query.answer()
        await database.execute(
            "INSERT OR REPLACE INTO drafts VALUES (?, ?)", (query.message.chat.id, query.data * 20)
        )
        await database.commit()
        await query.edit_message_text("x" * 200, reply_markup=keyboard())

    async def words(update: Update, _: Context) -> None:
        assert update.message
        await update.message.reply_text("card", reply_markup=keyboard())

    application = (
        Application.builder()
        .token(os.environ["TELEGRAM_BOT_TOKEN"])
        .base_url(f"{os.environ['TELEGRAM_API_URL']}/bot")
        .updater(None)
        .concurrent_updates(True)
        .build()
    )
    application.add_handler(CallbackQueryHandler(press))
    application.add_handler(MessageHandler(filters.TEXT, words))

    async def receive(request: Request) -> Response:
        update = Update.de_json(json.loads(await request.body()), application.bot)
        await application.update_queue.put(update)
        return Response()

    port = int(os.environ["HTTP_PORT"])
    app = Starlette(routes=[Route("/telegram", receive, methods=["POST"])])
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
    async with application:
        await application.start()
        await application.bot.set_webhook(f"http://127.0.0.1:{port}/telegram")
        await server.serve()
        await application.stop()
    await database.close()


if __name__ == "__main__":
    asyncio.run(main())
