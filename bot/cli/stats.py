"""`python -m bot stats`: the numbers of the last days."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from datetime import date

from bot.cli.answers import Answer, Facts
from bot.cli.typed import add_command, whole
from bot.cli.visit import Shell
from jobs.admin.numbers import DayNumbers, Numbers, Spread

LONGEST = 366


class Seconds(Facts):
    """The middle of many, and what 95 of 100 do not exceed."""

    middle: float
    high: float


class Day(Facts):
    """One day: videos, credits, how long its jobs waited and took."""

    day: date
    made: int
    failed: int
    credits_spent: int
    credits_taken: int
    waiting: Seconds | None
    rendering: Seconds | None


class StatsPage(Facts):
    """Everything about the last days; `success` in per cent, `waiting` and `rendering` in seconds.

    `credits_spent` are people's, `credits_taken` and `credits_left` those of the PixVerse accounts.
    """

    days: int
    newcomers: int
    active: int
    jobs: int
    modes: dict[str, int]
    made: int
    failed: int
    success: int | None
    waiting: Seconds | None
    rendering: Seconds | None
    credits_spent: int
    credits_taken: int
    credits_left: int | None
    stars: int
    per_day: list[Day]


TOLD = tuple(name for name in StatsPage.model_fields if name != "per_day")


def add_stats(tasks: "_SubParsersAction[ArgumentParser]") -> None:
    """The command, and what is typed behind it."""
    parser = add_command(tasks, "stats", stats, "the numbers of today, or of more days")
    parser.add_argument(
        "--days",
        type=whole(1, LONGEST),
        default=1,
        help="today and the days before it (%(default)s)",
    )


async def stats(shell: Shell, typed: Namespace) -> Answer:
    """The numbers."""
    async with shell.visit() as admin:
        return Answer(_page(await admin.numbers.of_days(None, typed.days)), TOLD)


def _page(numbers: Numbers) -> StatsPage:
    return StatsPage(
        days=numbers.days,
        newcomers=numbers.newcomers,
        active=numbers.active,
        jobs=numbers.jobs,
        modes=dict(numbers.modes),
        made=numbers.made,
        failed=numbers.failed,
        success=numbers.success,
        waiting=_seconds(numbers.waiting),
        rendering=_seconds(numbers.rendering),
        credits_spent=numbers.spent,
        credits_taken=numbers.taken,
        credits_left=numbers.left,
        stars=numbers.stars,
        per_day=[_day(each) for each in numbers.per_day],
    )


def _day(numbers: DayNumbers) -> Day:
    return Day(
        day=numbers.day,
        made=numbers.made,
        failed=numbers.failed,
        credits_spent=numbers.spent,
        credits_taken=numbers.taken,
        waiting=_seconds(numbers.waiting),
        rendering=_seconds(numbers.rendering),
    )


def _seconds(spread: Spread | None) -> Seconds | None:
    return Seconds(middle=round(spread.middle, 1), high=round(spread.high, 1)) if spread else None
