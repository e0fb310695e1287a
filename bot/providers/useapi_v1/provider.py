"""useapi.net v1 as the core's provider: no list and no room told, each job is read by its id."""

import asyncio
import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import timedelta

from bot.addresses import is_loopback
from bot.media.workshop import Workshop
from bot.providers.adapter import AccountSummary, Plain, Surroundings
from bot.providers.faults import asked, fault
from bot.providers.polling import Expectations, Looks, check_any_answer
from bot.providers.useapi_v1.bodies import JobBody, body_of
from bot.providers.useapi_v1.buttons import follow_ups
from bot.providers.useapi_v1.channels import Channels
from bot.providers.useapi_v1.finding import Finder
from bot.providers.useapi_v1.pictures import Pictures
from bot.providers.useapi_v1.results import Results
from bot.providers.useapi_v1.switches import Switches
from bot.results import ProviderFiles
from jobs.errors import NotSent, ProviderFault, Reason, Refused
from jobs.ids import AccountId, JobId, VideoId
from jobs.lifecycle import Job
from jobs.ports import Accepted, Broken, Lane, Pending, Ready, Sighting, Unseen
from jobs.requests import ClipRequest
from pixverse import useapi_v1 as api
from pixverse.errors import Invalid, NotFound, ProviderError
from pixverse.useapi_v1 import webhook

log = logging.getLogger(__name__)

SHORTEST_INTERVAL, LONGEST_INTERVAL = timedelta(seconds=10), timedelta(seconds=30)
"""The vendor asks for so much between two looks at a job. A simulator on this machine does not mind more."""

EXPIRED = 410

_FAILURES = {
    api.Failure.MODERATED: Reason.MODERATED,
    api.Failure.FAILED: Reason.RENDER_FAILED,
    api.Failure.CANCELLED: Reason.RENDER_FAILED,
}


class UseApiV1Provider(Plain):
    """Implements `jobs.ports.Provider`."""

    def __init__(
        self,
        client: api.UseApiV1,
        around: Surroundings,
        downloads: ProviderFiles,
        switches: Switches,
    ) -> None:
        self._client = client
        self._around = around
        self._switches = switches
        self._workshop = Workshop(around.files, around.directory)
        self._pictures = Pictures(self._workshop)
        self._results = Results(downloads, around.kept, self._workshop, server=around.server)
        self._channels = Channels(client)
        self._finder = Finder(client, switches)
        self._looks: dict[AccountId, Looks] = {}
        self._expectations = Expectations()
        self._in_hand: set[JobId] = set()

    async def close(self) -> None:
        """Let go of pictures, and end the thread that works on people's files."""
        await self._pictures.close()
        self._workshop.close()

    async def lanes(self, sent: Sequence[AccountId] = ()) -> Sequence[Lane]:
        """See `Provider.lanes`."""
        return await self._channels.lanes(sent)

    async def upload(self, job: Job) -> tuple[str, ...]:
        """See `Provider.upload`."""
        return await self._pictures.bring(job)

    async def submit(self, job: Job) -> Accepted:
        """See `Provider.submit`."""
        server = self._channels.server(job.account) if self._switches.names_server else None
        try:
            body = body_of(job, reply_url=self._around.reply_url, server=server)
        except ValueError as error:
            log.exception("job %s cannot be put into a request", job.id)
            raise Refused(Reason.INVALID) from error
        try:
            started = await asked(self._start(job, body), meaning=_meaning_for(job))
        except OSError as error:
            raise NotSent(f"the picture could not be read: {error.strerror}") from error
        return Accepted(VideoId(started.jobid or ""))

    async def _start(self, job: Job, body: JobBody) -> api.Job:
        match body:
            case api.CreateSingleBody():
                return await self._client.create_single(body)
            case api.CreateBody():
                return await self._client.create(body)
            case api.ButtonBody():
                return await self._client.button(body)
            case _:
                return await self._send(job, body)

    async def _send(self, job: Job, body: api.AnimateBody | api.MemeFaceBody) -> api.Job:
        async with self._pictures.taken(job) as picture:
            pieces, size, kind = picture.pieces(), picture.size, picture.content_type
            if isinstance(body, api.AnimateBody):
                return await self._client.animate(body, pieces, size=size, content_type=kind)
            return await self._client.meme_face(body, pieces, size=size, content_type=kind)

    async def look(self, account: AccountId, jobs: Sequence[Job]) -> Mapping[JobId, Sighting]:
        """See `Provider.look`. Those whose time has come are read one by one; of the others nothing new is
        known. Neither is of those whose videos are being brought by a look before this one."""
        now = self._around.clock.now()
        await self._results.prune(now)
        looks = self._looks.setdefault(account, self._new_looks())
        chosen = [job for job in looks.due(jobs, now) if job.id not in self._in_hand]
        for job in chosen:
            looks.looked(job, now)
        seen = await asyncio.gather(*(self._read(job) for job in chosen))
        check_any_answer(seen)
        sightings = await asyncio.gather(
            *(self._sighting(job, one) for job, one in zip(chosen, seen, strict=True))
        )
        for job, sighting in zip(chosen, sightings, strict=True):
            if isinstance(sighting, Ready):
                looks.ended(job, now)
        news = {job.id: sighting for job, sighting in zip(chosen, sightings, strict=True)}
        return {**{job.id: Pending() for job in jobs}, **news}

    def _new_looks(self) -> Looks:
        shortest = timedelta() if is_loopback(self._around.server) else SHORTEST_INTERVAL
        return Looks(self._expectations, LONGEST_INTERVAL, shortest=shortest)

    async def _read(self, job: Job) -> api.Job | ProviderError:
        try:
            return await self._client.job(job.video_id or "")
        except ProviderError as error:
            return error

    async def _sighting(self, job: Job, seen: api.Job | ProviderError) -> Sighting:
        if isinstance(seen, NotFound):
            return Broken(Reason.LOST) if seen.status == EXPIRED else Unseen()
        if isinstance(seen, ProviderError):
            log.warning("job %s could not be read: %s", job.id, seen)
            return Pending()
        match api.outcome(seen):
            case api.Done(attachments):
                return await self._keep(job, seen, attachments)
            case api.Failed(why):
                return Broken(_FAILURES[why])
            case _:
                return Pending()

    async def _keep(
        self, job: Job, seen: api.Job, attachments: Sequence[api.Attachment]
    ) -> Sighting:
        self._in_hand.add(job.id)
        try:
            offered = follow_ups(seen.buttons, makes_four=self._switches.makes_four)
            return await self._results.keep(job, attachments, offered)
        finally:
            self._in_hand.discard(job.id)

    async def find(self, job: Job, taken: Collection[VideoId] = ()) -> Accepted | None:  # noqa: ARG002
        """See `Provider.find`. Our reference is enough: no two jobs have the same."""
        return await self._finder.find(job)

    async def cancel(self, job: Job) -> None:
        """See `Provider.cancel`. One that has ended is refused like any mistake."""
        try:
            await self._client.cancel(job.video_id or "")
        except (Invalid, NotFound) as refusal:
            log.info("job %s has nothing to cancel: %s", job.id, refusal)
        except ProviderError as error:
            raise fault(error) from error

    async def delete(self, job: Job) -> None:
        """See `Provider.delete`. Ours goes; Discord's message stays, as the API cannot take it away."""
        await self._results.drop(job)

    async def accounts_summary(self) -> Sequence[AccountSummary]:
        """Every channel, for `--check`."""
        return await self._channels.summaries()

    def mentioned(self, headers: Mapping[str, str], body: bytes) -> VideoId | None:  # noqa: ARG002
        """See `OpenProvider.mentioned`. Nothing is signed: the address that it comes to is a secret."""
        told = webhook.read(body)
        self._finder.mention(told)
        if not told.jobid:
            return None
        for looks in self._looks.values():
            looks.hint(VideoId(told.jobid))
        return VideoId(told.jobid)


def _meaning_for(job: Job) -> Callable[[ProviderError], ProviderFault]:
    """Like `fault`; but what is not found is the job whose video this one works on."""

    def meaning(error: ProviderError) -> ProviderFault:
        made = job.request.made if isinstance(job.request, ClipRequest) else None
        gone = isinstance(error, NotFound) and made is not None
        return Refused(Reason.CLIP_GONE) if gone else fault(error)

    return meaning
