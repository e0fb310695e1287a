"""Writing a draft: each wish of a person is one change of it."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from jobs import drafts
from jobs.asking import Asking
from jobs.capabilities import Field, Mode, Value
from jobs.drafts import Draft
from jobs.errors import NotOffered
from jobs.habits import about_pictures
from jobs.ids import DraftId, EffectId, JobId, MessageId, PersonId, Place
from jobs.ports import Basis, Card, Change, Store
from jobs.service.refilling import refill
from jobs.tariff import Price

AT_ONCE = timedelta(seconds=3)  # so soon after a message that was cut comes the rest of it


class Drafting:
    """Everything that changes a draft."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def begin(
        self, person_id: PersonId, place: Place, wish: tuple[str, MessageId] | None = None
    ) -> tuple[Card, Card | None]:
        """A fresh draft; the one that it replaces comes second. Empty without a `wish`: words, and the
        message that they are in.

        Raises PromptTooLong.
        """
        if wish is None:
            return await self._store.drafts.open(person_id, place)
        words, message_id = wish

        def change(draft: Draft, basis: Basis) -> Draft:
            return drafts.with_words(draft, words, message_id, basis.offer, basis.speaker)

        return await self._store.drafts.open(person_id, place, change=change)

    async def begin_still(
        self, person_id: PersonId, place: Place, words: str, message_id: MessageId
    ) -> tuple[Card, Card | None]:
        """A fresh draft of a picture, with its words where there are some; the draft that it replaces
        comes second. Raises NotOffered, PromptTooLong."""

        def change(draft: Draft, basis: Basis) -> Draft:
            if Mode.STILL not in drafts.ways_of(draft, basis.offer):
                raise NotOffered(Mode.STILL)
            still = drafts.with_way(draft, Mode.STILL, basis.offer)
            if not drafts.has_words(words):
                return still
            return drafts.with_prompt(still, words, message_id, basis.offer)

        return await self._store.drafts.open(person_id, place, change=change)

    async def write(
        self,
        person_id: PersonId,
        place: Place,
        words: str,
        message_id: MessageId,
        *,
        sent_at: datetime | None = None,
        is_cut: bool = False,
    ) -> Card:
        """Words become the prompt of the open draft, or what is said in it, or begin one.

        Words that fill a message (`is_cut`) go on with what comes right after it. Raises EmptyPrompt,
        PromptTooLong, NoSpeakers, Incomplete (a voice waits for its video).
        """
        cut_at = sent_at if is_cut else None

        def change(draft: Draft, basis: Basis) -> Draft:
            if _goes_on(draft, sent_at):
                return drafts.with_more_words(draft, words, message_id, basis.offer, cut_at)
            said = drafts.with_words(draft, words, message_id, basis.offer, basis.speaker)
            return said.model_copy(update={"cut_at": cut_at})

        return await self._say(person_id, place, change)

    async def rewrite(
        self, person_id: PersonId, place: Place, words: str, message_id: MessageId
    ) -> Card | None:
        """The message behind words of the open draft, or one of its pictures' captions, was edited.

        None where it was another message.
        """
        card = await self._store.drafts.current(person_id, place)
        if card is None or message_id not in drafts.messages_of(card.draft):
            return None

        def change(draft: Draft, basis: Basis) -> Draft:
            edited = drafts.with_edited_words(draft, words, message_id, basis.offer)
            if edited:
                return edited
            return drafts.with_words(draft, words, message_id, basis.offer, basis.speaker)

        return await self._say(person_id, place, change)

    async def _say(self, person_id: PersonId, place: Place, change: Change) -> Card:
        """Where a picture was asked for, it still is."""
        card = await self._store.drafts.current(person_id, place)
        asking = card.asking if card else None
        kept = asking if asking and asking.for_picture else None
        return await self._store.drafts.grow(person_id, place, change, kept)

    async def choose(
        self, draft_id: DraftId, person_id: PersonId, field: Field, value: Value
    ) -> Card:
        """One option of the draft."""

        def change(draft: Draft, basis: Basis) -> Draft:
            return drafts.with_option(draft, field, value, basis.offer)

        return await self._store.drafts.change(draft_id, person_id, change)

    async def choose_way(self, draft_id: DraftId, person_id: PersonId, way: Mode) -> Card:
        """What the words or pictures become; of pictures it is remembered as the person's habit."""

        def change(draft: Draft, basis: Basis) -> Draft:
            return drafts.with_way(draft, way, basis.offer, basis.defaults)

        card = await self._store.drafts.change(draft_id, person_id, change)
        number = len(drafts.pictures_of(card.draft))
        if not number:
            return card
        await self._store.people.set_habit(person_id, about_pictures(number), way)
        return await self._store.drafts.get(draft_id, person_id)

    async def pick_effect(self, person_id: PersonId, place: Place, effect_id: EffectId) -> Card:
        """The open draft, or a new one, plays this effect."""
        effect = await self._store.effects.get(effect_id)

        def change(draft: Draft, basis: Basis) -> Draft:
            return drafts.with_effect(draft, effect, basis.offer)

        return await self._store.drafts.grow(person_id, place, change)

    async def drop_effect(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """The draft becomes a plain video again."""

        def change(draft: Draft, basis: Basis) -> Draft:
            return drafts.without_effect(draft, basis.offer, basis.habits)

        return await self._store.drafts.change(draft_id, person_id, change)

    async def change_job(
        self, job_id: JobId, person_id: PersonId, place: Place
    ) -> tuple[Card, Card | None]:
        """*Change*: a new draft filled in with an old job; a draft that it replaces comes second."""
        return await refill(self._store, job_id, person_id, place)

    async def reuse_seed(
        self, job_id: JobId, person_id: PersonId, place: Place
    ) -> tuple[Card, Card | None]:
        """*Same seed*: like `change_job`, and chance falls as it did then. Raises NotAChoice."""
        return await refill(self._store, job_id, person_id, place, same_seed=True)

    async def full_quality(
        self, job_id: JobId, person_id: PersonId, place: Place
    ) -> tuple[Card, Card | None]:
        """*Full quality*: like `reuse_seed`, and no preview any more."""
        return await refill(self._store, job_id, person_id, place, same_seed=True, preview=False)

    async def drop_seed(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """Chance falls anew."""

        def change(draft: Draft, basis: Basis) -> Draft:
            return drafts.with_seed(draft, None, basis.offer)

        return await self._store.drafts.change(draft_id, person_id, change)

    async def card(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """The draft of a button."""
        return await self._store.drafts.get(draft_id, person_id)

    async def choices(
        self, draft_id: DraftId, person_id: PersonId, field: Field
    ) -> tuple[Card, Mapping[Value, Price]]:
        """The draft, and what it would cost with each value of an option."""
        prices = await self._store.drafts.prices(draft_id, person_id, field)
        return await self._store.drafts.get(draft_id, person_id), prices

    async def open_card(self, person_id: PersonId, place: Place) -> Card | None:
        """The draft that is open here, if any."""
        return await self._store.drafts.current(person_id, place)

    async def ask(self, person_id: PersonId, place: Place, asking: Asking | None) -> Card:
        """What the person's next words are for; None: they are a prompt again."""
        return await self._store.drafts.ask(person_id, place, asking)

    async def stop_asking(self, person_id: PersonId, place: Place) -> None:
        """Whatever was asked: the person's next words are a prompt."""
        card = await self._store.drafts.current(person_id, place)
        if card and card.asking:
            await self._store.drafts.ask(person_id, place, None)

    async def shown(
        self, draft_id: DraftId, message_id: MessageId, asked: MessageId | None = None
    ) -> None:
        """The draft's card is this message, an answer to what the person `asked`."""
        await self._store.drafts.shown(draft_id, message_id, asked)

    async def drop(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """The draft is not wanted any more."""
        return await self._store.drafts.drop(draft_id, person_id)


def _goes_on(draft: Draft, sent_at: datetime | None) -> bool:
    """Whether words of this moment are the rest of what Telegram's app has cut."""
    if draft.cut_at is None or sent_at is None:
        return False
    return timedelta() <= sent_at - draft.cut_at <= AT_ONCE
