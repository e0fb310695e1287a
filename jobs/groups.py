"""Groups that the bot was added to, and in which of them it answers."""

from collections.abc import Sequence
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


@dataclass(frozen=True, slots=True)
class GroupPage:
    """One page of groups, those without a decision first. `page` counts from 0."""

    page: int
    groups: Sequence[Group]
    more: bool
