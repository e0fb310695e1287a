"""The picture of the numbers: it is drawn whatever they are, and nothing runs over the edge of a sheet."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageColor

from handlers.chat.chart import bars, nice, panels, short, totals
from handlers.chat.chart_drawing import HEADER, HEIGHT, MARGIN, PAPER, SHEET, WIDTH, draw
from handlers.chat.texts import Languages
from jobs.admin.numbers import JobFact, Numbers, numbers_of
from jobs.lifecycle import State

TEXTS = Languages().pick("en")
LAST = date(2026, 11, 22)
MODES = ["transition", "fusion", "motion", "parts", "frames"]  # those with the longest names


def numbers(
    days: int, per_day: int, price: int = 30, waited: float = 20.0, left: int | None = None
) -> Numbers:
    dates = [LAST - timedelta(days=back) for back in reversed(range(days))]
    facts = [
        JobFact(
            day=day,
            hour=9 + index,
            person=1,
            mode=MODES[index % len(MODES)],
            state=state,
            price=price,
            cost=price // 2,
            waited=waited * index,
            took=40.0 + waited,
        )
        for day in dates
        for index in range(per_day)
        for state in (State.DELIVERED, State.FAILED)
    ]
    return numbers_of(facts, dates, newcomers=12, left=left, stars=2 * price)


@pytest.mark.parametrize(
    "found",
    [
        numbers(1, 0),
        numbers(7, 0),
        numbers(1, 3),
        numbers(7, 1),
        numbers(30, 5),
        numbers(30, 5, price=999_999_999, waited=10_000_000.0, left=10**12),
    ],
    ids=["nothing today", "nothing", "today", "a week", "a month", "huge"],
)
def test_whatever_the_numbers_are_the_picture_stays_within_its_sheets(found: Numbers) -> None:
    with Image.open(BytesIO(draw(found, TEXTS))) as image:
        assert image.size == (WIDTH, HEIGHT)
        for x in (MARGIN - 4, WIDTH - MARGIN + 3):
            column = {image.getpixel((x, y)) for y in range(HEIGHT)}
            assert column == {ImageColor.getrgb(PAPER)}, "beside the sheets there is paper alone"
        edge = {image.getpixel((WIDTH - MARGIN - 6, y)) for y in range(HEADER, HEIGHT)}
        assert edge <= {ImageColor.getrgb(colour) for colour in (SHEET, PAPER)}


def test_everything_that_the_text_says_is_in_the_picture() -> None:
    found = numbers(7, 2, left=5000)
    written = [[f"{one.number} {one.word}" for one in line] for line in totals(found, TEXTS)]
    assert written == [
        ["12 new people", "1 active", "60 Stars"],
        ["210 credits taken by PixVerse", "5k left there"],
        ["14 Picture to picture", "14 Pictures in one scene"],
    ]
    drawn = {
        panel.title: [(part.word, part.heights[0]) for part in panel.parts]
        for panel in panels(found, TEXTS)
    }
    assert drawn == {
        "Videos": [("14 failed", 4), ("14 made", 2)],
        "Credits": [("420 by people", 60)],
        "Waiting": [("95 of 100: 20 s", 20), ("half of them: 10 s", 10)],
        "Making": [("95 of 100: 60 s", 60), ("half of them: 60 s", 60)],
    }


def test_a_single_day_is_drawn_by_the_hour() -> None:
    today = bars(numbers(1, 3))
    assert [one.hour for one in today] == list(range(24))
    assert [one.hour for one in today if one.made] == [9, 10, 11]
    assert [one.day for one in bars(numbers(7, 3))][-1] == LAST


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
