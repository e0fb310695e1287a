"""Backups that owners asked for: written down in the audit log, and owed like any message."""

import sqlite3

from jobs.admin.audit import Action
from jobs.ids import PersonId, private_chat
from jobs.outbox import BackupWanted
from storage.audit import note
from storage.desk import Desk
from storage.owing import is_owed, owe


class BackupWishes:
    """Implements `jobs.ports.BackupWishes`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def ask(self, by: PersonId, *, operation: str) -> None:
        now, key = self._desk.clock.now(), f"backup:{operation}"

        def work(connection: sqlite3.Connection) -> None:
            if is_owed(connection, key):
                return
            note(connection, by, Action.BACKUP_ASKED, now)
            owe(connection, key, private_chat(by), BackupWanted(asked_at=now), now)

        await self._desk.database.write(work)
