"""What somebody finds who types the bot's name in any chat: effects, and their own finished videos."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from jobs.effects import Effect, Shelf
from jobs.errors import CoreError
from jobs.ids import JobId, PersonId
from jobs.lifecycle import Job
from jobs.ports import Store

FINDS_PER_PAGE = 20
LATEST = 6  # videos that are shown before anything was typed
JOB_MARK = "#"


@dataclass(frozen=True, slots=True)
class Finds:
    """Videos first, then effects. `following` is the offset of the next page; None: there is none."""

    videos: Sequence[Job] = field(default=())
    effects: Sequence[Effect] = field(default=())
    following: int | None = None


def words_for(job_id: JobId) -> str:
    """The words that find exactly this video of one's own."""
    return f"{JOB_MARK}{job_id}"


class Inline:
    """Searches. `person_id` None: somebody who may not use the bot, and sees effects only."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def find(self, person_id: PersonId | None, words: str, offset: int) -> Finds:
        """One page; offsets count videos and effects together."""
        if words.startswith(JOB_MARK):
            return await self._one_video(person_id, words.removeprefix(JOB_MARK))
        if not words:
            return await self._usual(person_id)
        videos, number = await self._videos(person_id, words, offset, FINDS_PER_PAGE)
        effects, total = await self._store.effects.page(
            Shelf.ALL,
            words=words,
            offset=max(offset - number, 0),
            limit=FINDS_PER_PAGE - len(videos),
        )
        end = offset + len(videos) + len(effects)
        return Finds(videos, effects, end if end < number + total else None)

    async def _one_video(self, person_id: PersonId | None, number: str) -> Finds:
        if person_id is None or not (number.isascii() and number.isdecimal()):
            return Finds()
        try:
            job = await self._store.jobs.own(JobId(int(number[:18])), person_id)
        except CoreError:  # nobody learns which jobs of others there are
            return Finds()
        return Finds([job] if job.sent else [])

    async def _usual(self, person_id: PersonId | None) -> Finds:
        """Nothing was typed: the latest videos, favourites, what was used lately, and what is hot."""
        videos, _ = await self._videos(person_id, "", 0, LATEST)
        found: dict[int, Effect] = {}
        for shelf in (Shelf.FAVOURITES, Shelf.RECENT, Shelf.HOT, Shelf.ALL):
            effects, _ = await self._store.effects.page(
                shelf, person_id=person_id, offset=0, limit=FINDS_PER_PAGE
            )
            for effect in effects:
                found.setdefault(effect.id, effect)
        return Finds(videos, list(found.values())[: FINDS_PER_PAGE - len(videos)])

    async def _videos(
        self, person_id: PersonId | None, words: str, offset: int, limit: int
    ) -> tuple[Sequence[Job], int]:
        if person_id is None:
            return (), 0
        return await self._store.history.in_telegram(
            person_id, words=words, offset=offset, limit=limit
        )
