"""What jobs really cost at the provider: learned where its price list says nothing."""

import logging
import sqlite3
from datetime import datetime, timedelta

from jobs.ids import JobId
from jobs.lifecycle import Job
from jobs.offer import shape_of
from storage.desk import Desk
from storage.prices import is_estimate, learn
from storage.rows import to_micros
from storage.steps import find_job

log = logging.getLogger(__name__)

LEARNED = "SELECT 1 FROM learned_prices WHERE shape = :shape AND at > :since"
RUNNING_BESIDE = """
    SELECT 1 FROM jobs
    WHERE account = :account AND id <> :id AND submitted_at > :long_ago
      AND state IN ('uploading', 'submitting', 'unconfirmed', 'generating')
"""
# Whatever was sent there in the meantime, or had not ended when the job was sent, moved the credits too.
RAN_BESIDE = """
    SELECT 1 FROM jobs
    WHERE account = :account AND id <> :id AND submitted_at > :long_ago
      AND (submitted_at >= :since OR finished_at IS NULL OR finished_at >= :since)
"""
SET_COST = "UPDATE jobs SET cost = :cost WHERE id = :id"

KEPT = timedelta(days=7)  # then it is looked again: vendors change their prices
LONGEST_JOB = timedelta(hours=30)
ODD = 4  # so many times the estimate, or so small a part of it, is no price but something else


class Costs:
    """Implements `jobs.ports.Costs`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def wanted(self, job: Job) -> bool:
        now = self._desk.clock.now()

        def work(connection: sqlite3.Connection) -> bool:
            # A day is too long: accounts are filled up meanwhile.
            if job.request.options.off_peak or not self._is_estimate(connection, job):
                return False
            shape = shape_of(job.request.subject, job.request.options)
            known = {"shape": shape, "since": to_micros(now - KEPT)}
            if connection.execute(LEARNED, known).fetchone():
                return False
            return connection.execute(RUNNING_BESIDE, _beside(job, now)).fetchone() is None

        return await self._desk.database.read(work)

    async def learn(self, job_id: JobId, credits_after: int) -> int | None:
        now = self._desk.clock.now()

        def work(connection: sqlite3.Connection) -> int | None:
            job = find_job(connection, job_id)
            if job.credits_before is None or not self._is_estimate(connection, job):
                return None
            cost = job.credits_before - credits_after
            alone = connection.execute(RAN_BESIDE, _beside(job, now)).fetchone() is None
            if not alone or not self._is_plausible(connection, job, cost):
                log.info("job %s: what it cost cannot be told", job_id)
                return None
            connection.execute(SET_COST, {"id": job_id, "cost": cost})
            learn(connection, job, cost, now)
            return cost

        return await self._desk.database.write(work)

    def _is_estimate(self, connection: sqlite3.Connection, job: Job) -> bool:
        return is_estimate(self._desk.offer(connection), job)

    def _is_plausible(self, connection: sqlite3.Connection, job: Job, cost: int) -> bool:
        """Somebody may have used the account by hand, or filled it up."""
        offer, request = self._desk.offer(connection), job.request
        listed = offer.price(request.subject, request.options).credits
        return listed <= cost * ODD and cost <= listed * ODD


def _beside(job: Job, now: datetime) -> dict[str, object]:
    since = job.submitted_at or now
    return {
        "account": job.account,
        "id": job.id,
        "since": to_micros(since),
        "long_ago": to_micros(since - LONGEST_JOB),
    }
