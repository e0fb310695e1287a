"""Tells a job's replyUrl how it ended: the job object, once, and unsigned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.serving.postman import Postman
from simulator.useapi_v1.records import FINAL, Job, Status
from simulator.useapi_v1.views import job_json

if TYPE_CHECKING:
    from simulator.useapi_v1.media import Media
    from simulator.useapi_v1.world import World


class Notifier(Postman):
    def __init__(self, world: World, media: Media) -> None:
        super().__init__()
        self._world = world
        self._media = media
        world.listeners.append(self._on_status)

    def _on_status(self, job: Job, status: Status) -> None:
        told = status in FINAL and status is not Status.CANCELLED
        if told and job.reply_url and not self._world.switches.webhook_drop:
            self.begin(self._deliver(job, status))

    async def _deliver(self, job: Job, status: Status) -> None:
        body = job_json(self._world, job, status, await self._media.sizes_of(job))
        await self.post(job.reply_url, body, twice=self._world.switches.webhook_duplicate)
