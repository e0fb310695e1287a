"""A person's side of the ledger: its lines, the extra credits by their end, and the calendar."""

import json
import sqlite3
from collections.abc import Sequence

from jobs.ids import JobId, PersonId
from jobs.ports.credits import EntryKind, EntryLine
from jobs.quotas import Balance, Pocket
from storage import ledger, pockets
from storage.crediting import write_off
from storage.desk import Desk
from storage.rows import from_micros, job_of, micros_or_none
from storage.standing import standing
from storage.zones import zone_or

LINES = """
    SELECT id, kind, amount, at, job_id, by_person, note FROM entries
    WHERE person_id = :person ORDER BY id DESC LIMIT :limit OFFSET :offset
"""
JOB = "SELECT * FROM jobs WHERE id = ?"
GIVEN_BACK = """
    SELECT job_id FROM entries
    WHERE kind = 'refunded' AND job_id IS NOT NULL AND job_id IN (SELECT value FROM json_each(?))
"""
SET_ZONE = """
    UPDATE people SET time_zone = :zone, held_day = :day, held_until = :until WHERE id = :person
"""


class Credits:
    """Implements `jobs.ports.Credits`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def set_zone(self, person_id: PersonId, zone: str | None) -> Balance:
        def work(connection: sqlite3.Connection) -> Balance:
            now, rules = self._desk.clock.now(), self._desk.rules(connection)
            before = standing(connection, person_id, rules).calendar
            after = before.moved(zone_or(zone, rules.zone), now)
            parameters = {
                "person": person_id,
                "zone": zone,
                "day": after.held_day.isoformat() if after.held_day else None,
                "until": micros_or_none(after.held_until),
            }
            connection.execute(SET_ZONE, parameters)
            return ledger.balance(connection, person_id, now, rules)

        return await self._desk.database.write(work)

    async def lines(self, person_id: PersonId, *, offset: int, limit: int) -> Sequence[EntryLine]:
        parameters = {"person": person_id, "offset": offset, "limit": limit}

        def work(connection: sqlite3.Connection) -> Sequence[EntryLine]:
            rows = connection.execute(LINES, parameters).fetchall()
            return [_line(connection, row) for row in rows]

        return await self._desk.database.read(work)

    async def pockets(self, person_id: PersonId) -> Sequence[Pocket]:
        now = self._desk.clock.now()
        return await self._desk.database.read(
            lambda connection: pockets.live(connection, person_id, now)
        )

    async def given_back(self, jobs: Sequence[JobId]) -> frozenset[JobId]:
        return await self._desk.database.read(
            lambda connection: frozenset(
                row["job_id"] for row in connection.execute(GIVEN_BACK, (json.dumps(list(jobs)),))
            )
        )

    async def write_off(self, most: int) -> int:
        now = self._desk.clock.now()

        def due(connection: sqlite3.Connection) -> list[PersonId]:
            return pockets.overdue(connection, now, most)

        def work(connection: sqlite3.Connection) -> int:
            people = due(connection)
            for person_id in people:
                write_off(connection, person_id, now, self._desk.rules(connection))
            return len(people)

        if not await self._desk.database.read(due):  # nearly always: no need to write anything
            return 0
        return await self._desk.database.write(work)


def _line(connection: sqlite3.Connection, row: sqlite3.Row) -> EntryLine:
    job = connection.execute(JOB, (row["job_id"],)).fetchone() if row["job_id"] else None
    return EntryLine(
        id=row["id"],
        kind=EntryKind(row["kind"]),
        amount=row["amount"],
        at=from_micros(row["at"]),
        job=job_of(job) if job else None,
        by=row["by_person"],
        note=row["note"],
    )
