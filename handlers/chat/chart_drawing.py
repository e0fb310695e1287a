"""The picture of the numbers, drawn: sheets of paper with bars, for a phone, in light and dark alike.

Telegram shows it about 340 points wide, and narrower what is much higher than wide: letters are large,
and it brings light paper of its own along.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from handlers.chat.chart import Panel, Total, bars, panels, totals
from handlers.chat.texts import Texts
from jobs.admin.numbers import DayNumbers, Numbers

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
