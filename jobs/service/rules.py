"""What the environment alone decides."""

from dataclasses import dataclass

from jobs.ids import PersonId


@dataclass(frozen=True, slots=True)
class Rules:
    """Who may do what."""

    admins: frozenset[PersonId]
