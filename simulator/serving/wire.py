"""Around every request: it is written down, and a fault that a test asked for is played."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from starlette.datastructures import Headers
from starlette.formparsers import MultiPartException, MultiPartParser

from simulator.serving.calls import Call

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from simulator.serving.connections import Connections
    from simulator.serving.faults import Fault

    Caller = Callable[[str], str | None]  # who is meant by a secret, None for nobody

_REMEMBERED = 10_000
_LARGEST_BODY = 2**20  # of a JSON or form body that is kept for the log
_LARGEST_ANSWER = 2**14
_HANG_SECONDS = 120.0


class Wire:
    """The outermost layer of the server.

    `header` tells who calls, and is a secret: it is not written down, at most whom it means.
    """

    def __init__(
        self,
        app: ASGIApp,
        clock: Callable[[], datetime],
        connections: Connections,
        *,
        header: str = "authorization",
        caller: Caller | None = None,
    ) -> None:
        self._app = app
        self._clock = clock
        self._connections = connections
        self._header = header
        self._caller = caller
        self.calls: deque[Call] = deque(maxlen=_REMEMBERED)
        self.faults: list[Fault] = []
        self._count = 0

    def clear(self) -> None:
        """Forgets; the numbers go on, so that an older `since` stays true."""
        self.calls.clear()
        self.faults.clear()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith("/control/"):
            await self._app(scope, receive, send)
            return
        call = self._note(scope)
        receive = _counting(receive, call)
        if call.structured and call.method == "POST":
            receive = await _read_early(receive, call)
        fault = self._take_fault(call)
        watched = _watching(send, call)
        if fault is None:
            await self._app(scope, receive, watched)
        else:
            await self._play(fault, scope, receive, watched)

    def _note(self, scope: Scope) -> Call:
        self._count += 1
        headers = dict(Headers(scope=scope))
        secret = headers.pop(self._header, "")
        call = Call(
            n=self._count,
            method=scope["method"],
            path=scope["raw_path"].decode("ascii"),
            query=dict(parse_qsl(scope["query_string"].decode("ascii"), keep_blank_values=True)),
            headers=headers,
            at=self._clock(),
            caller=self._caller(secret) if self._caller else None,
        )
        self.calls.append(call)
        return call

    def _take_fault(self, call: Call) -> Fault | None:
        fault = next((one for one in self.faults if one.hits(call)), None)
        if fault is not None:
            fault.times -= 1
            if fault.times == 0:
                self.faults.remove(fault)
        return fault

    async def _play(self, fault: Fault, scope: Scope, receive: Receive, send: Send) -> None:
        if fault.kind in ("status_after", "reset_after", "hang_after"):
            await self._app(scope, receive, _swallow)
        elif fault.kind == "slow":
            await asyncio.sleep(1 if fault.seconds is None else fault.seconds)
            await self._app(scope, receive, send)
            return
        else:
            await _drain(receive)
        if fault.kind in ("status", "status_after", "html"):
            await fault.answer()(scope, receive, send)
            return
        if fault.kind in ("hang", "hang_after"):
            await _wait(receive, _HANG_SECONDS if fault.seconds is None else fault.seconds)
        self._connections.reset(scope["client"])
        # Returning before the server has seen the end would make it answer with a 500.
        await _wait(receive, _HANG_SECONDS)


async def _swallow(message: Message) -> None:
    del message


def _counting(receive: Receive, call: Call) -> Receive:
    async def counted() -> Message:
        message = await receive()
        call.body_size += len(message.get("body", b""))
        return message

    return counted


async def _read_early(receive: Receive, call: Call) -> Receive:
    """Reads a JSON or form body before the answer, for the log, and hands it on once."""
    chunks: list[bytes] = []
    more = True
    while more and call.body_size <= _LARGEST_BODY:
        message = await receive()
        if message["type"] == "http.disconnect":
            return _gone
        chunks.append(message.get("body", b""))
        more = message.get("more_body", False)
    call.body = b"".join(chunks)
    if call.content_type.lower().startswith("multipart/"):
        call.values = await _form_values(call)
    pending = [{"type": "http.request", "body": call.body, "more_body": more}]

    async def replay() -> Message:
        return pending.pop() if pending else await receive()

    return replay


async def _gone() -> Message:
    return {"type": "http.disconnect"}


async def _form_values(call: Call) -> dict[str, str]:
    async def stream() -> Any:
        yield call.body

    try:
        form = await MultiPartParser(Headers(call.headers), stream()).parse()
    except (MultiPartException, KeyError):
        return {}
    values = {name: value if isinstance(value, str) else "(file)" for name, value in form.items()}
    await form.close()
    return values


def _watching(send: Send, call: Call) -> Send:
    async def watched(message: Message) -> None:
        if message["type"] == "http.response.start":
            call.status = message["status"]
            call.answer_type = Headers(raw=message["headers"]).get("content-type", "")
        elif call.answer_type == "application/json":
            body: bytes = message.get("body", b"")
            if len(call.answer) + len(body) <= _LARGEST_ANSWER:
                call.answer += body
        await send(message)

    return watched


async def _drain(receive: Receive) -> None:
    while True:
        message = await receive()
        if message["type"] == "http.disconnect" or not message.get("more_body", False):
            return


async def _wait(receive: Receive, seconds: float) -> None:
    """Until the client gives up or the time is over."""
    try:
        async with asyncio.timeout(seconds):
            while (await receive())["type"] != "http.disconnect":
                pass
    except TimeoutError:
        return
