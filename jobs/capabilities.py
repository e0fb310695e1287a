"""What a provider can do, as data: modes, the models of each, and what a model takes.

Providers fill these tables in (`bot/providers/<provider>/capabilities.py`); every choice on a draft card is read from
them through `jobs.offer.Offer`, so that a request which the provider would refuse cannot be put together.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict

from jobs.ids import EffectId


class Mode(StrEnum):
    """The ways to make a video, or a picture. A provider offers those of them that its table names."""

    TEXT = "text"  # words
    IMAGE = "image"  # one picture moves
    FRAMES = "frames"  # from the first picture to the last
    TRANSITION = "transition"  # from picture to picture, in segments
    FUSION = "fusion"  # what is on the pictures, put into one scene by words
    STILL = "still"  # a new picture of words, and of pictures to go by
    EFFECT = "effect"  # a template
    EXTEND = "extend"  # a video goes on
    MODIFY = "modify"  # a video is changed by words
    LIPSYNC = "lipsync"  # somebody in a video speaks
    UPSCALE = "upscale"  # a video gets more pixels
    MOTION = "motion"  # a picture moves as a video does
    RESTYLE = "restyle"  # a video in another style
    SOUND = "sound"  # a video gets its sound
    PARTS = "parts"  # who and what could be swapped in a video, as a picture
    SWAP = "swap"  # somebody or something in a video is replaced by a picture
    FOLLOW_UP = "follow_up"  # what the provider itself offers under a result


PICTURE_MODES = (Mode.IMAGE, Mode.FRAMES, Mode.TRANSITION, Mode.FUSION, Mode.STILL)
CLIP_MODES = (
    Mode.EXTEND,
    Mode.MODIFY,
    Mode.LIPSYNC,
    Mode.UPSCALE,
    Mode.RESTYLE,
    Mode.SOUND,
    Mode.PARTS,
    Mode.SWAP,
    Mode.MOTION,
)


class Feature(StrEnum):
    """What a plan may allow some of."""

    MODE = "mode"
    QUALITY = "quality"
    MODEL = "model"


class Sound(StrEnum):
    """AUTO keeps what the effect brings with it; for plain videos there is only ON and OFF."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


class Field(StrEnum):
    """The fields of `Options`, in the order in which one limits the next."""

    MODEL = "model"
    QUALITY = "quality"
    DURATION = "duration"
    RATIO = "ratio"
    STYLE = "style"
    CAMERA = "camera"
    MOTION = "motion"
    SOUND = "sound"
    KEEP_SOUND = "keep_sound"
    MULTI_SHOT = "multi_shot"
    PREVIEW = "preview"
    OFF_PEAK = "off_peak"


Value = str | int | bool  # what a field of `Options` may hold

# What providers call an option that is left as it is; nobody need be told of it.
NO_STYLE, USUAL_CAMERA, USUAL_MOTION = "none", "default", "normal"
ANY_RATIO = "auto"  # the model chooses: the shape of what it was given, where it was given any


class Options(BaseModel):
    """Everything a draft card lets a person set by keys. None: not set, or no such field there.

    `duration` is in seconds; in a transition each segment has its own. Models, qualities and ratios are the
    provider's own words ("v5.6", "720p", "16:9").
    """

    model_config = ConfigDict(frozen=True)

    model: str | None = None
    quality: str | None = None
    duration: int | None = None
    ratio: str | None = None
    style: str | None = None
    camera: str | None = None
    motion: str | None = None
    sound: Sound | None = None
    keep_sound: bool | None = None
    multi_shot: bool | None = None
    preview: bool | None = None
    off_peak: bool | None = None


NO_OPTIONS = Options()


@dataclass(frozen=True, slots=True)
class Subject:
    """What options are chosen for.

    `seconds` is the length of the video that is worked on (0: none, or unknown), `segments` the seconds of
    each segment of a transition; an effect prescribes its qualities, its credits and its seconds itself.
    `makes` is how many videos a follow-up makes; `speaks`: somebody in the video says given words.
    """

    mode: Mode
    pictures: int = 0
    seconds: int = 0
    segments: tuple[int, ...] = ()
    effect_qualities: tuple[str, ...] = ()
    effect_credits: int = 0
    effect_seconds: int = 0
    effect_id: EffectId | None = None
    makes: int = 1
    speaks: bool = False


class Words(StrEnum):
    """Whether a mode takes a prompt."""

    NONE = "none"
    WELCOME = "welcome"
    NEEDED = "needed"


@dataclass(frozen=True, slots=True)
class Only:
    """`value` of `field` goes only with some values of a field that stands before it in `Field`."""

    field: Field
    value: Value
    other: Field
    within: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class ModelRules:
    """What one model takes in one mode. An empty tuple, 0 or False: there is no such field.

    Lengths in seconds, limits of texts in code points, `pictures` how many it takes at least and at most.
    """

    qualities: tuple[str, ...] = ()
    seconds: tuple[int, ...] = ()
    seconds_at: Mapping[str, tuple[int, ...]] = field(default_factory=lambda: MappingProxyType({}))
    pictures: tuple[int, int] | None = None  # None: as many as the mode takes
    ratios: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    cameras: tuple[str, ...] = ()
    motions: tuple[str, ...] = ()
    only: tuple[Only, ...] = ()
    sounds: tuple[Sound, ...] = ()
    keep_sound: bool = False
    multi_shot: bool = False
    preview: bool = False
    off_peak: bool = False
    prompt_limit: int = 2048
    negative_limit: int = 0  # what should not be seen
    sound_words_limit: int = 0  # what should be heard
    speech_limit: int = 0  # what somebody should say
    takes_seed: bool = True  # where the mode does
    unproven: bool = False  # not offered unless whoever runs the bot switches it on


@dataclass(frozen=True, slots=True)
class ModeRules:
    """What one mode takes. A mode in which the model is no choice has one model without a name."""

    models: Mapping[str, ModelRules]
    words: Words = Words.WELCOME
    pictures: tuple[int, int] = (0, 0)
    needs_voice: bool = False
    needs_part: bool = False  # of a video that was looked through before
    looks: bool = False  # a ready-made look will do instead of words
    made_clips: bool = True  # videos that were made here, beside those that people send
    clip_models: tuple[str, ...] = ()  # whose videos it takes; empty: any
    shortest_clip: int = 0  # seconds of a video that somebody sends
    longest_clip: int = 0  # seconds of the video that is worked on, 0: no limit known
    limits_made: bool = True  # whether that holds for videos that were made here, too
    longest_voice: int = 0
    seeds: range = range(1, 2_147_483_648)  # without 0, which may mean chance
    takes_seed: bool = True  # without one, the same request gives the same video
    unproven: bool = False
