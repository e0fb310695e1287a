"""The body that joins several subjects in one video. Vendor: Fusion Generation."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from pixverse.platform.requests import (
    SOUNDING_MODELS,
    AspectRatio,
    Body,
    Generation,
    Id,
    Model,
    Prompt,
    Quality,
    Seed,
    check_length,
    check_length_at_1080p,
    check_prompt,
    check_ratio,
)
from pixverse.platform.switches import Switches

MOST_FUSION_IMAGES = {"v4.5": 3, "v5": 3, "v5.5": 7, "v5.6": 7, "v6": 7, "c1": 7}
MOST_OMNI_IMAGES = 10
_LONGEST_NAME = 30

RefName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_ ]+$", max_length=_LONGEST_NAME)]
"""How the prompt calls a reference: ``@name``, and a space after it."""


class ImageReference(Body):
    """A subject, or the background, of a fusion."""

    type: Literal["subject", "background"]
    img_id: Id
    ref_name: RefName


class VideoReference(Body):
    """A video that a fusion of everything takes something from."""

    ref_name: RefName
    video_media_id: Id | None = None
    source_video_id: Id | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if (self.source_video_id is None) == (self.video_media_id is None):
            raise ValueError("exactly one of source_video_id and video_media_id")
        return self


class FusionBody(Generation):
    """POST video/fusion/generate: several subjects in one video.

    3 pictures for v4.5 and v5, 7 for newer models; v6 with ``reference_mode="omni"`` takes 10,
    and videos.
    """

    endpoint_path: ClassVar[str] = "/video/fusion/generate"

    image_references: tuple[ImageReference, ...] = Field(min_length=1)
    video_references: tuple[VideoReference, ...] | None = None
    reference_mode: Literal["omni"] | None = None
    prompt: Prompt
    model: Model
    duration: int
    quality: Quality
    aspect_ratio: AspectRatio
    generate_audio_switch: bool | None = None
    seed: Seed | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        check_length(self.model, self.quality, self.duration)
        check_ratio(self.aspect_ratio, self.model)
        if self.generate_audio_switch and self.model not in SOUNDING_MODELS:
            raise ValueError("this model does not make sound")
        is_omni = self.reference_mode == "omni"
        if is_omni and self.model != "v6":
            raise ValueError("the omni mode is for model v6")
        if self.video_references and not is_omni:
            raise ValueError("videos are for the omni mode")
        most = MOST_OMNI_IMAGES if is_omni else MOST_FUSION_IMAGES.get(self.model, 0)
        if len(self.image_references) > most:
            raise ValueError("this model joins fewer pictures")
        _check_names(self.prompt, self.image_references + (self.video_references or ()))
        return self

    def check_switches(self, switches: Switches) -> None:
        super().check_switches(switches)
        check_prompt(switches, self.prompt)
        check_length_at_1080p(switches, self.model, self.quality, self.duration)
        if self.model not in switches.fusion_models:
            raise ValueError("this model joins no subjects")


def _check_names(prompt: str, references: tuple[ImageReference | VideoReference, ...]) -> None:
    names = [reference.ref_name for reference in references]
    if len(set(names)) != len(names):
        raise ValueError("two references have one name")
    # The server looks for the name and the space, and takes "@cat." for mere words.
    if any(re.search(rf"@{re.escape(name)}(?![\w ])", prompt) for name in names):
        raise ValueError("a space follows the name of a reference")
