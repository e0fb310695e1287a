"""How values of the core stand in the columns of the tables, and come back."""

import sqlite3
from datetime import UTC, datetime, timedelta

from pydantic import TypeAdapter

from jobs.asking import Asking
from jobs.capabilities import Mode
from jobs.drafts import Draft
from jobs.effects import Effect
from jobs.errors import Reason
from jobs.habits import Question
from jobs.ids import ChatId, Place, ThreadId
from jobs.lifecycle import Job, Result, Sent, State
from jobs.outbox import Message
from jobs.requests import Request

DRAFT: TypeAdapter[Draft] = TypeAdapter(Draft)
REQUEST: TypeAdapter[Request] = TypeAdapter(Request)
MESSAGE: TypeAdapter[Message] = TypeAdapter(Message)
EFFECT: TypeAdapter[Effect] = TypeAdapter(Effect)
ASKING: TypeAdapter[Asking] = TypeAdapter(Asking)
HABITS: TypeAdapter[dict[Question, Mode]] = TypeAdapter(dict[Question, Mode])
UPLOADS: TypeAdapter[tuple[str, ...]] = TypeAdapter(tuple[str, ...])

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
NO_THREAD = 0


def to_micros(moment: datetime) -> int:
    return (moment - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    return _EPOCH + timedelta(microseconds=micros)


def micros_or_none(moment: datetime | None) -> int | None:
    return None if moment is None else to_micros(moment)


def moment_or_none(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)


def thread_column(place: Place) -> int:
    return place.thread_id or NO_THREAD


def place_of(row: sqlite3.Row) -> Place:
    thread = row["thread_id"]
    return Place(ChatId(row["chat_id"]), ThreadId(thread) if thread != NO_THREAD else None)


def job_of(row: sqlite3.Row) -> Job:
    return Job(
        id=row["id"],
        person_id=row["person_id"],
        place=place_of(row),
        state=State(row["state"]),
        request=REQUEST.validate_json(row["request"]),
        price=row["price"],
        reference=row["reference"],
        seed=row["seed"],
        queued_at=from_micros(row["queued_at"]),
        due_at=from_micros(row["due_at"]),
        attempts=row["attempts"],
        account=row["account"],
        uploads=UPLOADS.validate_json(row["uploads"]),
        submitted_at=moment_or_none(row["submitted_at"]),
        video_id=row["video_id"],
        is_image=bool(row["is_image"]),
        started_at=moment_or_none(row["started_at"]),
        finished_at=moment_or_none(row["finished_at"]),
        reason=Reason(row["reason"]) if row["reason"] else None,
        result=Result.model_validate_json(row["result"]) if row["result"] else None,
        sent=Sent.model_validate_json(row["sent"]) if row["sent"] else None,
        status_message_id=row["status_message_id"],
        asked_message_id=row["asked_message_id"],
        credits_before=row["credits_before"],
        cost=row["cost"],
        deleted_at=moment_or_none(row["deleted_at"]),
    )


def job_columns(job: Job) -> dict[str, object]:
    """The columns that events may change, as parameters of an UPDATE."""
    return {
        "id": job.id,
        "state": job.state,
        "due_at": to_micros(job.due_at),
        "attempts": job.attempts,
        "account": job.account,
        "uploads": UPLOADS.dump_json(job.uploads).decode(),
        "submitted_at": micros_or_none(job.submitted_at),
        "video_id": job.video_id,
        "is_image": job.is_image,
        "started_at": micros_or_none(job.started_at),
        "finished_at": micros_or_none(job.finished_at),
        "reason": job.reason,
        "result": job.result.model_dump_json() if job.result else None,
        "sent": job.sent.model_dump_json() if job.sent else None,
        "credits_before": job.credits_before,
        "cost": job.cost,
    }
