"""What each model of POST /images/create takes, and what a picture of it costs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.useapi.endpoints import Endpoint
from simulator.useapi.fields import Link, Text, Whole

if TYPE_CHECKING:
    from collections.abc import Mapping

AUTO = "auto"
GPT = "gpt-image-2.0"
DETAIL = {"low": 0.5, "medium": 1.0, "high": 2.0}
# Only 512p, 720p, 1080p and 2160p are named by the vendor, which models take which is not.
QUALITIES = ("512p", "720p", "1080p", "1440p", "2160p")
_QWEN_QUALITIES = ("720p", "1080p")
_RATIOS = ("1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3")
_MOST_PICTURES = 14


@dataclass(frozen=True, slots=True)
class ImageModel:
    """`prices` go with `qualities`; the last is for all that follow."""

    name: str
    pictures: int
    prices: tuple[int, ...]
    qualities: tuple[str, ...] = QUALITIES
    auto_ratio: bool = True

    @property
    def ratios(self) -> tuple[str, ...]:
        return (AUTO, *_RATIOS) if self.auto_ratio else _RATIOS

    def price(self, quality: str, detail: str) -> int:
        place = min(self.qualities.index(quality), len(self.prices) - 1)
        return round(self.prices[place] * DETAIL[detail])


_ALL = (
    ImageModel("qwen-image", 3, (5, 10), qualities=_QWEN_QUALITIES, auto_ratio=False),
    ImageModel("nano-banana", 3, (15,)),
    ImageModel("nano-banana-2", 9, (16, 16, 25, 40, 60)),
    ImageModel("nano-banana-2-lite", 14, (16,)),
    ImageModel("nano-banana-pro", 9, (50, 50, 50, 50, 90)),
    ImageModel("seedream-4.0", 6, (10,)),
    ImageModel("seedream-4.5", 6, (10,)),
    ImageModel("seedream-5.0-lite", 14, (15,)),
    ImageModel("seedream-5.0-pro", 10, (20,)),
    ImageModel("kling-3.0", 1, (15,), auto_ratio=False),
    ImageModel("kling-o3", 1, (15,), auto_ratio=False),
    ImageModel(GPT, 9, (20,), auto_ratio=False),
)
IMAGE_MODELS: Mapping[str, ImageModel] = {one.name: one for one in _ALL}

CREATE_IMAGES = Endpoint(
    "create-images",
    tuple(IMAGE_MODELS),
    {
        "email": Text(320),
        "replyUrl": Link(),
        "replyRef": Text(1024),
        "maxJobs": Whole(1, 8),
        "prompt": Text(2048),
        "model": Text(choices=tuple(IMAGE_MODELS)),
        "quality": Text(choices=QUALITIES),
        "aspect_ratio": Text(choices=(AUTO, *_RATIOS)),
        "detail_level": Text(choices=tuple(DETAIL)),
        "create_count": Whole(1, 4),
        "seed": Whole(1, 2_147_483_647),
        **{f"image_path_{n}": Text(1024) for n in range(1, _MOST_PICTURES + 1)},
    },
    ("prompt",),
)
