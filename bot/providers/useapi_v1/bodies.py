"""What a job is called in useapi.net v1's words: the body of the one POST that is paid for. Pure."""

from typing import Any

from bot.providers.useapi_v1.capabilities import LIVELINESS, STYLES
from bot.providers.useapi_v1.tariff import FOUR, HD
from jobs.capabilities import Mode
from jobs.drafts.references import without_references
from jobs.follow_ups import FollowUp
from jobs.lifecycle import Job
from jobs.materials import MadeClip
from jobs.requests import ClipRequest, PictureRequest, TextRequest
from pixverse.useapi_v1 import AnimateBody, ButtonBody, CreateBody, CreateSingleBody, MemeFaceBody

JobBody = CreateBody | CreateSingleBody | AnimateBody | MemeFaceBody | ButtonBody


def body_of(job: Job, *, reply_url: str | None, server: str | None = None) -> JobBody:
    """The body that asks for this job. ValueError where the API has nothing like it."""
    common: dict[str, Any] = {
        "channel": job.account,
        "server": server,
        "reply_ref": job.reference,
        "reply_url": reply_url,
    }
    match job.request:
        case TextRequest() as request:
            return _words(job, request, common)
        case PictureRequest() as request if request.way is Mode.IMAGE:
            return _animate(job, request, common)
        case PictureRequest() as request if request.way is Mode.FUSION:
            return _face(job, request, common)
        case ClipRequest(made=MadeClip() as clip, follow_up=FollowUp() as pressed):
            return _press(job, clip, pressed, reply_url)
        case request:
            raise ValueError(f"no command for {request.subject.mode}")


def _press(job: Job, clip: MadeClip, pressed: FollowUp, reply_url: str | None) -> ButtonBody:
    """It names no channel: it is pressed where the result stands."""
    return ButtonBody(
        jobid=clip.video_id, button=pressed.name, reply_ref=job.reference, reply_url=reply_url
    )


def _words(job: Job, request: TextRequest, common: dict[str, Any]) -> CreateBody:
    options = request.options
    fields = {
        **common,
        "prompt": request.prompt,
        "negative_prompt": request.negative,
        "style": STYLES.get(options.style or ""),
        "aspect_ratio": options.ratio,
    }
    # Four at once have no seed.
    if options.model == FOUR:
        return CreateBody(**fields)
    return CreateSingleBody(**fields, seed_value=job.seed)


def _animate(job: Job, request: PictureRequest, common: dict[str, Any]) -> AnimateBody:
    options = request.options
    return AnimateBody(
        **common,
        prompt=request.prompt,
        seed_value=job.seed,
        motion=LIVELINESS.get(options.motion or ""),
        hd_quality="Yes" if options.quality == HD else None,
    )


def _face(job: Job, request: PictureRequest, common: dict[str, Any]) -> MemeFaceBody:
    fields = {
        **common,
        "prompt": without_references(request.prompt or ""),
        "negative_prompt": request.negative,
        "aspect_ratio": request.options.ratio,
    }
    return MemeFaceBody(**fields, seed_value=job.seed)
