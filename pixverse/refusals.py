"""What an HTTP answer other than 2xx means: which error of ``pixverse.errors`` it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from pixverse.errors import (
    SHORTEST_WAIT,
    AccountLocked,
    Busy,
    Invalid,
    Moderated,
    NoCredits,
    NotFound,
    OutcomeUnknown,
    ProviderError,
    Refused,
    SubscriptionExpired,
    Unauthorized,
)

if TYPE_CHECKING:
    from pydantic import SecretStr

    from pixverse.answers import Answer

LONGEST_WAIT = timedelta(hours=1)
"""A wait that a broken header cannot turn into days."""

_LONGEST_MESSAGE = 300
_SHORTEST_TOKEN = 6  # a shorter one is no secret, and would tear ordinary words apart
_ADDRESS = re.compile(r"[^\s\"'<>(){}\[\],;:]+(?:@|%40)[^\s\"'<>(){}\[\],;:]+", re.IGNORECASE)
_TOKEN = re.compile(r"user:\d+-(?!pixverse:)\S+", re.IGNORECASE)
_MOVED = frozenset({301, 307, 308})
_REQUEST_TIMEOUT = 408

_REFUSALS: Mapping[int, type[Refused]] = {
    401: Unauthorized,
    402: SubscriptionExpired,
    403: Unauthorized,
    404: NotFound,
    412: NoCredits,
}


def check(answer: Answer, *, now: datetime, secret: SecretStr) -> Answer:
    """Return a 2xx answer; raises the error that any other one means, without ``secret``."""
    if 200 <= answer.status < 300:
        return answer
    told = _told(answer)
    token = secret.get_secret_value().strip()
    if len(token) >= _SHORTEST_TOKEN:
        told = told.replace(token, "…")
    raise _error(answer, told, now)


def clean(text: str) -> str:
    """Make a provider's text fit for a log: one short line without addresses and tokens."""
    line = " ".join(text[: 4 * _LONGEST_MESSAGE].split()).encode("utf-8", "replace").decode()
    line = _TOKEN.sub("user:…", _ADDRESS.sub("…@…", line))
    return line if len(line) <= _LONGEST_MESSAGE else line[: _LONGEST_MESSAGE - 1] + "…"


def _error(answer: Answer, told: str, now: datetime) -> ProviderError:
    status, message = answer.status, clean(told)
    if status >= 500:
        locked = status == 596 or "pending error" in told.lower()
        return (AccountLocked if locked else OutcomeUnknown)(message, status=status)
    if status == 429:
        return Busy(message, status=status, after=_wait(answer, now))
    if status == 422:
        return Moderated(message, status=status, no_masks="no masks" in told.lower())
    if status in _MOVED:
        return Invalid("redirected elsewhere: is the base URL right?", status=status)
    if status < 400 or status == _REQUEST_TIMEOUT:
        return OutcomeUnknown(message, status=status)
    return _REFUSALS.get(status, Invalid)(message, status=status)


def _told(answer: Answer) -> str:
    """Return the server's words; ``error`` may be a text or an object, or the body no JSON."""
    text = answer.body.decode("utf-8", "replace")
    fields = _fields(answer)
    for key in ("error", "message", "err_msg"):
        if fields.get(key):
            return str(fields[key])
    return text


def _wait(answer: Answer, now: datetime) -> timedelta:
    named = (answer.headers.get("retry-after"), _fields(answer).get("retryAfter"))
    waits = [wait for value in named if (wait := _span(value, now)) is not None]
    return min(max([SHORTEST_WAIT, *waits]), LONGEST_WAIT)


def _fields(answer: Answer) -> Mapping[str, object]:
    value = answer.value
    return value if isinstance(value, Mapping) else {}


def _span(value: object, now: datetime) -> timedelta | None:
    """Read seconds, an HTTP date or an ISO time as a span from now."""
    text = str(value).strip()
    for read in (_seconds, _until_http_date, _until_iso):
        try:
            return read(text, now)
        except (ValueError, OverflowError, TypeError, IndexError):
            continue
    return None


def _seconds(text: str, _now: datetime) -> timedelta:
    return timedelta(seconds=float(text))


def _until_http_date(text: str, now: datetime) -> timedelta:
    return _aware(parsedate_to_datetime(text)) - now


def _until_iso(text: str, now: datetime) -> timedelta:
    return _aware(datetime.fromisoformat(text)) - now


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
