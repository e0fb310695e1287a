"""Where running jobs stand: read from an account's list, and one by one only where that may leave them out."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence

from bot.providers.faults import asked
from bot.providers.useapi import answers
from bot.providers.useapi.listing import Listing, Lists
from bot.providers.useapi.search import begins, own_part
from jobs.ids import AccountId, JobId, VideoId
from jobs.lifecycle import Job
from jobs.ports import Pending, Sighting, Unseen
from pixverse.errors import NotFound, ProviderError
from pixverse.useapi import Video

log = logging.getLogger(__name__)


class Watcher:
    """Looks for the jobs of one kind in the accounts' lists of that kind.

    `read` reads one thing by its id, and `absent` is what it means that there is none. `server` is the
    provider's address: results may lie there.
    """

    def __init__(
        self,
        lists: Lists,
        read: Callable[[VideoId], Awaitable[Video]],
        *,
        absent: Sighting,
        server: str,
    ) -> None:
        self._lists = lists
        self._read = read
        self._absent = absent
        self._server = server

    async def look(self, account: AccountId, jobs: Sequence[Job]) -> Mapping[JobId, Sighting]:
        """See `Provider.look`. More pages only for jobs that the first does not show, and that it does
        not reach back to; single reads only for pictures, which the list may leave out."""
        listing = self._lists.open(account, rows=len(jobs) + len(jobs) // 4 + 20)
        seen = await asked(self._read_for(listing, jobs))
        return {job.id: await self._sighting(job, seen, listing) for job in jobs}

    async def read_each(self, jobs: Sequence[Job]) -> Mapping[JobId, Sighting]:
        """Without the list."""
        return {job.id: await self._read_one(job) for job in jobs}

    async def _read_for(self, listing: Listing, jobs: Sequence[Job]) -> Mapping[str, Video]:
        """Read until every job is shown, or cannot come any more, or enough was read."""
        most = 3 * len(jobs) + 400
        seen: dict[str, Video] = {}
        while True:
            await listing.read_on()
            seen = {own_part(video.video_id): video for video in listing.videos if video.video_id}
            missing = [job for job in jobs if _part(job) not in seen and not job.is_image]
            if all(listing.reaches(begins(job)) for job in missing):
                return seen
            if listing.stuck or len(listing.videos) >= most:
                return seen

    async def _sighting(self, job: Job, seen: Mapping[str, Video], listing: Listing) -> Sighting:
        if job.video_id is None:
            return Unseen()
        video = seen.get(_part(job))
        if video is None and (job.is_image or not listing.reaches(begins(job))):
            return await self._read_one(job)
        if video is None:
            return Unseen()
        return answers.sighting(job, video, server=self._server)

    async def _read_one(self, job: Job) -> Sighting:
        """By its id; the other jobs' news must not wait for a single read that fails."""
        if job.video_id is None:
            return Unseen()
        try:
            video = await self._read(job.video_id)
        except NotFound:
            return self._absent
        except ProviderError as error:
            log.warning("job %s: its video could not be read: %s", job.id, error)
            return Pending()
        return answers.sighting(job, video, server=self._server)


def _part(job: Job) -> str:
    return own_part(job.video_id or "")
