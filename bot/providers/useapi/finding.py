"""Submissions whose answer was lost: looked for among what runs, then in the account's list."""

from collections.abc import Collection

from bot.providers.useapi.listing import Listing, Lists
from bot.providers.useapi.search import Match, begins, compare, is_still, own_part, shows_image
from jobs.errors import OutcomeUnknown
from jobs.ids import VideoId
from jobs.lifecycle import Job
from jobs.ports import Accepted
from jobs.requests import makes_image
from pixverse.errors import ProviderError
from pixverse.useapi import UseApi, Video

ROWS_WHEN_SEARCHING = 100
MOST_PAGES = 50


class Finder:
    """Finds a job, or proves that there is none."""

    def __init__(self, client: UseApi, videos: Lists, stills: Lists) -> None:
        self._client = client
        self._videos = videos
        self._stills = stills

    def _lists(self, job: Job) -> Lists:
        return self._stills if is_still(job) else self._videos

    async def find(self, job: Job, taken: Collection[VideoId]) -> Accepted | None:
        """See `Provider.find`."""
        try:
            return await self._find_running(job) or await self._find_listed(
                job, frozenset(map(own_part, taken))
            )
        except ProviderError as error:
            raise OutcomeUnknown(f"the provider could not be asked: {error}") from error

    async def _find_running(self, job: Job) -> Accepted | None:
        for running in await self._client.running():
            if running.reply_ref == job.reference:
                if running.video_id:
                    return Accepted(VideoId(running.video_id), makes_image(job.request))
                raise OutcomeUnknown("it is running, under no name")
        return None

    async def _find_listed(self, job: Job, taken: Collection[str]) -> Accepted | None:
        """Proof of absence is a listing read from now back to before the job, with nothing like it."""
        listing = self._lists(job).open(job.account, rows=ROWS_WHEN_SEARCHING)
        unclear = False
        for _ in range(MOST_PAGES):
            read = len(listing.videos)
            await listing.read_on()
            for video in listing.videos[read:]:
                match _compare(job, video, taken):
                    case Match.OURS:
                        return _found(job, video)
                    case Match.UNCLEAR:
                        unclear = True
            if listing.stuck or listing.reaches(begins(job)):
                break
        self._prove_absent(job, listing, unclear=unclear)
        return None

    def _prove_absent(self, job: Job, listing: Listing, *, unclear: bool) -> None:
        if unclear:
            raise OutcomeUnknown("a video in the list may be it, or not")
        if not listing.reaches(begins(job)):
            raise OutcomeUnknown("the list could not be read back to the submission")
        lists = self._lists(job)
        if is_still(job) and not lists.shows_unfinished(job.account):
            raise OutcomeUnknown("nothing shows that pictures are listed while they are made")
        if makes_image(job.request) and not lists.shows_images(job.account):
            raise OutcomeUnknown("nothing shows that this account's list includes pictures")


def _compare(job: Job, video: Video, taken: Collection[str]) -> Match:
    """What is another job's is not this one's, however much alike the two are."""
    if video.video_id and own_part(video.video_id) in taken:
        return Match.ANOTHER
    return compare(job, video)


def _found(job: Job, video: Video) -> Accepted:
    is_image = shows_image(video) or makes_image(job.request)
    return Accepted(VideoId(video.video_id or ""), is_image)
