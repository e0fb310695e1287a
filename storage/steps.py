"""One step of a job inside a transaction: its row, its credits and what is owed for it, together."""

import secrets
import sqlite3
from dataclasses import dataclass
from datetime import datetime

from jobs.effects import Shelf
from jobs.errors import CardOutdated, NoSuchJob, Reason
from jobs.ids import DraftId, JobId, MessageId, PersonId, Place, UpdateId, private_chat
from jobs.lifecycle import LEASED, Event, Finished, Job, Notice, State, Step, Submitted, advance
from jobs.moderation import Offence, strike_of_job
from jobs.offer import Offer, shape_of
from jobs.outbox import Alert, JobEnded, JobFailure, JobResult, JobStatus, Paused, Trouble
from jobs.requests import EffectRequest, Request, owner_of_source
from jobs.wishes import wish_of
from storage import ledger
from storage.desk import Desk
from storage.effect_names import learn as learn_names
from storage.friends import reward_friends
from storage.gate import check_request
from storage.owing import owe, owe_admins, owe_anew
from storage.own_shelves import put_on
from storage.prices import cost_now, is_estimate, learn, price
from storage.rows import REQUEST, job_columns, job_of, thread_column, to_micros
from storage.strikes import strike

FIND = "SELECT * FROM jobs WHERE id = ?"
INSERT = """
    INSERT INTO jobs (person_id, chat_id, thread_id, draft_id, again_of, again_update_id, take_of, state, request, shape, price,
                      list_price, reference, seed, wanted_account, queued_at, due_at, status_message_id,
                      asked_message_id)
    VALUES (:person, :chat, :thread, :draft, :again_of, :again_update, :take_of, 'queued', :request, :shape, :price,
            :list_price, :reference, :seed, :wanted, :now, :now, :card, :asked)
    RETURNING *
"""
SAVE = """
    UPDATE jobs SET
        state = :state, due_at = :due_at, attempts = :attempts, account = :account,
        uploads = :uploads, submitted_at = :submitted_at, video_id = :video_id,
        is_image = :is_image, started_at = :started_at, finished_at = :finished_at,
        reason = :reason, result = :result, sent = :sent, owner = :owner,
        credits_before = :credits_before, cost = :cost
    WHERE id = :id
"""
ASKED_BY_ADMIN = (
    "SELECT 1 FROM jobs WHERE id = ? AND again_of IS NOT NULL AND again_update_id IS NULL"
)
# Seen to by `jobs.duties.removal`: what is under way is stopped at the provider, what is deleted goes there.
TIDY_UP = "INSERT INTO removals (job_id, due_at) VALUES (:job, :now) ON CONFLICT DO NOTHING"
HAD_A_TURN = "UPDATE people SET served_at = :now WHERE id = :person"

OFFENCES = {Reason.MODERATED: Offence.MODERATED, Reason.FLAGGED: Offence.FLAGGED}


@dataclass(frozen=True, slots=True)
class Again:
    """Which job is made once more, and its person's press that asked for it; None: an admin did.

    `admin`: which one; None from the shell.
    """

    job_id: JobId
    update_id: UpdateId | None
    admin: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Cause:
    """What a job comes of: a draft, an earlier job once more, or the first of several takes.

    `card` becomes its status message; `asked` is what its person said in a group.
    """

    draft_id: DraftId | None = None
    again: Again | None = None
    take_of: Job | None = None
    card: MessageId | None = None
    asked: MessageId | None = None


def find_job(connection: sqlite3.Connection, job_id: JobId) -> Job:
    """Raises NoSuchJob."""
    row = connection.execute(FIND, (job_id,)).fetchone()
    if row is None:
        raise NoSuchJob
    return job_of(row)


def accept(
    connection: sqlite3.Connection,
    desk: Desk,
    request: Request,
    person_id: PersonId,
    place: Place,
    cause: Cause,
) -> Job:
    """A new queued job with its price held. Raises what `check_request` and `ledger.reserve` do.

    The draft's card becomes its status message; where there is no card a status message is owed. Another
    take of a job has a seed of its own, also where the first one was wished for.
    """
    now, rules = desk.clock.now(), desk.rules(connection)
    check_request(connection, desk, request, person_id, now)
    cost = price(connection, desk, request.subject, request.options).credits
    held = ledger.reserve(connection, person_id, cost, wish_of(request), now, rules)
    parameters = {
        "person": person_id,
        "chat": place.chat_id,
        "thread": thread_column(place),
        "price": cost,
        "now": to_micros(now),
        **_cause_columns(cause),
        **_request_columns(connection, desk, request, first=cause.take_of is None),
    }
    job = job_of(connection.execute(INSERT, parameters).fetchone())
    ledger.enter_hold(connection, job, held, now, by=_who_wants(cause, person_id))
    if isinstance(request, EffectRequest):
        put_on(connection, person_id, Shelf.RECENT, request.effect.id, now)
    if cause.card is None:
        owe(connection, f"status:{job.id}", place, JobStatus(job_id=job.id), now)
    return job


def _who_wants(cause: Cause, person_id: PersonId) -> PersonId | None:
    if cause.again and cause.again.update_id is None:
        return cause.again.admin
    return person_id


def _cause_columns(cause: Cause) -> dict[str, object]:
    return {
        "draft": cause.draft_id,
        "again_of": cause.again.job_id if cause.again else None,
        "again_update": cause.again.update_id if cause.again else None,
        "take_of": cause.take_of.id if cause.take_of else None,
        "card": cause.card,
        "asked": cause.asked,
    }


def _request_columns(
    connection: sqlite3.Connection, desk: Desk, request: Request, *, first: bool
) -> dict[str, object]:
    offer, subject = desk.offer(connection), request.subject
    return {
        "request": REQUEST.dump_json(request).decode(),
        "shape": shape_of(subject, request.options),
        "list_price": cost_now(connection, offer, subject, request.options).credits,
        "reference": secrets.token_urlsafe(18),
        "seed": _seed(request, offer, first=first),
        "wanted": owner_of_source(request),
    }


def check_shown(
    connection: sqlite3.Connection, desk: Desk, request: Request, shown: int | None
) -> None:
    """Nobody pays another price than the card showed. Raises CardOutdated."""
    cost = price(connection, desk, request.subject, request.options).credits
    if shown is not None and shown != cost:
        raise CardOutdated


def check_again(connection: sqlite3.Connection, desk: Desk, source: Job) -> None:
    """Whether the job may be made once more for what it cost, which its key says.

    Raises what `check_request` does: what is not offered any more has no price. Raises CardOutdated.
    """
    check_request(connection, desk, source.request, source.person_id, desk.clock.now())
    check_shown(connection, desk, source.request, source.price)


def check_not_dearer(connection: sqlite3.Connection, desk: Desk, source: Job) -> None:
    """Whether somebody else may have the job made once more: for more than it cost, its person is to be
    asked. Raises what `check_request` does, and CardOutdated."""
    request = source.request
    check_request(connection, desk, request, source.person_id, desk.clock.now())
    cost = price(connection, desk, request.subject, request.options).credits
    if cost > source.price:
        raise CardOutdated


def check_takes(
    connection: sqlite3.Connection, desk: Desk, request: Request, person_id: PersonId, takes: int
) -> None:
    """Whether there is enough for all takes: who is refused learns what they cost together."""
    rules = desk.rules(connection)
    cost = price(connection, desk, request.subject, request.options).credits
    ledger.reserve(connection, person_id, cost * takes, wish_of(request), desk.clock.now(), rules)


def take_step(
    connection: sqlite3.Connection,
    desk: Desk,
    job_id: JobId,
    event: Event,
    *,
    by: PersonId | None = None,
) -> Job | None:
    """`advance` the job; None where the event changes nothing. Raises NoSuchJob.

    `by` brought the event about, and stands in the ledger; None: it came by itself, or from the shell.
    """
    now = desk.clock.now()
    step = advance(find_job(connection, job_id), event, now)
    if step is None:
        return None
    job = step.job
    owner = desk.owner if job.state in LEASED else None
    connection.execute(SAVE, {**job_columns(job), "owner": owner})
    if job.state in (State.GENERATING, State.FAILED):
        connection.execute(HAD_A_TURN, {"person": job.person_id, "now": to_micros(now)})
    if isinstance(event, Submitted) and event.cost and is_estimate(desk.offer(connection), job):
        learn(connection, job, event.cost, now)
    if step.settlement:
        ledger.settle(connection, job, step.settlement, now, by=by)
    if step.stops:
        connection.execute(TIDY_UP, {"job": job.id, "now": to_micros(now)})
    if isinstance(event, Finished):
        reward_friends(connection, desk, job)
        if isinstance(job.request, EffectRequest):
            learn_names(connection, job.request.effect.id, event.result.effect_names)
    _owe_notices(connection, desk, step, now)
    if job.reason in OFFENCES and job.state is State.FAILED:
        _strike(connection, desk, job, now)
    return job


def _strike(connection: sqlite3.Connection, desk: Desk, job: Job, now: datetime) -> None:
    """A wish was turned down for what it was; too many of them pause the person, who is told.

    What an admin tried once more is not their wish.
    """
    assert job.reason
    if connection.execute(ASKED_BY_ADMIN, (job.id,)).fetchone():
        return
    offence, operation = OFFENCES[job.reason], strike_of_job(job.id)
    until = strike(connection, desk.rules(connection), job.person_id, offence, operation, now)
    if until:
        paused = Paused(until=until)
        owe(connection, f"paused:{job.id}", private_chat(job.person_id), paused, now)


def _owe_notices(connection: sqlite3.Connection, desk: Desk, step: Step, now: datetime) -> None:
    job = step.job
    for notice in step.notices:
        match notice:
            case Notice.RESULT:
                result = JobResult(job_id=job.id)
                owe_anew(connection, f"result:{job.id}", job.place, result, now)
            case Notice.FAILURE:
                owe(connection, f"failure:{job.id}", job.place, JobFailure(job_id=job.id), now)
            case Notice.ENDED:
                ended = JobEnded(job_id=job.id)
                owe_anew(connection, f"ended:{job.id}", job.place, ended, now)
            case Notice.UNCONFIRMED:
                alert = Alert(trouble=Trouble.UNCONFIRMED, detail=str(job.id))
                key = f"unconfirmed:{job.id}:{job.attempts}"
                owe_admins(connection, desk.rules(connection), key, alert, now)


def _seed(request: Request, offer: Offer, *, first: bool) -> int:
    """The seed that is wished for, or one by chance: by it a lost submission is found again."""
    seeds = offer.rules(request.subject.mode).seeds
    return request.seed if first and request.seed is not None else secrets.choice(seeds)
