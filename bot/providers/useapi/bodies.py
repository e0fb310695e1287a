"""What a job is called in useapi.net's words: the body of the one POST that is paid for. Pure."""

from typing import Any

from bot.providers.materials import Uploaded, uploaded
from bot.providers.useapi.capabilities import V5_5, V5_6, V6
from bot.providers.useapi.spelling import prompt_of
from jobs.capabilities import Mode, Options, Sound
from jobs.lifecycle import Job
from jobs.materials import MadeClip
from jobs.requests import ClipRequest, EffectRequest, PictureRequest, Request, TextRequest
from pixverse.useapi import (
    CreateBody,
    CreateFramesBody,
    CreateFusionBody,
    CreateImagesBody,
    CreateTransitionBody,
    ExtendBody,
    LipsyncBody,
    ModifyBody,
    MotionControlBody,
    UpscaleBody,
)

JobBody = (
    CreateBody
    | CreateFramesBody
    | CreateTransitionBody
    | CreateFusionBody
    | CreateImagesBody
    | ExtendBody
    | ModifyBody
    | LipsyncBody
    | MotionControlBody
    | UpscaleBody
)

# These take `audio`; v5 has `auto_sound` instead, and v5-fast makes no sound.
_AUDIO_MODELS = frozenset({V6, V5_6, V5_5})
_TWO_FRAMES = 2


def body_of(job: Job, *, reply_url: str | None) -> JobBody:
    """The body that asks for this job. ValueError where its uploads do not fit its request."""
    request, options = job.request, job.request.options
    paths = uploaded(request, job.uploads)
    common = _common(job, options, reply_url)
    match request:
        case TextRequest():
            return CreateBody(
                **common,
                **_seen(job, options),
                **_made(request, options),
                **_shape(options),
                prompt=request.prompt,
                duration=options.duration,
            )
        case PictureRequest():
            return _picture_body(job, request, paths, common)
        case EffectRequest():
            return CreateBody(**common, **_seen(job, options), **_effect(request, paths))
        case ClipRequest():
            return _clip_body(job, request, paths, common)


def _common(job: Job, options: Options, reply_url: str | None) -> dict[str, Any]:
    fields: dict[str, Any] = {"email": job.account, "reply_ref": job.reference}
    if options.off_peak:  # posted nowhere; only the list tells of such a job
        return {**fields, "off_peak_mode": True}
    return {**fields, "reply_url": reply_url}


def _seen(job: Job, options: Options) -> dict[str, Any]:
    return {"seed": job.seed, **_quality(options)}


def _quality(options: Options) -> dict[str, Any]:
    return {"quality": options.quality}


def _made(request: Request, options: Options) -> dict[str, Any]:
    """What every video without an effect takes. The model is named: the endpoints' defaults differ."""
    fields = {**_model(options), "preview_mode": options.preview or None}
    # Only v6 knows shots; elsewhere the field must be absent.
    if options.multi_shot:
        fields["multi_shot"] = True
    return fields | _sound(request, options)


def _model(options: Options) -> dict[str, Any]:
    return {"model": options.model}


def _shape(options: Options) -> dict[str, Any]:
    """Words have a shape; a picture brings its own."""
    return {"aspect_ratio": options.ratio}


def _sound(request: Request, options: Options) -> dict[str, Any]:
    """v5 hears words and speaks; the newer ones have a switch."""
    if options.sound is None:
        return {}
    if options.model in _AUDIO_MODELS:
        return {"audio": options.sound is Sound.ON}
    wanted = options.sound is Sound.ON or request.sound_words is not None
    return {"auto_sound": wanted or None, **_v5_sound(request)}


def _v5_sound(request: Request) -> dict[str, Any]:
    speech = request.speech
    return {
        "sound_effect_prompt": request.sound_words,
        "lip_sync_tts_prompt": speech.words if speech else None,
        "lip_sync_tts_speaker_id": speech.speaker.id if speech else None,
    }


def _picture_body(
    job: Job, request: PictureRequest, paths: Uploaded, common: dict[str, Any]
) -> JobBody:
    options = request.options
    common = {**common, **_seen(job, options)}
    made = _made(request, options)
    match request.way:
        case Mode.TRANSITION:
            return CreateTransitionBody(**common, **made, **_stations(request, paths))
        case Mode.FRAMES:
            first, last = paths.pictures
            return CreateFramesBody(
                **common,
                **made,
                first_frame_path=first,
                last_frame_path=last,
                prompt=request.prompt,
                duration=options.duration,
            )
        case Mode.STILL:
            return CreateImagesBody(
                **common,
                **_shape(options),
                **_goes_by(paths),
                **_model(options),
                prompt=request.prompt or "",
                create_count=1,
            )
        case Mode.FUSION:
            return CreateFusionBody(
                **common,
                **_frames(paths),
                **_shape(options),
                **_model(options),
                prompt=prompt_of(request) or "",
                duration=options.duration,
            )
        case _:
            (picture,) = paths.pictures
            return CreateBody(
                **common,
                **made,
                first_frame_path=picture,
                prompt=request.prompt,
                duration=options.duration,
            )


def _frames(paths: Uploaded) -> dict[str, Any]:
    return {f"frame_{number}_path": path for number, path in enumerate(paths.pictures, start=1)}


def _goes_by(paths: Uploaded) -> dict[str, Any]:
    return {f"image_path_{number}": path for number, path in enumerate(paths.pictures, start=1)}


def _stations(request: PictureRequest, paths: Uploaded) -> dict[str, Any]:
    """From picture to picture: each segment has its own length and words; else the video's words."""
    fields = _frames(paths)
    for number, segment in enumerate(request.segments, start=1):
        name = f"{number}_to_{number + 1}"
        fields[f"duration_{name}"] = str(segment.seconds)
        fields[f"prompt_{name}"] = segment.prompt or request.prompt
    return fields


def _effect(request: EffectRequest, paths: Uploaded) -> dict[str, Any]:
    """A template fixes model, length and shape. No sound and its own sound are different things."""
    sounds = {None: None, Sound.AUTO: None, Sound.ON: True, Sound.OFF: False}
    return {
        "template_id": request.effect.id,
        "prompt": request.prompt,
        **_v5_sound(request),
        "auto_sound": sounds[request.options.sound],
        **_effect_frames(request, paths),
    }


def _effect_frames(request: EffectRequest, paths: Uploaded) -> dict[str, Any]:
    """Up to two pictures have names of their own; where there may be more they are numbered."""
    if request.effect.pictures > _TWO_FRAMES:
        return _frames(paths)
    names = ("first_frame_path", "last_frame_path")
    return dict(zip(names, paths.pictures, strict=False))


def _clip_body(job: Job, request: ClipRequest, paths: Uploaded, common: dict[str, Any]) -> JobBody:
    options, source = request.options, _source(request, paths)
    match request.mode:
        case Mode.EXTEND:
            return ExtendBody(
                **common,
                **_seen(job, options),
                **source,
                **_sound(request, options),
                **_model(options),
                prompt=request.prompt,
                duration=options.duration,
            )
        case Mode.MODIFY:
            return ModifyBody(
                **common, **_seen(job, options), **source, prompt=request.prompt or ""
            )
        case Mode.LIPSYNC:
            return LipsyncBody(**common, **source, **_lips(request, paths))
        case Mode.MOTION:
            return MotionControlBody(
                **common,
                **_quality(options),
                **_frames(paths),
                video_1_path=paths.clip or "",
            )
        case Mode.UPSCALE if isinstance(request.clip, MadeClip):
            return UpscaleBody(
                reply_ref=job.reference,
                reply_url=common.get("reply_url"),
                video_id=request.clip.video_id,
            )
        case _:
            raise ValueError(f"no endpoint for {request.mode}")


def _source(request: ClipRequest, paths: Uploaded) -> dict[str, Any]:
    if isinstance(request.clip, MadeClip):
        return {"video_id": request.clip.video_id}
    return {"video_path": paths.clip}


def _lips(request: ClipRequest, paths: Uploaded) -> dict[str, Any]:
    """A sound, or words and who says them."""
    speech = request.speech
    return {
        "audio_path": paths.voice,
        "prompt": speech.words if speech else None,
        "speaker_id": speech.speaker.id if speech else None,
        "original_sound_switch": request.options.keep_sound,
    }
