"""A draft: a request being written. Each state carries exactly what is known by then.

Every function here takes a draft and returns the next one. Nothing is stored and nobody is asked.
"""

from jobs.drafts.clips import clip_ways, with_clip, with_clip_mode, with_voice
from jobs.drafts.finishing import draft_of, missing, price_of, request_of
from jobs.drafts.models import (
    ClipDraft,
    Draft,
    EffectDraft,
    PictureDraft,
    TextDraft,
    VoiceDraft,
    messages_of,
    pictures_of,
    subject_of,
)
from jobs.drafts.options import blank, refitted, with_option, with_seed
from jobs.drafts.pictures import (
    swapped,
    with_effect,
    with_picture,
    with_picture_moved,
    with_picture_replaced,
    with_segment_seconds,
    with_way,
    without_effect,
    without_picture,
    without_pictures,
)
from jobs.drafts.words import (
    has_words,
    with_negative,
    with_prompt,
    with_segment_prompt,
    with_sound_words,
    with_speech,
    without_words,
)

__all__ = [
    "ClipDraft",
    "Draft",
    "EffectDraft",
    "PictureDraft",
    "TextDraft",
    "VoiceDraft",
    "blank",
    "clip_ways",
    "draft_of",
    "has_words",
    "messages_of",
    "missing",
    "pictures_of",
    "price_of",
    "refitted",
    "request_of",
    "subject_of",
    "swapped",
    "with_clip",
    "with_clip_mode",
    "with_effect",
    "with_negative",
    "with_option",
    "with_picture",
    "with_picture_moved",
    "with_picture_replaced",
    "with_prompt",
    "with_seed",
    "with_segment_prompt",
    "with_segment_seconds",
    "with_sound_words",
    "with_speech",
    "with_voice",
    "with_way",
    "without_effect",
    "without_picture",
    "without_pictures",
    "without_words",
]
