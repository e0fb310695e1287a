"""The bodies that useapi.net takes to change a video, one made before or one's own.

See ``bodies`` for what they share. Vendor: POST videos/extend, modify, lipsync, upscale.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from pixverse.useapi.bodies import (
    V6,
    AccountJobBody,
    JobBody,
    LongPrompt,
    Prompt,
    Quality,
    Seconds15,
    Seed,
    Text,
    check_length,
    check_prompt,
)


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
    """POST videos/extend: go on from a video's end, for 1 to 15 s with v6, else 10 s, at 1080p 8 s.

    ``audio`` is for v6 only, here.
    """

    model: Literal["v6", "v5.5", "v5"]
    prompt: LongPrompt | None = None
    duration: Seconds15 | None = None
    quality: Quality | None = None
    audio: bool | None = None
    seed: Seed | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.audio is not None and self.model != V6:
            raise ValueError("a continuation has sound with model v6 only")
        check_length(self.model, self.quality, self.duration)
        check_prompt(self.model, self.prompt)
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
