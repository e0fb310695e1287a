"""Videos and voices in a draft: something is done with a video that was sent, or made here."""

from jobs.capabilities import CLIP_MODES, Mode, ModeRules, Words
from jobs.drafts.models import (
    Begun,
    ClipDraft,
    Draft,
    PictureDraft,
    TextDraft,
    VoiceDraft,
    kept,
)
from jobs.drafts.options import refitted
from jobs.drafts.words import check_lengths, with_speech
from jobs.errors import AlreadySharp, NotAChoice, NotForClip, TooLong
from jobs.follow_ups import FollowUp
from jobs.habits import Habits, Question
from jobs.materials import Clip, Look, MadeClip, OwnClip, Picture, Speaker, Target, Voice
from jobs.offer import Offer


def clip_ways(clip: Clip, offer: Offer) -> tuple[Mode, ...]:
    """What can be done with a video, most likely first."""
    return tuple(mode for mode in _free_ways(offer) if _takes(offer, mode, clip))


def _free_ways(offer: Offer) -> tuple[Mode, ...]:
    """What nothing has to be found out for before."""
    return tuple(
        mode for mode in CLIP_MODES if offer.has(mode) and not offer.rules(mode).needs_part
    )


def asked_ways(draft: ClipDraft, offer: Offer) -> tuple[Mode, ...]:
    """What may have been meant with the video of the draft: words want a mode that can do something with
    words, and a picture one that can do something with it."""
    ways = clip_ways(draft.clip, offer)
    if draft.spare:
        return sorted_for_picture(ways, offer)
    if draft.asked is not Question.REPLY:
        return ways
    return tuple(mode for mode in ways if takes_words(mode, offer))


def sorted_for_picture(ways: tuple[Mode, ...], offer: Offer) -> tuple[Mode, ...]:
    """Those first that have a place for a picture."""
    return tuple(sorted(ways, key=lambda mode: not has_place(mode, offer)))


def has_place(mode: Mode, offer: Offer) -> bool:
    """Whether a picture is of use in this mode, or in what it leads to."""
    return mode is Mode.PARTS or offer.rules(mode).pictures[1] > 0


def takes_words(mode: Mode, offer: Offer) -> bool:
    """Whether words change something in this mode: as a prompt, or spoken."""
    rules = offer.rules(mode)
    return rules.words is not Words.NONE or is_spoken(mode, offer)


def is_spoken(mode: Mode | None, offer: Offer) -> bool:
    """Whether words are not a prompt in this mode but said by somebody."""
    if mode is None or not offer.has(mode):
        return False
    rules = offer.rules(mode)
    return rules.words is Words.NONE and any(one.speech_limit for one in rules.models.values())


def _takes(offer: Offer, mode: Mode, clip: Clip) -> bool:
    rules = offer.rules(mode)
    if _exceeded(rules, clip):
        return False
    if mode is Mode.UPSCALE:
        return isinstance(clip, MadeClip) and not clip.upscaled and _model_fits(clip, offer, mode)
    return isinstance(clip, OwnClip) or (rules.made_clips and _model_fits(clip, offer, mode))


def _exceeded(rules: ModeRules, clip: Clip) -> int:
    """The limit that the video is too long for; 0: none."""
    is_limited = isinstance(clip, OwnClip) or rules.limits_made
    return rules.longest_clip if is_limited and 0 < rules.longest_clip < clip.seconds else 0


def _model_fits(clip: MadeClip, offer: Offer, mode: Mode) -> bool:
    models = offer.rules(mode).clip_models
    return not (clip.model and models) or clip.model in models


def with_clip(
    draft: Draft,
    clip: Clip,
    offer: Offer,
    habits: Habits,
    *,
    question: Question = Question.CLIP,
    speaker: Speaker | None = None,
) -> Draft:
    """The draft works on this video; what it does, the person's habit says, or the card asks.

    A voice that waited for a video gets it. Of an album the first video stays. Raises TooLong, NotAChoice,
    PromptTooLong.
    """
    if _is_of_same_album(draft, clip):
        return draft
    waiting = draft.voice if isinstance(draft, VoiceDraft | ClipDraft) else None
    wanted = any(has_place(mode, offer) for mode in clip_ways(clip, offer))
    spare = _only_picture(draft) if wanted else None
    fresh = ClipDraft(**kept(draft), clip=clip, asked=None if spare else question, spare=spare)
    ways = asked_ways(fresh, offer)
    if not ways:
        raise _why_not(clip, offer)
    speaks = waiting is not None and Mode.LIPSYNC in ways
    usual = None if spare else habits.get(question)
    mode = Mode.LIPSYNC if speaks else ways[0] if len(ways) == 1 else usual
    known = {
        "mode": mode if mode in ways else None,
        "voice": waiting if speaks else None,
        "spare": _only_picture(draft) if speaks else spare,
    }
    known_draft = _equipped(fresh.model_copy(update=known), offer)
    return refitted(_said_aloud(known_draft, offer, speaker), offer)


def _only_picture(draft: Draft) -> Picture | None:
    """A picture that came before the video, alone: it may be meant for it."""
    match draft:
        case PictureDraft(pictures=(picture,)) | ClipDraft(pictures=(picture,)):
            return picture
        case ClipDraft(spare=spare):
            return spare
        case VoiceDraft(aside=aside) if aside:
            return _only_picture(aside)
        case _:
            return None


def _equipped(draft: ClipDraft, offer: Offer) -> ClipDraft:
    """A picture that the mode has a place for is in it; one that it has none for waits."""
    picture = _only_picture(draft)
    rules = offer.rules(draft.mode) if draft.mode and offer.has(draft.mode) else None
    if rules and rules.pictures[1]:
        pictures = (picture,) if picture else ()
        return draft.model_copy(update={"pictures": pictures, "spare": None})
    return draft.model_copy(update={"pictures": (), "spare": picture})


def _said_aloud(draft: ClipDraft, offer: Offer, speaker: Speaker | None) -> Draft:
    """Words that were there before are said, where that is how the mode takes words.

    Raises PromptTooLong.
    """
    silent = draft.voice is None and draft.speech is None
    if not (is_spoken(draft.mode, offer) and silent and draft.prompt and speaker):
        return draft
    return with_speech(draft, draft.prompt, speaker, offer)


def _is_of_same_album(draft: Draft, clip: Clip) -> bool:
    if not (isinstance(draft, ClipDraft) and isinstance(clip, OwnClip)):
        return False
    there = draft.clip
    return isinstance(there, OwnClip) and clip.album is not None and there.album == clip.album


def _why_not(clip: Clip, offer: Offer) -> TooLong | NotAChoice:
    limits = [_exceeded(offer.rules(mode), clip) for mode in CLIP_MODES if offer.has(mode)]
    longest = max(limits, default=0)
    return TooLong(clip.seconds, longest) if longest else NotAChoice()


def with_clip_for(draft: Draft, clip: Clip, mode: Mode, offer: Offer) -> Draft:
    """The draft does this with this video. Raises NotForClip, AlreadySharp, TooLong."""
    check_takes(clip, mode, offer)
    voice = draft.voice if isinstance(draft, VoiceDraft | ClipDraft) else None
    changed = ClipDraft(
        **kept(draft), clip=clip, mode=mode, voice=voice, spare=_only_picture(draft)
    )
    return refitted(_equipped(changed, offer), offer)


def with_target(
    draft: Draft, clip: Clip, target: Target, spare: Picture | None, offer: Offer
) -> Draft:
    """This part of this video is to be swapped, for the picture that is there, or for `spare`.

    Raises NotForClip.
    """
    if not offer.has(Mode.SWAP):
        raise NotForClip(Mode.SWAP)
    picture = _only_picture(draft) or spare
    changed = ClipDraft(**kept(draft), clip=clip, mode=Mode.SWAP, target=target, spare=picture)
    return refitted(_equipped(changed, offer), offer)


def with_follow_up(draft: Draft, clip: MadeClip, follow_up: FollowUp, offer: Offer) -> Draft:
    """The draft asks the provider for what it offers under this video. Raises NotForClip."""
    if not offer.has(Mode.FOLLOW_UP):
        raise NotForClip(Mode.FOLLOW_UP)
    asking = ClipDraft(**kept(draft), clip=clip, mode=Mode.FOLLOW_UP, follow_up=follow_up)
    return refitted(asking, offer)


def check_takes(clip: Clip, mode: Mode, offer: Offer) -> None:
    """Raises TooLong, AlreadySharp, NotForClip."""
    if mode in clip_ways(clip, offer):
        return
    if mode is Mode.UPSCALE and isinstance(clip, MadeClip) and clip.upscaled:
        raise AlreadySharp
    longest = _exceeded(offer.rules(mode), clip) if offer.has(mode) else 0
    if longest:
        raise TooLong(clip.seconds, longest)
    raise NotForClip(mode)


def with_clip_mode(draft: Draft, mode: Mode, offer: Offer, speaker: Speaker | None = None) -> Draft:
    """What to do with the video. Words that are there are said, where that is how the mode takes them.

    Raises NotAChoice, NotForClip, TooLong, PromptTooLong.
    """
    if not isinstance(draft, ClipDraft):
        raise NotAChoice
    check_takes(draft.clip, mode, offer)
    equipped = _equipped(draft.model_copy(update={"mode": mode}), offer)
    changed = _said_aloud(equipped, offer, speaker)
    return check_lengths(refitted(changed, offer), offer)


def with_voice(draft: Draft, voice: Voice, offer: Offer) -> Draft:
    """A voice for the video of the draft, or one that waits for a video. Raises TooLong, NotAChoice."""
    if not offer.has(Mode.LIPSYNC):
        raise NotAChoice
    longest = offer.rules(Mode.LIPSYNC).longest_voice
    if longest and voice.seconds > longest:
        raise TooLong(voice.seconds, longest)
    if isinstance(draft, ClipDraft) and Mode.LIPSYNC in clip_ways(draft.clip, offer):
        changed = draft.model_copy(update={"voice": voice, "mode": Mode.LIPSYNC, "speech": None})
        return refitted(_equipped(changed, offer), offer)
    return refitted(VoiceDraft(**kept(draft), voice=voice, aside=_begun(draft)), offer)


def _begun(draft: Draft) -> Begun | None:
    """What a voice is not to swallow: whatever somebody has given already."""
    if isinstance(draft, VoiceDraft):
        return draft.aside
    return None if isinstance(draft, TextDraft) and draft.prompt is None else draft


def without_voice(draft: Draft) -> Draft:
    """The draft with nothing to say yet; what waited behind a voice goes on."""
    if isinstance(draft, VoiceDraft):
        return draft.aside or TextDraft(**kept(draft))
    gone: dict[str, None] = {"speech": None, "prompt": None}
    if isinstance(draft, ClipDraft):
        gone["voice"] = None
    return draft.model_copy(update=gone)


def with_look(draft: Draft, look: Look, offer: Offer) -> Draft:
    """The video in this ready-made look, whatever words there were. Raises NotAChoice."""
    if not (isinstance(draft, ClipDraft) and takes_looks(draft, offer)):
        raise NotAChoice
    return draft.model_copy(update={"look": look, "prompt": None, "pieces": ()})


def takes_looks(draft: Draft, offer: Offer) -> bool:
    """Whether a ready-made look will do for the draft."""
    if not (isinstance(draft, ClipDraft) and draft.mode and offer.has(draft.mode)):
        return False
    return offer.rules(draft.mode).looks


def look_of(draft: Draft, offer: Offer) -> Look | None:
    """The look that the draft's video gets; words go before it."""
    chosen = draft.look if isinstance(draft, ClipDraft) and not draft.prompt else None
    return chosen if takes_looks(draft, offer) else None


def with_picture_for(draft: ClipDraft, picture: Picture, offer: Offer) -> ClipDraft:
    """The draft with a picture for its video, also where it is not decided yet what is done with it."""
    return _equipped(
        draft.model_copy(update={"pictures": (), "spare": picture, "asked": None}), offer
    )
