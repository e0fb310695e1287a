"""The bodies that useapi.net takes to make a video: one per endpoint, none that it would refuse.

See ``bodies`` for what they share, ``remakes`` for what changes a video. Vendor: POST videos/create and its sister pages; models v6,
v5.6, v5.5, v5, v5-fast and pixverse-c1.
"""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, SecretStr, SerializationInfo, field_serializer, model_validator

from pixverse.bodies import Body
from pixverse.useapi.bodies import (
    C1,
    V6,
    AccountJobBody,
    AspectRatio,
    FusionSeed,
    Jobs,
    LongPrompt,
    Prompt,
    Quality,
    Seconds8,
    Seconds10,
    Seconds15,
    Seed,
    SegmentSeconds,
    ShortText,
    SoundBody,
    Text,
    check_length,
    check_prompt,
    check_ratio,
    count_frames,
)

MOST_FRAMES = 7
MOST_EFFECT_PICTURES = 5
FUSION_FRAMES = {"v5": 3, "v5.6": 7, C1: 7}
"""Pictures that a model can join. v5 calls them ``@pic1``, the others ``@image1``."""


class AccountBody(Body):
    """POST accounts/email: configure, or unlock, a PixVerse account (e-mail login only)."""

    email: Text = Field(repr=False)
    password: SecretStr = Field(min_length=1)
    max_jobs: Jobs = Field(alias="maxJobs")
    token: SecretStr | None = None
    """Only to share a browser's session; must be absent when the account is first created."""

    @field_serializer("password", "token")
    def _reveal(self, secret: SecretStr | None, _info: SerializationInfo) -> str | None:
        return secret.get_secret_value() if secret else None


class CreateBody(SoundBody):
    """POST videos/create: from words, a picture, or an effect (``template_id``).

    Exactly one of ``model`` and ``template_id``. 1 to 15 s with v6, else 1 to 10 s, at 1080p 8 s;
    a template has its own length. ``multi_shot`` (several camera takes) is for v6.

    An effect of one picture takes ``first_frame_path``, of two also ``last_frame_path``. One of
    three to five (``Effect.images_needed``, N) takes 2 to N pictures as ``frame_1_path`` … and
    neither of those two.
    """

    model: Literal["v6", "v5.6", "v5.5", "v5", "v5-fast", "pixverse-c1"] | None = None
    template_id: int | None = Field(None, ge=1)
    prompt: LongPrompt | None = None
    first_frame_path: Text | None = None
    last_frame_path: Text | None = None
    frame_1_path: Text | None = None
    frame_2_path: Text | None = None
    frame_3_path: Text | None = None
    frame_4_path: Text | None = None
    frame_5_path: Text | None = None
    duration: Seconds15 | None = None
    quality: Quality | None = None
    aspect_ratio: AspectRatio | None = None
    multi_shot: bool | None = None
    preview_mode: bool | None = None
    seed: Seed | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if (self.model is None) == (self.template_id is None):
            raise ValueError("a model or a template, not both")
        if self.template_id is None and not (self.prompt or self.first_frame_path):
            raise ValueError("a prompt, a picture or a template is needed")
        if self.multi_shot is not None and self.model != V6:
            raise ValueError("several takes need model v6")
        self._check_pictures()
        check_length(self.model, self.quality, self.duration)
        check_prompt(self.model, self.prompt)
        check_ratio(self.model, self.aspect_ratio)
        self._check_sound(self.model)
        return self

    def _check_pictures(self) -> None:
        if self.last_frame_path and not self.first_frame_path:
            raise ValueError("a last frame needs a first frame")
        frames = count_frames(self, MOST_EFFECT_PICTURES)
        if not frames:
            return
        if self.template_id is None or self.first_frame_path:
            raise ValueError("numbered frames are for a template, in place of first and last")
        if frames < 2:
            raise ValueError("numbered frames are two at least")


class CreateFramesBody(SoundBody):
    """POST videos/create-frames: from a first and a last picture, 1 to 8 s."""

    model: Literal["v6", "v5.6", "v5.5", "v5", "v5-fast", "pixverse-c1"]
    first_frame_path: Text
    last_frame_path: Text
    prompt: LongPrompt | None = None
    duration: Seconds8 | None = None
    quality: Quality | None = None
    preview_mode: bool | None = None
    seed: Seed | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_prompt(self.model, self.prompt)
        self._check_sound(self.model)
        return self


class CreateTransitionBody(SoundBody):
    """POST videos/create-transition: through 2 to 7 pictures; more than two need model v5."""

    model: Literal["v5.6", "v5.5", "v5"]
    sound_effect_prompt: ShortText | None = None
    frame_1_path: Text
    frame_2_path: Text
    frame_3_path: Text | None = None
    frame_4_path: Text | None = None
    frame_5_path: Text | None = None
    frame_6_path: Text | None = None
    frame_7_path: Text | None = None
    duration_1_to_2: SegmentSeconds | None = None
    duration_2_to_3: SegmentSeconds | None = None
    duration_3_to_4: SegmentSeconds | None = None
    duration_4_to_5: SegmentSeconds | None = None
    duration_5_to_6: SegmentSeconds | None = None
    duration_6_to_7: SegmentSeconds | None = None
    prompt_1_to_2: Prompt | None = None
    prompt_2_to_3: Prompt | None = None
    prompt_3_to_4: Prompt | None = None
    prompt_4_to_5: Prompt | None = None
    prompt_5_to_6: Prompt | None = None
    prompt_6_to_7: Prompt | None = None
    quality: Quality | None = None
    preview_mode: bool | None = None
    seed: Seed | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        frames = count_frames(self, MOST_FRAMES)
        if frames > 2 and self.model != "v5":
            raise ValueError("more than two frames need model v5")
        for start in range(frames, MOST_FRAMES):
            segment = f"{start}_to_{start + 1}"
            if getattr(self, f"duration_{segment}") or getattr(self, f"prompt_{segment}"):
                raise ValueError("a segment needs the frames on both its sides")
        self._check_sound(self.model)
        return self


class CreateFusionBody(AccountJobBody):
    """POST videos/create-fusion: subjects of up to 3 (v5) or 7 pictures in one video.

    The prompt names them by their frames: ``@pic1`` … with v5, ``@image1`` … with v5.6 and
    pixverse-c1. 1 to 10 s, at 1080p 8 s. 3:2 and 2:3 with pixverse-c1 only.
    """

    model: Literal["pixverse-c1", "v5.6", "v5"] = "v5"
    prompt: Prompt
    frame_1_path: Text
    frame_2_path: Text | None = None
    frame_3_path: Text | None = None
    frame_4_path: Text | None = None
    frame_5_path: Text | None = None
    frame_6_path: Text | None = None
    frame_7_path: Text | None = None
    duration: Seconds10 | None = None
    quality: Quality | None = None
    aspect_ratio: AspectRatio | None = None
    seed: FusionSeed | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if count_frames(self, MOST_FRAMES) > FUSION_FRAMES[self.model]:
            raise ValueError("more pictures than this model joins")
        check_length(self.model, self.quality, self.duration)
        check_ratio(self.model, self.aspect_ratio)
        return self


class MotionControlBody(AccountJobBody):
    """POST videos/motion-control: a picture's subject moves as somebody in a video does.

    The video lasts 1 to 30 s, has at most 50 MB and sides of at most 1920 px; its length is the
    result's. There is no prompt. Moderated: no clear person or animal is seen.
    """

    model: Literal["v5.6"] = "v5.6"
    frame_1_path: Text
    video_1_path: Text
    quality: Literal["720p", "540p", "360p"] | None = None
