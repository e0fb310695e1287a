"""Moderation, as admins see it: lists of words and effects, who is paused, what was reported."""

import sqlite3
from collections.abc import Sequence

from jobs.admin.audit import Action
from jobs.errors import NotYours
from jobs.ids import ChatId, JobId, MarkId, PersonId, ReportId, StopWordId
from jobs.moderation import EffectMark, Mark, PausedPerson, Report, StopWord, Strikes
from jobs.outbox import ReportAlert
from storage import strikes, wordlists
from storage.audit import note
from storage.desk import Desk
from storage.owing import owe_admins
from storage.person import find_owner, find_person
from storage.rows import from_micros, moment_or_none, to_micros
from storage.steps import find_job

PAUSED = "SELECT person_id, until FROM pauses WHERE until > ? ORDER BY until DESC"
REPORT = """
    INSERT INTO reports (job_id, person_id, at) VALUES (:job, :person, :now)
    ON CONFLICT (job_id, person_id) DO NOTHING RETURNING id
"""
OPEN = "SELECT * FROM reports WHERE closed_at IS NULL ORDER BY id LIMIT :limit OFFSET :offset"
COUNT_OPEN = "SELECT count(*) FROM reports WHERE closed_at IS NULL"
FIND = "SELECT * FROM reports WHERE id = ?"
CLOSE = """
    UPDATE reports SET closed_by = :by, closed_at = :now WHERE id = :id AND closed_at IS NULL
    RETURNING job_id
"""


class Moderation:
    """Implements `jobs.ports.Moderation`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # words and effects

    async def stop_words(self) -> Sequence[StopWord]:
        return await self._desk.database.read(wordlists.stop_words)

    async def add_stop_word(self, words: str, language: str, *, by: PersonId | None) -> bool:
        now = self._desk.clock.now()
        return await self._desk.database.write(
            lambda connection: wordlists.add_stop_word(connection, words, language, by=by, now=now)
        )

    async def remove_stop_word(self, word_id: StopWordId, *, by: PersonId | None) -> bool:
        now = self._desk.clock.now()
        return await self._desk.database.write(
            lambda connection: wordlists.remove_stop_word(connection, word_id, by=by, now=now)
        )

    async def effect_marks(self) -> Sequence[EffectMark]:
        return await self._desk.database.read(wordlists.effect_marks)

    async def add_effect_mark(self, mark: Mark, value: str, *, by: PersonId | None) -> bool:
        now = self._desk.clock.now()
        return await self._desk.database.write(
            lambda connection: wordlists.add_mark(connection, mark, value, by=by, now=now)
        )

    async def remove_effect_mark(self, mark_id: MarkId, *, by: PersonId | None) -> bool:
        now = self._desk.clock.now()
        return await self._desk.database.write(
            lambda connection: wordlists.remove_mark(connection, mark_id, by=by, now=now)
        )

    # strikes

    async def standing(self, person_id: PersonId) -> Strikes:
        def work(connection: sqlite3.Connection) -> Strikes:
            now, rules = self._desk.clock.now(), self._desk.rules(connection)
            return strikes.standing(connection, rules, person_id, now)

        return await self._desk.database.read(work)

    async def paused(self) -> Sequence[PausedPerson]:
        def work(connection: sqlite3.Connection) -> Sequence[PausedPerson]:
            rules = self._desk.rules(connection)
            now = to_micros(self._desk.clock.now())
            return [
                PausedPerson(
                    find_person(connection, row["person_id"], rules), from_micros(row["until"])
                )
                for row in connection.execute(PAUSED, (now,))
            ]

        return await self._desk.database.read(work)

    async def lift(self, person_id: PersonId, *, by: PersonId | None) -> bool:
        def work(connection: sqlite3.Connection) -> bool:
            now = self._desk.clock.now()
            if not strikes.lift(connection, person_id, now):
                return False
            note(connection, by, Action.PAUSE_LIFTED, now, person=person_id)
            return True

        return await self._desk.database.write(work)

    # reports

    async def report(self, job_id: JobId, person_id: PersonId, chat_id: ChatId) -> bool:
        def work(connection: sqlite3.Connection) -> bool:
            job, now = find_job(connection, job_id), self._desk.clock.now()
            if job.person_id != person_id and job.place.chat_id != chat_id:
                raise NotYours
            parameters = {"job": job_id, "person": person_id, "now": to_micros(now)}
            row = connection.execute(REPORT, parameters).fetchone()
            if row is None:
                return False
            alert = ReportAlert(report_id=row["id"])
            rules = self._desk.rules(connection)
            owe_admins(connection, rules, f"report:{row['id']}", alert, now)
            return True

        return await self._desk.database.write(work)

    async def reports(self, *, offset: int, limit: int) -> tuple[Sequence[Report], int]:
        def work(connection: sqlite3.Connection) -> tuple[Sequence[Report], int]:
            total: int = connection.execute(COUNT_OPEN).fetchone()[0]
            rows = connection.execute(OPEN, {"offset": offset, "limit": limit}).fetchall()
            return [self._report(connection, row) for row in rows], total

        return await self._desk.database.read(work)

    async def get_report(self, report_id: ReportId) -> Report | None:
        def work(connection: sqlite3.Connection) -> Report | None:
            row = connection.execute(FIND, (report_id,)).fetchone()
            return self._report(connection, row) if row else None

        return await self._desk.database.read(work)

    async def close_report(self, report_id: ReportId, *, by: PersonId | None) -> bool:
        def work(connection: sqlite3.Connection) -> bool:
            now = self._desk.clock.now()
            parameters = {"id": report_id, "by": by, "now": to_micros(now)}
            row = connection.execute(CLOSE, parameters).fetchone()
            if row is None:
                return False
            note(connection, by, Action.REPORT_CLOSED, now, target=str(row["job_id"]))
            return True

        return await self._desk.database.write(work)

    def _report(self, connection: sqlite3.Connection, row: sqlite3.Row) -> Report:
        rules, job = self._desk.rules(connection), find_job(connection, row["job_id"])
        return Report(
            row["id"],
            job,
            owner=find_owner(connection, job.person_id, rules),
            reporter=find_person(connection, row["person_id"], rules),
            at=from_micros(row["at"]),
            closed_at=moment_or_none(row["closed_at"]),
        )
