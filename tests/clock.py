"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


class SettableClock:
    """Implements `jobs.ports.Clock`."""

    def __init__(self, moment: datetime = NOON) -> None:
        self._moment = moment

    def now(self) -> datetime:
        return self._moment

    def set(self, moment: datetime) -> None:
        """Any aware moment, earlier ones too."""
        self._moment = moment

    def advance(
        self, by: timedelta = timedelta(), *, days: float = 0, hours: float = 0, seconds: float = 0
    ) -> None:
        """Move on, as in `advance(seconds=3)`."""
        self._moment += by + timedelta(days=days, hours=hours, seconds=seconds)
