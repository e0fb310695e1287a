"""The open sockets of a simulator: a reset has to bypass the server that would close politely."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio


class Connections:
    """By the address of whoever is at the other end."""

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
