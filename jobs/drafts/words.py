"""The words of a draft: what should happen, be heard, be said, and not be seen."""

from jobs.capabilities import Words
from jobs.drafts.models import Draft, PictureDraft, subject_of
from jobs.errors import EmptyPrompt, NotAChoice, PromptTooLong
from jobs.ids import MessageId
from jobs.materials import Speaker, Speech
from jobs.offer import Offer


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


def with_prompt(draft: Draft, text: str, message_id: MessageId, offer: Offer) -> Draft:
    """The draft with other words, said in this message. Raises EmptyPrompt, PromptTooLong."""
    words = fitting_words(text, prompt_limit(draft, offer))
    return draft.model_copy(update={"prompt": words, "prompt_message": message_id})


def prompt_limit(draft: Draft, offer: Offer) -> int:
    """Code points that the draft's prompt may have; 0 where the mode takes none."""
    subject = subject_of(draft)
    if offer.has(subject.mode) and offer.rules(subject.mode).words is Words.NONE:
        return 0
    return offer.model_rules(subject, draft.options).prompt_limit


def check_lengths(draft: Draft, offer: Offer) -> Draft:
    """The draft, where its prompt still fits its model. Raises PromptTooLong."""
    limit = prompt_limit(draft, offer)
    if limit and draft.prompt and len(draft.prompt) > limit:
        raise PromptTooLong(len(draft.prompt), limit)
    return draft


def with_negative(draft: Draft, text: str, offer: Offer) -> Draft:
    """What should not be seen. Raises EmptyPrompt, PromptTooLong, NotAChoice."""
    limit = offer.model_rules(subject_of(draft), draft.options).negative_limit
    return draft.model_copy(update={"negative": fitting_words(text, limit)})


def with_sound_words(draft: Draft, text: str, offer: Offer) -> Draft:
    """What should be heard. Raises EmptyPrompt, PromptTooLong, NotAChoice."""
    limit = offer.model_rules(subject_of(draft), draft.options).sound_words_limit
    return draft.model_copy(update={"sound_words": fitting_words(text, limit)})


def with_speech(draft: Draft, text: str, speaker: Speaker, offer: Offer) -> Draft:
    """What somebody should say, and who. Raises EmptyPrompt, PromptTooLong, NotAChoice."""
    limit = offer.model_rules(subject_of(draft), draft.options).speech_limit
    speech = Speech(words=fitting_words(text, limit), speaker=speaker)
    return draft.model_copy(update={"speech": speech})


def without_words(
    draft: Draft, *, negative: bool = False, sound: bool = False, speech: bool = False
) -> Draft:
    """The draft without some of its words."""
    gone = {"negative": negative, "sound_words": sound, "speech": speech}
    return draft.model_copy(update={name: None for name, drop in gone.items() if drop})


def with_segment_prompt(draft: Draft, number: int, text: str, offer: Offer) -> Draft:
    """Words of its own for one segment (counted from 0). Raises EmptyPrompt, PromptTooLong, NotAChoice."""
    if not isinstance(draft, PictureDraft) or not 0 <= number < len(draft.segments):
        raise NotAChoice
    words = fitting_words(text, prompt_limit(draft, offer))
    segment = draft.segments[number].model_copy(update={"prompt": words})
    segments = (*draft.segments[:number], segment, *draft.segments[number + 1 :])
    return draft.model_copy(update={"segments": segments})
