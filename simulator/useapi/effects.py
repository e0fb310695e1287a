"""The catalogue of effects: a fixed set, the same at every start."""

from __future__ import annotations

from dataclasses import dataclass, replace

from simulator.film.effect_names import GATHERINGS, THEMES, Theme

VIDEO_TEMPLATE = 1
IMAGE_TEMPLATE = 2
MOST_IN_JANUARY = 2  # pictures of an effect; up to five came later
_FIRST_ID = 384_106_220_001_664
_QUALITIES: tuple[tuple[str, ...], ...] = (
    ("360p", "540p", "720p", "1080p"),
    ("540p", "720p", "1080p"),
    ("540p", "360p", "720p"),
    ("720p", "1080p"),
)


@dataclass(frozen=True, slots=True)
class Effect:
    template_id: int
    display_name: str
    motif: str
    hue: int
    hint: str
    images: int
    template_type: int
    duration: int
    qualities: tuple[str, ...]
    base_cost: int
    fixed_cost: int
    marker: str
    has_music: bool

    @property
    def cost(self) -> int:
        return self.base_cost + self.fixed_cost


def catalogue() -> tuple[Effect, ...]:
    """All effects, themes interleaved so that every page of the list is varied; the newest last."""
    themed = [_theme_names(theme) for theme in THEMES]
    rows = [pair for group in zip(*themed, strict=True) for pair in group]
    first = tuple(_effect(index, theme, name) for index, (theme, name) in enumerate(rows))
    return first + tuple(_gathering(len(first) + n, n) for n in range(len(GATHERINGS)))


def _gathering(index: int, number: int) -> Effect:
    """Of three, four or five pictures in turn."""
    motif, name, hint = GATHERINGS[number]
    hue = number * 360 // len(GATHERINGS)
    made = _effect(index, Theme(motif, hue, hint, name), name)
    return replace(made, hue=hue, images=3 + number % 3, marker="new" if number % 4 == 0 else "")


def _theme_names(theme: Theme) -> list[tuple[Theme, str]]:
    return [(theme, " ".join(name.split())) for name in theme.names.split(",")]


def _effect(index: int, theme: Theme, name: str) -> Effect:
    image = theme.motif == "frames"
    long = not image and index % 9 == 4
    return Effect(
        template_id=_FIRST_ID + index * 7_368_787,
        display_name=name,
        motif=theme.motif,
        hue=(theme.hue + (index // len(THEMES)) * 9) % 360,
        hint=theme.hint,
        images=2 if theme.motif == "hearts" else 1,
        template_type=IMAGE_TEMPLATE if image else VIDEO_TEMPLATE,
        duration=8 if long else 5,
        qualities=_QUALITIES[index % len(_QUALITIES)],
        base_cost=10 if image else 40 if long else 20,
        fixed_cost=20 if index % 4 == 1 else 0,
        marker="hot" if index % 11 == 3 else "new" if index % 13 == 5 else "",
        has_music=not image and index % 6 == 2,
    )


def effect_json(effect: Effect, base_url: str) -> dict[str, object]:
    media = f"{base_url}/media/effects/{effect.template_id}"
    return {
        "template_id": effect.template_id,
        "display_name": effect.display_name,
        "workflow_tag": effect.display_name.lower().replace(" ", "_"),
        "display_prompt": effect.display_name,
        "effect_type": str(effect.images),
        "template_type": effect.template_type,
        "duration": effect.duration,
        "qualities": list(effect.qualities),
        "video_base_cost": effect.base_cost,
        "fixed_cost": effect.fixed_cost,
        "example_text": effect.hint,
        "thumbnail_path": f"{media}.jpg",
        "thumbnail_video_path": f"{media}.mp4",
        "thumbnail_gif_path": f"{media}.gif",
        "audio_path": f"{media}.mp3" if effect.has_music else "",
        "marker": effect.marker,
    }
