"""Frame sizes of what is rendered: the right shape, small enough to be made in an instant."""

from __future__ import annotations

_SHORT_SIDE = {"360p": 180, "540p": 252, "720p": 288, "1080p": 324}
_WIDEST = 21 / 9


def ratio_of(text: str) -> float:
    width, height = text.split(":")
    return int(width) / int(height)


def frame_size(quality: str, ratio: float) -> tuple[int, int]:
    """Even numbers, as H.264 with 4:2:0 wants; very long pictures are cropped to 21:9."""
    short = _SHORT_SIDE[quality]
    ratio = min(max(ratio, 1 / _WIDEST), _WIDEST)
    long_side = 2 * round(short * max(ratio, 1 / ratio) / 2)
    return (long_side, short) if ratio >= 1 else (short, long_side)


def upscaled(size: tuple[int, int]) -> tuple[int, int]:
    """Twice the source instead of 4K: frames of four thousand pixels take too long to make."""
    return size[0] * 2, size[1] * 2
