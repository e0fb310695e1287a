"""From a draft to a request, and back again for *Change*."""

from typing import TypedDict

from jobs.capabilities import Mode, ModeRules, Options, Words
from jobs.drafts.clips import look_of
from jobs.drafts.models import (
    ClipDraft,
    Draft,
    EffectDraft,
    PictureDraft,
    TextDraft,
    VoiceDraft,
    subject_of,
)
from jobs.drafts.references import stray_reference
from jobs.drafts.seeds import seed_of
from jobs.drafts.words import check_lengths, heard, priced_subject
from jobs.errors import Incomplete, Missing, NotAChoice
from jobs.materials import Look, Speech
from jobs.offer import Offer
from jobs.requests import ClipRequest, EffectRequest, PictureRequest, Request, TextRequest
from jobs.tariff import Price


def price_of(draft: Draft, offer: Offer) -> Price:
    """What the draft would cost as it stands, by the vendor's list."""
    return offer.price(priced_subject(draft, offer), draft.options)


def missing(draft: Draft, offer: Offer) -> Missing | None:
    """What must come before the draft can start; None when it can, or is not offered at all any more."""
    match draft:
        case EffectDraft() if len(draft.pictures) < draft.effect.fewest_pictures:
            return Missing.NEXT_PICTURE if draft.pictures else Missing.FIRST_PICTURE
        case VoiceDraft():
            return Missing.CLIP
        case ClipDraft(mode=None):
            return Missing.CLIP_MODE
        case ClipDraft(mode=Mode() as mode) if mode in offer.modes:
            return _missing_for_clip(draft, offer, offer.rules(mode))
        case _ if draft.prompt is None and _needs_words(draft, offer):
            return Missing.PROMPT
        case _ if stray_reference(draft):
            return Missing.NAMED_PICTURE
        case _:
            return None


def _needs_words(draft: Draft, offer: Offer) -> bool:
    rules = offer.modes.get(subject_of(draft).mode)
    return rules is not None and rules.words is Words.NEEDED


def _missing_for_clip(draft: ClipDraft, offer: Offer, rules: ModeRules) -> Missing | None:
    if rules.needs_voice and draft.voice is None and draft.speech is None:
        return Missing.VOICE
    if len(draft.pictures) < rules.pictures[0]:
        return Missing.FIRST_PICTURE
    if rules.words is Words.NEEDED and draft.prompt is None and look_of(draft, offer) is None:
        return Missing.LOOK if rules.looks else Missing.PROMPT
    return None


class _Common(TypedDict):
    options: Options
    seed: int | None
    negative: str | None
    sound_words: str | None
    speech: Speech | None


def request_of(draft: Draft, offer: Offer) -> Request:
    """The finished request. Raises Incomplete, PromptTooLong, NotAChoice (no longer offered)."""
    if not offer.has(subject_of(draft).mode):
        raise NotAChoice
    lacking = missing(check_lengths(draft, offer), offer)
    if lacking:
        raise Incomplete(lacking)
    look = look_of(draft, offer)
    return _request(draft, _common(draft, offer), _prompt(draft, offer), look)


def _request(draft: Draft, common: _Common, prompt: str | None, look: Look | None) -> Request:
    match draft:
        case TextDraft():
            return TextRequest(**common, prompt=prompt or "")
        case PictureDraft():
            return PictureRequest(
                **common,
                prompt=prompt,
                way=draft.way,
                pictures=draft.pictures,
                segments=draft.segments,
            )
        case EffectDraft():
            return EffectRequest(
                **common, prompt=prompt, effect=draft.effect, pictures=draft.pictures
            )
        case ClipDraft(mode=Mode() as mode):
            voice = None if common["speech"] else draft.voice
            return ClipRequest(
                **common,
                prompt=prompt,
                mode=mode,
                clip=draft.clip,
                voice=voice if mode is Mode.LIPSYNC else None,
                look=look,
                target=draft.target if mode is Mode.SWAP else None,
                pictures=draft.pictures,
                follow_up=draft.follow_up if mode is Mode.FOLLOW_UP else None,
                spare=draft.spare if mode is Mode.PARTS else None,
            )
        case _:
            raise NotAChoice


def _prompt(draft: Draft, offer: Offer) -> str | None:
    takes = offer.rules(subject_of(draft).mode).words is not Words.NONE
    return draft.prompt if takes else None


def _common(draft: Draft, offer: Offer) -> _Common:
    """What the model takes of what was set; the rest was meant for another one."""
    subject = subject_of(draft)
    options = offer.only(subject, draft.options)
    rules = offer.model_rules(subject, options)
    sound_words, speech = heard(draft, offer)
    return {
        "options": options,
        "seed": seed_of(draft, offer),
        "negative": draft.negative if rules.negative_limit else None,
        "sound_words": sound_words,
        "speech": speech,
    }


def draft_of(request: Request, start: Options) -> Draft:
    """A new draft filled in with an old request, for *Change*; `start` fills what it did not have."""
    own = request.options.model_dump(exclude_none=True)
    common: _Common = {
        "options": Options.model_validate({**start.model_dump(), **own}),
        "seed": request.seed,
        "negative": request.negative,
        "sound_words": request.sound_words,
        "speech": request.speech,
    }
    match request:
        case TextRequest():
            return TextDraft(**common, prompt=request.prompt)
        case PictureRequest():
            return PictureDraft(
                **common,
                prompt=request.prompt,
                pictures=request.pictures,
                way=request.way,
                chosen=True,
                segments=request.segments,
            )
        case EffectRequest():
            return EffectDraft(
                **common, prompt=request.prompt, effect=request.effect, pictures=request.pictures
            )
        case ClipRequest():
            return ClipDraft(
                **common,
                prompt=request.prompt,
                clip=request.clip,
                mode=request.mode,
                voice=request.voice,
                look=request.look,
                follow_up=request.follow_up,
                target=request.target,
                spare=request.spare,
                pictures=request.pictures,
            )
