"""A request: a draft that lacks nothing, frozen and valid. What can be built can be sent."""

from dataclasses import replace
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator
from pydantic import Field as Limits

from jobs.capabilities import Mode, Options, Subject
from jobs.effects import Effect
from jobs.follow_ups import FollowUp
from jobs.ids import AccountId
from jobs.materials import Clip, Look, MadeClip, Picture, Segment, Speech, Target, Voice

Prompt = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]

_OLD_WAYS = {1: Mode.IMAGE, 2: Mode.FRAMES}
_OLD_SEGMENT_SECONDS = 5


class _Request(BaseModel):
    """`options` have only the fields that the subject has; `seed` is a wish, else there is a new one."""

    model_config = ConfigDict(frozen=True)

    options: Options
    seed: int | None = None
    negative: Prompt | None = None
    sound_words: Prompt | None = None
    speech: Speech | None = None

    @property
    def subject(self) -> Subject:
        raise NotImplementedError


class TextRequest(_Request):
    """Words become a video."""

    kind: Literal["text"] = "text"
    prompt: Prompt

    @property
    def subject(self) -> Subject:
        return Subject(Mode.TEXT, speaks=self.speech is not None)


class PictureRequest(_Request):
    """Pictures become a video, or another picture: `way` says how. A transition has a segment between each
    two; only a still may have none, since its words are enough.
    """

    kind: Literal["pictures"] = "pictures"
    way: Mode
    pictures: tuple[Picture, ...]
    segments: tuple[Segment, ...] = ()
    prompt: Prompt | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_before_there_were_ways(cls, data: Any) -> Any:
        """Requests were stored without a way when their number of pictures decided it."""
        if not isinstance(data, dict) or "way" in data:
            return data
        number = len(data["pictures"])
        way = _OLD_WAYS.get(number, Mode.TRANSITION)
        seconds = dict(data["options"]).get("duration") or _OLD_SEGMENT_SECONDS
        segments = [{"seconds": seconds}] * (number - 1) if way is Mode.TRANSITION else []
        return {**data, "way": way, "segments": segments}

    @model_validator(mode="after")
    def _has_pictures(self) -> Self:
        if not self.pictures and self.way is not Mode.STILL:
            raise ValueError(f"{self.way} of no picture")
        return self

    @property
    def subject(self) -> Subject:
        segments = tuple(segment.seconds for segment in self.segments)
        number, speaks = len(self.pictures), self.speech is not None
        return Subject(self.way, number, segments=segments, speaks=speaks)


class EffectRequest(_Request):
    """An effect plays with its pictures."""

    kind: Literal["effect"] = "effect"
    effect: Effect
    pictures: tuple[Picture, ...]
    prompt: Prompt | None = None

    @property
    def subject(self) -> Subject:
        return replace(self.effect.subject, speaks=self.speech is not None)


class ClipRequest(_Request):
    """Something is done with a video: it goes on, speaks, changes, gets more pixels.

    `target` is what is swapped in it; `spare` waits for what is swapped to be chosen.
    """

    kind: Literal["clip"] = "clip"
    mode: Mode
    clip: Clip
    prompt: Prompt | None = None
    voice: Voice | None = None
    look: Look | None = None
    target: Target | None = None
    pictures: tuple[Picture, ...] = ()
    follow_up: FollowUp | None = None
    spare: Picture | None = None

    @property
    def subject(self) -> Subject:
        makes = self.follow_up.makes if self.follow_up else 1
        return Subject(
            self.mode,
            len(self.pictures),
            seconds=self.clip.seconds,
            makes=makes,
            speaks=self.speech is not None,
        )

    @property
    def made(self) -> MadeClip | None:
        """The source, where this bot made it: its account has to do the work."""
        return self.clip if isinstance(self.clip, MadeClip) else None


def makes_image(request: "Request") -> bool:
    """Whether what comes of it is a picture."""
    if isinstance(request, EffectRequest):
        return request.effect.makes_image
    return isinstance(request, PictureRequest) and request.way is Mode.STILL


def owner_of_source(request: "Request") -> AccountId | None:
    """The provider's account that owns the video which the request starts from: no other can do it."""
    if not isinstance(request, ClipRequest):
        return None
    where = request.target or request.made
    return where.account if where else None


Request = Annotated[
    TextRequest | PictureRequest | EffectRequest | ClipRequest, Limits(discriminator="kind")
]
