"""The pictures of a draft: they come in, change places, are replaced; a transition's stretches get theirs."""

from collections.abc import Callable

from jobs import drafts
from jobs.asking import Ask, Asking
from jobs.capabilities import Mode
from jobs.drafts import Draft
from jobs.errors import NotAChoice
from jobs.ids import DraftId, JobId, MessageId, PersonId, Place
from jobs.made import made_picture
from jobs.materials import Picture
from jobs.ports import Basis, Card, Store

ARRANGING = Asking(ask=Ask.PICTURES)


class Arranging:
    """Everything around pictures. While they are arranged, those that come join them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def add(
        self, person_id: PersonId, place: Place, picture: Picture, caption: str = ""
    ) -> Card:
        """A picture, and with it perhaps the prompt, joins the open draft, or begins one, or is the one
        that was asked for. Raises TooManyPictures, NotOffered, NotAChoice, PromptTooLong."""
        card = await self._store.drafts.current(person_id, place)
        asking = card.asking if card else None

        def change(draft: Draft, basis: Basis) -> Draft:
            grown = _with_picture(draft, picture, asking, basis)
            if not drafts.has_words(caption):
                return grown
            said = drafts.with_prompt(grown, caption, picture.message_id, basis.offer)
            return drafts.as_named(said, basis.offer)

        return await self._store.drafts.grow(person_id, place, change, _after(asking))

    async def go_on_from(
        self, person_id: PersonId, place: Place, job_id: JobId, message_id: MessageId, way: Mode
    ) -> tuple[Card, Card | None]:
        """A key under a picture that was made: a fresh draft with it; the one that is replaced comes second.

        Raises NoSuchJob, NotYours, NotAChoice.
        """
        picture = made_picture(await self._store.jobs.own(job_id, person_id), message_id)
        if picture is None:
            raise NotAChoice

        def change(draft: Draft, basis: Basis) -> Draft:
            grown = drafts.with_picture(draft, picture, basis.offer, basis.habits)
            return drafts.with_way(grown, way, basis.offer, basis.defaults)

        return await self._store.drafts.open(person_id, place, change=change)

    async def reply(
        self,
        person_id: PersonId,
        place: Place,
        answered: MessageId,
        words: str,
        message_id: MessageId,
    ) -> tuple[Card, Card | None] | None:
        """Words in answer to a picture that was made here: a draft of that picture, fresh unless it is open
        already; the one that is replaced comes second. None: the message shows no such picture.

        Raises EmptyPrompt, PromptTooLong, NotOffered.
        """
        job = await self._store.history.behind(place.chat_id, answered)
        picture = made_picture(job, answered) if job else None
        if picture is None:
            return None

        def change(draft: Draft, basis: Basis) -> Draft:
            grown = drafts.with_picture(draft, picture, basis.offer, basis.habits)
            said = drafts.with_prompt(grown, words, message_id, basis.offer)
            return drafts.as_named(said, basis.offer)

        card = await self._store.drafts.current(person_id, place)
        if card and drafts.number_of(card.draft, answered) is not None:
            return await self._store.drafts.grow(person_id, place, change), None
        return await self._store.drafts.open(person_id, place, change=change)

    async def open(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """The pictures of the draft are arranged from now on. Raises DraftGone, NotYours."""
        return await self._ask(draft_id, person_id, ARRANGING)

    async def ask_last_frame(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """The next picture is the last frame."""
        return await self._ask(draft_id, person_id, Asking(ask=Ask.LAST_FRAME))

    async def ask_other(self, draft_id: DraftId, person_id: PersonId, picture: MessageId) -> Card:
        """The next picture takes the place of this one. Raises NotAChoice where it is gone."""
        card = await self._store.drafts.get(draft_id, person_id)
        number = drafts.number_of(card.draft, picture)
        if number is None:
            raise NotAChoice
        return await self._ask(draft_id, person_id, Asking(ask=Ask.REPLACE, detail=str(number)))

    async def ask_segment(self, draft_id: DraftId, person_id: PersonId, number: int) -> Card:
        """The next words are for this stretch of a transition (counted from 0)."""
        return await self._ask(draft_id, person_id, Asking(ask=Ask.SEGMENT, detail=str(number)))

    async def _ask(self, draft_id: DraftId, person_id: PersonId, asking: Asking) -> Card:
        card = await self._store.drafts.get(draft_id, person_id)
        return await self._store.drafts.ask(person_id, card.place, asking)

    async def move(
        self, draft_id: DraftId, person_id: PersonId, picture: MessageId, to: int
    ) -> Card:
        """A picture goes to another place (counted from 0)."""

        def change(draft: Draft, number: int, _: Basis) -> Draft:
            return drafts.with_picture_moved(draft, number, to)

        return await self._change(draft_id, person_id, picture, change)

    async def remove(self, draft_id: DraftId, person_id: PersonId, picture: MessageId) -> Card:
        """One picture less."""

        def change(draft: Draft, number: int, basis: Basis) -> Draft:
            return drafts.without_picture(draft, number, basis.offer, basis.habits)

        return await self._change(draft_id, person_id, picture, change)

    async def _change(
        self,
        draft_id: DraftId,
        person_id: PersonId,
        picture: MessageId,
        change: Callable[[Draft, int, Basis], Draft],
    ) -> Card:
        """A picture that is not there any more changes nothing: the press may be handled again."""

        def unless_gone(draft: Draft, basis: Basis) -> Draft:
            number = drafts.number_of(draft, picture)
            return draft if number is None else change(draft, number, basis)

        return await self._store.drafts.change(draft_id, person_id, unless_gone)

    async def set_seconds(
        self, draft_id: DraftId, person_id: PersonId, number: int, seconds: int
    ) -> Card:
        """How long a stretch of a transition lasts. Raises NotAChoice."""

        def change(draft: Draft, basis: Basis) -> Draft:
            return drafts.with_segment_seconds(draft, number, seconds, basis.offer)

        return await self._store.drafts.change(draft_id, person_id, change)

    async def say_segment(self, person_id: PersonId, place: Place, number: int, words: str) -> Card:
        """The words that were asked for. Raises NotAChoice, EmptyPrompt, PromptTooLong."""

        def change(draft: Draft, basis: Basis) -> Draft:
            return drafts.with_segment_prompt(draft, number, words, basis.offer)

        return await self._store.drafts.grow(person_id, place, change, ARRANGING)

    async def hush_segment(self, draft_id: DraftId, person_id: PersonId, number: int) -> Card:
        """A stretch has the words of the whole film again."""

        def change(draft: Draft, basis: Basis) -> Draft:
            return drafts.with_segment_prompt(draft, number, None, basis.offer)

        return await self._store.drafts.change(draft_id, person_id, change)

    async def swap(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """The draft's pictures change places."""

        def change(draft: Draft, _: Basis) -> Draft:
            return drafts.swapped(draft)

        return await self._store.drafts.change(draft_id, person_id, change)

    async def drop_all(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """The draft goes on without its pictures."""

        def change(draft: Draft, basis: Basis) -> Draft:
            return drafts.without_pictures(draft, basis.offer)

        return await self._store.drafts.change(draft_id, person_id, change)


def _with_picture(draft: Draft, picture: Picture, asking: Asking | None, basis: Basis) -> Draft:
    match asking:
        case Asking(ask=Ask.LAST_FRAME):
            return drafts.with_last_frame(draft, picture, basis.offer)
        case Asking(ask=Ask.REPLACE, detail=number):
            return drafts.with_picture_replaced(draft, int(number), picture)
        case _:
            arranging = asking is not None and asking.ask is Ask.PICTURES
            return drafts.with_picture(draft, picture, basis.offer, basis.habits, joins=arranging)


def _after(asking: Asking | None) -> Asking | None:
    """Whoever was arranging pictures goes on with it."""
    arranging = asking is not None and asking.ask in (Ask.PICTURES, Ask.REPLACE, Ask.SEGMENT)
    return ARRANGING if arranging else None
