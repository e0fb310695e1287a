"""What all bodies of useapi.net share: how they are sent, their fields' limits, what a model takes.

Building an invalid body raises pydantic.ValidationError (a ValueError) that quotes no input.
None means absent: absent and False differ (``auto_sound=False`` strips an effect's own music).
Texts are counted in code points, durations are in seconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from pixverse.bodies import Body

if TYPE_CHECKING:
    from collections.abc import Sequence

Quality = Literal["1080p", "720p", "540p", "360p"]
AspectRatio = Literal["16:9", "9:16", "1:1", "4:3", "3:4", "3:2", "2:3"]
"""3:2 and 2:3 are for pixverse-c1 only."""

Address = Annotated[str, StringConstraints(min_length=1, max_length=1024)]
Prompt = Annotated[str, StringConstraints(min_length=1, max_length=2048)]
LongPrompt = Annotated[str, StringConstraints(min_length=1, max_length=5000)]
"""Above 2048 for v6 only."""
ShortText = Annotated[str, StringConstraints(min_length=1, max_length=140)]
Text = Annotated[str, StringConstraints(min_length=1)]
Jobs = Annotated[int, Field(ge=1, le=8)]
Seed = Annotated[int, Field(ge=1, le=2_147_483_647)]
FusionSeed = Annotated[int, Field(ge=1, le=999_999)]
Seconds15 = Annotated[int, Field(ge=1, le=15)]
"""Above 10, and above 8 at 1080p, for v6 only."""
Seconds10 = Annotated[int, Field(ge=1, le=10)]
Seconds8 = Annotated[int, Field(ge=1, le=8)]

LONGEST = 10
LONGEST_AT_1080P = 8
LONGEST_PROMPT = 2048
V6 = "v6"
C1 = "pixverse-c1"
_C1_RATIOS = frozenset({"3:2", "2:3"})


def _as_text(value: object) -> object:
    return str(value) if type(value) is int else value


SegmentSeconds = Annotated[
    Literal["1", "2", "3", "4", "5", "6", "7", "8"], BeforeValidator(_as_text)
]
"""A transition's segment: the vendor writes these numbers as strings."""


class JobBody(Body):
    """What every paid endpoint takes."""

    reply_url: Address | None = Field(None, alias="replyUrl", repr=False)
    reply_ref: Address | None = Field(None, alias="replyRef")
    max_jobs: Jobs | None = Field(None, alias="maxJobs")
    """Capacity threshold of the account for this call, not a number of jobs."""


class AccountJobBody(JobBody):
    """A paid endpoint that also takes the account and the cheaper, slow off-peak mode.

    Off-peak jobs are neither tracked by the scheduler nor posted to ``replyUrl``.
    """

    email: Text | None = Field(None, repr=False)
    off_peak_mode: bool | None = None


class SoundBody(AccountJobBody):
    """Two kinds of sound that exclude each other: ``audio`` (v5.5, v5.6, v6) and the rest (v5)."""

    audio: bool | None = None
    auto_sound: bool | None = None
    sound_effect_prompt: Text | None = None
    lip_sync_tts_prompt: ShortText | None = None
    lip_sync_tts_speaker_id: Text | None = None

    def _check_sound(self, model: str | None) -> None:
        if self.audio is not None and model not in {"v5.5", "v5.6", V6}:
            raise ValueError("audio needs model v5.5, v5.6 or v6")
        if self._v5_sound() and model not in {"v5", None}:
            raise ValueError("sound effects and speech need model v5 or a template")

    def _v5_sound(self) -> bool:
        return any(
            value is not None
            for value in (
                self.auto_sound,
                self.sound_effect_prompt,
                self.lip_sync_tts_prompt,
                self.lip_sync_tts_speaker_id,
            )
        )


def check_length(model: str | None, quality: str | None, duration: int | None) -> None:
    """v6 lasts up to 15 s at every quality; all others 10 s, and 8 s at 1080p.

    For pixverse-c1 the vendor names no lengths: it is held to those of the others.
    """
    if model == V6 or duration is None:
        return
    if duration > LONGEST:
        raise ValueError("more than 10 s needs model v6")
    if quality == "1080p" and duration > LONGEST_AT_1080P:
        raise ValueError("1080p lasts at most 8 s")


def check_prompt(model: str | None, prompt: str | None) -> None:
    """v6 takes 5000 characters, all others, and templates, 2048."""
    if model != V6 and len(prompt or "") > LONGEST_PROMPT:
        raise ValueError("more than 2048 characters need model v6")


def check_ratio(model: str | None, ratio: str | None) -> None:
    """Only pixverse-c1 makes 3:2 and 2:3."""
    if ratio in _C1_RATIOS and model != C1:
        raise ValueError("this shape needs model pixverse-c1")


def count_frames(body: Body, most: int) -> int:
    """Return how many of ``frame_1_path``, ``frame_2_path`` … are given; none may be left out."""
    return count_given(body, [f"frame_{n}_path" for n in range(1, most + 1)])


def count_given(body: Body, names: Sequence[str]) -> int:
    """Return how many of these fields are given, one after the other."""
    given = [getattr(body, name) is not None for name in names]
    if given != sorted(given, reverse=True):
        raise ValueError("a picture is missing between the others")
    return sum(given)
