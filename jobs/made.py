"""Videos and pictures that this bot made, as something to work on further."""

from jobs.capabilities import Mode, Options
from jobs.drafts import clip_ways
from jobs.ids import MessageId
from jobs.lifecycle import FileKind, Job
from jobs.materials import MadeClip, Picture, Target
from jobs.offer import Offer
from jobs.requests import ClipRequest, EffectRequest, Request

SIDE_OF_4K = 3840
LONGEST_TITLE = 60


def made_clip(job: Job) -> MadeClip | None:
    """The video of a finished job; None where there is none, or a picture."""
    result = job.result
    if (
        job.deleted_at
        or result is None
        or result.is_image
        or job.video_id is None
        or job.account is None
    ):
        return None
    return MadeClip(
        job_id=job.id,
        video_id=job.video_id,
        account=job.account,
        title=_title(job.request),
        model=_model(job.request),
        seconds=result.seconds,
        upscaled=_was_upscaled(job.request) or max(result.width, result.height) >= SIDE_OF_4K,
        file_id=job.sent.file_id if job.sent else None,
    )


def is_picture(job: Job) -> bool:
    """Whether a job's result is a picture in its own right, and still there."""
    result = job.result
    return bool(result and result.is_image and not result.parts and not job.deleted_at)


def made_picture(job: Job, message_id: MessageId) -> Picture | None:
    """The picture of a finished job, as if somebody had sent it in this message; None where there is
    none, or Telegram never had it."""
    if not (is_picture(job) and job.sent):
        return None
    as_file = job.sent.kind is FileKind.DOCUMENT
    return Picture(file_id=job.sent.file_id, message_id=message_id, as_file=as_file)


def found_part(job: Job, number: int) -> Target | None:
    """A part (counted from 0) of those that a job found in a video, as something to be swapped."""
    parts = job.result.parts if job.result and not job.deleted_at else ()
    if job.account is None or not 0 <= number < len(parts):
        return None
    return Target(part=parts[number], account=job.account, uploads=job.uploads)


def result_ways(job: Job, offer: Offer) -> tuple[Mode, ...]:
    """What can be done with a job's video or picture, most likely first."""
    if is_picture(job):
        return tuple(mode for mode in (Mode.IMAGE, Mode.STILL) if mode in offer.ways(1))
    clip = made_clip(job)
    if clip is None or job.result is None:
        return ()
    follows = job.result.follow_ups and offer.has(Mode.FOLLOW_UP)
    return (*((Mode.FOLLOW_UP,) if follows else ()), *clip_ways(clip, offer))


def _title(request: Request) -> str | None:
    """The effect's name, or the first words, or those of the video that it worked on."""
    if isinstance(request, EffectRequest):
        return request.effect.name
    made = request.made if isinstance(request, ClipRequest) else None
    words = " ".join((request.prompt or "").split())[:LONGEST_TITLE]
    return words or (made.title if made else None)


def _model(request: Request) -> str | None:
    """Who made it; where the request names nobody, whoever made the video that it worked on."""
    made = request.made if isinstance(request, ClipRequest) else None
    return request.options.model or (made.model if made else None)


def _was_upscaled(request: Request) -> bool:
    return request.subject.mode is Mode.UPSCALE


def options_like(job: Job, options: Options) -> Options:
    """Options for what goes on from a job's video: its own where it had them."""
    own = job.request.options
    wanted = {
        name: value
        for name in ("model", "quality", "duration", "sound")
        if (value := getattr(own, name)) is not None
    }
    return options.model_copy(update=wanted)
