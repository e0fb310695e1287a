"""One call to useapi.net: from method and path to an answer, or to an error that says what it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import httpx

from pixverse import ids
from pixverse import transport as web
from pixverse.answers import Answer
from pixverse.errors import Invalid, ProviderError
from pixverse.refusals import check

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from pydantic import SecretStr

    from pixverse.sources import Source

PREFIX = "/v2/pixverse"

READING = web.Patience(read=30, total=60)
PAYING = web.Patience(read=90, total=120)
"""Also for account changes, which log in to PixVerse."""

SLOWEST_UPLOAD = 64 * 1024
"""Bytes per second below which an upload is given up."""


def uploading(size: int) -> web.Patience:
    """Return how long to wait for an upload of ``size`` bytes, and then for its answer."""
    return web.Patience(read=120, total=180 + size / SLOWEST_UPLOAD)


@dataclass(frozen=True, slots=True)
class Call:
    """A request before it is one; ``body`` is sent as JSON, ``content`` as it is."""

    method: str
    path: str
    patience: web.Patience = READING
    query: Mapping[str, str] | None = None
    body: Any = None
    content: Source | None = None


class Connection:
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
        self._root = web.server(base_url) + PREFIX
        self._token = token
        self._clock = clock
        self._http = web.http_client(headers=_headers(token), transport=transport, sleep=sleep)

    async def aclose(self) -> None:
        await self._http.aclose()

    async def call(self, call: Call) -> Answer:
        """Return a 2xx answer; raises an error of ``pixverse.errors`` otherwise."""
        failure: ProviderError
        try:
            return check(await self._exchange(call), now=self._clock(), secret=self._token)
        except httpx.HTTPError as error:
            failure = web.provider_error(error)
        # Raised out here, so that no traceback leads to a request with the token in its headers.
        raise failure

    async def read_by_id(self, path: str, identifier: str) -> Answer:
        """Read one thing by its id: as it is, and once more encoded if that is answered 400."""
        raw, encoded = ids.raw(identifier), ids.encoded(identifier)
        try:
            return await self.call(Call("GET", path + raw))
        except Invalid as error:
            if error.status != 400 or encoded == raw:
                raise
        return await self.call(Call("GET", path + encoded))

    async def _exchange(self, call: Call) -> Answer:
        request = self._http.build_request(
            call.method,
            self._root + call.path,
            params=call.query,
            json=call.body,
            content=call.content,
            headers=call.content.headers if call.content else None,
            timeout=call.patience.timeout(),
            extensions={"total": call.patience.total},
        )
        response = await self._http.send(request, stream=True)
        try:
            body = await web.read_bounded(response)
        finally:
            await response.aclose()
        return Answer(response.status_code, response.headers, body)


def _headers(token: SecretStr) -> dict[str, str]:
    secret = token.get_secret_value().strip()
    if not secret or not secret.isascii() or not secret.isprintable():
        raise ValueError("the token is empty or holds a character that no token has")
    return {"Authorization": f"Bearer {secret}", "Accept": "application/json"}
