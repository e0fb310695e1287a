"""Buttons of those who run the bot. Each names the right that it takes."""

from handlers.chat.buttons.codec import Button
from jobs.ids import JobId, PersonId
from jobs.roles import Right

NOBODY = PersonId(0)  # a filter that is not set


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
    """A page of the audit log: everything, what one person did, or what was done to one."""

    page: int = 0
    actor: PersonId = NOBODY
    person: PersonId = NOBODY
