"""Whether a posted webhook comes from PixVerse, and which job it speaks of.

The signature covers time, nonce and body, but how the body becomes the signed text is described
in three ways: all of them are tried. That is no weaker: each needs the secret, and what a body
says is only a hint to look. Vendor: How to use webhook.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

from pydantic import AliasChoices, AliasPath, Field

from pixverse.decoding import Credits, Tolerant, Trimmed, read_json
from pixverse.platform.decoding import ReadId

if TYPE_CHECKING:
    from pydantic import SecretStr

WINDOW = timedelta(seconds=300)
"""How far a delivery's time may be from ours; nonces need to be remembered for twice as long."""

ANSWER = b"ok"
"""The body of the HTTP 200 without which PixVerse delivers again, up to eight times in 5.5 hours."""

LONGEST_NONCE = 128


class WebhookError(Exception):
    """A delivery that is not to be acted upon."""


class Unsigned(WebhookError):
    """A header of the signature is missing."""


class BadTimestamp(WebhookError):
    """The time is no number of seconds."""


class Stale(WebhookError):
    """The delivery was signed too long ago, or in the future."""


class BadNonce(WebhookError):
    """The nonce is no short word."""


class Replayed(WebhookError):
    """A delivery with this nonce came before."""


class BadSignature(WebhookError):
    """The secret was not used to sign this."""


class Unreadable(WebhookError):
    """Signed well, but the body is no JSON object."""


class Construction(StrEnum):
    """How the body becomes the signed text."""

    AS_SENT = "as_sent"
    """``k=v&k=v``, in the order in which the body has them."""
    SORTED = "sorted"
    """The same, sorted by key."""
    RAW = "raw"
    """The body as it is."""


ALL_CONSTRUCTIONS = frozenset(Construction)


class Notice(Tolerant):
    """What a delivery says; read the result again before believing it."""

    id: ReadId | None = Field(
        None,
        validation_alias=AliasChoices(
            "id", "video_id", "image_id", AliasPath("Resp", "id"), AliasPath("Resp", "video_id")
        ),
    )
    status: int | None = Field(
        None, validation_alias=AliasChoices("status", AliasPath("Resp", "status"))
    )
    url: Trimmed = None
    size: int | None = None
    has_audio: bool | None = None
    credits: Credits = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """A delivery that PixVerse signed. ``nonce`` is to be remembered; ``trace_id`` is not signed."""

    notice: Notice
    nonce: str
    sent_at: datetime
    construction: Construction
    trace_id: str | None = None


def verify(
    headers: Mapping[str, str],
    body: bytes,
    *,
    secret: SecretStr,
    now: datetime,
    seen: Collection[str] = (),
    constructions: Collection[Construction] = ALL_CONSTRUCTIONS,
) -> Delivery:
    """Return what was delivered; raises one kind of WebhookError for each thing that can be wrong.

    ``seen`` are the nonces of the deliveries of the last ten minutes. Whether a repeated delivery
    has a new nonce is not known: Replayed may be answered like a success.
    """
    given = {name.lower(): value.strip() for name, value in headers.items()}
    stamp, nonce, signature = (_header(given, name) for name in ("timestamp", "nonce", "signature"))
    sent_at = _moment(stamp)
    if abs(now - sent_at) > WINDOW:
        raise Stale("signed too long ago, or in the future")
    if len(nonce) > LONGEST_NONCE or not (nonce.isascii() and nonce.isprintable()):
        raise BadNonce("the nonce is no short word")
    prefix = f"{stamp}\n{nonce}\n".encode()
    construction = _matching(prefix, body, signature, secret, constructions)
    if nonce in seen:
        raise Replayed("this delivery came before")
    return Delivery(read(body), nonce, sent_at, construction, given.get("ai-trace-id"))


def read(body: bytes) -> Notice:
    """Decode a body, tolerantly; raises Unreadable for one that is no JSON object."""
    try:
        value = read_json(body)
    except ValueError:
        value = None
    if isinstance(value, Mapping):
        return Notice.model_validate(value)
    raise Unreadable("the body is no JSON object")


def _header(given: Mapping[str, str], name: str) -> str:
    value = given.get(f"webhook-{name}")
    if not value:
        raise Unsigned(f"Webhook-{name.title()} is missing")
    return value


def _moment(stamp: str) -> datetime:
    try:
        return datetime.fromtimestamp(int(stamp), UTC)
    except (ValueError, OverflowError, OSError):
        pass
    raise BadTimestamp("the time is no number of seconds")


def _matching(
    prefix: bytes,
    body: bytes,
    signature: str,
    secret: SecretStr,
    constructions: Collection[Construction],
) -> Construction:
    """Compare with all that could have been signed, in the same time wherever they differ."""
    try:
        given = base64.b64decode(signature, validate=True)
    except (binascii.Error, ValueError):
        given = b""
    key = secret.get_secret_value().strip().encode()
    if not key:
        raise ValueError("without a secret anybody could have signed this")
    matching = [
        construction
        for construction in Construction
        if construction in constructions
        for text in _payloads(construction, body)
        if hmac.compare_digest(hmac.digest(key, prefix + text.encode(), hashlib.sha256), given)
    ]
    if not matching:
        raise BadSignature("not signed with this secret")
    return matching[0]


def _payloads(construction: Construction, body: bytes) -> Iterator[str]:
    """What may stand for the body: "URL-encoded" is said, but not by which of the usual rules."""
    if construction is Construction.RAW:
        text = body.decode("utf-8", "replace")
        yield from (encode(text) for encode in _ENCODINGS)
        return
    fields = _fields(body)
    if fields is None:
        return
    if construction is Construction.SORTED:
        fields = sorted(fields)
    for encode in _ENCODINGS:
        yield "&".join(f"{encode(key)}={encode(value)}" for key, value in fields)
        yield encode("&".join(f"{key}={value}" for key, value in fields))


def _fields(body: bytes) -> list[tuple[str, str]] | None:
    """The body's fields as texts, in its own order; None where it is no object."""
    try:
        value = json.loads(body, parse_float=_AsWritten)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict):
        return None
    return [(key, _shown(field)) for key, field in value.items()]


class _AsWritten(float):
    """A number that still knows its own digits: 1.50 was signed as 1.50."""

    def __init__(self, text: str) -> None:
        self.text = text


def _shown(value: object) -> str:
    if isinstance(value, _AsWritten):
        return value.text
    if isinstance(value, str):
        return value
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


# Half an emoji, which JSON can hold and no encoding can, must not raise.
_ENCODINGS: tuple[Callable[[str], str], ...] = (
    partial(quote_plus, errors="replace"),
    partial(quote, safe="", errors="replace"),
    partial(quote, safe="/", errors="replace"),
    partial(quote, safe="!'()*", errors="replace"),
)
"""A space as "+" or "%20", a slash as it is, and what browsers leave alone."""
