"""Backgrounds for videos made from words alone: what the prompt speaks of, in slow motion."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from simulator.film.paint import Colour, Size, glow, gradient, hsv, mix

if TYPE_CHECKING:
    from collections.abc import Callable

    Background = Callable[[float], Image.Image]  # a moment from 0 to 1, seen as a picture

_WORDS = {
    "sea": "sea ocean wave beach boat ship fish whale water river lake surf море океан волна",
    "night": "night star space moon galaxy planet rocket astronaut dark dream ночь космос звезда",
    "city": "city street car robot neon cyber tower building rain town train город улица робот",
    "hills": "mountain forest tree hill field sun sunset horse dragon fox cat dog лес гора кот",
}


def background(size: Size, words: str, seed: int) -> Background:
    painters = {"sea": _sea, "night": _night, "city": _city, "hills": _hills, "lights": _lights}
    chance = random.Random(seed)
    named = [
        name for name, keys in _WORDS.items() if any(key in words.lower() for key in keys.split())
    ]
    return painters[named[0] if named else chance.choice(list(painters))](size, chance)


@dataclass(frozen=True, slots=True)
class _Layer:
    """A strip wider than the frame that slides by `travel` widths during the video."""

    strip: Image.Image
    top: int
    travel: float
    sway: float = 0

    def put(self, frame: Image.Image, moment: float) -> None:
        room = self.strip.width - frame.width
        left = -round(room * (0.1 + self.travel * moment))
        drop = round(self.sway * math.sin(moment * math.tau * 2))
        frame.paste(self.strip, (left, self.top + drop), self.strip)


def _ridge(
    size: Size, colour: Colour, height: float, rough: float, chance: random.Random
) -> Image.Image:
    """A band with a wavy upper edge, drawn at double size for smooth edges."""
    width, tall = size[0] * 2 * 2, round(size[1] * height) * 2
    band = Image.new("RGBA", (width, tall), (*colour, 0))
    turns = [(chance.uniform(0.7, 1.3) * n, chance.uniform(0, 6.3), 0.6 / n) for n in (2, 5, 11)]

    def edge(x: int) -> float:
        angle = x / width * math.tau
        swell = sum(share * math.sin(turn * angle + start) for turn, start, share in turns)
        return tall * rough * (0.5 + 0.4 * swell)

    points = [(x, edge(x)) for x in range(0, width + 8, 8)]
    ImageDraw.Draw(band).polygon([*points, (width, tall), (0, tall)], fill=(*colour, 255))
    return band.reduce(2)


def _hills(size: Size, chance: random.Random) -> Background:
    hue = chance.choice((18, 330, 265, 200, 40))
    top, low = hsv(hue + 215, 0.55, 0.45), hsv(hue, 0.55, 1)
    sky = gradient(size, top, mix(top, low, 0.6), low, hsv(hue + 20, 0.35, 1))
    far, near = mix(low, hsv(hue + 230, 0.5, 0.4), 0.45), hsv(hue + 225, 0.65, 0.16)
    layers = [
        _Layer(
            _ridge(size, mix(far, near, step / 3), 0.52 - step * 0.07, 0.75, chance),
            round(size[1] * (0.48 + step * 0.13)),
            0.1 + 0.2 * step,
        )
        for step in range(4)
    ]
    sun = hsv(hue + 35, 0.25, 1)
    radius = min(size) * 0.42

    def at(moment: float) -> Image.Image:
        frame = sky.copy()
        spot = (size[0] * (0.3 + 0.25 * moment), size[1] * (0.42 - 0.08 * moment))
        glow(frame, spot, radius * 2, mix(low, sun, 0.5))
        glow(frame, spot, radius * 0.75, (255, 252, 236))
        for layer in layers:
            layer.put(frame, moment)
        return frame

    return at


def _sea(size: Size, chance: random.Random) -> Background:
    hue = chance.choice((200, 188, 222, 350))
    sky = gradient(size, hsv(hue + 10, 0.55, 0.75), hsv(hue - 15, 0.3, 1), hsv(38, 0.3, 1))
    deep = hsv(212, 0.8, 0.35)
    layers = [
        _Layer(
            _ridge(size, mix(hsv(192, 0.55, 0.85), deep, step / 4), 0.55, 0.16, chance),
            round(size[1] * (0.5 + step * 0.1)),
            (0.25 + 0.12 * step) * (1 if step % 2 else -1) + (0 if step % 2 else 0.6),
            2 + step,
        )
        for step in range(5)
    ]

    def at(moment: float) -> Image.Image:
        frame = sky.copy()
        spot = (size[0] * 0.68, size[1] * (0.38 + 0.03 * moment))
        glow(frame, spot, min(size) * 0.75, (255, 226, 178))
        glow(frame, spot, min(size) * 0.27, (255, 250, 232))
        for layer in layers:
            layer.put(frame, moment)
        return frame

    return at


def _night(size: Size, chance: random.Random) -> Background:
    hue = chance.choice((235, 262, 290, 205))
    sky = gradient(size, hsv(hue, 0.8, 0.1), hsv(hue + 8, 0.7, 0.24), hsv(hue + 40, 0.55, 0.46))
    for _ in range(3):
        spot = (chance.uniform(0, size[0]), chance.uniform(0, size[1] * 0.7))
        cloud = sky.copy()
        glow(cloud, spot, min(size) * 0.8, hsv(hue + chance.uniform(20, 80), 0.6, 0.6))
        sky = Image.blend(sky, cloud, 0.55)
    calm, bright = _with_stars(sky, chance), _with_stars(sky, chance)
    ridge = _ridge(size, hsv(hue + 10, 0.7, 0.07), 0.32, 0.7, chance)
    ground = _Layer(ridge, round(size[1] * 0.74), 0.4)

    def at(moment: float) -> Image.Image:
        frame = Image.blend(calm, bright, 0.5 + 0.45 * math.sin(moment * math.tau * 3))
        spot = (size[0] * (0.72 - 0.12 * moment), size[1] * (0.34 - 0.06 * moment))
        glow(frame, spot, min(size) * 0.42, hsv(hue + 20, 0.35, 0.8))
        _moon(frame, spot, min(size) * 0.11)
        _shooting_star(frame, moment)
        ground.put(frame, moment)
        return frame

    return at


def _with_stars(sky: Image.Image, chance: random.Random) -> Image.Image:
    starry = sky.copy()
    for _ in range(110):
        spot = (chance.uniform(0, sky.width), chance.uniform(0, sky.height * 0.8))
        glow(starry, spot, chance.choice((1.4, 1.8, 2.4, 4)), (250, 246, 255))
    return starry


def _moon(frame: Image.Image, centre: tuple[float, float], radius: float) -> None:
    side = round(radius * 2)
    mask = Image.new("L", (side * 4, side * 4), 0)
    ImageDraw.Draw(mask).ellipse((2, 2, side * 4 - 3, side * 4 - 3), fill=255)
    corner = (round(centre[0] - radius), round(centre[1] - radius))
    frame.paste((252, 244, 222), (*corner, corner[0] + side, corner[1] + side), mask.reduce(4))


def _shooting_star(frame: Image.Image, moment: float) -> None:
    flight = moment * 2 % 1 * 4 - 0.8
    if not 0 <= flight <= 1:
        return
    for step in range(14):
        share = flight - step * 0.014
        spot = (frame.width * (0.1 + 0.6 * share), frame.height * (0.08 + 0.3 * share))
        glow(frame, spot, max(1.0, 3.2 - step * 0.18), (255, 250, 235))


def _city(size: Size, chance: random.Random) -> Background:
    hue = chance.choice((300, 275, 255, 330))
    sky = gradient(size, hsv(hue - 40, 0.75, 0.2), hsv(hue, 0.6, 0.5), hsv(hue + 50, 0.55, 0.95))
    layers = []
    for step in range(3):
        colour = mix(hsv(hue, 0.5, 0.5), hsv(hue - 40, 0.7, 0.1), (step + 0.4) / 2.4)
        strip = _skyline(size, colour, chance, lit=step > 0)
        layers.append(_Layer(strip, round(size[1] * (0.26 + step * 0.16)), 0.15 + 0.25 * step))

    def at(moment: float) -> Image.Image:
        frame = sky.copy()
        glow(frame, (size[0] * 0.5, size[1] * 0.62), min(size) * 0.9, hsv(hue + 55, 0.4, 1))
        for layer in layers:
            layer.put(frame, moment)
        return frame

    return at


def _skyline(size: Size, colour: Colour, chance: random.Random, *, lit: bool) -> Image.Image:
    strip = Image.new("RGBA", (size[0] * 2, size[1]), (*colour, 0))
    draw = ImageDraw.Draw(strip)
    unit = max(4, min(size) // 40)
    left = 0
    while left < strip.width:
        width = unit * chance.randrange(4, 9)
        top = round(size[1] * chance.uniform(0.05, 0.42))
        draw.rectangle((left, top, left + width, size[1]), fill=(*colour, 255))
        if lit:
            _windows(draw, (left, top, width), unit, size[1], chance)
        left += width + unit * chance.choice((0, 0, 1))
    return strip


def _windows(
    draw: ImageDraw.ImageDraw,
    house: tuple[int, int, int],
    unit: int,
    bottom: int,
    chance: random.Random,
) -> None:
    left, top, width = house
    for y in range(top + unit, bottom, unit * 2):
        for x in range(left + unit, left + width - unit, unit * 2):
            if chance.random() < 0.4:
                warm = chance.choice(((255, 222, 150), (255, 190, 120), (190, 230, 255)))
                draw.rectangle((x, y, x + unit - 2, y + unit - 1), fill=(*warm, 235))


def _lights(size: Size, chance: random.Random) -> Background:
    hue = chance.uniform(0, 360)
    base = gradient(size, hsv(hue, 0.75, 0.35), hsv(hue + 35, 0.65, 0.6), hsv(hue + 75, 0.6, 0.75))
    spots = [
        (
            chance.random(),
            chance.random(),
            chance.uniform(0.12, 0.4) * min(size),
            chance.uniform(0, math.tau),
            hsv(hue + chance.uniform(-20, 110), 0.45, 1),
        )
        for _ in range(14)
    ]

    def at(moment: float) -> Image.Image:
        bright = base.copy()
        for x, y, radius, start, colour in spots:
            turn = moment * math.tau + start
            spot = (size[0] * (x + 0.08 * math.sin(turn)), size[1] * (y + 0.1 * math.cos(turn)))
            glow(bright, spot, radius, colour)
        return Image.blend(base, bright, 0.7)

    return at
