"""Jobs: accepted, moved from state to state, claimed in turn, found again after a crash."""

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta

from jobs.audit import Action
from jobs.capabilities import Feature, Mode
from jobs.drafts import Draft, request_of, subject_of
from jobs.errors import (
    AlreadyStarted,
    CardOutdated,
    DraftGone,
    NoSuchJob,
    NotInPlan,
    NotOffered,
    NotYours,
    Reason,
    TooLate,
)
from jobs.history import STATES, Wanted
from jobs.ids import (
    AccountId,
    ChatId,
    DraftId,
    JobId,
    MessageId,
    PersonId,
    Place,
    UpdateId,
    VideoId,
)
from jobs.lifecycle import Cancelled, Claimed, Event, Failed, GivenUp, Job, State
from jobs.offer import Offer
from jobs.people import FORGOTTEN
from jobs.ports import JobListing, JobView, Lane
from storage import audit, queue, shown
from storage.desk import Desk
from storage.drafts import delete_draft, draft_of_row, own_draft
from storage.effects import searchable
from storage.offering import offer_to
from storage.rows import job_of, place_of, to_micros
from storage.steps import Again, accept, check_shown, check_takes, find_job, take_step

FIND = "SELECT * FROM jobs WHERE id = ?"
OF_DRAFT = "SELECT id, person_id FROM jobs WHERE draft_id = ?"
PRESSED_BEFORE = """
    SELECT id FROM jobs
    WHERE again_update_id = :update OR (again_of = :id AND queued_at > :since)
"""
# Whatever bears another owner was left by a process that died; whatever is due was laid aside, or its
# holder in this process has forgotten it.
TAKE_ORPHANS = """
    UPDATE jobs SET owner = :owner
    WHERE state IN ('uploading', 'submitting', 'unconfirmed')
      AND (owner <> :owner OR due_at <= :now)
    RETURNING *
"""
# Left alone, the planner reads the whole table, since that gives the order for nothing.
GENERATING = """
    SELECT * FROM jobs INDEXED BY jobs_running
    WHERE state IN ('uploading', 'submitting', 'unconfirmed', 'generating')
      AND state = 'generating'
    ORDER BY id
"""
SENT = """
    SELECT id, account FROM jobs INDEXED BY jobs_running
    WHERE state IN ('uploading', 'submitting', 'unconfirmed', 'generating')
      AND state <> 'uploading'
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
PAGE = """
    SELECT * FROM jobs
    WHERE person_id = :person
      AND state IN (SELECT value FROM json_each(:states))
      AND (:kind IS NULL OR shape GLOB :kind || '/*')
    ORDER BY id DESC LIMIT :limit OFFSET :offset
"""
KINDS = """
    SELECT DISTINCT substr(shape, 1, instr(shape, '/') - 1) AS kind FROM jobs WHERE person_id = ?
"""
# The last ones only: it runs with every letter that somebody types.
IN_TELEGRAM = """
    SELECT id, json_extract(request, '$.prompt') AS prompt,
           json_extract(request, '$.effect.name') AS effect
    FROM jobs WHERE person_id = :person AND sent IS NOT NULL ORDER BY id DESC LIMIT :most
"""
TAKEN = """
    SELECT video_id FROM jobs
    WHERE account = :account AND id <> :id AND video_id IS NOT NULL AND submitted_at >= :since
"""
BY_VIDEO = "SELECT * FROM jobs WHERE video_id = ? ORDER BY id DESC LIMIT 1"

SEARCHED = 300
_IN_HAND = """
    FROM jobs INDEXED BY jobs_running
    WHERE state IN ('uploading', 'submitting', 'unconfirmed', 'generating')
"""
_FROM: Mapping[JobListing, str] = {
    JobListing.RUNNING: _IN_HAND,
    JobListing.UNCONFIRMED: f"{_IN_HAND} AND state = 'unconfirmed'",
    JobListing.QUEUED: "FROM jobs INDEXED BY jobs_queue WHERE state = 'queued'",
    JobListing.FAILED: "FROM jobs INDEXED BY jobs_failed WHERE state = 'failed'",
}
LISTED = {
    listing: f"SELECT * {source} ORDER BY id DESC LIMIT :limit OFFSET :offset"
    for listing, source in _FROM.items()
}
COUNTED = {listing: f"SELECT count(*) {source}" for listing, source in _FROM.items()}

PRESSED_TWICE = timedelta(seconds=3)
CLOCKS_APART = timedelta(minutes=10)  # the provider's clock may say another time than ours


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
            job = accept(
                connection,
                self._desk,
                request,
                person_id,
                place_of(row),
                draft_id=draft_id,
                card=row["message_id"],
            )
            for _ in range(takes - 1):
                accept(connection, self._desk, request, person_id, job.place, take_of=job)
            delete_draft(connection, draft_id)
            return job

        job = await self._desk.database.write(work)
        return await self.view(job.id)

    async def start_again(
        self, job_id: JobId, person_id: PersonId, place: Place, update_id: UpdateId
    ) -> JobView:
        def work(connection: sqlite3.Connection) -> Job:
            source = _own(connection, job_id, person_id)
            since = to_micros(self._desk.clock.now() - PRESSED_TWICE)
            press = {"id": job_id, "since": since, "update": update_id}
            row = connection.execute(PRESSED_BEFORE, press).fetchone()
            if row:
                raise AlreadyStarted(row["id"])
            return accept(
                connection,
                self._desk,
                source.request,
                person_id,
                place,
                again=Again(job_id, update_id),
            )

        job = await self._desk.database.write(work)
        return await self.view(job.id)

    async def apply(self, job_id: JobId, event: Event) -> Job | None:
        return await self._desk.database.write(
            lambda connection: take_step(connection, self._desk, job_id, event)
        )

    async def cancel(self, job_id: JobId, person_id: PersonId) -> Job:
        def work(connection: sqlite3.Connection) -> Job:
            _own(connection, job_id, person_id)
            job = take_step(connection, self._desk, job_id, Cancelled())
            if job is None:
                raise TooLate
            return job

        return await self._desk.database.write(work)

    async def listed(
        self, listing: JobListing, *, offset: int, limit: int
    ) -> tuple[Sequence[Job], int]:
        def work(connection: sqlite3.Connection) -> tuple[Sequence[Job], int]:
            total: int = connection.execute(COUNTED[listing]).fetchone()[0]
            rows = connection.execute(LISTED[listing], {"offset": offset, "limit": limit})
            return [job_of(row) for row in rows], total

        return await self._desk.database.read(work)

    async def call_off(self, job_id: JobId, *, by: PersonId | None) -> Job | None:
        def work(connection: sqlite3.Connection) -> Job | None:
            if find_job(connection, job_id).state not in (State.QUEUED, State.GENERATING):
                return None
            job = take_step(connection, self._desk, job_id, Failed(Reason.CALLED_OFF))
            if job:
                now, action = self._desk.clock.now(), Action.JOB_CALLED_OFF
                audit.note(connection, by, action, now, person=job.person_id, target=str(job_id))
            return job

        return await self._desk.database.write(work)

    async def give_up(self, job_id: JobId, *, by: PersonId | None) -> Job | None:
        def work(connection: sqlite3.Connection) -> Job | None:
            job = take_step(connection, self._desk, job_id, GivenUp())
            if job:
                now, action = self._desk.clock.now(), Action.JOB_GIVEN_UP
                audit.note(connection, by, action, now, person=job.person_id, target=str(job_id))
            return job

        return await self._desk.database.write(work)

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

    async def orphans(self) -> Sequence[Job]:
        parameters = {"owner": self._desk.owner, "now": to_micros(self._desk.clock.now())}

        def work(connection: sqlite3.Connection) -> Sequence[Job]:
            rows = connection.execute(TAKE_ORPHANS, parameters).fetchall()
            return sorted((job_of(row) for row in rows), key=lambda job: job.id)

        return await self._desk.database.write(work)

    async def sent(self) -> Mapping[JobId, AccountId]:
        return await self._desk.database.read(
            lambda connection: {row["id"]: row["account"] for row in connection.execute(SENT)}
        )

    async def generating(self) -> Sequence[Job]:
        return await self._desk.database.read(
            lambda connection: [job_of(row) for row in connection.execute(GENERATING)]
        )

    async def view(self, job_id: JobId) -> JobView:
        def work(connection: sqlite3.Connection) -> JobView:
            rows = connection.execute(FIND, (job_id,)).fetchall()
            if not rows:
                raise NoSuchJob
            return self._views(connection, rows)[0]

        return await self._desk.database.read(work)

    async def in_motion(self) -> Sequence[JobView]:
        return await self._desk.database.read(
            lambda connection: self._views(connection, connection.execute(IN_MOTION).fetchall())
        )

    def _views(
        self, connection: sqlite3.Connection, rows: Sequence[sqlite3.Row]
    ) -> Sequence[JobView]:
        paused = self._desk.rules(connection).queue_paused
        return queue.views(connection, rows, paused=paused)

    async def own(self, job_id: JobId, person_id: PersonId) -> Job:
        return await self._desk.database.read(
            lambda connection: _own(connection, job_id, person_id)
        )

    async def page(
        self,
        person_id: PersonId,
        *,
        wanted: Wanted = Wanted(),  # noqa: B008 (frozen)
        offset: int,
        limit: int,
    ) -> Sequence[Job]:
        parameters = {
            "person": person_id,
            "states": json.dumps(sorted(STATES[wanted.outcome])),
            "kind": wanted.kind,
            "offset": offset,
            "limit": limit,
        }
        return await self._desk.database.read(
            lambda connection: [job_of(row) for row in connection.execute(PAGE, parameters)]
        )

    async def kinds(self, person_id: PersonId) -> Sequence[Mode]:
        def work(connection: sqlite3.Connection) -> Sequence[Mode]:
            found = {row["kind"] for row in connection.execute(KINDS, (person_id,))}
            return [mode for mode in Mode if mode in found]

        return await self._desk.database.read(work)

    async def in_telegram(
        self, person_id: PersonId, *, words: str = "", offset: int, limit: int
    ) -> tuple[Sequence[Job], int]:
        wanted = searchable(words).split()

        def work(connection: sqlite3.Connection) -> tuple[Sequence[Job], int]:
            rows = connection.execute(IN_TELEGRAM, {"person": person_id, "most": SEARCHED})
            found = [row["id"] for row in rows if _holds(row, wanted)]
            page = found[offset : offset + limit]
            return [find_job(connection, job_id) for job_id in page], len(found)

        return await self._desk.database.read(work)

    async def taken(self, job: Job) -> frozenset[VideoId]:
        since = to_micros((job.submitted_at or job.queued_at) - CLOCKS_APART)
        parameters = {"account": job.account, "id": job.id, "since": since}
        return await self._desk.database.read(
            lambda connection: frozenset(row[0] for row in connection.execute(TAKEN, parameters))
        )

    async def shown(self, job_id: JobId, chat_id: ChatId, message_id: MessageId) -> None:
        await self._desk.database.write(
            lambda connection: shown.remember(connection, job_id, chat_id, message_id)
        )

    async def behind(self, chat_id: ChatId, message_id: MessageId) -> Job | None:
        return await self._desk.database.read(
            lambda connection: shown.find(connection, chat_id, message_id)
        )

    async def by_video(self, video_id: VideoId) -> Job | None:
        def work(connection: sqlite3.Connection) -> Job | None:
            row = connection.execute(BY_VIDEO, (video_id,)).fetchone()
            return job_of(row) if row else None

        return await self._desk.database.read(work)


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


def _holds(row: sqlite3.Row, wanted: Sequence[str]) -> bool:
    said = searchable(f"{row['prompt'] or ''}\n{row['effect'] or ''}")
    return all(word in said for word in wanted)


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
