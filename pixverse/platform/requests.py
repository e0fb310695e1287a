"""What all bodies of the Platform API share: their fields, and the rules between them.

Building an invalid body raises pydantic.ValidationError (a ValueError) that quotes no input;
``wire`` raises ValueError for one that the switches do not allow. None means absent. Texts are
counted in code points, durations are in seconds, ids are whole numbers of up to 64 bits.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import (
    AwareDatetime,
    Field,
    StringConstraints,
    field_serializer,
    model_validator,
)

from pixverse.bodies import Strict
from pixverse.platform.decoding import LARGEST_ID
from pixverse.platform.switches import Switches

Model = Literal["v3.5", "v4", "v4.5", "v5", "v5.5", "v5.6", "v6", "c1"]
Quality = Literal["360p", "540p", "720p", "1080p"]
AspectRatio = Literal["16:9", "4:3", "1:1", "3:4", "9:16", "2:3", "3:2", "21:9"]
WIDE_RATIOS = frozenset({"2:3", "3:2", "21:9"})
"""What only v6 and c1 make besides the usual five."""

Style = Literal["anime", "3d_animation", "clay", "comic", "cyberpunk", "realistic"]
MotionMode = Literal["normal", "fast"]

Id = Annotated[int, Field(ge=1, le=LARGEST_ID)]
Text = Annotated[str, StringConstraints(min_length=1)]
Prompt = Annotated[str, StringConstraints(min_length=1, max_length=5000)]
"""Further limited by ``Switches.longest_prompt``."""
ShortPrompt = Annotated[str, StringConstraints(min_length=1, max_length=2048)]
Speech = Annotated[str, StringConstraints(min_length=1, max_length=200)]
"""Further limited by ``Switches.longest_speech``."""
Seed = Annotated[int, Field(ge=0, le=2_147_483_647)]

OLD_MODELS = frozenset({"v3.5", "v4", "v4.5", "v5"})
"""Sound effects and speech are made after the video; newer models make it with its sound."""
SOUNDING_MODELS = frozenset({"v5.5", "v5.6", "v6", "c1"})
MULTI_CLIP_MODELS = frozenset({"v5.5", "v6"})
FAST_MODELS = frozenset({"v3.5", "v4", "v4.5"})
FAST_SECONDS = 5

_FIVE_OR_EIGHT = frozenset({5, 8})
_UP_TO_TEN = frozenset({5, 8, 10})
_UP_TO_FIFTEEN = frozenset(range(1, 16))
DURATIONS: dict[str, frozenset[int]] = {
    **dict.fromkeys(OLD_MODELS, _FIVE_OR_EIGHT),
    **dict.fromkeys(("v5.5", "v5.6"), _UP_TO_TEN),
    **dict.fromkeys(("v6", "c1"), _UP_TO_FIFTEEN),
}
LONGEST_USAGE = timedelta(days=30)


class Body(Strict):
    """A POST body; ``wire`` is what is sent."""

    def wire(self, switches: Switches) -> dict[str, Any]:
        """Return the JSON object with the vendor's names and only what was set."""
        self.check_switches(switches)
        return self._sent()

    def check_switches(self, switches: Switches) -> None:
        """Raise ValueError for what these switches do not allow."""


class Generation(Body):
    """A body that starts a paid job at ``endpoint``, below the API's prefix."""

    endpoint_path: ClassVar[str]
    webhook_is_confirmed: ClassVar[bool] = False

    webhook_id: Text | int | None = None
    """Which of the owner's webhooks is told about the result; it is made in PixVerse's dashboard."""

    @property
    def endpoint(self) -> str:
        return self.endpoint_path

    def wire(self, switches: Switches) -> dict[str, Any]:
        fields = super().wire(switches)
        if not (self.webhook_is_confirmed or switches.webhook_everywhere):
            fields.pop("webhook_id", None)
        return fields


class AfterSound(Body):
    """A sound effect, and words for a voice: what videos of older models and effects may get.

    A sound effect without words is chosen to fit.
    """

    sound_effect_switch: bool | None = None
    sound_effect_content: ShortPrompt | None = None
    lip_sync_tts_switch: bool | None = None
    """Sent under the name that ``Switches.lip_sync_switch`` says."""
    lip_sync_tts_content: Speech | None = None
    lip_sync_tts_speaker_id: Text | None = None

    def check_switches(self, switches: Switches) -> None:
        super().check_switches(switches)
        check_speech(switches, self.lip_sync_tts_content)

    def wire(self, switches: Switches) -> dict[str, Any]:
        fields = super().wire(switches)
        if "lip_sync_tts_switch" in fields:
            fields[switches.lip_sync_switch] = fields.pop("lip_sync_tts_switch")
        return fields

    @model_validator(mode="after")
    def _check_after_sound(self) -> Self:
        if self.sound_effect_content is not None and not self.sound_effect_switch:
            raise ValueError("a described sound effect is switched on")
        speech = (self.lip_sync_tts_content, self.lip_sync_tts_speaker_id)
        if bool(self.lip_sync_tts_switch) != all(speech) or any(speech) != all(speech):
            raise ValueError("a voice is switched on, and has words and a speaker")
        return self

    def has_after_sound(self) -> bool:
        return bool(self.sound_effect_switch or self.lip_sync_tts_switch)


class Sound(AfterSound):
    """All kinds of sound; which one a model makes follows from the model."""

    generate_audio_switch: bool | None = None

    def check_sound(self, model: str) -> None:
        if self.generate_audio_switch and model not in SOUNDING_MODELS:
            raise ValueError("this model does not make sound")
        if self.has_after_sound() and model not in OLD_MODELS:
            raise ValueError("sound effects and speech are for models up to v5")


class UsageBody(Body):
    """POST account/billing/usage-detail: what was charged and given back within 30 days."""

    start_time: AwareDatetime
    end_time: AwareDatetime
    limit: Annotated[int, Field(ge=1, le=100)] | None = None
    cursor: Text | int | None = None
    credits_status: Literal["consume", "refund"] | None = None
    creation_type: tuple[Text, ...] | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not timedelta() <= self.end_time - self.start_time <= LONGEST_USAGE:
            raise ValueError("usage is told for at most 30 days")
        return self

    @field_serializer("start_time", "end_time")
    def _in_utc(self, moment: datetime) -> str:
        return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S}"


class SourceBody(Body):
    """A change of a video: made on the platform (``source_video_id``) or uploaded (``video_media_id``)."""

    source_video_id: Id | None = None
    video_media_id: Id | None = None

    @model_validator(mode="after")
    def _check_source(self) -> Self:
        if (self.source_video_id is None) == (self.video_media_id is None):
            raise ValueError("exactly one of source_video_id and video_media_id")
        return self


def check_prompt(switches: Switches, prompt: str | None) -> None:
    """Raise ValueError for a prompt that is longer than the switches allow."""
    if len(prompt or "") > switches.longest_prompt:
        raise ValueError(f"a prompt has at most {switches.longest_prompt} characters")


def check_speech(switches: Switches, words: str | None) -> None:
    """Raise ValueError for more words than the switches let a voice say."""
    if len(words or "") > switches.longest_speech:
        raise ValueError(f"a voice says at most {switches.longest_speech} characters")


def check_length(model: str, quality: str | None, duration: int) -> None:
    """Raise ValueError where a model makes no video of this length, or not in this quality."""
    if duration not in DURATIONS[model]:
        raise ValueError("this model makes no videos of this length")
    if quality == "1080p" and duration == 10 and model in {"v5.5", "v5.6"}:
        raise ValueError("this model makes no 10 s at 1080p")


def check_length_at_1080p(switches: Switches, model: str, quality: str, duration: int) -> None:
    """Raise ValueError where the switches do not allow 8 s at 1080p."""
    is_long = quality == "1080p" and duration == 8 and model in OLD_MODELS
    if is_long and model not in switches.eight_seconds_at_1080p:
        raise ValueError("this model makes no 8 s at 1080p")


def check_motion(mode: str | None, model: str, quality: str, duration: int) -> None:
    """Raise ValueError for fast motion where there is only the normal one."""
    if mode != "fast":
        return
    if model not in FAST_MODELS or quality == "1080p" or duration != FAST_SECONDS:
        raise ValueError("fast motion is for 5 s, below 1080p, and models before v5")


def check_style(style: str | None, model: str) -> None:
    """Raise ValueError for a style of a model that has none."""
    if style is not None and model != "v3.5":
        raise ValueError("styles are for model v3.5")


def check_ratio(ratio: str, model: str) -> None:
    """Raise ValueError for a shape that the model does not make."""
    if ratio in WIDE_RATIOS and model not in {"v6", "c1"}:
        raise ValueError("this shape is for models v6 and c1")
