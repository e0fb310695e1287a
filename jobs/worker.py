"""The worker: `tick()` finds what is due and moves it one step. It remembers nothing that matters.

Everything it needs to know after a crash is in the store, so there is no recovery: a tick after a
restart is a tick like any other. What it keeps in memory is only pace: when to ask again.
"""

import asyncio
import logging
import random
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from jobs.errors import ACCOUNT_TROUBLE, OutcomeUnknown, ProviderFault, Reason, Refused
from jobs.ids import AccountId, ChatId, JobId, PersonId, Place, VideoId
from jobs.lifecycle import (
    Event,
    Failed,
    Finished,
    Found,
    Job,
    OutcomeLost,
    ProvedAbsent,
    PutBack,
    State,
    Submitted,
    Unprovable,
    Uploaded,
)
from jobs.nursery import Nursery
from jobs.outbox import Alert, JobFailure, JobResult, Owed, Trouble
from jobs.ports import (
    Broken,
    Clock,
    Courier,
    DeliveryUnknown,
    Lane,
    NotDelivered,
    Provider,
    Ready,
    Sighting,
    Store,
    Unreachable,
    Unseen,
)

log = logging.getLogger(__name__)

T = TypeVar("T")

ATTEMPTS = 6
SENDS = 10
SENDS_AT_ONCE = 30


@dataclass(frozen=True, slots=True)
class Pace:
    """How often and how long. `poll` is the only one that is a setting."""

    poll: timedelta = timedelta(seconds=10)
    heartbeat: timedelta = timedelta(seconds=1)
    lanes: timedelta = timedelta(seconds=1)
    progress: timedelta = timedelta(seconds=5)
    effects: timedelta = timedelta(hours=1)
    effects_retry: timedelta = timedelta(minutes=1)
    busy: timedelta = timedelta(seconds=10)
    account_trouble: timedelta = timedelta(minutes=10)
    first_search: timedelta = timedelta(seconds=5)
    next_search: timedelta = timedelta(seconds=15)
    surely_absent: timedelta = timedelta(seconds=120)
    unprovable: timedelta = timedelta(minutes=30)
    unseen: timedelta = timedelta(minutes=20)
    longest_render: timedelta = timedelta(hours=2)
    off_peak: timedelta = timedelta(hours=26)
    unknown_send: timedelta = timedelta(seconds=20)
    broken_send: timedelta = timedelta(minutes=5)


class Worker:
    """Moves jobs and messages. One per process."""

    def __init__(
        self,
        store: Store,
        provider: Provider,
        courier: Courier,
        *,
        clock: Clock,
        pace: Pace,
        admins: Collection[PersonId],
        wake: asyncio.Event,
    ) -> None:
        self._store = store
        self._provider = provider
        self._courier = courier
        self._clock = clock
        self._pace = pace
        self._admins = tuple(admins)
        self._wake = wake
        self._nursery = Nursery()
        self._in_hand: dict[JobId, AccountId | None] = {}
        self._lanes: tuple[Lane, ...] = ()
        self._not_before: dict[str, datetime] = {}
        self.provider_seen_at: datetime | None = None

    async def run(self) -> None:
        """Tick for ever: at once when woken, else with every heartbeat."""
        while True:
            self._wake.clear()
            await self.tick()
            with suppress(TimeoutError):
                async with asyncio.timeout(self._pace.heartbeat.total_seconds()):
                    await self._wake.wait()

    async def tick(self) -> None:
        """One pass over everything that may be due. One duty's trouble does not stop the others."""
        duties: tuple[Callable[[], Awaitable[None]], ...] = (
            self._heal,
            self._claim,
            self._look,
            self._deliver,
            self._progress,
            self._refresh_effects,
        )
        for duty in duties:
            try:
                await duty()
            except ProviderFault as fault:
                log.warning("the provider is away: %r", fault)
                await self._provider_away(fault)
            except Exception:
                log.exception("a duty of the worker failed: %s", duty.__name__)

    async def rest(self) -> None:
        """Wait until nothing is in hand."""
        await self._nursery.rest()

    async def close(self) -> None:
        """Let go of everything; the next process takes it up."""
        await self._nursery.close()

    async def nudge(self, video_id: VideoId) -> None:
        """A webhook hints that something happened to this video: look now. Nothing else is believed."""
        job = await self._store.jobs.by_video(video_id)
        if job and job.account and job.state is State.GENERATING:
            self._not_before.pop(f"look:{job.account}", None)
            self._wake.set()

    # from the queue to the provider

    async def _claim(self) -> None:
        """Give queued jobs to accounts that have room; what does not fit keeps its place."""
        if not await self._store.jobs.queued():
            return
        lanes = await self._free_lanes()
        if not lanes:
            return
        for job in await self._store.jobs.claim(lanes):
            self._take(job, self._carry(job))

    async def _free_lanes(self) -> Sequence[Lane]:
        """What the provider last said, less what we have put there since, without accounts in trouble."""
        if self._is_due("lanes"):
            self._wait("lanes", self._pace.poll)
            self._lanes = tuple(await self._ask(self._provider.lanes()))
            if any(lane.free > 0 for lane in self._lanes):
                self._wait("lanes", self._pace.lanes)
        on_the_way = Counter(self._in_hand.values())
        lanes = [Lane(lane.account, lane.free - on_the_way[lane.account]) for lane in self._lanes]
        return [lane for lane in lanes if lane.free > 0 and self._is_due(lane.account)]

    async def _carry(self, job: Job) -> None:
        """One job from its pictures to the provider's acceptance."""
        try:
            uploads = await self._ask(self._provider.upload(job))
        except ProviderFault as fault:
            await self._not_started(job, fault)
            return
        submitting = await self._apply(job, Uploaded(uploads))
        if submitting:
            await self._submit(submitting)

    async def _submit(self, job: Job) -> None:
        """The paid request. The job is `submitting` in the store before it leaves."""
        try:
            accepted = await self._ask(self._provider.submit(job))
        except OutcomeUnknown as fault:
            log.warning("job %s: the answer to its submission was lost: %r", job.id, fault)
            await self._apply(job, OutcomeLost(self._pace.first_search))
        except ProviderFault as fault:
            await self._not_started(job, fault)
        else:
            self._occupy(job.account)
            await self._apply(job, Submitted(accepted.video_id, accepted.is_image))

    async def _not_started(self, job: Job, fault: ProviderFault) -> None:
        """Nothing was paid: back to its place, or, where trying again is useless, the end."""
        if isinstance(fault, Refused):
            await self._refused(job, fault)
        elif job.attempts >= ATTEMPTS:
            await self._apply(job, Failed(Reason.UNREACHABLE))
        else:
            log.warning("job %s goes back to the queue: %r", job.id, fault)
            await self._apply(job, PutBack(self._pace.poll * 2 ** (job.attempts - 1)))

    async def _refused(self, job: Job, refusal: Refused) -> None:
        if refusal.reason is Reason.BUSY:
            after = max(refusal.after, self._pace.busy)
            self._wait(str(job.account), after)
            await self._apply(job, PutBack(timedelta(), counts=False))
        elif refusal.reason in ACCOUNT_TROUBLE and job.account:
            await self._account_trouble(job.account, refusal.reason)
            await self._apply(job, self._without_account(refusal.reason))
        else:
            await self._apply(job, Failed(refusal.reason))

    def _without_account(self, reason: Reason) -> Event:
        """Another account may take the job; where none is left it ends."""
        others = [lane for lane in self._lanes if self._is_due(lane.account)]
        return PutBack(timedelta(), counts=False) if others else Failed(reason)

    async def _account_trouble(self, account: AccountId, reason: Reason) -> None:
        self._wait(account, self._pace.account_trouble)
        await self._alert(Trouble.ACCOUNT, f"{account}", reason)

    async def _provider_away(self, fault: ProviderFault) -> None:
        if isinstance(fault, Refused) and fault.reason in ACCOUNT_TROUBLE:
            with suppress(Exception):
                await self._alert(Trouble.PROVIDER_AWAY, "", fault.reason)

    def _occupy(self, account: AccountId | None) -> None:
        self._lanes = tuple(
            Lane(lane.account, lane.free - 1) if lane.account == account else lane
            for lane in self._lanes
        )

    # jobs that nobody holds, and lost answers

    async def _heal(self) -> None:
        """Take up what a process that ended left behind, and what was sent with an unknown outcome."""
        for job in await self._store.jobs.orphans():
            if job.id in self._in_hand:
                continue
            if job.state is State.UPLOADING:
                await self._apply(job, PutBack(timedelta(), counts=False))
            else:
                self._take(job, self._search(job))

    async def _search(self, job: Job) -> None:
        """Adopt a submission that is found; repeat one that is proved absent; else look again."""
        age = self._clock.now() - (job.submitted_at or job.queued_at)
        try:
            accepted = await self._ask(self._provider.find(job))
        except ProviderFault as fault:
            log.warning("job %s: cannot be looked for: %r", job.id, fault)
            stuck = job.state is State.SUBMITTING and age > self._pace.unprovable
            await self._apply(job, Unprovable() if stuck else self._later())
            return
        if accepted:
            await self._apply(job, Found(accepted.video_id, accepted.is_image))
        elif age >= self._pace.surely_absent:
            await self._apply(job, ProvedAbsent())
        else:
            await self._apply(job, self._later())

    def _later(self) -> OutcomeLost:
        return OutcomeLost(self._pace.next_search)

    # from the provider to the chat

    async def _look(self) -> None:
        """One list request per account and interval, whatever the number of its jobs."""
        by_account: dict[AccountId, list[Job]] = defaultdict(list)
        for job in await self._store.jobs.generating():
            if job.account:
                by_account[job.account].append(job)
        for account, jobs in by_account.items():
            key = f"look:{account}"
            if self._is_due(key):
                self._wait(key, self._pace.poll)
                self._nursery.start(self._look_at(account, jobs), f"look at {len(jobs)} jobs")

    async def _look_at(self, account: AccountId, jobs: Sequence[Job]) -> None:
        try:
            sightings = await self._ask(self._provider.look(account, jobs))
        except Refused as refusal:
            if refusal.reason in ACCOUNT_TROUBLE:
                await self._account_trouble(account, refusal.reason)
            return
        except ProviderFault as fault:
            log.warning("the provider's list could not be read: %r", fault)
            return
        for job in jobs:
            event = self._seen(job, sightings.get(job.id, Unseen()))
            if event:
                await self._apply(job, event)

    def _seen(self, job: Job, sighting: Sighting) -> Event | None:
        age = self._clock.now() - (job.started_at or job.queued_at)
        off_peak = job.request.options.off_peak
        match sighting:
            case Ready(result):
                return Finished(result)
            case Broken(reason):
                return Failed(reason)
            case Unseen():
                patience = self._pace.off_peak if off_peak else self._pace.unseen
            case _:
                patience = self._pace.off_peak if off_peak else self._pace.longest_render
        return Failed(Reason.LOST) if age > patience else None

    async def _deliver(self) -> None:
        """Send what is owed, each chat in order, many chats at once."""
        for owed in await self._store.outbox.claim(SENDS_AT_ONCE):
            self._nursery.start(self._send(owed), f"send {owed.message.kind}")

    async def _send(self, owed: Owed) -> None:
        outbox = self._store.outbox
        if owed.attempts > SENDS:
            await outbox.give_up(owed)
            return
        try:
            receipt = await self._courier.deliver(owed)
        except NotDelivered as reason:
            later = self._clock.now() + timedelta(seconds=reason.seconds)
            await outbox.postpone(owed, later, counts=reason.counts)
        except DeliveryUnknown:
            # It may be in the chat. Sent once more, since otherwise the person might get nothing.
            await outbox.postpone(owed, self._clock.now() + self._pace.unknown_send, counts=True)
        except Unreachable:
            await outbox.unreachable(owed)
        except Exception:
            log.exception("a message could not be made: %s", owed.message)
            await outbox.postpone(owed, self._clock.now() + self._pace.broken_send, counts=True)
        else:
            await outbox.sent(owed, receipt)
            await self._close_status(owed)
        self._wake.set()

    async def _close_status(self, owed: Owed) -> None:
        """The end of a job is in the chat: its status message says so too."""
        if isinstance(owed.message, JobResult | JobFailure):
            view = await self._store.jobs.view(owed.message.job_id)
            await self._courier.refresh(view, self._clock.now())

    async def _progress(self) -> None:
        """Keep the status messages of living jobs fresh."""
        if not self._is_due("progress"):
            return
        self._wait("progress", self._pace.progress)
        views = list(await self._store.jobs.in_motion())
        random.shuffle(views)  # where there is room for some only, everybody has a chance
        for view in views:
            await self._courier.refresh(view, self._clock.now())

    async def _refresh_effects(self) -> None:
        if not self._is_due("effects"):
            return
        self._wait("effects", self._pace.effects_retry)
        self._nursery.start(self._fetch_effects(), "refresh the catalogue of effects")

    async def _fetch_effects(self) -> None:
        try:
            effects = await self._ask(self._provider.effects())
        except ProviderFault as fault:
            log.warning("the catalogue of effects could not be read: %r", fault)
            return
        await self._store.effects.replace(effects)
        self._wait("effects", self._pace.effects)

    # small things that all of the above share

    def _take(self, job: Job, work: Awaitable[None]) -> None:
        """Work on a job in the background; nobody else in this process takes it meanwhile."""
        self._in_hand[job.id] = job.account
        self._nursery.start(self._hold(job, work), f"job {job.id}")

    async def _hold(self, job: Job, work: Awaitable[None]) -> None:
        try:
            await work
        finally:
            del self._in_hand[job.id]
            self._wake.set()

    async def _apply(self, job: Job, event: Event) -> Job | None:
        moved = await self._store.jobs.apply(job.id, event)
        if moved:
            log.info("job %s: %s, now %s", job.id, type(event).__name__, moved.state)
            self._not_before.pop("progress", None)
        self._wake.set()
        return moved

    async def _ask(self, request: Awaitable[T]) -> T:
        answer = await request
        self.provider_seen_at = self._clock.now()
        return answer

    async def _alert(self, trouble: Trouble, detail: str, reason: Reason | None = None) -> None:
        """Tell the admins, about the same thing once an hour at most."""
        hour = self._clock.now().strftime("%Y-%m-%dT%H")
        for admin in self._admins:
            key = f"alert:{trouble}:{detail}:{reason}:{hour}:{admin}"
            message = Alert(trouble=trouble, detail=detail, reason=reason)
            await self._store.outbox.owe(key, Place(ChatId(admin)), message)

    def _is_due(self, what: str) -> bool:
        not_before = self._not_before.get(what)
        return not_before is None or self._clock.now() >= not_before

    def _wait(self, what: str, how_long: timedelta) -> None:
        self._not_before[what] = self._clock.now() + how_long
