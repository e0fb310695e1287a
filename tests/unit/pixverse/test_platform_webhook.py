"""A delivery is believed only if PixVerse signed it, lately, and for the first time."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote, quote_plus, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import SecretStr

from pixverse.platform import webhook
from pixverse.platform.webhook import Construction, verify

# On a fresh machine the first text drawn builds a table for a second or two.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
SECRET = SecretStr("whsec-7")
STAMP = str(int(NOW.timestamp()))
NONCE = "0123456789abcdef0123456789abcdef"
BIG = 2**63 + 12345
BODY = (
    b'{"status": 1, "id": "9223372036854788153", "url": "https://m.example/a b.mp4?x=1&y=(2)",'
    b' "size": 1048576, "has_audio": true, "credits": 45.50, "note": null}'
)
FIELDS = {
    "status": "1",
    "id": "9223372036854788153",
    "url": "https://m.example/a b.mp4?x=1&y=(2)",
    "size": "1048576",
    "has_audio": "true",
    "credits": "45.50",
    "note": "null",
}
JOINED = "&".join(f"{key}={value}" for key, value in FIELDS.items())
SORTED = dict(sorted(FIELDS.items()))
SORTED_JOINED = "&".join(f"{key}={value}" for key, value in SORTED.items())


def browser(text: str) -> str:
    return quote(text, safe="!'()*")


PAYLOADS = [
    (Construction.AS_SENT, urlencode(FIELDS)),
    (Construction.AS_SENT, urlencode(FIELDS, quote_via=quote)),
    (Construction.AS_SENT, urlencode(FIELDS, quote_via=quote, safe="!'()*")),
    (Construction.AS_SENT, quote_plus(JOINED)),
    (Construction.AS_SENT, quote(JOINED)),
    (Construction.AS_SENT, browser(JOINED)),
    (Construction.SORTED, urlencode(SORTED)),
    (Construction.SORTED, quote(SORTED_JOINED, safe="")),
    (Construction.RAW, quote_plus(BODY)),
    (Construction.RAW, quote(BODY)),
    (Construction.RAW, quote(BODY, safe="")),
    (Construction.RAW, browser(BODY.decode())),
]


def signed(
    payload: str, *, stamp: str = STAMP, nonce: str = NONCE, secret: SecretStr = SECRET
) -> dict[str, str]:
    text = f"{stamp}\n{nonce}\n{payload}".encode()
    digest = hmac.new(secret.get_secret_value().encode(), text, hashlib.sha256).digest()
    return {
        "Webhook-Timestamp": stamp,
        "Webhook-Nonce": nonce,
        "Webhook-Signature": base64.b64encode(digest).decode(),
        "Ai-Trace-Id": "8f14e45f-ceea-467f-a4a8-2b1e5a1c7d10",
    }


GOOD = signed(urlencode(FIELDS))


def refused(
    headers: dict[str, str], body: bytes = BODY, **options: Any
) -> type[webhook.WebhookError]:
    with pytest.raises(webhook.WebhookError) as raised:
        verify(headers, body, **{"secret": SECRET, "now": NOW, **options})
    return type(raised.value)


@pytest.mark.parametrize(("construction", "payload"), PAYLOADS)
def test_every_documented_way_of_signing_is_recognized(
    construction: Construction, payload: str
) -> None:
    delivery = verify(signed(payload), BODY, secret=SECRET, now=NOW)
    assert delivery.construction is construction
    assert (delivery.nonce, delivery.sent_at) == (NONCE, NOW)
    assert delivery.trace_id == "8f14e45f-ceea-467f-a4a8-2b1e5a1c7d10"


@pytest.mark.parametrize(("construction", "payload"), PAYLOADS)
def test_a_way_of_signing_can_be_left_out(construction: Construction, payload: str) -> None:
    others = webhook.ALL_CONSTRUCTIONS - {construction}
    assert refused(signed(payload), constructions=others) is webhook.BadSignature


def test_what_is_told_is_read_exactly() -> None:
    notice = verify(GOOD, BODY, secret=SECRET, now=NOW).notice
    assert (notice.id, notice.status, notice.size) == (BIG, 1, 1048576)
    assert (notice.url, notice.has_audio) == ("https://m.example/a b.mp4?x=1&y=(2)", True)


def test_names_of_headers_have_no_case() -> None:
    headers = {name.upper(): value for name, value in GOOD.items()}
    assert verify(headers, BODY, secret=SecretStr("whsec-7\n"), now=NOW).nonce == NONCE


@pytest.mark.parametrize("name", ["Webhook-Timestamp", "Webhook-Nonce", "Webhook-Signature"])
@pytest.mark.parametrize("value", [None, "", " "])
def test_a_missing_header_is_said(name: str, value: str | None) -> None:
    headers = {key: text for key, text in GOOD.items() if key != name}
    if value is not None:
        headers[name] = value
    assert refused(headers) is webhook.Unsigned


@pytest.mark.parametrize("stamp", ["soon", "1.5", "9" * 30, "-" + "9" * 30, "9" * 5000])
def test_a_time_that_is_none_is_said(stamp: str) -> None:
    assert refused(signed(urlencode(FIELDS), stamp=stamp)) is webhook.BadTimestamp


@pytest.mark.parametrize(
    ("seconds", "is_stale"), [(300, False), (301, True), (-300, False), (-301, True)]
)
def test_a_delivery_is_good_for_five_minutes(seconds: int, is_stale: bool) -> None:
    now = NOW + timedelta(seconds=seconds)
    if is_stale:
        assert refused(GOOD, now=now) is webhook.Stale
    else:
        assert verify(GOOD, BODY, secret=SECRET, now=now)


@pytest.mark.parametrize("nonce", ["n" * 129, "ünïcödé", "a\x00b"])
def test_a_nonce_is_a_short_word(nonce: str) -> None:
    assert refused(signed(urlencode(FIELDS), nonce=nonce)) is webhook.BadNonce


def test_a_delivery_is_taken_once() -> None:
    assert verify(GOOD, BODY, secret=SECRET, now=NOW, seen={"another"})
    assert refused(GOOD, seen={NONCE}) is webhook.Replayed


def test_an_unsigned_replay_does_not_learn_that_it_is_one() -> None:
    forged = {**GOOD, "Webhook-Signature": base64.b64encode(b"x" * 32).decode()}
    assert refused(forged, seen={NONCE}) is webhook.BadSignature


@pytest.mark.parametrize(
    "headers",
    [
        signed(urlencode(FIELDS), secret=SecretStr("another")),
        signed(JOINED),
        {**GOOD, "Webhook-Nonce": NONCE[::-1]},
        {**GOOD, "Webhook-Timestamp": str(int(STAMP) + 1)},
        {**GOOD, "Webhook-Signature": "no base64!"},
        {**GOOD, "Webhook-Signature": "é"},
        {**GOOD, "Webhook-Signature": GOOD["Webhook-Signature"][:-4]},
        {**GOOD, "Webhook-Signature": GOOD["Webhook-Signature"].lower()},
    ],
)
def test_another_signature_is_refused(headers: dict[str, str]) -> None:
    assert refused(headers) is webhook.BadSignature


def test_a_changed_body_is_refused() -> None:
    assert refused(GOOD, BODY.replace(b'"status": 1', b'"status": 7')) is webhook.BadSignature


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"3", b"[" * 100_000])
def test_a_signed_body_that_says_nothing_is_said(body: bytes) -> None:
    assert refused(signed(quote(body)), body) is webhook.Unreadable


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]"])
def test_what_has_no_fields_is_signed_only_as_it_is(body: bytes) -> None:
    assert refused(signed(""), body) is (webhook.BadSignature if body else webhook.Unreadable)


@pytest.mark.parametrize("secret", ["", " \n"])
def test_without_a_secret_nothing_is_believed(secret: str) -> None:
    forged = signed(urlencode(FIELDS), secret=SecretStr(""))
    with pytest.raises(ValueError, match="secret"):
        verify(forged, BODY, secret=SecretStr(secret), now=NOW)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"id": BIG, "status": "1"}, (BIG, 1)),
        ({"video_id": str(BIG), "status": 5}, (BIG, 5)),
        ({"image_id": 3}, (3, None)),
        ({"ErrCode": 0, "Resp": {"id": BIG, "status": 8}}, (BIG, 8)),
        ({"id": float(BIG), "status": []}, (None, None)),
        ({"id": 0, "status": None}, (None, None)),
        ({}, (None, None)),
    ],
)
def test_a_body_is_read_tolerantly(
    body: dict[str, object], expected: tuple[int | None, int | None]
) -> None:
    notice = webhook.read(json.dumps(body).encode())
    assert (notice.id, notice.status) == expected


def test_half_an_emoji_breaks_nothing() -> None:
    body = b'{"id": 1, "prompt": "cat \\ud83d"}'
    headers = signed("id=1&prompt=cat+%3F")
    assert verify(headers, body, secret=SECRET, now=NOW).notice.id == 1


def anything() -> st.SearchStrategy[Any]:
    scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
    return st.recursive(scalars, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))


@PATIENT
@given(st.binary() | anything().map(lambda value: json.dumps(value).encode()))
def test_no_body_without_a_signature_passes_or_raises_anything_else(body: bytes) -> None:
    assert refused(GOOD, body) is webhook.BadSignature


Sign = Callable[[dict[str, str]], str]


@PATIENT
@given(
    st.dictionaries(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))
)
def test_any_texts_are_verified_as_a_form_would_send_them(fields: dict[str, str]) -> None:
    body = json.dumps(fields).encode()
    assert verify(signed(urlencode(fields)), body, secret=SECRET, now=NOW)
