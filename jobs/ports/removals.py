"""Jobs that people have deleted, as the store keeps them."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Protocol

from jobs.ids import ChatId, JobId, MessageId, PersonId
from jobs.lifecycle import Job


class Removals(Protocol):
    """What is deleted for the person at once, and at the provider as soon as it can be."""

    async def delete(
        self, job_id: JobId, person_id: PersonId
    ) -> Sequence[tuple[ChatId, MessageId]]:
        """The person's words and files are gone, and their video is to go at the provider; returns the
        messages that show it. Deleting twice is fine.

        Raises NoSuchJob, NotYours, TooLate (it has not ended), UnderReport (admins are to see it first).
        """

    async def claim(self, limit: int, again: timedelta) -> Sequence[tuple[Job, int]]:
        """Videos to delete at the provider now, and the number of this attempt. Each is due again after
        `again`, and with every attempt later, unless it is `done`: so also when the process dies."""

    async def done(self, job_id: JobId) -> None:
        """The provider does not have it any more, or nothing more can be done."""
