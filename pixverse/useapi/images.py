"""The body that useapi.net takes to make pictures. Vendor: POST images/create (March 2026 and later)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from pixverse.useapi.bodies import JobBody, Prompt, Seed, Text, count_given

if TYPE_CHECKING:
    from collections.abc import Mapping

ImageModel = Literal[
    "qwen-image",
    "nano-banana",
    "nano-banana-2",
    "nano-banana-2-lite",
    "nano-banana-pro",
    "seedream-4.0",
    "seedream-4.5",
    "seedream-5.0-lite",
    "seedream-5.0-pro",
    "kling-3.0",
    "kling-o3",
    "gpt-image-2.0",
]
PICTURES: Mapping[str, int] = {
    "qwen-image": 3,
    "nano-banana": 3,
    "nano-banana-2": 9,
    "nano-banana-2-lite": 14,
    "nano-banana-pro": 9,
    "seedream-4.0": 6,
    "seedream-4.5": 6,
    "seedream-5.0-lite": 14,
    "seedream-5.0-pro": 10,
    "kling-3.0": 1,
    "kling-o3": 1,
    "gpt-image-2.0": 9,
}
"""How many pictures a model takes."""

_MOST = 14
_GPT = "gpt-image-2.0"
_NO_AUTO = frozenset({"qwen-image", "kling-3.0", "kling-o3", _GPT})


class CreateImagesBody(JobBody):
    """POST images/create: one to four pictures from words, and from pictures (``image_path_1`` …).

    ``quality`` is 512p to 2160p, ``aspect_ratio`` a shape or ``auto``; which of them a model takes
    the vendor says only in part: qwen, kling and gpt have no ``auto``. ``detail_level`` is for gpt,
    which needs it: half, once or twice the price.
    """

    email: Text | None = Field(None, repr=False)
    model: ImageModel
    prompt: Prompt
    quality: Annotated[str, StringConstraints(pattern=r"^[0-9]{3,4}p$")] | None = None
    aspect_ratio: Annotated[str, StringConstraints(pattern=r"^(auto|[0-9]+:[0-9]+)$")] | None = None
    detail_level: Literal["low", "medium", "high"] | None = None
    create_count: Annotated[int, Field(ge=1, le=4)] | None = None
    seed: Seed | None = None
    image_path_1: Text | None = None
    image_path_2: Text | None = None
    image_path_3: Text | None = None
    image_path_4: Text | None = None
    image_path_5: Text | None = None
    image_path_6: Text | None = None
    image_path_7: Text | None = None
    image_path_8: Text | None = None
    image_path_9: Text | None = None
    image_path_10: Text | None = None
    image_path_11: Text | None = None
    image_path_12: Text | None = None
    image_path_13: Text | None = None
    image_path_14: Text | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        names = [f"image_path_{n}" for n in range(1, _MOST + 1)]
        if count_given(self, names) > PICTURES[self.model]:
            raise ValueError("more pictures than this model takes")
        if self.aspect_ratio == "auto" and self.model in _NO_AUTO:
            raise ValueError("this model needs a shape")
        if (self.detail_level is not None) != (self.model == _GPT):
            raise ValueError("a level of detail is for gpt-image-2.0, and needed by it")
        return self
