"""Previews of the effects: a figure in the effect's colours with its motif in motion."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PIL import Image, ImageDraw

from simulator.film import motifs, recording
from simulator.film.paint import Colour, Size, caption, glow, gradient, hsv, mix

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    _Box = Callable[[float, float, float, float], tuple[float, ...]]

THUMBNAIL: Size = (360, 480)
PREVIEW: Size = (240, 320)
GIF: Size = (168, 224)
GIF_FRAMES = 12
GIF_MILLISECONDS = 120
_PREVIEW_SECONDS = 3
_FINE = 3  # figures are drawn this much larger and reduced

_SKINS: tuple[Colour, ...] = ((247, 214, 184), (224, 172, 132), (176, 118, 82), (124, 78, 56))
_HAIRS: tuple[Colour, ...] = (
    (38, 28, 34),
    (84, 52, 36),
    (150, 94, 48),
    (214, 172, 104),
    (120, 40, 34),
)


class Artwork(Protocol):
    """What of an effect can be seen."""

    @property
    def template_id(self) -> int: ...
    @property
    def display_name(self) -> str: ...
    @property
    def motif(self) -> str: ...
    @property
    def hue(self) -> int: ...
    @property
    def images(self) -> int: ...


def thumbnail(effect: Artwork) -> Image.Image:
    return next(_loop(effect, THUMBNAIL, 1, first=0.3))


def gif_frames(effect: Artwork) -> list[Image.Image]:
    return list(_loop(effect, GIF, GIF_FRAMES))


def preview_frames(effect: Artwork) -> Iterator[Image.Image]:
    return _loop(effect, PREVIEW, _PREVIEW_SECONDS * recording.FPS)


def _loop(effect: Artwork, size: Size, count: int, *, first: float = 0) -> Iterator[Image.Image]:
    """Light comes from behind the figures, everything else floats before them."""
    backdrop, figures = _backdrop(effect, size), _figures(effect, size)
    paint = motifs.overlay(effect.motif, size, effect.hue, effect.template_id)
    words = caption(size, effect.display_name, "")
    behind = effect.motif in motifs.LIGHTS
    for number in range(count):
        frame = backdrop.copy()
        turn = first + number / count
        if behind:
            paint(frame, turn)
        frame.paste(figures, (0, 0), figures)
        if not behind:
            paint(frame, turn)
        frame.paste(words, (0, 0), words)
        yield frame


def _backdrop(effect: Artwork, size: Size) -> Image.Image:
    hue = effect.hue
    stage = gradient(size, hsv(hue + 25, 0.6, 0.5), hsv(hue + 8, 0.55, 0.8), hsv(hue, 0.4, 0.95))
    glow(stage, (size[0] / 2, size[1] * 0.4), min(size) * 0.8, hsv(hue + 15, 0.25, 1))
    return stage


@dataclass(frozen=True, slots=True)
class _Look:
    skin: Colour
    hair: Colour
    coat: Colour
    long_hair: bool


def _figures(effect: Artwork, size: Size) -> Image.Image:
    """One person, or two for an effect that takes two pictures."""
    chance = random.Random(effect.template_id)
    layer = Image.new("RGBA", (size[0] * _FINE, size[1] * _FINE), (0, 0, 0, 0))
    if effect.images == 1:
        _person(layer, 0.5, 0.42, 0.1, _look(effect, chance))
    else:
        _person(layer, 0.7, 0.5, 0.077, _look(effect, chance))
        _person(layer, 0.3, 0.46, 0.08, _look(effect, chance))
    return layer.reduce(_FINE)


def _look(effect: Artwork, chance: random.Random) -> _Look:
    return _Look(
        skin=chance.choice(_SKINS),
        hair=chance.choice(_HAIRS),
        coat=hsv(effect.hue + chance.choice((165, 190, 215)), 0.5, chance.uniform(0.4, 0.62)),
        long_hair=chance.random() < 0.5,
    )


def _person(layer: Image.Image, x: float, y: float, unit: float, look: _Look) -> None:
    """A bust; `x`, `y` is the middle of the face in shares of the picture, `unit` of its height."""
    draw = ImageDraw.Draw(layer)
    u = unit * layer.height

    def box(left: float, top: float, right: float, bottom: float) -> tuple[float, ...]:
        middle, level = x * layer.width, y * layer.height
        return (middle + left * u, level + top * u, middle + right * u, level + bottom * u)

    if look.long_hair:
        draw.rounded_rectangle(box(-1.55, -1.8, 1.55, 2.6), u * 1.4, fill=look.hair)
    shade = mix(look.skin, (90, 40, 30), 0.25)
    draw.rounded_rectangle(box(-2.5, 1.9, 2.5, 9), u * 1.6, fill=look.coat)
    draw.rounded_rectangle(box(-0.95, 1.0, 0.95, 2.5), u * 0.7, fill=mix(look.coat, (0, 0, 0), 0.3))
    draw.rounded_rectangle(box(-0.55, 0.6, 0.55, 2.3), u * 0.5, fill=shade)
    draw.ellipse(box(-1.35, -0.3, -0.95, 0.35), fill=shade)
    draw.ellipse(box(0.95, -0.3, 1.35, 0.35), fill=shade)
    draw.ellipse(box(-1.2, -1.5, 1.2, 1.4), fill=look.skin)
    draw.chord(box(-1.35, -1.85, 1.35, 0.75), 186, 354, fill=look.hair)
    _face(draw, box, u, look)


def _face(draw: ImageDraw.ImageDraw, box: _Box, u: float, look: _Look) -> None:
    dark = mix(look.skin, (30, 16, 22), 0.85)
    blush = mix(look.skin, (236, 96, 96), 0.16)
    for side in (-1, 1):
        middle = side * 0.48
        draw.ellipse(box(middle - 0.34, 0.28, middle + 0.3, 0.62), fill=blush)
        draw.ellipse(box(middle - 0.13, -0.2, middle + 0.13, 0.12), fill=dark)
        draw.ellipse(box(middle - 0.02, -0.15, middle + 0.07, -0.04), fill=(255, 255, 255))
    width = max(2, round(u * 0.09))
    draw.arc(box(-0.42, 0.3, 0.42, 0.9), 25, 155, fill=dark, width=width)
