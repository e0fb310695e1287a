"""The ways in which pictures move: zooming, floating, one after the other, covered, dancing, speaking."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageOps

from simulator.film.paint import WHITE, Colour, Size, gradient, hsv

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from simulator.film.motifs import Overlay

    Shot = Callable[[float], Image.Image]  # the picture at a moment of 0 to 1

_ZOOM = 0.22
_OVERSIZE = 1.35  # pictures are kept this much larger than the frame, to stay sharp when near
_MOST_IN_A_ROW = 4
_BARS = 9
_STEPS_A_SECOND = 2  # of somebody who dances


def pictures(given: Sequence[Image.Image], size: Size) -> Shot:
    """One after the other, each nearer and nearer, dissolving into the next."""
    large = (round(size[0] * _OVERSIZE), round(size[1] * _OVERSIZE))
    fitted = [ImageOps.fit(one, large, Image.Resampling.LANCZOS) for one in given]

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


def cards(given: Sequence[Image.Image], size: Size, seed: int) -> Shot:
    """Side by side, in two rows when they are many, floating over one ground."""
    hue = seed % 360
    ground = gradient(size, hsv(hue, 0.6, 0.35), hsv(hue + 40, 0.5, 0.75), hsv(hue + 70, 0.3, 1))
    rows = 1 if len(given) <= _MOST_IN_A_ROW else 2
    columns = -(-len(given) // rows)
    room = (size[0] / columns, size[1] * 0.84 / rows)
    side = round(min(room[0] * 0.86, room[1] * 0.74))
    framed = [
        ImageOps.expand(ImageOps.fit(one, (side, side)), max(2, side // 30), "white")
        for one in given
    ]

    def at(moment: float) -> Image.Image:
        frame = ground.copy()
        for number, card in enumerate(framed):
            row, column = divmod(number, columns)
            lift = math.sin((moment * 2 + number / 3) * math.tau) * size[1] * 0.03
            left = round(room[0] * (column + 0.5) - card.width / 2)
            frame.paste(card, (left, round(room[1] * (row + 0.5) - card.height / 2 + lift)))
        return frame

    return at


def then(first: Shot, second: Shot, share: float) -> Shot:
    """The first for its share of the time, then the second."""

    def at(moment: float) -> Image.Image:
        if moment < share:
            return first(moment / share)
        return second((moment - share) / (1 - share))

    return at


def cuts(takes: Sequence[Shot]) -> Shot:
    """One after the other, each for as long."""
    shot = takes[0]
    for number, take in enumerate(takes[1:], 1):
        shot = then(shot, take, number / (number + 1))
    return shot


def covered(shot: Shot, overlay: Overlay, turns: float) -> Shot:
    """With something in front of it that comes round so many times."""

    def at(moment: float) -> Image.Image:
        picture = shot(moment)
        overlay(picture, moment * turns % 1)
        return picture

    return at


def tinted(shot: Shot, size: Size, colour: Colour) -> Shot:
    tint = Image.new("RGB", size, colour)
    return lambda moment: Image.blend(shot(moment), tint, 0.3)


def dancing(picture: Image.Image, size: Size, seconds: int) -> Shot:
    """Leaning left and right in time."""
    large = ImageOps.fit(picture, (round(size[0] * _OVERSIZE), round(size[1] * _OVERSIZE)))
    left, top = (large.width - size[0]) // 2, (large.height - size[1]) // 2

    def at(moment: float) -> Image.Image:
        beat = math.sin(moment * seconds * _STEPS_A_SECOND * math.pi)
        leaning = large.rotate(7 * beat, Image.Resampling.BILINEAR)
        drop = round(top * 0.6 * abs(beat))
        right = left + round(left * 0.5 * beat)
        return leaning.crop((right, top - drop, right + size[0], top - drop + size[1]))

    return at


def speaking(shot: Shot, size: Size, seconds: int) -> Shot:
    """With bars that rise and fall as those of a sound do."""
    wide = size[0] / 40

    def at(moment: float) -> Image.Image:
        picture = shot(moment)
        draw = ImageDraw.Draw(picture)
        for bar in range(_BARS):
            loud = abs(math.sin(moment * seconds * 5 + bar * 1.9) * math.sin(bar * 0.4 + 0.3))
            tall = size[1] * (0.02 + 0.1 * loud)
            middle = size[0] / 2 + (bar - _BARS // 2) * wide * 1.6
            box = (middle - wide / 2, size[1] * 0.66 - tall, middle + wide / 2, size[1] * 0.66)
            draw.rounded_rectangle(box, wide / 2, fill=WHITE)
        return picture

    return at
