"""What a video costs in credits at PixVerse's Platform API: the printed list as data, one function over it.

Source: its pricing page, as it stood in August 2026. Where it prints no price the nearest printed one is taken and the card says
"about"; what a job really took, the answer to its submission says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jobs.capabilities import Mode, Options, Sound, Subject
from jobs.tariff import Price

_Row = Mapping[str, int]  # quality -> credits
_Table = Mapping[int, _Row]  # seconds -> row


def _row(low: int, hd: int, full: int | None = None, *, p540: int | None = None) -> _Row:
    """360p and 540p mostly cost the same."""
    row = {"360p": low, "540p": p540 or low, "720p": hd}
    return row if full is None else {**row, "1080p": full}


# Per second: silent, with sound.
_BY_THE_SECOND: Mapping[str, tuple[_Row, _Row]] = {
    "v6": (_row(5, 9, 18, p540=7), _row(7, 12, 23, p540=9)),
    "c1": (_row(6, 10, 19, p540=8), _row(8, 13, 24, p540=10)),
}
_OLD: _Table = {5: _row(45, 60, 120), 8: _row(90, 120, 240)}
_V5_5: _Table = {5: _row(45, 60, 120), 8: _row(90, 120, 240), 10: _row(99, 132)}
_V5_5_SOUND: _Table = {5: _row(55, 70, 130), 8: _row(100, 130, 250), 10: _row(109, 142)}
_V5_5_SHOTS: _Table = {5: _row(75, 90, 150), 8: _row(120, 150, 270), 10: _row(129, 162)}
_V5_5_BOTH: _Table = {5: _row(85, 100, 160), 8: _row(130, 160, 280), 10: _row(139, 172)}
_V5_6: _Table = {5: _row(35, 45, 75), 8: _row(70, 90, 150), 10: _row(77, 99)}
_V5_6_SOUND: _Table = {5: _row(80, 80, 150, p540=90), 8: _row(115, 135, 195), 10: _row(122, 144)}

# Model -> (sound, several shots) -> table. Those before v5.5 have one price, and their sound is added to it.
_TABLES: Mapping[str, Mapping[tuple[bool, bool], _Table]] = {
    "v5.6": {(False, False): _V5_6, (True, False): _V5_6_SOUND},
    "v5.5": {
        (False, False): _V5_5,
        (True, False): _V5_5_SOUND,
        (False, True): _V5_5_SHOTS,
        (True, True): _V5_5_BOTH,
    },
}
_EDIT_A_SECOND = _row(9, 12, p540=10)  # printed for a picture that moves as a video does
_SOUND_A_SECOND, _LIPS_A_SECOND, _UPSCALE_A_SECOND, _STYLE_A_SECOND = 2, 4, 5, 10
MASKS = 2
_PRINTED_MODES = (Mode.TEXT, Mode.IMAGE, Mode.UPSCALE, Mode.RESTYLE, Mode.SOUND, Mode.MOTION)
_UNKNOWN_SECONDS = 8  # what a video of unknown length is taken for


@dataclass(frozen=True, slots=True)
class PlatformTariff:
    """Implements `jobs.tariff.Tariff`."""

    source: str = "docs.platform.pixverse.ai, Pricing"
    as_of: date = date(2026, 8, 13)

    def price(self, subject: Subject, options: Options) -> Price:
        """See `Tariff.price`."""
        return Price(max(_credits(subject, options), 1), about=not _is_printed(subject, options))


TARIFF = PlatformTariff()


def effect_credits(seconds: int) -> int:
    """What an effect is taken to cost whose price the catalogue does not tell: no list prints them."""
    return _made("v5", "540p", seconds, sound=False, shots=False)


def _is_printed(subject: Subject, options: Options) -> bool:
    if subject.mode in (Mode.TEXT, Mode.IMAGE):
        return not options.multi_shot or (options.model or "") in _TABLES
    if subject.mode is Mode.PARTS:
        return True
    return subject.mode in _PRINTED_MODES and subject.seconds > 0


def _credits(subject: Subject, options: Options) -> int:
    seconds = subject.seconds or _UNKNOWN_SECONDS
    match subject.mode:
        case Mode.EFFECT:
            return subject.effect_credits
        case Mode.TRANSITION:
            return sum(_of(options, stretch) for stretch in subject.segments)
        case Mode.LIPSYNC:
            return _LIPS_A_SECOND * seconds
        case Mode.SOUND:
            return _SOUND_A_SECOND * seconds
        case Mode.RESTYLE:
            return _STYLE_A_SECOND * seconds
        case Mode.UPSCALE:
            return _UPSCALE_A_SECOND * seconds
        case Mode.MOTION | Mode.MODIFY | Mode.SWAP:
            return _edit(options, seconds)
        case Mode.PARTS:
            return MASKS
        case _:
            return _of(options, options.duration or 0)


def _edit(options: Options, seconds: int) -> int:
    return _EDIT_A_SECOND[options.quality or "540p"] * seconds


def _of(options: Options, seconds: int) -> int:
    """Several quick movements in 5 s cost what 8 s do."""
    model = options.model or "v5.6"
    sound, shots = options.sound is Sound.ON, bool(options.multi_shot)
    counted = 8 if options.motion == "fast" else seconds
    credits = _made(model, options.quality or "540p", counted, sound=sound, shots=shots)
    added = sound and model not in _TABLES and model not in _BY_THE_SECOND
    return credits + (_SOUND_A_SECOND * seconds if added else 0)


def _made(model: str, quality: str, seconds: int, *, sound: bool, shots: bool) -> int:
    if model in _BY_THE_SECOND:
        return _BY_THE_SECOND[model][sound][quality] * seconds
    tables = _TABLES.get(model, {})
    table = tables.get((sound, shots)) or tables.get((sound, False)) or _OLD
    longer = [limit for limit in table if limit >= seconds and quality in table[limit]]
    known = [limit for limit in table if quality in table[limit]]
    return table[min(longer) if longer else max(known)][quality]
