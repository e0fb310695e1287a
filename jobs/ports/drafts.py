"""Drafts and their cards, as the store keeps them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from jobs.asking import Asking
from jobs.capabilities import NO_OPTIONS, Field, Options, Value
from jobs.drafts import Draft
from jobs.habits import Habits
from jobs.ids import DraftId, MessageId, PersonId, Place
from jobs.lifecycle import Job
from jobs.materials import Speaker
from jobs.offer import Offer
from jobs.quotas import Balance
from jobs.tariff import Price


@dataclass(frozen=True, slots=True)
class Basis:
    """What a change of a draft rests on: what is offered, and what the person usually means.

    `speaker` reads words out where nobody was chosen: the person's last one, or the provider's first.
    `defaults` is what the person has set for videos in general.
    """

    offer: Offer
    habits: Habits
    speaker: Speaker | None = None
    defaults: Options = NO_OPTIONS


Change = Callable[[Draft, Basis], Draft]


@dataclass(frozen=True, slots=True)
class Card:
    """A draft with what its card shows beside it. `price` is of the draft as it stands, `slow_saves`
    what off-peak saves of it (0: no such choice).

    `videos` are the person's last ones that a voice which waits for a video can go into, newest first.
    """

    id: DraftId
    person_id: PersonId
    place: Place
    draft: Draft
    balance: Balance
    price: Price
    basis: Basis
    asking: Asking | None = None
    message_id: MessageId | None = None
    slow_saves: int = 0
    videos: Sequence[Job] = ()


class Drafts(Protocol):
    """One open draft per person and place."""

    async def open(
        self,
        person_id: PersonId,
        place: Place,
        draft: Draft | None = None,
        change: Change | None = None,
    ) -> tuple[Card, Card | None]:
        """Open a new draft, by default one from the person's defaults, and change it at once; the one that it replaces is returned too, so its card can be closed. Raises whatever `change` raises."""

    async def grow(
        self, person_id: PersonId, place: Place, change: Change, asking: Asking | None = None
    ) -> Card:
        """Change the open draft, or begin one from the person's defaults. The question that was open is
        answered; `asking` is the next one."""

    async def change(self, draft_id: DraftId, person_id: PersonId, change: Change) -> Card:
        """Change the draft of a button. Raises DraftGone, NotYours, and whatever `change` raises."""

    async def ask(self, person_id: PersonId, place: Place, asking: Asking | None) -> Card:
        """What the next words of the person are for; begins a draft if none is open."""

    async def get(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """Raises DraftGone, NotYours."""

    async def prices(
        self, draft_id: DraftId, person_id: PersonId, field: Field
    ) -> Mapping[Value, Price]:
        """What the draft would cost with each value of an option. Raises DraftGone, NotYours."""

    async def current(self, person_id: PersonId, place: Place) -> Card | None:
        """The open draft, if any."""

    async def shown(
        self, draft_id: DraftId, message_id: MessageId, asked: MessageId | None = None
    ) -> None:
        """Remember the message that is the draft's card, and the person's message that it answers."""

    async def drop(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """Forget the draft. Raises DraftGone, NotYours."""
