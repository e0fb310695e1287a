"""Which model takes which lengths, shapes, sounds and extras: tables only."""

from __future__ import annotations

from dataclasses import dataclass

QUALITIES = ("360p", "540p", "720p", "1080p")
UP_TO_720P = QUALITIES[:3]
RATIOS = ("16:9", "4:3", "1:1", "3:4", "9:16")
_MORE_RATIOS = (*RATIOS, "2:3", "3:2", "21:9")
STYLES = ("anime", "3d_animation", "clay", "comic", "cyberpunk")
CAMERAS = (
    "horizontal_left", "horizontal_right", "vertical_up", "vertical_down", "zoom_in", "zoom_out",
    "crane_up", "quickly_zoom_in", "quickly_zoom_out", "smooth_zoom_in", "camera_rotation",
    "robo_arm", "super_dolly_out", "whip_pan", "hitchcock", "left_follow", "right_follow",
    "pan_left", "pan_right", "fix_bg", "default",
)  # fmt: skip
MOTIONS = ("normal", "fast")
_ANY_LENGTH = tuple(range(1, 16))


@dataclass(frozen=True, slots=True)
class Model:
    name: str
    durations: tuple[int, ...]
    hd_durations: tuple[int, ...]  # with 1080p
    ratios: tuple[str, ...] = RATIOS
    fast: bool = False  # motion_mode
    style: bool = False
    native_audio: bool = False  # generate_audio_switch
    multi_clip: bool = False  # taken; c1 takes it and does nothing with it
    added_sound: bool = False  # sound_effect_*, lip_sync_*
    fusion_images: int = 0


_TABLE = (
    Model("v3.5", (5, 8), (5,), fast=True, style=True, added_sound=True),
    Model("v4", (5, 8), (5,), fast=True, added_sound=True),
    Model("v4.5", (5, 8), (5,), fast=True, added_sound=True, fusion_images=3),
    Model("v5", (5, 8), (5,), added_sound=True, fusion_images=3),
    Model("v5.5", (5, 8, 10), (5, 8), native_audio=True, multi_clip=True, fusion_images=7),
    Model("v5.6", (5, 8, 10), (5, 8), native_audio=True, fusion_images=7),
    Model(
        "v6", _ANY_LENGTH, _ANY_LENGTH, _MORE_RATIOS,
        native_audio=True, multi_clip=True, fusion_images=7,
    ),
    Model(
        "c1", _ANY_LENGTH, _ANY_LENGTH, _MORE_RATIOS,
        native_audio=True, multi_clip=True, fusion_images=7,
    ),
)  # fmt: skip
MODELS = {model.name: model for model in _TABLE}
ALL_RATIOS = _MORE_RATIOS
MULTI_TRANSITION_MODELS = ("v3.5", "v4", "v4.5", "v5")
FUSION_MODELS = tuple(name for name, model in MODELS.items() if model.fusion_images)
FUSION_SOUND_MODELS = ("v5.6", "v6", "c1")
OMNI_MODEL, OMNI_IMAGES = "v6", 10
