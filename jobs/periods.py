"""When the days and months of a person, or of the bot, begin: midnight in their time zone, and no date twice.

A change of zone takes effect at the next midnight there. Until then the day that had begun goes on, and
afterwards no date comes back that there was before: so a change renews nothing, and no allowance comes twice.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """One person's dates, or the bot's. Since a change of zone `held_day` is the date that goes on until `held_until`."""

    zone: ZoneInfo
    held_day: date | None = None
    held_until: datetime | None = None

    def day(self, now: datetime) -> date:
        """Today."""
        today = now.astimezone(self.zone).date()
        if self.held_day is None or self.held_until is None:
            return today
        return self.held_day if now < self.held_until else max(today, self.held_day)

    def next_day(self, now: datetime) -> datetime:
        """When tomorrow begins."""
        return self._first_of(self.day(now) + ONE_DAY, now)

    def next_month(self, now: datetime) -> datetime:
        """When the next month begins."""
        somewhere_in_it = self.day(now).replace(day=1) + timedelta(days=32)
        return self._first_of(somewhere_in_it.replace(day=1), now)

    def after_days(self, days: int, now: datetime) -> datetime:
        """The end of the day that is so many days ahead."""
        return midnight(now.astimezone(self.zone).date() + timedelta(days=days + 1), self.zone)

    def moved(self, zone: ZoneInfo, now: datetime) -> "Calendar":
        """The same person in another zone from now on."""
        if zone == self.zone:
            return self
        tomorrow_there = now.astimezone(zone).date() + ONE_DAY
        return Calendar(zone, held_day=self.day(now), held_until=midnight(tomorrow_there, zone))

    def joined(self, other: "Calendar") -> "Calendar":
        """The same zone, with what goes on for the other calendar as well: no date of either comes twice."""
        if other.held_day is None or other.held_until is None:
            return self
        if self.held_day is None or self.held_until is None:
            return Calendar(self.zone, other.held_day, other.held_until)
        return Calendar(
            self.zone,
            held_day=max(self.held_day, other.held_day),
            held_until=max(self.held_until, other.held_until),
        )

    def _first_of(self, day: date, now: datetime) -> datetime:
        begin = midnight(day, self.zone)
        if self.held_until is not None and now < self.held_until:
            return max(begin, self.held_until)
        return begin


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """The first moment of a date, in UTC. Where clocks skip midnight it is the moment of the skip."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def month_of(day: date) -> str:
    """The month of a date, as the ledger writes it."""
    return day.isoformat()[:7]
