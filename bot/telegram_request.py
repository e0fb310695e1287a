"""The way to Telegram: python-telegram-bot's requests over aiohttp's connections.

The stock one walks over all its connections twice per request and collapses under load. Here the
token, which is part of every address, also stays out of every error.
"""

import json
from http import HTTPStatus
from typing import Any, NoReturn
from urllib.parse import urlencode

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter
from yarl import URL

from bot.multipart import MultipartForm
from handlers.chat.errors import NotConnected
from pixverse.trust import trusted

CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
WRITE_SECONDS = 20.0
POOL_SECONDS = 10.0
KEEP_ALIVE_SECONDS = 75.0
"""A quiet bot calls every few seconds or minutes; a new TLS handshake each time would cost more."""

DNS_SECONDS = 300
MOST_CONNECTIONS = 256

_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def form(**fields: object) -> RequestData:
    """The fields of a request that is made without `telegram.Bot`, to get at Telegram's own JSON."""
    return RequestData([RequestParameter.from_input(name, value) for name, value in fields.items()])


class AiohttpRequest(BaseRequest):
    """Carries out the requests of a `telegram.Bot`; one connection pool for all of them.

    Raises NotConnected where the request was certainly not sent, and TimedOut or NetworkError where
    it may have been.
    """

    __slots__ = ("_most_connections", "_session")

    def __init__(self, *, most_connections: int = MOST_CONNECTIONS) -> None:
        self._most_connections = most_connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return READ_SECONDS

    async def initialize(self) -> None:
        """Open the pool; doing it again changes nothing."""
        if self._session is None:
            connector = aiohttp.TCPConnector(
                ssl=trusted(),
                limit=self._most_connections,
                limit_per_host=0,
                keepalive_timeout=KEEP_ALIVE_SECONDS,
                ttl_dns_cache=DNS_SECONDS,
            )
            self._session = aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close the pool; doing it again changes nothing."""
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One exchange: the answer's status and body."""
        if self._session is None:
            raise RuntimeError("this AiohttpRequest is not initialized")
        body, headers = _body(request_data, _seconds(write_timeout, WRITE_SECONDS))
        timeout = _timeout(
            read=_seconds(read_timeout, READ_SECONDS),
            connect=_seconds(connect_timeout, CONNECT_SECONDS),
            pool=_seconds(pool_timeout, POOL_SECONDS),
        )
        try:
            async with self._session.request(
                method,
                URL(url, encoded=True),
                data=body,
                headers=headers,
                timeout=timeout,
                allow_redirects=False,
            ) as response:
                status, payload = response.status, await response.read()
        except (aiohttp.ClientError, OSError, ValueError) as error:
            # The cause holds the address, and so the token: only its kind goes on.
            _raise_anew(error)
        _check_origin(status, payload)
        return status, payload

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Telegram's answer as JSON; what cannot be read is not logged, for it may hold anything."""
        try:
            answer = json.loads(payload)
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise TelegramError("Telegram's answer is not JSON")
        return answer


def _body(
    data: RequestData | None, write_timeout: float | None
) -> tuple[bytes | MultipartForm | None, dict[str, str] | None]:
    if data is None:
        return None, None
    if data.contains_files:
        files = data.multipart_data
        return MultipartForm(data.json_parameters, files, write_timeout=write_timeout), None
    return urlencode(data.json_parameters).encode(), _FORM


def _seconds(given: ODVInput[float], default: float) -> float | None:
    return default if isinstance(given, DefaultValue) else given


def _timeout(
    *, read: float | None, connect: float | None, pool: float | None
) -> aiohttp.ClientTimeout:
    # aiohttp's `connect` covers the wait for a free place in the pool and the connecting.
    both = None if connect is None or pool is None else connect + pool
    return aiohttp.ClientTimeout(total=None, connect=both, sock_connect=connect, sock_read=read)


def _check_origin(status: int, payload: bytes) -> None:
    """An error page of something in between is no answer of Telegram's. Raises NetworkError."""
    if status >= HTTPStatus.MULTIPLE_CHOICES and not payload.lstrip().startswith(b"{"):
        raise NetworkError(f"HTTP status {status} from something before Telegram")


def _raise_anew(error: Exception) -> NoReturn:
    kind = type(error).__name__
    if isinstance(
        error,
        aiohttp.ConnectionTimeoutError | aiohttp.ClientConnectorError | aiohttp.InvalidURL,
    ):
        raise NotConnected(f"no connection to Telegram ({kind})") from None
    if isinstance(error, TimeoutError):
        raise TimedOut(f"no answer from Telegram in time ({kind})") from None
    raise NetworkError(f"the connection to Telegram broke ({kind})") from None
