"""What every table family works with: the file, the clock, the rules, and who we are."""

import sqlite3
from dataclasses import dataclass
from typing import Protocol

from jobs.offer import Offer
from jobs.ports import Clock
from jobs.rules import LiveRules
from storage.database import Database


class Rules(Protocol):
    """Where the rules come from (`storage.settings.CurrentRules`)."""

    @property
    def defaults(self) -> LiveRules:
        """What the environment says."""

    def __call__(self, connection: sqlite3.Connection) -> LiveRules:
        """The rules that hold in this transaction."""


class Offering(Protocol):
    """What is offered (`storage.offering.CurrentOffer`)."""

    def __call__(self, connection: sqlite3.Connection) -> Offer:
        """What is offered in this transaction."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Shared by all families. `owner` is new with every process: it marks what we have in hand.

    The file belongs to one process at a time, so whatever bears another owner was left by one that died.
    """

    database: Database
    clock: Clock
    rules: Rules
    owner: str
    offer: Offering
