"""Bans: somebody is kept out for a while or for ever, and what they had waiting is taken back."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime, timedelta

from jobs.admin.audit import Action
from jobs.errors import HasARole
from jobs.ids import JobId, PersonId, private_chat
from jobs.lifecycle import Cancelled, Job
from jobs.outbox import Banned, Unbanned
from jobs.people import Ban
from storage import audit, subscriptions
from storage.desk import Desk
from storage.owing import owe
from storage.person import find_person
from storage.rows import micros_or_none, to_micros
from storage.steps import take_step

BAN = """
    UPDATE people
    SET banned_at = :now, banned_until = :until, ban_reason = :reason, ban_told_at = :now
    WHERE id = :id
"""
UNBAN = """
    UPDATE people SET banned_until = NULL, banned_at = NULL, ban_reason = '', ban_told_at = NULL
    WHERE id = ? AND banned_at IS NOT NULL
"""
QUEUED = "SELECT id FROM jobs WHERE person_id = ? AND state = 'queued' ORDER BY id"
TELL = """
    UPDATE people SET ban_told_at = :now
    WHERE id = :id AND banned_at IS NOT NULL AND coalesce(ban_told_at, 0) <= :before
"""
TOLD_EVERY = timedelta(days=1)


class Bans:
    """Implements `jobs.ports.Bans`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def ban(
        self, person_id: PersonId, reason: str, until: datetime | None, *, by: PersonId | None
    ) -> Sequence[Job]:
        now = self._desk.clock.now()
        parameters = {
            "id": person_id,
            "reason": reason,
            "until": micros_or_none(until),
            "now": to_micros(now),
        }

        def work(connection: sqlite3.Connection) -> Sequence[Job]:
            if find_person(connection, person_id, self._desk.rules(connection)).role:
                raise HasARole
            connection.execute(BAN, parameters)
            ban = Ban(reason, until)
            detail = f"{until:%d %b %Y %H:%M} {reason}" if until else reason
            deed = audit.note(
                connection, by, Action.BANNED, now, person=person_id, detail=detail.strip()
            )
            message = Banned(reason=ban.reason, until=ban.until)
            owe(connection, f"banned:{deed}", private_chat(person_id), message, now)
            subscriptions.stop_all(connection, person_id)
            return self._take_back(connection, person_id, by=by)

        return await self._desk.database.write(work)

    def _take_back(
        self, connection: sqlite3.Connection, person_id: PersonId, *, by: PersonId | None
    ) -> Sequence[Job]:
        """What waits in the queue ends, and its credits come back."""
        waiting = [JobId(row["id"]) for row in connection.execute(QUEUED, (person_id,))]
        steps = [take_step(connection, self._desk, job, Cancelled(), by=by) for job in waiting]
        return [job for job in steps if job]

    async def unban(self, person_id: PersonId, *, by: PersonId | None) -> bool:
        now = self._desk.clock.now()

        def work(connection: sqlite3.Connection) -> bool:
            ban = find_person(connection, person_id, self._desk.rules(connection)).ban
            held = ban is not None and ban.holds(now)
            connection.execute(UNBAN, (person_id,))
            if held:
                deed = audit.note(connection, by, Action.UNBANNED, now, person=person_id)
                owe(connection, f"unbanned:{deed}", private_chat(person_id), Unbanned(), now)
            return held

        return await self._desk.database.write(work)

    async def tell(self, person_id: PersonId) -> bool:
        now = self._desk.clock.now()
        parameters = {
            "id": person_id,
            "now": to_micros(now),
            "before": to_micros(now - TOLD_EVERY),
        }
        return await self._desk.database.write(
            lambda connection: connection.execute(TELL, parameters).rowcount == 1
        )
