"""A job's life: states, events, and `advance`, which says what an event changes. Pure.

`TRANSITIONS` is the whole truth; the state diagram in the docs is drawn from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, model_validator

from jobs.errors import Reason
from jobs.follow_ups import FollowUp
from jobs.ids import AccountId, FileId, JobId, MessageId, PersonId, Place, Reference, VideoId
from jobs.materials import Part
from jobs.requests import Request


class State(StrEnum):
    """Where a job stands. After each: what becomes of it when the process dies there."""

    QUEUED = "queued"  # paid for by the person, not sent: claimed again in its turn
    UPLOADING = "uploading"  # nothing paid at PixVerse yet: back to the queue, same place
    SUBMITTING = "submitting"  # the paid POST may be out: looked for before anything is repeated
    UNCONFIRMED = "unconfirmed"  # paid or not, nobody can tell yet: looked for again and again
    GENERATING = "generating"  # the provider renders: the next listing finds it
    DELIVERING = "delivering"  # the video exists: the outbox row is still due
    DELIVERED = "delivered"  # the end
    UNDELIVERABLE = "undeliverable"  # kept; the person can fetch it when they are back
    FAILED = "failed"  # the end, credits returned
    CANCELLED = "cancelled"  # the end, by the person


RUNNING = frozenset({State.UPLOADING, State.SUBMITTING, State.UNCONFIRMED, State.GENERATING})
LEASED = frozenset({State.UPLOADING, State.SUBMITTING})
# Should whoever holds the job forget it, it is taken up again after so long.
UPLOAD_DEADLINE = timedelta(minutes=15)
SUBMIT_DEADLINE = timedelta(minutes=3)
ENDED = frozenset({State.DELIVERED, State.UNDELIVERABLE, State.FAILED, State.CANCELLED})


class Result(BaseModel):
    """The finished video or image, as the provider describes it. `seconds` and sizes are 0 if unknown.

    `effect_names`: what its effect is called, by language ("pt"), where the provider says so.
    `follow_ups` is what the provider offers to do with it.
    `parts` are who and what was found in a video; then the image is the frame that shows them.
    """

    model_config = ConfigDict(frozen=True)

    url: str
    is_image: bool = False
    cover_url: str | None = None
    width: int = 0
    height: int = 0
    seconds: int = 0
    effect_names: Mapping[str, str] = {}
    follow_ups: tuple[FollowUp, ...] = ()
    parts: tuple[Part, ...] = ()


class FileKind(StrEnum):
    """What Telegram has made of a file. A video without sound that it fetched itself is an animation there."""

    VIDEO = "video"
    ANIMATION = "animation"
    PHOTO = "photo"
    DOCUMENT = "document"


class Sent(BaseModel):
    """The result in Telegram: history and sharing resend it by `file_id`, without bytes, as what it is."""

    model_config = ConfigDict(frozen=True)

    file_id: FileId
    kind: FileKind = FileKind.VIDEO

    @model_validator(mode="before")
    @classmethod
    def _as_once_written(cls, value: object) -> object:
        """Rows of earlier versions know pictures from videos, and no more."""
        if isinstance(value, dict) and value.get("is_image"):
            return {"kind": FileKind.PHOTO, **value}
        return value


@dataclass(frozen=True, slots=True)
class Job:
    """A request accepted. Times are UTC.

    `credits_before` is what the provider's account had before the paid request, where somebody looked;
    `cost` is what the job really cost there, where that is known. `asked_message_id` is what the person
    said in a group: everything about the job is sent there as an answer to it.
    """

    id: JobId
    person_id: PersonId
    place: Place
    state: State
    request: Request
    price: int
    reference: Reference
    seed: int
    queued_at: datetime
    due_at: datetime
    attempts: int = 0
    account: AccountId | None = None
    uploads: tuple[str, ...] = ()
    submitted_at: datetime | None = None
    video_id: VideoId | None = None
    is_image: bool = False
    started_at: datetime | None = None
    finished_at: datetime | None = None
    reason: Reason | None = None
    result: Result | None = None
    sent: Sent | None = None
    status_message_id: MessageId | None = None
    asked_message_id: MessageId | None = None
    credits_before: int | None = None
    cost: int | None = None
    deleted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Claimed:
    """The worker took the job for an account."""

    account: AccountId


@dataclass(frozen=True, slots=True)
class Uploaded:
    """Its materials are at the provider; next comes the paid POST."""

    uploads: tuple[str, ...]
    credits: int | None = None  # what the account has now, where somebody looked


@dataclass(frozen=True, slots=True)
class PutBack:
    """Nothing was started: it waits in its old place, at least so long."""

    after: timedelta
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Submitted:
    """The provider accepted it."""

    video_id: VideoId
    is_image: bool = False
    cost: int | None = None  # what it takes for that, where it says so


@dataclass(frozen=True, slots=True)
class OutcomeLost:
    """Whether the provider accepted it is unknown: look for it after so long."""

    after: timedelta


@dataclass(frozen=True, slots=True)
class Found:
    """The lost submission was found at the provider."""

    video_id: VideoId
    is_image: bool = False


@dataclass(frozen=True, slots=True)
class ProvedAbsent:
    """A complete listing after a safe delay shows that the provider never accepted it."""


@dataclass(frozen=True, slots=True)
class Unprovable:
    """Neither found nor proved absent for long: admins are told, the search goes on."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The provider finished it."""

    result: Result


@dataclass(frozen=True, slots=True)
class Failed:
    """It will not become a video."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Delivered:
    """It is in the chat."""

    sent: Sent | None


@dataclass(frozen=True, slots=True)
class DeliveryFailed:
    """The chat cannot be reached: the result is kept."""


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The person does not want it any more."""


@dataclass(frozen=True, slots=True)
class FetchedAgain:
    """The person came back for a result that could not be delivered."""


@dataclass(frozen=True, slots=True)
class GivenUp:
    """An admin ended the search for an unconfirmed job."""


@dataclass(frozen=True, slots=True)
class SentAnyway:
    """An admin sends an unconfirmed job again, knowing that the provider may have been paid for it."""


Event = (
    Claimed
    | Uploaded
    | PutBack
    | Submitted
    | OutcomeLost
    | Found
    | ProvedAbsent
    | Unprovable
    | Finished
    | Failed
    | Delivered
    | DeliveryFailed
    | Cancelled
    | FetchedAgain
    | GivenUp
    | SentAnyway
)

TRANSITIONS: Mapping[tuple[State, type[Event]], State] = {
    (State.QUEUED, Claimed): State.UPLOADING,
    (State.QUEUED, Cancelled): State.CANCELLED,
    (State.QUEUED, Failed): State.FAILED,
    (State.UPLOADING, Uploaded): State.SUBMITTING,
    (State.UPLOADING, PutBack): State.QUEUED,
    (State.UPLOADING, Failed): State.FAILED,
    (State.SUBMITTING, Submitted): State.GENERATING,
    (State.SUBMITTING, PutBack): State.QUEUED,
    (State.SUBMITTING, Failed): State.FAILED,
    (State.SUBMITTING, OutcomeLost): State.SUBMITTING,
    (State.SUBMITTING, Found): State.GENERATING,
    (State.SUBMITTING, ProvedAbsent): State.QUEUED,
    (State.SUBMITTING, Unprovable): State.UNCONFIRMED,
    (State.UNCONFIRMED, OutcomeLost): State.UNCONFIRMED,
    (State.UNCONFIRMED, Found): State.GENERATING,
    (State.UNCONFIRMED, ProvedAbsent): State.QUEUED,
    (State.UNCONFIRMED, GivenUp): State.FAILED,
    (State.UNCONFIRMED, SentAnyway): State.QUEUED,
    (State.GENERATING, Finished): State.DELIVERING,
    (State.GENERATING, Failed): State.FAILED,
    (State.GENERATING, Cancelled): State.CANCELLED,
    (State.DELIVERING, Delivered): State.DELIVERED,
    (State.DELIVERING, DeliveryFailed): State.UNDELIVERABLE,
    (State.UNDELIVERABLE, FetchedAgain): State.DELIVERING,
}


class Settlement(StrEnum):
    """What becomes of the credits that are held for a job. It happens once."""

    SPENT = "spent"
    RELEASED = "released"


class Notice(StrEnum):
    """What the outbox then owes to the chat."""

    RESULT = "result"
    FAILURE = "failure"
    ENDED = "ended"  # what its status message shows is the last that it will show
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True)
class Step:
    """What an event changes: the job, perhaps its credits, perhaps messages owed. One transaction.

    `stops`: the provider is still at work on it, for nobody.
    """

    job: Job
    settlement: Settlement | None = None
    notices: tuple[Notice, ...] = field(default=())
    stops: bool = False


def advance(job: Job, event: Event, now: datetime) -> Step | None:
    """The step that an event makes; None where it comes too late or twice and changes nothing."""
    state = TRANSITIONS.get((job.state, type(event)))
    if state is None:
        return None
    moved = replace(_learn(job, event, now), state=state)
    stops = job.state is State.GENERATING and _is_left(event)
    return Step(moved, _settlement(job.state, state), _notices(job.state, state), stops)


def _is_left(event: Event) -> bool:
    """Whether somebody does not want it any more, here."""
    return event in (Cancelled(), Failed(Reason.CALLED_OFF))


def _learn(job: Job, event: Event, now: datetime) -> Job:  # noqa: C901 (one line per event)
    """What the job knows after the event."""
    match event:
        case Claimed(account):
            due = now + UPLOAD_DEADLINE
            return replace(job, account=account, attempts=job.attempts + 1, due_at=due)
        case Uploaded(uploads, credits):
            due = now + SUBMIT_DEADLINE
            job = replace(job, uploads=uploads, credits_before=credits)
            return replace(job, submitted_at=now, due_at=due)
        case PutBack(after, counts):
            attempts = job.attempts if counts else job.attempts - 1
            return replace(_unsent(job), attempts=attempts, due_at=now + after)
        case ProvedAbsent() | SentAnyway():
            return replace(_unsent(job), due_at=now)
        case OutcomeLost(after):
            return replace(job, due_at=now + after)
        case Submitted(video_id, is_image, cost):
            return replace(
                job, video_id=video_id, is_image=is_image, started_at=now, cost=cost or job.cost
            )
        case Found(video_id, is_image):
            return replace(job, video_id=video_id, is_image=is_image, started_at=now)
        case Finished(result):
            return replace(job, result=result, finished_at=now)
        case Failed(reason):
            return replace(job, reason=reason, finished_at=now)
        case GivenUp():
            return replace(job, reason=Reason.GIVEN_UP, finished_at=now)
        case Cancelled():
            return replace(job, finished_at=now)
        case Delivered(sent):
            return replace(job, sent=sent or job.sent)
        case Unprovable() | DeliveryFailed() | FetchedAgain():
            return job


def may_have_been_paid(job: Job) -> bool:
    """Whether the provider may have been paid for a job that brought nothing: trying it again may cost twice."""
    if job.state is State.FAILED and job.reason is Reason.CALLED_OFF:
        return job.video_id is not None
    return job.state is State.UNCONFIRMED or job.reason in (Reason.GIVEN_UP, Reason.LOST)


def _unsent(job: Job) -> Job:
    return replace(job, account=None, uploads=(), submitted_at=None, credits_before=None)


def _settlement(before: State, after: State) -> Settlement | None:
    """A video that exists, or that the person left while it rendered, is spent; all else comes back."""
    if after is State.FAILED or (before, after) == (State.QUEUED, State.CANCELLED):
        return Settlement.RELEASED
    if before is State.GENERATING and after in (State.DELIVERING, State.CANCELLED):
        return Settlement.SPENT
    return None


def _notices(before: State, after: State) -> tuple[Notice, ...]:
    """In the order in which the chat gets them."""
    if before is after:
        return ()
    match after:
        case State.DELIVERING:
            return (Notice.RESULT, Notice.ENDED)
        case State.FAILED:
            return (Notice.FAILURE, Notice.ENDED)
        case State.CANCELLED:
            return (Notice.ENDED,)
        case State.UNCONFIRMED:
            return (Notice.UNCONFIRMED,)
        case _:
            return ()
