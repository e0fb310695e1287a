"""Ids of the Platform API: whole numbers of up to 64 bits, which no floating point may ever touch."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

LARGEST_ID = 2**64 - 1


def _exact(value: object) -> int:
    # A number with a point has been through floating point: above 2**53 it is another id.
    if type(value) is int:
        return value
    if isinstance(value, str) and value.isascii() and value.strip().isdigit():
        return int(value)
    raise ValueError("an id is a whole number")


ReadId = Annotated[int, BeforeValidator(_exact), Field(ge=1, le=LARGEST_ID)]
"""An id in an answer; some are quoted."""
