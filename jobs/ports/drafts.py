"""Drafts and their cards, as the store keeps them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from jobs.drafts import Draft
from jobs.ids import DraftId, MessageId, PersonId, Place
from jobs.quotas import Balance


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
