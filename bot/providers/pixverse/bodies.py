"""What a job is called in the Platform API's words: the body of the one POST that is paid for. Pure."""

from typing import Any

from bot.providers.materials import Uploaded, uploaded
from bot.providers.pixverse import clips
from bot.providers.pixverse.capabilities import C1, FAST, V5_5, V5_6, V6
from bot.providers.pixverse.spelling import fusion_prompt, name_of
from jobs.capabilities import NO_STYLE, USUAL_CAMERA, Mode, Options, Sound
from jobs.lifecycle import Job
from jobs.requests import ClipRequest, EffectRequest, PictureRequest, Request, TextRequest
from pixverse.platform import (
    FusionBody,
    Generation,
    ImageBody,
    ImageReference,
    ImageTemplateBody,
    MultiTransitionBody,
    Station,
    TemplateBody,
    TextBody,
    TransitionBody,
)

_SOUNDING_MODELS = frozenset({V5_5, V5_6, V6, C1})


def body_of(job: Job, *, webhook_id: str | None) -> Generation:
    """The body that asks for this job. ValueError where its uploads do not fit its request, or the API
    does not take it."""
    request = job.request
    sent = uploaded(request, job.uploads)
    common: dict[str, Any] = {"webhook_id": webhook_id}
    match request:
        case TextRequest():
            return TextBody(
                **common,
                **_made(job, request),
                **_looks(request),
                **_shape(request),
                prompt=request.prompt,
            )
        case PictureRequest():
            return _picture_body(job, request, sent, common)
        case EffectRequest():
            return _effect_body(job, request, sent, common)
        case ClipRequest():
            return clips.body_of(job, request, sent, common)


def _timed(job: Job, options: Options) -> dict[str, Any]:
    """What every body with a model has."""
    return {
        "model": options.model,
        "duration": options.duration,
        "quality": options.quality,
        "seed": job.seed,
    }


def _made(job: Job, request: Request) -> dict[str, Any]:
    """What a new video has, and the one between two pictures."""
    options = request.options
    return {
        **_timed(job, options),
        **_sound(request, options),
        "motion_mode": FAST if options.motion == FAST else None,
    }


def _looks(request: Request) -> dict[str, Any]:
    """How a new video looks. What is as usual is not sent: older sources do not know the words for it."""
    options = request.options
    return {
        "style": None if options.style == NO_STYLE else options.style,
        "camera_movement": None if options.camera == USUAL_CAMERA else options.camera,
        "negative_prompt": request.negative,
        "generate_multi_clip_switch": options.multi_shot or None,
    }


def _shape(request: Request) -> dict[str, Any]:
    """Words have a shape; a picture brings its own."""
    return {"aspect_ratio": request.options.ratio}


def _sound(request: Request, options: Options) -> dict[str, Any]:
    """Newer models make their sound themselves; to older ones' videos it is added, and can be described."""
    if options.sound is None:
        return {}
    if options.model in _SOUNDING_MODELS:
        return {"generate_audio_switch": options.sound is Sound.ON}
    wanted = options.sound is Sound.ON or request.sound_words is not None
    speech = request.speech
    return {
        "sound_effect_switch": wanted or None,
        "sound_effect_content": request.sound_words,
        "lip_sync_tts_switch": True if speech else None,
        "lip_sync_tts_content": speech.words if speech else None,
        "lip_sync_tts_speaker_id": speech.speaker.id if speech else None,
    }


def _picture_body(
    job: Job, request: PictureRequest, sent: Uploaded, common: dict[str, Any]
) -> Generation:
    numbers = tuple(map(int, sent.pictures))
    match request.way:
        case Mode.TRANSITION:
            return _stations(request, numbers, common)
        case Mode.FRAMES:
            first, last = numbers
            return TransitionBody(
                **common,
                **_made(job, request),
                prompt=request.prompt or "",
                first_frame_img=first,
                last_frame_img=last,
            )
        case Mode.FUSION:
            return _fusion_body(job, request, numbers, common)
        case _:
            (number,) = numbers
            return ImageBody(
                **common,
                **_made(job, request),
                **_looks(request),
                prompt=request.prompt or "",
                img_id=number,
            )


def _stations(
    request: PictureRequest, numbers: tuple[int, ...], common: dict[str, Any]
) -> MultiTransitionBody:
    """Each stretch has its own length and words, else the video's words; the last picture begins none."""
    stretches = [
        Station(img_id=number, duration=segment.seconds, prompt=segment.prompt or request.prompt)
        for number, segment in zip(numbers, request.segments, strict=False)
    ]
    made: dict[str, Any] = {"model": request.options.model, "quality": request.options.quality}
    stations = (*stretches, Station(img_id=numbers[-1]))
    return MultiTransitionBody(**common, **made, stations=stations)


def _fusion_body(
    job: Job, request: PictureRequest, numbers: tuple[int, ...], common: dict[str, Any]
) -> FusionBody:
    options = request.options
    references = [
        ImageReference(type="subject", img_id=number, ref_name=name_of(place))
        for place, number in enumerate(numbers)
    ]
    return FusionBody(
        **common,
        **_timed(job, options),
        **_shape(request),
        image_references=tuple(references),
        prompt=fusion_prompt(request.prompt or "", len(numbers)),
        generate_audio_switch=None if options.sound is None else options.sound is Sound.ON,
    )


def _effect_body(
    job: Job, request: EffectRequest, sent: Uploaded, common: dict[str, Any]
) -> Generation:
    """An effect prescribes model, length and words. Its switch for sound is its own music."""
    numbers, effect, options = tuple(map(int, sent.pictures)), request.effect, request.options
    if effect.makes_image:
        return ImageTemplateBody(**common, template_id=effect.id, img_ids=numbers)
    seen: dict[str, Any] = {"quality": options.quality}
    return TemplateBody(
        **common,
        **seen,
        template_id=effect.id,
        img_ids=numbers,
        prompt=request.prompt or "",
        sound_effect_switch=options.sound is Sound.ON or None,
        seed=job.seed,
    )
