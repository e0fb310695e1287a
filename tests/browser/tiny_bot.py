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
            "ways": self._send_ways,
            "loop": self._send_loop,
            "keys": self._lay_keys,
            "who?": self._ask_back,
            "buy": self._sell,
        }
        self._loop = ""

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
        elif "inline_query" in update:
            await self._offer(update["inline_query"])
        elif "pre_checkout_query" in update:
            query = update["pre_checkout_query"]["id"]
            await self.call("answerPreCheckoutQuery", pre_checkout_query_id=query, ok="true")
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
        await self.call("answerCallbackQuery", callback_query_id=query["id"], text="Counted")
        await self.call(
            "editMessageText",
            **self._place(query),
            text=f"Hello! Pressed {number} times",
            reply_markup=keyboard({"Count again": f"count:{number + 1}", "Warn": "warn"}),
        )

    @staticmethod
    def _place(query: Json) -> Json:
        if "inline_message_id" in query:
            return {"inline_message_id": query["inline_message_id"]}
        message = query["message"]
        return {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}

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

    async def _send_ways(self, chat: int) -> Json:
        """Keys and a link that stay inside the chat."""
        keys = [
            {"text": "Share", "switch_inline_query": "fox"},
            {"text": "Here", "switch_inline_query_current_chat": "fox"},
            {"text": "Begin", "url": "https://t.me/tiny_bot?start=from_key"},
        ]
        markup = {"inline_keyboard": [keys]}
        text = 'Or <a href="https://t.me/tiny_bot?start=from_link">this link</a>'
        return await self.say(chat, text, parse_mode="HTML", reply_markup=markup)

    async def _send_loop(self, chat: int) -> Json:
        files: Files = {"animation": ("loop.mp4", self._video, "video/mp4")}
        sent = await self.call("sendAnimation", files, chat_id=chat)
        self._loop = sent["result"]["animation"]["file_id"]
        return sent

    async def _lay_keys(self, chat: int) -> Json:
        people = {"request_id": 1, "max_quantity": 2, "request_name": True}
        rows = [
            [{"text": "Choose", "request_users": people}, {"text": "Me", "request_contact": True}],
            ["Never mind"],
        ]
        markup = {"keyboard": rows, "input_field_placeholder": "Pick somebody"}
        return await self.say(chat, "Whom do you mean?", reply_markup=markup)

    async def _ask_back(self, chat: int) -> Json:
        return await self.say(chat, "Who?", reply_markup={"force_reply": True})

    async def _sell(self, chat: int) -> Json:
        goods: Json = {
            "title": "100 credits",
            "description": "For three short videos",
            "payload": "p",
        }
        prices = [{"label": "100 credits", "amount": 50}]
        link = (await self.call("createInvoiceLink", **goods, currency="XTR", prices=prices))[
            "result"
        ]
        sent = await self.call("sendInvoice", chat_id=chat, **goods, currency="XTR", prices=prices)
        await self.say(chat, f'Or <a href="{link}">by link</a>', parse_mode="HTML")
        return sent

    async def _offer(self, query: Json) -> None:
        """Articles in pages of thirty; with "loop", a gallery of what moves."""
        begin = int(query["offset"] or 0)
        if query["query"] == "loop":
            moving = {"type": "mpeg4_gif", "mpeg4_file_id": self._loop, "title": "Spin"}
            results = [{**moving, "id": str(n)} for n in range(6)]
        else:
            results = [self._article(query["query"], begin + n) for n in range(30)]
        await self.call(
            "answerInlineQuery",
            inline_query_id=query["id"],
            results=results,
            cache_time=0,
            next_offset=str(begin + 30) if begin < 60 and query["query"] != "loop" else "",
            button={"text": "All effects", "start_parameter": "effects"},
        )

    @staticmethod
    def _article(words: str, number: int) -> Json:
        return {
            "type": "article",
            "id": f"{words}-{number}",
            "title": f"Effect {number}",
            "description": f"about {words}",
            "input_message_content": {"message_text": f"Effect {number} for {words}"},
            "reply_markup": keyboard({"Count": "count:1"}),
        }
