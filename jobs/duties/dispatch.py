"""From the queue to the provider: people take turns, each job is paid for once."""

import logging
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from jobs.duties.catalogue import EFFECTS
from jobs.duties.meter import Meter
from jobs.duties.shift import Shift
from jobs.errors import ACCOUNT_TROUBLE, OutcomeUnknown, ProviderFault, Reason, Refused
from jobs.ids import AccountId
from jobs.lifecycle import Event, Failed, Job, OutcomeLost, PutBack, Submitted, Uploaded
from jobs.moderation import Unreachable, words_in
from jobs.outbox import Trouble
from jobs.ports import Lane, ModerationAway
from jobs.requests import EffectRequest, owner_of_source

log = logging.getLogger(__name__)

ATTEMPTS = 6
ATTEMPTS_WITH_OWNER = 3
LANES = "lanes"


class Dispatch:
    """Claims queued jobs and carries them to the provider's acceptance."""

    def __init__(self, shift: Shift, meter: Meter) -> None:
        self._shift = shift
        self._meter = meter
        self._lanes: tuple[Lane, ...] = ()
        self._away_since: dict[AccountId, datetime] = {}

    async def claim(self) -> None:
        """Give queued jobs to accounts that have room; what does not fit keeps its place."""
        if not await self._shift.store.work.queued():
            return
        lanes = await self._free_lanes()
        await self._give_up_stranded()
        if not lanes:
            return
        claimed = await self._shift.store.work.claim(lanes)
        for job in claimed:
            self._shift.take(job, self._carry(job))
        if not claimed:  # those that wait, wait for another account than those with room
            self._shift.wait(LANES, self._shift.pace.poll)

    async def _give_up_stranded(self) -> None:
        """Work on a video can be done by the account that made it alone. Where that has been away for
        long, its jobs end: nobody should wait for ever."""
        here = [lane.account for lane in self._lanes if self._shift.is_due(lane.account)]
        stranded = await self._shift.store.work.stranded(here)
        now = self._shift.clock.now()
        away = {owner for job in stranded if (owner := owner_of_source(job.request))}
        self._away_since = {owner: self._away_since.get(owner, now) for owner in away}
        for job in stranded:
            since = self._away_since.get(owner_of_source(job.request) or AccountId(""), now)
            if now - since >= self._shift.pace.account_away:
                await self._shift.apply(job, Failed(Reason.ACCOUNT_GONE))

    async def _free_lanes(self) -> Sequence[Lane]:
        """What the provider last said, less what we have put there since, without accounts in trouble."""
        if self._shift.is_due(LANES):
            self._shift.wait(LANES, self._shift.pace.poll)
            asking = self._shift.provider.lanes(await self._sent())
            self._lanes = tuple(await self._shift.ask(asking))
            if any(lane.free > 0 for lane in self._lanes):
                self._shift.wait(LANES, self._shift.pace.lanes)
        on_the_way = Counter(self._shift.in_hand.values())
        lanes = [Lane(lane.account, lane.free - on_the_way[lane.account]) for lane in self._lanes]
        return [lane for lane in lanes if lane.free > 0 and self._shift.is_due(lane.account)]

    async def _sent(self) -> Sequence[AccountId]:
        """Where jobs of ours take up room, but for those in hand: these are counted in any case."""
        sent = await self._shift.store.work.sent()
        return [account for job_id, account in sent.items() if job_id not in self._shift.in_hand]

    async def _carry(self, job: Job) -> None:
        """One job from its pictures to the provider's acceptance."""
        if not await self._may_be_made(job):
            return
        try:
            uploads = await self._shift.ask(self._shift.provider.upload(job))
        except ProviderFault as fault:
            await self._not_started(job, fault)
            return
        credits = await self._meter.before(job)
        submitting = await self._shift.apply(job, Uploaded(uploads, credits))
        if submitting:
            await self._submit(submitting)

    async def _may_be_made(self, job: Job) -> bool:
        """What its words say is checked before anything is paid, where there is somebody to check it."""
        words, moderator = "\n\n".join(words_in(job.request)), self._shift.moderator
        if moderator is None or not words:
            return True
        try:
            allowed = await moderator.allows(words)
        except ModerationAway as trouble:
            return await self._passes_unchecked(job, trouble)
        if not allowed:
            await self._shift.apply(job, Failed(Reason.FLAGGED))
        return allowed

    async def _passes_unchecked(self, job: Job, trouble: ModerationAway) -> bool:
        log.warning("job %s: its words could not be checked: %s", job.id, trouble)
        rules = await self._shift.store.settings.rules()
        if rules.moderation_unreachable is Unreachable.PASS:
            return True
        await self._shift.alert(Trouble.MODERATION_AWAY, "")
        await self._shift.apply(job, PutBack(self._shift.pace.moderation_away, counts=False))
        return False

    async def _submit(self, job: Job) -> None:
        """The paid request. The job is `submitting` in the store before it leaves."""
        try:
            accepted = await self._shift.ask(self._shift.provider.submit(job))
        except OutcomeUnknown as fault:
            log.warning("job %s: the answer to its submission was lost: %r", job.id, fault)
            await self._shift.apply(job, OutcomeLost(self._shift.pace.first_search))
        except ProviderFault as fault:
            await self._not_started(job, fault)
        else:
            self._occupy(job.account)
            taken = Submitted(accepted.video_id, accepted.is_image, accepted.cost)
            await self._shift.apply(job, taken)

    async def _not_started(self, job: Job, fault: ProviderFault) -> None:
        """Nothing was paid: back to its place, or, where trying again is useless, the end."""
        if isinstance(fault, Refused):
            await self._refused(job, fault)
        elif job.attempts >= ATTEMPTS:
            await self._shift.apply(job, Failed(Reason.UNREACHABLE))
        else:
            log.warning("job %s goes back to the queue: %r", job.id, fault)
            await self._shift.apply(job, PutBack(self._shift.pace.poll * 2 ** (job.attempts - 1)))

    async def _refused(self, job: Job, refusal: Refused) -> None:
        if refusal.reason is Reason.BUSY:
            after = max(refusal.after, self._shift.pace.busy)
            self._shift.wait(str(job.account), after)
            await self._shift.apply(job, PutBack(timedelta(), counts=False))
        elif refusal.reason in ACCOUNT_TROUBLE and job.account:
            await self._shift.account_trouble(job.account, refusal.reason)
            await self._shift.apply(job, self._without_account(job, refusal.reason))
        elif refusal.reason is Reason.NOT_ACTIVATED:
            await self._effect_is_off(job)
        else:
            await self._shift.apply(job, Failed(refusal.reason))

    async def _effect_is_off(self, job: Job) -> None:
        """The admins can switch it on; until then the catalogue leaves out what failed so."""
        if isinstance(job.request, EffectRequest):
            await self._shift.alert(Trouble.EFFECT_OFF, job.request.effect.name)
        await self._shift.apply(job, Failed(Reason.NOT_ACTIVATED))
        self._shift.forget(EFFECTS)

    def _without_account(self, job: Job, reason: Reason) -> Event:
        """Another account may take the job; where none is left, or none can, it ends. The one that owns
        its source is tried some times more."""
        if owner_of_source(job.request):
            tried = job.attempts >= ATTEMPTS_WITH_OWNER
            return Failed(reason) if tried else PutBack(self._shift.pace.account_trouble)
        others = [lane for lane in self._lanes if self._shift.is_due(lane.account)]
        return PutBack(timedelta(), counts=False) if others else Failed(reason)

    def _occupy(self, account: AccountId | None) -> None:
        self._lanes = tuple(
            Lane(lane.account, lane.free - 1) if lane.account == account else lane
            for lane in self._lanes
        )
