"""How a webhook is signed. The vendor describes the signed text in a way that can be read three ways."""

from __future__ import annotations

import base64
import hashlib
import hmac
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Payload = dict[str, object]


def signature(
    secret: str, timestamp: str, nonce: str, payload: Mapping[str, object], reading: str, raw: str
) -> str:
    """Base64 of an HMAC-SHA256 over three lines; `reading` says what the third one is."""
    signed = f"{timestamp}\n{nonce}\n{_READINGS[reading](payload, raw)}"
    digest = hmac.new(secret.encode(), signed.encode(), hashlib.sha256).digest()
    return base64.b64encode(digest).decode()


def _pairs(payload: Mapping[str, object]) -> str:
    return "&".join(f"{quote(name, safe='')}={_value(value)}" for name, value in payload.items())


def _value(value: object) -> str:
    """As JSON spells it: true and false in small letters."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return quote(text, safe="")


def _insertion(payload: Mapping[str, object], raw: str) -> str:
    del raw
    return _pairs(payload)


def _sorted(payload: Mapping[str, object], raw: str) -> str:
    del raw
    return _pairs(dict(sorted(payload.items())))


def _raw(payload: Mapping[str, object], raw: str) -> str:
    del payload
    return quote(raw, safe="")


def _wrong(payload: Mapping[str, object], raw: str) -> str:
    return f"{_insertion(payload, raw)}&forged=true"


_READINGS: dict[str, Callable[[Mapping[str, object], str], str]] = {
    "insertion": _insertion,
    "sorted": _sorted,
    "raw": _raw,
    "wrong": _wrong,
}
