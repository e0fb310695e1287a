"""Who and what was found in a video is marked where it is, whatever the provider's pictures are like."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from handlers.chat.parts_picture import COLOURS, LONGEST_SIDE, NoPicture, draw_parts

GREY = (90, 96, 110)
SIZE = (640, 360)


def file(image: Image.Image) -> BytesIO:
    target = BytesIO()
    image.save(target, "PNG")
    target.seek(0)
    return target


def mask(box: tuple[int, int, int, int], *, inverted: bool = False) -> Image.Image:
    ground, thing = (255, 0) if inverted else (0, 255)
    image = Image.new("L", (160, 90), ground)
    ImageDraw.Draw(image).rectangle(box, fill=thing)
    return image


def drawn(frame: Image.Image, *masks: Image.Image | None) -> Image.Image:
    files = [None if one is None else file(one) for one in masks]
    return Image.open(BytesIO(draw_parts(file(frame), files))).convert("RGB")


def is_like(seen: object, colour: str) -> bool:
    assert isinstance(seen, tuple)
    wanted = tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return all(abs(a - b) < 30 for a, b in zip(seen, wanted, strict=True))


def has(picture: Image.Image, colour: str) -> bool:
    return any(is_like(seen, colour) for _, seen in picture.getcolors(10**6) or [])


def test_each_part_has_its_colour_and_number_and_the_rest_stays() -> None:
    picture = drawn(Image.new("RGB", SIZE, GREY), mask((10, 10, 50, 80)), mask((100, 10, 150, 80)))
    assert has(picture, COLOURS[0])
    assert has(picture, COLOURS[1])
    corner, marked = picture.getpixel((620, 350)), picture.getpixel((60, 60))
    assert is_like(corner, "#5a606e")
    assert not is_like(marked, "#5a606e")


def test_the_background_gets_a_number_beside_what_stands_before_it() -> None:
    picture = drawn(Image.new("RGB", SIZE, GREY), mask((60, 20, 100, 70), inverted=True))
    assert has(picture, COLOURS[0]), "the number"
    assert is_like(picture.getpixel((620, 350)), "#5a606e"), "no veil over everything"
    assert is_like(picture.getpixel((320, 180)), "#5a606e"), "it stands on nothing else"


def test_a_cut_out_is_a_mask_and_a_part_without_one_is_only_named() -> None:
    cut_out = Image.new("RGBA", (160, 90), (0, 0, 0, 0))
    ImageDraw.Draw(cut_out).rectangle((10, 10, 60, 80), fill=(20, 20, 20, 255))
    picture = drawn(Image.new("RGB", SIZE, GREY), None, cut_out)
    assert not has(picture, COLOURS[0])
    assert has(picture, COLOURS[1])


def test_an_empty_mask_marks_nothing_and_a_large_frame_gets_smaller() -> None:
    picture = drawn(Image.new("RGB", (3840, 2160), GREY), Image.new("L", (160, 90), 0))
    assert max(picture.size) == LONGEST_SIDE
    assert not has(picture, COLOURS[0])


@pytest.mark.parametrize("content", [b"", b"<html>", b"\x89PNG\r\n\x1a\nbroken"])
def test_what_is_no_picture_is_said(content: bytes) -> None:
    with pytest.raises(NoPicture):
        draw_parts(BytesIO(content), [])
