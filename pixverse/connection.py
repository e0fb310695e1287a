"""One call to a provider, as all its APIs make them: a request, sent once through a shared pool, and its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar

import httpx

from pixverse import transport as web
from pixverse.answers import Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from types import TracebackType

    from pydantic import SecretStr

    from pixverse.errors import ProviderError
    from pixverse.forms import Form
    from pixverse.sources import Source

READING = web.Patience(read=30, total=60)

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
    content: Source | Form | None = None


class Connection:
    """The server, the secret and the pool that all calls share; one subclass per API."""

    PREFIX: ClassVar[str]
    """What all paths of the API begin with."""

    def __init__(
        self,
        *,
        base_url: str,
        secret: SecretStr,
        transport: httpx.AsyncBaseTransport | None,
        clock: Callable[[], datetime],
        sleep: web.Sleep,
    ) -> None:
        self._root = web.server(base_url) + self.PREFIX
        self._secret = secret
        self._clock = clock
        headers = {**self._credentials(secret), "Accept": "application/json"}
        self._http = web.http_client(headers=headers, transport=transport, sleep=sleep)

    @staticmethod
    def _credentials(secret: SecretStr) -> Mapping[str, str]:
        """Return the headers by which the API knows whose call it is; ValueError for a bad secret."""
        return {"Authorization": f"Bearer {secret_text(secret, 'token')}"}

    async def aclose(self) -> None:
        await self._http.aclose()

    async def exchange(self, call: Call, headers: Mapping[str, str] | None = None) -> Answer:
        """Return whatever is answered; raises an error of ``pixverse.errors`` where nothing is."""
        failure: ProviderError
        try:
            return await self._send(call, headers or {})
        except httpx.HTTPError as error:
            failure = web.provider_error(error)
        # Raised out here, so that no traceback leads to a request with the secret in its headers.
        raise failure

    async def _send(self, call: Call, headers: Mapping[str, str]) -> Answer:
        request = self._http.build_request(
            call.method,
            self._root + call.path,
            params=call.query,
            json=call.body,
            content=call.content,
            headers={**headers, **(call.content.headers if call.content else {})},
            timeout=call.patience.timeout(),
            extensions={"total": call.patience.total},
        )
        response = await self._http.send(request, stream=True)
        try:
            body = await web.read_bounded(response)
        finally:
            await response.aclose()
        return Answer(response.status_code, response.headers, body)


def secret_text(secret: SecretStr, name: str) -> str:
    """Return a secret as it goes into a header; ValueError, without it, where it is none."""
    text = secret.get_secret_value().strip()
    if not text or not text.isascii() or not text.isprintable():
        raise ValueError(f"the {name} is empty or holds a character that no {name} has")
    return text


C = TypeVar("C", bound=Connection)


class Session(Generic[C]):
    """What all clients are: a connection that closes when ``async with`` is left."""

    def __init__(self, connection: C) -> None:
        self._connection = connection

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close all connections."""
        await self._connection.aclose()
