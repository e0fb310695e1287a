"""What a provider offers under a finished result, and does with a job of its own: one of several videos in full,
more like it, another try. Pure."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class FollowUpKind(StrEnum):
    """What comes of it."""

    PICK = "pick"  # that one of several, in full
    VARY = "vary"  # more like that one of several
    MORE = "more"  # more like it
    REDO = "redo"  # the same wish, by another chance
    REFINE = "refine"  # the same video, finer


class FollowUp(BaseModel):
    """One of them. `name` is the provider's own word for it, of 16 bytes at most: a button carries it.

    `number`: which of several videos, counted from 1; 0: there is one. `makes`: how many come of it.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    kind: FollowUpKind
    number: int = 0
    makes: int = 1
