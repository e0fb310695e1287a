"""Who was asked for the password of a PixVerse account, and that nothing they write meanwhile is kept."""

import sqlite3
from datetime import datetime, timedelta

from jobs.ids import PersonId
from jobs.ports import PasswordQuestion
from jobs.roles import Right, may
from jobs.rules import LiveRules
from storage.desk import Desk
from storage.roles import find_role
from storage.rows import from_micros, to_micros

OPEN_FOR = timedelta(minutes=15)

BEGIN = """
    INSERT INTO password_questions (person_id, asked_at) SELECT id, :now FROM people WHERE id = :person
    ON CONFLICT (person_id) DO UPDATE SET asked_at = excluded.asked_at WHERE email IS NULL
"""
ASK = """
    INSERT INTO password_questions (person_id, email, most, asked_at)
    VALUES (:person, :email, :most, :now)
    ON CONFLICT (person_id) DO UPDATE SET
        email = excluded.email, most = excluded.most, asked_at = excluded.asked_at
"""
OF = "SELECT * FROM password_questions WHERE person_id = ?"
MAY_ANSWER = """
    SELECT 1 FROM password_questions
    WHERE person_id = :person AND (email IS NOT NULL OR asked_at > :since)
"""
DROP = "DELETE FROM password_questions WHERE person_id = ?"


class PasswordQuestions:
    """Implements `jobs.ports.PasswordQuestions`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def ask(self, person_id: PersonId, email: str, most: int) -> None:
        now = to_micros(self._desk.clock.now())
        parameters = {"person": person_id, "email": email, "most": most, "now": now}
        await self._desk.database.write(lambda connection: connection.execute(ASK, parameters))

    async def of(self, person_id: PersonId) -> PasswordQuestion | None:
        now = self._desk.clock.now()

        def work(connection: sqlite3.Connection) -> PasswordQuestion | None:
            row = connection.execute(OF, (person_id,)).fetchone()
            if row is None or row["email"] is None:
                return None
            asked_at = from_micros(row["asked_at"])
            is_open = now - asked_at < OPEN_FOR
            return PasswordQuestion(row["email"], row["most"], asked_at, is_open)

        return await self._desk.database.read(work)

    async def drop(self, person_id: PersonId) -> bool:
        return await self._desk.database.write(
            lambda connection: connection.execute(DROP, (person_id,)).rowcount == 1
        )


def begin(
    connection: sqlite3.Connection, person_id: PersonId, rules: LiveRules, now: datetime
) -> None:
    """What asks somebody for a password has come in: from here on they are listened to with care."""
    if may(find_role(connection, person_id, rules), Right.ACCOUNTS):
        connection.execute(BEGIN, {"person": person_id, "now": to_micros(now)})


def is_asked(connection: sqlite3.Connection, person_id: PersonId, now: datetime) -> bool:
    """Whether what they write may be a password."""
    parameters = {"person": person_id, "since": to_micros(now - OPEN_FOR)}
    return connection.execute(MAY_ANSWER, parameters).fetchone() is not None
