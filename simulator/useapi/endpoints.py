"""Which fields each generation endpoint takes, and what each of them may hold: tables only.

There are two of them: what the vendor offers now, and what it offered in January 2026. What a model
limits further is in `models`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.useapi import models
from simulator.useapi.fields import Flag, Link, Rule, Speaker, Text, Whole

Fields = Mapping[str, Rule]

QUALITIES = ("1080p", "720p", "540p", "360p")
DEFAULT_QUALITY = "540p"
MAX_FRAMES = 7
EFFECT_PICTURES = 5
_FUSION_FRAMES = 9
_SEED = Whole(1, 2_147_483_647)
_PATH = Text(1024)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`models[0]` is what is used when the request names none."""

    name: str
    models: tuple[str, ...]
    fields: Fields
    required: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Era:
    """Which models an endpoint took at a time, and how far their widest limits reached."""

    create: tuple[str, ...]
    frames: tuple[str, ...]
    fusion: tuple[str, ...]
    extend: tuple[str, ...]
    ratios: tuple[str, ...]
    longest: int
    prompt: int
    newer: bool  # the fields and endpoints that came after January 2026


_REPLY: Fields = {"replyUrl": Link(), "replyRef": Text(1024), "maxJobs": Whole(1, 8)}
_COMMON: Fields = {**_REPLY, "email": Text(320), "off_peak_mode": Flag()}
_SOURCE: Fields = {"video_id": Text(1024), "video_path": _PATH}
_ENDS: Fields = {"first_frame_path": _PATH, "last_frame_path": _PATH}


def _audio(effect_limit: int) -> Fields:
    """Sound of v5.5 and later (`audio`) and of v5 (the rest); which goes with which: checks."""
    return {
        "audio": Flag(),
        "auto_sound": Flag(),
        "sound_effect_prompt": Text(effect_limit),
        "lip_sync_tts_prompt": Text(140),
        "lip_sync_tts_speaker_id": Speaker(),
    }


def _prompt(era: Era) -> Fields:
    return {"prompt": Text(era.prompt, filled=False)}


def _picture_fields(names: tuple[str, ...], longest: int) -> Fields:
    return {
        "model": Text(choices=names),
        "quality": Text(choices=QUALITIES),
        "duration": Whole(1, longest),
        "seed": _SEED,
    }


def _frame_paths(count: int) -> Fields:
    return {f"frame_{n}_path": _PATH for n in range(1, count + 1)}


def _create(era: Era) -> Endpoint:
    later: Fields = {**_frame_paths(EFFECT_PICTURES), "multi_shot": Flag()} if era.newer else {}
    fields: Fields = {
        **_COMMON,
        **_prompt(era),
        **_picture_fields(era.create, era.longest),
        **_audio(2048),
        **_ENDS,
        "template_id": Whole(1, 2**53 - 1),
        "aspect_ratio": Text(choices=era.ratios),
        "preview_mode": Flag(),
    }
    return Endpoint("create", era.create, {**fields, **later})


def _frames(era: Era) -> Endpoint:
    fields: Fields = {
        **_COMMON,
        **_prompt(era),
        **_picture_fields(era.frames, 8),
        **_audio(2048),
        **_ENDS,
        "preview_mode": Flag(),
    }
    return Endpoint("create-frames", era.frames, fields, ("first_frame_path", "last_frame_path"))


def _transition() -> Endpoint:
    names = ("v5.6", "v5.5", "v5")
    steps = [f"{n}_to_{n + 1}" for n in range(1, MAX_FRAMES)]
    fields: Fields = {
        **_COMMON,
        **_frame_paths(MAX_FRAMES),
        **{f"prompt_{step}": Text(2048, filled=False) for step in steps},
        **{f"duration_{step}": Whole(1, 8, or_text=True) for step in steps},
        **_audio(140),
        "model": Text(choices=names),
        "quality": Text(choices=QUALITIES),
        "seed": _SEED,
        "preview_mode": Flag(),
    }
    return Endpoint("create-transition", names, fields, ("frame_1_path", "frame_2_path"))


def _fusion(era: Era) -> Endpoint:
    frames = _FUSION_FRAMES if era.newer else 3
    fields: Fields = {
        **_COMMON,
        **_picture_fields(era.fusion, era.longest),
        **_frame_paths(frames),
        "prompt": Text(2048),
        "aspect_ratio": Text(choices=era.ratios),
        "seed": Whole(1, 999_999),
    }
    return Endpoint("create-fusion", era.fusion, fields, ("prompt", "frame_1_path"))


def _extend(era: Era) -> Endpoint:
    later: Fields = {"audio": Flag()} if era.newer else {}
    fields = {**_COMMON, **_prompt(era), **_SOURCE, **_picture_fields(era.extend, era.longest)}
    return Endpoint("extend", era.extend, {**fields, **later})


def _modify() -> Endpoint:
    fields: Fields = {
        **_COMMON,
        **_SOURCE,
        "prompt": Text(2048),
        "model": Text(choices=("v5.5",)),
        "quality": Text(choices=QUALITIES[1:]),
        "seed": _SEED,
    }
    return Endpoint("modify", ("v5.5",), fields, ("prompt",))


def _lipsync() -> Endpoint:
    fields: Fields = {
        **_COMMON,
        **_SOURCE,
        "prompt": Text(200),
        "audio_path": _PATH,
        "speaker_id": Speaker(),
        "original_sound_switch": Flag(),
    }
    return Endpoint("lipsync", ("v5",), fields)


def _upscale(era: Era) -> Endpoint:
    """The models are those whose videos it takes; it has no such field."""
    names = tuple(name for name in era.create if name in ("v6", *models.JANUARY))
    return Endpoint("upscale", names, {**_REPLY, "video_id": Text(1024)}, ("video_id",))


def _motion_control() -> Endpoint:
    fields: Fields = {
        **_COMMON,
        "model": Text(choices=("v5.6",)),
        "frame_1_path": _PATH,
        "video_1_path": _PATH,
        "quality": Text(choices=QUALITIES[1:]),
    }
    return Endpoint("motion-control", ("v5.6",), fields, ("frame_1_path", "video_1_path"))


def _table(era: Era) -> Mapping[str, Endpoint]:
    made = [_create(era), _frames(era), _transition(), _fusion(era), _extend(era)]
    made += [_modify(), _lipsync(), _upscale(era)]
    return {one.name: one for one in (*made, *([_motion_control()] if era.newer else []))}


JANUARY = _table(
    Era(
        create=models.JANUARY,
        frames=models.JANUARY,
        fusion=("v5",),
        extend=("v5.5", "v5"),
        ratios=models.RATIOS,
        longest=10,
        prompt=2048,
        newer=False,
    )
)
NOW = _table(
    Era(
        create=(*models.NEWER, *models.THIRD_PARTY),
        frames=(*models.JANUARY, "v6", "pixverse-c1", *models.THIRD_PARTY),
        fusion=("pixverse-c1", "v5.6", "v5", "kling-o3", *models.SEEDANCE),
        extend=("v6", "v5.5", "v5"),
        ratios=(*models.RATIOS, "3:2", "2:3", "21:9"),
        longest=15,
        prompt=5000,
        newer=True,
    )
)
# Names of older versions that the real service still answers.
ALIASES = {"create-v4": "create", "create-frames-v4": "create-frames", "extend-v4": "extend"}
