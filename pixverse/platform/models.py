"""What the Platform API answers about credits, files, videos, effects and voices.

All fields are optional and read tolerantly, whatever else an object holds.
"""

from __future__ import annotations

from pydantic import AliasChoices, Field

from pixverse.decoding import Credits, Moment, Tolerant, Trimmed
from pixverse.platform.decoding import ReadId

_CREDITS = AliasChoices("credits", "credit")


class Balance(Tolerant):
    """The credits behind a key (GET account/balance)."""

    account_id: ReadId | None = None
    credit_monthly: Credits = None
    credit_package: Credits = None

    @property
    def total(self) -> int | None:
        """Credits that can be spent now; None where the answer named none at all."""
        known = [part for part in (self.credit_monthly, self.credit_package) if part is not None]
        return sum(known) if known else None


class UsageItem(Tolerant):
    """Credits that were taken or given back. The vendor does not describe the rows."""

    id: ReadId | None = Field(None, validation_alias=AliasChoices("video_id", "image_id", "id"))
    credits: Credits = Field(None, validation_alias=_CREDITS)
    credits_status: str | None = None
    """"consume" or "refund"."""
    creation_type: str | None = None
    created: Moment = Field(None, validation_alias=AliasChoices("create_time", "created_at"))


class UsagePage(Tolerant):
    """Some rows of POST account/billing/usage-detail; ``next_cursor`` leads to more."""

    items: tuple[UsageItem, ...] = ()
    next_cursor: str | int | None = None
    has_more: bool = False


class StoredImage(Tolerant):
    """A picture to make videos from (POST image/upload)."""

    img_id: ReadId
    img_url: Trimmed = None


class StoredMedia(Tolerant):
    """A video or a sound to work on (POST media/upload). Sizes in pixels, for videos."""

    media_id: ReadId
    media_type: str | None = None
    url: Trimmed = None
    width: int | None = None
    height: int | None = None


class Created(Tolerant):
    """A job that PixVerse accepted and charges, in ``credits`` where it says so."""

    id: ReadId
    is_image: bool = False
    credits: Credits = Field(None, validation_alias=_CREDITS)


class Mask(Tolerant):
    """One thing that can be replaced: a person, an object, the background."""

    mask_id: str | None = None
    mask_name: str | None = None
    mask_url: Trimmed = None


class MaskSelection(Tolerant):
    """What a video shows at a key frame (POST video/mask/selection)."""

    keyframe_id: int | None = None
    keyframe_url: Trimmed = None
    credits: Credits = Field(None, validation_alias=_CREDITS)
    masks: tuple[Mask, ...] = Field((), validation_alias="mask_info")


class Result(Tolerant):
    """A video or a picture, finished or not (GET video/result, image/result).

    ``status.outcome`` says whether it is done. ``size`` is in bytes.
    """

    id: ReadId | None = Field(None, validation_alias=AliasChoices("id", "video_id", "image_id"))
    status: int | None = None
    url: Trimmed = Field(None, validation_alias=AliasChoices("url", "image_url", "img_url"))
    prompt: str | None = None
    negative_prompt: str | None = None
    seed: int | None = None
    size: int | None = None
    style: str | None = None
    resolution_ratio: int | None = None
    output_width: int | None = Field(
        None, validation_alias=AliasChoices("outputWidth", "output_width")
    )
    output_height: int | None = Field(
        None, validation_alias=AliasChoices("outputHeight", "output_height")
    )
    create_time: Moment = None
    modify_time: Moment = None
    has_audio: bool | None = None
    credits: Credits = Field(None, validation_alias=_CREDITS)


class Effect(Tolerant):
    """A template (GET video/effects/templates/list).

    Only those that the account's owner switched on can be used. The vendor's page does not name
    all fields, so the names that its other services use are understood too.
    """

    template_id: ReadId | None = Field(
        None, validation_alias=AliasChoices("template_id", "effect_id", "id")
    )
    display_name: str | None = Field(
        None, validation_alias=AliasChoices("display_name", "template_name", "effect_name", "name")
    )
    display_prompt: str | None = Field(
        None, validation_alias=AliasChoices("display_prompt", "prompt")
    )
    effect_type: int | None = None
    template_type: int | None = None
    duration: float | None = None
    qualities: tuple[str, ...] | None = None
    credits: Credits = Field(
        None, validation_alias=AliasChoices("credits", "credit", "video_base_cost")
    )
    thumbnail_url: Trimmed = Field(
        None, validation_alias=AliasChoices("thumbnail_url", "thumbnail_path", "cover_url")
    )
    preview_url: Trimmed = Field(
        None, validation_alias=AliasChoices("thumbnail_video_path", "preview_url", "video_url")
    )
    gif_url: Trimmed = Field(None, validation_alias=AliasChoices("thumbnail_gif_path", "gif_url"))
    activated: bool | None = Field(
        None, validation_alias=AliasChoices("activated", "is_activated", "is_active")
    )

    @property
    def images_needed(self) -> int:
        """How many pictures the template takes; 0 is one made of words alone. 1 if unknown."""
        kind = self.effect_type
        return kind if kind is not None and 0 <= kind <= 9 else 1

    @property
    def gives_image(self) -> bool:
        """Whether the result is a picture instead of a video."""
        return self.template_type == 2


class Restyle(Tolerant):
    """A ready-made look for a whole video (GET video/restyle/list)."""

    restyle_id: ReadId | None = Field(None, validation_alias=AliasChoices("restyle_id", "id"))
    name: str | None = Field(
        None, validation_alias=AliasChoices("name", "restyle_name", "display_name")
    )
    prompt: str | None = Field(None, validation_alias=AliasChoices("prompt", "restyle_prompt"))


class Speaker(Tolerant):
    """A voice (GET video/tts_speaker)."""

    speaker_id: str | None = Field(None, validation_alias=AliasChoices("speaker_id", "id"))
    name: str | None = Field(None, validation_alias=AliasChoices("name", "speaker_name"))
