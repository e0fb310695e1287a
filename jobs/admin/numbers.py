"""The numbers of a stretch of time: people, videos, waiting, credits, Stars. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from math import ceil
from statistics import median

from jobs.lifecycle import State

WITH_VIDEO = frozenset({State.DELIVERING, State.DELIVERED, State.UNDELIVERABLE})
STRETCHES = (1, 7, 30)  # days


@dataclass(frozen=True, slots=True, kw_only=True)
class JobFact:
    """What the numbers need of a job. `waited` and `took` are seconds, None where it did not come so far.

    `price`: what its person was charged; `returned`: and got back. `cost`: what the provider takes for such
    a job, as far as is known. `called_off`: somebody who runs the bot ended it.
    """

    day: date
    hour: int = 0
    person: int
    mode: str
    state: State
    price: int
    cost: int
    returned: bool = False
    called_off: bool = False
    waited: float | None = None
    took: float | None = None

    @property
    def has_video(self) -> bool:
        """It came to something."""
        return self.state in WITH_VIDEO

    @property
    def spent(self) -> int:
        """What its person is short of: a video, or one that they left while it was being made."""
        left = self.state is State.CANCELLED and self.waited is not None
        return self.price if (self.has_video or left) and not self.returned else 0

    @property
    def taken(self) -> int:
        """What the provider's account is short of: it takes nothing for what fails by itself."""
        left = self.waited is not None and (self.state is State.CANCELLED or self.called_off)
        return self.cost if self.has_video or left else 0


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of many values, and what 95 of 100 do not exceed."""

    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class DayNumbers:
    """One day, or one hour of it: videos made and failed, credits spent, how long its jobs waited and took."""

    day: date
    hour: int | None = None
    made: int = 0
    failed: int = 0
    spent: int = 0
    taken: int = 0
    waiting: Spread | None = None
    rendering: Spread | None = None


@dataclass(frozen=True, slots=True)
class Numbers:
    """Everything about the last `days` days; `left` is what the PixVerse accounts have, if known.

    `spent`: credits of people; `taken`: those of the PixVerse accounts, another currency where prices have
    a markup. `per_day` has the oldest day first; `per_hour` is there where it is one day only.
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
    taken: int
    left: int | None
    stars: int
    per_day: Sequence[DayNumbers]
    per_hour: Sequence[DayNumbers]

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
    whole = _numbers(days[-1], facts)
    return Numbers(
        days=len(days),
        newcomers=newcomers,
        active=len({fact.person for fact in facts}),
        modes=dict(Counter(fact.mode for fact in facts).most_common()),
        made=whole.made,
        failed=whole.failed,
        waiting=whole.waiting,
        rendering=whole.rendering,
        spent=whole.spent,
        taken=whole.taken,
        left=left,
        stars=stars,
        per_day=_per_day(days, facts),
        per_hour=_per_hour(days[0], facts) if len(days) == 1 else (),
    )


def _per_day(days: Sequence[date], facts: Iterable[JobFact]) -> Sequence[DayNumbers]:
    found: defaultdict[date, list[JobFact]] = defaultdict(list)
    for fact in facts:
        found[fact.day].append(fact)
    return [_numbers(day, found[day]) for day in days]


def _per_hour(day: date, facts: Iterable[JobFact]) -> Sequence[DayNumbers]:
    found: defaultdict[int, list[JobFact]] = defaultdict(list)
    for fact in facts:
        found[fact.hour].append(fact)
    return [replace(_numbers(day, found[hour]), hour=hour) for hour in range(24)]


def _numbers(day: date, facts: Sequence[JobFact]) -> DayNumbers:
    made = [fact for fact in facts if fact.has_video]
    return DayNumbers(
        day,
        made=len(made),
        failed=sum(fact.state is State.FAILED for fact in facts),
        spent=sum(fact.spent for fact in facts),
        taken=sum(fact.taken for fact in facts),
        waiting=spread([fact.waited for fact in facts if fact.waited is not None]),
        rendering=spread([fact.took for fact in made if fact.took is not None]),
    )


def spread(values: Sequence[float]) -> Spread | None:
    """None for no values at all."""
    if not values:
        return None
    ordered = sorted(values)
    return Spread(median(ordered), ordered[ceil(0.95 * len(ordered)) - 1])


def seconds_between(before: datetime | None, after: datetime | None) -> float | None:
    """How long it was, where both are known."""
    return (after - before).total_seconds() if before and after else None
