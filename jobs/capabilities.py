"""What PixVerse can do: one table from which every choice on a draft card is read.

`choices` says which values a field may take, `fit` moves options to the nearest permitted ones, so a
combination that the API refuses cannot be reached. Source: useapi.net PixVerse v2, "Endpoint x model"
and the POST fields, January 2026.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Mode(StrEnum):
    """The ways to make a video."""

    TEXT = "text"
    IMAGE = "image"
    FRAMES = "frames"
    TRANSITION = "transition"
    EFFECT = "effect"


class Model(StrEnum):
    V5_6 = "v5.6"
    V5_5 = "v5.5"
    V5 = "v5"
    V5_FAST = "v5-fast"


class Quality(StrEnum):
    P360 = "360p"
    P540 = "540p"
    P720 = "720p"
    P1080 = "1080p"


class Ratio(StrEnum):
    WIDE = "16:9"
    TALL = "9:16"
    SQUARE = "1:1"
    CLASSIC = "4:3"
    PORTRAIT = "3:4"


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
    SOUND = "sound"
    PREVIEW = "preview"
    OFF_PEAK = "off_peak"


Value = str | int | bool  # what a field of `Options` may hold


class Options(BaseModel):
    """Everything a draft card lets a person set. `duration` is in seconds, per segment in a transition."""

    model_config = ConfigDict(frozen=True)

    model: Model = Model.V5_6
    quality: Quality = Quality.P540
    duration: int = 5
    ratio: Ratio = Ratio.WIDE
    sound: Sound = Sound.OFF
    preview: bool = False
    off_peak: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """What the options are for: the mode, and in effect mode what the effect itself prescribes."""

    mode: Mode
    pictures: int = 0
    effect_qualities: tuple[Quality, ...] = ()


@dataclass(frozen=True, slots=True)
class ModeRules:
    """What a mode takes; an empty tuple means that the field does not exist there."""

    models: tuple[Model, ...]
    longest: int
    ratios: tuple[Ratio, ...] = ()
    preview: bool = False


PROMPT_LIMIT = 2048
PICTURES_LIMIT = 7
EFFECT_PICTURES_LIMIT = 2
LONGEST_AT_1080P = 8
SEEDS = range(1, 2_147_483_648)

_ALL_MODELS = (Model.V5_6, Model.V5_5, Model.V5, Model.V5_FAST)

MODES: Mapping[Mode, ModeRules] = {
    Mode.TEXT: ModeRules(_ALL_MODELS, longest=10, ratios=tuple(Ratio), preview=True),
    Mode.IMAGE: ModeRules(_ALL_MODELS, longest=10, preview=True),
    Mode.FRAMES: ModeRules(_ALL_MODELS, longest=8, preview=True),
    Mode.TRANSITION: ModeRules((Model.V5,), longest=8, preview=True),
    Mode.EFFECT: ModeRules((), longest=0),
}

SOUNDS: Mapping[Model, tuple[Sound, ...]] = {
    Model.V5_6: (Sound.OFF, Sound.ON),
    Model.V5_5: (Sound.OFF, Sound.ON),
    Model.V5: (Sound.OFF, Sound.ON),
    Model.V5_FAST: (),
}

_SWITCH = (False, True)


def subject_of(pictures: int) -> Subject:
    """What so many pictures (0 to 7) without an effect mean."""
    modes = (Mode.TEXT, Mode.IMAGE, Mode.FRAMES)
    return Subject(modes[pictures] if pictures < len(modes) else Mode.TRANSITION, pictures)


def choices(subject: Subject, options: Options, field: Field) -> Sequence[Value]:
    """The values that `field` may take for this subject and these other options; empty: no such field."""
    rules = MODES[subject.mode]
    match field:
        case Field.MODEL:
            return rules.models
        case Field.QUALITY:
            return subject.effect_qualities or tuple(Quality)
        case Field.DURATION:
            return _durations(rules, options)
        case Field.RATIO:
            return rules.ratios
        case Field.SOUND:
            return tuple(Sound) if subject.mode is Mode.EFFECT else SOUNDS[options.model]
        case Field.PREVIEW:
            return _SWITCH if rules.preview else ()
        case Field.OFF_PEAK:
            return _SWITCH


def _durations(rules: ModeRules, options: Options) -> tuple[int, ...]:
    longest = rules.longest
    if options.quality is Quality.P1080:
        longest = min(longest, LONGEST_AT_1080P)
    return tuple(range(1, longest + 1))


def fit(subject: Subject, options: Options) -> Options:
    """The nearest options that this subject permits; fields that it does not have stay as they are."""
    for field in Field:
        allowed = choices(subject, options, field)
        value = getattr(options, field)
        if allowed and value not in allowed:
            options = options.model_copy(update={field.value: _nearest(value, allowed)})
    return options


def _nearest(value: Value, allowed: Sequence[Value]) -> Value:
    if isinstance(value, int):
        return min(allowed, key=lambda other: abs(int(other) - value))
    return allowed[0]


def set_option(subject: Subject, options: Options, field: Field, value: Value) -> Options | None:
    """The options with one field changed and the rest fitted; None where the value is not a choice."""
    for allowed in choices(subject, options, field):
        if str(allowed) == str(value):
            return fit(subject, options.model_copy(update={field.value: allowed}))
    return None
