"""The files: attachments behind addresses that expire, and the pictures that were sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from simulator.film import recording, scenery, shots
from simulator.film.board import Storyboard, open_picture
from simulator.film.paint import caption
from simulator.film.studio import Studio
from simulator.useapi_v1.records import Attachment, Job
from simulator.useapi_v1.views import signature

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request

    from simulator.film.shots import Shot
    from simulator.film.studio import Renderer
    from simulator.useapi_v1.world import World

SECONDS = 4  # of every video of those days
_ESTIMATED_SIZE = 48_000


class Media:
    def __init__(self, world: World) -> None:
        self._world = world
        self._studio = Studio(world.directory / "media")

    def routes(self) -> list[Route]:
        path = "attachments/{channel}/{number:int}/{filename}"
        return [
            Route(f"/{path}", self.attachment),
            Route(f"/proxy/{path}", self.attachment),
            Route("/media/pictures/{name}", self.picture),
        ]

    async def attachment(self, request: Request) -> Response:
        number: int = request.path_params["number"]
        expires = request.query_params.get("ex", "")
        found = self._find(number)
        genuine = request.query_params.get("hm") == signature(number, expires)
        if found is None or not genuine:
            return PlainTextResponse("This content is no longer available.", 404)
        job, attachment = found
        if self._world.now() > attachment.expires:
            return PlainTextResponse("This content is no longer available.", 404)
        return await self._studio.serve(_name(attachment), self._renderer(job, attachment))

    async def picture(self, request: Request) -> Response:
        path = f"pictures/{request.path_params['name']}"
        sent = (job.picture for job in self._world.jobs.values() if job.picture)
        found = next((one for one in sent if one.path == path), None)
        if found is None:
            return PlainTextResponse("Not Found", 404)
        return FileResponse(self._world.directory / path, media_type=found.media_type)

    async def sizes_of(self, job: Job) -> dict[int, int]:
        """In bytes; the films are made for it, as somebody who asks will soon fetch them."""
        if not self._world.switches.real_sizes:
            return {one.number: _ESTIMATED_SIZE for one in job.attachments}
        sizes = {}
        for one in job.attachments:
            path = await self._studio.made(_name(one), self._renderer(job, one))
            sizes[one.number] = path.stat().st_size
        return sizes

    def _find(self, number: int) -> tuple[Job, Attachment] | None:
        pairs = ((job, one) for job in self._world.jobs.values() for one in job.attachments)
        return next((pair for pair in pairs if pair[1].number == number), None)

    def _renderer(self, job: Job, attachment: Attachment) -> Renderer:
        place = job.attachments.index(attachment)

        def render(path: Path) -> None:
            board = Storyboard(
                shot=self._shot(job, job.seed + place),
                words=caption(job.size, str(job.body.get("prompt", "")), _badge(job, place)),
                seconds=SECONDS,
            )
            recording.write_mp4(path, board.frames(), None, fps=board.fps)

        return render

    def _shot(self, job: Job, seed: int) -> Shot:
        if job.picture is not None:
            return shots.pictures(
                [open_picture(self._world.directory / job.picture.path)], job.size
            )
        return scenery.background(job.size, str(job.body.get("prompt", "")), seed)

    def close(self) -> None:
        self._studio.close()


def _name(attachment: Attachment) -> str:
    return f"{attachment.number}.mp4"


def _badge(job: Job, place: int) -> str:
    return " · ".join(part for part in (job.button, str(job.body.get("style", "")), str(place + 1)))
