"""A person's own videos, as they look through them."""

from collections.abc import Sequence
from typing import Protocol

from jobs.capabilities import Mode
from jobs.history import Wanted
from jobs.ids import ChatId, JobId, MessageId, PersonId
from jobs.lifecycle import Job


class History(Protocol):
    """Page by page, by words, and the messages that show them."""

    async def page(
        self,
        person_id: PersonId,
        *,
        wanted: Wanted = Wanted(),  # noqa: B008 (frozen)
        offset: int,
        limit: int,
    ) -> Sequence[Job]:
        """A person's jobs, newest first, deleted ones too."""

    async def kinds(self, person_id: PersonId) -> Sequence[Mode]:
        """The kinds of jobs that the person has."""

    async def in_telegram(
        self, person_id: PersonId, *, words: str = "", offset: int, limit: int
    ) -> tuple[Sequence[Job], int]:
        """A page of a person's results that Telegram has, newest first, and the total: those whose
        words and effect's name hold every one of `words`. Goes back so far, and no further."""

    async def shown(self, job_id: JobId, chat_id: ChatId, message_id: MessageId) -> None:
        """The job's result stands in this message."""

    async def behind(self, chat_id: ChatId, message_id: MessageId) -> Job | None:
        """The job whose result stands in this message, if any."""
