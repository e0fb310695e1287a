"""What the provider is rendering: seen by listing, one request per account and interval."""

import logging
from collections import defaultdict
from collections.abc import Sequence

from jobs.duties.meter import Meter
from jobs.duties.shift import Shift
from jobs.errors import ACCOUNT_TROUBLE, ProviderFault, Reason, Refused
from jobs.ids import AccountId, VideoId
from jobs.lifecycle import Event, Failed, Finished, Job, State
from jobs.ports import Broken, Ready, Sighting, Unseen

log = logging.getLogger(__name__)


class Watch:
    """Looks at the provider's lists."""

    def __init__(self, shift: Shift, meter: Meter) -> None:
        self._shift = shift
        self._meter = meter

    async def nudge(self, video_id: VideoId) -> None:
        """A webhook hints that something happened to this video: look now. Nothing else is believed."""
        job = await self._shift.store.work.by_video(video_id)
        if job and job.account and job.state is State.GENERATING:
            self._shift.forget(_key(job.account))
            self._shift.wake()

    async def look(self) -> None:
        """One list request per account and interval, whatever the number of its jobs."""
        by_account: dict[AccountId, list[Job]] = defaultdict(list)
        for job in await self._shift.store.work.generating():
            if job.account:
                by_account[job.account].append(job)
        for account, jobs in by_account.items():
            key = _key(account)
            if self._shift.is_due(key):
                self._shift.wait(key, self._shift.pace.poll)
                self._shift.nursery.start(self._look_at(account, jobs), f"look at {len(jobs)} jobs")

    async def _look_at(self, account: AccountId, jobs: Sequence[Job]) -> None:
        try:
            sightings = await self._shift.ask(self._shift.provider.look(account, jobs))
        except Refused as refusal:
            if refusal.reason in ACCOUNT_TROUBLE:
                await self._shift.account_trouble(account, refusal.reason)
            return
        except ProviderFault as fault:
            log.warning("the provider's list could not be read: %r", fault)
            return
        for job in jobs:
            event = self._seen(job, sightings.get(job.id, Unseen()))
            if event:
                moved = await self._shift.apply(job, event)
                if moved and isinstance(event, Finished):
                    self._meter.after(moved)

    def _seen(self, job: Job, sighting: Sighting) -> Event | None:
        age = self._shift.clock.now() - (job.started_at or job.queued_at)
        off_peak = job.request.options.off_peak
        match sighting:
            case Ready(result):
                return Finished(result)
            case Broken(reason):
                return Failed(reason)
            case Unseen():
                patience = self._shift.pace.off_peak if off_peak else self._shift.pace.unseen
            case _:
                patience = (
                    self._shift.pace.off_peak if off_peak else self._shift.pace.longest_render
                )
        return Failed(Reason.LOST) if age > patience else None


def _key(account: AccountId) -> str:
    return f"look:{account}"
