"""People as those who run the bot look them up: lists, a search by name, and one person's page."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from jobs.moderation import Strikes
from jobs.people import Person
from jobs.quotas import Balance


class Listing(StrEnum):
    """Which people, in which order."""

    NEWEST = "newest"
    ACTIVE = "active"  # who used most this month
    ASKED = "asked"  # who wait for a decision
    BANNED = "banned"


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """One page of people. `page` counts from 0; `total` is how many the bot knows in all."""

    listing: Listing
    page: int
    people: Sequence[Person]
    more: bool
    total: int


@dataclass(frozen=True, slots=True)
class JobCounts:
    """How somebody's jobs stand: all, those that became a video, those that failed, those not over yet."""

    total: int = 0
    done: int = 0
    failed: int = 0
    open: int = 0


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person's page. `came_by`: what the link of their first message carried."""

    person: Person
    met_at: datetime
    seen_at: datetime
    came_by: str | None
    balance: Balance
    plan: str | None
    jobs: JobCounts
    strikes: Strikes


def key_of(words: str) -> str:
    """Words as they are looked up: capitals, widths and blanks do not matter."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())
