"""Buttons that only admins get to see."""

from handlers.chat.buttons.codec import Button
from jobs.ids import JobId, PersonId


class Decide(Button, tag="y"):
    """An admin lets somebody in, or does not."""

    person: PersonId
    allow: bool


class GiveUpJob(Button, tag="v"):
    """An admin ends the search for an unconfirmed job."""

    job: JobId
