"""PixVerse accounts behind the provider: what is known of each, when one rests, and which gets a job. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from statistics import median

from jobs.errors import ACCOUNT_TROUBLE, Reason
from jobs.ids import AccountId, AccountNumber

FEWEST_JOBS, MOST_JOBS = 1, 8  # what an account may be set to do at once
LONGEST_EMAIL = 254
LONGEST_PASSWORD = 256

# What a person's words or pictures cause says nothing about the account.
FAILINGS = frozenset({Reason.RENDER_FAILED, Reason.LOST})
OFTEN = 3
WITHIN = timedelta(minutes=10)
KEPT_MISSING = timedelta(days=30)  # after that, one that the provider does not list is forgotten
FIRST_REST = timedelta(minutes=10)
LONGEST_REST = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Account:
    """An account as the provider tells of it now.

    `name` is what people and logs see, and no secret. `running` of `most` jobs are under way there, ours
    or not. None: the provider does not say. `trouble`: why it cannot be used.
    """

    id: AccountId
    name: str
    plan: str | None = None
    credits: int | None = None
    running: int | None = None
    most: int | None = None
    trouble: Reason | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job of ours on an account ended: with a video after so many `seconds`, or for a `reason`."""

    at: datetime
    reason: Reason | None = None
    seconds: float | None = None


class Condition(StrEnum):
    """How an account stands, the most pressing first."""

    PAUSED = "paused"  # somebody wants no new jobs there
    TROUBLE = "trouble"
    RESTING = "resting"  # it failed often: others go first
    LOW = "low"
    FINE = "fine"


@dataclass(frozen=True, slots=True)
class KnownAccount:
    """An account with what this bot has seen of it: the last outcomes, oldest first, and our jobs there.

    Outcomes before `trusted_from` do not make it rest: somebody has looked after it since.
    """

    number: AccountNumber
    account: Account
    seen_at: datetime
    paused: bool = False
    trusted_from: datetime | None = None
    outcomes: Sequence[Outcome] = ()
    ours: int = 0

    @property
    def success(self) -> int | None:
        """Per cent of the jobs that became a video, of those that could; None: nobody can tell yet."""
        counted = [one for one in self.outcomes if one.reason is None or one.reason in FAILINGS]
        good = sum(one.reason is None for one in counted)
        return round(100 * good / len(counted)) if counted else None

    @property
    def seconds(self) -> float | None:
        """How long a video takes there, as a rule."""
        took = [one.seconds for one in self.outcomes if one.seconds is not None]
        return median(took) if took else None

    @property
    def rests_until(self) -> datetime | None:
        """The end of its last rest, which may be over."""
        since = self.trusted_from
        return rest_until([one for one in self.outcomes if since is None or one.at >= since])

    def condition(self, now: datetime, low: int) -> Condition:
        """How it stands; `low`: fewer credits than that are few."""
        rest = self.rests_until
        if self.paused:
            return Condition.PAUSED
        if self.account.trouble:
            return Condition.TROUBLE
        if rest and rest > now:
            return Condition.RESTING
        return Condition.LOW if is_low(self.account, low) else Condition.FINE


def is_low(account: Account, low: int) -> bool:
    """Whether an account needs credits soon."""
    return account.credits is not None and account.credits < low


def is_well(account: Account) -> bool:
    """Whether nothing is known that would keep it from a job."""
    return account.trouble is None and account.credits != 0


def is_ailing(account: Account, low: int) -> bool:
    """Whether those who run the bot should hear of it."""
    return account.trouble in ACCOUNT_TROUBLE or is_low(account, low)


def rest_until(outcomes: Iterable[Outcome]) -> datetime | None:
    """When the last rest ends that these outcomes (oldest first) bring; each is twice as long as the one
    before, until a video succeeds."""
    until: datetime | None = None
    failed: list[datetime] = []
    rest = FIRST_REST
    for outcome in outcomes:
        if outcome.reason is None:
            failed, rest = [], FIRST_REST
        elif outcome.reason in FAILINGS:
            failed = [at for at in failed if outcome.at - at < WITHIN] + [outcome.at]
        if len(failed) >= OFTEN:
            until, failed = outcome.at + rest, []
            rest = min(2 * rest, LONGEST_REST)
    return until


class Tier(IntEnum):
    """Which accounts go first."""

    GOOD = 0
    SHORT = 1  # of credits, for this job or in general
    RESTING = 2
    TROUBLE = 3


@dataclass(slots=True)
class Seat:
    """An account that new jobs may go to, with room for `free` more of them now."""

    account: AccountId
    free: int
    credits: int | None = None
    resting: bool = False
    trouble: bool = False

    def tier(self, cost: int, low: int) -> Tier:
        """How good a choice it is for a job that takes so many credits there."""
        if self.trouble:
            return Tier.TROUBLE
        if self.resting:
            return Tier.RESTING
        short = self.credits is not None and self.credits < max(cost, low)
        return Tier.SHORT if short else Tier.GOOD

    def take(self, cost: int) -> AccountId:
        """One more job goes there."""
        self.free -= 1
        if self.credits is not None:
            self.credits -= cost
        return self.account


def seat_for(seats: Iterable[Seat], cost: int, low: int) -> Seat | None:
    """The account for a job. None: it waits for the room of a good one.

    One that is short of credits, or not well, gets it only where no other is left, full or not: then the
    provider decides, and the person hears of it instead of waiting for ever.
    """
    ranked = [(seat.tier(cost, low), seat) for seat in seats]
    best = min((tier for tier, _ in ranked), default=Tier.GOOD)
    with_room = [seat for tier, seat in ranked if tier is best and seat.free > 0]
    return max(with_room, key=lambda seat: seat.free, default=None)


def masked(account: str) -> str:
    """Enough of an account's e-mail address to know it again; what is no address stays as it is."""
    name, at, domain = account.rpartition("@")
    return f"{name[:1]}***{at}{domain}" if at else account
