"""How many credits a person may still spend, and from which pocket a job is paid.

Daily and monthly allowances are used first, then credits that an admin granted.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from jobs.errors import BotBudgetSpent, NotEnoughCredits


@dataclass(frozen=True, slots=True)
class Limits:
    """What one person may use: credits per day and month, and jobs that run at once (0 or more)."""

    daily_credits: int
    monthly_credits: int
    running_jobs: int


@dataclass(frozen=True, slots=True)
class Balance:
    """What one person has used of the allowances, and holds in granted credits. All 0 or more."""

    limits: Limits
    used_today: int
    used_this_month: int
    granted: int

    @property
    def allowance_left(self) -> int:
        """Credits left of the tighter of both allowances, 0 or more."""
        today = self.limits.daily_credits - self.used_today
        month = self.limits.monthly_credits - self.used_this_month
        return max(min(today, month), 0)

    @property
    def left(self) -> int:
        """Credits that the person can spend right now."""
        return self.allowance_left + self.granted


@dataclass(frozen=True, slots=True)
class Hold:
    """How a price is split: so many credits of the allowance, so many granted ones."""

    allowance: int
    granted: int

    @property
    def total(self) -> int:
        return self.allowance + self.granted


def hold(price: int, balance: Balance, now: datetime) -> Hold:
    """Split a price over the pockets. Raises NotEnoughCredits."""
    if price > balance.left:
        raise NotEnoughCredits(price, balance.left, renews_at(price, balance, now))
    allowance = min(price, balance.allowance_left)
    return Hold(allowance, price - allowance)


def check_bot_budget(price: int, used_today: int, budget: int | None) -> None:
    """The whole bot's cap per day; None means no cap. Raises BotBudgetSpent."""
    if budget is not None and used_today + price > budget:
        raise BotBudgetSpent


def renews_at(price: int, balance: Balance, now: datetime) -> datetime:
    """When there will be enough: the next day, or the next month where this month's rest is too little (UTC)."""
    rest_of_month = max(balance.limits.monthly_credits - balance.used_this_month, 0)
    return next_day(now) if price <= rest_of_month + balance.granted else next_month(now)


def next_day(now: datetime) -> datetime:
    return _midnight(now.astimezone(UTC).date() + timedelta(days=1))


def next_month(now: datetime) -> datetime:
    first = now.astimezone(UTC).date().replace(day=1)
    return _midnight((first + timedelta(days=32)).replace(day=1))


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
