"""A picture on its way to useapi.net v1: it goes in the very request that is paid for, and in no other."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from bot.media.ready import ReadyPicture
from bot.media.terms import MEBIBYTE, PictureTerms
from bot.media.workshop import Workshop
from jobs.errors import NotSent
from jobs.ids import Reference
from jobs.lifecycle import Job
from jobs.requests import PictureRequest

TERMS = PictureTerms(
    largest=8 * MEBIBYTE,  # Discord takes 10 MB from accounts that do not pay
    types=frozenset({"image/jpeg", "image/png"}),
)


class Pictures:
    """Made ready before the job counts as sent, so that a bad one, or Telegram's trouble, costs nothing.

    They have no name on disk: after a crash the job is in the queue again, and its picture is fetched anew.
    """

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._ready: dict[Reference, tuple[AsyncExitStack, ReadyPicture]] = {}

    async def bring(self, job: Job) -> tuple[str, ...]:
        """See `Provider.upload`."""
        await self._let_go(job.reference)
        if not isinstance(job.request, PictureRequest):
            return ()
        (picture,) = job.request.pictures
        async with AsyncExitStack() as stack:
            opening = self._workshop.picture(picture.file_id, TERMS)
            ready = await stack.enter_async_context(opening)
            self._ready[job.reference] = (stack.pop_all(), ready)
        return ()

    @asynccontextmanager
    async def taken(self, job: Job) -> AsyncIterator[ReadyPicture]:
        """The picture of a job, once. Raises NotSent where it is not ready: it has to be brought again."""
        if job.reference not in self._ready:
            raise NotSent("the picture is not here any more")
        stack, ready = self._ready.pop(job.reference)
        async with stack:
            yield ready

    async def close(self) -> None:
        """Let go of what was never sent."""
        for reference in list(self._ready):
            await self._let_go(reference)

    async def _let_go(self, reference: Reference) -> None:
        if reference in self._ready:
            stack, _ = self._ready.pop(reference)
            await stack.aclose()
