"""The bodies that useapi.net v1 takes; pictures travel beside them.

Building an invalid one raises pydantic.ValidationError (a ValueError) that quotes no input. None
means absent. Texts are counted in code points.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import (
    Field,
    SecretStr,
    StringConstraints,
    field_serializer,
    model_validator,
)

from pixverse.bodies import Body

Text = Annotated[str, StringConstraints(min_length=1)]
Prompt = Annotated[str, StringConstraints(min_length=1, max_length=512)]
Address = Annotated[str, StringConstraints(min_length=1, max_length=1024)]
Jobs = Annotated[int, Field(ge=1, le=10)]
Seed = Annotated[int, Field(ge=0, le=2_147_483_647)]
AspectRatio = Literal["16:9", "9:16", "1:1", "4:3", "3:4"]
Character = Literal[
    "eula",
    "ganyu",
    "hutao",
    "kamisatoayaka",
    "keqing",
    "klee",
    "nahida",
    "ningguang",
    "raidenshogun",
    "xiangling",
    "yaemiko",
]
BUTTONS_WITH_WORDS = frozenset({"V1", "V2", "V3", "V4", "🔀"})


class DiscordBody(Body):
    """``discord`` is a person's Discord token: the most secret thing here."""

    discord: SecretStr | None = Field(None, min_length=1)

    @field_serializer("discord")
    def _reveal(self, secret: SecretStr | None) -> str | None:
        return secret.get_secret_value() if secret else None


class ReplyBody(DiscordBody):
    """What every job takes; the token only where another than the configured one is to be used."""

    max_jobs: Jobs | None = Field(None, alias="maxJobs")
    reply_url: Address | None = Field(None, alias="replyUrl", repr=False)
    reply_ref: Address | None = Field(None, alias="replyRef")


class JobBody(ReplyBody):
    """A new job, on a random configured channel unless one is named."""

    server: Text | None = None
    channel: Text | None = None


class CreateBody(JobBody):
    """POST create: four videos from words."""

    prompt: Prompt
    style: Literal["Realistic", "Anime", "3D Animation"]
    negative_prompt: Prompt | None = None
    aspect_ratio: AspectRatio | None = None
    character: Character | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.character is not None and self.style != "Anime":
            raise ValueError("characters are for the style Anime")
        return self


class CreateSingleBody(CreateBody):
    """POST create_single: one video from words."""

    seed_value: Seed | None = None


class AnimateBody(JobBody):
    """POST animate: a video from a picture."""

    prompt: Prompt | None = None
    seed_value: Seed | None = None
    motion: Annotated[int, Field(ge=1, le=10)] | None = None
    hd_quality: Literal["Yes", "No"] | None = None


class MemeFaceBody(JobBody):
    """POST meme_face: a video from a face and words."""

    prompt: Prompt
    negative_prompt: Prompt | None = None
    aspect_ratio: AspectRatio | None = None
    seed_value: Seed | None = None


class ButtonBody(ReplyBody):
    """POST button: press what stands under a finished result, one of its ``Job.buttons``."""

    jobid: Text
    button: Text
    prompt: Prompt | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.prompt is not None and self.button not in BUTTONS_WITH_WORDS:
            raise ValueError("this button takes no words")
        return self


class ChannelBody(DiscordBody):
    """POST account/channel: configure a channel."""

    discord: SecretStr = Field(min_length=1)
    server: Text
    channel: Text
    max_jobs: Jobs = Field(alias="maxJobs")
