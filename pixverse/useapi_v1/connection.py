"""One call to useapi.net v1: from method and path to an answer, or to an error that says what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pixverse import connection, refusals
from pixverse import transport as web
from pixverse.errors import NotFound

if TYPE_CHECKING:
    from pixverse.answers import Answer
    from pixverse.connection import Call

GONE = 410

PAYING = web.Patience(read=120, total=300)
"""Starting a job waits for Discord to confirm it, after a picture of some megabytes."""


class Connection(connection.Connection):
    PREFIX = "/v1/pixverse"

    async def call(self, call: Call) -> Answer:
        """Return a 2xx answer; raises an error of ``pixverse.errors`` otherwise.

        NotFound with status 410 is a job that was there, more than 31 days ago.
        """
        answer = await self.exchange(call)
        if answer.status == GONE:
            raise NotFound("expired", status=GONE)
        return refusals.check(answer, now=self._clock(), secret=self._secret)
