"""Everything with a picture or a sound: rendered when first asked for, kept, served in ranges."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from starlette.responses import FileResponse, Response

from simulator.film import effect_art, recording, sound

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from simulator.film.effect_art import Artwork

    Renderer = Callable[[Path], None]

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


class Studio:
    """Rendering runs in threads. A file appears whole or not at all: written aside, then named."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._threads = ThreadPoolExecutor(_RENDERERS, thread_name_prefix="render")
        self._rendering: dict[Path, asyncio.Future[None]] = {}

    async def serve(self, name: str, renderer: Renderer) -> Response:
        path = await self.made(name, renderer)
        return FileResponse(path, media_type=_CONTENT_TYPES[path.suffix[1:]])

    async def made(self, name: str, renderer: Renderer) -> Path:
        path = self._directory / name
        if not path.exists():
            await self._once(path, renderer)
        return path

    async def _once(self, path: Path, renderer: Renderer) -> None:
        """Whoever asks while a file is being rendered waits for the same rendering."""
        running = self._rendering.get(path)
        if running is None:
            loop = asyncio.get_running_loop()
            running = loop.run_in_executor(self._threads, _render_aside, path, renderer)
            self._rendering[path] = running
            running.add_done_callback(lambda _: self._rendering.pop(path, None))
        await asyncio.shield(running)

    def close(self) -> None:
        self._threads.shutdown(wait=True, cancel_futures=True)


def _render_aside(path: Path, renderer: Renderer) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_stem(f"{path.stem}.part")
    try:
        renderer(aside)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def effect_preview(effect: Artwork, ending: str) -> Renderer | None:
    """None where an effect has no file that ends so."""
    paint = _PREVIEWS.get(ending)
    return None if paint is None else lambda path: paint(effect, path)


def voice_sample(number: int) -> Renderer:
    return lambda path: recording.write_mp3(path, sound.tune(number, _VOICE_SECONDS))


def _effect_jpg(effect: Artwork, path: Path) -> None:
    effect_art.thumbnail(effect).save(path, quality=86)


def _effect_gif(effect: Artwork, path: Path) -> None:
    recording.write_gif(path, effect_art.gif_frames(effect), effect_art.GIF_MILLISECONDS)


def _effect_mp4(effect: Artwork, path: Path) -> None:
    recording.write_mp4(path, effect_art.preview_frames(effect), None)


def _effect_mp3(effect: Artwork, path: Path) -> None:
    recording.write_mp3(path, sound.tune(effect.template_id, _MUSIC_SECONDS))


_PREVIEWS: dict[str, Callable[[Artwork, Path], None]] = {
    "jpg": _effect_jpg,
    "gif": _effect_gif,
    "mp4": _effect_mp4,
    "mp3": _effect_mp3,
}
