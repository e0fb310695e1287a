"""The time of day, as the machine tells it."""

from datetime import UTC, datetime


class SystemClock:
    """The clock that the running program uses (`jobs.ports.Clock`)."""

    def now(self) -> datetime:
        return datetime.now(UTC)


SYSTEM_CLOCK = SystemClock()
