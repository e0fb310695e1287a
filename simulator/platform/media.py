"""The files of the API: what was uploaded, results, previews of effects, masks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageDraw
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from simulator.film import recording, sound
from simulator.film.studio import Studio, effect_preview
from simulator.platform.records import Job, Selection, Status
from simulator.platform.storyboard import drawn_size, storyboard

if TYPE_CHECKING:
    from array import array
    from pathlib import Path

    from starlette.requests import Request

    from simulator.platform.world import World

_MASK: tuple[int, int] = (320, 180)
_BYTES_A_SECOND = 12_000  # of an estimated size


class Media:
    def __init__(self, world: World) -> None:
        self._world = world
        self._studio = Studio(world.directory / "media")

    def routes(self) -> list[Route]:
        return [
            Route("/media/upload/{name}", self.upload),
            Route("/media/results/{name}", self.result),
            Route("/media/templates/{name}", self.template),
            Route("/media/masks/{name}", self.mask),
        ]

    async def upload(self, request: Request) -> Response:
        name: str = request.path_params["name"]
        number = name.partition("_")[0]
        found = self._world.uploads.get(int(number)) if number.isdecimal() else None
        if found is None or found.path != f"upload/{name}":
            return _nothing()
        return FileResponse(self._world.directory / found.path, media_type=found.media_type)

    async def result(self, request: Request) -> Response:
        name: str = request.path_params["name"]
        number = name.partition("_")[0]
        job = self._world.jobs.get(int(number)) if number.isdecimal() else None
        if job is None or job.final is not Status.SUCCESS or name != job.media_name:
            return _nothing()
        return await self._studio.serve(f"results/{name}", lambda path: self._render(job, path))

    async def template(self, request: Request) -> Response:
        name: str = request.path_params["name"]
        number, _, ending = name.partition(".")
        effect = self._world.templates.get(int(number)) if number.isdecimal() else None
        renderer = None if effect is None else effect_preview(effect, ending)
        if renderer is None:
            return _nothing()
        return await self._studio.serve(f"templates/{name}", renderer)

    async def mask(self, request: Request) -> Response:
        name: str = request.path_params["name"]
        number, _, ending = name.partition(".")
        found = self._world.selections.values()
        frames = {str(one.number): one for one in found}
        masks = {mask: what for one in found for mask, what in one.masks}
        if ending != "png" or number not in frames | masks:
            return _nothing()

        def render(path: Path) -> None:
            shown = frames.get(number)
            picture = _mask(masks[number]) if shown is None else self._keyframe(shown)
            picture.save(path)

        return await self._studio.serve(f"masks/{name}", render)

    def _keyframe(self, selection: Selection) -> Image.Image:
        """The first frame of the video that was looked through."""
        kind, _, number = selection.source.partition(":")
        if kind == "video":
            return storyboard(self._world, self._world.jobs[int(number)]).frame(0.0)
        return recording.first_picture(
            self._world.directory / self._world.uploads[int(number)].path
        )

    async def size_of(self, job: Job) -> int:
        """In bytes; the film is made for it, as somebody who asks will soon fetch it."""
        if job.final is not Status.SUCCESS:
            return 0
        if not self._world.switches.real_sizes:
            return _BYTES_A_SECOND * max(1, job.duration)
        path = await self._studio.made(
            f"results/{job.media_name}", lambda place: self._render(job, place)
        )
        return path.stat().st_size

    def _render(self, job: Job, path: Path) -> None:
        board = storyboard(self._world, job)
        size = (job.width, job.height)
        if job.is_video:
            enlarged = None if drawn_size(job) == size else size
            music = self._music(job) if job.has_audio else None
            recording.write_mp4(path, board.frames(), music, fps=board.fps, size=enlarged)
        else:
            board.frame(0.0).save(path)

    def _music(self, job: Job) -> array[int]:
        """What lip sync was given to say; else a tune, of its own for each seed."""
        if job.speech is not None:
            path = self._world.directory / self._world.uploads[job.speech].path
            return recording.read_sound(path, job.duration)
        return sound.tune(job.seed, job.duration)

    def close(self) -> None:
        self._studio.close()


def _nothing() -> Response:
    return PlainTextResponse("Not Found", 404)


def _mask(what: str) -> Image.Image:
    """White where the thing is."""
    ground, thing = ("white", "black") if what == "background" else ("black", "white")
    image = Image.new("RGB", _MASK, ground)
    left = _MASK[0] * (0.6 if what == "object" else 0.3)
    ImageDraw.Draw(image).ellipse((left, 30, left + 90, 160), fill=thing)
    return image
