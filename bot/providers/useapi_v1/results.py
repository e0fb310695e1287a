"""A finished job's videos: brought from Discord at once, because their addresses there expire within a day."""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import date, datetime, timedelta
from typing import IO

from bot.kept import KeptFiles
from bot.media.faults import MediaFault
from bot.media.workshop import Workshop
from bot.providers.useapi_v1.tariff import VIDEOS
from bot.public_addresses import may_be_fetched
from bot.results import ProviderFiles
from handlers.chat.result_files import ResultAway, ResultGone, ResultTooBig
from handlers.chat.results import Limits
from jobs.errors import Reason
from jobs.follow_ups import FollowUp
from jobs.lifecycle import Job, Result
from jobs.ports import Broken, Pending, Ready, Sighting
from pixverse.useapi_v1 import Attachment

log = logging.getLogger(__name__)

KEPT_FOR = timedelta(days=31)
"""As long as useapi.net knows a job."""

LARGEST = Limits().by_upload
"""In bytes. What is larger, Telegram would not take from us either: its address goes out as a link."""


class Results:
    """Keeps what was made. It stands on disk before the job is said to be finished."""

    def __init__(
        self, files: ProviderFiles, kept: KeptFiles, workshop: Workshop, *, server: str
    ) -> None:
        self._files = files
        self._kept = kept
        self._workshop = workshop
        self._server = server
        self._pruned_on: date | None = None

    async def keep(
        self, job: Job, attachments: Sequence[Attachment], offered: tuple[FollowUp, ...]
    ) -> Sighting:
        """The job's result, when it is here. Pending where Discord does not give it out now."""
        urls = [one.url for one in attachments if one.url]
        if not all(may_be_fetched(url, server=self._server) for url in urls):
            log.warning("job %s: its result is at an address that is not fetched", job.id)
            return Broken(Reason.RENDER_FAILED)
        address = self._kept.address(name_of(job))
        try:
            if not self._kept.has(name_of(job)):
                await self._bring(job, urls)
        except ResultGone as trouble:
            log.warning("job %s: its result is gone: %s", job.id, trouble)
            return Broken(Reason.LOST)
        except ResultTooBig:
            address = urls[0]
        except (ResultAway, OSError) as trouble:
            log.warning("job %s: its result could not be brought: %r", job.id, trouble)
            return Pending()
        return Ready(_result(address, attachments, offered))

    async def _bring(self, job: Job, urls: Sequence[str]) -> None:
        """Several become one, side by side. Raises ResultGone, ResultAway, ResultTooBig, OSError."""
        async with AsyncExitStack() as stack:
            films: list[IO[bytes]] = [
                await stack.enter_async_context(self._files.fetch(url, limit=LARGEST))
                for url in urls
            ]
            film = await self._together(job, films, stack) if len(films) > 1 else films[0]
            await asyncio.to_thread(self._kept.put, name_of(job), film)

    async def _together(
        self, job: Job, films: Sequence[IO[bytes]], stack: AsyncExitStack
    ) -> IO[bytes]:
        """One is better than none, where they cannot be put together."""
        try:
            return await stack.enter_async_context(self._workshop.grid(films[:VIDEOS]))
        except MediaFault as fault:
            log.warning("job %s: its videos cannot be put together: %r", job.id, fault)
            return films[0]

    async def drop(self, job: Job) -> None:
        """Nobody wants it any more."""
        await asyncio.to_thread(self._kept.drop, name_of(job))

    async def prune(self, now: datetime) -> None:
        """Once a day, take away what is old: Telegram has had it for long."""
        if self._pruned_on != now.date():
            self._pruned_on = now.date()
            await asyncio.to_thread(self._kept.prune, now - KEPT_FOR)


def _result(
    address: str, attachments: Sequence[Attachment], offered: tuple[FollowUp, ...]
) -> Result:
    """How large several are side by side, the file itself knows best."""
    if len(attachments) > 1:
        return Result(url=address, follow_ups=offered)
    (one,) = attachments
    width, height = one.width or 0, one.height or 0
    return Result(url=address, width=width, height=height, follow_ups=offered)


def name_of(job: Job) -> str:
    """What its file is called: by its number it can be found, the rest is the same in no other database."""
    return f"{job.id}-{job.reference}.mp4"
