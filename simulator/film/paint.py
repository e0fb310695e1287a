"""Brushes: colours by hue, gradients, glows, letters. Everything that is drawn starts here."""

from __future__ import annotations

import colorsys
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

Colour = tuple[int, int, int]
Size = tuple[int, int]
Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

WHITE: Colour = (255, 255, 255)
# Letters that the font inside Pillow has; for others a font of the system is tried.
_BUILT_IN_LETTERS = 0x250
_SYSTEM_FONTS = ("NotoSansCJK-Regular.ttc", "DejaVuSans.ttf", "Arial Unicode.ttf", "arial.ttf")


def hsv(hue: float, saturation: float, value: float) -> Colour:
    red, green, blue = colorsys.hsv_to_rgb(hue % 360 / 360, saturation, value)
    return round(red * 255), round(green * 255), round(blue * 255)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def gradient(size: Size, *stops: Colour) -> Image.Image:
    """Top to bottom, smooth between the stops."""
    column = Image.new("RGB", (1, len(stops)))
    column.putdata(stops)
    # One row more on either side keeps the outermost colours full at the edges.
    tall = column.resize((1, size[1]), Image.Resampling.BICUBIC, box=(0, 0, 1, len(stops)))
    return tall.resize(size)


@lru_cache(maxsize=64)
def disc_mask(diameter: int, strength: int = 255) -> Image.Image:
    """A soft round light: full in the middle, nothing at the rim."""
    return (
        Image.radial_gradient("L")
        .resize((diameter, diameter))
        .point(lambda value: max(0, round((1 - value / 181) ** 2 * strength)) if value < 181 else 0)
    )


def glow(image: Image.Image, centre: tuple[float, float], radius: float, colour: Colour) -> None:
    diameter = max(2, round(radius * 2))
    corner = (round(centre[0] - radius), round(centre[1] - radius))
    image.paste(colour, (*corner, corner[0] + diameter, corner[1] + diameter), disc_mask(diameter))


@lru_cache(maxsize=64)
def font(size: int, *, foreign: bool = False) -> Font:
    for name in _SYSTEM_FONTS if foreign else ():
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            continue
    return ImageFont.load_default(size)


def readable(text: str) -> str:
    """What can be drawn: pictographs have no letters in any font used here."""
    kept = "".join(one for one in text if ord(one) < 0x1F000 and one.isprintable())
    return " ".join(kept.split())


def font_for(text: str, size: int) -> Font:
    return font(size, foreign=any(ord(one) > _BUILT_IN_LETTERS for one in text))


def wrap(text: str, size: int, width: int, lines: int) -> list[str]:
    """At most so many lines; what does not fit is replaced by an ellipsis."""
    letters = font_for(text, size)
    rows = [""]
    for word in text.split():
        longer = f"{rows[-1]} {word}".strip()
        if letters.getlength(longer) <= width:
            rows[-1] = longer
        elif len(rows) == lines:
            rows[-1] = _fit(rows[-1] + "…", letters, width)
            break
        else:
            rows.append(word)
    return [_fit(row, letters, width) for row in rows if row]


def _fit(text: str, letters: Font, width: int) -> str:
    while len(text) > 1 and letters.getlength(text) > width:
        text = text[:-2].rstrip() + "…"
    return text


def caption(size: Size, text: str, badge: str) -> Image.Image:
    """A transparent layer: words at the foot on a soft shade, a small label in a corner."""
    layer = Image.new("RGBA", size, (0, 0, 0, 0))
    width, height = size
    letters = max(11, round(min(size) / 13))
    words = readable(text)
    rows = wrap(words, letters, width - letters * 2, 2) if words else []
    if rows:
        _shade(layer, round(letters * (1.5 * len(rows) + 2.2)))
    draw = ImageDraw.Draw(layer)
    top = height - round(letters * (1.35 * len(rows) + 0.8))
    for number, row in enumerate(rows):
        spot = (width / 2, top + number * letters * 1.35)
        draw.text(spot, row, WHITE, font_for(words, letters), anchor="ma")
    if badge:
        _label(draw, badge, max(9, round(letters * 0.72)), width)
    return layer


def _shade(layer: Image.Image, height: int) -> None:
    mask = Image.linear_gradient("L").resize((layer.width, height)).point(lambda v: v * 7 // 10)
    layer.paste((8, 6, 20), (0, layer.height - height), mask)
    layer.putalpha(_lower(layer.size, mask))


def _lower(size: Size, mask: Image.Image) -> Image.Image:
    alpha = Image.new("L", size, 0)
    alpha.paste(mask, (0, size[1] - mask.height))
    return alpha


def _label(draw: ImageDraw.ImageDraw, text: str, size: int, edge: int) -> None:
    """At the top right: players show the length at the top left."""
    letters = font(size)
    width = letters.getlength(text) + size * 1.2
    top = size * 0.8
    left = edge - top - width
    box = (left, top, left + width, top + size * 1.8)
    draw.rounded_rectangle(box, size * 0.9, fill=(10, 8, 24, 130))
    draw.text((left + size * 0.6, top + size * 0.9), text, (255, 255, 255, 220), letters, "lm")
