"""The picture of the numbers: it is drawn whatever they are, and nothing runs over the edge of a sheet."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageColor

from handlers.chat.chart import HEIGHT, MARGIN, PAPER, SHEET, WIDTH, draw, nice, short
from handlers.chat.texts import Languages
from jobs.lifecycle import State
from jobs.numbers import JobFact, Numbers, numbers_of

TEXTS = Languages().pick("en")
LAST = date(2026, 11, 22)


def numbers(days: int, per_day: int, price: int = 30, waited: float = 20.0) -> Numbers:
    dates = [LAST - timedelta(days=back) for back in reversed(range(days))]
    facts = [
        JobFact(day, 1, "text", state, price, waited * index, 40.0)
        for day in dates
        for index in range(per_day)
        for state in (State.DELIVERED, State.FAILED)
    ]
    return numbers_of(facts, dates, newcomers=0, left=None, stars=0)


@pytest.mark.parametrize(
    "found",
    [
        numbers(1, 0),
        numbers(7, 0),
        numbers(1, 3),
        numbers(7, 1),
        numbers(30, 5),
        numbers(30, 3, price=999_999_999, waited=10_000_000.0),
    ],
    ids=["nothing today", "nothing", "today", "a week", "a month", "huge"],
)
def test_whatever_the_numbers_are_the_picture_stays_within_its_sheets(found: Numbers) -> None:
    with Image.open(BytesIO(draw(found, TEXTS))) as image:
        assert image.size == (WIDTH, HEIGHT)
        for x in (MARGIN - 4, WIDTH - MARGIN + 3):
            column = {image.getpixel((x, y)) for y in range(HEIGHT)}
            assert column == {ImageColor.getrgb(PAPER)}, "beside the sheets there is paper alone"
        edge = {image.getpixel((WIDTH - MARGIN - 6, y)) for y in range(200, HEIGHT)}
        assert edge <= {ImageColor.getrgb(colour) for colour in (SHEET, PAPER)}


@given(st.integers(0, 10**12))
def test_the_highest_line_is_above_everything_and_has_a_whole_half(highest: int) -> None:
    assert nice(highest) >= highest
    assert nice(highest) % 2 == 0
    assert nice(highest) <= max(2 * highest, 2) + 2


@pytest.mark.parametrize(
    ("number", "written"),
    [(0, "0"), (950, "950"), (1000, "1k"), (1234, "1.2k"), (35_400, "35k"), (4_000_000, "4M")],
)
def test_numbers_have_room_beside_the_bars(number: int, written: str) -> None:
    assert short(number) == written
