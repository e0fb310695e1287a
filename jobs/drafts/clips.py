"""Videos and voices in a draft: something is done with a video that was sent, or made here."""

from jobs.capabilities import CLIP_MODES, Mode
from jobs.drafts.models import ClipDraft, Draft, VoiceDraft, kept
from jobs.drafts.options import refitted
from jobs.drafts.words import check_lengths
from jobs.errors import NotAChoice, TooLong
from jobs.habits import Habits, Question
from jobs.materials import Clip, MadeClip, Voice
from jobs.offer import Offer


def clip_ways(clip: Clip, offer: Offer) -> tuple[Mode, ...]:
    """What can be done with a video, most likely first."""
    return tuple(mode for mode in CLIP_MODES if offer.has(mode) and _takes(offer, mode, clip))


def _takes(offer: Offer, mode: Mode, clip: Clip) -> bool:
    rules = offer.rules(mode)
    if rules.longest_clip and clip.seconds > rules.longest_clip:
        return False
    if mode is Mode.UPSCALE and not isinstance(clip, MadeClip):
        return False
    models = rules.clip_models
    return not (isinstance(clip, MadeClip) and clip.model and models and clip.model not in models)


def with_clip(
    draft: Draft, clip: Clip, offer: Offer, habits: Habits, mode: Mode | None = None
) -> Draft:
    """The draft works on this video. A voice that waited for one gets it. Raises NotAChoice."""
    ways = clip_ways(clip, offer)
    voice = draft.voice if isinstance(draft, VoiceDraft | ClipDraft) else None
    if mode is None:
        mode = Mode.LIPSYNC if voice and Mode.LIPSYNC in ways else habits.get(Question.CLIP)
    elif mode not in ways:
        raise NotAChoice
    chosen = mode if mode in ways else None
    return refitted(ClipDraft(**kept(draft), clip=clip, mode=chosen, voice=voice), offer)


def with_clip_mode(draft: Draft, mode: Mode, offer: Offer) -> Draft:
    """What to do with the video. Raises NotAChoice, PromptTooLong."""
    if not isinstance(draft, ClipDraft) or mode not in clip_ways(draft.clip, offer):
        raise NotAChoice
    changed = refitted(draft.model_copy(update={"mode": mode}), offer)
    return check_lengths(changed, offer)


def with_voice(draft: Draft, voice: Voice, offer: Offer) -> Draft:
    """A voice for the video of the draft, or one that waits for a video. Raises TooLong, NotAChoice."""
    if not offer.has(Mode.LIPSYNC):
        raise NotAChoice
    longest = offer.rules(Mode.LIPSYNC).longest_voice
    if longest and voice.seconds > longest:
        raise TooLong(voice.seconds, longest)
    if isinstance(draft, ClipDraft):
        if Mode.LIPSYNC not in clip_ways(draft.clip, offer):
            raise NotAChoice
        changed = draft.model_copy(update={"voice": voice, "mode": Mode.LIPSYNC, "speech": None})
        return refitted(changed, offer)
    return refitted(VoiceDraft(**kept(draft), voice=voice), offer)
