"""What an error of the Platform API means: which error of ``pixverse.errors`` a code is.

Vendor: the error-codes page; meanings where the exact texts are not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pixverse import refusals as http
from pixverse.errors import (
    Busy,
    Invalid,
    Moderated,
    NoCredits,
    NotActivated,
    NotFound,
    OutcomeUnknown,
    ProviderError,
    Unauthorized,
)
from pixverse.platform.envelope import Envelope, unwrap

if TYPE_CHECKING:
    from datetime import datetime

    from pydantic import SecretStr

    from pixverse.answers import Answer

OK = 0
TOO_MANY_REQUESTS = 429

UNKNOWN_ID = 500008
"""The code for a job that the server does not know; ``Switches.missing_is_lost`` says what that means."""

BAD_IMAGE = frozenset({400032, 500030, 500031, 500032, 500033})
"""Codes that blame the picture itself: another one may do."""

BAD_UPLOAD = frozenset({400011, 400013, 500042})
"""Codes that blame how a file was sent: another one would be refused as well."""

CODES: Mapping[int, type[ProviderError]] = {
    10001: Unauthorized,
    10002: Unauthorized,
    10003: Unauthorized,
    10004: Unauthorized,  # the key is missing
    10005: Unauthorized,
    99999: OutcomeUnknown,
    400011: Invalid,  # a required parameter is empty
    400012: Unauthorized,  # no such account
    400013: Invalid,  # a wrong type or value
    400017: Invalid,  # parameters that do not fit each other
    400018: Invalid,  # the prompt is too long
    400019: Invalid,  # the negative prompt is too long
    400032: Invalid,  # no such picture
    400040: Invalid,  # seen on uploads, not explained anywhere
    UNKNOWN_ID: NotFound,
    500020: Unauthorized,  # no permission
    500030: Invalid,  # the picture is too large, in bytes or pixels
    500031: Invalid,  # the picture cannot be read
    500032: Invalid,  # a picture of another format
    500033: Invalid,  # the picture's width or height
    # An upload is free, and its callers try again a limited number of times.
    500041: OutcomeUnknown,
    500042: Invalid,  # the picture's path
    500044: Busy,  # as many videos at once as the plan allows
    500052: Moderated,  # the picture, while it was uploaded
    500054: Moderated,  # the picture, when a video was asked for
    500060: NoCredits,  # the month's allowance
    500063: Moderated,  # the prompt
    500064: NotFound,  # the content was deleted
    500069: Busy,  # the whole service
    500070: NotActivated,
    500071: Invalid,  # the effect does not come in this resolution
    500090: NoCredits,
    500100: OutcomeUnknown,  # the vendor's database
}


def check(answer: Answer, *, now: datetime, secret: SecretStr) -> Envelope:
    """Return the envelope of a success; raises the error that any other answer means.

    HTTP decides where no code is known: a 5xx, and a success without an envelope, leave the
    outcome unknown.
    """
    envelope = unwrap(answer)
    if envelope.code not in CODES or answer.status == TOO_MANY_REQUESTS:
        http.check(answer, now=now, secret=secret)
    if envelope.code == OK:
        return envelope
    if envelope.code is None:
        raise OutcomeUnknown("the answer is no envelope", status=answer.status)
    raise _kind(envelope.code)(
        http.clean(_without(secret, envelope.message)), status=answer.status, code=envelope.code
    )


def _kind(code: int) -> type[ProviderError]:
    """A code that nobody has documented is taken by its family, and by nothing else."""
    if code in CODES:
        return CODES[code]
    if 400_000 <= code < 401_000:
        return Invalid
    return Unauthorized if 10_000 <= code < 10_100 else OutcomeUnknown


def _without(secret: SecretStr, text: str) -> str:
    key = secret.get_secret_value().strip()
    return text.replace(key, "…") if key else text
