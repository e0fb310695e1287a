"""Rules between the fields of one request: what goes together, what excludes what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator.film.sniffing import Kind
from simulator.useapi.endpoints import MAX_FRAMES
from simulator.useapi.ids import find
from simulator.useapi.records import Status, Upload, Video
from simulator.useapi.refusals import VIDEO_GONE, bad
from simulator.useapi.voices import VOICES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.useapi.effects import Effect
    from simulator.useapi.fields import Body
    from simulator.useapi.models import Model
    from simulator.useapi.world import World

_V5_SOUND = ("auto_sound", "sound_effect_prompt", "lip_sync_tts_prompt", "lip_sync_tts_speaker_id")
_ENDS = ("first_frame_path", "last_frame_path")
_FRAME = re.compile(r"frame_\d_path")
_TEMPLATE_PROMPT = 2048
_NAMED_PICTURE = re.compile(r"@(pic|image)(\d+)")
_MOTION_BYTES = 50 * 2**20
_MOTION_SIDE = 1920
_MOTION_SECONDS = 30


def model_takes(body: Body, model: Model) -> None:
    """What the endpoint takes, but this model does not."""
    for name in model.refused:
        if name in body:
            raise bad(f"Parameter {name} is not supported by model {model.name}")
    sound(body, model)
    prompt(body, model.prompt)
    if body.get("aspect_ratio", model.ratios[0]) not in model.ratios:
        raise bad(f"Parameter aspect_ratio must be one of {', '.join(model.ratios)}")


def sound(body: Body, model: Model) -> None:
    """`audio` is for v5.5, v5.6 and v6, the others for v5; the rest have no choice of sound."""
    given = [name for name in _V5_SOUND if name in body]
    if "audio" in body and not model.audio:
        raise bad(f"Parameter audio is not supported by model {model.name}")
    if given and not model.v5_sound:
        raise bad(f"Parameter {given[0]} is only supported by model v5, not by {model.name}")
    speaker(body.get("lip_sync_tts_speaker_id"), "lip_sync_tts_speaker_id")


def prompt(body: Body, limit: int) -> None:
    if len(body.get("prompt", "")) > limit:
        raise bad(f"Parameter prompt is too long, at most {limit} characters")


def speaker(value: str | None, name: str) -> None:
    if value is not None and value not in VOICES:
        raise bad(f"Parameter {name} ({value}) is not one of the voices")


def length(model: Model, quality: str, seconds: int) -> None:
    longest = model.longest_1080p if quality == "1080p" else model.longest
    if not model.shortest <= seconds <= longest:
        raise bad(
            f"Parameter duration must be between {model.shortest} and {longest} "
            f"for model {model.name} and quality {quality}"
        )


def upload(world: World, body: Body, name: str, kind: Kind) -> Upload | None:
    path = body.get(name)
    if path is None:
        return None
    known = world.uploads.get(path)
    if known is None:
        raise bad(f"Parameter {name} ({path}) was never uploaded")
    if known.kind is not kind:
        raise bad(f"Parameter {name} ({path}) must be of type {kind}")
    return known


def pictures(world: World, body: Body, names: Sequence[str]) -> list[Upload]:
    found = (upload(world, body, name, Kind.IMAGE) for name in names)
    return [one for one in found if one is not None]


def frames(world: World, body: Body, most: int) -> list[Upload]:
    """frame_1_path, frame_2_path ... without a gap."""
    names = [name for name in body if _FRAME.fullmatch(name)]
    wanted = [f"frame_{n}_path" for n in range(1, len(names) + 1)]
    for name in wanted:
        if name not in body:
            raise bad(f"Parameter {name} is required before later frames")
    if len(wanted) > most:
        raise bad(f"At most {most} frames are supported, {wanted[most]} is one more")
    return pictures(world, body, wanted)


def steps(body: Body, count: int) -> None:
    """prompt_N_to_M and duration_N_to_M stand only between frames that exist."""
    for n in range(count, MAX_FRAMES):
        for name in (f"prompt_{n}_to_{n + 1}", f"duration_{n}_to_{n + 1}"):
            if name in body:
                raise bad(f"Parameter {name} needs frame_{n + 1}_path")


def references(prompt: str, count: int, notation: str) -> None:
    """`@pic1` for v5, `@image1` for the others; there must be such a frame."""
    for used, number in _NAMED_PICTURE.findall(prompt):
        if used != notation:
            raise bad(f"Parameter prompt refers to @{used}{number}, use @{notation}{number}")
        if not 1 <= int(number) <= count:
            raise bad(f"Parameter prompt refers to @{used}{number}, there is no such frame")


def template(body: Body, effect: Effect) -> None:
    for name in ("model", "audio", "multi_shot"):
        if name in body:
            raise bad(f"Parameter {name} must be omitted when template_id is given")
    if effect.images > len(_ENDS):
        _many_pictures(body, effect)
    else:
        _one_or_two_pictures(body, effect)
    if body.get("quality", effect.qualities[0]) not in effect.qualities:
        raise bad(f"Parameter quality must be one of {', '.join(effect.qualities)}")
    prompt(body, _TEMPLATE_PROMPT)
    speaker(body.get("lip_sync_tts_speaker_id"), "lip_sync_tts_speaker_id")


def _one_or_two_pictures(body: Body, effect: Effect) -> None:
    _no_frames(body)
    for name in _ENDS[: effect.images]:
        if name not in body:
            raise bad(f"Parameter {name} is required by this template_id")
    if effect.images == 1 and "last_frame_path" in body:
        raise bad("Parameter last_frame_path is not used by this template_id")


def _many_pictures(body: Body, effect: Effect) -> None:
    """2 to N pictures; how many there are is counted with the frames."""
    for name in _ENDS:
        if name in body:
            raise bad(f"Parameter {name} excludes frame_1_path to frame_{effect.images}_path")
    for name in ("frame_1_path", "frame_2_path"):
        if name not in body:
            raise bad(f"Parameter {name} is required by this template_id")


def _no_frames(body: Body) -> None:
    given = [name for name in body if _FRAME.fullmatch(name)]
    if given:
        raise bad(f"Parameter {given[0]} needs a template_id that takes more than two pictures")


def plain_create(body: Body, model: Model) -> None:
    _no_frames(body)
    if "last_frame_path" in body:
        raise bad("Parameter last_frame_path needs a template_id, see create-frames")
    if "first_frame_path" not in body and not body.get("prompt", "").strip():
        raise bad("Parameter prompt is required")
    if model.needs_picture and "first_frame_path" not in body:
        raise bad(f"Parameter first_frame_path is required by model {model.name}")


def source(world: World, body: Body) -> Video | Upload:
    """Exactly one of video_id and video_path, finished and still there."""
    if ("video_id" in body) == ("video_path" in body):
        raise bad("Exactly one of the parameters video_id and video_path is required")
    if "video_id" in body:
        return finished(world, body["video_id"])
    path = body["video_path"]
    made = (one for one in world.jobs.values() if one.media_path == path and one.is_video)
    video = next(made, None)
    if video is not None and video.final is Status.COMPLETED:
        return video
    found = upload(world, body, "video_path", Kind.VIDEO)
    assert found is not None
    return found


def finished(world: World, video_id: str) -> Video:
    video = find(world, video_id)
    if video is None or video.deleted:
        raise bad(VIDEO_GONE)
    if not video.is_video or video.final is not Status.COMPLETED:
        raise bad(f"Parameter video_id ({video_id}) must be a completed video")
    return video


def speech(body: Body) -> None:
    """A sound file, or words and a voice to say them."""
    words = "prompt" in body or "speaker_id" in body
    if words and "audio_path" in body:
        raise bad("Parameter audio_path excludes prompt and speaker_id")
    if words and not ("prompt" in body and "speaker_id" in body):
        raise bad("Parameters prompt and speaker_id are required together")
    if not words and "audio_path" not in body:
        raise bad("Parameter audio_path, or prompt with speaker_id, is required")
    speaker(body.get("speaker_id"), "speaker_id")


def motion(world: World, body: Body) -> Upload:
    """The video whose movements are to be copied."""
    video = upload(world, body, "video_1_path", Kind.VIDEO)
    assert video is not None
    if video.size > _MOTION_BYTES:
        raise bad("Parameter video_1_path is larger than 50 MB")
    if not 1 <= video.seconds <= _MOTION_SECONDS:
        raise bad(f"Parameter video_1_path must last 1 to {_MOTION_SECONDS} seconds")
    if max(video.width, video.height) > _MOTION_SIDE:
        raise bad(f"Parameter video_1_path is larger than {_MOTION_SIDE} pixels")
    return video
