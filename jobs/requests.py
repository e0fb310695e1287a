"""A request: a draft that lacks nothing, frozen and valid. What can be built can be sent."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic import Field as Limits

from jobs.capabilities import PICTURES_LIMIT, PROMPT_LIMIT, Options, Subject, subject_of
from jobs.effects import Effect
from jobs.ids import FileId, MessageId
from jobs.tariff import Price, price

Prompt = Annotated[
    str, StringConstraints(min_length=1, max_length=PROMPT_LIMIT, strip_whitespace=True)
]


class Picture(BaseModel):
    """A picture that a person sent, still at Telegram. `album` is Telegram's media_group_id."""

    model_config = ConfigDict(frozen=True)

    file_id: FileId
    message_id: MessageId
    album: str | None = None


class _Request(BaseModel):
    model_config = ConfigDict(frozen=True)

    options: Options

    @property
    def subject(self) -> Subject:
        raise NotImplementedError

    @property
    def price(self) -> Price:
        return price(self.subject, self.options)


class TextRequest(_Request):
    """Words become a video."""

    kind: Literal["text"] = "text"
    prompt: Prompt

    @property
    def subject(self) -> Subject:
        return subject_of(0)


class PictureRequest(_Request):
    """One to seven pictures become a video: one moves, two are its ends, more are its stations."""

    kind: Literal["pictures"] = "pictures"
    pictures: Annotated[tuple[Picture, ...], Limits(min_length=1, max_length=PICTURES_LIMIT)]
    prompt: Prompt | None = None

    @property
    def subject(self) -> Subject:
        return subject_of(len(self.pictures))


class EffectRequest(_Request):
    """An effect plays with one or two pictures."""

    kind: Literal["effect"] = "effect"
    effect: Effect
    pictures: tuple[Picture, ...]
    prompt: Prompt | None = None

    @property
    def subject(self) -> Subject:
        return self.effect.subject

    @property
    def price(self) -> Price:
        return price(self.subject, self.options, effect_credits=self.effect.credits)


Request = Annotated[TextRequest | PictureRequest | EffectRequest, Limits(discriminator="kind")]
