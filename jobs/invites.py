"""Invitations: links that let people in, so many times, until then, with so many credits to begin with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from jobs.ids import InviteId, PersonId, PlanId

INVITE_LINK = "inv_"  # what stands before the token in a link that starts the bot
FRIEND_LINK = "ref_"
MOST_USES = 100_000


class InviteState(StrEnum):
    """Whether an invitation still lets anybody in."""

    OPEN = "open"
    USED_UP = "used_up"
    ENDED = "ended"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Terms:
    """What an invitation is good for. `ends_at` None: it does not end by itself; `plan_id`: the plan
    of those who come by it."""

    uses: int = 1
    ends_at: datetime | None = None
    credits: int = 0
    plan_id: PlanId | None = None


@dataclass(frozen=True, slots=True)
class Invite:
    """One invitation; whoever has the token may use it. `plan` is the name of its plan."""

    id: InviteId
    token: str
    terms: Terms
    used: int
    by: PersonId
    made_at: datetime
    revoked: bool
    plan: str | None = None

    @property
    def payload(self) -> str:
        """What a link that starts the bot carries."""
        return f"{INVITE_LINK}{self.token}"

    def state(self, now: datetime) -> InviteState:
        """Whether it lets anybody in now."""
        if self.revoked:
            return InviteState.REVOKED
        if self.terms.ends_at is not None and now >= self.terms.ends_at:
            return InviteState.ENDED
        return InviteState.USED_UP if self.used >= self.terms.uses else InviteState.OPEN


class Arrival(StrEnum):
    """What became of somebody who came by an invitation."""

    JOINED = "joined"
    NOTHING_NEW = "nothing_new"  # they were in already, or are not wanted
    NO_SUCH = "no_such"
    USED_UP = "used_up"
    ENDED = "ended"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class InvitePage:
    """One page of invitations, newest first. `page` counts from 0."""

    page: int
    invites: Sequence[Invite]
    more: bool
