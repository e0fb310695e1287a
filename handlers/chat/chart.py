"""What the picture of the numbers shows: totals, and panels of bars for each day, or each hour of one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handlers.chat.durations import duration_label
from handlers.chat.texts import Texts
from jobs.admin.numbers import DayNumbers, Numbers, Spread

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
    waiting = [day.waiting for day in days]
    rendering = [day.rendering for day in days]
    return (
        _videos(numbers, texts),
        _credits(numbers, texts),
        _times("chart-waiting", (LONGEST, USUAL), numbers.waiting, waiting, texts),
        _times("chart-rendering", (TOOK_LONGEST, TOOK), numbers.rendering, rendering, texts),
    )


def _videos(numbers: Numbers, texts: Texts) -> Panel:
    """Those that were made, in front of all that ended."""
    made = [day.made for day in bars(numbers)]
    ended = [day.made + day.failed for day in bars(numbers)]
    parts = (
        Part(FAILED, texts.plain("chart-failed", n=short(numbers.failed)), ended),
        Part(MADE, texts.plain("chart-made", n=short(numbers.made)), made),
    )
    return Panel(texts.plain("chart-videos"), parts, nice(max(ended)), short)


def _credits(numbers: Numbers, texts: Texts) -> Panel:
    spent = [day.spent for day in bars(numbers)]
    part = Part(SPENT, texts.plain("chart-spent", n=short(numbers.spent)), spent)
    return Panel(texts.plain("chart-credits"), (part,), nice(max(spent)), short)


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
        texts.plain(title),
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
