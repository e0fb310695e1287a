"""The numbers of each day, or of each hour of one, as a picture. For a phone, in light and dark alike.

Telegram shows it about 340 points wide, and narrower what is much higher than wide: letters are large,
and it brings light paper of its own along.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from handlers.chat.durations import duration_label
from handlers.chat.texts import Texts
from jobs.admin.numbers import DayNumbers, Numbers, Spread

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont, ImageFont

    Font = FreeTypeFont | ImageFont

WIDTH = 1080
HEADER, TOTALS, PANEL, GAP, MARGIN = 104, 196, 272, 18, 28
PANELS = HEADER + TOTALS + GAP  # where the first one begins
HEIGHT = PANELS + 4 * PANEL + 3 * GAP + MARGIN
LEFT, RIGHT, TOP, BOTTOM = 150, 36, 92, 54  # of the bars, within a panel
LINE = 54  # from one line of the totals to the next
WIDEST_BAR = 110
DATES = 5  # as many as have room below the bars

PAPER, SHEET, RULE = "#e8edf4", "#ffffff", "#dde4ee"
INK, PALE = "#0f172a", "#55637a"
MADE, FAILED, SPENT = "#10a56f", "#e5484d", "#7c5cff"
USUAL, LONGEST = "#2563eb", "#a9c7fb"
TOOK, TOOK_LONGEST = "#0e8a9a", "#9fdbe2"

# Where the highest line of a scale of seconds may be: half of it is a stretch that people know, too.
HOUR, DAY = 3600, 86_400
SECONDS = (
    *(10, 20, 30, 60, 120, 240, 360, 600, 1200, 1800),
    *(hours * HOUR for hours in (1, 2, 4, 8, 12, 24, 48, 96)),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A colour of the bars, what it stands for, and how high it reaches each day, from 0."""

    colour: str
    word: str
    heights: Sequence[float]


@dataclass(frozen=True, slots=True)
class Total:
    """A number of all these days, and what it counts."""

    number: str
    word: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One sheet of the picture: parts that are drawn in front of one another, the highest first."""

    title: str
    parts: Sequence[Part]
    top: float
    label: Callable[[float], str]


def draw(numbers: Numbers, texts: Texts) -> bytes:
    """A PNG. Slow: call it on a thread."""
    from PIL import Image, ImageDraw  # the bot does without it until somebody looks

    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(image)
    _header(pen, numbers, texts)
    _draw_totals(pen, numbers, texts)
    for index, panel in enumerate(panels(numbers, texts)):
        _Sheet(pen, PANELS + index * (PANEL + GAP), bars(numbers), texts).draw(panel)
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def bars(numbers: Numbers) -> Sequence[DayNumbers]:
    """The hours of a single day, else the days."""
    return numbers.per_hour or numbers.per_day


def totals(numbers: Numbers, texts: Texts) -> tuple[Sequence[Total], ...]:
    """What stands above the bars, line by line: people and Stars, PixVerse's credits, ways to a video."""
    people = [
        Total(short(numbers.newcomers), texts.plain("chart-newcomers")),
        Total(short(numbers.active), texts.plain("chart-active")),
        Total(short(numbers.stars), texts.plain("chart-stars")),
    ]
    credits = [Total(short(numbers.taken), texts.plain("chart-taken"))]
    if numbers.left is not None:
        credits.append(Total(short(numbers.left), texts.plain("chart-left")))
    modes = [Total(short(n), texts.plain(f"mode-{mode}")) for mode, n in numbers.modes.items()]
    return people, credits, modes or [Total("", texts.plain("chart-nothing"))]


def panels(numbers: Numbers, texts: Texts) -> tuple[Panel, ...]:
    """What is drawn, from top to bottom."""
    days = bars(numbers)
    made = [day.made for day in days]
    ended = [day.made + day.failed for day in days]
    return (
        Panel(
            texts.plain("chart-videos"),
            (
                Part(FAILED, texts.plain("chart-failed", n=short(numbers.failed)), ended),
                Part(MADE, texts.plain("chart-made", n=short(numbers.made)), made),
            ),
            nice(max(ended)),
            short,
        ),
        Panel(
            texts.plain("chart-credits"),
            (
                Part(
                    SPENT,
                    texts.plain("chart-spent", n=short(numbers.spent)),
                    [day.spent for day in days],
                ),
            ),
            nice(max(day.spent for day in days)),
            short,
        ),
        _times(
            texts.plain("chart-waiting"),
            (LONGEST, USUAL),
            numbers.waiting,
            [day.waiting for day in days],
            texts,
        ),
        _times(
            texts.plain("chart-rendering"),
            (TOOK_LONGEST, TOOK),
            numbers.rendering,
            [day.rendering for day in days],
            texts,
        ),
    )


def _times(
    title: str,
    colours: tuple[str, str],
    whole: Spread | None,
    each: Sequence[Spread | None],
    texts: Texts,
) -> Panel:
    """How long something took: of all, and of each bar."""
    found = [one or Spread(0, 0) for one in each]
    usual = _stretch(whole.middle, texts) if whole else "-"
    longest = _stretch(whole.high, texts) if whole else "-"
    most = max(one.high for one in found)
    behind, front = colours
    return Panel(
        title,
        (
            Part(behind, texts.plain("chart-longest", time=longest), [one.high for one in found]),
            Part(front, texts.plain("chart-usual", time=usual), [one.middle for one in found]),
        ),
        next((one for one in SECONDS if one >= most), nice(most / DAY) * DAY),
        lambda seconds: _stretch(seconds, texts),
    )


def _stretch(seconds: float, texts: Texts) -> str:
    """A stretch of time, as short as it can be written."""
    if seconds < 2 * HOUR:
        return duration_label(seconds, texts)
    if seconds <= 4 * DAY:
        return texts.plain("chart-hours", n=f"{seconds / HOUR:.0f}")
    return texts.plain("chart-days", n=f"{seconds / DAY:.0f}")


def nice(highest: float) -> int:
    """Where the highest line is for numbers up to this: its half is a whole number, too."""
    power = 1
    while True:
        for step in (1, 2, 3, 4, 5, 6, 8, 10):
            if step * power >= highest and step * power % 2 == 0:
                return step * power
        power *= 10


def short(number: float) -> str:
    """So that it has room beside the bars: 950, 1.2k, 35k, 4M."""
    for size, letter in ((1_000_000_000, "G"), (1_000_000, "M"), (1_000, "k")):
        if number >= size:
            scaled = number / size
            return (
                f"{scaled:.0f}{letter}"
                if scaled >= 10 or scaled == int(scaled)
                else f"{scaled:.1f}{letter}"
            )
    return f"{number:.0f}"


def _font(size: int) -> "Font":
    from PIL import ImageFont

    return ImageFont.load_default(size)


def _date(day: date) -> str:
    return f"{day.day} {day:%b}"


def _header(pen: "ImageDraw", numbers: Numbers, texts: Texts) -> None:
    first, last = numbers.per_day[0].day, numbers.per_day[-1].day
    title = texts.plain("chart-title", days=numbers.days)
    pen.text((MARGIN + 12, 56), title, INK, _font(52), anchor="lm", stroke_width=1, stroke_fill=INK)
    dates = _date(last) if first == last else f"{_date(first)} - {_date(last)}"
    pen.text((WIDTH - MARGIN - 12, 58), dates, PALE, _font(38), anchor="rm")


def _draw_totals(pen: "ImageDraw", numbers: Numbers, texts: Texts) -> None:
    pen.rounded_rectangle((MARGIN, HEADER, WIDTH - MARGIN, HEADER + TOTALS), 28, SHEET)
    others = texts.plain("chart-more-modes")
    for index, line in enumerate(totals(numbers, texts)):
        _draw_line(pen, HEADER + 44 + index * LINE, line, others)


def _draw_line(pen: "ImageDraw", y: int, line: Sequence[Total], others: str) -> None:
    """As many as have room, the first ones first; the last place is kept for how many more there are."""
    font, x, edge = _font(36), float(MARGIN + 28), WIDTH - MARGIN - 28
    for index, one in enumerate(line):
        rest = Total(f"+ {len(line) - index}", others)
        follows = 36 + _width(pen, rest, font) if index < len(line) - 1 else 0
        full = x + _width(pen, one, font) + follows > edge
        drawn = rest if full else one
        pen.text((x, y), drawn.number, INK, font, anchor="lm", stroke_width=1, stroke_fill=INK)
        after = x + _width(pen, drawn, font)
        pen.text((after, y), drawn.word, PALE, font, anchor="rm")
        if full:
            return
        x = after + 36


def _width(pen: "ImageDraw", one: Total, font: "Font") -> float:
    number = pen.textlength(one.number, font) + 12 if one.number else 0
    return number + pen.textlength(one.word, font)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Draws one panel whose upper edge is at `y`."""

    pen: "ImageDraw"
    y: int
    days: Sequence[DayNumbers]
    texts: Texts

    @property
    def floor(self) -> int:
        return self.y + PANEL - BOTTOM

    @property
    def room(self) -> int:
        return PANEL - TOP - BOTTOM

    def draw(self, panel: Panel) -> None:
        """Sheet, legend, lines, bars, dates."""
        box = (MARGIN, self.y, WIDTH - MARGIN, self.y + PANEL)
        self.pen.rounded_rectangle(box, 28, SHEET)
        self._legend(panel)
        self._lines(panel)
        for index in range(len(self.days)):
            self._bar(panel, index)
        self._dates()
        if not any(height for part in panel.parts for height in part.heights):
            middle = ((MARGIN + LEFT + WIDTH - RIGHT) // 2, self.floor - self.room // 2)
            words = self.texts.plain("chart-nothing")
            self.pen.text(middle, words, PALE, _font(38), anchor="mm")

    def _legend(self, panel: Panel) -> None:
        """The title on the left, and on the right what the colours are, the lowest first."""
        middle = self.y + 46
        start = (MARGIN + 28, middle)
        self.pen.text(
            start, panel.title, INK, _font(42), anchor="lm", stroke_width=1, stroke_fill=INK
        )
        right = WIDTH - MARGIN - 28
        font = _font(34)
        for part in panel.parts:
            right -= int(self.pen.textlength(part.word, font))
            self.pen.text((right, middle), part.word, PALE, font, anchor="lm")
            right -= 40
            self.pen.rounded_rectangle(
                (right, middle - 14, right + 28, middle + 14), 6, part.colour
            )
            right -= 30

    def _lines(self, panel: Panel) -> None:
        for half in range(3):
            y = self.floor - self.room * half // 2
            self.pen.line((MARGIN + LEFT, y, WIDTH - MARGIN - RIGHT, y), RULE, 3)
            label = panel.label(panel.top * half / 2) if half else "0"
            self.pen.text((MARGIN + LEFT - 18, y), label, PALE, _font(32), anchor="rm")

    @property
    def _slot(self) -> float:
        return (WIDTH - 2 * MARGIN - LEFT - RIGHT) / len(self.days)

    def _centre(self, index: int) -> float:
        return MARGIN + LEFT + self._slot * (index + 0.5)

    def _bar(self, panel: Panel, index: int) -> None:
        half = min(self._slot * 0.72, WIDEST_BAR) / 2
        x = self._centre(index)
        for part in panel.parts:
            if not part.heights[index]:
                continue
            height = max(self.room * part.heights[index] / panel.top, 4)
            self.pen.rectangle((x - half, self.floor - height, x + half, self.floor), part.colour)

    def _dates(self) -> None:
        every = -(-len(self.days) // DATES)
        last = len(self.days) - 1
        for index, day in enumerate(self.days):
            if (last - index) % every == 0:
                label = _date(day.day) if day.hour is None else f"{day.hour}:00"
                font = _font(32)
                furthest = WIDTH - MARGIN - 18 - self.pen.textlength(label, font) / 2
                x = min(self._centre(index), furthest)
                self.pen.text((x, self.floor + 10), label, PALE, font, anchor="ma")
