"""The way to a provider's server: httpx's API over aiohttp's connections, and careful repeats.

httpx's own pool rescans every connection for each request, so aiohttp's is used. The bridge of
the ``httpx-aiohttp`` package is not: it reports a connection that broke after the request was
sent as a connect timeout, which would let a paid request be sent twice, and it decodes what
must stay encoded in a path.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING, Any

import aiohttp
import httpx
import yarl

from pixverse.errors import NotSent, OutcomeUnknown, ProviderError
from pixverse.trust import trusted

if TYPE_CHECKING:
    import ssl

Sleep = Callable[[float], Awaitable[object]]

CONNECT_SECONDS = 10.0
POOL_SECONDS = 20.0
KEEP_ALIVE_SECONDS = 75.0
"""A quiet bot asks every few seconds or minutes; a new TLS handshake each time would cost more."""

MOST_CONNECTIONS = 100
LARGEST_ANSWER = 16 * 1024 * 1024
PAUSES = (0.5, 2.0)
"""Seconds before the first and before the second repeat of a read."""

_REPEATABLE = frozenset({"GET", "DELETE"})
_PASSING_STATUS = frozenset({502, 503, 504})
_PASSING_ERROR = (httpx.ConnectError, httpx.ConnectTimeout, httpx.ReadTimeout)
_NEVER_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to wait: ``read`` for the server's next bytes, ``total`` for one whole exchange."""

    read: float
    total: float

    def timeout(self) -> httpx.Timeout:
        return httpx.Timeout(self.read, connect=CONNECT_SECONDS, pool=POOL_SECONDS)


class AiohttpTransport(httpx.AsyncBaseTransport):
    """Sends one httpx request over aiohttp: URL as given, no redirects, no repeats of a POST.

    The request's extension ``total`` bounds the whole exchange, in seconds; the pool opens with
    the first request, inside the running loop.
    """

    def __init__(
        self,
        *,
        verify: ssl.SSLContext | None = None,
        keep_alive: float = KEEP_ALIVE_SECONDS,
        most_connections: int = MOST_CONNECTIONS,
    ) -> None:
        self._verify = verify
        self._keep_alive = keep_alive
        self._most_connections = most_connections
        self._session: aiohttp.ClientSession | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        try:
            response = await self._opened().request(
                request.method,
                # Already escaped by httpx: a second pass would undo an escape that was meant.
                yarl.URL(str(request.url), encoded=True),
                headers=_headers(request),
                data=await _body(request),
                timeout=_timeout(request),
                allow_redirects=False,
                auto_decompress=False,
            )
        except (aiohttp.ClientError, OSError) as error:
            raise _translated(error, request) from error
        return httpx.Response(
            response.status,
            headers=response.raw_headers,
            stream=_AnswerStream(response, request),
            request=request,
        )

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    ssl=self._verify or trusted(),
                    limit=self._most_connections,
                    keepalive_timeout=self._keep_alive,
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
            )
        return self._session

    async def aclose(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None


class _AnswerStream(httpx.AsyncByteStream):
    def __init__(self, response: aiohttp.ClientResponse, request: httpx.Request) -> None:
        self._response = response
        self._request = request

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._response.content.iter_any():
                yield chunk
        except (aiohttp.ClientError, OSError) as error:
            raise _translated(error, self._request) from error

    async def aclose(self) -> None:
        # Gives the connection back if the answer was read to its end, and closes it otherwise.
        self._response.release()


class RetryTransport(httpx.AsyncBaseTransport):
    """Repeats what can be repeated: GET and DELETE, twice at most, after a passing trouble.

    A POST is never repeated: nobody knows whether the first one was paid for. A DELETE whose
    first answer was lost may end as "not found", and is done all the same.
    """

    def __init__(self, inner: httpx.AsyncBaseTransport, *, sleep: Sleep = asyncio.sleep) -> None:
        self._inner = inner
        self._sleep = sleep

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.method in _REPEATABLE:
            for pause in PAUSES:
                if response := await self._lasting(request):
                    return response
                await self._sleep(pause)
        return await self._inner.handle_async_request(request)

    async def _lasting(self, request: httpx.Request) -> httpx.Response | None:
        try:
            response = await self._inner.handle_async_request(request)
        except _PASSING_ERROR:
            return None
        if response.status_code not in _PASSING_STATUS:
            return response
        await response.aclose()
        return None

    async def aclose(self) -> None:
        await self._inner.aclose()


def http_client(
    *,
    headers: Mapping[str, str],
    transport: httpx.AsyncBaseTransport | None = None,
    sleep: Sleep = asyncio.sleep,
) -> httpx.AsyncClient:
    """Build the client that every provider's API uses; ``transport`` replaces the network.

    It follows no redirects (they would carry the token elsewhere), keeps no cookies and reads no
    proxy settings or passwords from the environment. httpx logs each URL at INFO.
    """
    return httpx.AsyncClient(
        headers=headers,
        transport=RetryTransport(transport or AiohttpTransport(), sleep=sleep),
        follow_redirects=False,
        trust_env=False,
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
    )


def server(url: str) -> str:
    """Check that a base URL is scheme and host only, and return it without a closing slash."""
    try:
        parsed = httpx.URL(url.strip())
    except httpx.InvalidURL:
        parsed = httpx.URL("")
    extra = parsed.path.strip("/") or parsed.query or parsed.fragment or parsed.userinfo
    if parsed.scheme not in {"http", "https"} or not parsed.host or extra:
        raise ValueError("the base URL is a scheme and a host only, as in https://api.example.com")
    return str(parsed.copy_with(path="/")).rstrip("/")


async def read_bounded(response: httpx.Response, most: int = LARGEST_ANSWER) -> bytes:
    """Read an answer's body; raises OutcomeUnknown for one of more than ``most`` bytes."""
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > most:
            raise OutcomeUnknown("the answer is too long", status=response.status_code)
    return bytes(body)


def provider_error(error: httpx.HTTPError) -> ProviderError:
    """Say what a failed exchange means. Only the error's kind is kept: its text has addresses."""
    kind = type(error).__name__
    if isinstance(error, _NEVER_SENT):
        return NotSent(f"no connection ({kind})")
    return OutcomeUnknown(f"no answer ({kind})")


def _headers(request: httpx.Request) -> list[tuple[str, str]]:
    # aiohttp decides about the transfer encoding itself, from Content-Length.
    return [(k, v) for k, v in request.headers.items() if k.lower() != "transfer-encoding"]


async def _body(request: httpx.Request) -> Any:
    try:
        return request.content or None
    except httpx.RequestNotRead:
        return request.stream


def _timeout(request: httpx.Request) -> aiohttp.ClientTimeout:
    limits = request.extensions.get("timeout", {})
    return aiohttp.ClientTimeout(
        total=request.extensions.get("total"),
        connect=limits.get("pool"),
        sock_connect=limits.get("connect"),
        sock_read=limits.get("read"),
    )


def _translated(error: Exception, request: httpx.Request) -> httpx.TransportError:
    kind: type[httpx.TransportError]
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        kind = httpx.ConnectTimeout
    elif isinstance(error, aiohttp.ClientConnectorError | aiohttp.InvalidURL):
        kind = httpx.ConnectError
    elif isinstance(error, TimeoutError):
        kind = httpx.ReadTimeout
    else:
        kind = httpx.ReadError
    # The original text may hold the whole URL and its e-mail address.
    return kind(type(error).__name__, request=request)
