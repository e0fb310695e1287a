"""The bodies for work on a video that exists: made at the platform, or sent by a person. Pure."""

from typing import Any

from bot.providers.materials import Uploaded
from bot.providers.pixverse.capabilities import FAST
from jobs.capabilities import NO_STYLE, Mode
from jobs.lifecycle import Job
from jobs.materials import MadeClip
from jobs.requests import ClipRequest
from pixverse.platform import (
    ExtendBody,
    Generation,
    LipSyncBody,
    MaskSelectionBody,
    MimicBody,
    ModifyBody,
    RestyleBody,
    SoundEffectBody,
    SwapBody,
    UpscaleBody,
)


def body_of(job: Job, request: ClipRequest, sent: Uploaded, common: dict[str, Any]) -> Generation:
    """The body of every mode with an endpoint of its own. Raises ValueError."""
    source = {**common, **_source(request, sent)}
    options, prompt = request.options, request.prompt or ""
    seen: dict[str, Any] = {"quality": options.quality}
    match request.mode:
        case Mode.EXTEND:
            return ExtendBody(**source, **_extension(job, request))
        case Mode.MODIFY:
            return ModifyBody(**source, **seen, prompt=prompt)
        case Mode.LIPSYNC:
            return LipSyncBody(**source, **_lips(request, sent))
        case Mode.SOUND:
            return SoundEffectBody(
                **source,
                original_sound_switch=options.keep_sound,
                sound_effect_content=request.prompt,
            )
        case Mode.RESTYLE:
            return RestyleBody(**source, **_look(request), seed=job.seed)
        case Mode.MOTION:
            return MimicBody(**source, **seen, img_id=_picture(sent))
        case Mode.SWAP:
            return _swap_body(request, sent, source, seen)
        case Mode.UPSCALE:
            return UpscaleBody(**source)
        case _:
            raise ValueError(f"no endpoint for {request.mode}")


def masks_body(request: ClipRequest, sent: Uploaded) -> MaskSelectionBody:
    """What finds who and what can be replaced in the video."""
    return MaskSelectionBody(**_source(request, sent))


def _swap_body(
    request: ClipRequest, sent: Uploaded, source: dict[str, Any], seen: dict[str, Any]
) -> SwapBody:
    if request.target is None:
        raise ValueError("a swap is of a part that was found before")
    return SwapBody(
        **source,
        **seen,
        keyframe_id=request.target.part.frame,
        mask_id=request.target.part.id,
        img_id=_picture(sent),
        original_sound_switch=request.options.keep_sound,
    )


def _source(request: ClipRequest, sent: Uploaded) -> dict[str, Any]:
    if isinstance(request.clip, MadeClip):
        return {"source_video_id": int(request.clip.video_id)}
    return {"video_media_id": int(sent.clip or "")}


def _picture(sent: Uploaded) -> int:
    (number,) = sent.pictures
    return int(number)


def _extension(job: Job, request: ClipRequest) -> dict[str, Any]:
    options = request.options
    return {
        "prompt": request.prompt,
        "model": options.model,
        "duration": options.duration,
        "quality": options.quality,
        "seed": job.seed,
        "motion_mode": FAST if options.motion == FAST else None,
        "style": None if options.style == NO_STYLE else options.style,
    }


def _lips(request: ClipRequest, sent: Uploaded) -> dict[str, Any]:
    """A sound, or words and who says them."""
    speech = request.speech
    return {
        "audio_media_id": int(sent.voice) if sent.voice else None,
        "lip_sync_tts_content": speech.words if speech else None,
        "lip_sync_tts_speaker_id": speech.speaker.id if speech else None,
    }


def _look(request: ClipRequest) -> dict[str, Any]:
    """A ready-made look, or words."""
    if request.look:
        return {"restyle_id": int(request.look.id)}
    return {"restyle_prompt": request.prompt}


def looks_for_parts(job: Job) -> bool:
    """Whether the job looks for who and what is in a video."""
    return isinstance(job.request, ClipRequest) and job.request.mode is Mode.PARTS
