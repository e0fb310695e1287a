"""What a video costs in PixVerse credits: the vendor's price list as data, and one function over it.

Source: useapi.net PixVerse v2 documentation, web plan prices per job, January 2026. Where the vendor
prints no price, the next longer printed one is taken and the card says "about".
"""

from collections.abc import Mapping
from dataclasses import dataclass

from jobs.capabilities import Mode, Model, Options, Quality, Sound, Subject

_V5_5: Mapping[Quality, Mapping[int, tuple[int, int]]] = {  # seconds -> (silent, with sound)
    Quality.P360: {5: (20, 25), 8: (40, 50), 10: (40, 50)},
    Quality.P540: {5: (30, 40), 8: (60, 80), 10: (60, 80)},
    Quality.P720: {5: (40, 50), 8: (80, 100), 10: (80, 100)},
    Quality.P1080: {5: (80, 100), 8: (160, 200)},
}
_V5: Mapping[Quality, Mapping[int, tuple[int, int]]] = {
    Quality.P360: {5: (45, 45), 8: (90, 90), 10: (113, 113)},
    Quality.P540: {5: (45, 45), 8: (90, 90), 10: (113, 113)},
    Quality.P720: {5: (60, 60), 8: (120, 120), 10: (150, 150)},
    Quality.P1080: {5: (120, 120), 8: (240, 240)},
}
PRICES = {Model.V5_6: _V5_5, Model.V5_5: _V5_5, Model.V5: _V5, Model.V5_FAST: _V5}

# What the vendor prints: everything else is an estimate. For v5.6 it prints nothing yet; it is taken
# to cost what v5.5 costs.
_PRINTED_SECONDS = {Model.V5_5: (5, 8, 10), Model.V5: (5, 8)}
_PRINTED_MODES = (Mode.TEXT, Mode.IMAGE)


@dataclass(frozen=True, slots=True)
class Price:
    """Credits for one job, at least 1; `about` where the vendor documents no exact figure."""

    credits: int
    about: bool = False


def price(subject: Subject, options: Options, *, effect_credits: int = 0) -> Price:
    """The price of one job; `effect_credits` is the catalogue's price of the effect, in effect mode."""
    if subject.mode is Mode.EFFECT:
        full = Price(max(effect_credits, 1))
    else:
        full = _listed(subject, options)
    return Price(-(-full.credits // 2), about=True) if options.off_peak else full


def _listed(subject: Subject, options: Options) -> Price:
    row = PRICES[options.model][options.quality]
    bracket = min(seconds for seconds in row if seconds >= options.duration)
    silent, with_sound = row[bracket]
    credits = with_sound if options.sound is Sound.ON else silent
    segments = max(subject.pictures - 1, 1) if subject.mode is Mode.TRANSITION else 1
    return Price(credits * segments, about=not _is_printed(subject, options))


def _is_printed(subject: Subject, options: Options) -> bool:
    return (
        subject.mode in _PRINTED_MODES
        and not options.preview
        and options.duration in _PRINTED_SECONDS.get(options.model, ())
        and not (options.model is Model.V5 and options.sound is Sound.ON)
    )
