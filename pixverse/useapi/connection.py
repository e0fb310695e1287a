"""One call to useapi.net: from method and path to an answer, or to an error that says what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pixverse import connection, ids
from pixverse import transport as web
from pixverse.connection import Call
from pixverse.errors import Invalid
from pixverse.refusals import check

if TYPE_CHECKING:
    from pixverse.answers import Answer

PAYING = web.Patience(read=90, total=120)
"""Also for account changes, which log in to PixVerse."""


class Connection(connection.Connection):
    PREFIX = "/v2/pixverse"

    async def call(self, call: Call) -> Answer:
        """Return a 2xx answer; raises an error of ``pixverse.errors`` otherwise."""
        return check(await self.exchange(call), now=self._clock(), secret=self._secret)

    async def read_by_id(self, path: str, identifier: str) -> Answer:
        """Read one thing by its id: as it is, and once more encoded if that is answered 400."""
        raw, encoded = ids.raw(identifier), ids.encoded(identifier)
        try:
            return await self.call(Call("GET", path + raw))
        except Invalid as error:
            if error.status != 400 or encoded == raw:
                raise
        return await self.call(Call("GET", path + encoded))
