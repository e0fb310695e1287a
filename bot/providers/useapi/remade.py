"""How a job that its seed does not tell, such as lip sync, is told among an account's videos. Pure.

What it was made from is the fingerprint: the video, and for lip sync the sound. Where the list does not show
that, nothing is proved: adopting a stranger's video could be wrong, paying again too.
"""

import re

from bot.providers.materials import uploaded
from jobs.capabilities import Mode
from jobs.lifecycle import Job
from jobs.materials import Speech
from jobs.requests import ClipRequest
from pixverse.useapi import Video

_NUMBER = re.compile(r"\d+$")


def is_it(job: Job, video: Video) -> bool | None:
    """Whether the row is the video of the job; None: it may be, or not."""
    assert isinstance(job.request, ClipRequest)
    source, voice = _same_source(job, job.request, video), _same_voice(job, job.request, video)
    kind = _same_kind(job.request.mode, video)
    if source is False or voice is False:
        return False
    if source and kind is not False:
        return True
    return False if kind is False and source is None else None


def same_materials(job: Job, video: Video) -> bool:
    """Whether the list shows that the video was made from the job's own pictures, or its own video."""
    if isinstance(job.request, ClipRequest):
        return _same_source(job, job.request, video) is True
    theirs = video.customer_paths.customer_img_paths if video.customer_paths else None
    theirs = theirs or tuple(path for path in [video.customer_img_path] if path)
    return bool(theirs) and theirs == uploaded(job.request, job.uploads).pictures[: len(theirs)]


def _same_kind(mode: Mode, video: Video) -> bool | None:
    """What the list says was done. None: it does not say."""
    match mode:
        case Mode.UPSCALE:
            return video.upscaled
        case Mode.LIPSYNC:
            return video.lip_sync_switch
        case _:
            return None


def _same_source(job: Job, request: ClipRequest, video: Video) -> bool | None:
    """None where the list names no source."""
    if request.made:
        theirs = _number(str(video.original_video_id or ""))
        return theirs == _number(request.made.video_id) if theirs.strip("0") else None
    path = video.customer_paths.customer_video_path if video.customer_paths else None
    return path == uploaded(request, job.uploads).clip if path else None


def _number(video_id: str) -> str:
    """An id, and the number in it, name the same video."""
    found = _NUMBER.search(video_id)
    return found[0] if found else ""


def _same_voice(job: Job, request: ClipRequest, video: Video) -> bool | None:
    """None where there is none, or the list does not name it."""
    told = video.customer_paths
    if told is None:
        return None
    if request.speech:
        words = told.lip_sync_tts_content
        return _same_speech(request.speech, words, told.lip_sync_tts_speaker_id) if words else None
    path = told.lip_sync_audio_path or told.customer_lip_sync_audio_path
    return path == uploaded(request, job.uploads).voice if path and request.voice else None


def _same_speech(speech: Speech, words: str, speaker: str | None) -> bool:
    same = speech.words.casefold().split() == words.casefold().split()
    return same and speaker in (None, "", speech.speaker.id)
