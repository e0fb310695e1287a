"""Every status means one error, by the question whether anything may have happened."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import SecretStr

from pixverse import errors
from pixverse.answers import Answer
from pixverse.refusals import check, clean

# On a fresh machine the first text drawn builds a table for a second or two.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
SECRET = SecretStr("user:77-topsecret")


def refusal(
    status: int, body: object = b"", headers: dict[str, str] | None = None
) -> errors.ProviderError:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    with pytest.raises(errors.ProviderError) as raised:
        check(Answer(status, headers or {}, raw), now=NOW, secret=SECRET)
    return raised.value


MEANINGS = [
    (400, errors.Invalid),
    (401, errors.Unauthorized),
    (402, errors.SubscriptionExpired),
    (403, errors.Unauthorized),
    (404, errors.NotFound),
    (405, errors.Invalid),
    (408, errors.OutcomeUnknown),
    (412, errors.NoCredits),
    (413, errors.Invalid),
    (422, errors.Moderated),
    (429, errors.Busy),
    (301, errors.Invalid),
    (302, errors.OutcomeUnknown),
    (308, errors.Invalid),
    (500, errors.OutcomeUnknown),
    (502, errors.OutcomeUnknown),
    (504, errors.OutcomeUnknown),
    (596, errors.AccountLocked),
]


@pytest.mark.parametrize(("status", "kind"), MEANINGS)
@pytest.mark.parametrize("body", [{"error": "words"}, b"", b"<html>", {"error": {"code": 1}}])
def test_a_status_means_one_error(
    status: int, kind: type[errors.ProviderError], body: object
) -> None:
    error = refusal(status, body)
    assert type(error) is kind
    assert error.status == status


def test_success_passes() -> None:
    answer = Answer(201, {}, b"{}")
    assert check(answer, now=NOW, secret=SECRET) is answer


def test_a_pending_error_locks_the_account_whatever_the_5xx() -> None:
    error = refusal(500, {"error": "Your PixVerse account has pending error. Please address"})
    assert type(error) is errors.AccountLocked
    broken = b'{"error": "Your PixVerse account has pending error." "Please"}'
    assert type(refusal(503, broken)) is errors.AccountLocked


def test_modify_without_masks_is_told_from_other_moderation() -> None:
    masks = refusal(422, {"error": "No masks detected in video frame"})
    other = refusal(422, {"error": "Your prompt has triggered our AI moderator"})
    assert isinstance(masks, errors.Moderated)
    assert isinstance(other, errors.Moderated)
    assert (masks.no_masks, other.no_masks) == (True, False)


@pytest.mark.parametrize(
    ("header", "field", "seconds"),
    [
        (None, None, 10),
        ("3", None, 10),
        ("45", None, 45),
        ("45", "2026-01-01T12:02:00Z", 120),
        (None, "2026-01-01T12:00:30+00:00", 30),
        (None, "2026-01-01T12:00:30", 30),
        ("Thu, 01 Jan 2026 12:00:40 GMT", None, 40),
        ("Thu, 01 Jan 2026 11:00:00 GMT", None, 10),
        (None, 25, 25),
        ("nan", "soon", 10),
        ("-5", {"a": 1}, 10),
        ("inf", None, 10),
        ("99999999999", None, 3600),
    ],
)
def test_a_busy_provider_says_how_long_to_wait(
    header: str | None, field: object, seconds: int
) -> None:
    headers = {"retry-after": header} if header else {}
    error = refusal(429, {"error": "busy", "retryAfter": field}, headers)
    assert isinstance(error, errors.Busy)
    assert error.after == timedelta(seconds=seconds)


@PATIENT
@given(st.text(), st.text())
def test_no_wait_is_shorter_than_ten_seconds(header: str, field: str) -> None:
    error = refusal(429, {"retryAfter": field}, {"retry-after": header})
    assert isinstance(error, errors.Busy)
    assert timedelta(seconds=10) <= error.after <= timedelta(hours=1)


def test_a_message_names_nobody_and_holds_no_token() -> None:
    told = (
        "Unable to locate running video_id user:77-pixverse:jo+kitty@example.org-video:5 "
        "for user:77-topsecret at https://x.example/?email=jo%2Bkitty%40example.org"
    )
    error = refusal(400, {"error": told})
    for text in (str(error), repr(error), error.message):
        assert "Unable to locate" in text
        assert not any(part in text for part in ("kitty", "topsecret", "example.org"))


def test_a_token_of_another_form_is_taken_out_too() -> None:
    answer = Answer(400, {}, b'{"error": "bad token abc123 given"}')
    with pytest.raises(errors.Invalid) as raised:
        check(answer, now=NOW, secret=SecretStr("abc123"))
    assert str(raised.value) == "400 bad token … given"


@PATIENT
@given(st.text() | st.binary().map(lambda raw: raw.decode("latin-1")))
def test_a_message_is_one_short_line(text: str) -> None:
    line = clean(text * 50)
    assert len(line) <= 300
    assert "\n" not in line
    line.encode()


def test_an_error_that_is_an_object_is_still_words() -> None:
    assert "E77" in str(refusal(400, {"error": {"code": "E77"}}))
