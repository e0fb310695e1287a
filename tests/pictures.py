"""Real pictures for tests."""

import io

import pillow_heif
from PIL import Image, ImageDraw


def picture(
    colour: str = "teal", *, size: tuple[int, int] = (640, 480), form: str = "JPEG"
) -> bytes:
    """A small real picture, different for each colour."""
    image = Image.new("RGB", size, colour)
    ImageDraw.Draw(image).ellipse((40, 40, size[0] - 40, size[1] - 40), outline="white", width=8)
    file = io.BytesIO()
    image.save(file, form)
    return file.getvalue()


def heic(colour: str = "teal", *, size: tuple[int, int] = (640, 480)) -> bytes:
    """A picture as phones save it."""
    file = io.BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", size, colour)).save(file, format="HEIF")
    return file.getvalue()
