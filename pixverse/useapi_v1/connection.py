"""One call to useapi.net v1: from method and path to an answer, or to an error that says what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pixverse import connection, refusals
from pixverse import transport as web
from pixverse.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    import httpx
    from pydantic import SecretStr

    from pixverse.answers import Answer
    from pixverse.connection import Call

PREFIX = "/v1/pixverse"
GONE = 410

PAYING = web.Patience(read=120, total=300)
"""Starting a job waits for Discord to confirm it, after a picture of some megabytes."""


class Connection(connection.Connection):
    """The server, the token and the pool that all calls share."""

    def __init__(
        self,
        *,
        base_url: str,
        token: SecretStr,
        transport: httpx.AsyncBaseTransport | None,
        clock: Callable[[], datetime],
        sleep: web.Sleep,
    ) -> None:
        super().__init__(
            root=web.server(base_url) + PREFIX,
            headers=connection.bearer(token),
            transport=transport,
            sleep=sleep,
        )
        self._token = token
        self._clock = clock

    async def call(self, call: Call) -> Answer:
        """Return a 2xx answer; raises an error of ``pixverse.errors`` otherwise.

        NotFound with status 410 is a job that was there, more than 31 days ago.
        """
        answer = await self.exchange(call)
        if answer.status == GONE:
            raise NotFound("expired", status=GONE)
        return refusals.check(answer, now=self._clock(), secret=self._token)
