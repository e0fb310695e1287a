"""Jobs as the worker sees them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from jobs.ids import AccountId, JobId, VideoId
from jobs.lifecycle import Job
from jobs.ports.jobs import JobView


@dataclass(frozen=True, slots=True)
class Lane:
    """An account that can take `free` more jobs now."""

    account: AccountId
    free: int


class Work(Protocol):
    """Who is next, what a process left behind, what is being made."""

    async def claim(self, lanes: Sequence[Lane]) -> Sequence[Job]:
        """Queued jobs for the free lanes, people taking turns; each is now `uploading` under our lease.

        Nobody gets more running jobs than their limit. Jobs whose `due_at` is ahead are passed over,
        and all of them while the queue is paused.
        """

    async def queued(self) -> int:
        """How many jobs wait for a lane and could be claimed now; 0 while the queue is paused."""

    async def stranded(self, accounts: Collection[AccountId]) -> Sequence[Job]:
        """Queued jobs that only an account can do which is none of these."""

    async def sent(self) -> Mapping[JobId, AccountId]:
        """The accounts of all jobs that were sent to the provider, or may have been, and have not ended."""

    async def orphans(self) -> Sequence[Job]:
        """Jobs in `uploading`, `submitting` or `unconfirmed` that nobody is working on: those of a process
        that has ended, and those whose `due_at` has come. They are now under our lease."""

    async def generating(self) -> Sequence[Job]:
        """All jobs that the provider is rendering."""

    async def in_motion(self) -> Sequence[JobView]:
        """Every job that is queued or running and has a status message to keep fresh."""

    async def taken(self, job: Job) -> frozenset[VideoId]:
        """The videos of other jobs that the job's account has made since the job was sent."""

    async def by_video(self, video_id: VideoId) -> Job | None:
        """The job of a provider's video."""
