"""Buttons of those who run the bot. Each names the right that it takes."""

from handlers.chat.buttons.codec import Button, PageNumber
from jobs.admin.broadcasts import Group
from jobs.ids import BroadcastId, ChatId, InviteId, JobId, PersonId, PlanId
from jobs.roles import Right

NOBODY = PersonId(0)  # a filter that is not set
NO_PLAN = PlanId(0)


class OpenPanel(Button, tag="A", right=Right.SEE):
    """The first page of the panel."""


class OpenPage(Button, tag="P", right=Right.SEE):
    """A page of the panel, by its name; the page itself may take a further right."""

    name: str


class Decide(Button, tag="y", right=Right.PEOPLE):
    """Let somebody in, or do not."""

    person: PersonId
    allow: bool


class GiveUpJob(Button, tag="v", right=Right.JOBS):
    """End the search for an unconfirmed job."""

    job: JobId


class ShowLog(Button, tag="L", right=Right.AUDIT):
    """A page of the audit log: everything, or what one person did, what was done to one, or both."""

    page: PageNumber = 0
    actor: PersonId = NOBODY
    person: PersonId = NOBODY


class ShowInvites(Button, tag="I", right=Right.PEOPLE):
    """A page of invitations."""

    page: PageNumber = 0


class ShowInvite(Button, tag="I1", right=Right.PEOPLE):
    """One invitation."""

    invite: InviteId


class NewInvite(Button, tag="I2", right=Right.PEOPLE):
    """An invitation being made; `days` 0: without an end, `plan` 0: without a plan."""

    uses: int = 1
    days: int = 7
    credits: int = 0
    plan: PlanId = NO_PLAN


class MakeInvite(Button, tag="I3", right=Right.PEOPLE):
    """Make it."""

    uses: int
    days: int
    credits: int
    plan: PlanId


class RevokeInvite(Button, tag="I4", right=Right.PEOPLE):
    """Let nobody in by it any more."""

    invite: InviteId


class ShowGroups(Button, tag="G", right=Right.PEOPLE):
    """A page of the groups that asked for the bot."""

    page: PageNumber = 0


class DecideGroup(Button, tag="G1", right=Right.PEOPLE):
    """Whether the bot answers in a group."""

    group: ChatId
    allow: bool


class AimBroadcast(Button, tag="B1", right=Right.BROADCAST):
    """Whom a broadcast is for."""

    broadcast: BroadcastId


class PickAudience(Button, tag="B2", right=Right.BROADCAST):
    """These people; it is asked once more before anything is sent.

    A plan is meant by its id: its name may be longer than a button.
    """

    broadcast: BroadcastId
    group: Group
    plan: PlanId = NO_PLAN
    language: str = ""


class StartBroadcast(Button, tag="B3", right=Right.BROADCAST):
    """Send it."""

    broadcast: BroadcastId
    group: Group
    plan: PlanId = NO_PLAN
    language: str = ""


class StopBroadcast(Button, tag="B4", right=Right.BROADCAST):
    """Nobody else gets it."""

    broadcast: BroadcastId


class DropBroadcast(Button, tag="B5", right=Right.BROADCAST):
    """It is not sent at all."""

    broadcast: BroadcastId
