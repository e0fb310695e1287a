"""Tells a job's replyUrl how it ended: the job object, once, and unsigned."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import httpx

from simulator.useapi_v1.records import FINAL, Job, Status
from simulator.useapi_v1.views import job_json

if TYPE_CHECKING:
    from simulator.useapi_v1.media import Media
    from simulator.useapi_v1.world import World

_log = logging.getLogger(__name__)


class Notifier:
    """Posts once and does not repeat: what is lost must be found by polling."""

    def __init__(self, world: World, media: Media) -> None:
        self._world = world
        self._media = media
        self._client = httpx.AsyncClient(timeout=10, trust_env=False)
        self._tasks: set[asyncio.Task[None]] = set()
        world.listeners.append(self._on_status)

    def _on_status(self, job: Job, status: Status) -> None:
        told = status in FINAL and status is not Status.CANCELLED
        if told and job.reply_url and not self._world.switches.webhook_drop:
            task = asyncio.get_running_loop().create_task(self._deliver(job, status))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _deliver(self, job: Job, status: Status) -> None:
        body = job_json(self._world, job, status, await self._media.sizes_of(job))
        for _ in range(2 if self._world.switches.webhook_duplicate else 1):
            try:
                await self._client.post(job.reply_url, json=body)
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                _log.info("replyUrl of %s did not answer: %r", job.jobid, error)

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._client.aclose()
