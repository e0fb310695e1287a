"""Buttons with which those who run the bot look after people. Each names the right that it takes."""

from handlers.chat.buttons.codec import Button, PageNumber
from jobs.admin.directory import Listing
from jobs.capabilities import Feature
from jobs.ids import PersonId, PlanId
from jobs.people import Limit
from jobs.roles import Right


class ShowPeople(Button, tag="U", right=Right.SEE):
    """A page of people, in some order."""

    listing: Listing = Listing.NEWEST
    page: PageNumber = 0


class FindPerson(Button, tag="U1", right=Right.SEE):
    """The next message says who is meant."""


class ShowPerson(Button, tag="U2", right=Right.SEE):
    """One person."""

    person: PersonId


class ShowVideosOf(Button, tag="U3", right=Right.SEE):
    """A page of somebody's jobs."""

    person: PersonId
    page: PageNumber = 0


class AskGrant(Button, tag="U4", right=Right.GRANT):
    """The next message says how many credits, and why."""

    person: PersonId


class OpenLimits(Button, tag="U5", right=Right.PEOPLE):
    """Somebody's limits."""

    person: PersonId


class AskLimit(Button, tag="U6", right=Right.PEOPLE):
    """The next message says how much."""

    person: PersonId
    limit: Limit


class OpenAllowed(Button, tag="Ul", right=Right.PEOPLE):
    """What somebody may use of a feature."""

    person: PersonId
    feature: Feature


class ToggleAllowed(Button, tag="Ut", right=Right.PEOPLE):
    """They may use it, or not any more."""

    person: PersonId
    feature: Feature
    value: str


class AllowAsPlan(Button, tag="Up", right=Right.PEOPLE):
    """Of this feature they may use what their plan says."""

    person: PersonId
    feature: Feature


class OpenBan(Button, tag="U7", right=Right.PEOPLE):
    """For how long somebody is to be kept out."""

    person: PersonId


class AskBan(Button, tag="U8", right=Right.PEOPLE):
    """The next message says why; `hours` 0: for ever."""

    person: PersonId
    hours: int


class BanNow(Button, tag="U9", right=Right.PEOPLE):
    """Without a reason."""

    person: PersonId
    hours: int


class LiftBan(Button, tag="Ua", right=Right.PEOPLE):
    """Somebody may use the bot again."""

    person: PersonId


class OpenPlans(Button, tag="Uf", right=Right.PEOPLE):
    """Which plan somebody could be in."""

    person: PersonId


class GivePlan(Button, tag="Ug", right=Right.PEOPLE):
    """Put somebody into a plan; 0: into none."""

    person: PersonId
    plan: PlanId


class LetIn(Button, tag="Ub", right=Right.PEOPLE):
    """Let somebody in, or refuse them, on their page."""

    person: PersonId
    allow: bool


class AskLetter(Button, tag="Uc", right=Right.MESSAGE):
    """The next message goes to somebody."""

    person: PersonId


class OpenRoles(Button, tag="Ud", right=Right.ROLES):
    """Which role somebody could have."""

    person: PersonId


class GiveRole(Button, tag="Ue", right=Right.ROLES):
    """Appoint somebody; an empty role dismisses them."""

    person: PersonId
    role: str
