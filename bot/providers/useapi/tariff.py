"""What a video costs in PixVerse credits through useapi.net: the printed list as data, one function over it.

Source: its PixVerse v2 documentation, web plan prices per job, January 2026; v6 per second: April 2026.
Where the vendor prints no price, the nearest printed one is taken and the card says "about".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jobs.capabilities import Mode, Options, Sound, Subject
from jobs.tariff import Price

_Table = Mapping[str, Mapping[int, tuple[int, int]]]  # quality -> seconds -> (silent, with sound)

_V5_5: _Table = {
    "360p": {5: (20, 25), 8: (40, 50), 10: (40, 50)},
    "540p": {5: (30, 40), 8: (60, 80), 10: (60, 80)},
    "720p": {5: (40, 50), 8: (80, 100), 10: (80, 100)},
    "1080p": {5: (80, 100), 8: (160, 200)},
}
_V5: _Table = {
    "360p": {5: (45, 45), 8: (90, 90), 10: (113, 113)},
    "540p": {5: (45, 45), 8: (90, 90), 10: (113, 113)},
    "720p": {5: (60, 60), 8: (120, 120), 10: (150, 150)},
    "1080p": {5: (120, 120), 8: (240, 240)},
}
_PER_SECOND = {"360p": 4, "540p": 6, "720p": 7, "1080p": 14}  # v6; sound is included
_UPSCALE = {5: 30, 8: 60}
_STILL_AT = {("qwen-image", "1080p"): 10}
_STILL = {  # at any other quality
    "qwen-image": 5,
    "seedream-4.0": 10,
    "seedream-4.5": 10,
    "nano-banana": 15,
    "seedream-5.0-lite": 15,
}

_TABLES = {"v5.6": _V5_5, "v5.5": _V5_5, "v5": _V5, "v5-fast": _V5}
# What the vendor prints: everything else is an estimate. For v5.6 it prints nothing yet; it is taken
# to cost what v5.5 costs.
_PRINTED_SECONDS = {"v5.5": (5, 8, 10), "v5": (5, 8)}
_PRINTED_MODES = (Mode.TEXT, Mode.IMAGE)
_UNKNOWN_SECONDS = 8  # what a video of unknown length is taken for


@dataclass(frozen=True, slots=True)
class UseApiTariff:
    """Implements `jobs.tariff.Tariff`."""

    source: str = (
        "useapi.net, PixVerse v2 documentation: web plan prices per job;"
        " those of v6, per second, are of April 2026, those of pictures of its summer"
    )
    as_of: date = date(2026, 1, 27)

    def price(self, subject: Subject, options: Options) -> Price:
        """See `Tariff.price`."""
        full = _full(subject, options)
        return Price(-(-full.credits // 2), about=True) if options.off_peak else full


TARIFF = UseApiTariff()


def _full(subject: Subject, options: Options) -> Price:
    match subject.mode:
        case Mode.EFFECT:
            return Price(max(subject.effect_credits, 1), about=_is_heard(subject, options))
        case Mode.STILL:
            return Price(_still(options))
        case Mode.UPSCALE:
            seconds = subject.seconds or _UNKNOWN_SECONDS
            return Price(_upscale(seconds), about=seconds not in _UPSCALE)
        case Mode.TRANSITION:
            parts = [_listed(options, seconds) for seconds in subject.segments]
            return Price(sum(parts), about=True)
        case Mode.MODIFY | Mode.LIPSYNC | Mode.MOTION:
            return Price(_listed(options, subject.seconds or _UNKNOWN_SECONDS), about=True)
        case _:
            credits = _listed(options, options.duration or 0)
            return Price(credits, about=not _is_printed(subject, options))


def _still(options: Options) -> int:
    model = options.model or "qwen-image"
    return _STILL_AT.get((model, options.quality or ""), _STILL[model])


def _upscale(seconds: int) -> int:
    """30 credits up to 5 s, 60 up to 8 s, and in proportion from there."""
    within = [credits for limit, credits in _UPSCALE.items() if seconds <= limit]
    return within[0] if within else -(-seconds * 60 // 8)


def _listed(options: Options, seconds: int) -> int:
    quality = options.quality or "540p"
    model = options.model or "v5"
    if model not in _TABLES:
        return _PER_SECOND[quality] * seconds
    row = _TABLES[model][quality]
    brackets = [limit for limit in row if limit >= seconds]
    longest = max(row)
    silent, with_sound = row[min(brackets)] if brackets else row[longest]
    credits = with_sound if options.sound is Sound.ON else silent
    return credits if brackets else -(-credits * seconds // longest)


def _is_heard(subject: Subject, options: Options) -> bool:
    """What is added is heard: speech is printed for no model, sound for v5.5 and v6 only."""
    return subject.speaks or options.sound is Sound.ON


def _is_printed(subject: Subject, options: Options) -> bool:
    unprinted = options.preview or options.multi_shot or subject.speaks
    if subject.mode not in _PRINTED_MODES or unprinted:
        return False
    if options.model == "v6":
        return True
    listed = options.duration in _PRINTED_SECONDS.get(options.model or "", ())
    return listed and not (options.model == "v5" and _is_heard(subject, options))
