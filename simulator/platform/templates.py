"""The catalogue of effects, the same at every start."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.film.effect_names import THEMES, Theme
from simulator.platform.models import QUALITIES

VIDEO, IMAGE = 1, 2
# Above 2**53, as ids there may be: whoever takes them for floating point loses the last digits.
_FIRST_ID = 9_402_331_965_264_705
_PER_THEME = 4
_QUALITY_SETS: tuple[tuple[str, ...], ...] = (
    QUALITIES,
    ("540p", "720p", "1080p"),
    ("360p", "540p", "720p"),
    ("720p",),
)
# How many pictures the effects of a theme take; the others take one.
_IMAGES = {"hearts": 2, "confetti": 3, "waves": 0}


@dataclass(frozen=True, slots=True)
class Template:
    template_id: int
    display_name: str
    motif: str
    hue: int
    hint: str
    images: int
    template_type: int
    duration: int
    qualities: tuple[str, ...]
    cost: int
    has_music: bool


def catalogue() -> tuple[Template, ...]:
    """All effects, themes interleaved so that every page of the list is varied."""
    themed = [_names(theme)[:_PER_THEME] for theme in THEMES]
    rows = [pair for group in zip(*themed, strict=True) for pair in group]
    return tuple(_template(index, theme, name) for index, (theme, name) in enumerate(rows))


def usual_activations() -> frozenset[int]:
    """Most of them: an operator activates what they like, and forgets some."""
    return frozenset(one.template_id for n, one in enumerate(catalogue()) if n % 6 != 5)


def _names(theme: Theme) -> list[tuple[Theme, str]]:
    return [(theme, " ".join(name.split())) for name in theme.names.split(",")]


def _template(index: int, theme: Theme, name: str) -> Template:
    image = theme.motif == "frames"
    long = not image and index % 9 == 4
    return Template(
        template_id=_FIRST_ID + index * 5_318_409,
        display_name=name,
        motif=theme.motif,
        hue=(theme.hue + index // len(THEMES) * 14) % 360,
        hint=theme.hint,
        images=_IMAGES.get(theme.motif, 1),
        template_type=IMAGE if image else VIDEO,
        duration=8 if long else 5,
        qualities=_QUALITY_SETS[index % len(_QUALITY_SETS)],
        cost=10 if image else 90 if long else 45,
        has_music=not image and index % 4 == 2,
    )
