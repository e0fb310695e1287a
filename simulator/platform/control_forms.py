"""What tests may ask of the side door, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from simulator.platform.records import Status

if TYPE_CHECKING:
    from starlette.requests import Request


class BadOrder(Exception):
    """A test asked for something that does not exist."""


class Asked(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Reset(Asked):
    keys: tuple[str, ...] | None = None
    render_seconds: float | None = Field(default=None, ge=0)
    credits: int | None = Field(default=None, ge=0)


class Finish(Asked):
    """By the number of a video or an image, which may be quoted."""

    video_id: int | None = None
    all: bool = False
    status: Status = Status.SUCCESS


class Hold(Asked):
    enabled: bool


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


_Form = TypeVar("_Form", bound=BaseModel)


async def read(request: Request, form: type[_Form]) -> _Form:
    try:
        return form.model_validate_json(await request.body() or b"{}")
    except ValidationError as error:
        first = error.errors()[0]
        raise BadOrder(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
