"""Groups that the bot was added to, and in which of them it answers."""

from dataclasses import dataclass
from enum import StrEnum

from jobs.ids import ChatId


class GroupPolicy(StrEnum):
    """Where the bot answers (`GROUPS`)."""

    AUTO = "auto"  # everywhere while everybody may come in, else where an admin allowed it
    ALL = "all"
    ALLOWED = "allowed"
    NONE = "none"


class GroupState(StrEnum):
    """What was decided about a group."""

    ASKED = "asked"
    ALLOWED = "allowed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Group:
    """A group that asked for the bot."""

    id: ChatId
    title: str
    state: GroupState
