"""Bodies that change a video, or make a picture move or speak.

Vendor: Extend, Lipsync, Sound Effect, Restyle, Mask Selection, Swap, Modify, Mimic, Upscale and
Avatar.
"""

from __future__ import annotations

from typing import Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from pixverse.platform.requests import (
    Body,
    Generation,
    Id,
    Model,
    MotionMode,
    Prompt,
    Quality,
    Seed,
    ShortPrompt,
    SourceBody,
    Speech,
    Style,
    Text,
    check_length,
    check_length_at_1080p,
    check_motion,
    check_prompt,
    check_speech,
    check_style,
)
from pixverse.platform.switches import Switches

LowQuality = Literal["360p", "540p", "720p"]


class ExtendBody(Generation, SourceBody):
    """POST video/extend/generate: go on from a video's end."""

    endpoint_path: ClassVar[str] = "/video/extend/generate"

    prompt: ShortPrompt
    model: Model
    duration: int
    quality: Quality
    seed: Seed | None = None
    """Needed while ``Switches.extend_requires_seed`` says so, as it does at first."""
    motion_mode: MotionMode | None = None
    style: Style | None = None
    water_mark: bool | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_length(self.model, self.quality, self.duration)
        check_motion(self.motion_mode, self.model, self.quality, self.duration)
        check_style(self.style, self.model)
        return self

    def check_switches(self, switches: Switches) -> None:
        super().check_switches(switches)
        check_length_at_1080p(switches, self.model, self.quality, self.duration)
        if self.seed is None and switches.extend_requires_seed:
            raise ValueError("a continuation has a seed")
        if self.style is not None and self.style not in switches.styles:
            raise ValueError("there is no such style")

    def wire(self, switches: Switches) -> dict[str, Any]:
        fields = super().wire(switches)
        if switches.extend_sends_water_mark:
            fields.setdefault("water_mark", False)
        return fields


class Speaking(Body):
    """Where a voice comes from: an uploaded sound, or words and a speaker."""

    audio_media_id: Id | None = None
    lip_sync_tts_speaker_id: Text | None = None
    lip_sync_tts_content: Speech | None = None

    def check_switches(self, switches: Switches) -> None:
        super().check_switches(switches)
        check_speech(switches, self.lip_sync_tts_content)

    @model_validator(mode="after")
    def _check_voice(self) -> Self:
        words = (self.lip_sync_tts_speaker_id, self.lip_sync_tts_content)
        if (self.audio_media_id is None) != all(words) or any(words) != all(words):
            raise ValueError("either a sound, or words and a speaker")
        return self


class LipSyncBody(Generation, SourceBody, Speaking):
    """POST video/lip_sync/generate: make a video speak. Video and sound have at most 30 s."""

    endpoint_path: ClassVar[str] = "/video/lip_sync/generate"


class SoundEffectBody(Generation, SourceBody):
    """POST video/sound_effect/generate: a sound that fits, or that is described."""

    endpoint_path: ClassVar[str] = "/video/sound_effect/generate"

    original_sound_switch: bool | None = None
    """Whether the sound that the video has is kept."""
    sound_effect_content: ShortPrompt | None = None

    def check_switches(self, switches: Switches) -> None:
        super().check_switches(switches)
        if self.sound_effect_content is None and switches.sound_effect_requires_words:
            raise ValueError("a sound effect is described")


class RestyleBody(Generation, SourceBody):
    """POST video/restyle/generate: another look for a video of at most 16 s."""

    endpoint_path: ClassVar[str] = "/video/restyle/generate"

    restyle_id: Id | None = None
    restyle_prompt: Prompt | None = None
    seed: Seed | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if (self.restyle_id is None) == (self.restyle_prompt is None):
            raise ValueError("exactly one of restyle_id and restyle_prompt")
        return self

    def check_switches(self, switches: Switches) -> None:
        super().check_switches(switches)
        check_prompt(switches, self.restyle_prompt)


class MaskSelectionBody(SourceBody):
    """POST video/mask/selection: what could be replaced in a video. Answered at once, 2 credits."""

    keyframe_id: Id | None = None


class SwapBody(Generation, SourceBody):
    """POST video/swap/generate: replace what a mask covers with what a picture shows."""

    endpoint_path: ClassVar[str] = "/video/swap/generate"

    keyframe_id: Id
    mask_id: Text
    img_id: Id
    quality: LowQuality
    original_sound_switch: bool | None = None


class ModifyBody(Generation, SourceBody):
    """POST video/modify/generate: change a video by words.

    In the prompt ``@img0`` is the first of ``img_ids``, ``@selection0`` the first of ``mask_ids``.
    """

    endpoint_path: ClassVar[str] = "/video/modify/generate"

    prompt: Prompt
    quality: LowQuality
    img_ids: tuple[Id, ...] | None = Field(None, min_length=1, max_length=3)
    mask_ids: tuple[Text, ...] | None = Field(None, min_length=1, max_length=3)
    keyframe_ids: tuple[Id, ...] | None = Field(None, min_length=1)

    def check_switches(self, switches: Switches) -> None:
        super().check_switches(switches)
        check_prompt(switches, self.prompt)
        if switches.keyframe_ids == "number" and len(self.keyframe_ids or (1,)) > 1:
            raise ValueError("a change knows one key frame")

    def wire(self, switches: Switches) -> dict[str, Any]:
        fields = super().wire(switches)
        if self.keyframe_ids and switches.keyframe_ids == "number":
            fields["keyframe_ids"] = self.keyframe_ids[0]
        return fields


class MimicBody(Generation, SourceBody):
    """POST video/mimic/generate: give the movement of a video to what a picture shows."""

    endpoint_path: ClassVar[str] = "/video/mimic/generate"

    img_id: Id
    quality: Quality

    def check_switches(self, switches: Switches) -> None:
        super().check_switches(switches)
        if self.quality == "1080p" and not switches.mimic_at_1080p:
            raise ValueError("a movement is not copied at 1080p")


class UpscaleBody(Generation, SourceBody):
    """POST video/upscale/generate: more pixels."""

    endpoint_path: ClassVar[str] = "/video/upscale/generate"


class AvatarBody(Generation, Speaking):
    """POST video/avatar/generate: make a picture speak."""

    endpoint_path: ClassVar[str] = "/video/avatar/generate"

    img_id: Id
    quality: Quality
