"""useapi.net as the core's provider: each of the core's questions becomes as few requests as it takes."""

import logging
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.media.source import FileSource
from bot.media.workshop import Workshop
from bot.providers.adapter import AccountSummary
from bot.providers.catalogue import ask_any, not_empty
from bot.providers.faults import asked
from bot.providers.useapi import answers
from bot.providers.useapi.accounts import summaries
from bot.providers.useapi.bodies import JobBody, body_of
from bot.providers.useapi.finding import Finder
from bot.providers.useapi.listing import Lists
from bot.providers.useapi.pool import UseApiPool
from bot.providers.useapi.search import is_still
from bot.providers.useapi.uploads import Uploads
from bot.providers.useapi.watching import Watcher
from jobs.capabilities import Mode
from jobs.effects import Effect
from jobs.errors import ProviderFault, Reason, Refused
from jobs.ids import AccountId, JobId, VideoId
from jobs.lifecycle import Job
from jobs.materials import Speaker
from jobs.ports import Accepted, Lane, Pending, Sighting, Unseen
from jobs.requests import ClipRequest, makes_image
from pixverse.errors import Invalid, NotFound, ProviderError
from pixverse.useapi import (
    PAGE_IMAGES,
    PAGE_ROWS,
    CreateBody,
    Created,
    CreateFramesBody,
    CreateFusionBody,
    CreateImagesBody,
    CreateTransitionBody,
    ExtendBody,
    LipsyncBody,
    ModifyBody,
    MotionControlBody,
    UpscaleBody,
    UseApi,
    Video,
    webhook,
)

log = logging.getLogger(__name__)


class UseApiProvider:
    """Implements `jobs.ports.Provider`.

    `directory` is where people's files stand for a moment, `reply_url` where useapi.net reports what
    happens to a job. `server` is the provider's address: results may lie there.
    """

    def __init__(
        self,
        client: UseApi,
        files: FileSource,
        *,
        directory: Path,
        reply_url: str | None,
        server: str,
    ) -> None:
        self._client = client
        self.pool = UseApiPool(client)
        self._workshop = Workshop(files, directory)
        self._uploads = Uploads(client, self._workshop)
        self._reply_url = reply_url
        self._server = server
        self._accounts: tuple[AccountId, ...] = ()
        videos = Lists(client.videos, usual=PAGE_ROWS)
        stills = Lists(client.images, usual=PAGE_IMAGES)
        self._finder = Finder(client, videos, stills)
        # Of a video "not found" also means "not finished"; a still is shown from the beginning.
        self._videos = Watcher(videos, client.video, absent=Pending(), server=server)
        self._stills = Watcher(stills, client.image, absent=Unseen(), server=server)

    def close(self) -> None:
        """End the thread that works on people's files. The client belongs to whoever made it."""
        self._workshop.close()

    async def lanes(self, sent: Sequence[AccountId] = ()) -> Sequence[Lane]:  # noqa: ARG002
        """See `Provider.lanes`. useapi.net counts what runs there itself."""
        scheduler = await asked(self._client.available())
        lanes = answers.lanes(scheduler.available)
        self._accounts = tuple(lane.account for lane in lanes)
        return lanes

    async def upload(self, job: Job) -> tuple[str, ...]:
        """See `Provider.upload`."""
        return await self._uploads.bring(job)

    async def submit(self, job: Job) -> Accepted:
        """See `Provider.submit`."""
        try:
            body = body_of(job, reply_url=self._reply_url)
        except ValueError as error:
            log.exception("job %s cannot be put into a request", job.id)
            raise Refused(Reason.INVALID) from error
        try:
            created = await asked(self._start(body))
        except Refused as refusal:
            raise await self._better_known(job, refusal) from refusal
        is_image = created.is_image or makes_image(job.request)
        return Accepted(VideoId(created.id), is_image, created.cost_credits)

    async def _better_known(self, job: Job, refusal: Refused) -> Refused:
        """A video that was deleted meanwhile is refused like any mistake: a look tells the two apart.

        Without words, moderation means what is to be seen, or that there is nobody.
        """
        if job.request.subject.mode is Mode.MOTION and refusal.reason is Reason.MODERATED:
            return Refused(Reason.NOBODY_SEEN)
        made = job.request.made if isinstance(job.request, ClipRequest) else None
        if made is None or refusal.reason is not Reason.INVALID:
            return refusal
        try:
            gone = not await _is_there(self._client.video, made.video_id)
        except ProviderError:
            return refusal
        return Refused(Reason.CLIP_GONE) if gone else refusal

    def _start(self, body: JobBody) -> Awaitable[Created]:
        client = self._client
        ways: Mapping[type[JobBody], Callable[[Any], Awaitable[Created]]] = {
            CreateBody: client.create,
            CreateFramesBody: client.create_frames,
            CreateTransitionBody: client.create_transition,
            CreateFusionBody: client.create_fusion,
            ExtendBody: client.extend,
            ModifyBody: client.modify,
            LipsyncBody: client.lipsync,
            MotionControlBody: client.motion_control,
            UpscaleBody: client.upscale,
            CreateImagesBody: self._start_still,
        }
        return ways[type(body)](body)

    async def _start_still(self, body: CreateImagesBody) -> Created:
        """One is asked for, whatever number the answer names."""
        return (await self._client.create_images(body))[0]

    async def look(self, account: AccountId, jobs: Sequence[Job]) -> Mapping[JobId, Sighting]:
        """See `Provider.look`. Videos and stills have a list each, which is read where there are any."""
        stills = [job for job in jobs if is_still(job)]
        videos = [job for job in jobs if not is_still(job)]
        seen = dict(await self._videos.look(account, videos)) if videos or not stills else {}
        if stills:
            seen.update(await self._look_at_stills(account, stills))
        return seen

    async def _look_at_stills(
        self, account: AccountId, stills: Sequence[Job]
    ) -> Mapping[JobId, Sighting]:
        """No source shows their list: where it is not as expected, each is read, as is documented."""
        try:
            return await self._stills.look(account, stills)
        except Refused as refusal:
            if refusal.reason is not Reason.INVALID:
                raise
        except ProviderFault as fault:
            log.warning("the list of pictures could not be read: %r", fault)
        return await self._stills.read_each(stills)

    async def find(self, job: Job, taken: Collection[VideoId] = ()) -> Accepted | None:
        """See `Provider.find`."""
        return await self._finder.find(job, taken)

    async def cancel(self, job: Job) -> None:
        """See `Provider.cancel`. useapi.net only forgets what it schedules; PixVerse goes on."""
        log.info("job %s: PixVerse finishes its video all the same", job.id)

    async def delete(self, job: Job) -> None:
        """See `Provider.delete`."""
        if job.video_id:
            await asked(self._delete(job.video_id, still=is_still(job)))

    async def _delete(self, video_id: VideoId, *, still: bool) -> None:
        """What is gone already is refused like any mistake: only a look tells the two apart."""
        client = self._client
        try:
            await (client.delete_image if still else client.delete_video)(video_id)
        except (Invalid, NotFound):
            if await _is_there(client.image if still else client.video, video_id):
                raise

    async def effects(self) -> Sequence[Effect]:
        """See `Provider.effects`."""
        templates = await ask_any(await self._known_accounts(), self._client.effects)
        found = answers.effects(templates, server=self._server)
        return not_empty(found, "effect")

    async def voices(self) -> Sequence[Speaker]:
        """See `Provider.voices`."""
        voices = await ask_any(await self._known_accounts(), self._client.voices)
        return not_empty(answers.speakers(voices, server=self._server), "voice")

    async def _known_accounts(self) -> Sequence[AccountId | None]:
        """Where there is none, useapi.net says so itself."""
        if not self._accounts:
            await self.lanes()
        return self._accounts or (None,)

    async def credits(self, account: AccountId) -> int | None:
        """See `Provider.credits`."""
        return (await asked(self._client.features(account))).balance

    async def accounts_summary(self) -> Sequence[AccountSummary]:
        """Every configured account, for `--check`. Raises ProviderFault."""
        return await summaries(self._client)

    def mentioned(self, headers: Mapping[str, str], body: bytes) -> VideoId | None:  # noqa: ARG002
        """See `OpenProvider.mentioned`. Nothing is signed: the address that it comes to is a secret."""
        video_id = webhook.read(body).video_id
        return VideoId(video_id) if video_id else None


async def _is_there(read: Callable[[VideoId], Awaitable[Video]], video_id: VideoId) -> bool:
    """Whether something that is finished can still be read."""
    try:
        await read(video_id)
    except NotFound:
        return False
    return True
