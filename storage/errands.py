"""Errands: what the next message of somebody with a role is for."""

import sqlite3

from jobs.admin.errands import ERRAND_ENDS, Errand, OpenErrand
from jobs.ids import PersonId
from storage.desk import Desk
from storage.rows import to_micros

BEGIN = """
    INSERT INTO errands (person_id, errand, detail, at) VALUES (:person, :errand, :detail, :now)
    ON CONFLICT (person_id) DO UPDATE SET
        errand = excluded.errand, detail = excluded.detail, at = excluded.at
"""
OPEN = "SELECT errand, detail FROM errands WHERE person_id = :person AND at > :since"
END = "DELETE FROM errands WHERE person_id = ?"


class Errands:
    """Implements `jobs.ports.Errands`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def begin(self, person_id: PersonId, errand: Errand, detail: str = "") -> None:
        now = to_micros(self._desk.clock.now())
        parameters = {"person": person_id, "errand": errand, "detail": detail, "now": now}
        await self._desk.database.write(lambda connection: connection.execute(BEGIN, parameters))

    async def open(self, person_id: PersonId) -> OpenErrand | None:
        since = to_micros(self._desk.clock.now() - ERRAND_ENDS)

        def work(connection: sqlite3.Connection) -> OpenErrand | None:
            row = connection.execute(OPEN, {"person": person_id, "since": since}).fetchone()
            return OpenErrand(Errand(row["errand"]), row["detail"]) if row else None

        return await self._desk.database.read(work)

    async def end(self, person_id: PersonId) -> bool:
        return await self._desk.database.write(
            lambda connection: connection.execute(END, (person_id,)).rowcount == 1
        )
