"""When a job is looked at where there is no list: each look is one request, and all jobs of a key may share a
budget.

Nothing in here matters after a crash: a new process looks at every job once and goes on from there.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.providers.faults import fault
from jobs.ids import VideoId
from jobs.lifecycle import Job
from jobs.offer import shape_of
from pixverse.errors import NotFound, ProviderError

LONGEST_INTERVAL = timedelta(seconds=60)
USUAL_RENDERING = timedelta(seconds=60)
_BURSTS = 6  # of a minute: the worker comes every ten seconds
_WEIGHT = 0.3  # of the newest rendering among those of its kind


def interval(
    age: timedelta, expected: timedelta, longest: timedelta = LONGEST_INTERVAL
) -> timedelta:
    """How long to leave a job alone that is so old, when such jobs take as long as `expected`.

    What fails fails early, and what is done is done about when it is expected: both ends are looked at
    closely. In between, and the longer it takes beyond that, the looks are further apart.
    """
    age = max(age, timedelta())
    return min(min(age, abs(expected - age)) / 4, longest)


class Expectations:
    """How long jobs of each kind take, with whatever key: learned from those that were seen to end."""

    def __init__(self) -> None:
        self._known: dict[str, timedelta] = {}

    def of(self, job: Job) -> timedelta:
        return self._known.get(_kind(job), USUAL_RENDERING)

    def learn(self, job: Job, took: timedelta) -> None:
        before = self._known.get(_kind(job), took)
        self._known[_kind(job)] = before + (took - before) * _WEIGHT


def _kind(job: Job) -> str:
    return shape_of(job.request.subject, job.request.options)


class Budget:
    """Requests that a key may make: so many a minute, and of these a sixth at once when it was quiet before."""

    def __init__(self, per_minute: int) -> None:
        self._per_minute = per_minute
        self._most = max(per_minute / _BURSTS, 1.0)
        self._left = self._most
        self._at: datetime | None = None
        self._paused_until: datetime | None = None

    def take(self, now: datetime) -> bool:
        """Whether there is one more."""
        passed = (now - self._at) / timedelta(minutes=1) if self._at else 0.0
        self._at = now
        self._left = min(self._left + max(passed, 0.0) * self._per_minute, self._most)
        if self._left < 1 or (self._paused_until and now < self._paused_until):
            return False
        self._left -= 1
        return True

    def pause(self, until: datetime) -> None:
        """The key was told that it asks too often: nothing more before this moment."""
        self._paused_until = max(until, self._paused_until or until)


class Looks:
    """Which of a key's jobs in the making are to be looked at now: each after `shortest` at the soonest, but
    for a hint, and after `longest` at the latest."""

    def __init__(
        self,
        expectations: Expectations,
        longest: timedelta = LONGEST_INTERVAL,
        *,
        shortest: timedelta = timedelta(),
    ) -> None:
        self._longest = longest
        self._shortest = shortest
        self._next: dict[VideoId, datetime] = {}
        self._expectations = expectations

    def hint(self, video_id: VideoId) -> None:
        """Something happened to this video, a webhook says: it is looked at next."""
        self._next.pop(video_id, None)

    def due(self, jobs: Sequence[Job], now: datetime) -> Sequence[Job]:
        """Those whose time has come, the longest overdue first. `jobs` are all there are: others are
        forgotten."""
        there = {job.video_id for job in jobs}
        self._next = {video_id: at for video_id, at in self._next.items() if video_id in there}
        waiting = [(self._next.get(job.video_id or VideoId(""), now), job) for job in jobs]
        ready = [(at, job) for at, job in waiting if at <= now]
        return [job for _, job in sorted(ready, key=lambda pair: (pair[0], pair[1].id))]

    def looked(self, job: Job, now: datetime) -> None:
        """A look begins; the next one comes so much later."""
        if job.video_id:
            expected = self._expectations.of(job)
            pause = interval(_age(job, now), expected, self._longest)
            self._next[job.video_id] = now + max(pause, self._shortest)

    def ended(self, job: Job, now: datetime) -> None:
        """It is done, and tells how long its kind takes."""
        self._expectations.learn(job, _age(job, now))
        if job.video_id:
            self._next.pop(job.video_id, None)


def check_any_answer(seen: Sequence[object]) -> None:
    """Where nobody answered, or the key is refused, that is the news. Raises ProviderFault."""
    errors = [
        one for one in seen if isinstance(one, ProviderError) and not isinstance(one, NotFound)
    ]
    if errors and len(errors) == len(seen):
        raise fault(errors[0])


def _age(job: Job, now: datetime) -> timedelta:
    return now - (job.started_at or job.queued_at)
