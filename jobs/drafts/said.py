"""What somebody's words do to a draft: a prompt, or what is said where a mode speaks them."""

from jobs.capabilities import Words
from jobs.drafts.clips import is_spoken
from jobs.drafts.models import ClipDraft, Draft, TextDraft, VoiceDraft, kept
from jobs.drafts.options import refitted
from jobs.drafts.pictures import as_named
from jobs.drafts.words import with_prompt, with_speech
from jobs.errors import Incomplete, Missing, NoSpeakers
from jobs.ids import MessageId
from jobs.materials import Speaker
from jobs.offer import Offer


def with_words(
    draft: Draft, text: str, message_id: MessageId, offer: Offer, speaker: Speaker | None
) -> Draft:
    """The draft with these words, said in this message; `speaker` reads them out where nobody was chosen.

    Raises EmptyPrompt, PromptTooLong, NoSpeakers, and Incomplete for a voice that waits for its video.
    """
    match draft:
        case VoiceDraft():
            raise Incomplete(Missing.CLIP)
        case ClipDraft(mode=mode) if is_spoken(mode, offer):
            return _spoken(draft, text, message_id, offer, speaker)
        case ClipDraft(mode=mode) if mode and offer.has(mode) and _takes_none(draft, offer):
            return with_prompt(_plain(draft, offer), text, message_id, offer)
        case _:
            return as_named(with_prompt(draft, text, message_id, offer), offer)


def _spoken(
    draft: ClipDraft, text: str, message_id: MessageId, offer: Offer, speaker: Speaker | None
) -> Draft:
    chosen = draft.speech.speaker if draft.speech else speaker
    if chosen is None:
        raise NoSpeakers
    spoken = with_speech(draft, text, chosen, offer)
    words = spoken.speech.words if spoken.speech else text
    said = {"prompt": words, "prompt_message": message_id, "pieces": (), "voice": None}
    return spoken.model_copy(update=said)


def _takes_none(draft: ClipDraft, offer: Offer) -> bool:
    return draft.mode is not None and offer.rules(draft.mode).words is Words.NONE


def _plain(draft: ClipDraft, offer: Offer) -> Draft:
    """Words change nothing there: whoever writes some wants another video."""
    return refitted(TextDraft(**kept(draft)), offer)


def with_said(
    draft: Draft, text: str, message_id: MessageId, offer: Offer, speaker: Speaker
) -> Draft:
    """The draft in which this speaker says these words. Raises EmptyPrompt, PromptTooLong, NotAChoice."""
    if isinstance(draft, ClipDraft) and is_spoken(draft.mode, offer):
        return with_speaker(_spoken(draft, text, message_id, offer, speaker), speaker)
    return with_speech(draft, text, speaker, offer)


def with_speaker(draft: Draft, speaker: Speaker) -> Draft:
    """Somebody else says the words, where there are words."""
    if draft.speech is None:
        return draft
    speech = draft.speech.model_copy(update={"speaker": speaker})
    return draft.model_copy(update={"speech": speech})
