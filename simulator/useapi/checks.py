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
    from simulator.useapi.world import World

_V5_SOUND = ("auto_sound", "sound_effect_prompt", "lip_sync_tts_prompt", "lip_sync_tts_speaker_id")
_HD_SECONDS = 8
_PICTURE = re.compile(r"@(pic|image)(\d+)")


def sound(body: Body, model: str) -> None:
    """`audio` is for v5.5 and v5.6, the others for v5, and v5-fast has no sound at all."""
    given = [name for name in _V5_SOUND if name in body]
    if "audio" in body and model not in ("v5.5", "v5.6"):
        raise bad(f"Parameter audio is not supported by model {model}")
    if given and model != "v5":
        raise bad(f"Parameter {given[0]} is only supported by model v5, not by {model}")
    speaker(body.get("lip_sync_tts_speaker_id"), "lip_sync_tts_speaker_id")


def speaker(value: str | None, name: str) -> None:
    if value is not None and value not in VOICES:
        raise bad(f"Parameter {name} ({value}) is not one of the voices")


def length(quality: str, seconds: int) -> None:
    if quality == "1080p" and seconds > _HD_SECONDS:
        raise bad(f"Parameter duration must be at most {_HD_SECONDS} for quality 1080p")


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


def frames(world: World, body: Body) -> list[Upload]:
    """frame_1_path, frame_2_path ... without a gap."""
    names = [f"frame_{n}_path" for n in range(1, MAX_FRAMES + 1)]
    count = sum(name in body for name in names)
    for name in names[:count]:
        if name not in body:
            raise bad(f"Parameter {name} is required before later frames")
    return pictures(world, body, names)


def steps(body: Body, count: int) -> None:
    """prompt_N_to_M and duration_N_to_M stand only between frames that exist."""
    for n in range(count, MAX_FRAMES):
        for name in (f"prompt_{n}_to_{n + 1}", f"duration_{n}_to_{n + 1}"):
            if name in body:
                raise bad(f"Parameter {name} needs frame_{n + 1}_path")


def references(prompt: str, count: int) -> None:
    for notation, number in _PICTURE.findall(prompt):
        if notation != "pic":
            raise bad(f"Parameter prompt refers to @{notation}{number}, use @pic{number}")
        if not 1 <= int(number) <= count:
            raise bad(f"Parameter prompt refers to @pic{number}, there is no such frame")


def template(body: Body, effect: Effect) -> None:
    for name in ("model", "audio"):
        if name in body:
            raise bad(f"Parameter {name} must be omitted when template_id is given")
    needed = ("first_frame_path", "last_frame_path")[: effect.images]
    for name in needed:
        if name not in body:
            raise bad(f"Parameter {name} is required by this template_id")
    if effect.images == 1 and "last_frame_path" in body:
        raise bad("Parameter last_frame_path is not used by this template_id")
    if body.get("quality", effect.qualities[0]) not in effect.qualities:
        raise bad(f"Parameter quality must be one of {', '.join(effect.qualities)}")
    speaker(body.get("lip_sync_tts_speaker_id"), "lip_sync_tts_speaker_id")


def plain_create(body: Body) -> None:
    if "last_frame_path" in body:
        raise bad("Parameter last_frame_path needs a template_id, see create-frames")
    if "first_frame_path" not in body and not body.get("prompt", "").strip():
        raise bad("Parameter prompt is required")


def source(world: World, body: Body) -> Video | Upload:
    """Exactly one of video_id and video_path, finished and still there."""
    if ("video_id" in body) == ("video_path" in body):
        raise bad("Exactly one of the parameters video_id and video_path is required")
    if "video_id" in body:
        return finished(world, body["video_id"])
    path = body["video_path"]
    made = (one for one in world.videos.values() if one.media_path == path and one.is_video)
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
