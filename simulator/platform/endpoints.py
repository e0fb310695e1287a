"""Which fields each generation takes, and which of them it needs: tables only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.platform.envelope import Code
from simulator.platform.fields import Choice, Digits, Flag, Id, Many, Record, Rule, Text, Whole
from simulator.platform.models import (
    ALL_RATIOS,
    CAMERAS,
    FUSION_MODELS,
    MODELS,
    MOTIONS,
    MULTI_TRANSITION_MODELS,
    OMNI_IMAGES,
    QUALITIES,
    STYLES,
    UP_TO_720P,
)

Fields = Mapping[str, Rule]

_SEED = Whole(0, 2_147_483_647)
_MODEL = Choice(tuple(MODELS))
_QUALITY = Choice(QUALITIES)
_MEDIUM = Choice(UP_TO_720P)
_SECONDS = Whole(0, 15)
_RATIO = Choice(ALL_RATIOS)
_LONG_PROMPT = Text(2048, 5000)
_MOST_IMAGES = 9


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`creation` is what the usage detail calls it; `hooked` ones tell a webhook how they end."""

    name: str
    creation: str
    fields: Fields
    required: tuple[str, ...] = ()
    hooked: bool = False

    @property
    def path(self) -> str:
        return f"/video/{self.name}/generate"


_HOOK: Fields = {"webhook_id": Digits()}
_SOURCE: Fields = {"source_video_id": Id(), "video_media_id": Id()}
_SPEECH: Fields = {
    "lip_sync_tts_content": Text(5000),  # its own limit: checks.speech
    "lip_sync_tts_speaker_id": Text(64),
}
_SOUND: Fields = {
    "generate_audio_switch": Flag(),
    "sound_effect_switch": Flag(),
    "sound_effect_content": Text(2048),
    # Both names of one switch are found in the vendor's pages.
    "lip_sync_tts_switch": Flag(),
    "lip_sync_switch": Flag(),
    **_SPEECH,
}
_CREATION: Fields = {
    **_HOOK,
    **_SOUND,
    "prompt": _LONG_PROMPT,
    "negative_prompt": Text(2048, code=Code.NEGATIVE_PROMPT_TOO_LONG),
    "model": _MODEL,
    "duration": _SECONDS,
    "quality": _QUALITY,
    "seed": _SEED,
    "motion_mode": Choice(MOTIONS),
    "style": Choice((*STYLES, "realistic")),
    "camera_movement": Choice(CAMERAS),
    "generate_multi_clip_switch": Flag(),
    "template_id": Id(),
    "water_mark": Flag(),
}
_TIMED = ("model", "duration", "quality")

TEXT = Endpoint(
    "text",
    "text_to_video",
    {**_CREATION, "aspect_ratio": _RATIO},
    _TIMED,
    hooked=True,
)
IMAGE = Endpoint(
    "img",
    "image_to_video",
    {
        **_CREATION,
        "prompt": Text(2048),
        "img_id": Id(),
        "img_ids": Many(Id(), _MOST_IMAGES),
    },
    _TIMED,
    hooked=True,
)
TRANSITION = Endpoint(
    "transition",
    "transition",
    {
        **_HOOK,
        **_SOUND,
        "first_frame_img": Id(),
        "last_frame_img": Id(),
        "prompt": Text(2048),
        "model": _MODEL,
        "duration": _SECONDS,
        "quality": _QUALITY,
        "motion_mode": Choice(MOTIONS),
        "seed": _SEED,
    },
    ("first_frame_img", "last_frame_img", "prompt", *_TIMED),
)
_STEP = Record(
    {"img_id": Id(), "duration": Whole(0, 8), "prompt": Text(2048)},
    ("img_id",),
)
MULTI_TRANSITION = Endpoint(
    "multi_transition",
    "multi_transition",
    {
        **_HOOK,
        "multi_transition": Many(_STEP, 7),
        "model": Choice(MULTI_TRANSITION_MODELS),
        "quality": _QUALITY,
    },
    ("multi_transition", "model", "quality"),
)
_REFERENCE = Record(
    {"type": Choice(("subject", "background")), "img_id": Id(), "ref_name": Text(64)},
    ("img_id",),
)
_VIDEO_REFERENCE = Record({**_SOURCE, "ref_name": Text(64)})
FUSION = Endpoint(
    "fusion",
    "fusion",
    {
        **_HOOK,
        "image_references": Many(_REFERENCE, OMNI_IMAGES),
        "video_references": Many(_VIDEO_REFERENCE, OMNI_IMAGES),
        "reference_mode": Choice(("omni",)),
        "prompt": Text(2048),
        "model": Choice(FUSION_MODELS),
        "duration": _SECONDS,
        "quality": _QUALITY,
        "aspect_ratio": _RATIO,
        "generate_audio_switch": Flag(),
        "seed": _SEED,
    },
    ("image_references", "prompt", "model", "quality", "aspect_ratio"),
)
EXTEND = Endpoint(
    "extend",
    "extend",
    {
        **_HOOK,
        **_SOURCE,
        "prompt": Text(2048),
        "model": _MODEL,
        "duration": _SECONDS,
        "quality": _QUALITY,
        "seed": _SEED,
        "motion_mode": Choice(MOTIONS),
        "style": Choice((*STYLES, "realistic")),
        "water_mark": Flag(),
    },
    ("prompt", *_TIMED),
)
LIP_SYNC = Endpoint("lip_sync", "lip_sync", {**_HOOK, **_SOURCE, **_SPEECH, "audio_media_id": Id()})
SOUND_EFFECT = Endpoint(
    "sound_effect",
    "sound_effect",
    {
        **_HOOK,
        **_SOURCE,
        "original_sound_switch": Flag(),
        "sound_effect_content": Text(2048),
    },
)
RESTYLE = Endpoint(
    "restyle",
    "restyle",
    {**_HOOK, **_SOURCE, "restyle_id": Id(), "restyle_prompt": _LONG_PROMPT, "seed": _SEED},
)
SWAP = Endpoint(
    "swap",
    "swap",
    {
        **_HOOK,
        **_SOURCE,
        "keyframe_id": Whole(0, 10_000),
        "mask_id": Text(64),
        "img_id": Id(),
        "quality": _MEDIUM,
        "original_sound_switch": Flag(),
    },
    ("keyframe_id", "mask_id", "img_id", "quality"),
)
MODIFY = Endpoint(
    "modify",
    "modify",
    {
        **_HOOK,
        **_SOURCE,
        "prompt": _LONG_PROMPT,
        "img_ids": Many(Id(), 3),
        "mask_ids": Many(Text(64), 3),
        "keyframe_ids": Whole(0, 10_000),
        "quality": _MEDIUM,
    },
    ("prompt", "quality"),
)
MIMIC = Endpoint(
    "mimic",
    "mimic",
    {**_HOOK, **_SOURCE, "img_id": Id(), "quality": _QUALITY},
    ("img_id", "quality"),
)
UPSCALE = Endpoint("upscale", "upscale", {**_HOOK, **_SOURCE})
AVATAR = Endpoint(
    "avatar",
    "avatar",
    {**_HOOK, **_SPEECH, "img_id": Id(), "quality": _QUALITY, "audio_media_id": Id()},
    ("img_id", "quality"),
)
IMAGE_TEMPLATE = Endpoint(
    "image_template",
    "image_to_image",
    {"img_ids": Many(Id(), _MOST_IMAGES), "template_id": Id()},
    ("img_ids", "template_id"),
)
MASK_SELECTION = Endpoint(
    "mask_selection", "swap_mask", {**_SOURCE, "keyframe_id": Whole(0, 10_000)}
)
