"""The frame of a video with who and what was found in it, each in a colour and with its number."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from PIL.Image import Image

COLOURS = ("#f43f5e", "#0ea5e9", "#f59e0b", "#22c55e", "#a855f7", "#14b8a6")
LONGEST_SIDE = 1280
VEIL = 0.45  # how much of the colour lies over what was found
MOST_PIXELS = 40_000_000
GRID = 64  # how finely a place for a number is looked for


class NoPicture(Exception):
    """What the provider gave is no picture that can be read."""


def draw_parts(frame: BinaryIO, masks: Sequence[BinaryIO | None]) -> bytes:
    """A JPEG. A part without a mask is not marked. Slow: call it on a thread. Raises NoPicture."""
    from PIL import Image, UnidentifiedImageError  # the bot does without it until somebody swaps

    try:
        picture = _opened(frame).convert("RGB")
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        shapes = [None if mask is None else _shape(_opened(mask), picture.size) for mask in masks]
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise NoPicture from error
    for number, shape in enumerate(shapes):
        if shape is not None and not _is_ground(shape):
            _tint(picture, shape, COLOURS[number % len(COLOURS)])
    for number, shape in enumerate(shapes, start=1):
        if shape is not None and (place := _deep_inside(shape)):
            _number(picture, number, place)
    file = BytesIO()
    picture.save(file, "JPEG", quality=88)
    return file.getvalue()


def _opened(file: BinaryIO) -> "Image":
    from PIL import Image

    image = Image.open(file)
    if image.width * image.height > MOST_PIXELS:
        raise ValueError("a picture that large is none that we asked for")
    image.load()
    return image


def _shape(mask: "Image", size: tuple[int, int]) -> "Image":
    """White where the part is: what is not transparent, where the mask has holes, else what is bright."""
    cut_out = mask.getchannel("A") if mask.mode in ("RGBA", "LA") else None
    has_holes = cut_out is not None and cut_out.getextrema()[0] == 0
    shape = cut_out if cut_out is not None and has_holes else mask.convert("L")
    return shape.resize(size).point(_clearly)


def _is_ground(shape: "Image") -> bool:
    """Most of the picture: a colour over that would hide more than it shows."""
    return bool(shape.resize((32, 32)).histogram()[255] > 32 * 32 // 2)


def _deep_inside(shape: "Image") -> tuple[int, int] | None:
    """A place that is in the shape for sure, far from its edge; None where there is no shape."""
    from PIL import ImageFilter, ImageOps

    small = ImageOps.expand(shape.resize((GRID, GRID)).point(_clearly), border=1)
    left, box = small, small.getbbox()
    while box is not None:
        small, left = small.filter(ImageFilter.MinFilter(3)), small
        box = small.getbbox()
    place = left.tobytes().find(255)
    if place < 0:
        return None
    y, x = divmod(place, left.width)
    return (x - 1) * shape.width // GRID, (y - 1) * shape.height // GRID


def _clearly(light: int) -> int:
    return 255 if light > 127 else 0


def _tint(picture: "Image", shape: "Image", colour: str) -> None:
    from PIL import Image

    veil = Image.new("RGB", picture.size, colour)
    picture.paste(Image.blend(picture, veil, VEIL), (0, 0), shape)


def _number(picture: "Image", number: int, at: tuple[int, int]) -> None:
    from PIL import ImageDraw, ImageFont

    size = max(picture.size) // 24
    pen, (x, y) = ImageDraw.Draw(picture), at
    colour = COLOURS[(number - 1) % len(COLOURS)]
    pen.ellipse((x - size, y - size, x + size, y + size), fill=colour, outline="white", width=3)
    pen.text((x, y), str(number), "white", ImageFont.load_default(size), anchor="mm")
