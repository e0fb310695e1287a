"""One call to PixVerse's Platform API: from method and path to what an envelope holds, or an error."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from pixverse import connection
from pixverse import transport as web
from pixverse.platform.refusals import check

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import SecretStr

    from pixverse.platform.envelope import Envelope

PAYING = web.Patience(read=90, total=120)


@dataclass(frozen=True, slots=True)
class Call(connection.Call):
    """A request before it is one.

    The server answers a trace id that it knows with the job that it started then: a paid call
    carries its caller's, every other one its own.
    """

    trace_id: UUID = field(default_factory=uuid4)


class Connection(connection.Connection):
    PREFIX = "/openapi/v2"

    @staticmethod
    def _credentials(secret: SecretStr) -> Mapping[str, str]:
        return {"API-KEY": connection.secret_text(secret, "API key")}

    async def call(self, call: Call) -> Envelope:
        """Return a successful answer; raises an error of ``pixverse.errors`` otherwise."""
        answer = await self.exchange(call, {"Ai-trace-id": str(call.trace_id)})
        return check(answer, now=self._clock(), secret=self._secret)
