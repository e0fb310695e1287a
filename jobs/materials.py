"""What a person gives for a video: pictures, videos, voices. Still at Telegram, or made here before."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Limits

from jobs.ids import AccountId, FileId, JobId, MessageId, VideoId


class _Material(BaseModel):
    model_config = ConfigDict(frozen=True)


class Picture(_Material):
    """A picture that a person sent. `album` is Telegram's media_group_id.

    `as_file`: it came uncompressed, as a document, which Telegram never takes for a photo again.
    """

    file_id: FileId
    message_id: MessageId
    album: str | None = None
    as_file: bool = False


class Segment(_Material):
    """One stretch of a transition, from a picture to the next: its seconds, and words of its own."""

    seconds: int
    prompt: str | None = None


class OwnClip(_Material):
    """A video that a person sent. `seconds` is what Telegram says of it, 0 where it says nothing.

    `album` is Telegram's media_group_id.
    """

    kind: Literal["own"] = "own"
    file_id: FileId
    message_id: MessageId
    seconds: int = 0
    album: str | None = None


class MadeClip(_Material):
    """A video that this bot made: the provider has it already, in the account that made it.

    `title` is what the person may know it by.
    `model` is who made it (None: an effect, or nobody knows), `upscaled` says that it has all the pixels
    that there are, `file_id` is the same video in Telegram, where it was delivered.
    """

    kind: Literal["made"] = "made"
    job_id: JobId
    video_id: VideoId
    account: AccountId
    title: str | None = None
    model: str | None = None
    seconds: int = 0
    upscaled: bool = False
    file_id: FileId | None = None


class Part(_Material):
    """Somebody or something in a video that can be swapped: `kind` is "person", "object", "background" or
    whatever else the provider calls it, seen in its frame `frame`; `mask_url` is white where it is."""

    id: str
    kind: str
    frame: int
    mask_url: str | None = None


class Target(_Material):
    """The part of a video that somebody chose, and where it was found: what was uploaded for that, in which
    account."""

    part: Part
    account: AccountId
    uploads: tuple[str, ...] = ()


Clip = Annotated[OwnClip | MadeClip, Limits(discriminator="kind")]


class Voice(_Material):
    """A voice note or a sound file that a person sent."""

    file_id: FileId
    message_id: MessageId
    seconds: int = 0


class Speaker(_Material):
    """A voice of the provider's that reads words out; `sample_url` lets one hear it."""

    id: str
    name: str
    sample_url: str | None = None


class Look(_Material):
    """A ready-made look of the provider's for a whole video; `words` describe it."""

    id: str
    name: str
    words: str = ""


class Speech(_Material):
    """Words, and who says them."""

    words: str
    speaker: Speaker
