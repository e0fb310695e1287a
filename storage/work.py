"""Jobs as the worker sees them: who is next, what a process left behind, what is being made."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta

from jobs.ids import AccountId, JobId, VideoId
from jobs.lifecycle import Claimed, Job
from jobs.ports import JobView, Lane
from storage import queue
from storage.desk import Desk
from storage.rows import job_of, to_micros
from storage.steps import take_step

# Whatever bears another owner was left by a process that died; whatever is due was laid aside, or its
# holder in this process has forgotten it.
TAKE_ORPHANS = """
    UPDATE jobs SET owner = :owner
    WHERE state IN ('uploading', 'submitting', 'unconfirmed')
      AND (owner <> :owner OR due_at <= :now)
    RETURNING *
"""
SENT = """
    SELECT id, account FROM jobs INDEXED BY jobs_running
    WHERE state IN ('uploading', 'submitting', 'unconfirmed', 'generating')
      AND state <> 'uploading'
"""
# Left alone, the planner reads the whole table, since that gives the order for nothing.
GENERATING = """
    SELECT * FROM jobs INDEXED BY jobs_running
    WHERE state IN ('uploading', 'submitting', 'unconfirmed', 'generating')
      AND state = 'generating'
    ORDER BY id
"""
IN_MOTION = """
    SELECT * FROM jobs
    WHERE status_message_id IS NOT NULL
      AND id IN (
        SELECT id FROM jobs WHERE state = 'queued'
        UNION ALL
        SELECT id FROM jobs
        WHERE state IN ('uploading', 'submitting', 'unconfirmed', 'generating')
      )
    ORDER BY id
"""
TAKEN = """
    SELECT video_id FROM jobs
    WHERE account = :account AND id <> :id AND video_id IS NOT NULL AND submitted_at >= :since
"""
BY_VIDEO = "SELECT * FROM jobs WHERE video_id = ? ORDER BY id DESC LIMIT 1"

CLOCKS_APART = timedelta(minutes=10)  # the provider's clock may say another time than ours


class Work:
    """Implements `jobs.ports.Work`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def claim(self, lanes: Sequence[Lane]) -> Sequence[Job]:
        def work(connection: sqlite3.Connection) -> Sequence[Job]:
            if self._desk.rules(connection).queue_paused:
                return []
            steps = [
                take_step(connection, self._desk, job_id, Claimed(account))
                for job_id, account in queue.next_jobs(connection, self._desk, lanes)
            ]
            return [job for job in steps if job]

        return await self._desk.database.write(work)

    async def queued(self) -> int:
        def work(connection: sqlite3.Connection) -> int:
            rules = self._desk.rules(connection)
            if rules.queue_paused:
                return 0
            return queue.claimable(connection, self._desk.clock.now(), rules.limits)

        return await self._desk.database.read(work)

    async def stranded(self, accounts: Collection[AccountId]) -> Sequence[Job]:
        return await self._desk.database.read(
            lambda connection: queue.stranded(connection, accounts)
        )

    async def sent(self) -> Mapping[JobId, AccountId]:
        return await self._desk.database.read(
            lambda connection: {row["id"]: row["account"] for row in connection.execute(SENT)}
        )

    async def orphans(self) -> Sequence[Job]:
        parameters = {"owner": self._desk.owner, "now": to_micros(self._desk.clock.now())}

        def work(connection: sqlite3.Connection) -> Sequence[Job]:
            rows = connection.execute(TAKE_ORPHANS, parameters).fetchall()
            return sorted((job_of(row) for row in rows), key=lambda job: job.id)

        return await self._desk.database.write(work)

    async def generating(self) -> Sequence[Job]:
        return await self._desk.database.read(
            lambda connection: [job_of(row) for row in connection.execute(GENERATING)]
        )

    async def in_motion(self) -> Sequence[JobView]:
        return await self._desk.database.read(self._moving)

    async def taken(self, job: Job) -> frozenset[VideoId]:
        since = to_micros((job.submitted_at or job.queued_at) - CLOCKS_APART)
        parameters = {"account": job.account, "id": job.id, "since": since}
        return await self._desk.database.read(
            lambda connection: frozenset(row[0] for row in connection.execute(TAKEN, parameters))
        )

    async def by_video(self, video_id: VideoId) -> Job | None:
        def work(connection: sqlite3.Connection) -> Job | None:
            row = connection.execute(BY_VIDEO, (video_id,)).fetchone()
            return job_of(row) if row else None

        return await self._desk.database.read(work)

    def _moving(self, connection: sqlite3.Connection) -> Sequence[JobView]:
        rows, rules = connection.execute(IN_MOTION).fetchall(), self._desk.rules(connection)
        return queue.views(connection, rows, paused=rules.queue_paused)
