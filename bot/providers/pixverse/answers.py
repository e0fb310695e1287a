"""What the Platform API says, in the core's words: where a video stands, what an effect is, who speaks. Pure."""

import logging
from collections.abc import Iterable, Sequence

from bot.providers.pixverse import tariff
from bot.providers.pixverse.capabilities import MODES, QUALITIES
from bot.public_addresses import may_be_fetched
from jobs.capabilities import Mode
from jobs.effects import Effect
from jobs.errors import Reason
from jobs.ids import EffectId
from jobs.lifecycle import Job
from jobs.lifecycle import Result as Finished
from jobs.materials import Look, Part, Speaker
from jobs.ports import Broken, Pending, Ready, Sighting
from jobs.requests import ClipRequest, EffectRequest, PictureRequest, Request
from pixverse.platform import Done, Failed, Failure, MaskSelection, Restyle, Result, outcome
from pixverse.platform import Effect as Template
from pixverse.platform import Speaker as Voice

log = logging.getLogger(__name__)

LARGEST_ID = 2**63 - 1
"""What the database can hold. The API's ids may have 64 bits; none with the last one was ever seen."""

LONGEST_SPEAKER_ID = 32  # bytes
USUAL_SECONDS = 5

_FAILURES = {
    Failure.MODERATED: Reason.MODERATED,
    Failure.FAILED: Reason.RENDER_FAILED,
    Failure.DELETED: Reason.RENDER_FAILED,
}


def sighting(job: Job, result: Result, *, server: str) -> Sighting:
    """Where a job stands. A result at an address that must not be fetched is none."""
    match outcome(result):
        case Done(url) if may_be_fetched(url, server=server):
            return Ready(_finished(job, result, url))
        case Done():
            log.warning("job %s: its result is at an address that is not fetched", job.id)
            return Broken(Reason.RENDER_FAILED)
        case Failed(why):
            return Broken(_FAILURES[why])
        case _:
            return Pending()


def _finished(job: Job, result: Result, url: str) -> Finished:
    return Finished(
        url=url,
        is_image=job.is_image,
        width=result.output_width or 0,
        height=result.output_height or 0,
        seconds=0 if job.is_image else length_of(job.request),
    )


def length_of(request: Request) -> int:
    """Seconds of the result, which the API does not tell; 0 where only the video itself knows."""
    match request:
        case EffectRequest():
            return request.effect.seconds
        case PictureRequest() if request.segments:
            return sum(segment.seconds for segment in request.segments)
        case ClipRequest() if request.mode is not Mode.EXTEND:
            return request.clip.seconds
        case ClipRequest() if not request.clip.seconds:
            return 0
        case ClipRequest():
            return request.clip.seconds + (request.options.duration or 0)
        case _:
            return request.options.duration or 0


def effects(templates: Iterable[Template], *, server: str) -> Sequence[Effect]:
    """The catalogue without what cannot be used, each effect once."""
    found: dict[EffectId, Effect] = {}
    for template in templates:
        known = None if template.activated is False else _effect(template, server=server)
        if known:
            found.setdefault(known.id, known)
    return tuple(found.values())


def _effect(template: Template, *, server: str) -> Effect | None:
    """None for one without a name, or that takes other numbers of pictures."""
    number, name = template.template_id, (template.display_name or "").strip()
    fewest, most = MODES[Mode.EFFECT].pictures
    if not (number and name and fewest <= template.images_needed <= most):
        return None
    if number > LARGEST_ID:
        log.warning("effect %s is left out: the database holds no number as large", number)
        return None
    seconds = round(template.duration or 0) or USUAL_SECONDS
    credits = template.credits if template.credits else tariff.effect_credits(seconds)
    return Effect(
        id=EffectId(number),
        name=name,
        pictures=template.images_needed,
        makes_image=template.gives_image,
        seconds=seconds,
        qualities=_qualities(template.qualities or ()),
        credits=credits,
        hint=(template.display_prompt or "").strip(),
        preview_url=_preview(template, server=server),
    )


def _preview(template: Template, *, server: str) -> str | None:
    """What moves comes before what stands still: Telegram takes no still picture for a moving one."""
    for address in (template.gif_url, template.preview_url, template.thumbnail_url):
        if address and may_be_fetched(address, server=server):
            return address
    return None


def _qualities(names: Iterable[str]) -> tuple[str, ...]:
    """Those that we know, in the vendor's order; where it names none, what every effect is thought to have."""
    cleaned = (name.strip().lower() for name in names)
    known = tuple(dict.fromkeys(name for name in cleaned if name in QUALITIES))
    return known or ("540p", "720p")


def speakers(voices: Iterable[Voice]) -> Sequence[Speaker]:
    """Everybody who has a name, and an id that a button can carry."""
    found: dict[str, Speaker] = {}
    for voice in voices:
        number, name = (voice.speaker_id or "").strip(), (voice.name or "").strip()
        if number and name and len(number.encode()) <= LONGEST_SPEAKER_ID and "|" not in number:
            found.setdefault(number, Speaker(id=number, name=name))
    return tuple(found.values())


def looks(styles: Iterable[Restyle]) -> Sequence[Look]:
    """Every style for a whole video that has a name, and a number that comes back as it went."""
    found: dict[str, Look] = {}
    for style in styles:
        name, words = (style.name or "").strip(), (style.prompt or "").strip()
        if name and style.restyle_id:
            number = str(style.restyle_id)
            found.setdefault(number, Look(id=number, name=name, words=words))
    return tuple(found.values())


def found_parts(found: MaskSelection, *, server: str) -> Ready:
    """Who and what was found in a video, and the frame that shows them."""
    frame = found.keyframe_url or ""
    parts = [
        Part(
            id=mask.mask_id,
            kind=(mask.mask_name or "").strip().lower(),
            frame=found.keyframe_id or 1,
            mask_url=_fetchable(mask.mask_url, server=server),
        )
        for mask in found.masks
        if mask.mask_id
    ]
    url = _fetchable(frame, server=server) or ""
    return Ready(Finished(url=url, is_image=True, parts=tuple(parts)))


def _fetchable(url: str | None, *, server: str) -> str | None:
    return url if url and may_be_fetched(url, server=server) else None
