"""The Platform API as the core's provider: what is repeated with its trace id is not paid twice."""

import asyncio
import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from bot.media.source import FileSource
from bot.media.workshop import Workshop
from bot.providers.adapter import AccountSummary
from bot.providers.catalogue import ask_any, not_empty
from bot.providers.faults import asked, fault
from bot.providers.pixverse import answers
from bot.providers.pixverse.accounts import Account, Accounts
from bot.providers.pixverse.bodies import body_of
from bot.providers.pixverse.clips import looks_for_parts
from bot.providers.pixverse.hooks import Hooks
from bot.providers.pixverse.parts import Parts, number_of
from bot.providers.pixverse.traces import repeats_are_safe, trace_id
from bot.providers.pixverse.uploads import Uploads
from bot.providers.polling import check_any_answer
from jobs.effects import Effect
from jobs.errors import NotSent, OutcomeUnknown, ProviderFault, Reason, Refused
from jobs.ids import AccountId, JobId, VideoId
from jobs.lifecycle import Job
from jobs.materials import Look, Speaker
from jobs.ports import Accepted, Clock, Lane, Pending, Ready, Sighting, Unseen
from jobs.requests import ClipRequest, makes_image
from pixverse.errors import Busy, NotFound, ProviderError
from pixverse.platform import BAD_IMAGE, UNKNOWN_ID, MaskSelection, Result, Switches

log = logging.getLogger(__name__)

Seen = Result | MaskSelection | ProviderError

# A repeat that is refused like this was refused at first, too: the words and pictures are the same.
_SURELY_ABSENT = frozenset({Reason.MODERATED, Reason.NO_MASKS, Reason.NOT_ACTIVATED})


class PlatformProvider:
    """Implements `jobs.ports.Provider`.

    `directory` is where people's files stand for a moment. `server` is the
    provider's address: results may lie there.
    """

    def __init__(
        self,
        accounts: Accounts,
        files: FileSource,
        hooks: Hooks,
        *,
        directory: Path,
        clock: Clock,
        server: str,
    ) -> None:
        self._accounts = accounts
        self._hooks = hooks
        self._workshop = Workshop(files, directory)
        self._clock = clock
        self._server = server
        self._parts = Parts()

    def close(self) -> None:
        """End the thread that works on people's files."""
        self._workshop.close()

    async def lanes(self, sent: Sequence[AccountId] = ()) -> Sequence[Lane]:
        """See `Provider.lanes`."""
        return await self._accounts.lanes(sent, self._clock.now())

    async def upload(self, job: Job) -> tuple[str, ...]:
        """See `Provider.upload`."""
        return await Uploads(self._accounts.of(job.account).client, self._workshop).bring(job)

    async def submit(self, job: Job) -> Accepted:
        """See `Provider.submit`."""
        try:
            return await self._start(self._accounts.of(job.account), job)
        except ValueError as error:
            log.exception("job %s cannot be put into a request", job.id)
            raise Refused(Reason.INVALID) from error

    async def _start(self, account: Account, job: Job) -> Accepted:
        if looks_for_parts(job):
            return await self._find_parts(account, job)
        body = body_of(job, webhook_id=account.webhook_id)
        starting = account.client.start(body, trace_id=trace_id(job))
        created = await asked(starting, meaning=_meaning_for(job))
        is_image = created.is_image or makes_image(job.request)
        return Accepted(VideoId(str(created.id)), is_image, created.credits)

    async def _find_parts(self, account: Account, job: Job) -> Accepted:
        finding = self._parts.find(account.client, job)
        found = await asked(finding, meaning=_meaning_for(job))
        if not found.masks:
            raise Refused(Reason.NO_MASKS)
        return Accepted(number_of(job), is_image=True, cost=found.credits)

    async def look(self, account: AccountId, jobs: Sequence[Job]) -> Mapping[JobId, Sighting]:
        """See `Provider.look`. There is no list: those whose time has come are read one by one, as many
        as the budget has; of the others nothing new is known."""
        there = self._accounts.get(account)
        if there is None:
            return {}  # neither can be read without its key
        chosen = self._chosen(there, jobs, self._clock.now())
        seen = await asyncio.gather(*(self._read(there, job) for job in chosen))
        check_any_answer(seen)
        return {
            **{job.id: Pending() for job in jobs},
            **{
                job.id: self._sighting(there, job, result)
                for job, result in zip(chosen, seen, strict=True)
            },
        }

    def _chosen(self, account: Account, jobs: Sequence[Job], now: datetime) -> Sequence[Job]:
        chosen = [job for job in account.looks.due(jobs, now) if account.budget.take(now)]
        for job in chosen:
            account.looks.looked(job, now)
        return chosen

    async def _read(self, account: Account, job: Job) -> Seen:
        try:
            if looks_for_parts(job):
                return await self._parts.found(account.client, job, self._clock.now())
            number = int(job.video_id or 0)
            return await (account.client.image if job.is_image else account.client.video)(number)
        except Busy as error:
            account.budget.pause(self._clock.now() + error.after)
            return error
        except ProviderError as error:
            return error

    def _sighting(self, account: Account, job: Job, seen: Seen) -> Sighting:
        if isinstance(seen, NotFound) and _is_lost(seen, account.client.switches):
            return Unseen()
        if isinstance(seen, ProviderError):
            log.warning("job %s: its result could not be read: %s", job.id, seen)
            return Pending()
        if isinstance(seen, MaskSelection):
            account.looks.ended(job, self._clock.now())
            return answers.found_parts(seen, server=self._server)
        sighting = answers.sighting(job, seen, server=self._server)
        if isinstance(sighting, Ready):
            account.looks.ended(job, self._clock.now())
        return sighting

    async def find(self, job: Job, taken: Collection[VideoId] = ()) -> Accepted | None:  # noqa: ARG002
        """See `Provider.find`. The same request with the same trace id is answered with the first job; where
        that was never started it is now. So nothing is searched for, and nothing is paid twice."""
        switches = self._accounts.of(job.account).client.switches
        if not repeats_are_safe(switches, job, self._clock.now()):
            raise OutcomeUnknown("a repeat might be a second video")
        try:
            return await self.submit(job)
        except Refused as refusal:
            if refusal.reason in _SURELY_ABSENT:
                return None
            # The server may look at room and credits before it looks whether it knows the id.
            raise OutcomeUnknown(f"the repeat was refused: {refusal.reason}") from refusal
        except NotSent as error:
            raise OutcomeUnknown("the provider could not be asked") from error

    async def cancel(self, job: Job) -> None:
        """See `Provider.cancel`. The API has no way to stop one."""
        log.info("job %s: its video is finished all the same", job.id)

    async def delete(self, job: Job) -> None:
        """See `Provider.delete`. The API has no way to take a video away."""
        log.info("job %s: its video stays at the provider, which deletes none", job.id)

    async def effects(self) -> Sequence[Effect]:
        """See `Provider.effects`."""
        of_videos = await ask_any(self._accounts, lambda one: one.client.effects(1))
        of_pictures = await ask_any(self._accounts, lambda one: one.client.effects(2))
        found = answers.effects(
            (*of_videos, *of_pictures),
            server=self._server,
        )
        return not_empty(found, "effect")

    async def voices(self) -> Sequence[Speaker]:
        """See `Provider.voices`."""
        voices = await ask_any(self._accounts, lambda one: one.client.speakers("system"))
        return not_empty(answers.speakers(voices), "voice")

    async def looks(self) -> Sequence[Look]:
        """See `WithLooks.looks`."""
        listed = await ask_any(self._accounts, lambda one: one.client.restyles())
        return not_empty(answers.looks(listed), "look")

    async def credits(self, account: AccountId) -> int | None:
        """See `Provider.credits`."""
        return (await asked(self._accounts.of(account).client.balance())).total

    async def accounts_summary(self) -> Sequence[AccountSummary]:
        """Every key, for `--check`."""
        return await self._accounts.summaries()

    def mentioned(self, headers: Mapping[str, str], body: bytes) -> VideoId | None:
        """See `OpenProvider.mentioned`."""
        video_id = self._hooks.mentioned(headers, body)
        if video_id:
            for account in self._accounts:
                account.looks.hint(video_id)
        return video_id


def _is_lost(error: NotFound, switches: Switches) -> bool:
    return switches.missing_is_lost or error.code != UNKNOWN_ID


def _meaning_for(job: Job) -> Callable[[ProviderError], ProviderFault]:
    """Like `fault`; but what is not found is the video that the job works on, where it works on one, and
    some codes blame a picture."""

    def meaning(error: ProviderError) -> ProviderFault:
        made = job.request.made if isinstance(job.request, ClipRequest) else None
        if isinstance(error, NotFound) and made is not None:
            return Refused(Reason.CLIP_GONE)
        return Refused(Reason.BAD_PICTURE) if error.code in BAD_IMAGE else fault(error)

    return meaning
