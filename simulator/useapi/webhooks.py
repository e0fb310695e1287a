"""Tells a job's replyUrl how it ends, with the oddities that the real service may show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.serving.postman import Postman
from simulator.useapi.image_models import CREATE_IMAGES
from simulator.useapi.records import FINAL, Status, Video
from simulator.useapi.video_view import image_json, video_json

if TYPE_CHECKING:
    from simulator.useapi.world import World

_IDS = ("video_id", "image_id")


class Notifier(Postman):
    def __init__(self, world: World) -> None:
        super().__init__()
        self._world = world
        world.listeners.append(self._on_status)

    def _on_status(self, video: Video, status: Status) -> None:
        wanted = status in FINAL or (
            status is Status.GENERATING and self._world.switches.webhook_generating
        )
        silent = video.deleted or not video.tracked or not video.reply_url
        if wanted and not silent and not self._world.switches.webhook_drop:
            twice = self._world.switches.webhook_duplicate
            self.begin(self.post(video.reply_url, self._body(video, status), twice=twice))

    def _body(self, video: Video, status: Status) -> dict[str, object]:
        view = image_json if video.endpoint == CREATE_IMAGES.name else video_json
        body = view(self._world, video, status)
        if self._world.switches.webhook_without_id:
            body = {key: value for key, value in body.items() if key not in _IDS}
        body |= {"replyRef": video.reply_ref, "replyUrl": video.reply_url}
        return {"response": body} if self._world.switches.webhook_nested else body
