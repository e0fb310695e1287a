"""Everything with a picture or a sound: rendered when first asked for, kept, served in ranges."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from starlette.responses import FileResponse, Response
from starlette.routing import Route

from simulator.useapi import effect_art, film, sound
from simulator.useapi.records import Status, Video
from simulator.useapi.refusals import Refused
from simulator.useapi.storyboard import storyboard
from simulator.useapi.voices import VOICES

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable
    from pathlib import Path

    from starlette.requests import Request

    from simulator.useapi.effects import Effect
    from simulator.useapi.world import World

    Renderer = Callable[[Path], None]

_NO_MEDIA = "There is no such file"
_RENDERERS = 2
_VOICE_SECONDS = 2.5
_MUSIC_SECONDS = 5.0
_CONTENT_TYPES = {
    "mp4": "video/mp4",
    "jpg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "mp3": "audio/mpeg",
}


class Media:
    """Rendering runs in threads. A file appears whole or not at all: written aside, then named."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._threads = ThreadPoolExecutor(_RENDERERS, thread_name_prefix="render")
        self._rendering: dict[Path, asyncio.Future[None]] = {}

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
        return FileResponse(self._directory / upload.path, media_type=upload.media_type)

    async def result(self, request: Request) -> Response:
        name: str = request.path_params["name"]
        number = name.partition("_")[0]
        video = self._world.videos.get(int(number)) if number.isdecimal() else None
        if video is None or not _ready(video, f"results/{name}"):
            raise Refused(404, _NO_MEDIA)
        return await self._serve(f"results/{name}", lambda path: self._render(video, path))

    async def effect(self, request: Request) -> Response:
        name: str = request.path_params["name"]
        number, _, ending = name.partition(".")
        effect = self._world.effects.get(int(number)) if number.isdecimal() else None
        renderer = _EFFECT_RENDERERS.get(ending)
        if effect is None or renderer is None:
            raise Refused(404, _NO_MEDIA)
        return await self._serve(f"effects/{name}", lambda path: renderer(effect, path))

    async def voice(self, request: Request) -> Response:
        name: str = request.path_params["name"]
        speaker, _, ending = name.partition(".")
        if speaker not in VOICES or ending != "mp3":
            raise Refused(404, _NO_MEDIA)
        tune = sound.tune
        return await self._serve(
            f"voices/{name}", lambda path: film.write_mp3(path, tune(int(speaker), _VOICE_SECONDS))
        )

    @property
    def _directory(self) -> Path:
        return self._world.options.directory

    async def _serve(self, name: str, renderer: Renderer) -> Response:
        path = self._directory / "media" / name
        if not path.exists():
            await self._once(path, renderer)
        return FileResponse(path, media_type=_CONTENT_TYPES[path.suffix[1:]])

    async def _once(self, path: Path, renderer: Renderer) -> None:
        """Whoever asks while a file is being rendered waits for the same rendering."""
        running = self._rendering.get(path)
        if running is None:
            loop = asyncio.get_running_loop()
            running = loop.run_in_executor(self._threads, _render_aside, path, renderer)
            self._rendering[path] = running
            running.add_done_callback(lambda _: self._rendering.pop(path, None))
        await asyncio.shield(running)

    def _render(self, video: Video, path: Path) -> None:
        board = storyboard(self._world, video)
        size = (video.width, video.height)
        if path.suffix == ".mp4":
            enlarged = size if video.endpoint == "upscale" else None
            music = self._music(video) if video.sound else None
            film.write_mp4(path, board.frames(), music, fps=board.fps, size=enlarged)
        else:
            picture = board.frame(1.0 if "_last" in path.stem else 0.0)
            (picture if picture.size == size else picture.resize(size)).save(path, quality=88)

    def _music(self, video: Video) -> array[int]:
        """What lip-sync was given to say; else a tune, of its own for each seed."""
        words = str(video.body.get("audio_path", ""))
        if words in self._world.uploads:
            return film.read_sound(self._directory / words, video.duration)
        return sound.tune(video.seed, video.duration)

    def close(self) -> None:
        self._threads.shutdown(wait=True, cancel_futures=True)


def _ready(video: Video, path: str) -> bool:
    paths = {video.media_path, video.frame_path("first"), video.frame_path("last")}
    return video.final is Status.COMPLETED and not video.deleted and path in paths


def _render_aside(path: Path, renderer: Renderer) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_stem(f"{path.stem}.part")
    try:
        renderer(aside)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def _effect_jpg(effect: Effect, path: Path) -> None:
    effect_art.thumbnail(effect).save(path, quality=86)


def _effect_gif(effect: Effect, path: Path) -> None:
    film.write_gif(path, effect_art.gif_frames(effect), effect_art.GIF_MILLISECONDS)


def _effect_mp4(effect: Effect, path: Path) -> None:
    film.write_mp4(path, effect_art.preview_frames(effect), None)


def _effect_mp3(effect: Effect, path: Path) -> None:
    film.write_mp3(path, sound.tune(effect.template_id, _MUSIC_SECONDS))


_EFFECT_RENDERERS: dict[str, Callable[[Effect, Path], None]] = {
    "jpg": _effect_jpg,
    "gif": _effect_gif,
    "mp4": _effect_mp4,
    "mp3": _effect_mp3,
}
