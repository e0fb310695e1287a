"""A draft: a request being written. Each state carries exactly what is known by then.

Every function here takes a draft and returns the next one. Nothing is stored and nobody is asked.
"""

from typing import Annotated, Literal, TypedDict, assert_never

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Limits

from jobs.capabilities import (
    PICTURES_LIMIT,
    PROMPT_LIMIT,
    Field,
    Options,
    Sound,
    Subject,
    Value,
    fit,
    set_option,
    subject_of,
)
from jobs.effects import Effect
from jobs.errors import EmptyPrompt, Incomplete, Missing, NotAChoice, PromptTooLong, TooManyPictures
from jobs.ids import MessageId
from jobs.requests import (
    EffectRequest,
    Picture,
    PictureRequest,
    Request,
    TextRequest,
)
from jobs.tariff import Price, price


class _Draft(BaseModel):
    model_config = ConfigDict(frozen=True)

    options: Options = Options()
    prompt: str | None = None
    prompt_message: MessageId | None = None


class TextDraft(_Draft):
    """Words, or nothing yet."""

    kind: Literal["text"] = "text"


class PictureDraft(_Draft):
    """One to seven pictures, in the order in which they play."""

    kind: Literal["pictures"] = "pictures"
    pictures: tuple[Picture, ...]


class EffectDraft(_Draft):
    """An effect, and as many of its pictures as have come so far."""

    kind: Literal["effect"] = "effect"
    effect: Effect
    pictures: tuple[Picture, ...] = ()


Draft = Annotated[TextDraft | PictureDraft | EffectDraft, Limits(discriminator="kind")]


def pictures_of(draft: Draft) -> tuple[Picture, ...]:
    """The pictures of any draft, in order."""
    return () if isinstance(draft, TextDraft) else draft.pictures


def messages_of(draft: Draft) -> set[MessageId | None]:
    """The messages that the draft is made of: the one with its words, and its pictures."""
    return {draft.prompt_message, *(picture.message_id for picture in pictures_of(draft))}


def subject_of_draft(draft: Draft) -> Subject:
    """What the draft's options are chosen from."""
    if isinstance(draft, EffectDraft):
        return draft.effect.subject
    return subject_of(len(pictures_of(draft)))


def price_of(draft: Draft) -> Price:
    """What the draft would cost as it stands."""
    credits = draft.effect.credits if isinstance(draft, EffectDraft) else 0
    return price(subject_of_draft(draft), draft.options, effect_credits=credits)


def missing(draft: Draft) -> Missing | None:
    """What must come before the draft can start; None when it can."""
    match draft:
        case TextDraft(prompt=None):
            return Missing.PROMPT
        case EffectDraft() if len(draft.pictures) < draft.effect.pictures:
            return Missing.SECOND_PICTURE if draft.pictures else Missing.FIRST_PICTURE
        case _:
            return None


def request_of(draft: Draft) -> Request:
    """The finished request. Raises Incomplete."""
    lacking = missing(draft)
    if lacking:
        raise Incomplete(lacking)
    match draft:
        case TextDraft():
            return TextRequest(options=draft.options, prompt=draft.prompt or "")
        case PictureDraft():
            return PictureRequest(
                options=draft.options, pictures=draft.pictures, prompt=draft.prompt
            )
        case EffectDraft():
            return EffectRequest(
                options=draft.options,
                effect=draft.effect,
                pictures=draft.pictures,
                prompt=draft.prompt,
            )
        case _:
            assert_never(draft)


def draft_of(request: Request) -> Draft:
    """A new draft filled in with an old request, for *Change*."""
    match request:
        case TextRequest():
            return TextDraft(options=request.options, prompt=request.prompt)
        case PictureRequest():
            return PictureDraft(
                options=request.options, prompt=request.prompt, pictures=request.pictures
            )
        case EffectRequest():
            return EffectDraft(
                options=request.options,
                prompt=request.prompt,
                effect=request.effect,
                pictures=request.pictures,
            )
        case _:
            assert_never(request)


def has_words(text: str) -> bool:
    """Whether anything can be read in a text: blanks and characters without width are nothing."""
    return any(letter.isprintable() and not letter.isspace() for letter in text)


def with_prompt(draft: Draft, text: str, message_id: MessageId) -> Draft:
    """The draft with other words, said in this message. Raises EmptyPrompt, PromptTooLong."""
    words = text.strip()
    if not has_words(words):
        raise EmptyPrompt
    if len(words) > PROMPT_LIMIT:
        raise PromptTooLong(len(words), PROMPT_LIMIT)
    return draft.model_copy(update={"prompt": words, "prompt_message": message_id})


def with_picture(draft: Draft, picture: Picture) -> Draft:
    """The draft with one more picture. Raises TooManyPictures.

    The pictures of one album stand in the order in which they were sent; an album that begins takes
    the place of the pictures that were there. A picture that is there already changes nothing.
    """
    kept = pictures_of(draft)
    if any(other.message_id == picture.message_id for other in kept):
        return draft
    if picture.album and all(other.album != picture.album for other in kept):
        kept = ()
    if isinstance(draft, EffectDraft):
        return _with_effect_picture(draft, kept, picture)
    if len(kept) >= PICTURES_LIMIT:
        raise TooManyPictures(PICTURES_LIMIT)
    return _with_pictures(draft, _in_order((*kept, picture)))


def _with_effect_picture(
    draft: EffectDraft, kept: tuple[Picture, ...], picture: Picture
) -> EffectDraft:
    """A full effect takes a newly sent picture instead of its last one, but not from the same album."""
    wanted = draft.effect.pictures
    if len(kept) >= wanted:
        if picture.album:
            raise TooManyPictures(wanted)
        kept = kept[: wanted - 1]
    return draft.model_copy(update={"pictures": _in_order((*kept, picture))})


def _in_order(pictures: tuple[Picture, ...]) -> tuple[Picture, ...]:
    """Albums arrive shuffled: their message ids tell the order in which they were sent."""
    albums = {picture.album for picture in pictures}
    if len(albums) == 1 and None not in albums:
        return tuple(sorted(pictures, key=lambda picture: picture.message_id))
    return pictures


def _with_pictures(draft: TextDraft | PictureDraft, pictures: tuple[Picture, ...]) -> Draft:
    options = fit(subject_of(len(pictures)), draft.options)
    if not pictures:
        return TextDraft(options=options, **_words(draft))
    return PictureDraft(options=options, pictures=pictures, **_words(draft))


class _Words(TypedDict):
    prompt: str | None
    prompt_message: MessageId | None


def _words(draft: Draft) -> _Words:
    """What a draft of another kind takes over."""
    return {"prompt": draft.prompt, "prompt_message": draft.prompt_message}


def swapped(draft: Draft) -> Draft:
    """The draft with its pictures in the opposite order."""
    if isinstance(draft, TextDraft):
        return draft
    return draft.model_copy(update={"pictures": draft.pictures[::-1]})


def without_pictures(draft: Draft) -> Draft:
    """The draft as if no picture had come."""
    if isinstance(draft, EffectDraft):
        return draft.model_copy(update={"pictures": ()})
    return _with_pictures(draft, ())


def with_effect(draft: Draft, effect: Effect) -> Draft:
    """The draft with an effect; pictures that fit it stay."""
    options = draft.options.model_copy(update={"quality": effect.qualities[0], "sound": Sound.AUTO})
    return EffectDraft(
        options=fit(effect.subject, options),
        effect=effect,
        pictures=pictures_of(draft)[: effect.pictures],
        **_words(draft),
    )


def without_effect(draft: Draft) -> Draft:
    """The draft as a plain video of the same pictures and words."""
    if not isinstance(draft, EffectDraft):
        return draft
    plain = TextDraft(options=draft.options, **_words(draft))
    return _with_pictures(plain, draft.pictures)


def with_option(draft: Draft, field: Field, value: Value) -> Draft:
    """The draft with one option changed, the others fitted to it. Raises NotAChoice."""
    options = set_option(subject_of_draft(draft), draft.options, field, value)
    if options is None:
        raise NotAChoice
    return draft.model_copy(update={"options": options})


def fitted(options: Options) -> TextDraft:
    """An empty draft that starts from a person's own defaults."""
    return TextDraft(options=fit(subject_of(0), options))
