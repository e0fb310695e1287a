"""The files of the API: what was uploaded, results, previews of effects, samples of voices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import FileResponse, Response
from starlette.routing import Route

from simulator.film import recording, sound
from simulator.film.studio import Studio, effect_preview, voice_sample
from simulator.useapi.records import Status, Video
from simulator.useapi.refusals import Refused
from simulator.useapi.storyboard import storyboard
from simulator.useapi.voices import VOICES

if TYPE_CHECKING:
    from array import array
    from pathlib import Path

    from starlette.requests import Request

    from simulator.useapi.world import World

_NO_MEDIA = "There is no such file"


class Media:
    def __init__(self, world: World) -> None:
        self._world = world
        self._studio = Studio(world.directory / "media")

    def routes(self) -> list[Route]:
        return [
            Route("/media/upload/{name}", self.upload),
            Route("/media/results/{name}", self.result),
            Route("/media/effects/{name}", self.effect),
            Route("/media/voices/{name}", self.voice),
        ]

    async def upload(self, request: Request) -> Response:
        upload = self._world.uploads.get(f"upload/{request.path_params['name']}")
        if upload is None:
            raise Refused(404, _NO_MEDIA)
        return FileResponse(self._world.directory / upload.path, media_type=upload.media_type)

    async def result(self, request: Request) -> Response:
        name: str = request.path_params["name"]
        number = name.partition("_")[0]
        video = self._world.jobs.get(int(number)) if number.isdecimal() else None
        if video is None or not _ready(video, f"results/{name}"):
            raise Refused(404, _NO_MEDIA)
        return await self._studio.serve(f"results/{name}", lambda path: self._render(video, path))

    async def effect(self, request: Request) -> Response:
        name: str = request.path_params["name"]
        number, _, ending = name.partition(".")
        effect = self._world.effects.get(int(number)) if number.isdecimal() else None
        renderer = None if effect is None else effect_preview(effect, ending)
        if renderer is None:
            raise Refused(404, _NO_MEDIA)
        return await self._studio.serve(f"effects/{name}", renderer)

    async def voice(self, request: Request) -> Response:
        name: str = request.path_params["name"]
        speaker, _, ending = name.partition(".")
        if speaker not in VOICES or ending != "mp3":
            raise Refused(404, _NO_MEDIA)
        return await self._studio.serve(f"voices/{name}", voice_sample(int(speaker)))

    def _render(self, video: Video, path: Path) -> None:
        board = storyboard(self._world, video)
        size = (video.width, video.height)
        if path.suffix == ".mp4":
            enlarged = size if video.endpoint == "upscale" else None
            music = self._music(video) if video.sound else None
            recording.write_mp4(path, board.frames(), music, fps=board.fps, size=enlarged)
        else:
            picture = board.frame(1.0 if "_last" in path.stem else 0.0)
            (picture if picture.size == size else picture.resize(size)).save(path, quality=88)

    def _music(self, video: Video) -> array[int]:
        """What lip-sync was given to say; else a tune, of its own for each seed."""
        words = str(video.body.get("audio_path", ""))
        if words in self._world.uploads:
            return recording.read_sound(self._world.directory / words, video.duration)
        return sound.tune(video.seed, video.duration)

    def close(self) -> None:
        self._studio.close()


def _ready(video: Video, path: str) -> bool:
    paths = {video.media_path, video.frame_path("first"), video.frame_path("last")}
    return video.final is Status.COMPLETED and not video.deleted and path in paths
