"""The words of a draft: what should happen, be heard, be said, and not be seen."""

from dataclasses import replace
from datetime import datetime

from jobs.capabilities import Field, Mode, Sound, Subject, Words
from jobs.drafts.models import ClipDraft, Draft, PictureDraft, Piece, subject_of
from jobs.drafts.references import LONGEST_NOTATION, reference, spelled
from jobs.errors import EmptyPrompt, NotAChoice, PromptTooLong
from jobs.ids import MessageId
from jobs.materials import Speaker, Speech
from jobs.offer import Offer

LONGEST_UNDECIDED = 2048  # while it is not decided what the words are for


def has_words(text: str) -> bool:
    """Whether anything can be read in a text: blanks and characters without width are nothing."""
    return any(letter.isprintable() and not letter.isspace() for letter in text)


def fitting_words(text: str, limit: int) -> str:
    """The words without blanks around them. Raises EmptyPrompt, PromptTooLong, NotAChoice (limit 0)."""
    words = text.strip()
    if not limit:
        raise NotAChoice
    if not has_words(words):
        raise EmptyPrompt
    if len(words) > limit:
        raise PromptTooLong(len(words), limit)
    return words


def with_prompt(
    draft: Draft,
    text: str,
    message_id: MessageId,
    offer: Offer,
) -> Draft:
    """The draft with other words, said in this message. Raises EmptyPrompt, PromptTooLong."""
    words = fitting_words(text, prompt_limit(draft, offer))
    said = {"prompt": words, "prompt_message": message_id, "pieces": (), "cut_at": None}
    return check_lengths(draft.model_copy(update=said), offer)


def with_more_words(
    draft: Draft,
    text: str,
    message_id: MessageId,
    offer: Offer,
    cut_at: datetime | None = None,
) -> Draft:
    """The draft with these words after those that it has. Raises EmptyPrompt, PromptTooLong.

    A message that is in it already changes nothing.
    """
    pieces = _pieces(draft)
    if any(piece.message_id == message_id for piece in pieces):
        return draft
    more = Piece(text=fitting_words(text, prompt_limit(draft, offer)), message_id=message_id)
    joined = _joined(draft, (*pieces, more), offer)
    return joined.model_copy(update={"prompt_message": message_id, "cut_at": cut_at})


def with_reference(draft: Draft, number: int, offer: Offer) -> Draft:
    """The draft with a picture (counted from 0) named after its words. Raises NotAChoice, PromptTooLong."""
    if not isinstance(draft, PictureDraft) or not 0 <= number < len(draft.pictures):
        raise NotAChoice
    return _joined(draft, (*_pieces(draft), Piece(text=reference(number))), offer)


def with_edited_words(draft: Draft, text: str, message_id: MessageId, offer: Offer) -> Draft | None:
    """The draft after one of several messages with its words was edited; None where it was none of them.

    Raises EmptyPrompt, PromptTooLong.
    """
    if all(piece.message_id != message_id for piece in draft.pieces):
        return None
    words = fitting_words(text, prompt_limit(draft, offer))
    pieces = tuple(
        piece.model_copy(update={"text": words}) if piece.message_id == message_id else piece
        for piece in draft.pieces
    )
    return _joined(draft, pieces, offer)


def _pieces(draft: Draft) -> tuple[Piece, ...]:
    if draft.pieces or not draft.prompt:
        return draft.pieces
    return (Piece(text=draft.prompt, message_id=draft.prompt_message),)


def _joined(draft: Draft, pieces: tuple[Piece, ...], offer: Offer) -> Draft:
    prompt = " ".join(piece.text for piece in pieces)
    said = {"prompt": prompt, "pieces": pieces, "cut_at": None}
    return check_lengths(draft.model_copy(update=said), offer)


def prompt_limit(draft: Draft, offer: Offer) -> int:
    """Code points that the draft's prompt may have; 0 where the mode takes none."""
    if isinstance(draft, ClipDraft) and draft.mode is None:
        return LONGEST_UNDECIDED
    subject = subject_of(draft)
    if offer.has(subject.mode) and offer.rules(subject.mode).words is Words.NONE:
        return 0
    return offer.model_rules(subject, draft.options).prompt_limit


def check_lengths(draft: Draft, offer: Offer) -> Draft:
    """The draft, where its prompt still fits its model, as long as that spells it. Raises PromptTooLong."""
    limit, words = prompt_limit(draft, offer), draft.prompt or ""
    if subject_of(draft).mode is Mode.FUSION:
        words = spelled(words, LONGEST_NOTATION)
    if limit and len(words) > limit:
        raise PromptTooLong(len(words), limit)
    return draft


def speech_limit(draft: Draft, offer: Offer) -> int:
    """Code points that may be said; 0 where nobody speaks."""
    return offer.model_rules(subject_of(draft), draft.options).speech_limit


def with_negative(draft: Draft, text: str, offer: Offer) -> Draft:
    """What should not be seen. Raises EmptyPrompt, PromptTooLong, NotAChoice."""
    limit = offer.model_rules(subject_of(draft), draft.options).negative_limit
    return draft.model_copy(update={"negative": fitting_words(text, limit)})


def with_sound_words(draft: Draft, text: str, offer: Offer) -> Draft:
    """What should be heard; the sound is on with it. Raises EmptyPrompt, PromptTooLong, NotAChoice."""
    subject = subject_of(draft)
    words = fitting_words(text, offer.model_rules(subject, draft.options).sound_words_limit)
    options = offer.set_option(subject, draft.options, Field.SOUND, Sound.ON) or draft.options
    return draft.model_copy(update={"sound_words": words, "options": options})


def with_speech(draft: Draft, text: str, speaker: Speaker, offer: Offer) -> Draft:
    """What somebody should say, and who. Raises EmptyPrompt, PromptTooLong, NotAChoice."""
    limit = speech_limit(draft, offer)
    speech = Speech(words=fitting_words(text, limit), speaker=speaker)
    return draft.model_copy(update={"speech": speech})


def heard(draft: Draft, offer: Offer) -> tuple[str | None, Speech | None]:
    """What is heard and said of what was wished for: as far as the model takes it, and with its sound on."""
    subject = subject_of(draft)
    options = offer.only(subject, draft.options)
    rules = offer.model_rules(subject, options)
    sounds = options.sound in (None, Sound.ON) and rules.sound_words_limit
    fits = draft.speech is not None and len(draft.speech.words) <= rules.speech_limit
    return draft.sound_words if sounds else None, draft.speech if fits else None


def priced_subject(draft: Draft, offer: Offer) -> Subject:
    """What the draft costs is asked for this: its subject as its request will have it."""
    _, speech = heard(draft, offer)
    return replace(subject_of(draft), speaks=speech is not None)


def without_words(
    draft: Draft, *, negative: bool = False, sound: bool = False, speech: bool = False
) -> Draft:
    """The draft without some of its words."""
    gone = {"negative": negative, "sound_words": sound, "speech": speech}
    return draft.model_copy(update={name: None for name, drop in gone.items() if drop})


def with_segment_prompt(draft: Draft, number: int, text: str | None, offer: Offer) -> Draft:
    """Words of its own for one segment (counted from 0), or none. Raises EmptyPrompt, PromptTooLong, NotAChoice."""
    if not isinstance(draft, PictureDraft) or not 0 <= number < len(draft.segments):
        raise NotAChoice
    words = fitting_words(text, prompt_limit(draft, offer)) if text is not None else None
    segment = draft.segments[number].model_copy(update={"prompt": words})
    segments = (*draft.segments[:number], segment, *draft.segments[number + 1 :])
    return draft.model_copy(update={"segments": segments})
