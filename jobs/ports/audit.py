"""The audit log, as the store keeps it."""

from collections.abc import Sequence
from typing import Protocol

from jobs.admin.audit import Action, LogLine
from jobs.ids import PersonId


class Audit(Protocol):
    """What those who run the bot did.

    What changes the store is written down by the store, in the same transaction. `note` is for deeds
    that happen elsewhere: at the provider, in a chat.
    """

    async def note(
        self,
        by: PersonId | None,
        action: Action,
        *,
        person: PersonId | None = None,
        target: str = "",
        detail: str = "",
    ) -> None:
        """Write a deed down. `detail` holds no secrets. `by` None: from the shell."""

    async def page(
        self,
        *,
        offset: int,
        limit: int,
        by: PersonId | None = None,
        person: PersonId | None = None,
    ) -> Sequence[LogLine]:
        """Deeds, newest first; those of one admin, or on one person, where they are named.

        Where both are: what the one did, and what was done to the other.
        """
