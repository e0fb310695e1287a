"""What an effect lets float over a picture: petals, snow, sparks. A loop without a seam."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageDraw

from simulator.film.paint import Colour, Size, glow, hsv

if TYPE_CHECKING:
    from collections.abc import Callable

    Overlay = Callable[[Image.Image, float], None]  # paints on the frame at a turn of 0 to 1
    Sprite = Callable[[int, int, random.Random], Image.Image]

_FINE = 4  # sprites are drawn this much larger and reduced


def overlay(motif: str, size: Size, hue: int, seed: int) -> Overlay:
    if motif in _SCENES:
        return _SCENES[motif](size, hue)
    chance = random.Random(seed)
    sprite, count, rise = _SPRITES[motif]
    pieces = [_piece(sprite, size, hue, chance, rise=rise) for _ in range(count)]

    def paint(frame: Image.Image, turn: float) -> None:
        for piece in pieces:
            piece.put(frame, turn)

    return paint


@dataclass(frozen=True, slots=True)
class _Piece:
    """Falls (or rises) a whole number of times per loop: the last frame meets the first."""

    images: tuple[Image.Image, ...]
    x: float
    y: float
    speed: int
    sway: float
    start: float

    def put(self, frame: Image.Image, turn: float) -> None:
        image = self.images[int(turn * 2 * len(self.images) + self.start * 9) % len(self.images)]
        drift = self.sway * math.sin((turn + self.start) * math.tau)
        room = frame.height + image.height * 2
        down = (self.y + self.speed * turn) % 1 * room - image.height * 1.5
        left = round((self.x + drift) * frame.width - image.width / 2)
        frame.paste(image, (left, round(down)), image)


def _piece(sprite: Sprite, size: Size, hue: int, chance: random.Random, *, rise: bool) -> _Piece:
    side = max(4, round(min(size) * chance.uniform(0.04, 0.12)))
    drawn = sprite(side * _FINE, hue, chance)
    turns = (drawn.rotate(angle, Image.Resampling.BILINEAR) for angle in range(0, 360, 45))
    speed = chance.choice((1, 1, 2))
    return _Piece(
        images=tuple(one.reduce(_FINE) for one in turns),
        x=chance.random(),
        y=chance.random(),
        speed=-speed if rise else speed,
        sway=chance.uniform(0.01, 0.06),
        start=chance.random(),
    )


def _blank(side: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGBA", (side, side), (255, 255, 255, 0))
    return image, ImageDraw.Draw(image)


def _petal(side: int, hue: int, chance: random.Random) -> Image.Image:
    image, draw = _blank(side)
    colour = hsv(hue + chance.uniform(-14, 14), chance.uniform(0.25, 0.5), 1)
    draw.ellipse((side * 0.3, side * 0.08, side * 0.7, side * 0.92), fill=(*colour, 235))
    draw.line((side / 2, side * 0.2, side / 2, side * 0.8), (255, 255, 255, 110), side // 18)
    return image


def _leaf(side: int, hue: int, chance: random.Random) -> Image.Image:
    image, draw = _blank(side)
    colour = hsv(hue - 55 + chance.uniform(0, 70), 0.75, chance.uniform(0.75, 1))
    arc = [(0.5 + 0.27 * math.sin(t / 12 * math.pi), 0.08 + 0.84 * t / 12) for t in range(13)]
    points = arc + [(1 - x, y) for x, y in reversed(arc)]
    draw.polygon([(x * side, y * side) for x, y in points], fill=(*colour, 240))
    draw.line((side / 2, side * 0.15, side / 2, side * 0.95), (60, 40, 20, 120), side // 20)
    return image


def _heart(side: int, hue: int, chance: random.Random) -> Image.Image:
    image, draw = _blank(side)
    colour = hsv(hue + chance.uniform(-14, 20), chance.uniform(0.45, 0.8), 1)
    points = []
    for step in range(40):
        t = step / 40 * math.tau
        x = 16 * math.sin(t) ** 3
        y = 13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t)
        points.append((side * (0.5 + x / 40), side * (0.47 - y / 40)))
    draw.polygon(points, fill=(*colour, 235))
    return image


def _flake(side: int, hue: int, chance: random.Random) -> Image.Image:
    image, draw = _blank(side)
    ice = (*hsv(hue, 0.08, 1), chance.choice((170, 220, 250)))
    for arm in range(6):
        angle = arm * math.tau / 6
        for share, spread in ((0.46, 0.0), (0.32, 0.35), (0.32, -0.35)):
            end = (
                side * (0.5 + share * math.cos(angle + spread)),
                side * (0.5 + share * math.sin(angle + spread)),
            )
            inner = 0.0 if spread == 0 else 0.17
            begin = (
                side * (0.5 + inner * math.cos(angle)),
                side * (0.5 + inner * math.sin(angle)),
            )
            draw.line((*begin, *end), ice, max(2, side // 12))
    return image


def _bubble(side: int, hue: int, chance: random.Random) -> Image.Image:
    image, draw = _blank(side)
    rim = hsv(hue + chance.uniform(-30, 60), 0.3, 1)
    edge = side * 0.06
    box = (edge, edge, side - edge, side - edge)
    draw.ellipse(box, fill=(*rim, 50), outline=(*rim, 215), width=max(2, side // 16))
    draw.arc(
        (side * 0.2, side * 0.2, side * 0.8, side * 0.8), 190, 250, (255, 255, 255, 230), side // 12
    )
    return image


def _paper(side: int, hue: int, chance: random.Random) -> Image.Image:
    image, draw = _blank(side)
    colour = hsv(chance.choice((hue, hue + 70, hue + 180, hue + 260)), 0.7, 1)
    tall = chance.uniform(0.2, 0.5)
    draw.rectangle(
        (side * 0.3, side * (0.5 - tall / 2), side * 0.7, side * (0.5 + tall / 2)), (*colour, 245)
    )
    return image


def _brick(side: int, hue: int, chance: random.Random) -> Image.Image:
    image, draw = _blank(side)
    turn = hue + chance.choice((0, 90, 180, 270))
    face, knob = (*hsv(turn, 0.65, 0.95), 255), (*hsv(turn, 0.5, 1), 255)
    draw.rounded_rectangle(
        (side * 0.15, side * 0.32, side * 0.85, side * 0.82), side // 14, fill=face
    )
    for left in (0.24, 0.56):
        draw.rounded_rectangle(
            (side * left, side * 0.2, side * (left + 0.2), side * 0.36), side // 20, fill=knob
        )
    return image


def _star(side: int, hue: int, chance: random.Random) -> Image.Image:
    image, draw = _blank(side)
    colour = (*hsv(hue + chance.choice((0, 150, 180)), 0.25, 1), 245)
    points = []
    for step in range(8):
        reach = 0.48 if step % 2 == 0 else 0.1
        angle = step / 8 * math.tau
        points.append(
            (side * (0.5 + reach * math.cos(angle)), side * (0.5 + reach * math.sin(angle)))
        )
    draw.polygon(points, fill=colour)
    return image


def _spark(side: int, hue: int, chance: random.Random) -> Image.Image:
    image = Image.new("RGB", (side, side), 0)
    glow(image, (side / 2, side / 2), side / 2, (255, 255, 255))
    light = image.getchannel("R")
    colour: Colour = hsv(hue + chance.uniform(-12, 16), chance.uniform(0.3, 0.8), 1)
    spark = Image.new("RGBA", (side, side), (*colour, 0))
    spark.putalpha(light.point(lambda value: min(255, value * 2)))
    return spark


_SPRITES: dict[str, tuple[Sprite, int, bool]] = {
    "petals": (_petal, 24, False),
    "leaves": (_leaf, 18, False),
    "hearts": (_heart, 16, True),
    "snow": (_flake, 30, False),
    "bubbles": (_bubble, 20, True),
    "confetti": (_paper, 34, False),
    "blocks": (_brick, 14, False),
    "stars": (_star, 22, True),
    "sparks": (_spark, 34, True),
}


def _rays(size: Size, hue: int) -> Overlay:
    """Beams from behind, turning by one beam per loop."""
    beams = 10
    light = hsv(hue, 0.35, 1)
    reach = max(size)

    def paint(frame: Image.Image, turn: float) -> None:
        mask = Image.new("L", size, 0)
        draw = ImageDraw.Draw(mask)
        centre = (size[0] / 2, size[1] * 0.42)
        for beam in range(beams):
            angle = (beam + turn) * math.tau / beams
            wide = math.tau / beams / 4
            far = [
                (centre[0] + reach * math.cos(a), centre[1] + reach * math.sin(a))
                for a in (angle - wide, angle + wide)
            ]
            draw.polygon([centre, *far], fill=70)
        frame.paste(light, (0, 0), mask)

    return paint


def _rings(size: Size, hue: int) -> Overlay:
    """Circles of light that grow outward and fade."""
    count = 4

    def paint(frame: Image.Image, turn: float) -> None:
        mask = Image.new("L", (size[0] * 2, size[1] * 2), 0)
        draw = ImageDraw.Draw(mask)
        for ring in range(count):
            share = (ring + turn) / count
            radius = share * max(size) * 1.1
            box = (
                size[0] - radius, size[1] * 0.9 - radius * 0.75,
                size[0] + radius, size[1] * 0.9 + radius * 0.75,
            )  # fmt: skip
            draw.ellipse(box, outline=round(225 * (1 - share)), width=max(2, min(size) // 26))
        frame.paste(hsv(hue + 20, 0.35, 1), (0, 0), mask.reduce(2))

    return paint


def _waves(size: Size, hue: int) -> Overlay:
    """Bands of colour rolling over the lower third."""

    def paint(frame: Image.Image, turn: float) -> None:
        for band in range(3):
            mask = Image.new("L", size, 0)
            level = size[1] * (0.68 + band * 0.1)
            points = [
                (x, level + size[1] * 0.035 * math.sin((x / size[0] * (1 + band % 2) + turn * (1 if band % 2 else -1)) * math.tau))
                for x in range(0, size[0] + 6, 6)
            ]  # fmt: skip
            ImageDraw.Draw(mask).polygon([*points, (size[0] + 6, size[1]), (0, size[1])], fill=120)
            frame.paste(hsv(hue + band * 24, 0.6, 0.95), (0, 0), mask)

    return paint


def _film_strip(size: Size, hue: int) -> Overlay:
    """Black edges with perforations running by, warm flicker in between."""
    edge = max(10, round(min(size) * 0.09))
    step = edge * 1.5

    def paint(frame: Image.Image, turn: float) -> None:
        warm = Image.new("RGB", size, hsv(38, 0.35, 1))
        frame.paste(Image.blend(frame, ImageChops.multiply(frame, warm), 0.8))
        draw = ImageDraw.Draw(frame)
        for left in (0, size[0] - edge):
            draw.rectangle((left, 0, left + edge, size[1]), (14, 12, 12))
            for hole in range(-1, round(size[1] / step) + 1):
                top = (hole + turn * 2 % 1) * step
                box = (left + edge * 0.28, top, left + edge * 0.72, top + step * 0.55)
                draw.rounded_rectangle(box, edge * 0.12, fill=hsv(hue + 30, 0.12, 0.95))

    return paint


def _passe_partout(size: Size, hue: int) -> Overlay:
    """A picture frame with a light that wanders around it."""
    edge = max(6, round(min(size) * 0.06))

    def paint(frame: Image.Image, turn: float) -> None:
        draw = ImageDraw.Draw(frame)
        width, height = size
        draw.rectangle((0, 0, width - 1, height - 1), outline=hsv(hue, 0.55, 0.5), width=edge)
        inner = (edge, edge, width - 1 - edge, height - 1 - edge)
        draw.rectangle(inner, outline=(250, 246, 236), width=max(2, edge // 2))
        spot = (
            width / 2 + width / 2 * math.cos(turn * math.tau),
            height / 2 + height / 2 * math.sin(turn * math.tau),
        )
        glow(frame, spot, edge * 3, (255, 244, 214))

    return paint


LIGHTS = frozenset({"rays", "rings"})
_SCENES: dict[str, Callable[[Size, int], Overlay]] = {
    "rays": _rays,
    "rings": _rings,
    "waves": _waves,
    "film": _film_strip,
    "frames": _passe_partout,
}
