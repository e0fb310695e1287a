"""Finished files: from the provider's servers, public https only and streamed to disk, or kept on ours."""

import ipaddress
import logging
import socket
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import BinaryIO, cast

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import DefaultResolver

from bot.addresses import is_loopback
from bot.kept import KeptFiles
from bot.public_addresses import is_server, may_be_fetched
from bot.spool import CHUNK, TooManyBytes, spool
from handlers.chat.result_files import ResultAway, ResultGone, ResultTooBig
from pixverse.trust import trusted

log = logging.getLogger(__name__)

GONE = (403, 404, 410)  # storage that forgets answers with any of these
_TIMEOUT = aiohttp.ClientTimeout(total=900, sock_connect=15, sock_read=60)
_SIZE_TIMEOUT = aiohttp.ClientTimeout(total=10)


class PublicResolver(AbstractResolver):
    """Resolves names, and refuses those that lead into a private network, but for the provider's `server`."""

    def __init__(self, server: str) -> None:
        self._server = server
        self._inner = DefaultResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self._inner.resolve(host, port, family)
        if is_server(self._server, host, port):
            return found
        public = [one for one in found if ipaddress.ip_address(one["host"]).is_global]
        if not public:
            raise OSError(f"{host} has no public address")
        return public

    async def close(self) -> None:
        await self._inner.close()


class ProviderFiles:
    """Implements `handlers.chat.results.ResultFiles`. `server` is the provider's address."""

    def __init__(self, directory: Path, kept: KeptFiles, *, server: str) -> None:
        self._directory = directory
        self._kept = kept
        self._server = server
        self._session: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        """Close the connections."""
        if self._session:
            await self._session.close()

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            resolver = None if is_loopback(self._server) else PublicResolver(self._server)
            connector = aiohttp.TCPConnector(ssl=trusted(), resolver=resolver)
            self._session = aiohttp.ClientSession(connector=connector, trust_env=False)
        return self._session

    def is_public(self, url: str) -> bool:
        """See `ResultFiles.is_public`."""
        return self._kept.path(url) is None

    async def size(self, url: str) -> int | None:
        """See `ResultFiles.size`."""
        try:
            self._check(url)
            async with self._opened().head(
                url, timeout=_SIZE_TIMEOUT, allow_redirects=False
            ) as response:
                return response.content_length if response.status == 200 else None
        except (aiohttp.ClientError, TimeoutError, OSError, ResultAway) as trouble:
            log.info("the size of a result is unknown: %r", trouble)
            return None

    @asynccontextmanager
    async def fetch(self, url: str, *, limit: int) -> AsyncIterator[BinaryIO]:
        """See `ResultFiles.fetch`. What is fetched has no name on disk: a crash leaves nothing behind."""
        kept = self._kept.path(url)
        if kept:
            with _opened(kept, limit) as file:
                yield file
            return
        self._check(url)
        self._directory.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=self._directory) as file:
            target = cast("BinaryIO", file)
            try:
                await self._download(url, target, limit)
            except (aiohttp.ClientError, TimeoutError, OSError) as trouble:
                raise ResultAway(f"{trouble!r}") from trouble
            target.seek(0)
            yield target

    async def _download(self, url: str, target: BinaryIO, limit: int) -> None:
        async with self._opened().get(url, timeout=_TIMEOUT, allow_redirects=False) as response:
            if response.status in GONE:
                raise ResultGone(f"the provider answered {response.status}")
            if response.status != 200:
                raise ResultAway(f"the provider answered {response.status}")
            if (response.content_length or 0) > limit:
                raise ResultTooBig
            try:
                await spool(response.content.iter_chunked(CHUNK), target, limit=limit)
            except TooManyBytes as error:
                raise ResultTooBig from error

    def _check(self, url: str) -> None:
        if not may_be_fetched(url, server=self._server):
            raise ResultAway("the address is not public")


@contextmanager
def _opened(kept: Path, limit: int) -> Iterator[BinaryIO]:
    try:
        file = kept.open("rb")
    except FileNotFoundError as error:
        raise ResultGone("it is kept no longer") from error
    except OSError as error:
        raise ResultAway(f"{error.strerror}") from error
    with file:
        if kept.stat().st_size > limit:
            raise ResultTooBig
        yield file
