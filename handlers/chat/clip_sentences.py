"""Sentences for what cannot be done with a video or a voice, or is still missing for it."""

from handlers.chat.texts import Texts
from jobs import errors
from jobs.capabilities import Mode
from jobs.errors import Missing

NOT_FOR_CLIP = {
    Mode.LIPSYNC: "error-not-for-clip-lipsync",
    Mode.FOLLOW_UP: "error-not-for-clip-follow_up",
}
MISSING = {
    Missing.CLIP: "error-missing-clip",
    Missing.CLIP_MODE: "error-missing-clip-mode",
    Missing.VOICE: "error-missing-voice",
    Missing.LOOK: "error-missing-look",
}


def clip_sentence(error: errors.CoreError, texts: Texts) -> str | None:
    """What the person is told; None where the error is about something else."""
    match error:
        case errors.TooLong(seconds, limit):
            return texts.plain("error-too-long", seconds=seconds, limit=limit)
        case errors.NotForClip(mode):
            return texts.plain(NOT_FOR_CLIP.get(mode, "error-not-for-clip"))
        case errors.Incomplete(missing) if missing in MISSING:
            return texts.plain(MISSING[missing])
        case _:
            return None
