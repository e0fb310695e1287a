"""How it stands with a job at a provider: still pending, done, or failed and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Failure(StrEnum):
    """Why there will be no result."""

    MODERATED = "moderated"
    FAILED = "failed"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Pending:
    """Queued or being made, or a status nobody has documented: look again until the deadline."""


@dataclass(frozen=True, slots=True)
class Done:
    """The result can be fetched from ``url``, a public address of unknown lifetime."""

    url: str


@dataclass(frozen=True, slots=True)
class Failed:
    """There will be no result."""

    why: Failure


Outcome = Pending | Done | Failed
