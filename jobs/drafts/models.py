"""The states of a draft. Each carries exactly what is known by then."""

from datetime import datetime
from typing import Annotated, Any, Literal, TypedDict

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic import Field as Limits

from jobs.capabilities import Mode, Options, Subject
from jobs.effects import Effect
from jobs.follow_ups import FollowUp
from jobs.habits import Question
from jobs.ids import MessageId
from jobs.materials import Clip, Look, OwnClip, Picture, Segment, Speech, Target, Voice

_OLD_WAYS = {1: Mode.IMAGE, 2: Mode.FRAMES}
_OLD_SEGMENT_SECONDS = 5


class Piece(BaseModel):
    """Some words of a prompt, and the message that they came in; a key's words have none."""

    model_config = ConfigDict(frozen=True)

    text: str
    message_id: MessageId | None = None


class _Draft(BaseModel):
    """`options` may hold more than the subject has: what was set for another way is kept for it.

    `negative` is what should not be seen, `sound_words` what should be heard, `speech` what is said.
    `pieces` are what the prompt is made of where that is more than one message's words; `cut_at` is
    when words came that filled a whole message, so that Telegram's app cut the rest off.
    """

    model_config = ConfigDict(frozen=True)

    options: Options = Options()
    prompt: str | None = None
    prompt_message: MessageId | None = None
    pieces: tuple[Piece, ...] = ()
    cut_at: datetime | None = None
    seed: int | None = None
    negative: str | None = None
    sound_words: str | None = None
    speech: Speech | None = None


class TextDraft(_Draft):
    """Words, or nothing yet."""

    kind: Literal["text"] = "text"


class PictureDraft(_Draft):
    """Pictures in the order in which they play, and the way they become a video, or another picture.

    `chosen` says whether the person picked the way; a transition has a segment between each two pictures.
    Only a still that was picked may have no pictures yet, or ever.
    """

    kind: Literal["pictures"] = "pictures"
    pictures: tuple[Picture, ...]
    way: Mode
    chosen: bool = False
    segments: tuple[Segment, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_before_there_were_ways(cls, data: Any) -> Any:
        """Drafts were stored without a way when their number of pictures decided it."""
        if not isinstance(data, dict) or "way" in data:
            return data
        number = len(data["pictures"])
        way = _OLD_WAYS.get(number, Mode.TRANSITION)
        seconds = dict(data.get("options") or {}).get("duration") or _OLD_SEGMENT_SECONDS
        segments = [{"seconds": seconds}] * (number - 1) if way is Mode.TRANSITION else []
        return {**data, "way": way, "segments": segments}


class EffectDraft(_Draft):
    """An effect, and as many of its pictures as have come so far."""

    kind: Literal["effect"] = "effect"
    effect: Effect
    pictures: tuple[Picture, ...] = ()


class ClipDraft(_Draft):
    """A video, and what to do with it; `mode` None: that is still to be asked.

    `asked` is the question that the mode answers, where the person did not name it by a key of its own.
    `spare` is a picture that the mode has no place for: another may. `target` is what is to be swapped.
    """

    kind: Literal["clip"] = "clip"
    clip: Clip
    mode: Mode | None = None
    asked: Question | None = None
    voice: Voice | None = None
    look: Look | None = None
    target: Target | None = None
    pictures: tuple[Picture, ...] = ()
    follow_up: FollowUp | None = None
    spare: Picture | None = None


Begun = Annotated[TextDraft | PictureDraft | EffectDraft | ClipDraft, Limits(discriminator="kind")]


class VoiceDraft(_Draft):
    """A voice that came before the video that is to speak with it; `aside` is what was begun before it
    came: it goes on without the voice, whole."""

    kind: Literal["voice"] = "voice"
    voice: Voice
    aside: Begun | None = None


Draft = Annotated[
    TextDraft | PictureDraft | EffectDraft | ClipDraft | VoiceDraft, Limits(discriminator="kind")
]


class Kept(TypedDict):
    """What a draft of another kind takes over."""

    options: Options
    prompt: str | None
    prompt_message: MessageId | None
    pieces: tuple[Piece, ...]
    cut_at: datetime | None
    seed: int | None
    negative: str | None
    sound_words: str | None
    speech: Speech | None


def kept(draft: Draft) -> Kept:
    """The part of a draft that does not depend on its kind."""
    return {
        "options": draft.options,
        "prompt": draft.prompt,
        "prompt_message": draft.prompt_message,
        "pieces": draft.pieces,
        "cut_at": draft.cut_at,
        "seed": draft.seed,
        "negative": draft.negative,
        "sound_words": draft.sound_words,
        "speech": draft.speech,
    }


def pictures_of(draft: Draft) -> tuple[Picture, ...]:
    """The pictures of any draft, in order; those that a voice set aside are none of its own."""
    return () if isinstance(draft, TextDraft | VoiceDraft) else draft.pictures


def messages_of(draft: Draft) -> set[MessageId | None]:
    """The messages that the draft is made of: those with its words, its pictures, its video."""
    if isinstance(draft, VoiceDraft) and draft.aside:
        return messages_of(draft.aside)
    words = (piece.message_id for piece in draft.pieces)
    pictures = (picture.message_id for picture in (*pictures_of(draft), *_spare(draft)))
    match draft:
        case ClipDraft(clip=OwnClip(message_id=message_id)):
            return {draft.prompt_message, message_id, *words, *pictures}
        case _:
            return {draft.prompt_message, *words, *pictures}


def albums_of(draft: Draft) -> set[str]:
    """The albums that its pictures and its video came in."""
    if isinstance(draft, VoiceDraft) and draft.aside:
        return albums_of(draft.aside)
    pictures = {picture.album for picture in pictures_of(draft)}
    own = draft.clip.album if isinstance(draft, ClipDraft) and draft.clip.kind == "own" else None
    return {album for album in {*pictures, own} if album}


def _spare(draft: Draft) -> tuple[Picture, ...]:
    spare = draft.spare if isinstance(draft, ClipDraft) else None
    return (spare,) if spare else ()


def subject_of(draft: Draft) -> Subject:
    """What the draft's options are chosen for."""
    match draft:
        case TextDraft():
            return Subject(Mode.TEXT)
        case PictureDraft():
            segments = tuple(segment.seconds for segment in draft.segments)
            return Subject(draft.way, len(draft.pictures), segments=segments)
        case EffectDraft():
            return draft.effect.subject
        case ClipDraft():
            mode = draft.mode or Mode.UPSCALE  # the one that asks for nothing more
            follows = draft.follow_up if mode is Mode.FOLLOW_UP else None
            makes = follows.makes if follows else 1
            return Subject(mode, len(draft.pictures), seconds=draft.clip.seconds, makes=makes)
        case VoiceDraft():
            return Subject(Mode.LIPSYNC)
