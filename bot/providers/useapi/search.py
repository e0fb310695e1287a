"""How a job whose submission was lost is told among an account's videos. Pure.

The seed is the fingerprint: 31 bits of chance, one per job. A row with our seed that differs elsewhere
is neither taken for ours nor for somebody else's: adopting it could be wrong, paying again too. A seed that
somebody chose proves little, as others choose 42, too: what the video was made from must agree. Modes without
a seed have other fingerprints (`remade`).
"""

from datetime import datetime, timedelta
from enum import StrEnum

from bot.providers.useapi import remade
from bot.providers.useapi.capabilities import MODES
from bot.providers.useapi.spelling import prompt_of
from jobs.capabilities import Mode
from jobs.lifecycle import Job
from jobs.requests import ClipRequest, EffectRequest, TextRequest
from pixverse.useapi import Video

CLOCKS_APART = timedelta(seconds=60)
"""How much earlier than we the provider's clock may say that a job was created."""

# Here the list may show words that are not ours: the template's own, or one segment's of several.
_OTHER_WORDS = frozenset({Mode.EFFECT, Mode.TRANSITION})


class Match(StrEnum):
    """Whether a row is the video of the job."""

    OURS = "ours"
    UNCLEAR = "unclear"
    ANOTHER = "another"


_WITHOUT_SEED = {True: Match.OURS, False: Match.ANOTHER, None: Match.UNCLEAR}


def begins(job: Job) -> datetime:
    """Before this the provider cannot have created the job."""
    return (job.submitted_at or job.queued_at) - CLOCKS_APART


def compare(job: Job, video: Video) -> Match:
    """Compare a row with the job: creation time, seed, template, and words where the list shows them."""
    if video.created_at and video.created_at < begins(job):
        return Match.ANOTHER
    if not MODES[job.request.subject.mode].takes_seed:
        return _WITHOUT_SEED[remade.is_it(job, video) if video.video_id else None]
    alike = _same_template(job, video) and _same_words(job, video)
    if not video.seed:
        return Match.UNCLEAR if alike else Match.ANOTHER
    if video.seed != job.seed:
        return Match.ANOTHER
    proved = alike and video.video_id and (job.request.seed is None or _made_alike(job, video))
    return Match.OURS if proved else Match.UNCLEAR


def _made_alike(job: Job, video: Video) -> bool:
    """Whether the list shows what the job was made from: its own words, or its own materials."""
    if isinstance(job.request, TextRequest):
        return bool(video.prompt)
    return remade.same_materials(job, video)


def is_still(job: Job) -> bool:
    """Whether the job's result is in the list of pictures, apart from the videos."""
    return job.request.subject.mode is Mode.STILL


def shows_image(video: Video) -> bool:
    """Whether the row is of a picture made by a template: not every list shows those."""
    return "-image:" in (video.video_id or "")


def _same_template(job: Job, video: Video) -> bool:
    if isinstance(job.request, ClipRequest):
        return True  # the list may show the template of the video that was worked on
    ours = job.request.effect.id if isinstance(job.request, EffectRequest) else 0
    return video.template_id is None or video.template_id == ours


def _same_words(job: Job, video: Video) -> bool:
    ours, theirs = prompt_of(job.request), video.prompt
    if not ours or not theirs or job.request.subject.mode in _OTHER_WORDS:
        return True
    return ours.casefold().split() == theirs.casefold().split()


def own_part(video_id: str) -> str:
    """The part of an id that is the video's own: its kind and number.

    The mailbox in front of it is sometimes masked (`jo***@…`) and sometimes not, for the same video.
    """
    return video_id.rpartition("-")[2]
