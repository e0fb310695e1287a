"""The words of a draft beside its prompt: what is heard, what is left out, which picture is meant, which seed."""

from jobs import drafts
from jobs.asking import Ask, Asking
from jobs.drafts import Draft
from jobs.ids import DraftId, MessageId, PersonId, Place
from jobs.ports import Basis, Card, Store


class Wording:
    """Everything that is asked for in words."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def ask(self, draft_id: DraftId, person_id: PersonId, ask: Ask) -> Card:
        """The next words are the answer to this question. Raises DraftGone, NotYours."""
        card = await self._store.drafts.get(draft_id, person_id)
        return await self._store.drafts.ask(person_id, card.place, Asking(ask=ask))

    async def close(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """No question is open any more: the next words are a prompt."""
        card = await self._store.drafts.get(draft_id, person_id)
        if card.asking is None:
            return card
        return await self._store.drafts.ask(person_id, card.place, None)

    async def describe_sound(self, person_id: PersonId, place: Place, words: str) -> Card:
        """What should be heard. Raises EmptyPrompt, PromptTooLong, NotAChoice."""

        def change(draft: Draft, basis: Basis) -> Draft:
            return drafts.with_sound_words(draft, words, basis.offer)

        return await self._store.drafts.grow(person_id, place, change)

    async def leave_out(self, person_id: PersonId, place: Place, words: str) -> Card:
        """What should not be seen. Raises EmptyPrompt, PromptTooLong, NotAChoice."""

        def change(draft: Draft, basis: Basis) -> Draft:
            return drafts.with_negative(draft, words, basis.offer)

        return await self._store.drafts.grow(person_id, place, change)

    async def choose_seed(self, person_id: PersonId, place: Place, words: str) -> Card:
        """The number that chance starts from. Raises NotASeed, NotAChoice."""

        def change(draft: Draft, basis: Basis) -> Draft:
            return drafts.with_seed_said(draft, words, basis.offer)

        return await self._store.drafts.grow(person_id, place, change)

    async def forget(self, draft_id: DraftId, person_id: PersonId, ask: Ask) -> Card:
        """What was said to one of these questions is taken back."""

        def change(draft: Draft, _: Basis) -> Draft:
            return drafts.without_words(
                draft,
                negative=ask is Ask.NEGATIVE,
                sound=ask is Ask.SOUND,
                speech=ask is Ask.SPEECH,
            )

        return await self._store.drafts.change(draft_id, person_id, change)

    async def name_picture(
        self, draft_id: DraftId, person_id: PersonId, number: int, length: int
    ) -> Card:
        """A picture (counted from 0) is named after words of this length; the next words follow it.

        Where the words are longer by now the press was handled before. Raises NotAChoice, PromptTooLong.
        """

        def change(draft: Draft, basis: Basis) -> Draft:
            if len(draft.prompt or "") != length:
                return draft
            return drafts.with_reference(draft, number, basis.offer)

        await self._store.drafts.change(draft_id, person_id, change)
        return await self.ask(draft_id, person_id, Ask.MORE_WORDS)

    async def go_on(
        self, person_id: PersonId, place: Place, words: str, message_id: MessageId
    ) -> Card:
        """How the sentence goes on; whoever names pictures by themselves begins a new one.

        Raises EmptyPrompt, PromptTooLong.
        """

        def change(draft: Draft, basis: Basis) -> Draft:
            if drafts.has_references(words):
                return drafts.with_prompt(draft, words, message_id, basis.offer)
            return drafts.with_more_words(draft, words, message_id, basis.offer)

        return await self._store.drafts.grow(person_id, place, change)
