"""Jobs of other people in the hands of those who run the bot: found, called off, tried again, given back."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import timedelta

from jobs.admin.audit import Action
from jobs.admin.oversight import LISTED, CreditState, JobFile, JobListing, Sieve
from jobs.errors import (
    AlreadyStarted,
    CannotRetry,
    CoreError,
    MayPayTwice,
    Reason,
    StillLooking,
    TooLate,
)
from jobs.ids import JobId, PersonId, private_chat
from jobs.lifecycle import (
    Failed,
    FetchedAgain,
    GivenUp,
    Job,
    OutcomeLost,
    SentAnyway,
    State,
    may_have_been_paid,
)
from jobs.outbox import JobRefunded, JobRetried
from jobs.people import FORGOTTEN
from storage.audit import note
from storage.crediting import Occasion, enter_return, return_of
from storage.desk import Desk
from storage.owing import owe
from storage.person import find_owner
from storage.rows import job_of
from storage.steps import Again, Cause, accept, check_not_dearer, find_job, take_step

_RUNNING = """
    FROM jobs INDEXED BY jobs_running
    WHERE state IN ('uploading', 'submitting', 'unconfirmed', 'generating')
"""
_FROM: Mapping[JobListing, str] = {
    JobListing.RUNNING: _RUNNING,
    JobListing.UNCONFIRMED: f"{_RUNNING} AND state = 'unconfirmed'",
    JobListing.QUEUED: "FROM jobs INDEXED BY jobs_queue WHERE state = 'queued'",
    JobListing.FAILED: "FROM jobs INDEXED BY jobs_failed WHERE state = 'failed'",
    JobListing.UNDELIVERABLE: """
        FROM jobs INDEXED BY jobs_undeliverable WHERE state = 'undeliverable'
    """,
    JobListing.ALL: "FROM jobs WHERE id > 0",
}
_PAGE = """
    AND (:kind IS NULL OR shape GLOB :kind || '/*') ORDER BY id DESC LIMIT :limit OFFSET :offset
"""
PAGE = {listing: f"SELECT * {source} {_PAGE}" for listing, source in _FROM.items()}
_FROM_PERSON = """
    FROM jobs WHERE person_id = :person AND state IN (SELECT value FROM json_each(:states))
"""
OF_PERSON = f"SELECT * {_FROM_PERSON} {_PAGE}"
# All jobs that ever were, or ever failed, would have to be counted one by one.
COUNT = {
    listing: f"SELECT count(*) {_FROM[listing]}"
    for listing in (JobListing.RUNNING, JobListing.QUEUED, JobListing.UNCONFIRMED)
}
SETTLED = "SELECT kind FROM entries WHERE job_id = ? AND kind IN ('spent', 'released')"
REFUNDED = "SELECT 1 FROM entries WHERE job_id = ? AND kind = 'refunded'"
TRIED_AGAIN = """
    SELECT id FROM jobs
    WHERE again_of = ? AND state NOT IN ('failed', 'cancelled') ORDER BY id DESC LIMIT 1
"""
IN_HAND = "SELECT 1 FROM jobs WHERE id = ? AND owner IS NOT NULL"


class Oversight:
    """Implements `jobs.ports.Oversight`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def page(self, sieve: Sieve, *, offset: int, limit: int) -> Sequence[Job]:
        text = PAGE[sieve.listing] if sieve.person is None else OF_PERSON
        parameters = {
            "person": sieve.person,
            "states": json.dumps(sorted(LISTED[sieve.listing])),
            "kind": sieve.mode,
            "offset": offset,
            "limit": limit,
        }
        return await self._desk.database.read(
            lambda connection: [job_of(row) for row in connection.execute(text, parameters)]
        )

    async def counts(self) -> Mapping[JobListing, int]:
        return await self._desk.database.read(
            lambda connection: {
                listing: connection.execute(text).fetchone()[0] for listing, text in COUNT.items()
            }
        )

    async def open(self, job_id: JobId) -> JobFile:
        def work(connection: sqlite3.Connection) -> JobFile:
            job = find_job(connection, job_id)
            person = find_owner(connection, job.person_id, self._desk.rules(connection))
            return JobFile(job, person, _credits(connection, job), _again(connection, job))

        return await self._desk.database.read(work)

    async def call_off(self, job_id: JobId, *, by: PersonId | None) -> Job | None:
        def work(connection: sqlite3.Connection) -> Job | None:
            if find_job(connection, job_id).state not in (State.QUEUED, State.GENERATING):
                return None
            job = take_step(connection, self._desk, job_id, Failed(Reason.CALLED_OFF), by=by)
            if job:
                self._note(connection, by, Action.JOB_CALLED_OFF, job)
            return job

        return await self._desk.database.write(work)

    async def give_up(self, job_id: JobId, *, by: PersonId | None) -> Job | None:
        def work(connection: sqlite3.Connection) -> Job | None:
            job = take_step(connection, self._desk, job_id, GivenUp(), by=by)
            if job:
                self._note(connection, by, Action.JOB_GIVEN_UP, job)
            return job

        return await self._desk.database.write(work)

    async def look_now(self, job_id: JobId, *, by: PersonId | None) -> Job | None:
        def work(connection: sqlite3.Connection) -> Job | None:
            job = find_job(connection, job_id)
            if job.state is not State.UNCONFIRMED:
                return None
            if connection.execute(IN_HAND, (job_id,)).fetchone():  # somebody is at it
                return job
            self._note(connection, by, Action.JOB_LOOKED_FOR, job)
            return take_step(connection, self._desk, job_id, OutcomeLost(timedelta()))

        return await self._desk.database.write(work)

    async def retry(
        self, job_id: JobId, *, by: PersonId | None, may_pay_twice: bool = False
    ) -> Job:
        def work(connection: sqlite3.Connection) -> Job:
            job = find_job(connection, job_id)
            lives_on = self._retry(connection, job, by=by, may_pay_twice=may_pay_twice)
            detail = "" if lives_on.id == job.id else f"→ {lives_on.id}"
            self._note(connection, by, Action.JOB_RETRIED, job, detail)
            return lives_on

        return await self._desk.database.write(work)

    def _retry(
        self,
        connection: sqlite3.Connection,
        job: Job,
        *,
        by: PersonId | None,
        may_pay_twice: bool,
    ) -> Job:
        if job.state is State.UNDELIVERABLE:
            return take_step(connection, self._desk, job.id, FetchedAgain()) or job
        if job.state not in (State.FAILED, State.UNCONFIRMED) or job.person_id == FORGOTTEN:
            raise TooLate
        again = _again(connection, job)
        if job.state is State.FAILED and again is not None:
            raise AlreadyStarted(again)
        if may_have_been_paid(job) and not may_pay_twice:
            raise MayPayTwice
        if job.state is State.UNCONFIRMED:
            return self._send_anyway(connection, job)
        return self._start_anew(connection, job, by=by)

    def _send_anyway(self, connection: sqlite3.Connection, job: Job) -> Job:
        """Not while it is looked for: what is found a moment later would be lost, though it was paid."""
        if connection.execute(IN_HAND, (job.id,)).fetchone():
            raise StillLooking
        return take_step(connection, self._desk, job.id, SentAnyway()) or job

    def _start_anew(self, connection: sqlite3.Connection, job: Job, *, by: PersonId | None) -> Job:
        cause = Cause(again=Again(job.id, None, by))
        try:
            check_not_dearer(connection, self._desk, job)
            anew = accept(connection, self._desk, job.request, job.person_id, job.place, cause)
        except CoreError as error:
            raise CannotRetry(error) from error
        told = JobRetried(job_id=anew.id)
        owe(connection, f"retried:{anew.id}", job.place, told, self._desk.clock.now())
        return anew

    async def refund(self, job_id: JobId, *, by: PersonId | None, note: str = "") -> int:
        def work(connection: sqlite3.Connection) -> int:
            job, now = find_job(connection, job_id), self._desk.clock.now()
            why = Occasion(return_of(job), now, self._desk.rules(connection), by, note)
            credits = enter_return(connection, job, why)
            detail = f"+{credits} {note}".strip()
            self._note(connection, by, Action.JOB_REFUNDED, job, detail)
            if job.person_id != FORGOTTEN:
                told = JobRefunded(job_id=job.id, credits=credits)
                owe(connection, f"refunded:{job.id}", private_chat(job.person_id), told, now)
            return credits

        return await self._desk.database.write(work)

    def _note(
        self,
        connection: sqlite3.Connection,
        by: PersonId | None,
        action: Action,
        job: Job,
        detail: str = "",
    ) -> None:
        now, target = self._desk.clock.now(), str(job.id)
        note(connection, by, action, now, person=job.person_id, target=target, detail=detail)


def _credits(connection: sqlite3.Connection, job: Job) -> CreditState:
    if connection.execute(REFUNDED, (job.id,)).fetchone():
        return CreditState.REFUNDED
    row = connection.execute(SETTLED, (job.id,)).fetchone()
    return CreditState(row["kind"]) if row else CreditState.HELD


def _again(connection: sqlite3.Connection, job: Job) -> JobId | None:
    """The job that tries the same again, by its person or by an admin, and has not failed as well."""
    row = connection.execute(TRIED_AGAIN, (job.id,)).fetchone()
    return JobId(row["id"]) if row else None
