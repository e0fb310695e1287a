"""The bodies that useapi.net takes: one model per paid endpoint, and none that it would refuse.

Building an invalid one raises pydantic.ValidationError (a ValueError) that quotes no input.
None means absent: absent and False differ (``auto_sound=False`` strips an effect's own music).
Texts are counted in code points, durations are in seconds. Vendor: POST videos/create and its
sister pages, v5.6, v5.5, v5 and v5-fast.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    SerializationInfo,
    StringConstraints,
    field_serializer,
    model_validator,
)

Quality = Literal["1080p", "720p", "540p", "360p"]
AspectRatio = Literal["16:9", "9:16", "1:1", "4:3", "3:4"]

Address = Annotated[str, StringConstraints(min_length=1, max_length=1024)]
Prompt = Annotated[str, StringConstraints(min_length=1, max_length=2048)]
ShortText = Annotated[str, StringConstraints(min_length=1, max_length=140)]
Text = Annotated[str, StringConstraints(min_length=1)]
Jobs = Annotated[int, Field(ge=1, le=8)]
Seed = Annotated[int, Field(ge=1, le=2_147_483_647)]
FusionSeed = Annotated[int, Field(ge=1, le=999_999)]
Seconds10 = Annotated[int, Field(ge=1, le=10)]
Seconds8 = Annotated[int, Field(ge=1, le=8)]

LONGEST_AT_1080P = 8
MOST_FRAMES = 7


def _as_text(value: object) -> object:
    return str(value) if type(value) is int else value


SegmentSeconds = Annotated[
    Literal["1", "2", "3", "4", "5", "6", "7", "8"], BeforeValidator(_as_text)
]
"""A transition's segment: the vendor writes these numbers as strings."""


class Body(BaseModel):
    """A POST body; ``wire`` is what is sent."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        hide_input_in_errors=True,
        validate_by_name=True,
        validate_by_alias=True,
    )

    def wire(self) -> dict[str, Any]:
        """Return the JSON object with the vendor's names and only what was set."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)


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


class JobBody(Body):
    """What every paid endpoint takes."""

    reply_url: Address | None = Field(None, alias="replyUrl", repr=False)
    reply_ref: Address | None = Field(None, alias="replyRef")
    max_jobs: Jobs | None = Field(None, alias="maxJobs")
    """Capacity threshold of the account for this call, not a number of jobs."""


class AccountJobBody(JobBody):
    """A paid endpoint that also takes the account and the cheaper, slow off-peak mode.

    Off-peak jobs are neither tracked by the scheduler nor posted to ``replyUrl``.
    """

    email: Text | None = Field(None, repr=False)
    off_peak_mode: bool | None = None


class SoundBody(AccountJobBody):
    """The two kinds of sound, which exclude each other: ``audio`` (v5.5, v5.6) and the rest (v5)."""

    audio: bool | None = None
    auto_sound: bool | None = None
    sound_effect_prompt: Text | None = None
    lip_sync_tts_prompt: ShortText | None = None
    lip_sync_tts_speaker_id: Text | None = None

    def _check_sound(self, model: str | None) -> None:
        if self.audio is not None and model not in {"v5.5", "v5.6"}:
            raise ValueError("audio needs model v5.5 or v5.6")
        if self._v5_sound() and model not in {"v5", None}:
            raise ValueError("sound effects and speech need model v5 or a template")

    def _v5_sound(self) -> bool:
        return any(
            value is not None
            for value in (
                self.auto_sound,
                self.sound_effect_prompt,
                self.lip_sync_tts_prompt,
                self.lip_sync_tts_speaker_id,
            )
        )


class CreateBody(SoundBody):
    """POST videos/create: from words, a picture, or an effect (``template_id``).

    Exactly one of ``model`` and ``template_id``; 1080p lasts at most 8 s.
    """

    model: Literal["v5.6", "v5.5", "v5", "v5-fast"] | None = None
    template_id: int | None = Field(None, ge=1)
    prompt: Prompt | None = None
    first_frame_path: Text | None = None
    last_frame_path: Text | None = None
    duration: Seconds10 | None = None
    quality: Quality | None = None
    aspect_ratio: AspectRatio | None = None
    preview_mode: bool | None = None
    seed: Seed | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if (self.model is None) == (self.template_id is None):
            raise ValueError("a model or a template, not both")
        if self.template_id is None and not (self.prompt or self.first_frame_path):
            raise ValueError("a prompt, a picture or a template is needed")
        if self.last_frame_path and not self.first_frame_path:
            raise ValueError("a last frame needs a first frame")
        _check_length(self.quality, self.duration)
        self._check_sound(self.model)
        return self


class CreateFramesBody(SoundBody):
    """POST videos/create-frames: from a first and a last picture, at most 8 s."""

    model: Literal["v5.6", "v5.5", "v5", "v5-fast"]
    first_frame_path: Text
    last_frame_path: Text
    prompt: Prompt | None = None
    duration: Seconds8 | None = None
    quality: Quality | None = None
    preview_mode: bool | None = None
    seed: Seed | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
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
        frames = _frames(self, MOST_FRAMES)
        if frames > 2 and self.model != "v5":
            raise ValueError("more than two frames need model v5")
        for start in range(frames, MOST_FRAMES):
            segment = f"{start}_to_{start + 1}"
            if getattr(self, f"duration_{segment}") or getattr(self, f"prompt_{segment}"):
                raise ValueError("a segment needs the frames on both its sides")
        self._check_sound(self.model)
        return self


class CreateFusionBody(AccountJobBody):
    """POST videos/create-fusion: up to three subjects, ``@pic1`` to ``@pic3`` in the prompt."""

    model: Literal["v5"] = "v5"
    prompt: Prompt
    frame_1_path: Text
    frame_2_path: Text | None = None
    frame_3_path: Text | None = None
    duration: Seconds10 | None = None
    quality: Quality | None = None
    aspect_ratio: AspectRatio | None = None
    seed: FusionSeed | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        _frames(self, 3)
        _check_length(self.quality, self.duration)
        return self


class SourceBody(AccountJobBody):
    """An endpoint that changes a video: one made before (``video_id``) or uploaded (``video_path``)."""

    video_id: Text | None = Field(None, repr=False)
    video_path: Text | None = None

    @model_validator(mode="after")
    def _check_source(self) -> Self:
        if (self.video_id is None) == (self.video_path is None):
            raise ValueError("exactly one of video_id and video_path")
        return self


class ExtendBody(SourceBody):
    """POST videos/extend: go on from a video's end; 1080p lasts at most 8 s."""

    model: Literal["v5.5", "v5"]
    prompt: Prompt | None = None
    duration: Seconds10 | None = None
    quality: Quality | None = None
    seed: Seed | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        _check_length(self.quality, self.duration)
        return self


class ModifyBody(SourceBody):
    """POST videos/modify: change a video by words."""

    model: Literal["v5.5"] = "v5.5"
    prompt: Prompt
    quality: Literal["720p", "540p", "360p"] | None = None
    seed: Seed | None = None


class LipsyncBody(SourceBody):
    """POST videos/lipsync: make a video speak, from a sound or from words and a voice.

    A sound longer than 60 s is accepted, and the job fails later. Only for videos of model v5.
    """

    audio_path: Text | None = None
    prompt: Annotated[str, StringConstraints(min_length=1, max_length=200)] | None = None
    speaker_id: Text | int | None = None
    original_sound_switch: bool | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        words = (self.prompt is not None, self.speaker_id is not None)
        if (self.audio_path is None) != all(words) or any(words) != all(words):
            raise ValueError("either audio_path, or prompt and speaker_id")
        return self


class UpscaleBody(JobBody):
    """POST videos/upscale: to 4K. Takes neither an account nor the off-peak mode."""

    video_id: Text = Field(repr=False)


def _check_length(quality: str | None, duration: int | None) -> None:
    if quality == "1080p" and (duration or 0) > LONGEST_AT_1080P:
        raise ValueError("1080p lasts at most 8 s")


def _frames(body: Body, most: int) -> int:
    given = [getattr(body, f"frame_{n}_path") is not None for n in range(1, most + 1)]
    if given != sorted(given, reverse=True):
        raise ValueError("a frame is missing between the others")
    return sum(given)
