"""One call to PixVerse's Platform API: from method and path to what an envelope holds, or an error."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from pixverse import connection
from pixverse import transport as web
from pixverse.platform.refusals import check

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    import httpx
    from pydantic import SecretStr

    from pixverse.platform.envelope import Envelope

PREFIX = "/openapi/v2"

PAYING = web.Patience(read=90, total=120)


@dataclass(frozen=True, slots=True)
class Call(connection.Call):
    """A request before it is one.

    The server answers a trace id that it knows with the job that it started then: a paid call
    carries its caller's, every other one its own.
    """

    trace_id: UUID = field(default_factory=uuid4)


class Connection(connection.Connection):
    """The server, the key and the pool that all calls share."""

    def __init__(
        self,
        *,
        base_url: str,
        key: SecretStr,
        transport: httpx.AsyncBaseTransport | None,
        clock: Callable[[], datetime],
        sleep: web.Sleep,
    ) -> None:
        super().__init__(
            root=web.server(base_url) + PREFIX,
            headers={
                "API-KEY": connection.secret_text(key, "API key"),
                "Accept": "application/json",
            },
            transport=transport,
            sleep=sleep,
        )
        self._key = key
        self._clock = clock

    async def call(self, call: Call) -> Envelope:
        """Return a successful answer; raises an error of ``pixverse.errors`` otherwise."""
        answer = await self.exchange(call, {"Ai-trace-id": str(call.trace_id)})
        return check(answer, now=self._clock(), secret=self._key)
