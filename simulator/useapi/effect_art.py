"""Previews of the effects: a figure in the effect's colours with its motif in motion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from simulator.useapi import film, motifs
from simulator.useapi.paint import Colour, Size, caption, glow, gradient, hsv

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.useapi.effects import Effect

THUMBNAIL: Size = (360, 480)
PREVIEW: Size = (240, 320)
GIF: Size = (168, 224)
GIF_FRAMES = 12
GIF_MILLISECONDS = 120
_PREVIEW_SECONDS = 3


def thumbnail(effect: Effect) -> Image.Image:
    return _picture(effect, THUMBNAIL, 0.3)


def gif_frames(effect: Effect) -> list[Image.Image]:
    return list(_loop(effect, GIF, GIF_FRAMES))


def preview_frames(effect: Effect) -> Iterator[Image.Image]:
    return _loop(effect, PREVIEW, _PREVIEW_SECONDS * film.FPS)


def _picture(effect: Effect, size: Size, turn: float) -> Image.Image:
    picture = _stage(effect, size)
    motifs.overlay(effect.motif, size, effect.hue, effect.template_id)(picture, turn)
    words = caption(size, effect.display_name, "")
    picture.paste(words, (0, 0), words)
    return picture


def _loop(effect: Effect, size: Size, count: int) -> Iterator[Image.Image]:
    stage = _stage(effect, size)
    paint = motifs.overlay(effect.motif, size, effect.hue, effect.template_id)
    words = caption(size, effect.display_name, "")
    for number in range(count):
        frame = stage.copy()
        paint(frame, number / count)
        frame.paste(words, (0, 0), words)
        yield frame


def _stage(effect: Effect, size: Size) -> Image.Image:
    """A figure, or two for an effect that takes two pictures, before a lit backdrop."""
    hue = effect.hue
    stage = gradient(size, hsv(hue + 35, 0.6, 0.5), hsv(hue + 12, 0.55, 0.8), hsv(hue, 0.4, 0.95))
    glow(stage, (size[0] / 2, size[1] * 0.4), min(size) * 0.8, hsv(hue + 30, 0.25, 1))
    tall = size[1]
    skin = (hsv(24, 0.42, 0.85), hsv(22, 0.55, 0.6), hsv(28, 0.3, 0.96))
    tone = effect.template_id % len(skin)
    if effect.images == 1:
        _figure(stage, size[0] / 2, tall, 1.0, skin[tone], hsv(hue + 200, 0.55, 0.5))
    else:
        other = skin[(tone + 1) % len(skin)]
        _figure(stage, size[0] * 0.69, tall, 0.8, other, hsv(hue + 150, 0.5, 0.5))
        _figure(stage, size[0] * 0.31, tall, 0.82, skin[tone], hsv(hue + 220, 0.55, 0.45))
    return stage


def _figure(
    stage: Image.Image, middle: float, tall: int, scale: float, skin: Colour, coat: Colour
) -> None:
    fine = 3
    layer = Image.new("RGBA", (stage.width * fine, stage.height * fine), (*coat, 0))
    draw = ImageDraw.Draw(layer)
    x, unit = middle * fine, tall * fine * scale / 10
    head = tall * fine * (0.42 if scale == 1 else 0.48)
    hair = tuple(round(part * 0.45) for part in coat)
    draw.ellipse((x - unit * 1.5, head - unit * 1.95, x + unit * 1.5, head + unit * 1.5), fill=hair)
    draw.rounded_rectangle(
        (x - unit * 0.55, head + unit * 0.6, x + unit * 0.55, head + unit * 2.4),
        unit * 0.4,
        fill=skin,
    )
    draw.rounded_rectangle(
        (x - unit * 2.5, head + unit * 1.9, x + unit * 2.5, head + unit * 9), unit * 1.6, fill=coat
    )
    draw.ellipse(
        (x - unit * 1.15, head - unit * 1.35, x + unit * 1.15, head + unit * 1.4), fill=skin
    )
    draw.chord(
        (x - unit * 1.3, head - unit * 1.75, x + unit * 1.3, head + unit * 0.4), 180, 360, fill=hair
    )
    figure = layer.reduce(fine)
    stage.paste(figure, (0, 0), figure)
