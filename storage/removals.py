"""Jobs that their person has deleted: emptied at once, and kept until the provider has deleted them too."""

import sqlite3
from collections.abc import Sequence
from datetime import timedelta

from jobs.errors import NotYours, TooLate, UnderReport
from jobs.history import NO_RESULT, erased
from jobs.ids import ChatId, JobId, MessageId, PersonId
from jobs.lifecycle import ENDED, Job
from storage.desk import Desk
from storage.rows import REQUEST, to_micros
from storage.steps import TIDY_UP, find_job

REPORTED = "SELECT 1 FROM reports WHERE job_id = :job AND closed_at IS NULL"
SHOWN = "SELECT chat_id, message_id FROM shown_results WHERE job_id = :job"
EMPTY = """
    UPDATE jobs SET deleted_at = :now, request = :request, uploads = '[]', sent = NULL,
                    result = CASE WHEN result IS NULL THEN NULL ELSE :result END
    WHERE id = :job
"""
FORGET_SHOWN = "DELETE FROM shown_results WHERE job_id = :job"
FORGET_UNSENT = "DELETE FROM outbox WHERE job_id = :job AND state IN ('due', 'dead')"
# A later attempt waits longer: 1, 2, 4, … times `again`, 2^9 times at most.
CLAIM = """
    UPDATE removals SET attempts = attempts + 1, due_at = :now + (:again << min(attempts, 9))
    WHERE job_id IN (SELECT job_id FROM removals WHERE due_at <= :now ORDER BY due_at LIMIT :limit)
    RETURNING job_id, attempts
"""
DONE = "DELETE FROM removals WHERE job_id = :job"


class Removals:
    """Implements `jobs.ports.Removals`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def delete(
        self, job_id: JobId, person_id: PersonId
    ) -> Sequence[tuple[ChatId, MessageId]]:
        def work(connection: sqlite3.Connection) -> Sequence[tuple[ChatId, MessageId]]:
            job = find_job(connection, job_id)
            if job.deleted_at:
                return ()
            _check(connection, job, person_id)
            where = {"job": job_id}
            spots = [
                (row["chat_id"], row["message_id"]) for row in connection.execute(SHOWN, where)
            ]
            self._empty(connection, job)
            return spots

        return await self._desk.database.write(work)

    def _empty(self, connection: sqlite3.Connection, job: Job) -> None:
        where, now = {"job": job.id}, to_micros(self._desk.clock.now())
        emptied = {
            "now": now,
            "request": REQUEST.dump_json(erased(job.request)).decode(),
            "result": NO_RESULT.model_dump_json(),
        }
        connection.execute(EMPTY, {**where, **emptied})
        connection.execute(FORGET_SHOWN, where)
        connection.execute(FORGET_UNSENT, where)
        if job.video_id:
            connection.execute(TIDY_UP, {**where, "now": now})

    async def claim(self, limit: int, again: timedelta) -> Sequence[tuple[Job, int]]:
        parameters = {
            "now": to_micros(self._desk.clock.now()),
            "again": again // timedelta(microseconds=1),
            "limit": limit,
        }

        def work(connection: sqlite3.Connection) -> Sequence[tuple[Job, int]]:
            rows = connection.execute(CLAIM, parameters).fetchall()
            return [(find_job(connection, row["job_id"]), row["attempts"]) for row in rows]

        return await self._desk.database.write(work)

    async def done(self, job_id: JobId) -> None:
        await self._desk.database.write(
            lambda connection: connection.execute(DONE, {"job": job_id})
        )


def _check(connection: sqlite3.Connection, job: Job, person_id: PersonId) -> None:
    """Raises NotYours, TooLate, UnderReport."""
    if job.person_id != person_id:
        raise NotYours
    if job.state not in ENDED:
        raise TooLate
    if connection.execute(REPORTED, {"job": job.id}).fetchone():
        raise UnderReport
