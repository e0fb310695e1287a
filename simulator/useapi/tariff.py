"""What a job costs in credits: the published tables, and plausible prices for the rest."""

from __future__ import annotations

from simulator.useapi.models import THIRD_PARTY

# Seconds of a job are paid in steps: up to 5, up to 8, up to 10.
_STEPS = (5, 8)

_PLAIN = {"360p": (20, 40, 40), "540p": (30, 60, 60), "720p": (40, 80, 80), "1080p": (80, 160, 160)}
_SOUND = {
    "360p": (25, 50, 50),
    "540p": (40, 80, 80),
    "720p": (50, 100, 100),
    "1080p": (100, 200, 200),
}
# The third step of v5 is not published: 8 s and a quarter more.
_V5 = {
    "360p": (45, 90, 112),
    "540p": (45, 90, 112),
    "720p": (60, 120, 150),
    "1080p": (120, 240, 300),
}
# Since v6 each second is paid, sound included. Nothing is published for the other newer models.
_PER_SECOND = {"360p": 4, "540p": 6, "720p": 7, "1080p": 14}
_TIMES = {"v6": 1, "pixverse-c1": 1, **dict.fromkeys(THIRD_PARTY, 2)}
_UPSCALE = (30, 60, 60)


def _step(seconds: int) -> int:
    return sum(seconds > step for step in _STEPS)


def price(model: str, quality: str, seconds: int, *, audio: bool = False) -> int:
    """v5.5 and v5.6 ask more for sound; v5, v5-fast and what only v5 can do share one table."""
    if model in _TIMES:
        return _TIMES[model] * _PER_SECOND[quality] * seconds
    if model in ("v5.5", "v5.6"):
        return (_SOUND if audio else _PLAIN)[quality][_step(seconds)]
    return _V5[quality][_step(seconds)]


def motion_price(quality: str, seconds: int) -> int:
    """Not published: v5.6 for every five seconds begun."""
    return price("v5.6", quality, 5) * -(-seconds // 5)


def upscale_price(seconds: int) -> int:
    return _UPSCALE[_step(seconds)]


def off_peak_price(full: int) -> int:
    return full // 2
