"""What every simulated provider writes down, and what all their jobs have, whatever else a vendor adds."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict

_Status = TypeVar("_Status")


class Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class JobRecord(Record, Generic[_Status]):
    """Accepted and paid; it becomes what was `planned` at `due_at`, unless it ends before."""

    number: int
    planned: _Status
    due_at: datetime
    final: _Status | None = None
    final_at: datetime | None = None

    @property
    def key(self) -> Any:
        """By what clients name it."""
        return self.number
