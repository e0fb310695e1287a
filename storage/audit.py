"""The audit log: written by `note` inside the transaction of the deed, read page by page."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from jobs.admin.audit import Action, Deed, LogLine
from jobs.ids import DeedId, PersonId
from storage.desk import Desk
from storage.rows import from_micros, to_micros

NOTE = """
    INSERT INTO audit (by_person, action, person_id, target, detail, at)
    VALUES (:by, :action, :person, :target, :detail, :now)
    RETURNING id
"""
_LINES = """
    SELECT audit.*, actor.first_name AS by_name, people.first_name AS person_name
    FROM audit
    LEFT JOIN people AS actor ON actor.id = audit.by_person
    LEFT JOIN people ON people.id = audit.person_id
"""
_NEWEST = "ORDER BY audit.id DESC LIMIT :limit OFFSET :offset"
ALL = f"{_LINES} {_NEWEST}"
BY = f"{_LINES} WHERE audit.by_person = :by {_NEWEST}"
ON = f"{_LINES} WHERE audit.person_id = :person {_NEWEST}"
BY_OR_ON = f"{_LINES} WHERE audit.by_person = :by OR audit.person_id = :person {_NEWEST}"


def note(
    connection: sqlite3.Connection,
    by: PersonId | None,
    action: Action,
    now: datetime,
    *,
    person: PersonId | None = None,
    target: str = "",
    detail: str = "",
) -> DeedId:
    """Write a deed down in the transaction that does it; `detail` holds no secrets.

    Its id is unique: what is owed because of the deed may have it in its key.
    """
    parameters = {
        "by": by,
        "action": action,
        "person": person,
        "target": target,
        "detail": detail,
        "now": to_micros(now),
    }
    return DeedId(connection.execute(NOTE, parameters).fetchone()["id"])


class Audit:
    """Implements `jobs.ports.Audit`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def note(
        self,
        by: PersonId | None,
        action: Action,
        *,
        person: PersonId | None = None,
        target: str = "",
        detail: str = "",
    ) -> None:
        now = self._desk.clock.now()

        def work(connection: sqlite3.Connection) -> None:
            note(connection, by, action, now, person=person, target=target, detail=detail)

        await self._desk.database.write(work)

    async def page(
        self,
        *,
        offset: int,
        limit: int,
        by: PersonId | None = None,
        person: PersonId | None = None,
    ) -> Sequence[LogLine]:
        parameters = {"by": by, "person": person, "offset": offset, "limit": limit}
        text = _question(by, person)
        return await self._desk.database.read(
            lambda connection: [_line(row) for row in connection.execute(text, parameters)]
        )


def _question(by: PersonId | None, person: PersonId | None) -> str:
    if by is None:
        return ALL if person is None else ON
    return BY if person is None else BY_OR_ON


def _line(row: sqlite3.Row) -> LogLine:
    deed = Deed(
        id=DeedId(row["id"]),
        by=row["by_person"],
        action=Action(row["action"]),
        at=from_micros(row["at"]),
        person=row["person_id"],
        target=row["target"],
        detail=row["detail"],
    )
    return LogLine(deed, row["by_name"] or "", row["person_name"] or "")
