"""What a job is called in useapi.net's words: the body of the one POST that is paid for. Pure."""

from typing import Any

from jobs.capabilities import Field, Mode, Model, Options, Sound, Subject, choices, fit
from jobs.lifecycle import Job
from jobs.requests import EffectRequest, Request
from pixverse.useapi import CreateBody, CreateFramesBody, CreateTransitionBody

JobBody = CreateBody | CreateFramesBody | CreateTransitionBody

# These take `audio`; v5 has `auto_sound` instead, and v5-fast makes no sound.
_AUDIO_MODELS = frozenset({Model.V5_6, Model.V5_5})


def body_of(job: Job, *, reply_url: str | None) -> JobBody:
    """The body that asks for this job. ValueError where its uploads do not fit its request."""
    request, subject = job.request, job.request.subject
    # A field that the subject does not have may hold anything: it was set for another kind of video.
    options = fit(subject, request.options)
    common = _common(job, options, reply_url)
    if isinstance(request, EffectRequest):
        return CreateBody(**common, **_effect(request, options, job.uploads))
    common |= _plain(subject, options)
    match subject.mode:
        case Mode.FRAMES:
            first, last = job.uploads
            return CreateFramesBody(
                **common,
                first_frame_path=first,
                last_frame_path=last,
                prompt=request.prompt,
                duration=options.duration,
            )
        case Mode.TRANSITION:
            return CreateTransitionBody(**common, **_stations(request, options, job.uploads))
        case _:
            return CreateBody(
                **common,
                **_create_only(subject, options, job.uploads),
                prompt=request.prompt,
                duration=options.duration,
            )


def makes_image(request: Request) -> bool:
    """Whether the result is a picture: only templates can be of that kind."""
    return isinstance(request, EffectRequest) and request.effect.makes_image


def _common(job: Job, options: Options, reply_url: str | None) -> dict[str, Any]:
    return {
        "email": job.account,
        "reply_ref": job.reference,
        # Off-peak jobs are never posted anywhere; only the list tells of them.
        "reply_url": None if options.off_peak else reply_url,
        "off_peak_mode": options.off_peak or None,
        "seed": job.seed,
        "quality": options.quality.value,
    }


def _plain(subject: Subject, options: Options) -> dict[str, Any]:
    """What every video without an effect takes. The model is named: the endpoints' defaults differ."""
    fields: dict[str, Any] = {"model": options.model.value}
    if choices(subject, options, Field.PREVIEW):
        fields["preview_mode"] = options.preview or None
    if choices(subject, options, Field.SOUND):
        wanted = options.sound is Sound.ON
        if options.model in _AUDIO_MODELS:
            fields["audio"] = wanted
        else:
            fields["auto_sound"] = wanted or None
    return fields


def _create_only(subject: Subject, options: Options, uploads: tuple[str, ...]) -> dict[str, Any]:
    """Words have a shape; a picture brings its own."""
    if subject.mode is Mode.TEXT:
        return {"aspect_ratio": options.ratio.value}
    (picture,) = uploads
    return {"first_frame_path": picture}


def _stations(request: Request, options: Options, uploads: tuple[str, ...]) -> dict[str, Any]:
    """From picture to picture: each segment has its own length and words, and ours are all alike."""
    if len(uploads) != request.subject.pictures:
        raise ValueError("there must be one upload per picture")
    fields: dict[str, Any] = {
        f"frame_{number}_path": path for number, path in enumerate(uploads, start=1)
    }
    for number in range(1, len(uploads)):
        segment = f"{number}_to_{number + 1}"
        fields[f"duration_{segment}"] = str(options.duration)
        fields[f"prompt_{segment}"] = request.prompt
    return fields


def _effect(request: EffectRequest, options: Options, uploads: tuple[str, ...]) -> dict[str, Any]:
    """A template fixes model, length and shape. No sound and its own sound are different things."""
    frames = ("first_frame_path", "last_frame_path")[: request.effect.pictures]
    if len(uploads) < len(frames):
        raise ValueError("the effect needs more pictures")
    sound = {Sound.AUTO: None, Sound.ON: True, Sound.OFF: False}[options.sound]
    return {
        "template_id": request.effect.id,
        "prompt": request.prompt,
        "auto_sound": sound,
        **dict(zip(frames, uploads, strict=False)),
    }
