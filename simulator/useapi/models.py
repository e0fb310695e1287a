"""What each model takes: lengths, shapes, sounds, and how many pictures it can join."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

RATIOS = ("16:9", "9:16", "1:1", "4:3", "3:4")
# What models of other makers do not take.
_PIXVERSE_ONLY = ("off_peak_mode", "preview_mode", "multi_shot", "seed")


@dataclass(frozen=True, slots=True)
class Model:
    """Seconds are whole ones; `quality` is used where a request names none."""

    name: str
    shortest: int = 1
    longest: int = 10
    longest_1080p: int = 8
    prompt: int = 2048
    quality: str = "540p"
    ratios: tuple[str, ...] = RATIOS
    audio: bool = False
    v5_sound: bool = False
    multi_shot: bool = False
    third_party: bool = False
    always_sounds: bool = False
    needs_picture: bool = False
    fusion_pictures: int = 0

    @property
    def refused(self) -> tuple[str, ...]:
        """Fields that this model does not take although its endpoint does."""
        if self.third_party:
            return (*_PIXVERSE_ONLY, "audio")
        names = ("multi_shot", "audio")
        return tuple(name for name in names if not getattr(self, name))


def _third(name: str) -> Model:
    return Model(name, quality="720p", third_party=True)


def _seedance(name: str) -> Model:
    return Model(
        name,
        shortest=4,
        longest=15,
        longest_1080p=15,
        quality="720p",
        ratios=(*RATIOS, "21:9"),
        third_party=True,
        fusion_pictures=9,
    )


JANUARY = ("v5.6", "v5.5", "v5", "v5-fast")
SEEDANCE = ("seedance-2.0", "seedance-2.0-fast", "seedance-2.0-mini")
THIRD_PARTY = (
    *SEEDANCE,
    "kling-o3",
    "kling-v3",
    "grok-imagine",
    "grok-imagine-1.5",
    "veo-3.1-lite",
    "veo-3.1-standard",
    "veo-3.1-fast",
    "sora-2",
    "sora-2-pro",
    "happyhorse-1.0",
)
NEWER = ("v6", *JANUARY, "pixverse-c1")

_ALL = (
    Model(
        "v6",
        longest=15,
        longest_1080p=15,
        prompt=5000,
        quality="720p",
        audio=True,
        multi_shot=True,
    ),
    Model("v5.6", audio=True, fusion_pictures=7),
    Model("v5.5", audio=True),
    Model("v5", v5_sound=True, fusion_pictures=3),
    Model("v5-fast"),
    Model("pixverse-c1", quality="720p", ratios=(*RATIOS, "3:2", "2:3"), fusion_pictures=7),
    *(_seedance(name) for name in SEEDANCE),
    *(_third(name) for name in THIRD_PARTY if name not in SEEDANCE),
)
_KNOWN = {model.name: model for model in _ALL}
MODELS: Mapping[str, Model] = {
    **_KNOWN,
    "kling-o3": replace(_KNOWN["kling-o3"], fusion_pictures=7),
    "grok-imagine-1.5": replace(_KNOWN["grok-imagine-1.5"], needs_picture=True),
    "happyhorse-1.0": replace(_KNOWN["happyhorse-1.0"], always_sounds=True),
}
