"""Who and what is in a video, to be swapped: PixVerse answers that at once, so there is nothing to wait for.

What was found is remembered until it is looked at. After a restart it is asked for once more, with the trace
id of the first time: that is answered with what was found then, and costs nothing. After a long one it is not.
"""

from datetime import datetime

from bot.providers.materials import uploaded
from bot.providers.pixverse.clips import masks_body
from bot.providers.pixverse.traces import repeats_are_safe, trace_id
from jobs.ids import JobId, VideoId
from jobs.lifecycle import Job
from jobs.requests import ClipRequest
from pixverse.errors import NotFound
from pixverse.platform import MaskSelection, Platform


class Parts:
    """Looks through videos."""

    def __init__(self) -> None:
        self._found: dict[JobId, MaskSelection] = {}

    async def find(self, client: Platform, job: Job) -> MaskSelection:
        """The paid request. Raises ProviderError."""
        assert isinstance(job.request, ClipRequest)
        body = masks_body(job.request, uploaded(job.request, job.uploads))
        found = await client.select_masks(body, trace_id=trace_id(job))
        self._found[job.id] = found
        return found

    async def found(self, client: Platform, job: Job, now: datetime) -> MaskSelection:
        """What the request has found. Raises ProviderError."""
        known = self._found.pop(job.id, None)
        if known is None and not repeats_are_safe(client.switches, job, now):
            raise NotFound("what was found is forgotten, and to ask again would be paid again")
        return known or await self.find(client, job)


def number_of(job: Job) -> VideoId:
    """What stands for the number of a video, which such a job has none of."""
    return VideoId(f"parts-{job.id}")
