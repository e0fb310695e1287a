"""What the bot owes to a chat. A message is written with the change that causes it, in one transaction."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Limits

from jobs.errors import Reason
from jobs.ids import (
    ChargeId,
    ChatId,
    EffectId,
    JobId,
    MessageId,
    OutboxId,
    PersonId,
    Place,
    ReportId,
)
from jobs.lifecycle import Sent
from jobs.roles import Role


class _Message(BaseModel):
    model_config = ConfigDict(frozen=True)


class JobStatus(_Message):
    """The one status message of a job; later edited as the job moves."""

    kind: Literal["status"] = "status"
    job_id: JobId


class JobResult(_Message):
    """The finished video or image."""

    kind: Literal["result"] = "result"
    job_id: JobId


class JobFailure(_Message):
    """Why there will be no video, and that the credits are back."""

    kind: Literal["failure"] = "failure"
    job_id: JobId


class JobEnded(_Message):
    """The last edit of a job's status message, after whatever else the end of it brings to the chat."""

    kind: Literal["ended"] = "ended"
    job_id: JobId


class JobRetried(_Message):
    """To a person: those who run the bot try a failed job of theirs again. It is the new one's number."""

    kind: Literal["retried"] = "retried"
    job_id: JobId


class JobRefunded(_Message):
    """To a person: those who run the bot gave them back what a job cost."""

    kind: Literal["job_refunded"] = "job_refunded"
    job_id: JobId
    credits: int


class OriginalFile(_Message):
    """The finished file as the provider made it, once more."""

    kind: Literal["original"] = "original"
    job_id: JobId


class AccessRequest(_Message):
    """To an admin: somebody new asks to use the bot."""

    kind: Literal["access_request"] = "access_request"
    person_id: PersonId


class AccessDecision(_Message):
    """To the newcomer: what the admins decided. `effect_id`: of the link by which they came."""

    kind: Literal["access_decision"] = "access_decision"
    allowed: bool
    effect_id: EffectId | None = None


class CreditsGranted(_Message):
    """To a person: an admin gave them credits (or, below 0, took some)."""

    kind: Literal["credits_granted"] = "credits_granted"
    credits: int


class RoleChanged(_Message):
    """To somebody who helps to run the bot from now on, or (None) does not any more."""

    kind: Literal["role_changed"] = "role_changed"
    role: Role | None


class Banned(_Message):
    """To somebody who may not use the bot until then (None: for ever)."""

    kind: Literal["banned"] = "banned"
    reason: str
    until: datetime | None


class Unbanned(_Message):
    """To somebody who may use the bot again."""

    kind: Literal["unbanned"] = "unbanned"


class FriendReward(_Message):
    """To a newcomer (None) or to the friend who brought them: a first video was finished, both gain."""

    kind: Literal["friend_reward"] = "friend_reward"
    credits: int
    newcomer: str | None


class LetterHead(_Message):
    """To a person: the next message was written by an admin."""

    kind: Literal["letter_head"] = "letter_head"


class Copied(_Message):
    """A copy of a message that stands in another chat, whatever it is."""

    kind: Literal["copied"] = "copied"
    chat_id: ChatId
    message_id: MessageId


class BackupWanted(_Message):
    """To an owner who asked for it: a copy of the database, made when this is sent."""

    kind: Literal["backup"] = "backup"
    asked_at: datetime


class GroupRequest(_Message):
    """To an admin: the bot was added to a group, and may it answer there?"""

    kind: Literal["group_request"] = "group_request"
    group_id: ChatId
    title: str
    by_name: str


class GroupOpened(_Message):
    """To a group: an admin said yes."""

    kind: Literal["group_opened"] = "group_opened"


class PaymentBooked(_Message):
    """To a person: their Stars have come, the credits are theirs. `until`: of a subscription."""

    kind: Literal["payment_booked"] = "payment_booked"
    charge_id: ChargeId
    credits: int
    stars: int
    until: datetime | None = None


class PaymentReturned(_Message):
    """To a person: their Stars went back, and so many credits with them."""

    kind: Literal["payment_returned"] = "payment_returned"
    credits: int
    stars: int


class SupportWanted(_Message):
    """To an admin: somebody writes about their payments."""

    kind: Literal["support_wanted"] = "support_wanted"
    person_id: PersonId
    name: str
    words: str
    payments: int


class SubscriptionStopped(_Message):
    """To a person: what they subscribed to ends with what is paid, since they cannot use it any more."""

    kind: Literal["subscription_stopped"] = "subscription_stopped"
    name: str
    until: datetime


class RefundFailed(_Message):
    """To the admin who asked for it: Telegram does not give the Stars back. `why` is Telegram's word."""

    kind: Literal["refund_failed"] = "refund_failed"
    charge_id: ChargeId
    why: str


class Paused(_Message):
    """To a person: too many of their wishes were turned down, and until when they have to wait."""

    kind: Literal["paused"] = "paused"
    until: datetime


class PauseAlert(_Message):
    """To an admin: somebody was paused for breaking the rules."""

    kind: Literal["pause_alert"] = "pause_alert"
    person_id: PersonId
    until: datetime


class ReportAlert(_Message):
    """To an admin: somebody reported a result."""

    kind: Literal["report_alert"] = "report_alert"
    report_id: ReportId


class Trouble(StrEnum):
    """What admins are told about without asking."""

    ACCOUNT = "account"  # the provider's account needs its owner
    LOW_CREDITS = "low_credits"  # an account needs more of them soon
    PROVIDER_AWAY = "provider_away"
    UNCONFIRMED = "unconfirmed"
    BUG = "bug"
    PAYMENT = "payment"  # somebody paid for what we cannot read
    MODERATION_AWAY = "moderation_away"
    EFFECT_OFF = "effect_off"  # an effect of the catalogue was not switched on at the provider


class Alert(_Message):
    """To an admin: something needs a person. `detail` names the account, job or error id; no secrets.

    `credits` is what an account has left.
    """

    kind: Literal["alert"] = "alert"
    trouble: Trouble
    detail: str = ""
    reason: Reason | None = None
    credits: int | None = None


Message = Annotated[
    JobStatus
    | JobResult
    | JobFailure
    | JobEnded
    | JobRetried
    | JobRefunded
    | OriginalFile
    | AccessRequest
    | AccessDecision
    | CreditsGranted
    | RoleChanged
    | Banned
    | Unbanned
    | FriendReward
    | LetterHead
    | Copied
    | BackupWanted
    | GroupRequest
    | GroupOpened
    | PaymentBooked
    | PaymentReturned
    | SubscriptionStopped
    | RefundFailed
    | SupportWanted
    | Paused
    | PauseAlert
    | ReportAlert
    | Alert,
    Limits(discriminator="kind"),
]


@dataclass(frozen=True, slots=True)
class Owed:
    """One row of the outbox that was claimed for sending. `attempts` counts this one."""

    id: OutboxId
    place: Place
    message: Message
    attempts: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """What Telegram answered to a send: the message, and for media the file to send again by id."""

    message_id: MessageId
    sent: Sent | None = None
