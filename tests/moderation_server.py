"""A server with OpenAI's moderation API that flags what a test tells it to, and remembers what it was sent."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

KEY = "sk-moderation-story"


@dataclass
class ModerationServer:
    """`away`: it answers with an error. `bad`: words that it flags."""

    bad: str = "wicked"
    away: bool = False
    url: str = ""
    bodies: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    async def handle(self, request: web.Request) -> web.Response:
        """POST /v1/moderations"""
        body = await request.json()
        self.bodies.append(body)
        self.headers.append(dict(request.headers))
        if self.away:
            return web.json_response({"error": {"message": "overloaded"}}, status=503)
        flagged = self.bad in body["input"]
        result = {"flagged": flagged, "categories": {"violence": flagged}}
        return web.json_response({"id": "modr-1", "model": "m", "results": [result]})


@asynccontextmanager
async def moderation_server() -> AsyncIterator[ModerationServer]:
    """On a free port of the loopback, until the block ends."""
    server = ModerationServer()
    app = web.Application()
    app.router.add_post("/v1/moderations", server.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    server.url = f"http://{host}:{port}/v1"
    try:
        yield server
    finally:
        await runner.cleanup()
