"""What becomes of a picture, by its bytes: passed on, converted, or refused."""

import io
import struct
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import IO, Any

import pillow_heif
import pytest
from PIL import Image, ImageDraw

from bot.media import pictures
from bot.media.faults import MediaFault
from bot.media.ready import ReadyPicture
from bot.media.terms import PictureTerms

pillow_heif.register_heif_opener()


@pytest.fixture
def files() -> Iterator[Callable[[bytes], tuple[IO[bytes], IO[bytes]]]]:
    with ExitStack() as opened:

        def put(content: bytes) -> tuple[IO[bytes], IO[bytes]]:
            original = opened.enter_context(tempfile.TemporaryFile())
            original.write(content)
            return original, opened.enter_context(tempfile.TemporaryFile())

        yield put


USUAL = PictureTerms()
Files = Callable[[bytes], tuple[IO[bytes], IO[bytes]]]


def prepare(original: IO[bytes], made: IO[bytes], terms: PictureTerms = USUAL) -> ReadyPicture:
    return pictures.prepare(original, made, terms)


def drawn(size: tuple[int, int] = (64, 48), mode: str = "RGB") -> Image.Image:
    image = Image.new("RGB", size, "navy")
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 2, size[1] // 2), fill="orange")
    return image.convert(mode)


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def read(prepared: ReadyPicture) -> bytes:
    prepared.file.seek(0)
    content = prepared.file.read()
    assert len(content) == prepared.size
    return content


def shown(prepared: ReadyPicture) -> Image.Image:
    return Image.open(io.BytesIO(read(prepared)))


@pytest.mark.parametrize(
    ("kind", "content_type"),
    [
        ("JPEG", "image/jpeg"),
        ("PNG", "image/png"),
        ("WEBP", "image/webp"),
        ("GIF", "image/gif"),
    ],
)
def test_what_pixverse_takes_is_passed_on_byte_for_byte(
    files: Files, kind: str, content_type: str
) -> None:
    content = encoded(drawn(), kind)
    prepared = prepare(*files(content))
    assert prepared.content_type == content_type
    assert read(prepared) == content


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_grey_and_print_colours_are_passed_on(files: Files, mode: str) -> None:
    content = encoded(drawn(mode=mode), "JPEG")
    assert read(prepare(*files(content))) == content


def test_a_photo_with_a_second_one_inside_is_a_jpeg(files: Files) -> None:
    content = encoded(drawn(), "MPO", save_all=True, append_images=[drawn((32, 24))])
    prepared = prepare(*files(content))
    assert (prepared.content_type, read(prepared)) == ("image/jpeg", content)


@pytest.mark.parametrize("kind", ["BMP", "TIFF", "AVIF", "HEIF", "JPEG2000"])
def test_other_formats_become_jpeg(files: Files, kind: str) -> None:
    prepared = prepare(*files(encoded(drawn(), kind)))
    image = shown(prepared)
    assert (prepared.content_type, image.format, image.size) == ("image/jpeg", "JPEG", (64, 48))
    red, _, blue = image.convert("RGB").getpixel((60, 44))  # type: ignore[misc]
    assert blue > 90
    assert red < 40


@pytest.mark.parametrize("kind", ["TIFF", "AVIF", "HEIF"])
def test_transparency_stays(files: Files, kind: str) -> None:
    image = drawn(mode="RGBA")
    image.putalpha(100)
    prepared = prepare(*files(encoded(image, kind)))
    assert prepared.content_type == "image/png"
    assert shown(prepared).mode == "RGBA"


def test_an_alpha_channel_that_hides_nothing_is_no_transparency(files: Files) -> None:
    prepared = prepare(*files(encoded(drawn(mode="RGBA"), "TIFF")))
    assert prepared.content_type == "image/jpeg"


@pytest.mark.parametrize("kind", ["GIF", "WEBP"])
def test_of_an_animation_the_first_picture_is_taken(files: Files, kind: str) -> None:
    later = Image.new("RGB", (64, 48), "white")
    content = encoded(drawn(), kind, save_all=True, append_images=[later], duration=100)
    prepared = prepare(*files(content))
    assert prepared.content_type == "image/jpeg"
    red, _, blue = shown(prepared).convert("RGB").getpixel((60, 44))  # type: ignore[misc]
    assert blue > 90
    assert red < 60


def test_sixteen_bits_of_grey_keep_their_shades(files: Files) -> None:
    image = Image.new("I;16", (64, 48), 0x8000)
    prepared = prepare(*files(encoded(image, "TIFF")))
    assert shown(prepared).convert("L").getpixel((5, 5)) == pytest.approx(0x80, abs=2)


@pytest.mark.parametrize(
    ("kind", "size", "expected"),
    [
        ("JPEG", (6000, 300), (4000, 200)),
        ("PNG", (500, 5000), (400, 4000)),
        ("JPEG", (8200, 8200), (4000, 4000)),
    ],
)
def test_a_long_side_is_scaled_down(
    files: Files, kind: str, size: tuple[int, int], expected: tuple[int, int]
) -> None:
    prepared = prepare(*files(encoded(drawn(size), kind)))
    assert (prepared.content_type, shown(prepared).size) == ("image/jpeg", expected)


def test_a_converted_picture_stands_upright_and_does_not_say_where_it_was_taken(
    files: Files,
) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter
    exif.get_ifd(0x8825)[1] = "N"
    prepared = prepare(*files(encoded(drawn((4200, 100)), "JPEG", exif=exif)))
    image = shown(prepared)
    assert image.size == (95, 4000)
    assert not image.getexif()
    assert b"Exif" not in read(prepared)


def test_a_photo_that_says_where_it_was_taken_goes_on_without_that(files: Files) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    original = encoded(drawn((640, 480)), "JPEG", exif=exif)
    assert b"Exif" in original
    prepared = prepare(*files(original))
    assert shown(prepared).size == (640, 480)
    assert b"Exif" not in read(prepared)


def test_a_file_that_is_too_heavy_is_made_lighter(files: Files) -> None:
    content = encoded(drawn((200, 200)), "JPEG") + b"\0" * USUAL.largest
    prepared = prepare(*files(content))
    assert prepared.content_type == "image/jpeg"
    assert prepared.size < 20_000


def png(width: int, height: int, data: bytes = b"") -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )


def half(kind: str) -> bytes:
    content = encoded(drawn((640, 480)), kind)
    return content[: len(content) // 2]


BROKEN = {
    "empty": b"",
    "text": b"this is no picture",
    "html": b"<html>502 Bad Gateway</html>",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "pdf": b"%PDF-1.7\n",
    "postscript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    "video": b"\0\0\0\x20ftypisom\0\0\2\0isomiso2avc1mp41",
    "half a jpeg": half("JPEG"),
    "half a png": half("PNG"),
    "half a webp": half("WEBP"),
    "half a heic": half("HEIF"),
    "half a tiff": half("TIFF"),
    "only a beginning": b"\xff\xd8\xff\xe0",
    "only a signature": b"\x89PNG\r\n\x1a\n",
    "decompression bomb": png(60_000, 60_000, zlib.compress(b"\0" * 1000)),
    "too many pixels": encoded(Image.new("1", (9_000, 9_000)), "PNG"),
    "damaged png": png(60, 60, zlib.compress(b"\0" * 60 * 181)).replace(b"IDAT", b"IDAT\1", 1),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_what_cannot_be_read_is_refused(files: Files, content: bytes) -> None:
    with pytest.raises(MediaFault):
        prepare(*files(content))


def test_a_full_disk_is_not_the_pictures_fault(files: Files) -> None:
    original, _ = files(encoded(drawn(), "BMP"))
    with open("/dev/full", "wb") as full, pytest.raises(OSError, match="space"):  # noqa: PTH123
        prepare(original, full)


def test_what_a_provider_does_not_take_is_written_anew(files: Files) -> None:
    terms = PictureTerms(longest_side=100, types=frozenset({"image/jpeg", "image/png"}))
    still = prepare(*files(encoded(drawn(), "GIF")), terms)
    assert (still.content_type, shown(still).size) == ("image/jpeg", (64, 48))
    wide = prepare(*files(encoded(drawn((300, 60)), "PNG")), terms)
    assert shown(wide).size == (100, 20)
