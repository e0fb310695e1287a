"""What tests may ask of the side door, field by field."""

from __future__ import annotations

from pydantic import Field

from simulator.platform.records import Status
from simulator.serving.side_door import Asked


class Reset(Asked):
    keys: tuple[str, ...] | None = None
    render_seconds: float | None = Field(default=None, ge=0)
    credits: int | None = Field(default=None, ge=0)


class Finish(Asked):
    """By the number of a video or an image, which may be quoted."""

    video_id: int | None = None
    all: bool = False
    status: Status = Status.SUCCESS


class AccountChange(Asked):
    key: str
    credits: int | None = Field(default=None, ge=0)  # all of them monthly
    credit_monthly: int | None = Field(default=None, ge=0)
    credit_package: int | None = Field(default=None, ge=0)
    concurrency: int | None = Field(default=None, ge=0)
    permitted: bool | None = None
    month_over: bool | None = None


class Activation(Asked):
    """`templates`: exactly these and no others; else one, on or off."""

    key: str | None = None
    template_id: int | None = None
    activated: bool = True
    templates: tuple[int, ...] | None = None


class Hook(Asked):
    url: str
    secret: str = "webhook-secret"  # noqa: S105 - a secret of a simulator
    key: str | None = None


class Replay(Asked):
    video_id: int
