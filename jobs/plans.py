"""Plans: groups of people who may use more, or less, than the settings say."""

from dataclasses import dataclass

from jobs.ids import PlanId

LONGEST_NAME = 24


@dataclass(frozen=True, slots=True)
class PlanTerms:
    """What somebody in a plan may use. None: what the settings say; of the lists: all.

    `daily_cap` is for everybody in the plan together, None means no such cap.
    """

    daily_credits: int | None = None
    monthly_credits: int | None = None
    running_jobs: int | None = None
    modes: frozenset[str] | None = None
    qualities: frozenset[str] | None = None
    models: frozenset[str] | None = None
    daily_cap: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as it stands, and how many people are in it."""

    id: PlanId
    name: str
    terms: PlanTerms
    for_newcomers: bool
    people: int
