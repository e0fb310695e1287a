"""One call to PixVerse's Platform API: from method and path to what an envelope holds, or an error."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import httpx

from pixverse import transport as web
from pixverse.answers import Answer
from pixverse.platform.refusals import check

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from pydantic import SecretStr

    from pixverse.errors import ProviderError
    from pixverse.forms import Form
    from pixverse.platform.envelope import Envelope

PREFIX = "/openapi/v2"

READING = web.Patience(read=30, total=60)
PAYING = web.Patience(read=90, total=120)

SLOWEST_UPLOAD = 64 * 1024
"""Bytes per second below which an upload is given up."""


def uploading(size: int) -> web.Patience:
    """Return how long to wait for an upload of ``size`` bytes, and then for its answer."""
    return web.Patience(read=120, total=180 + size / SLOWEST_UPLOAD)


@dataclass(frozen=True, slots=True)
class Call:
    """A request before it is one; ``body`` is sent as JSON, ``form`` as it is.

    The server answers a trace id that it knows with the job that it started then: a paid call
    carries its caller's, every other one its own.
    """

    method: str
    path: str
    patience: web.Patience = READING
    query: Mapping[str, str] | None = None
    body: Any = None
    form: Form | None = None
    trace_id: UUID = field(default_factory=uuid4)


class Connection:
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
        self._root = web.server(base_url) + PREFIX
        self._key = key
        self._clock = clock
        self._http = web.http_client(headers=_headers(key), transport=transport, sleep=sleep)

    async def aclose(self) -> None:
        await self._http.aclose()

    async def call(self, call: Call) -> Envelope:
        """Return a successful answer; raises an error of ``pixverse.errors`` otherwise."""
        failure: ProviderError
        try:
            return check(await self._exchange(call), now=self._clock(), secret=self._key)
        except httpx.HTTPError as error:
            failure = web.provider_error(error)
        # Raised out here, so that no traceback leads to a request with the key in its headers.
        raise failure

    async def _exchange(self, call: Call) -> Answer:
        request = self._http.build_request(
            call.method,
            self._root + call.path,
            params=call.query,
            json=call.body,
            content=call.form,
            headers={
                "Ai-trace-id": str(call.trace_id),
                **(call.form.headers if call.form else {}),
            },
            timeout=call.patience.timeout(),
            extensions={"total": call.patience.total},
        )
        response = await self._http.send(request, stream=True)
        try:
            body = await web.read_bounded(response)
        finally:
            await response.aclose()
        return Answer(response.status_code, response.headers, body)


def _headers(key: SecretStr) -> dict[str, str]:
    secret = key.get_secret_value().strip()
    if not secret or not secret.isascii() or not secret.isprintable():
        raise ValueError("the API key is empty or holds a character that no key has")
    return {"API-KEY": secret, "Accept": "application/json"}
