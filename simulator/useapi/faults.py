"""What a test may let go wrong: refusals, pages of HTML, silence, broken connections."""

from __future__ import annotations

import socket
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import HTMLResponse, JSONResponse, Response

if TYPE_CHECKING:
    import asyncio

    from simulator.useapi.wire import Call

API = "/v2/pixverse"
_MEDIA = "/media/"  # only a fault that names it: `*` is the API
_PAGE = "<!DOCTYPE html><html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>"

FaultKind = Literal[
    "status", "html", "hang", "reset", "status_after", "reset_after", "hang_after", "slow"
]


class Fault(BaseModel):
    """`*_after`: the request is carried out and the answer lost; `reset`, `hang`: it is not."""

    model_config = ConfigDict(extra="forbid")

    path: str
    kind: FaultKind
    method: str | None = None
    status: int | None = Field(default=None, ge=200, le=999)
    error: str | None = None
    times: int = Field(default=1, ge=1)
    seconds: float | None = Field(default=None, ge=0)
    email: str | None = None

    def hits(self, call: Call) -> bool:
        wanted = self.path.removeprefix(API).rstrip("/") or "/"
        media = call.path.startswith(_MEDIA)
        return (
            fnmatchcase(call.short_path, wanted)
            and media == wanted.startswith(_MEDIA)
            and self.method in (None, call.method)
            and self.email in (None, call.email)
        )


def fault_answer(fault: Fault) -> Response:
    if fault.kind == "html":
        return HTMLResponse(_PAGE.format("Bad gateway"), fault.status or 502)
    return JSONResponse({"error": fault.error or "Internal error"}, fault.status or 500)


class Connections:
    """The open sockets by peer: a reset has to bypass the server that would close politely."""

    def __init__(self) -> None:
        self._open: dict[tuple[str, int], asyncio.Transport] = {}

    def opened(self, transport: asyncio.Transport) -> None:
        self._open[_peer(transport)] = transport

    def closed(self, transport: asyncio.Transport) -> None:
        self._open.pop(_peer(transport), None)

    def reset(self, peer: tuple[str, int]) -> None:
        transport = self._open.pop(tuple(peer), None)  # type: ignore[arg-type]
        if transport is not None:
            linger = (1).to_bytes(4, "little") + (0).to_bytes(4, "little")
            transport.get_extra_info("socket").setsockopt(
                socket.SOL_SOCKET, socket.SO_LINGER, linger
            )
            transport.abort()


def _peer(transport: asyncio.Transport) -> tuple[str, int]:
    host, port = transport.get_extra_info("peername")[:2]
    return host, port
