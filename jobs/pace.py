"""How often the worker asks, and how long it waits."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Pace:
    """How often and how long. `poll` is the only one that is a setting."""

    poll: timedelta = timedelta(seconds=10)
    heartbeat: timedelta = timedelta(seconds=1)
    lanes: timedelta = timedelta(seconds=1)
    progress: timedelta = timedelta(seconds=5)
    effects: timedelta = timedelta(hours=1)
    effects_retry: timedelta = timedelta(minutes=1)
    busy: timedelta = timedelta(seconds=10)
    accounts: timedelta = timedelta(minutes=1)
    account_trouble: timedelta = timedelta(minutes=10)
    moderation_away: timedelta = timedelta(seconds=30)
    account_away: timedelta = timedelta(minutes=30)
    first_search: timedelta = timedelta(seconds=5)
    next_search: timedelta = timedelta(seconds=15)
    surely_absent: timedelta = timedelta(seconds=120)
    unprovable: timedelta = timedelta(minutes=30)
    unseen: timedelta = timedelta(minutes=20)
    longest_render: timedelta = timedelta(hours=2)
    off_peak: timedelta = timedelta(hours=26)
    away: timedelta = timedelta(minutes=5)
    unknown_send: timedelta = timedelta(seconds=20)
    longest_unknown_send: timedelta = timedelta(hours=1)
    broken_send: timedelta = timedelta(minutes=5)
    ended_credits: timedelta = timedelta(hours=1)
    refunds: timedelta = timedelta(seconds=2)
    reconcile: timedelta = timedelta(days=1)
    tidying: timedelta = timedelta(hours=1)
    books_retry: timedelta = timedelta(minutes=1)

    def after_unknown(self, times: int) -> timedelta:
        """How long to wait when nobody knows whether something was sent, so many times before as well."""
        doublings: int = 2 ** min(times, 20)
        return min(self.unknown_send * doublings, self.longest_unknown_send)
