"""What every table family works with: the file, the clock, the rules, and who we are."""

from dataclasses import dataclass

from jobs.ids import PersonId
from jobs.ports import Clock
from jobs.quotas import Limits
from storage.database import Database


@dataclass(frozen=True, slots=True)
class StoreRules:
    """What the settings say about people. `limits` hold where a person has none of their own."""

    limits: Limits
    bot_daily_credits: int | None = None
    admins: frozenset[PersonId] = frozenset()
    open_access: bool = False


@dataclass(frozen=True, slots=True)
class Desk:
    """Shared by all families. `owner` is new with every process: it marks what we have in hand.

    The file belongs to one process at a time, so whatever bears another owner was left by one that died.
    """

    database: Database
    clock: Clock
    rules: StoreRules
    owner: str
