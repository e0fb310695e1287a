"""`/control/…`: orders and questions of the tests; no person and no bot can reach these."""

import json
from typing import TYPE_CHECKING

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from simulator.telegram.botapi import BotApi
from simulator.telegram.errors import WorldError
from simulator.telegram.faults import DOWNLOADS, Fault
from simulator.telegram.methods import canonical
from simulator.telegram.reading import guarded
from simulator.telegram.view import transcript_view
from simulator.telegram.world import World

if TYPE_CHECKING:
    from simulator.telegram.model import Json


class _NewBot(BaseModel):
    token: str
    username: str
    first_name: str = "Bot"
    reads_all_group_messages: bool = False


class _Inline(BaseModel):
    enabled: bool = True
    feedback: bool = False


class _Latency(BaseModel):
    seconds: float


class _Flood(BaseModel):
    enabled: bool


class _Redelivery(BaseModel):
    update_id: int


class ControlApi:
    def __init__(self, world: World, api: BotApi) -> None:
        self._world = world
        self._api = api

    def routes(self) -> list[Route]:
        table = [
            ("GET", "/health", self.health),
            ("POST", "/reset", self.reset),
            ("POST", "/bots", self.register),
            ("POST", "/inline", self.set_inline),
            ("GET", "/calls", self.calls),
            ("POST", "/faults", self.order_fault),
            ("DELETE", "/faults", self.clear_faults),
            ("POST", "/latency", self.set_latency),
            ("POST", "/flood", self.set_flood),
            ("GET", "/webhook", self.webhook),
            ("GET", "/pending", self.pending),
            ("POST", "/redeliver", self.redeliver),
            ("GET", "/transcript", self.transcript),
            ("GET", "/counts", self.counts),
            ("POST", "/expire", self.expire),
        ]
        return [
            Route(f"/control{path}", guarded(endpoint), methods=[method])
            for method, path, endpoint in table
        ]

    async def health(self, _request: Request) -> Response:
        return JSONResponse({"ok": True})

    async def reset(self, _request: Request) -> Response:
        self._world.reset()
        self._api.journal.clear()
        self._api.faults.clear()
        self._api.flood.clear()
        self._api.latency = 0.0
        return JSONResponse({})

    async def register(self, request: Request) -> Response:
        new = _NewBot.model_validate_json(await request.body())
        if not new.token.partition(":")[0].isdigit():
            raise WorldError("a token is the bot's number, a colon and a secret")
        bot = self._world.register(
            new.token,
            new.username,
            new.first_name,
            reads_all=new.reads_all_group_messages,
        )
        return JSONResponse({"id": bot.id, "username": bot.username, "first_name": bot.first_name})

    async def set_inline(self, request: Request) -> Response:
        """What the bot's owner says to BotFather about inline mode."""
        wish = _Inline.model_validate_json(await request.body())
        bot = self._world.bot
        if bot is None:
            raise WorldError("there is no bot yet")
        bot.inline, bot.inline_feedback = wish.enabled, wish.feedback
        self._world.save_bot(bot)
        return JSONResponse({})

    async def calls(self, request: Request) -> Response:
        since = int(request.query_params.get("since") or 0)
        method = request.query_params.get("method")
        return JSONResponse({"calls": self._api.journal.read(method=method, since=since)})

    async def order_fault(self, request: Request) -> Response:
        fault = Fault.model_validate_json(await request.body())
        if fault.method not in ("*", DOWNLOADS) and canonical(fault.method) is None:
            raise WorldError(f"there is no method {fault.method}")
        self._api.faults.add(fault)
        return JSONResponse({})

    async def clear_faults(self, _request: Request) -> Response:
        self._api.faults.clear()
        return JSONResponse({})

    async def set_latency(self, request: Request) -> Response:
        self._api.latency = _Latency.model_validate_json(await request.body()).seconds
        return JSONResponse({})

    async def set_flood(self, request: Request) -> Response:
        self._api.flood.enabled = _Flood.model_validate_json(await request.body()).enabled
        return JSONResponse({})

    async def webhook(self, _request: Request) -> Response:
        bot = self._world.bot
        empty: Json = {"url": ""}
        if bot is None or bot.webhook is None:
            return JSONResponse(empty)
        return JSONResponse(bot.webhook.model_dump())

    async def pending(self, _request: Request) -> Response:
        bot = self._world.bot
        pending = list(self._world.queues[bot.id].pending.values()) if bot else []
        return JSONResponse({"count": len(pending), "updates": [each.body() for each in pending]})

    async def redeliver(self, request: Request) -> Response:
        wish = _Redelivery.model_validate_json(await request.body())
        bot = self._world.bot
        if bot is None or not self._world.queues[bot.id].redeliver(wish.update_id):
            raise WorldError(f"there was no update {wish.update_id}")
        return JSONResponse({})

    async def counts(self, request: Request) -> Response:
        """How many messages of bots each chat has got, of those after `since` with these words."""
        since = int(request.query_params.get("since") or 0)
        found = self._world.messages.sent_by_bots(since, request.query_params.get("text", ""))
        return JSONResponse(
            {
                "counts": {str(chat): count for chat, count in found.items()},
                "chats": len(found),
                "total": found.total(),
                "most": max(found.values(), default=0),
                "last": self._world.messages.upcoming(1) - 1,
            }
        )

    async def expire(self, _request: Request) -> Response:
        """Every question that waits for a bot's answer has waited too long."""
        self._world.questions.expire()
        return JSONResponse({})

    async def transcript(self, request: Request) -> Response:
        chat = json.loads(request.query_params.get("chat", "0"))
        found = self._world.messages.transcript(int(chat))
        return JSONResponse({"messages": [transcript_view(self._world, m) for m in found]})
