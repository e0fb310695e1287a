"""Which fields each generation endpoint takes, and what each of them may hold: tables only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.useapi.fields import Flag, Link, Rule, Speaker, Text, Whole

Fields = Mapping[str, Rule]

QUALITIES = ("1080p", "720p", "540p", "360p")
RATIOS = ("16:9", "9:16", "1:1", "4:3", "3:4")
DEFAULT_QUALITY = "540p"
MAX_FRAMES = 7
_SEED = Whole(1, 2_147_483_647)
_PATH = Text(1024)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`models[0]` is what is used when the request names none."""

    name: str
    models: tuple[str, ...]
    fields: Fields
    required: tuple[str, ...] = ()


_REPLY: Fields = {"replyUrl": Link(), "replyRef": Text(1024), "maxJobs": Whole(1, 8)}
_COMMON: Fields = {**_REPLY, "email": Text(320), "off_peak_mode": Flag()}
_PROMPT: Fields = {"prompt": Text(2048, filled=False)}
_SOURCE: Fields = {"video_id": Text(1024), "video_path": _PATH}


def _audio(effect_limit: int) -> Fields:
    """Sound of v5.5 and v5.6 (`audio`) and of v5 (the rest); which goes with which: checks."""
    return {
        "audio": Flag(),
        "auto_sound": Flag(),
        "sound_effect_prompt": Text(effect_limit),
        "lip_sync_tts_prompt": Text(140),
        "lip_sync_tts_speaker_id": Speaker(),
    }


def _picture_fields(models: tuple[str, ...], longest: int) -> Fields:
    return {
        "model": Text(choices=models),
        "quality": Text(choices=QUALITIES),
        "duration": Whole(1, longest),
        "seed": _SEED,
    }


def _transition_fields() -> Fields:
    frames: Fields = {f"frame_{n}_path": _PATH for n in range(1, MAX_FRAMES + 1)}
    steps = range(1, MAX_FRAMES)
    prompts: Fields = {f"prompt_{n}_to_{n + 1}": Text(2048, filled=False) for n in steps}
    seconds: Fields = {f"duration_{n}_to_{n + 1}": Whole(1, 8, or_text=True) for n in steps}
    return {**frames, **prompts, **seconds}


_ALL = ("v5.6", "v5.5", "v5", "v5-fast")

CREATE = Endpoint(
    "create",
    _ALL,
    {
        **_COMMON,
        **_PROMPT,
        **_picture_fields(_ALL, 10),
        **_audio(2048),
        "first_frame_path": _PATH,
        "last_frame_path": _PATH,
        "template_id": Whole(1, 2**53 - 1),
        "aspect_ratio": Text(choices=RATIOS),
        "preview_mode": Flag(),
    },
)
FRAMES = Endpoint(
    "create-frames",
    _ALL,
    {
        **_COMMON,
        **_PROMPT,
        **_picture_fields(_ALL, 8),
        **_audio(2048),
        "first_frame_path": _PATH,
        "last_frame_path": _PATH,
        "preview_mode": Flag(),
    },
    ("first_frame_path", "last_frame_path"),
)
_TRANSITION_MODELS = ("v5.6", "v5.5", "v5")
TRANSITION = Endpoint(
    "create-transition",
    _TRANSITION_MODELS,
    {
        **_COMMON,
        **_transition_fields(),
        **_audio(140),
        "model": Text(choices=_TRANSITION_MODELS),
        "quality": Text(choices=QUALITIES),
        "seed": _SEED,
        "preview_mode": Flag(),
    },
    ("frame_1_path", "frame_2_path"),
)
FUSION = Endpoint(
    "create-fusion",
    ("v5",),
    {
        **_COMMON,
        **_picture_fields(("v5",), 10),
        "prompt": Text(2048),
        "frame_1_path": _PATH,
        "frame_2_path": _PATH,
        "frame_3_path": _PATH,
        "aspect_ratio": Text(choices=RATIOS),
        "seed": Whole(1, 999_999),
    },
    ("prompt", "frame_1_path"),
)
EXTEND = Endpoint(
    "extend",
    ("v5.5", "v5"),
    {**_COMMON, **_PROMPT, **_SOURCE, **_picture_fields(("v5.5", "v5"), 10)},
)
MODIFY = Endpoint(
    "modify",
    ("v5.5",),
    {
        **_COMMON,
        **_SOURCE,
        "prompt": Text(2048),
        "model": Text(choices=("v5.5",)),
        "quality": Text(choices=QUALITIES[1:]),
        "seed": _SEED,
    },
    ("prompt",),
)
LIPSYNC = Endpoint(
    "lipsync",
    ("v5",),
    {
        **_COMMON,
        **_SOURCE,
        "prompt": Text(200),
        "audio_path": _PATH,
        "speaker_id": Speaker(),
        "original_sound_switch": Flag(),
    },
)
UPSCALE = Endpoint("upscale", (), {**_REPLY, "video_id": Text(1024)}, ("video_id",))

ENDPOINTS = (CREATE, FRAMES, TRANSITION, FUSION, EXTEND, MODIFY, LIPSYNC, UPSCALE)
# Names of older versions that the real service still answers.
ALIASES = {"create-v4": CREATE, "create-frames-v4": FRAMES, "extend-v4": EXTEND}
