"""Posts to addresses that clients gave, in the background; what waits there is lost with the process."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import Coroutine

_log = logging.getLogger(__name__)


class Postman:
    """Each vendor says what is posted, where, and how often."""

    def __init__(self) -> None:
        self.client = httpx.AsyncClient(timeout=10, trust_env=False)
        self._tasks: set[asyncio.Task[None]] = set()

    def begin(self, errand: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(errand)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def post(self, url: str, body: object, *, twice: bool) -> None:
        """It is not repeated: what is lost must be found by polling."""
        for _ in range(2 if twice else 1):
            try:
                await self.client.post(url, json=body)
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                _log.info("%s did not answer: %r", url, error)

    def clear(self) -> None:
        """Nothing that waits is sent any more."""
        for task in self._tasks:
            task.cancel()

    async def close(self) -> None:
        self.clear()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.client.aclose()
