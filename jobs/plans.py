"""Plans: groups of people who may use more, or less, than the settings say."""

from dataclasses import dataclass, replace
from enum import StrEnum

from jobs.capabilities import Feature
from jobs.ids import PlanId
from jobs.permitted import Permitted

# What stands in a command where a plan's name may stand, and means something else.
NO_NAMES = frozenset({"give", "newcomers", "remove", "none", "default", "all"})
LONGEST_NAME = 24


class Number(StrEnum):
    """The numbers of a plan, by the words that admins type for them."""

    DAILY = "daily"
    MONTHLY = "monthly"
    JOBS = "jobs"
    CAP = "cap"


@dataclass(frozen=True, slots=True)
class PlanTerms(Permitted):
    """What somebody in a plan may use. None: what the settings say.

    `daily_cap` is for everybody in the plan together, None means no such cap.
    """

    daily_credits: int | None = None
    monthly_credits: int | None = None
    running_jobs: int | None = None
    daily_cap: int | None = None

    def number(self, which: Number) -> int | None:
        """One of the numbers."""
        return {
            Number.DAILY: self.daily_credits,
            Number.MONTHLY: self.monthly_credits,
            Number.JOBS: self.running_jobs,
            Number.CAP: self.daily_cap,
        }[which]

    def with_number(self, which: Number, value: int | None) -> "PlanTerms":
        """The terms with one number changed."""
        match which:
            case Number.DAILY:
                return replace(self, daily_credits=value)
            case Number.MONTHLY:
                return replace(self, monthly_credits=value)
            case Number.JOBS:
                return replace(self, running_jobs=value)
            case Number.CAP:
                return replace(self, daily_cap=value)

    def allowing(self, feature: Feature, values: frozenset[str] | None) -> "PlanTerms":
        """The terms with other values of one feature."""
        match feature:
            case Feature.MODE:
                return replace(self, modes=values)
            case Feature.QUALITY:
                return replace(self, qualities=values)
            case Feature.MODEL:
                return replace(self, models=values)


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as it stands, and how many people are in it."""

    id: PlanId
    name: str
    terms: PlanTerms
    for_newcomers: bool
    people: int
