"""Voices that read words out: who there is, how they sound, who says it."""

from collections.abc import Sequence
from dataclasses import dataclass

from jobs import drafts
from jobs.asking import Ask, Asking
from jobs.drafts import Draft
from jobs.ids import DraftId, FileId, MessageId, PersonId, Place
from jobs.materials import Speaker
from jobs.ports import Basis, Card, Store

SPEAKERS_PER_PAGE = 6


@dataclass(frozen=True, slots=True)
class SpeakerPage:
    """One page of the voices. `page` counts from 0."""

    page: int
    speakers: Sequence[Speaker]
    total: int

    @property
    def pages(self) -> int:
        return max(-(-self.total // SPEAKERS_PER_PAGE), 1)


class Voices:
    """Everything around the provider's voices."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def page(self, number: int) -> SpeakerPage:
        """A page of them; a page beyond the end gives the last one."""
        offset = number * SPEAKERS_PER_PAGE
        found, total = await self._store.speakers.page(offset=offset, limit=SPEAKERS_PER_PAGE)
        page = SpeakerPage(number, found, total)
        return page if number < page.pages else await self.page(page.pages - 1)

    async def speaker(self, speaker_id: str) -> Speaker:
        """Raises SpeakerGone."""
        return await self._store.speakers.get(speaker_id)

    async def choose(self, draft_id: DraftId, person_id: PersonId, speaker_id: str) -> Card:
        """This voice says what the draft has to say, and what the person writes from then on.

        Raises SpeakerGone, DraftGone, NotYours.
        """
        speaker = await self._store.speakers.get(speaker_id)

        def change(draft: Draft, _: Basis) -> Draft:
            return drafts.with_speaker(draft, speaker)

        card = await self._store.drafts.change(draft_id, person_id, change)
        await self._store.people.set_speaker(person_id, speaker_id)
        return card

    async def ask(self, draft_id: DraftId, person_id: PersonId, speaker_id: str) -> Card:
        """The next words are what this voice says. Raises DraftGone, NotYours."""
        card = await self._store.drafts.get(draft_id, person_id)
        asking = Asking(ask=Ask.SPEECH, detail=speaker_id)
        return await self._store.drafts.ask(person_id, card.place, asking)

    async def say(
        self, person_id: PersonId, place: Place, words: str, message_id: MessageId, speaker_id: str
    ) -> Card:
        """The words that we asked for: this voice says them in the open draft.

        Raises SpeakerGone, EmptyPrompt, PromptTooLong, NotAChoice.
        """
        speaker = await self._store.speakers.get(speaker_id)

        def change(draft: Draft, basis: Basis) -> Draft:
            return drafts.with_said(draft, words, message_id, basis.offer, speaker)

        return await self._store.drafts.grow(person_id, place, change)

    async def sample(self, speaker_id: str) -> FileId | None:
        """The voice's sample as Telegram has it."""
        return await self._store.speakers.sample(speaker_id)

    async def keep_sample(self, speaker_id: str, file_id: FileId | None) -> None:
        """Telegram has the sample now, or (None) any more."""
        await self._store.speakers.keep_sample(speaker_id, file_id)
