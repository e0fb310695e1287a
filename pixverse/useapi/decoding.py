"""Reading what useapi.net sends: whatever a field holds, the rest of the object stays readable."""

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

    Half an emoji, left by a server that cuts texts by UTF-16 units, must not make a whole
    listing unreadable: only the standard library's slower decoder lets it pass.
    """
    try:
        return from_json(body)
    except ValueError:
        return _read_json_slowly(body)


def _read_json_slowly(body: bytes) -> object:
    try:
        return json.loads(body)
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
