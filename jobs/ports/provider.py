"""Who makes the videos, and what a look at it shows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from jobs.effects import Effect
from jobs.errors import Reason
from jobs.ids import AccountId, JobId, VideoId
from jobs.lifecycle import Job, Result
from jobs.materials import Look, Speaker
from jobs.ports.work import Lane


@dataclass(frozen=True, slots=True)
class Pending:
    """The provider still renders, or does not show the video yet."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """A complete look at the provider did not show the video at all."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The provider has finished."""

    result: Result


@dataclass(frozen=True, slots=True)
class Broken:
    """The provider has given up."""

    reason: Reason


Sighting = Pending | Unseen | Ready | Broken


@dataclass(frozen=True, slots=True)
class Accepted:
    """The provider took the job (or was found to have taken it). `cost`: its credits, where it says so."""

    video_id: VideoId
    is_image: bool = False
    cost: int | None = None


class Provider(Protocol):
    """Makes videos. Raises only `jobs.errors.ProviderFault` (NotSent, Refused, OutcomeUnknown)."""

    async def lanes(self, sent: Sequence[AccountId] = ()) -> Sequence[Lane]:
        """Every account, with how many more jobs it can take now. One request.

        `sent` has the account of each job that was sent and has not ended: a provider that does not say
        what runs there counts these.
        """

    async def upload(self, job: Job) -> tuple[str, ...]:
        """Bring the job's files to its account; returns what `submit` needs. Nothing is paid.

        Refused(BAD_PICTURE, BAD_SOUND, BAD_VIDEO) where a file cannot be read or is of another kind,
        Refused(PICTURE_GONE, FILE_GONE) where Telegram has lost it, Refused(TOO_LONG, TOO_SHORT, TOO_LARGE), and
        Refused(LONGER_THAN_SAID) where the real length would cost more than the one that was priced.
        """

    async def submit(self, job: Job) -> Accepted:
        """The paid request, once. OutcomeUnknown means that it may have been accepted; NotSent and Refused,
        that nothing was paid.

        Refused(NO_MASKS) where nothing in a video can be changed, Refused(CLIP_GONE) where it is gone.
        """

    async def look(self, account: AccountId, jobs: Sequence[Job]) -> Mapping[JobId, Sighting]:
        """Where these jobs stand; they are all that the account makes now.

        One list request, whatever their number; where there is no list, as many reads as a budget has,
        and of the others nothing new is known (Pending). One that cannot be read spares the others.
        """

    async def find(self, job: Job, taken: Collection[VideoId] = ()) -> Accepted | None:
        """Look for a job whose submission was lost, perhaps by another process. None: it was certainly not
        started, and may be sent again. Where a repeat is answered with the first job, it may start it.

        `taken` are videos of other jobs: however like ours they look, they are not ours.

        Raises ProviderFault, whichever, where neither can be shown.
        """

    async def cancel(self, job: Job) -> None:
        """Make the job's video no further, where that can be stopped: nobody waits for it any more. One
        that has ended is fine."""

    async def delete(self, job: Job) -> None:
        """Take the job's video away at the provider; one that is gone already, or never was, is fine. Where
        there is no way to, nothing happens, and `Offer.deletes` says so to people."""

    async def effects(self) -> Sequence[Effect]:
        """The whole catalogue; empty where the offer has no effects, and only there."""

    async def voices(self) -> Sequence[Speaker]:
        """Everybody who can read words out, the provider's first choice first; empty where nobody can."""

    async def credits(self, account: AccountId) -> int | None:
        """What the account can spend now; None where the provider does not say."""


@runtime_checkable
class WithLooks(Protocol):
    """A provider that has ready-made looks, too."""

    async def looks(self) -> Sequence[Look]:
        """All of them, the provider's first choice first."""
