"""What useapi.net says, in the core's words: room, where a video stands, what an effect is. Pure."""

import logging
import math
from collections.abc import Iterable, Sequence

from bot.providers.useapi.capabilities import MODES, QUALITIES
from bot.providers.useapi.translations import names_by_language
from bot.public_addresses import may_be_fetched
from jobs.capabilities import Mode
from jobs.effects import Effect, Shelf
from jobs.errors import Reason
from jobs.ids import AccountId, EffectId
from jobs.lifecycle import Job, Result
from jobs.materials import Speaker
from jobs.ports import Broken, Lane, Pending, Ready, Sighting
from pixverse.useapi import Capacity, Done, Failed, Failure, Video, Voice, outcome
from pixverse.useapi import Effect as Template

log = logging.getLogger(__name__)

LONGEST_SPEAKER_ID = 32  # bytes

_FAILURES = {
    Failure.MODERATED: Reason.MODERATED,
    Failure.FAILED: Reason.RENDER_FAILED,
    Failure.DELETED: Reason.RENDER_FAILED,
}


def lanes(capacities: Iterable[Capacity]) -> tuple[Lane, ...]:
    """The accounts' room, as the vendor says it: its other numbers do not add up."""
    return tuple(
        Lane(AccountId(capacity.email), max(capacity.available or 0, 0))
        for capacity in capacities
        if capacity.email
    )


def sighting(job: Job, video: Video, *, server: str) -> Sighting:
    """Where a job stands by its row. A result at an address that must not be fetched is none."""
    match outcome(video):
        case Done(url) if may_be_fetched(url, server=server):
            return Ready(_result(job, video, url, server=server))
        case Done():
            log.warning("job %s: its result is at an address that is not fetched", job.id)
            return Broken(Reason.RENDER_FAILED)
        case Failed(why):
            return Broken(_FAILURES[why])
        case _:
            return Pending()


def _result(job: Job, video: Video, url: str, *, server: str) -> Result:
    cover = video.first_frame
    if job.is_image or not cover or not may_be_fetched(cover, server=server):
        cover = None
    seconds = 0 if job.is_image else _seconds(video.video_duration) or _seconds(video.duration)
    return Result(
        url=url,
        is_image=job.is_image,
        cover_url=cover,
        width=video.output_width or 0,
        height=video.output_height or 0,
        seconds=seconds,
        effect_names=names_by_language(video.template_i18n_json),
    )


def _seconds(duration: float | None) -> int:
    return round(duration) if duration and math.isfinite(duration) and duration > 0 else 0


def effects(templates: Iterable[Template], *, server: str) -> Sequence[Effect]:
    """The catalogue, without what this bot cannot offer, each effect once."""
    found: dict[EffectId, Effect] = {}
    for template in templates:
        known = _effect(template, server=server)
        if known:
            found.setdefault(known.id, known)
    return tuple(found.values())


def _effect(template: Template, *, server: str) -> Effect | None:
    """None for one without a name, a price or a quality, or that takes other numbers of pictures."""
    name = (template.display_name or "").strip()
    pictures = _pictures(template.effect_type)
    qualities = _qualities(template.qualities or ())
    # Without a price nobody's allowance could be charged for it.
    if not (template.template_id and name and qualities and template.cost is not None):
        return None
    fewest, most = MODES[Mode.EFFECT].pictures
    if not fewest <= pictures <= most:
        return None
    return Effect(
        id=EffectId(template.template_id),
        name=name,
        pictures=pictures,
        makes_image=template.gives_image,
        seconds=_seconds(template.duration) or 5,
        qualities=qualities,
        credits=template.cost,
        shelf=_shelf(template.marker),
        hint=(template.example_text or template.display_prompt or "").strip(),
        preview_url=_preview(template, server=server),
    )


def speakers(voices: Iterable[Voice], *, server: str) -> Sequence[Speaker]:
    """Everybody who has a name and an id that a button can carry; a sample only from where it may be
    fetched."""
    found: dict[str, Speaker] = {}
    for voice in voices:
        number, name = (voice.speaker_id or "").strip(), (voice.display_name or "").strip()
        if number and name and len(number.encode()) <= LONGEST_SPEAKER_ID and "|" not in number:
            url = voice.url or ""
            sample = url if may_be_fetched(url, server=server) else None
            found.setdefault(number, Speaker(id=number, name=name, sample_url=sample))
    return tuple(found.values())


def _pictures(effect_type: str | None) -> int:
    """The vendor writes this number as a text. Where it is missing one picture is the rule."""
    if not (effect_type or "").strip():
        return 1
    try:
        return int(float(effect_type or ""))
    except (ValueError, OverflowError):
        return 0


def _qualities(names: Iterable[str]) -> tuple[str, ...]:
    """Those that we know, in the vendor's order: the first is the template's own."""
    cleaned = (name.strip().lower() for name in names)
    return tuple(dict.fromkeys(name for name in cleaned if name in QUALITIES))


def _shelf(marker: str | None) -> Shelf:
    shelves = {"hot": Shelf.HOT, "new": Shelf.NEW}
    return shelves.get((marker or "").strip().lower(), Shelf.ALL)


def _preview(template: Template, *, server: str) -> str | None:
    paths = (
        template.thumbnail_gif_path,
        template.thumbnail_video_path,
        template.thumbnail_path,
    )
    for path in paths:
        if path and may_be_fetched(path, server=server):
            return path
    return None
