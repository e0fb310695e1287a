"""The list of one's own jobs: what is wanted of it, a page of it, and what is left of a deleted one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo
from enum import StrEnum

from jobs.capabilities import Mode
from jobs.ids import FileId, MessageId
from jobs.lifecycle import ENDED, Job, Result, State
from jobs.materials import OwnClip, Picture
from jobs.requests import ClipRequest, EffectRequest, PictureRequest, Request, TextRequest

ERASED = "…"
_NO_PICTURE = Picture(file_id=FileId(""), message_id=MessageId(0))
_NO_CLIP = OwnClip(file_id=FileId(""), message_id=MessageId(0))
NO_RESULT = Result(url="")


class Outcome(StrEnum):
    """Jobs by how far they have come."""

    ALL = "all"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


DONE = frozenset({State.DELIVERED, State.UNDELIVERABLE})
STATES = {
    Outcome.ALL: frozenset(State),
    Outcome.RUNNING: frozenset(State) - ENDED,
    Outcome.DONE: DONE,
    Outcome.FAILED: ENDED - DONE,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which jobs the list shows; `kind` None: of every kind."""

    outcome: Outcome = Outcome.ALL
    kind: Mode | None = None


@dataclass(frozen=True, slots=True)
class JobPage:
    """One page of a person's jobs, newest first. `page` counts from 0; `kinds` are those they have; `zone`: where
    they live."""

    page: int
    jobs: Sequence[Job]
    more: bool
    wanted: Wanted = Wanted()
    kinds: Sequence[Mode] = ()
    zone: tzinfo = UTC


def erased(request: Request) -> Request:
    """The request without anything that somebody wrote or sent."""
    bare = {"negative": None, "sound_words": None, "speech": None}
    match request:
        case TextRequest():
            return request.model_copy(update={**bare, "prompt": ERASED})
        case PictureRequest():
            segments = tuple(one.model_copy(update={"prompt": None}) for one in request.segments)
            pictures = (_NO_PICTURE,) * len(request.pictures)
            return request.model_copy(
                update={**bare, "prompt": None, "pictures": pictures, "segments": segments}
            )
        case EffectRequest():
            pictures = (_NO_PICTURE,) * len(request.pictures)
            return request.model_copy(update={**bare, "prompt": None, "pictures": pictures})
        case ClipRequest():
            gone = {"prompt": None, "pictures": (), "voice": None, "clip": _NO_CLIP}
            return request.model_copy(update={**bare, **gone})
