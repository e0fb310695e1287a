"""The news of the chats for those who follow them, as a stream or by long polling."""

import asyncio
import json
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from simulator.telegram.reading import number_of
from simulator.telegram.view import elsewhere_view, event_view
from simulator.telegram.world import World

_PING_SECONDS = 15.0


class Feed:
    def __init__(self, world: World) -> None:
        self._world = world

    async def changes(self, request: Request) -> Response:
        person = number_of(request, "person")
        since = number_of(request, "since", 0)
        elsewhere = request.query_params.get("elsewhere") == "true"
        wait = float(request.query_params.get("wait", "0"))
        deadline = asyncio.get_running_loop().time() + wait
        while not (found := self._world.events.after(since, person, elsewhere=elsewhere)):
            if self._world.stopping:
                break
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                break
            await self._world.events.signal.wait(left)
        events = [
            event_view(self._world, event, person)
            if event.is_for(person)
            else elsewhere_view(event, person)
            for event in found
        ]
        return JSONResponse({"events": events, "next": self._world.events.last})

    async def events(self, request: Request) -> Response:
        person = number_of(request, "person")
        since = request.headers.get("last-event-id") or request.query_params.get("since", "0")
        return StreamingResponse(
            self._stream(person, int(since)),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
        )

    async def _stream(self, person: int, since: int) -> AsyncIterator[str]:
        yield ": hello\n\n"
        while not self._world.stopping:
            for event in self._world.events.after(since, person):
                view = event_view(self._world, event, person)
                yield f"id: {event.n}\ndata: {json.dumps(view, ensure_ascii=False)}\n\n"
                since = event.n
            if self._world.events.last > since:
                since = self._world.events.last
                continue
            before = self._world.events.last
            await self._world.events.signal.wait(_PING_SECONDS)
            if self._world.events.last == before:
                yield ": still here\n\n"
