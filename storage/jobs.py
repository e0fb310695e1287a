"""Jobs: accepted, moved from state to state, looked at by their people."""

import sqlite3
from datetime import timedelta

from jobs.capabilities import Feature
from jobs.drafts import Draft, request_of, subject_of
from jobs.errors import (
    AlreadyStarted,
    CardOutdated,
    DraftGone,
    NoSuchJob,
    NotInPlan,
    NotOffered,
    NotYours,
    TooLate,
)
from jobs.ids import (
    DraftId,
    JobId,
    MessageId,
    PersonId,
    Place,
    UpdateId,
)
from jobs.lifecycle import Cancelled, Event, Job
from jobs.offer import Offer
from jobs.people import FORGOTTEN
from jobs.ports import JobView
from storage import queue
from storage.desk import Desk
from storage.drafts import delete_draft, draft_of_row, own_draft
from storage.offering import offer_to
from storage.rows import place_of, to_micros
from storage.steps import (
    Again,
    Cause,
    accept,
    check_again,
    check_shown,
    check_takes,
    find_job,
    take_step,
)

FIND = "SELECT * FROM jobs WHERE id = ?"
OF_DRAFT = "SELECT id, person_id FROM jobs WHERE draft_id = ?"
PRESSED_BEFORE = """
    SELECT id FROM jobs
    WHERE again_update_id = :update OR (again_of = :id AND queued_at > :since)
"""

PRESSED_TWICE = timedelta(seconds=3)


class Jobs:
    """Implements `jobs.ports.Jobs`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def start(
        self, draft_id: DraftId, person_id: PersonId, *, takes: int = 1, shown: int | None = None
    ) -> JobView:
        def work(connection: sqlite3.Connection) -> Job:
            try:
                row = own_draft(connection, draft_id, person_id)
            except DraftGone:
                _check_not_started(connection, draft_id, person_id)
                raise
            draft, offer = draft_of_row(row), self._desk.offer(connection)
            _check_offered(draft, offer)
            _check_plan(draft, offer, offer_to(connection, self._desk, person_id))
            request = request_of(draft, offer)
            check_shown(connection, self._desk, request, shown)
            check_takes(connection, self._desk, request, person_id, takes)
            cause = Cause(draft_id, card=row["message_id"], asked=row["asked_message_id"])
            job = accept(connection, self._desk, request, person_id, place_of(row), cause)
            for _ in range(takes - 1):
                self._accept_take(connection, job)
            delete_draft(connection, draft_id)
            return job

        job = await self._desk.database.write(work)
        return await self.view(job.id)

    def _accept_take(self, connection: sqlite3.Connection, first: Job) -> None:
        cause = Cause(take_of=first, asked=first.asked_message_id)
        accept(connection, self._desk, first.request, first.person_id, first.place, cause)

    async def start_again(
        self,
        job_id: JobId,
        person_id: PersonId,
        place: Place,
        update_id: UpdateId,
        asked: MessageId | None = None,
    ) -> JobView:
        def work(connection: sqlite3.Connection) -> Job:
            source = _own(connection, job_id, person_id)
            since = to_micros(self._desk.clock.now() - PRESSED_TWICE)
            press = {"id": job_id, "since": since, "update": update_id}
            row = connection.execute(PRESSED_BEFORE, press).fetchone()
            if row:
                raise AlreadyStarted(row["id"])
            check_again(connection, self._desk, source)
            cause = Cause(again=Again(job_id, update_id), asked=asked)
            return accept(connection, self._desk, source.request, person_id, place, cause)

        job = await self._desk.database.write(work)
        return await self.view(job.id)

    async def apply(self, job_id: JobId, event: Event) -> Job | None:
        return await self._desk.database.write(
            lambda connection: take_step(connection, self._desk, job_id, event)
        )

    async def cancel(self, job_id: JobId, person_id: PersonId) -> Job:
        def work(connection: sqlite3.Connection) -> Job:
            _own(connection, job_id, person_id)
            job = take_step(connection, self._desk, job_id, Cancelled(), by=person_id)
            if job is None:
                raise TooLate
            return job

        return await self._desk.database.write(work)

    async def view(self, job_id: JobId) -> JobView:
        def work(connection: sqlite3.Connection) -> JobView:
            rows = connection.execute(FIND, (job_id,)).fetchall()
            if not rows:
                raise NoSuchJob
            paused = self._desk.rules(connection).queue_paused
            return queue.views(connection, rows, paused=paused)[0]

        return await self._desk.database.read(work)

    async def own(self, job_id: JobId, person_id: PersonId) -> Job:
        return await self._desk.database.read(
            lambda connection: _own(connection, job_id, person_id)
        )


def _check_offered(draft: Draft, offer: Offer) -> None:
    """What was switched off since the card was shown. Raises NotOffered (a mode), CardOutdated (a model)."""
    mode = subject_of(draft).mode
    if not offer.has(mode):
        raise NotOffered(mode)
    if offer.switched_off(mode, draft.options.model):
        raise CardOutdated


def _check_plan(draft: Draft, offer: Offer, own: Offer) -> None:
    """What the person's plan has not. Raises NotInPlan (a mode), CardOutdated (the plan has changed)."""
    subject, options = subject_of(draft), draft.options
    if not own.has(subject.mode):
        raise NotInPlan(Feature.MODE, subject.mode)
    if own.fit(subject, options) != offer.fit(subject, options):
        raise CardOutdated


def _own(connection: sqlite3.Connection, job_id: JobId, person_id: PersonId) -> Job:
    job = find_job(connection, job_id)
    if job.person_id == FORGOTTEN:
        raise NoSuchJob
    if job.person_id != person_id:
        raise NotYours
    if job.deleted_at:
        raise NoSuchJob
    return job


def _check_not_started(
    connection: sqlite3.Connection, draft_id: DraftId, person_id: PersonId
) -> None:
    """Raises NotYours, AlreadyStarted where the draft is gone because it became a job."""
    row = connection.execute(OF_DRAFT, (draft_id,)).fetchone()
    if row is None:
        return
    if row["person_id"] != person_id:
        raise NotYours
    raise AlreadyStarted(row["id"])
