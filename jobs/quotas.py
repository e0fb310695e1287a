"""How many credits a person may still spend, for what, and from which pocket a job is paid.

The allowances of the day and the month are used first, then extra credits (given or bought): those that
expire soonest before the others.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from jobs.capabilities import Feature
from jobs.errors import BotBudgetSpent, NotEnoughCredits, NotInPlan, PlanBudgetSpent
from jobs.periods import Calendar
from jobs.permitted import Permitted

UTC_CALENDAR = Calendar(ZoneInfo("UTC"))
NEVER = datetime(9999, 12, 31, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a job would use. None: it has no such thing, or the effect prescribes it."""

    mode: str
    quality: str | None = None
    model: str | None = None


@dataclass(frozen=True, slots=True)
class Limits(Permitted):
    """What one person may use: credits per day and month, jobs that run at once (0 or more), and what is
    permitted of each feature."""

    daily_credits: int
    monthly_credits: int
    running_jobs: int


@dataclass(frozen=True, slots=True)
class Pocket:
    """Extra credits (1 or more) that expire together; those that do not expire end at NEVER."""

    expires_at: datetime
    credits: int


@dataclass(frozen=True, slots=True)
class Granted:
    """What a grant came to. Below 0 it was taken, never more than there was."""

    credits: int
    balance: "Balance"


@dataclass(frozen=True, slots=True)
class Balance:
    """What one person has used of the allowances, and holds in extra credits. All 0 or more.

    `debt`: credits that a refund took back when they were spent already; the next extra ones settle it.
    `calendar` says when the allowances come back.
    """

    limits: Limits
    used_today: int
    used_this_month: int
    extra: int
    debt: int = 0
    calendar: Calendar = field(default=UTC_CALENDAR)

    @property
    def allowance_left(self) -> int:
        """Credits left of the tighter of both allowances, 0 or more."""
        today = self.limits.daily_credits - self.used_today
        month = self.limits.monthly_credits - self.used_this_month
        return max(min(today, month), 0)

    @property
    def left(self) -> int:
        """Credits that the person can spend right now."""
        return self.allowance_left + self.extra


@dataclass(frozen=True, slots=True)
class Hold:
    """How a price is split: so many credits of the allowance, so many extra ones."""

    allowance: int
    extra: int

    @property
    def total(self) -> int:
        return self.allowance + self.extra


def hold(price: int, balance: Balance, now: datetime) -> Hold:
    """Split a price over the pockets. Raises NotEnoughCredits."""
    if price > balance.left:
        raise NotEnoughCredits(price, balance.left, renews_at(price, balance, now))
    allowance = min(price, balance.allowance_left)
    return Hold(allowance, price - allowance)


def draw(pockets: Iterable[Pocket], credits: int) -> list[Pocket]:
    """How much to take out of which pocket, in the given order; less where there is not so much."""
    taken: list[Pocket] = []
    for pocket in pockets:
        part = min(pocket.credits, credits)
        if part:
            taken.append(Pocket(pocket.expires_at, part))
        credits -= part
    return taken


def total(pockets: Sequence[Pocket]) -> int:
    """All their credits."""
    return sum(pocket.credits for pocket in pockets)


def check_allowed(wish: Wish, limits: Limits) -> None:
    """Raises NotInPlan where the person may not use what the job would."""
    for feature, value in (
        (Feature.MODE, wish.mode),
        (Feature.QUALITY, wish.quality),
        (Feature.MODEL, wish.model),
    ):
        if value is not None and not limits.allows(feature, value):
            raise NotInPlan(feature, value)


def check_bot_budget(price: int, used_today: int, budget: int | None) -> None:
    """The whole bot's cap per day; None means no cap. Raises BotBudgetSpent."""
    if budget is not None and used_today + price > budget:
        raise BotBudgetSpent


def check_plan_budget(price: int, used_today: int, budget: int | None) -> None:
    """The cap per day of all people of a plan together; None means no cap. Raises PlanBudgetSpent."""
    if budget is not None and used_today + price > budget:
        raise PlanBudgetSpent


def renews_at(price: int, balance: Balance, now: datetime) -> datetime:
    """When there may be enough: the next day, or the next month where this month's rest is too little."""
    rest_of_month = max(balance.limits.monthly_credits - balance.used_this_month, 0)
    calendar = balance.calendar
    enough_this_month = price <= rest_of_month + balance.extra
    return calendar.next_day(now) if enough_this_month else calendar.next_month(now)


def expiry(days: int | None, calendar: Calendar, now: datetime) -> datetime:
    """When credits end that are bought now and live so many days; None: never."""
    if days is None:
        return NEVER
    return min(calendar.after_days(days, now), NEVER - timedelta(days=1))
