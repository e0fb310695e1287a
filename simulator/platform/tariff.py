"""What a generation costs in credits: the published tables, and plausible prices for the rest."""

from __future__ import annotations

from math import ceil

_Row = tuple[int, int, int, int]  # 360p, 540p, 720p, 1080p
_QUALITIES = ("360p", "540p", "720p", "1080p")

MASKS = 2
AGENT = 150
_BYTES_A_SECOND = 15  # of text that is spoken

# Per second: silent, with sound.
_BY_THE_SECOND: dict[str, tuple[_Row, _Row]] = {
    "v6": ((5, 7, 9, 18), (7, 9, 12, 23)),
    "c1": ((6, 8, 10, 19), (8, 10, 13, 24)),
}
# Per generation of 5, 8, 10 seconds.
_BY_LENGTH: dict[str, dict[int, _Row]] = {
    "v5.6": {5: (35, 35, 45, 75), 8: (70, 70, 90, 150), 10: (77, 77, 99, 0)},
    "v5.6 sound": {5: (80, 90, 80, 150), 8: (115, 115, 135, 195), 10: (122, 122, 144, 0)},
    "v5.5": {5: (45, 45, 60, 120), 8: (90, 90, 120, 240), 10: (99, 99, 132, 0)},
    "v5.5 sound": {5: (55, 55, 70, 130), 8: (100, 100, 130, 250), 10: (109, 109, 142, 0)},
    "v5.5 multi": {5: (75, 75, 90, 150), 8: (120, 120, 150, 270), 10: (129, 129, 162, 0)},
    "v5.5 multi sound": {5: (85, 85, 100, 160), 8: (130, 130, 160, 280), 10: (139, 139, 172, 0)},
    "old": {5: (45, 45, 60, 120), 8: (90, 90, 120, 240)},  # up to v5; fast costs what 8 s do
}
_EDIT_A_SECOND: _Row = (9, 10, 12, 16)
_LIP_SYNC, _SOUND_EFFECT, _UPSCALE, _RESTYLE = 4, 2, 5, 10  # a second


def generation(
    model: str, quality: str, seconds: int, *, audio: bool = False, multi: bool = False
) -> int:
    column = _QUALITIES.index(quality)
    if model in _BY_THE_SECOND:
        return _BY_THE_SECOND[model][audio][column] * seconds
    table = _BY_LENGTH[_table_name(model, audio=audio, multi=multi)]
    return table[min(step for step in table if step >= seconds)][column]


def fast(model: str, quality: str) -> int:
    return generation(model, quality, 8)


def _table_name(model: str, *, audio: bool, multi: bool) -> str:
    if model not in ("v5.5", "v5.6"):
        return "old"
    parts = (model, "multi" if multi and model == "v5.5" else "", "sound" if audio else "")
    return " ".join(part for part in parts if part)


def sound_effect(seconds: float) -> int:
    return _SOUND_EFFECT * ceil(seconds)


def lip_sync(seconds: float) -> int:
    return _LIP_SYNC * ceil(seconds)


def speech_seconds(text: str) -> int:
    return max(1, ceil(len(text.encode()) / _BYTES_A_SECOND))


def upscale(seconds: float) -> int:
    return _UPSCALE * ceil(seconds)


def restyle(seconds: float) -> int:
    return _RESTYLE * ceil(seconds)


def edit(quality: str, seconds: float) -> int:
    """Published for mimic; swap, modify and avatar are taken to cost the same."""
    return _EDIT_A_SECOND[_QUALITIES.index(quality)] * ceil(seconds)
