"""What PixVerse takes as a picture, and how other pictures become one. Pixel work: runs in a thread.

Pillow is imported when the first picture comes: a bot that only idles does not carry it.
"""

import os
from typing import IO, TYPE_CHECKING, Any

from bot.media.faults import FileTooLarge, MediaFault, Unreadable
from bot.media.ready import ReadyPicture
from bot.media.terms import PictureTerms

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

# A JPEG is shrunk while it is read, line by line; everything else stands in memory whole.
MOST_PIXELS = 50_000_000
MOST_JPEG_PIXELS = 85_000_000
JPEG_QUALITY = 92
GPS_TAG = 0x8825  # the EXIF entry that leads to the place

_PASSED_ON = {
    "JPEG": "image/jpeg",
    "MPO": "image/jpeg",
    "PNG": "image/png",
    "GIF": "image/gif",
    "WEBP": "image/webp",
}
# What people's devices make. Not all that Pillow knows: EPS starts a program, ICO hides sizes.
_READABLE = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "AVIF", "JPEG2000")
# These shrink well as they are; palettes and bitmaps would lose their smooth edges.
_SMOOTH = frozenset({"RGB", "RGBA", "L", "CMYK", "YCbCr"})
_PROFILE_STAYS = frozenset({"RGB", "RGBA", "P"})


def prepare(original: IO[bytes], made: IO[bytes], terms: PictureTerms) -> ReadyPicture:
    """Check a picture and pass it on as it is, or write another one into the empty file `made`.

    What it is, its bytes say. Raises Unreadable, FileTooLarge; OSError only for trouble with this machine's disk.
    """
    try:
        return _prepare(original, made, terms)
    except OSError as error:
        # Pillow calls a broken picture an OSError too, but without the system's error number.
        if error.errno is not None:
            raise
        raise Unreadable(str(error)) from error
    except MediaFault:
        raise
    except Exception as error:
        # Broken files make the decoders fail in every way there is.
        raise Unreadable(f"{type(error).__name__}: {error}") from error


def _prepare(original: IO[bytes], made: IO[bytes], terms: PictureTerms) -> ReadyPicture:
    size = _size(original)
    image = _opened(original)
    content_type = _PASSED_ON.get(image.format or "", "")
    fits = size <= terms.largest and max(image.size) <= terms.longest_side
    if content_type in terms.types and fits and not _moves(image) and not _tells_where(image):
        _read_through(image)
        return ReadyPicture(original, content_type, size)
    return _converted(image, made, terms)


def _opened(file: IO[bytes]) -> "ImageFile":
    from PIL import (  # noqa: F401 (importing a plugin is what makes Pillow know its format)
        AvifImagePlugin,
        Image,
        Jpeg2KImagePlugin,
        TiffImagePlugin,
        UnidentifiedImageError,
        WebPImagePlugin,
    )

    try:
        return Image.open(file, formats=_READABLE)
    except UnidentifiedImageError:
        import pillow_heif

        pillow_heif.register_heif_opener()
        return Image.open(file, formats=("HEIF",))


def _moves(image: "ImageFile") -> bool:
    return image.format in {"GIF", "WEBP"} and bool(getattr(image, "is_animated", False))


def _tells_where(image: "ImageFile") -> bool:
    """Whether the file says where it was taken: such a picture is written anew, without that."""
    from PIL.Image import Exif

    exif = Exif()
    exif.load(image.info.get("exif", b""))
    return GPS_TAG in exif


def _read_through(image: "ImageFile") -> None:
    """Find out cheaply whether the whole picture is there."""
    if image.format == "PNG":
        image.verify()
        return
    width, height = image.size
    image.draft(None, (max(width // 8, 1), max(height // 8, 1)))
    image.load()


def _converted(image: "ImageFile", made: IO[bytes], terms: PictureTerms) -> ReadyPicture:
    _check_pixels(image)
    profile = image.info.get("icc_profile") if image.mode in _PROFILE_STAYS else None
    picture = _upright(image, terms.longest_side)
    if picture.mode == "RGBA":
        content_type, options = "image/png", dict[str, Any](format="PNG", exif=b"")
    else:
        options = {"format": "JPEG", "quality": JPEG_QUALITY, "exif": b""}
        content_type = "image/jpeg"
    picture.save(made, icc_profile=profile, **options)
    size = _size(made)
    if size > terms.largest:
        raise FileTooLarge("still too large after conversion")
    return ReadyPicture(made, content_type, size)


def _check_pixels(image: "ImageFile") -> None:
    by_line = image.format in {"JPEG", "MPO"} and not image.info.get("progressive")
    width, height = image.size
    if width * height > (MOST_JPEG_PIXELS if by_line else MOST_PIXELS):
        raise FileTooLarge(f"{width} x {height} pixels")


def _upright(image: "ImageFile", longest_side: int) -> "Image":
    """The (first) picture in RGB or RGBA, no longer than allowed, turned as it is meant to be seen."""
    from PIL import ImageOps

    picture: Image = image
    if picture.mode not in _SMOOTH:
        picture = _in_colour(picture)
    picture.thumbnail((longest_side, longest_side))
    return _in_colour(ImageOps.exif_transpose(picture))


def _in_colour(image: "Image") -> "Image":
    if image.mode.startswith("I"):
        # 16 bits of grey: Pillow would cut off, not scale.
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if not image.has_transparency_data:
        return image if image.mode == "RGB" else image.convert("RGB")
    clear = image.convert("RGBA")
    lowest, _ = clear.getchannel("A").getextrema()
    return clear if isinstance(lowest, int) and lowest < 255 else clear.convert("RGB")


def _size(file: IO[bytes]) -> int:
    file.flush()
    return os.fstat(file.fileno()).st_size
