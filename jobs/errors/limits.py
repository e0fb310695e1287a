"""Why somebody cannot have a video now: credits, plans, caps, words, pauses."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from jobs.errors.base import CoreError

if TYPE_CHECKING:
    from jobs.capabilities import Feature


@dataclass
class NotEnoughCredits(CoreError):
    """`left` is what the person may still spend now; `renews_at` when the next allowance comes."""

    price: int
    left: int
    renews_at: datetime


@dataclass
class NotInPlan(CoreError):
    """The person's plan has not this mode, quality or model."""

    feature: "Feature"
    value: str


class PlanBudgetSpent(CoreError):
    """The credits that everybody in the person's plan may spend together today are used up."""


class BotBudgetSpent(CoreError):
    """The credits that the whole bot may spend today are used up."""


@dataclass
class UnderMaintenance(CoreError):
    """Nothing new is started for a while. `message` is what the admins say about it, or empty."""

    message: str


@dataclass
class StopWordUsed(CoreError):
    """`words` in `text` are not allowed here. `until`: the person is paused for it, so long."""

    words: str
    text: str
    until: datetime | None = None


@dataclass
class PersonPaused(CoreError):
    """Too many of the person's wishes were turned down: they can start videos again then."""

    until: datetime


class TooManyWishes(CoreError):
    """The person has asked for this often enough today."""
