"""Bodies that make a video of words, pictures or an effect, and the one that makes a picture.

Vendor: Text-to-Video, Image-to-Video, Transition and Multi-transition Generation.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from pixverse.platform.requests import (
    MULTI_CLIP_MODELS,
    AfterSound,
    AspectRatio,
    Body,
    Generation,
    Id,
    Model,
    MotionMode,
    Prompt,
    Quality,
    Seed,
    ShortPrompt,
    Sound,
    Style,
    check_length,
    check_length_at_1080p,
    check_motion,
    check_prompt,
    check_ratio,
    check_style,
)
from pixverse.platform.switches import Switches

CameraMovement = Literal[
    "horizontal_left",
    "horizontal_right",
    "vertical_up",
    "vertical_down",
    "zoom_in",
    "zoom_out",
    "crane_up",
    "quickly_zoom_in",
    "quickly_zoom_out",
    "smooth_zoom_in",
    "camera_rotation",
    "robo_arm",
    "super_dolly_out",
    "whip_pan",
    "hitchcock",
    "left_follow",
    "right_follow",
    "pan_left",
    "pan_right",
    "fix_bg",
    "default",
]


class VideoBody(Generation, Sound):
    """What videos of words and of a picture share."""

    webhook_is_confirmed: ClassVar[bool] = True

    prompt: Prompt
    model: Model
    duration: int
    quality: Quality
    seed: Seed | None = None
    negative_prompt: ShortPrompt | None = None
    motion_mode: MotionMode | None = None
    style: Style | None = None
    camera_movement: CameraMovement | None = None
    generate_multi_clip_switch: bool | None = None
    water_mark: bool | None = None

    @model_validator(mode="after")
    def _check_video(self) -> Self:
        check_length(self.model, self.quality, self.duration)
        check_motion(self.motion_mode, self.model, self.quality, self.duration)
        check_style(self.style, self.model)
        self.check_sound(self.model)
        if self.generate_multi_clip_switch and self.model not in MULTI_CLIP_MODELS:
            raise ValueError("this model makes no videos of several clips")
        return self

    def check_switches(self, switches: Switches) -> None:
        super().check_switches(switches)
        check_prompt(switches, self.prompt)
        check_length_at_1080p(switches, self.model, self.quality, self.duration)
        if self.negative_prompt is not None and not switches.negative_prompts:
            raise ValueError("negative prompts are not taken")
        if self.style is not None and self.style not in switches.styles:
            raise ValueError("there is no such style")
        if self.camera_movement is not None and self.model not in switches.camera_models:
            raise ValueError("this model moves no camera")


class TextBody(VideoBody):
    """POST video/text/generate: from words."""

    endpoint_path: ClassVar[str] = "/video/text/generate"

    aspect_ratio: AspectRatio

    @model_validator(mode="after")
    def _check_ratio(self) -> Self:
        check_ratio(self.aspect_ratio, self.model)
        return self


class ImageBody(VideoBody):
    """POST video/img/generate: from a picture, whose shape the video takes."""

    endpoint_path: ClassVar[str] = "/video/img/generate"

    img_id: Id


class TemplateBody(Generation, AfterSound):
    """POST video/img/generate, or video/text/generate without pictures: an effect.

    Prompt, model and duration must be there and do not matter: the effect decides. Here
    ``sound_effect_switch`` is the effect's own music.
    """

    webhook_is_confirmed: ClassVar[bool] = True

    template_id: Id
    img_ids: tuple[Id, ...] = ()
    """As many as the effect takes; a single one is sent as ``img_id``."""
    quality: Quality
    prompt: Annotated[str, StringConstraints(max_length=5000)] = ""
    model: Model = "v5"
    duration: int = 5
    aspect_ratio: AspectRatio | None = None
    seed: Seed | None = None
    negative_prompt: ShortPrompt | None = None
    water_mark: bool | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if bool(self.img_ids) == (self.aspect_ratio is not None):
            raise ValueError("an aspect ratio is for effects without a picture")
        if self.aspect_ratio is not None:
            check_ratio(self.aspect_ratio, self.model)
        return self

    @property
    def endpoint(self) -> str:
        return ImageBody.endpoint_path if self.img_ids else TextBody.endpoint_path

    def check_switches(self, switches: Switches) -> None:
        super().check_switches(switches)
        check_prompt(switches, self.prompt)
        if self.negative_prompt is not None and not switches.negative_prompts:
            raise ValueError("negative prompts are not taken")

    def wire(self, switches: Switches) -> dict[str, Any]:
        fields = super().wire(switches)
        if len(self.img_ids) < 2:
            del fields["img_ids"]
        if len(self.img_ids) == 1:
            fields["img_id"] = self.img_ids[0]
        return fields


class ImageTemplateBody(Generation):
    """POST image/template/generate: an effect whose result is a picture."""

    endpoint_path: ClassVar[str] = "/image/template/generate"

    template_id: Id
    img_ids: tuple[Id, ...] = Field(min_length=1)


class TransitionBody(Generation, Sound):
    """POST video/transition/generate: from a first picture to a last one."""

    endpoint_path: ClassVar[str] = "/video/transition/generate"

    first_frame_img: Id
    last_frame_img: Id
    prompt: ShortPrompt
    model: Model
    duration: int
    quality: Quality
    motion_mode: MotionMode | None = None
    seed: Seed | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_length(self.model, self.quality, self.duration)
        check_motion(self.motion_mode, self.model, self.quality, self.duration)
        self.check_sound(self.model)
        return self

    def check_switches(self, switches: Switches) -> None:
        super().check_switches(switches)
        check_length_at_1080p(switches, self.model, self.quality, self.duration)


class Station(Body):
    """A picture on the way, and how the video goes on from it; the last one leads nowhere."""

    img_id: Id
    duration: Annotated[int, Field(ge=1)] | None = None
    prompt: ShortPrompt | None = None


class MultiTransitionBody(Generation):
    """POST video/multi_transition/generate: through 2 to 7 pictures."""

    endpoint_path: ClassVar[str] = "/video/multi_transition/generate"

    stations: tuple[Station, ...] = Field(alias="multi_transition", min_length=2, max_length=7)
    model: Literal["v3.5", "v4", "v4.5", "v5"]
    quality: Quality

    @model_validator(mode="after")
    def _check(self) -> Self:
        if any(station.duration is None for station in self.stations[:-1]):
            raise ValueError("every picture but the last has a duration")
        return self

    def check_switches(self, switches: Switches) -> None:
        super().check_switches(switches)
        if sum(one.duration or 0 for one in self.stations) > switches.longest_multi_transition:
            raise ValueError("all segments together are too long")
