"""What useapi.net answers about accounts, videos, effects and capacity.

All fields are optional and read tolerantly (see ``decoding``). Ids are opaque and contain the
e-mail address of the PixVerse account: they are never shown to people.
"""

from __future__ import annotations

from pydantic import AliasChoices, AliasPath, Field

from pixverse.decoding import Credits, Moment, Reference, Tolerant, Trimmed

_VIDEO_ID = AliasChoices("video_id", "videoId", "image_id")


class Session(Tolerant):
    """``jwt`` of an account: the PixVerse session that useapi.net holds, its token masked."""

    account_id: int | None = Field(None, alias="AccountId")
    username: str | None = Field(None, alias="Username")
    expires: Moment = Field(None, alias="ExpireTimeUTC")
    expire_time: int | None = Field(None, alias="ExpireTime")
    """Seconds since 1970."""


class Account(Tolerant):
    """A PixVerse account configured at useapi.net (GET accounts). Its password is never read."""

    email: str | None = None
    max_jobs: int | None = Field(None, alias="maxJobs")
    jwt: Session | None = None


class Features(Tolerant):
    """Plan and credits of a PixVerse account (GET features)."""

    user_id: int | None = None
    member_id: int | None = None
    product_id: int | None = None
    type: int | None = None
    plan_name: str | None = None
    next_plan_name: str | None = None
    current_plan_type: int | None = None
    next_plan_type: int | None = None
    credit_daily: Credits = None
    credit_daily_gift: Credits = None
    initial_credit_gift: Credits = None
    credit_monthly: Credits = None
    credit_monthly_gift: Credits = None
    credit_package: Credits = None
    expired_date: Moment = None
    price: str | None = None
    billing_period: str | None = None
    next_billing_period: str | None = None
    billing_renewal_date: str | None = None
    payment: str | None = None
    invoice_url: str | None = None
    stripe_bill_url: str | None = None
    gen_simultaneously: int | None = None
    allow_fast_mode: bool | None = None
    allow_relaxed_mode: bool | None = None
    allow_use_new_feat: bool | None = None
    allow_private_generate: bool | None = None
    allow_purchase_credit: bool | None = None
    allow_effect: bool | None = None
    remove_watermark: bool | None = None
    sub_order_in_progress: bool | None = None

    @property
    def balance(self) -> int | None:
        """Credits that can be spent now; None where the answer named none at all.

        The ``*_gift`` fields are the size of the next refill and are no part of it.
        """
        parts = (self.credit_daily, self.credit_monthly, self.credit_package)
        known = [part for part in parts if part is not None]
        return sum(known) if known else None


class Upload(Tolerant):
    """A stored file (POST files). ``path`` is what the create endpoints take in ``*_path``."""

    path: str | None = None
    url: Trimmed = None
    id: int | None = None
    size: int | None = None
    name: str | None = None
    err_msg: str | None = None


class QueueData(Tolerant):
    """How far PixVerse's own queue is, where it says so. Times in seconds."""

    queue_time: float | None = None
    queue_count: int | None = None
    estimated_gen_time: float | None = None
    processing_start_time: str | None = None


class CustomerPaths(Tolerant):
    """The inputs that a video was made from, as PixVerse stored them."""

    customer_img_url: str | None = None
    customer_img_path: str | None = None
    customer_img_urls: tuple[str, ...] | None = None
    customer_img_paths: tuple[str, ...] | None = None
    customer_video_url: str | None = None
    customer_video_path: str | None = None
    customer_video_duration: float | None = None
    customer_first_frame: str | None = None
    customer_first_frame_url: str | None = None
    customer_last_frame: str | None = None
    customer_last_frame_url: str | None = None
    lip_sync_audio_url: str | None = None
    lip_sync_audio_path: str | None = None
    lip_sync_tts_content: str | None = None
    lip_sync_tts_speaker_id: str | None = None
    lip_sync_tts_audio_path: str | None = None
    customer_lip_sync_audio_path: str | None = None
    sound_effect_content: str | None = None


class Video(Tolerant):
    """A video, or an image made by an image template (GET videos, GET videos/video_id).

    ``status.outcome`` says whether it is done: no single field here does.
    """

    video_id: str | None = Field(None, validation_alias=_VIDEO_ID)
    video_status: int | None = Field(
        None, validation_alias=AliasChoices("video_status", "image_status")
    )
    video_status_name: str | None = Field(
        None, validation_alias=AliasChoices("video_status_name", "image_status_name")
    )
    video_status_final: bool | None = Field(
        None, validation_alias=AliasChoices("video_status_final", "image_status_final")
    )
    account_id: int | None = None
    created_at: Moment = None
    error: object = None
    error_code: str | None = Field(
        None, validation_alias=AliasChoices("errCode", AliasPath("job", "errCode"))
    )

    url: Trimmed = Field(None, validation_alias=AliasChoices("url", "image_url"))
    video_path: str | None = Field(None, validation_alias=AliasChoices("video_path", "image_path"))
    first_frame: Trimmed = None
    last_frame: Trimmed = None
    output_width: int | None = None
    output_height: int | None = None
    video_duration: float | None = None
    duration: float | None = None
    is_sound: bool | None = None

    prompt: str | None = None
    negative_prompt: str | None = None
    model: str | None = None
    model_name: str | None = None
    quality: str | None = None
    motion_mode: str | None = None
    seed: int | None = None
    aspect_ratio: str | None = None
    camera_movement: str | None = None
    style: str | None = None
    create_mode: str | None = None
    restyle_id: Reference = None
    restyle_prompt: str | None = None
    lora_weight: float | None = None
    platform: str | None = None
    workflow_tag: str | None = None
    auto_character_prompt: str | None = None
    motion_brush: object = None

    upscaled: bool | None = None
    extended: bool | None = None
    remove_watermark: bool | None = None
    off_peak: bool | None = None
    original_sound_switch: bool | None = None
    sound_effect_switch: bool | None = None
    lip_sync_switch: bool | None = None
    relation_type: int | None = None
    likes: int | None = None

    original_video_id: Reference = None
    img_id: Reference = None
    img_url: Trimmed = None
    img_path: str | None = None
    customer_img_url: Trimmed = None
    customer_img_path: str | None = None
    asset_id: Reference = None
    asset_name: str | None = None
    asset_img_url: Trimmed = None

    template_id: int | None = None
    template_name: str | None = None
    template_thumbnail_url: Trimmed = None
    template_thumbnail_video_url: Trimmed = None
    template_thumbnail_gif_url: Trimmed = None
    template_i18n_json: str | None = None
    qualities: tuple[str, ...] | None = None

    lip_sync: object = None
    queue_data: QueueData | None = None
    customer_paths: CustomerPaths | None = None
    nick_name: str | None = None
    avatar: str | None = None


class Page(Tolerant):
    """Some rows of ``GET /videos/``, newest first as far as is known."""

    items: tuple[Video, ...] = ()
    total: int | None = None
    next_offset: int | None = None

    @property
    def is_last(self) -> bool:
        """Whether the server says that the listing ends here; one that says nothing may go on."""
        return not self.items or self.next_offset == 0


class Created(Tolerant):
    """A job that the provider accepted, and charges."""

    id: str = Field(min_length=1)
    is_image: bool = False
    cost_credits: Credits = None
    """What it costs; answers before late 2026 do not say, and some may still not."""


class Voice(Tolerant):
    """A speaker for lip-sync (GET videos/voices); ``url`` is a sample to listen to."""

    speaker_id: str | None = None
    display_name: str | None = None
    url: Trimmed = None


class Effect(Tolerant):
    """A PixVerse template (GET videos/effects). ``*_path`` are full addresses, despite the name."""

    template_id: int | None = None
    display_name: str | None = None
    display_prompt: str | None = None
    example_text: str | None = None
    workflow_tag: str | None = None
    marker: str | None = None
    effect_type: str | None = None
    template_type: int | None = None
    duration: float | None = None
    qualities: tuple[str, ...] | None = None
    video_base_cost: Credits = None
    fixed_cost: Credits = None
    thumbnail_path: Trimmed = None
    thumbnail_video_path: Trimmed = None
    thumbnail_gif_path: Trimmed = None
    audio_path: Trimmed = None

    @property
    def images_needed(self) -> int:
        """How many pictures the template takes: 1, or 2 (first and last frame), or 2 to N of N."""
        kind = self.effect_type or ""
        return int(kind) if kind in {"1", "2", "3", "4", "5"} else 1

    @property
    def gives_image(self) -> bool:
        """Whether the result is a picture instead of a video."""
        return self.template_type == 2

    @property
    def cost(self) -> int | None:
        """Credits for one result; None where the listing does not say."""
        if self.video_base_cost is None:
            return None
        return self.video_base_cost + (self.fixed_cost or 0)


class Running(Tolerant):
    """A job that useapi.net tracks (GET scheduler). Off-peak jobs are never among them."""

    video_id: str | None = Field(None, validation_alias=_VIDEO_ID)
    started: Moment = None
    elapsed: str | None = None
    reply_url: str | None = Field(None, alias="replyUrl")
    reply_ref: str | None = Field(None, alias="replyRef")


class Capacity(Tolerant):
    """One account's room; ``available`` is the vendor's word, not ``max_jobs - executing``."""

    email: str | None = None
    max_jobs: int | None = Field(None, alias="maxJobs")
    executing: int | None = None
    available: int | None = None


class Scheduler(Tolerant):
    """What runs and what could be started (GET scheduler/available)."""

    executing: tuple[Running, ...] = ()
    available: tuple[Capacity, ...] = ()
