"""The rules that the settings lay down."""

from dataclasses import dataclass

from jobs.ids import PersonId
from jobs.people import AccessPolicy


@dataclass(frozen=True, slots=True)
class Rules:
    """Who may do what."""

    access: AccessPolicy
    admins: frozenset[PersonId]
