"""Backups that owners asked for, as the store keeps it."""

from typing import Protocol

from jobs.ids import PersonId


class BackupWishes(Protocol):
    """Who wants a copy of everything."""

    async def ask(self, by: PersonId, *, operation: str) -> None:
        """A copy is owed to their private chat, once per operation; made when it is sent."""
