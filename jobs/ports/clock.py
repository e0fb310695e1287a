"""The clock, as the core needs it."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time; aware, UTC."""

    def now(self) -> datetime: ...
