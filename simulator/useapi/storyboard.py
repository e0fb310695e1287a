"""What a job's video shows: its pictures slowly zooming, its words, its effect, its source."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

from simulator.useapi import film, motifs, scenery
from simulator.useapi.paint import Size, caption, gradient, hsv

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from simulator.useapi.effects import Effect
    from simulator.useapi.records import Video
    from simulator.useapi.world import World

    Shot = Callable[[float], Image.Image]

_ZOOM = 0.22
_OVERSIZE = 1.35  # pictures are kept this much larger than the frame, to stay sharp when near
_LOOP = 4.0  # seconds of one turn of the effect's motif
_BADGES = {
    "extend": "extended",
    "modify": "modified",
    "lipsync": "lip sync",
    "upscale": "upscaled",
}


@dataclass(frozen=True, slots=True)
class Storyboard:
    shot: Shot  # the picture at a moment of 0 to 1
    overlay: motifs.Overlay | None
    words: Image.Image
    seconds: int

    def frame(self, moment: float) -> Image.Image:
        picture = self.shot(moment)
        if self.overlay is not None:
            self.overlay(picture, moment * self.seconds / _LOOP % 1)
        picture.paste(self.words, (0, 0), self.words)
        return picture

    def frames(self) -> Iterator[Image.Image]:
        count = max(1, self.seconds * film.FPS)
        return (self.frame(number / max(1, count - 1)) for number in range(count))


def storyboard(world: World, video: Video) -> Storyboard:
    size = (video.width, video.height)
    effect = world.effects.get(video.template_id)
    return Storyboard(
        shot=_shot(world, video, size),
        overlay=_overlay(world, video, size),
        words=caption(size, _words(world, video, effect), _badge(video)),
        seconds=video.duration,
    )


def _shot(world: World, video: Video, size: Size) -> Shot:
    directory = world.options.directory
    if video.source is not None:
        return _shot_of_source(world, video, world.videos[video.source], size)
    if video.source_path:
        return pictures_shot([film.first_picture(directory / video.source_path)], size)
    pictures = [open_picture(directory / path) for path in video.pictures]
    if video.endpoint == "create-fusion":
        return _cards_shot(pictures, size, video.seed)
    if pictures:
        return pictures_shot(pictures, size)
    return scenery.background(size, str(video.body.get("prompt", "")), video.seed)


def _shot_of_source(world: World, video: Video, source: Video, size: Size) -> Shot:
    shot = _shot(world, source, size)
    if video.endpoint == "extend":
        last = shot(1)
        return pictures_shot([last], size)
    if video.endpoint == "modify":
        tint = Image.new("RGB", size, hsv(video.seed % 360, 0.8, 1))
        return lambda moment: Image.blend(shot(moment), tint, 0.3)
    return shot


def _overlay(world: World, video: Video, size: Size) -> motifs.Overlay | None:
    effect = world.effects.get(video.template_id)
    if effect is not None:
        return motifs.overlay(effect.motif, size, effect.hue, effect.template_id)
    if video.source is not None and video.endpoint != "extend":
        return _overlay(world, world.videos[video.source], size)
    return None


def open_picture(path: Path) -> Image.Image:
    with Image.open(path) as image:
        return ImageOps.exif_transpose(image).convert("RGB")


def pictures_shot(pictures: list[Image.Image], size: Size) -> Shot:
    """One after the other, each nearer and nearer, dissolving into the next."""
    large = (round(size[0] * _OVERSIZE), round(size[1] * _OVERSIZE))
    fitted = [ImageOps.fit(one, large, Image.Resampling.LANCZOS) for one in pictures]

    def at(moment: float) -> Image.Image:
        place = moment * (len(fitted) - 1)
        index = min(int(place), max(0, len(fitted) - 2))
        near = _near(fitted[index], size, moment)
        if len(fitted) == 1:
            return near
        share = place - index
        soft = share * share * (3 - 2 * share)
        return Image.blend(near, _near(fitted[index + 1], size, moment), soft)

    return at


def _near(picture: Image.Image, size: Size, moment: float) -> Image.Image:
    part = 1 - _ZOOM * moment
    width, height = picture.width * part, picture.height * part
    left = (picture.width - width) * (0.5 + 0.12 * math.sin(moment * math.pi))
    top = (picture.height - height) * 0.42
    box = (left, top, left + width, top + height)
    return picture.resize(size, Image.Resampling.BILINEAR, box)


def _cards_shot(pictures: list[Image.Image], size: Size, seed: int) -> Shot:
    """Fusion: the pictures side by side, floating over one ground."""
    hue = seed % 360
    ground = gradient(size, hsv(hue, 0.6, 0.35), hsv(hue + 40, 0.5, 0.75), hsv(hue + 70, 0.3, 1))
    room = size[0] / len(pictures)
    side = round(min(room * 0.86, size[1] * 0.62))
    cards = [
        ImageOps.expand(ImageOps.fit(one, (side, side)), max(2, side // 30), "white")
        for one in pictures
    ]

    def at(moment: float) -> Image.Image:
        frame = ground.copy()
        for number, card in enumerate(cards):
            lift = math.sin((moment * 2 + number / 3) * math.tau) * size[1] * 0.03
            left = round(room * (number + 0.5) - card.width / 2)
            frame.paste(card, (left, round((size[1] * 0.84 - card.height) / 2 + lift)))
        return frame

    return at


def _words(world: World, video: Video, effect: Effect | None) -> str:
    prompt = str(video.body.get("prompt", ""))
    if effect is not None:
        return f"{effect.display_name}: {prompt}" if prompt else effect.display_name
    segments = [text for name, text in video.body.items() if name.startswith("prompt_")]
    words = prompt or " · ".join(map(str, segments))
    if words or video.source is None:
        return words
    source = world.videos[video.source]
    return _words(world, source, world.effects.get(source.template_id))


def _badge(video: Video) -> str:
    made = _BADGES.get(video.endpoint, "")
    return " · ".join(part for part in (made, video.model, video.quality) if part)
