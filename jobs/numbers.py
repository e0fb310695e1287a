"""The numbers of a stretch of time: people, videos, waiting, credits, Stars. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil
from statistics import median

from jobs.lifecycle import State

WITH_VIDEO = frozenset({State.DELIVERING, State.DELIVERED, State.UNDELIVERABLE})
STRETCHES = (1, 7, 30)  # days


@dataclass(frozen=True, slots=True)
class JobFact:
    """What the numbers need of a job. `waited` and `took` are seconds, None where it did not come so far."""

    day: date
    person: int
    mode: str
    state: State
    price: int
    waited: float | None = None
    took: float | None = None


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of many values, and what 95 of 100 do not exceed."""

    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class DayNumbers:
    """One day: videos made and failed, credits spent, and how long its jobs waited."""

    day: date
    made: int = 0
    failed: int = 0
    spent: int = 0
    waiting: Spread | None = None


@dataclass(frozen=True, slots=True)
class Numbers:
    """Everything about the last `days` days; `left` is what the PixVerse accounts have, if known.

    `per_day` has the oldest day first.
    """

    days: int
    newcomers: int
    active: int
    modes: Mapping[str, int]
    made: int
    failed: int
    waiting: Spread | None
    rendering: Spread | None
    spent: int
    left: int | None
    stars: int
    per_day: Sequence[DayNumbers]

    @property
    def jobs(self) -> int:
        """All that were started."""
        return sum(self.modes.values())

    @property
    def success(self) -> int | None:
        """Per cent of those that ended by themselves."""
        ended = self.made + self.failed
        return round(100 * self.made / ended) if ended else None


def numbers_of(
    facts: Sequence[JobFact],
    days: Sequence[date],
    *,
    newcomers: int,
    left: int | None,
    stars: int,
) -> Numbers:
    """What the jobs of these days come to."""
    made = [fact for fact in facts if fact.state in WITH_VIDEO]
    failed = [fact for fact in facts if fact.state is State.FAILED]
    left_early = [one for one in facts if one.state is State.CANCELLED and one.waited is not None]
    return Numbers(
        days=len(days),
        newcomers=newcomers,
        active=len({fact.person for fact in facts}),
        modes=dict(Counter(fact.mode for fact in facts).most_common()),
        made=len(made),
        failed=len(failed),
        waiting=spread([fact.waited for fact in facts if fact.waited is not None]),
        rendering=spread([fact.took for fact in made if fact.took is not None]),
        spent=sum(fact.price for fact in (*made, *left_early)),
        left=left,
        stars=stars,
        per_day=_per_day(days, facts, made, failed, [*made, *left_early]),
    )


def _per_day(
    days: Sequence[date],
    facts: Iterable[JobFact],
    made: Iterable[JobFact],
    failed: Iterable[JobFact],
    paid: Iterable[JobFact],
) -> Sequence[DayNumbers]:
    good, bad = Counter(fact.day for fact in made), Counter(fact.day for fact in failed)
    spent: Counter[date] = Counter()
    for fact in paid:
        spent[fact.day] += fact.price
    waited: dict[date, list[float]] = {day: [] for day in days}
    for fact in facts:
        if fact.waited is not None:
            waited.setdefault(fact.day, []).append(fact.waited)
    return [DayNumbers(day, good[day], bad[day], spent[day], spread(waited[day])) for day in days]


def spread(values: Sequence[float]) -> Spread | None:
    """None for no values at all."""
    if not values:
        return None
    ordered = sorted(values)
    return Spread(median(ordered), ordered[ceil(0.95 * len(ordered)) - 1])


def seconds_between(before: datetime | None, after: datetime | None) -> float | None:
    """How long it was, where both are known."""
    return (after - before).total_seconds() if before and after else None
