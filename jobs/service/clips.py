"""Something is done with a video that is there: one of the bot's, or one that somebody sends."""

from dataclasses import dataclass

from jobs import drafts
from jobs.capabilities import Mode
from jobs.drafts import ClipDraft, Draft, VoiceDraft
from jobs.errors import NotAChoice, NotForClip
from jobs.habits import Question
from jobs.ids import ChatId, DraftId, JobId, MessageId, PersonId, Place
from jobs.lifecycle import Job
from jobs.made import found_part, made_clip, options_like
from jobs.materials import Clip, MadeClip, OwnClip, Voice
from jobs.ports import Basis, Card, Change, Store
from jobs.requests import ClipRequest


@dataclass(frozen=True, slots=True)
class Footage:
    """A video that something is to be done with, and the job that made it, where the bot did."""

    clip: Clip
    job: Job | None = None


class Clips:
    """Everything around videos as a material."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def add(self, person_id: PersonId, place: Place, clip: OwnClip, words: str) -> Card:
        """A video, perhaps with words below it, joins the open draft, or begins one.

        Raises TooLong, NotAChoice, PromptTooLong, NoSpeakers.
        """

        def change(draft: Draft, basis: Basis) -> Draft:
            grown = drafts.with_clip(draft, clip, basis.offer, basis.habits, speaker=basis.speaker)
            return _with_words(grown, words, clip.message_id, basis)

        return await self._store.drafts.grow(person_id, place, change)

    async def add_voice(self, person_id: PersonId, place: Place, voice: Voice) -> Card:
        """A voice for the video of the open draft; else it waits for one. Raises TooLong, NotAChoice."""

        def change(draft: Draft, basis: Basis) -> Draft:
            return drafts.with_voice(draft, voice, basis.offer)

        return await self._store.drafts.grow(person_id, place, change)

    async def behind(self, chat_id: ChatId, message_id: MessageId) -> Footage | None:
        """The video of ours that stands in a message."""
        job = await self._store.history.behind(chat_id, message_id)
        clip = made_clip(job) if job else None
        return Footage(clip, job) if clip else None

    async def work_on(
        self, person_id: PersonId, place: Place, job_id: JobId, mode: Mode
    ) -> tuple[Card, Card | None]:
        """A key under a result. A voice that waits for a video speaks in it; any other draft is replaced,
        and comes second.

        Raises NoSuchJob, NotYours, NotForClip, TooLong.
        """
        footage = await self._own(job_id, person_id, mode)

        def change(draft: Draft, basis: Basis) -> Draft:
            return drafts.with_clip_for(draft, footage.clip, mode, basis.offer)

        return await self._on(person_id, place, footage, change, speaks=mode is Mode.LIPSYNC)

    async def follow_up(
        self, person_id: PersonId, place: Place, job_id: JobId, name: str
    ) -> tuple[Card, Card | None]:
        """A key of what the provider offers under a result; a draft that is replaced comes second.

        Raises NoSuchJob, NotYours, NotForClip.
        """
        footage = await self._own(job_id, person_id, Mode.FOLLOW_UP)
        clip, result = footage.clip, footage.job.result if footage.job else None
        offered = {one.name: one for one in (result.follow_ups if result else ())}
        if name not in offered or not isinstance(clip, MadeClip):
            raise NotForClip(Mode.FOLLOW_UP)

        def change(draft: Draft, basis: Basis) -> Draft:
            return drafts.with_follow_up(draft, clip, offered[name], basis.offer)

        return await self._on(person_id, place, footage, change)

    async def swap(
        self, person_id: PersonId, place: Place, job_id: JobId, number: int
    ) -> tuple[Card, Card | None]:
        """A part (counted from 0) of those that a job found is to be swapped; a draft that is replaced
        comes second.

        Raises NoSuchJob, NotYours, NotAChoice, NotForClip.
        """
        job = await self._store.jobs.own(job_id, person_id)
        request, target = job.request, found_part(job, number)
        if target is None or not isinstance(request, ClipRequest):
            raise NotAChoice

        def change(draft: Draft, basis: Basis) -> Draft:
            return drafts.with_target(draft, request.clip, target, request.spare, basis.offer)

        return await self._on(person_id, place, Footage(request.clip), change)

    async def reply(
        self, person_id: PersonId, place: Place, footage: Footage, words: str, message_id: MessageId
    ) -> tuple[Card, Card | None]:
        """Words in answer to a video, or in a group no more than the bot's name: then a voice that waits
        for a video has found it. A draft that is replaced comes second.

        Raises TooLong, NotAChoice, EmptyPrompt, PromptTooLong, NoSpeakers.
        """

        def change(draft: Draft, basis: Basis) -> Draft:
            grown = _decided(draft, footage.clip) or _asking(draft, footage.clip, basis)
            return _with_words(grown, words, message_id, basis)

        speaks = not drafts.has_words(words)
        return await self._on(person_id, place, footage, change, speaks=speaks)

    async def speak(
        self, person_id: PersonId, place: Place, footage: Footage, voice: Voice
    ) -> tuple[Card, Card | None]:
        """A voice in answer to a video; a draft that is replaced comes second.

        Raises TooLong, NotForClip, NotAChoice.
        """

        def change(draft: Draft, basis: Basis) -> Draft:
            speaking = drafts.with_clip_for(draft, footage.clip, Mode.LIPSYNC, basis.offer)
            return drafts.with_voice(speaking, voice, basis.offer)

        return await self._on(person_id, place, footage, change)

    async def choose(self, draft_id: DraftId, person_id: PersonId, mode: Mode) -> Card:
        """What to do with the video of a draft; remembered where it was asked.

        Raises DraftGone, NotYours, NotAChoice, NotForClip, TooLong, PromptTooLong.
        """

        def change(draft: Draft, basis: Basis) -> Draft:
            return drafts.with_clip_mode(draft, mode, basis.offer, basis.speaker)

        card = await self._store.drafts.change(draft_id, person_id, change)
        if isinstance(card.draft, ClipDraft) and card.draft.asked:
            await self._store.people.set_habit(person_id, card.draft.asked, mode)
        return card

    async def let_speak(self, draft_id: DraftId, person_id: PersonId, job_id: JobId) -> Card:
        """The voice of a draft goes into one of the person's videos.

        Raises DraftGone, NotYours, NoSuchJob, NotForClip, TooLong.
        """
        footage = await self._own(job_id, person_id, Mode.LIPSYNC)

        def change(draft: Draft, basis: Basis) -> Draft:
            return drafts.with_clip_for(draft, footage.clip, Mode.LIPSYNC, basis.offer)

        return await self._store.drafts.change(draft_id, person_id, change)

    async def drop_voice(self, draft_id: DraftId, person_id: PersonId) -> Card:
        """Nothing is said yet; what a voice set aside goes on. Raises DraftGone, NotYours."""

        def change(draft: Draft, basis: Basis) -> Draft:
            return drafts.refitted(drafts.without_voice(draft), basis.offer)

        return await self._store.drafts.change(draft_id, person_id, change)

    async def _own(self, job_id: JobId, person_id: PersonId, mode: Mode) -> Footage:
        job = await self._store.jobs.own(job_id, person_id)
        clip = made_clip(job)
        if clip is None:
            raise NotForClip(mode)
        return Footage(clip, job)

    async def _on(
        self,
        person_id: PersonId,
        place: Place,
        footage: Footage,
        change: Change,
        *,
        speaks: bool = False,
    ) -> tuple[Card, Card | None]:
        """A draft that is about this video goes on; else a new one begins as its video was made."""
        current = await self._store.drafts.current(person_id, place)
        waits = speaks and current is not None and isinstance(current.draft, VoiceDraft)
        if current and (waits or _is_about(current.draft, footage.clip)):
            return await self._store.drafts.grow(person_id, place, change), None

        def begin(draft: Draft, basis: Basis) -> Draft:
            return change(_like(draft, footage), basis)

        return await self._store.drafts.open(person_id, place, change=begin)


def _is_about(draft: Draft, clip: Clip) -> bool:
    """Whether the draft works on this video, whatever Telegram or a later result says of it."""
    if not isinstance(draft, ClipDraft) or draft.clip.kind != clip.kind:
        return False
    if isinstance(draft.clip, OwnClip) or isinstance(clip, OwnClip):
        return draft.clip.file_id == clip.file_id
    return draft.clip.job_id == clip.job_id


def _decided(draft: Draft, clip: Clip) -> Draft | None:
    """The draft, where it is known what it does with this video."""
    known = isinstance(draft, ClipDraft) and draft.mode is not None
    return draft if known and _is_about(draft, clip) else None


def _like(draft: Draft, footage: Footage) -> Draft:
    if footage.job is None:
        return draft
    return draft.model_copy(update={"options": options_like(footage.job, draft.options)})


def _asking(draft: Draft, clip: Clip, basis: Basis) -> Draft:
    return drafts.with_clip(
        draft, clip, basis.offer, basis.habits, question=Question.REPLY, speaker=basis.speaker
    )


def _with_words(draft: Draft, words: str, message_id: MessageId, basis: Basis) -> Draft:
    if not drafts.has_words(words):
        return draft
    return drafts.with_words(draft, words, message_id, basis.offer, basis.speaker)
