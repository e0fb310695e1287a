"""Reading what a provider sends: whatever a field holds, the rest of the object stays readable."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ModelWrapValidatorHandler,
    ValidationError,
    model_validator,
)
from pydantic_core import from_json


class Tolerant(BaseModel):
    """An answer's object: every field may be absent, null or of another type; more may come.

    Numbers in strings and strings in numbers are understood; what cannot be understood is None.
    """

    model_config = ConfigDict(
        defer_build=True,
        extra="ignore",
        frozen=True,
        coerce_numbers_to_str=True,
        hide_input_in_errors=True,
        protected_namespaces=(),
        validate_by_name=True,
    )

    @model_validator(mode="wrap")
    @classmethod
    def _forget_unreadable(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if isinstance(data, Mapping):
            data = {key: value for key, value in data.items() if value is not None}
        while True:
            try:
                return handler(data)
            except ValidationError as error:
                bad = {place["loc"][0] for place in error.errors() if place["loc"]}
                if not isinstance(data, dict) or not bad & data.keys():
                    raise
                data = {key: value for key, value in data.items() if key not in bad}


def read_json(body: bytes) -> object:
    """Decode JSON; raises ValueError for anything else.

    Half an emoji, left by a server that cuts texts by UTF-16 units, becomes a question mark: it
    must not make a whole listing unreadable, nor reach a database that cannot store it.
    """
    try:
        return from_json(body)
    except ValueError:
        return from_json(_without_halves(body))


def _without_halves(body: bytes) -> bytes:
    # Only the standard library's slower decoder lets such a half pass.
    try:
        return json.dumps(json.loads(body), ensure_ascii=False).encode("utf-8", "replace")
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _whole(value: object) -> object:
    return math.floor(value) if isinstance(value, float) and math.isfinite(value) else value


def _trimmed(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


def _nothing_if_zero(value: object) -> object:
    return None if value in (0, "0", "") else value


def _aware(value: datetime) -> datetime:
    return value if value.tzinfo else value.replace(tzinfo=UTC)


Credits = Annotated[int | None, BeforeValidator(_whole)]
"""PixVerse credits; parts of a credit are cut off."""

Trimmed = Annotated[str | None, BeforeValidator(_trimmed)]
"""A text without the line end that some of the vendor's addresses carry."""

Reference = Annotated[str | None, BeforeValidator(_nothing_if_zero)]
"""An id, a number or 0 for none: an id as text, or None."""

Moment = Annotated[datetime, AfterValidator(_aware)] | None
"""A time with its zone; UTC where the server left it out."""
