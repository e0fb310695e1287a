"""A film before it is written: its picture at each moment, the words over it, its length."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

from simulator.film import recording

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from simulator.film.shots import Shot

_MOST_FRAMES = 120  # of a long video: it moves less smoothly, and is made as soon as a short one


@dataclass(frozen=True, slots=True)
class Storyboard:
    shot: Shot
    words: Image.Image
    seconds: int

    @property
    def fps(self) -> int:
        return max(1, min(recording.FPS, _MOST_FRAMES // max(1, self.seconds)))

    def frame(self, moment: float) -> Image.Image:
        picture = self.shot(moment)
        picture.paste(self.words, (0, 0), self.words)
        return picture

    def frames(self) -> Iterator[Image.Image]:
        count = max(1, self.seconds * self.fps)
        return (self.frame(number / max(1, count - 1)) for number in range(count))


def open_picture(path: Path) -> Image.Image:
    with Image.open(path) as image:
        return ImageOps.exif_transpose(image).convert("RGB")
