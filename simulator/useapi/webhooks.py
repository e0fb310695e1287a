"""Tells a job's replyUrl how it ends, with the oddities that the real service may show."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import httpx

from simulator.useapi.image_models import CREATE_IMAGES
from simulator.useapi.records import FINAL, Status, Video
from simulator.useapi.video_view import image_json, video_json

if TYPE_CHECKING:
    from simulator.useapi.world import World

_log = logging.getLogger(__name__)
_IDS = ("video_id", "image_id")


class Notifier:
    """Posts once and does not repeat: what is lost must be found by polling."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._client = httpx.AsyncClient(timeout=10, trust_env=False)
        self._tasks: set[asyncio.Task[None]] = set()
        world.listeners.append(self._on_status)

    def _on_status(self, video: Video, status: Status) -> None:
        wanted = status in FINAL or (
            status is Status.GENERATING and self._world.switches.webhook_generating
        )
        silent = video.deleted or not video.tracked or not video.reply_url
        if wanted and not silent and not self._world.switches.webhook_drop:
            task = asyncio.get_running_loop().create_task(self._deliver(video, status))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _deliver(self, video: Video, status: Status) -> None:
        body = self._body(video, status)
        for _ in range(2 if self._world.switches.webhook_duplicate else 1):
            try:
                await self._client.post(video.reply_url, json=body)
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                _log.info("replyUrl of %s did not answer: %r", video.number, error)

    def _body(self, video: Video, status: Status) -> dict[str, object]:
        view = image_json if video.endpoint == CREATE_IMAGES.name else video_json
        body = view(self._world, video, status)
        if self._world.switches.webhook_without_id:
            body = {key: value for key, value in body.items() if key not in _IDS}
        body |= {"replyRef": video.reply_ref, "replyUrl": video.reply_url}
        return {"response": body} if self._world.switches.webhook_nested else body

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._client.aclose()
