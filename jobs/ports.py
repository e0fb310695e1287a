"""What the core needs from outside, as Protocols: the store, the provider, the courier, the clock.

`storage`, `bot` and `handlers` implement them; `bot.compose` puts them together. Every method of a
store is one transaction: when it returns, its whole change is durable; when it raises, nothing changed.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from jobs.capabilities import Options
from jobs.drafts import Draft
from jobs.effects import Effect, Shelf
from jobs.errors import Reason
from jobs.ids import (
    AccountId,
    DraftId,
    EffectId,
    JobId,
    MessageId,
    PersonId,
    Place,
    UpdateId,
    VideoId,
)
from jobs.lifecycle import Event, Job, Result
from jobs.outbox import Message, Owed, Receipt
from jobs.people import Access, Limit, Person, Profile
from jobs.quotas import Balance


class Clock(Protocol):
    """Tells the time; aware, UTC."""

    def now(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class Card:
    """A draft with what its card shows beside it."""

    id: DraftId
    person_id: PersonId
    place: Place
    draft: Draft
    balance: Balance
    searching: bool = False
    message_id: MessageId | None = None


class Drafts(Protocol):
    """One open draft per person and place."""

    async def open(
        self, person_id: PersonId, place: Place, draft: Draft
    ) -> tuple[Card, Card | None]:
        """Open a new draft; the one that it replaces is returned too, so its card can be closed."""

    async def grow(
        self, person_id: PersonId, place: Place, change: Callable[[Draft], Draft]
    ) -> Card:
        """Change the open draft, or begin one from the person's defaults. Ends a search."""

    async def change(
        self, draft_id: DraftId, person_id: PersonId, change: Callable[[Draft], Draft]
    ) -> Card:
        """Change the draft of a button. Raises DraftGone, NotYours, and whatever `change` raises."""

    async def search(self, person_id: PersonId, place: Place, *, on: bool) -> Card:
        """Whether the next words of the person are for finding an effect; begins a draft if none is open."""

    async def get(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """Raises DraftGone, NotYours."""

    async def current(self, person_id: PersonId, place: Place) -> Card | None:
        """The open draft, if any."""

    async def searching(self) -> Sequence[tuple[PersonId, Place]]:
        """Everybody whose next words are for finding an effect."""

    async def shown(self, draft_id: DraftId, message_id: MessageId) -> None:
        """Remember the message that is the draft's card."""

    async def drop(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """Forget the draft. Raises DraftGone, NotYours."""


@dataclass(frozen=True, slots=True)
class Lane:
    """An account that can take `free` more jobs now."""

    account: AccountId
    free: int


@dataclass(frozen=True, slots=True)
class JobView:
    """A job with what its status shows beside it."""

    job: Job
    place_in_queue: int | None = None
    typical_seconds: int | None = None


class Jobs(Protocol):
    """Jobs, and the credits held for them."""

    async def start(self, draft_id: DraftId, person_id: PersonId) -> JobView:
        """*Generate*: the draft becomes a queued job and its price is held. Its card becomes the job's
        status message; where no card was shown, a status message is owed.

        Raises DraftGone, NotYours, Incomplete, AlreadyStarted, NotEnoughCredits, BotBudgetSpent.
        """

    async def start_again(
        self, job_id: JobId, person_id: PersonId, place: Place, update_id: UpdateId
    ) -> JobView:
        """*Again*: the same request as a new job, with a seed of its own. One press makes one job, also
        when its update is handled twice.

        Raises NoSuchJob, NotYours, AlreadyStarted (pressed twice within 3 s), NotEnoughCredits, BotBudgetSpent.
        """

    async def apply(self, job_id: JobId, event: Event) -> Job | None:
        """`advance` the job: its row, its credits and what is owed for it. None: nothing changed."""

    async def cancel(self, job_id: JobId, person_id: PersonId) -> Job:
        """Raises NoSuchJob, NotYours, TooLate."""

    async def claim(self, lanes: Sequence[Lane]) -> Sequence[Job]:
        """Queued jobs for the free lanes, people taking turns; each is now `uploading` under our lease.

        Nobody gets more running jobs than their limit. Jobs whose `due_at` is ahead are passed over.
        """

    async def queued(self) -> int:
        """How many jobs wait for a lane and could be claimed now."""

    async def orphans(self) -> Sequence[Job]:
        """Jobs in `uploading`, `submitting` or `unconfirmed` that nobody is working on: those of a process
        that has ended, and those whose `due_at` has come. They are now under our lease."""

    async def generating(self) -> Sequence[Job]:
        """All jobs that the provider is rendering."""

    async def view(self, job_id: JobId) -> JobView:
        """Raises NoSuchJob. `typical_seconds`: the median of this bot's last 20 jobs of that kind."""

    async def in_motion(self) -> Sequence[JobView]:
        """Every job that is queued or running and has a status message to keep fresh."""

    async def own(self, job_id: JobId, person_id: PersonId) -> Job:
        """Raises NoSuchJob, NotYours."""

    async def page(self, person_id: PersonId, *, offset: int, limit: int) -> Sequence[Job]:
        """A person's jobs, newest first."""

    async def by_video(self, video_id: VideoId) -> Job | None:
        """The job of a provider's video."""


class People(Protocol):
    """People, their access and their credits."""

    async def meet(self, profile: Profile) -> Person:
        """Remember what Telegram says about a person now (writes only what changed); they are reachable."""

    async def get(self, person_id: PersonId) -> Person:
        """Raises NoSuchPerson."""

    async def find(self, username: str) -> Person:
        """By username without '@', any case. Raises NoSuchPerson."""

    async def ask_access(self, person_id: PersonId, admins: Collection[PersonId]) -> bool:
        """NEW becomes ASKED and the admins are told. False: it was asked before."""

    async def decide_access(self, person_id: PersonId, access: Access) -> bool:
        """An admin's decision, and the person is told. False: nothing changed. Raises NoSuchPerson."""

    async def unreachable(self, person_id: PersonId) -> None:
        """They blocked the bot."""

    async def set_defaults(self, person_id: PersonId, defaults: Options) -> Person:
        """What new drafts start from."""

    async def balance(self, person_id: PersonId) -> Balance:
        """What the person may still spend. Same cost with ten entries or ten million."""

    async def grant(
        self, person_id: PersonId, credits: int, *, by: PersonId, operation: str, note: str
    ) -> Balance:
        """Give (or, below 0, take) credits once per `operation`, and tell the person. Raises NoSuchPerson."""

    async def set_limit(self, person_id: PersonId, limit: Limit, value: int | None) -> Balance:
        """A limit of the person's own; None goes back to the default. Raises NoSuchPerson."""


class Outbox(Protocol):
    """Messages owed."""

    async def owe(self, key: str, place: Place, message: Message) -> None:
        """Owe a message once per key."""

    async def claim(self, limit: int) -> Sequence[Owed]:
        """Messages that are due, oldest first, one per chat, now under our lease."""

    async def sent(self, owed: Owed, receipt: Receipt) -> None:
        """It is in the chat. A result also moves its job to `delivered`, a status is remembered by its job."""

    async def postpone(self, owed: Owed, until: datetime, *, counts: bool) -> None:
        """It was not sent; try again then. `counts=False` takes the attempt back."""

    async def unreachable(self, owed: Owed) -> None:
        """The chat is closed to us: a result moves its job to `undeliverable`."""

    async def give_up(self, owed: Owed) -> None:
        """It failed too often: like `unreachable`, but the person is not taken for gone."""


class Effects(Protocol):
    """The catalogue of effects, as the provider last told it."""

    async def replace(self, effects: Sequence[Effect]) -> None:
        """Take over a complete catalogue."""

    async def refreshed_at(self) -> datetime | None:
        """When `replace` last ran."""

    async def get(self, effect_id: EffectId) -> Effect:
        """Raises EffectGone."""

    async def page(
        self, shelf: Shelf, *, words: str = "", offset: int, limit: int
    ) -> tuple[Sequence[Effect], int]:
        """A page of a shelf (all of whose names, hints match every one of `words`), and the total."""


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
    """The provider took the job (or was found to have taken it)."""

    video_id: VideoId
    is_image: bool = False


class Provider(Protocol):
    """Makes videos. Raises only `jobs.errors.ProviderFault` (NotSent, Refused, OutcomeUnknown)."""

    async def lanes(self) -> Sequence[Lane]:
        """Every account, with how many more jobs it can take now. One request."""

    async def upload(self, job: Job) -> tuple[str, ...]:
        """Bring the job's pictures to its account; returns what `submit` needs. Nothing is paid.

        Refused(BAD_PICTURE) where a picture cannot be read, Refused(PICTURE_GONE) where Telegram has lost it.
        """

    async def submit(self, job: Job) -> Accepted:
        """The paid request, once. OutcomeUnknown means that it may have been accepted."""

    async def look(self, account: AccountId, jobs: Sequence[Job]) -> Mapping[JobId, Sighting]:
        """Where these jobs of one account stand: one list request, whatever their number."""

    async def find(self, job: Job) -> Accepted | None:
        """Look for a job whose submission was lost. None: certainly absent, seen by a complete listing.

        Raises OutcomeUnknown where neither can be shown.
        """

    async def effects(self) -> Sequence[Effect]:
        """The whole catalogue."""


class NotDelivered(Exception):
    """Certainly not sent; try again after `seconds`. `counts`: whether this was the message's fault."""

    def __init__(self, seconds: float, *, counts: bool = True) -> None:
        super().__init__(f"try again in {seconds} s")
        self.seconds = seconds
        self.counts = counts


class DeliveryUnknown(Exception):
    """Telegram's answer was lost: the message may be in the chat."""


class Unreachable(Exception):
    """The chat is closed to us for good: blocked, deleted, left."""


class Courier(Protocol):
    """Brings messages to Telegram."""

    async def deliver(self, owed: Owed) -> Receipt:
        """Raises NotDelivered, DeliveryUnknown, Unreachable."""

    async def refresh(self, view: JobView, now: datetime) -> None:
        """Bring a job's status message up to date; it may be skipped, and never raises."""


class Store(Protocol):
    """All families of the store."""

    drafts: Drafts
    jobs: Jobs
    people: People
    outbox: Outbox
    effects: Effects
