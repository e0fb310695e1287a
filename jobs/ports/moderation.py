"""Moderation, as the store keeps it."""

from collections.abc import Sequence
from typing import Protocol

from jobs.ids import ChatId, JobId, MarkId, PersonId, ReportId, StopWordId
from jobs.moderation import EffectMark, Mark, PausedPerson, Report, StopWord, Strikes


class Moderation(Protocol):
    """Words, effects, strikes and reports. What admins do is written down; `by` None: from the shell."""

    async def stop_words(self) -> Sequence[StopWord]:
        """All of them, in the order of the alphabet."""

    async def add_stop_word(self, words: str, language: str, *, by: PersonId | None) -> bool:
        """From now on no prompt may hold it. False: it was there. Raises TooManyStopWords."""

    async def remove_stop_word(self, word_id: StopWordId, *, by: PersonId | None) -> bool:
        """False: it was gone."""

    async def effect_marks(self) -> Sequence[EffectMark]:
        """What admins said about effects, oldest first."""

    async def add_effect_mark(self, mark: Mark, value: str, *, by: PersonId | None) -> bool:
        """Hide effects, or show one. False: that was said before."""

    async def remove_effect_mark(self, mark_id: MarkId, *, by: PersonId | None) -> bool:
        """False: it was gone."""

    async def standing(self, person_id: PersonId) -> Strikes:
        """How somebody stands."""

    async def paused(self) -> Sequence[PausedPerson]:
        """Everybody who has to wait, the longest first."""

    async def lift(self, person_id: PersonId, *, by: PersonId | None) -> bool:
        """End somebody's pause and forget their strikes. False: they were not paused."""

    async def report(self, job_id: JobId, person_id: PersonId, chat_id: ChatId) -> bool:
        """Somebody reports a result of theirs, or one that was made in this chat. False: they did before.

        The admins are told. Raises NoSuchJob, NotYours.
        """

    async def reports(self, *, offset: int, limit: int) -> tuple[Sequence[Report], int]:
        """Reports that nobody has dealt with, oldest first, and their number."""

    async def get_report(self, report_id: ReportId) -> Report | None:
        """One of them, dealt with or not."""

    async def close_report(self, report_id: ReportId, *, by: PersonId | None) -> bool:
        """It was dealt with. False: somebody has done so before."""
