"""Writing a draft: each wish of a person is one change of it."""

from collections.abc import Callable

from jobs import drafts
from jobs.capabilities import Field, Value
from jobs.drafts import Draft
from jobs.ids import DraftId, EffectId, JobId, MessageId, PersonId, Place
from jobs.ports import Card, Store
from jobs.requests import Picture


class Drafting:
    """Everything that changes a draft."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def begin(self, person_id: PersonId, place: Place) -> tuple[Card, Card | None]:
        """A fresh, empty draft; the one that it replaces comes second."""
        person = await self._store.people.get(person_id)
        return await self._store.drafts.open(person_id, place, drafts.fitted(person.defaults))

    async def write(
        self, person_id: PersonId, place: Place, words: str, message_id: MessageId
    ) -> Card:
        """Words become the prompt of the open draft, or begin one. Raises EmptyPrompt, PromptTooLong."""
        return await self._store.drafts.grow(
            person_id, place, lambda draft: drafts.with_prompt(draft, words, message_id)
        )

    async def rewrite(
        self, person_id: PersonId, place: Place, words: str, message_id: MessageId
    ) -> Card | None:
        """The message behind the open draft's prompt, or one of its pictures' captions, was edited.

        None where it was another message.
        """
        card = await self._store.drafts.current(person_id, place)
        if card is None or message_id not in drafts.messages_of(card.draft):
            return None
        return await self.write(person_id, place, words, message_id)

    async def add_picture(
        self, person_id: PersonId, place: Place, picture: Picture, caption: str = ""
    ) -> Card:
        """A picture, and with it perhaps the prompt, joins the open draft, or begins one."""

        def change(draft: Draft) -> Draft:
            grown = drafts.with_picture(draft, picture)
            if not drafts.has_words(caption):
                return grown
            return drafts.with_prompt(grown, caption, picture.message_id)

        return await self._store.drafts.grow(person_id, place, change)

    async def choose(
        self, draft_id: DraftId, person_id: PersonId, field: Field, value: Value
    ) -> Card:
        """One option of the draft."""
        return await self._change(
            draft_id, person_id, lambda draft: drafts.with_option(draft, field, value)
        )

    async def pick_effect(self, person_id: PersonId, place: Place, effect_id: EffectId) -> Card:
        """The open draft, or a new one, plays this effect."""
        effect = await self._store.effects.get(effect_id)
        return await self._store.drafts.grow(
            person_id, place, lambda draft: drafts.with_effect(draft, effect)
        )

    async def drop_effect(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """The draft becomes a plain video again."""
        return await self._change(draft_id, person_id, drafts.without_effect)

    async def swap(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """The draft's pictures change places."""
        return await self._change(draft_id, person_id, drafts.swapped)

    async def drop_pictures(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """The draft goes on without its pictures."""
        return await self._change(draft_id, person_id, drafts.without_pictures)

    async def change_job(
        self, job_id: JobId, person_id: PersonId, place: Place
    ) -> tuple[Card, Card | None]:
        """*Change*: a new draft filled in with an old job; a draft that it replaces comes second."""
        job = await self._store.jobs.own(job_id, person_id)
        return await self._store.drafts.open(person_id, place, drafts.draft_of(job.request))

    async def _change(
        self, draft_id: DraftId, person_id: PersonId, change: Callable[[Draft], Draft]
    ) -> Card:
        return await self._store.drafts.change(draft_id, person_id, change)

    async def card(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """The draft of a button."""
        return await self._store.drafts.get(draft_id, person_id)

    async def open_card(self, person_id: PersonId, place: Place) -> Card | None:
        """The draft that is open here, if any."""
        return await self._store.drafts.current(person_id, place)

    async def shown(self, draft_id: DraftId, message_id: MessageId) -> None:
        """The draft's card is this message."""
        await self._store.drafts.shown(draft_id, message_id)

    async def drop(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """The draft is not wanted any more."""
        return await self._store.drafts.drop(draft_id, person_id)
