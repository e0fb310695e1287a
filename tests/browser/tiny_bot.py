"""A bot of a few lines, so that the chat page can be tested without the real one."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

import httpx

Json = dict[str, Any]
Files = dict[str, tuple[str, bytes, str]]

COMMANDS = {
    "start": "Begin here",
    "settings": "What you like best",
    "stop": "Enough for today",
    "help": "How it all works",
}


def keyboard(*rows: dict[str, str]) -> Json:
    """Rows of callback buttons, each written as {text: data}."""
    keys = [[{"text": text, "callback_data": data} for text, data in row.items()] for row in rows]
    return {"inline_keyboard": keys}


class TinyBot:
    """Hears everything, counts presses in place, and sends back what its words ask for."""

    def __init__(self, http: httpx.AsyncClient, token: str, video: bytes, picture: bytes) -> None:
        self._http = http
        self._token = token
        self._video = video
        self._picture = picture
        self._offset = 0
        self.heard: list[Json] = []
        self._words: dict[str, Callable[[int], Awaitable[Json]]] = {
            "/start": self._greet,
            "video": self._send_video,
            "photo": self._send_photo,
            "links": self._send_links,
        }

    async def call(self, method: str, files: Files | None = None, **fields: Any) -> Json:
        data = {
            name: json.dumps(value) if isinstance(value, dict | list) else str(value)
            for name, value in fields.items()
        }
        url = f"/bot{self._token}/{method}"
        answer = (await self._http.post(url, data=data, files=files)).json()
        assert answer["ok"], answer
        return {"result": answer["result"]}

    async def introduce(self) -> None:
        menu = [{"command": name, "description": words} for name, words in COMMANDS.items()]
        await self.call("setMyCommands", commands=menu)

    async def run(self) -> None:
        while True:
            news = await self.call("getUpdates", offset=self._offset, timeout=20)
            for update in news["result"]:
                self._offset = update["update_id"] + 1
                self.heard.append(update)
                await self._handle(update)

    def messages(self) -> list[Json]:
        return [update["message"] for update in self.heard if "message" in update]

    async def say(self, chat: int, text: str, **fields: Any) -> Json:
        return await self.call("sendMessage", chat_id=chat, text=text, **fields)

    async def _handle(self, update: Json) -> None:
        if "callback_query" in update:
            await self._count(update["callback_query"])
        elif "message" in update:
            await self._answer(update["message"])

    async def _answer(self, message: Json) -> None:
        chat, text = message["chat"]["id"], message.get("text", "")
        if text in self._words:
            await self._words[text](chat)
        elif text:
            await self.say(chat, f"You said: {text}")

    async def _greet(self, chat: int) -> Json:
        buttons = keyboard({"Count": "count:1", "Warn": "warn"})
        return await self.say(chat, "Hello! Pressed 0 times", reply_markup=buttons)

    async def _count(self, query: Json) -> None:
        if query["data"] == "warn":
            await self.call(
                "answerCallbackQuery",
                callback_query_id=query["id"],
                text="Mind the step",
                show_alert="true",
            )
            return
        number = int(query["data"].partition(":")[2])
        message = query["message"]
        await self.call("answerCallbackQuery", callback_query_id=query["id"], text="Counted")
        await self.call(
            "editMessageText",
            chat_id=message["chat"]["id"],
            message_id=message["message_id"],
            text=f"Hello! Pressed {number} times",
            reply_markup=keyboard({"Count again": f"count:{number + 1}", "Warn": "warn"}),
        )

    async def _send_video(self, chat: int) -> Json:
        return await self.call(
            "sendVideo",
            {
                "video": ("result.mp4", self._video, "video/mp4"),
                "thumbnail": ("cover.jpg", self._picture, "image/jpeg"),
            },
            chat_id=chat,
            caption="Your video",
            width=320,
            height=180,
            duration=2,
            supports_streaming="true",
            reply_markup=keyboard({"Again": "count:1"}),
        )

    async def _send_photo(self, chat: int) -> Json:
        files: Files = {"photo": ("picture.jpg", self._picture, "image/jpeg")}
        return await self.call("sendPhoto", files, chat_id=chat, caption="Your picture")

    async def _send_links(self, chat: int) -> Json:
        keys = [
            {"text": "Look", "url": "https://example.org/look"},
            {"text": "Copy", "copy_text": {"text": "copied words"}},
        ]
        return await self.say(chat, "Two keys", reply_markup={"inline_keyboard": [keys]})
