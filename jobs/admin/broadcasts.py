"""A broadcast: one message of an admin, or one album, copied to many people, each once."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from jobs.ids import BroadcastId, ChatId, MessageId, PersonId, PlanId


class Group(StrEnum):
    """Who gets a broadcast, of those who may use the bot and can be reached."""

    ALL = "all"
    ACTIVE = "active"  # who made a video in the last 30 days
    PLAN = "plan"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Audience:
    """A group of people; `value` is the plan's name or the language's code.

    To find them takes more, which is not kept: which plan it is, and every language that the bot speaks,
    first the one in which it answers those who speak none of them.
    """

    group: Group = Group.ALL
    value: str = ""
    plan_id: PlanId | None = None
    spoken: tuple[str, ...] = ()


class BroadcastState(StrEnum):
    """Where a broadcast stands. After each: what becomes of it when the process dies there."""

    DRAFT = "draft"  # not confirmed: nothing is sent
    RUNNING = "running"  # goes on with the next person; the one in flight gets it again
    STOPPED = "stopped"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Broadcast:
    """`total` people were chosen when it began; some have got it, some have blocked the bot, for some it
    failed. `progress_message_id` is the message that tells its sender how it goes.

    An album has several messages, others have one. `aimed`: somebody has said whom a draft is for.
    """

    id: BroadcastId
    by: PersonId
    chat_id: ChatId
    message_ids: tuple[MessageId, ...]
    audience: Audience
    state: BroadcastState
    made_at: datetime
    aimed: bool = False
    total: int = 0
    sent: int = 0
    blocked: int = 0
    failed: int = 0
    progress_message_id: MessageId | None = None

    @property
    def left(self) -> int:
        return self.total - self.sent - self.blocked - self.failed


class PostingEnd(StrEnum):
    """How the copy for one person ended."""

    SENT = "sent"
    BLOCKED = "blocked"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Posting:
    """The copy for one person, in hand. `attempts` counts this one."""

    broadcast: Broadcast
    person_id: PersonId
    attempts: int
