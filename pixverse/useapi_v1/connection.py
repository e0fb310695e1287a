"""One call to useapi.net v1: from method and path to an answer, or to an error that says what it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import httpx

from pixverse import refusals
from pixverse import transport as web
from pixverse.answers import Answer
from pixverse.errors import NotFound, ProviderError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from pydantic import SecretStr

    from pixverse.forms import Form

PREFIX = "/v1/pixverse"
GONE = 410

READING = web.Patience(read=30, total=60)
PAYING = web.Patience(read=120, total=300)
"""Starting a job waits for Discord to confirm it, after a picture of some megabytes."""


@dataclass(frozen=True, slots=True)
class Call:
    """A request before it is one; ``body`` is sent as JSON, ``form`` as it is."""

    method: str
    path: str
    patience: web.Patience = READING
    query: Mapping[str, str] | None = None
    body: Any = None
    form: Form | None = None


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
        """Return a 2xx answer; raises an error of ``pixverse.errors`` otherwise.

        NotFound with status 410 is a job that was there, more than 31 days ago.
        """
        failure: ProviderError
        try:
            answer = await self._exchange(call)
        except httpx.HTTPError as error:
            failure = web.provider_error(error)
        else:
            if answer.status == GONE:
                raise NotFound("expired", status=GONE)
            return refusals.check(answer, now=self._clock(), secret=self._token)
        # Raised out here, so that no traceback leads to a request with the token in its headers.
        raise failure

    async def _exchange(self, call: Call) -> Answer:
        request = self._http.build_request(
            call.method,
            self._root + call.path,
            params=call.query,
            json=call.body,
            content=call.form,
            headers=call.form.headers if call.form else None,
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
