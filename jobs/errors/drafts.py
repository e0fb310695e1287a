"""What can be wrong with a draft, a button of its card, or what somebody sends for it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from jobs.errors.base import CoreError

if TYPE_CHECKING:
    from jobs.capabilities import Mode
    from jobs.ids import JobId


class DraftGone(CoreError):
    """The draft of this button was started, dropped or replaced."""


class NotYours(CoreError):
    """The button belongs to somebody else."""


class NotAChoice(CoreError):
    """The value is not offered for this draft any more."""


@dataclass
class NotOffered(CoreError):
    """Whoever runs the bot does not offer this mode or model at the moment."""

    what: str


class CardOutdated(CoreError):
    """Since the card was shown a price has changed, or a model was switched off."""


@dataclass
class AlreadyStarted(CoreError):
    """The same button was pressed before, and started this job."""

    job_id: "JobId"


class Missing(StrEnum):
    """What a draft may still lack."""

    PROMPT = "prompt"
    FIRST_PICTURE = "first_picture"
    NEXT_PICTURE = "next_picture"
    NAMED_PICTURE = "named_picture"  # the words name a picture that is not there
    CLIP = "clip"
    CLIP_MODE = "clip_mode"
    VOICE = "voice"
    LOOK = "look"  # words will do, too


@dataclass
class Incomplete(CoreError):
    """The draft cannot start yet."""

    missing: Missing


class EmptyPrompt(CoreError):
    """The words are nothing but blanks."""


@dataclass
class PromptTooLong(CoreError):
    """Counted in code points."""

    length: int
    limit: int


@dataclass
class NotASeed(CoreError):
    """The words are no whole number that chance can start from, the `first` to the `last`."""

    first: int
    last: int


@dataclass
class TooManyPictures(CoreError):
    """More pictures than one video can take."""

    limit: int


@dataclass
class TooLong(CoreError):
    """A voice or a video plays longer than can be used. In seconds."""

    seconds: int
    limit: int


@dataclass
class NotForClip(CoreError):
    """The provider cannot do this with that video."""

    mode: "Mode"


class AlreadySharp(CoreError):
    """The video was upscaled: it has all its pixels."""


class EffectGone(CoreError):
    """The effect has left the provider's catalogue."""


class SpeakerGone(CoreError):
    """The provider does not offer this voice any more."""


class NoSpeakers(CoreError):
    """The provider has not told yet who can read words out."""


class LookGone(CoreError):
    """The ready-made look is not offered any more."""


class NoLooks(CoreError):
    """The ready-made looks are not known yet."""
