"""A little music: soft plucked chords, another tune for every seed."""

from __future__ import annotations

import math
import random
from array import array
from functools import lru_cache

RATE = 22_050
_BEAT = 0.5  # seconds
_SCALE = (0, 2, 4, 7, 9)  # no note of it clashes with another
_LOUDNESS = 5200


def tune(seed: int, seconds: float) -> array[int]:
    """16-bit mono, exactly as long as asked."""
    chance = random.Random(seed)
    root = chance.choice((196.0, 220.0, 246.9, 174.6))
    length = round(seconds * RATE)
    music = array("h")
    while len(music) < length:
        low = _note(root / 2 * 2 ** (chance.choice((0, 5, 7)) / 12))
        high = _note(root * 2 ** (chance.choice(_SCALE) / 12))
        top = _note(root * 2 * 2 ** (chance.choice(_SCALE) / 12))
        music.extend(map(_sum, low, high, top))
    return music[:length]


def _sum(low: int, high: int, top: int) -> int:
    return low + (high * 3 + top * 2) // 4


@lru_cache(maxsize=64)
def _note(pitch: float) -> array[int]:
    """Struck and fading away before the next beat, so that notes join without a click."""
    count = round(_BEAT * RATE)
    turn = math.tau * pitch / RATE
    return array(
        "h",
        (round(_LOUDNESS * math.sin(turn * n) * _envelope(n / count)) for n in range(count)),
    )


def _envelope(share: float) -> float:
    return min(1.0, share * 40) * math.exp(-3 * share) * min(1.0, (1 - share) * 12)
