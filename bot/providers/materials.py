"""Which upload of a job is what: adapters bring them in this order, and find them again for the request."""

from dataclasses import dataclass

from jobs.materials import OwnClip
from jobs.requests import ClipRequest, Request, TextRequest


@dataclass(frozen=True, slots=True)
class Uploaded:
    """What the provider calls the materials of a job: pictures in order, an own video, a voice."""

    pictures: tuple[str, ...] = ()
    clip: str | None = None
    voice: str | None = None


def uploaded(request: Request, uploads: tuple[str, ...]) -> Uploaded:
    """Pictures come first, then an own video, then a voice. ValueError where their number does not fit."""
    pictures = () if isinstance(request, TextRequest) else request.pictures
    own = isinstance(request, ClipRequest) and isinstance(request.clip, OwnClip)
    voice = isinstance(request, ClipRequest) and request.voice is not None
    if len(uploads) != len(pictures) + own + voice:
        raise ValueError("there must be one upload for each material")
    rest = list(uploads[len(pictures) :])
    return Uploaded(
        uploads[: len(pictures)],
        clip=rest.pop(0) if own else None,
        voice=rest.pop(0) if voice else None,
    )
