"""What somebody finds who types the bot's name in any chat: effects, and their own finished videos."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from jobs.capabilities import Mode
from jobs.effects import Effect, Shelf
from jobs.errors import CoreError
from jobs.history import Outcome, Wanted
from jobs.ids import JobId, PersonId
from jobs.lifecycle import Job
from jobs.ports import Store
from jobs.service.history import JOBS_PER_PAGE

FINDS_PER_PAGE = 20
LATEST = 6  # videos that are shown before anything was typed
JOB_MARK = "#"
LIST_MARK = f"{JOB_MARK}videos"
NOT_NARROWED = (Outcome.ALL, "")
MOST_PAGES = 10_000


@dataclass(frozen=True, slots=True)
class Finds:
    """Videos first, then effects. `following` is the offset of the next page; None: there is none."""

    videos: Sequence[Job] = field(default=())
    effects: Sequence[Effect] = field(default=())
    following: int | None = None


def words_for(job_id: JobId) -> str:
    """The words that find exactly this video of one's own."""
    return f"{JOB_MARK}{job_id}"


def words_for_page(page: int, wanted: Wanted) -> str:
    """The words that find exactly the videos of this page of one's own list: somebody sees them typed."""
    narrowed = (wanted.outcome, wanted.kind or "")
    named = () if narrowed == NOT_NARROWED else narrowed
    return " ".join((LIST_MARK, str(page + 1), *named)).rstrip()


def can_be_shown(job: Job) -> bool:
    """Whether there is a video of it in Telegram; what was found in a video is none."""
    return bool(job.sent) and not job.deleted_at and job.request.subject.mode is not Mode.PARTS


class Inline:
    """Searches. `person_id` None: somebody who may not use the bot, and sees effects only."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def find(self, person_id: PersonId | None, words: str, offset: int) -> Finds:
        """One page; offsets count videos and effects together."""
        if words.startswith(LIST_MARK):
            return await self._of_list(person_id, words)
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

    async def _of_list(self, person_id: PersonId | None, words: str) -> Finds:
        """The videos of one page of the person's list; words that nobody's key wrote find nothing."""
        spot = _page_of(words)
        if person_id is None or spot is None:
            return Finds()
        page, wanted = spot
        found = await self._store.history.page(
            person_id, wanted=wanted, offset=page * JOBS_PER_PAGE, limit=JOBS_PER_PAGE
        )
        return Finds([job for job in found if can_be_shown(job)])

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


def _page_of(words: str) -> tuple[int, Wanted] | None:
    """What `words_for_page` wrote, read again."""
    mark, *parts = words.split()
    if mark != LIST_MARK or not parts:
        return None
    try:
        page, outcome, kind = (*parts, *NOT_NARROWED[len(parts) - 1 :])
        wanted = Wanted(Outcome(outcome), Mode(kind) if kind else None)
    except ValueError:
        return None
    if not (page.isascii() and page.isdecimal()) or len(page) > len(str(MOST_PAGES)):
        return None
    return min(max(int(page), 1), MOST_PAGES) - 1, wanted
