"""Every code of the Platform API means one error, whatever the HTTP status around it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import SecretStr

from pixverse import errors
from pixverse.answers import Answer
from pixverse.platform.refusals import BAD_IMAGE, CODES, check

NOW = datetime(2026, 1, 1, tzinfo=UTC)
KEY = SecretStr("sk-0123456789")

MEANINGS: dict[type[errors.ProviderError], set[int]] = {
    errors.Unauthorized: {10001, 10002, 10003, 10004, 10005, 400012, 500020},
    errors.Invalid: {
        *(400011, 400013, 400017, 400018, 400019, 400032, 400040),
        *(500030, 500031, 500032, 500033, 500042, 500071),
    },
    errors.NotFound: {500008, 500064},
    errors.Busy: {500044, 500069},
    errors.Moderated: {500052, 500054, 500063},
    errors.NoCredits: {500060, 500090},
    errors.NotActivated: {500070},
    errors.OutcomeUnknown: {500041, 500100, 99999},
}
ONE_BY_ONE = [(code, kind) for kind, codes in MEANINGS.items() for code in sorted(codes)]


def refusal(
    body: object, status: int = 200, headers: dict[str, str] | None = None
) -> errors.ProviderError:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    with pytest.raises(errors.ProviderError) as raised:
        check(Answer(status, headers or {}, raw), now=NOW, secret=KEY)
    return raised.value


def test_the_table_holds_exactly_the_documented_codes() -> None:
    assert set(CODES) == {code for code, _ in ONE_BY_ONE}


def test_only_an_invalid_picture_is_to_blame_for_a_bad_picture() -> None:
    assert {CODES[code] for code in BAD_IMAGE} == {errors.Invalid}


@pytest.mark.parametrize("status", [200, 400, 500])
@pytest.mark.parametrize(("code", "kind"), ONE_BY_ONE)
def test_a_code_means_one_error(code: int, kind: type[errors.ProviderError], status: int) -> None:
    error = refusal({"ErrCode": code, "ErrMsg": "words", "Resp": None}, status)
    assert type(error) is kind
    assert (error.status, error.code, error.message) == (status, code, "words")
    assert str(error) == f"{status} {code} words"


@pytest.mark.parametrize(
    "body",
    [
        {"err_code": 500052, "err_msg": "words", "resp": None},
        {"errCode": 500052, "errMsg": "words"},
        {"ErrCode": "500052", "ErrMsg": "words", "Resp": {}},
    ],
)
def test_both_spellings_are_read(body: object) -> None:
    error = refusal(body, 500)
    assert type(error) is errors.Moderated
    assert (error.code, error.message) == (500052, "words")


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, errors.Unauthorized),
        (403, errors.Unauthorized),
        (404, errors.NotFound),
        (413, errors.Invalid),
        (429, errors.Busy),
        (500, errors.OutcomeUnknown),
        (502, errors.OutcomeUnknown),
        (504, errors.OutcomeUnknown),
        (302, errors.OutcomeUnknown),
        (301, errors.Invalid),
    ],
)
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>Bad gateway</html>",
        {"ErrCode": 0, "ErrMsg": "Success", "Resp": {"video_id": 1}},
    ],
)
def test_without_a_code_http_decides(
    status: int, kind: type[errors.ProviderError], body: object
) -> None:
    error = refusal(body, status)
    assert type(error) is kind
    assert (error.status, error.code) == (status, None)


def test_too_many_requests_say_how_long_to_wait() -> None:
    error = refusal({"ErrCode": 500044}, 429, {"retry-after": "45"})
    assert isinstance(error, errors.Busy)
    assert error.after == timedelta(seconds=45)


@pytest.mark.parametrize("code", [500044, 500069])
def test_a_busy_service_is_given_ten_seconds(code: int) -> None:
    error = refusal({"ErrCode": code, "ErrMsg": ""})
    assert isinstance(error, errors.Busy)
    assert error.after == timedelta(seconds=10)


@pytest.mark.parametrize(
    ("code", "status", "kind"),
    [
        (400999, 200, errors.Invalid),
        (10009, 200, errors.Unauthorized),
        (500999, 200, errors.OutcomeUnknown),
        (7, 200, errors.OutcomeUnknown),
        (500999, 400, errors.Invalid),
        (400999, 500, errors.OutcomeUnknown),
    ],
)
def test_an_undocumented_code_is_never_taken_for_more_than_its_family_says(
    code: int, status: int, kind: type[errors.ProviderError]
) -> None:
    assert type(refusal({"ErrCode": code, "ErrMsg": "?"}, status)) is kind


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"[]",
        b"{}",
        {"ErrMsg": "Success", "Resp": {"video_id": 1}},
        {"ErrCode": None, "Resp": {}},
        {"ErrCode": True, "Resp": {}},
        {"ErrCode": 0.0, "Resp": {}},
        {"ErrCode": "", "Resp": {}},
        {"ErrCode": -1, "Resp": {}},
        {"ErrCode": "1" * 5000, "Resp": {}},
    ],
)
def test_a_success_without_an_envelope_is_unknown(body: object) -> None:
    assert type(refusal(body)) is errors.OutcomeUnknown


@pytest.mark.parametrize("status", [200, 500])
@pytest.mark.parametrize("code", [400017, 500999])
def test_a_message_holds_no_key_and_no_address(status: int, code: int) -> None:
    told = f"bad key {KEY.get_secret_value()} of jo@example.org\n" + "x" * 900
    error = refusal({"ErrCode": code, "ErrMsg": told}, status)
    for text in (str(error), repr(error), error.message):
        assert "0123456789" not in text
        assert "example.org" not in text
    assert len(error.message) <= 300
    assert "\n" not in error.message


@pytest.mark.parametrize("code", [0, "0"])
@pytest.mark.parametrize("status", [200, 201])
def test_a_success_is_unwrapped(code: object, status: int) -> None:
    body = json.dumps({"ErrCode": code, "ErrMsg": "Success", "Resp": {"a": 1}}).encode()
    assert check(Answer(status, {}, body), now=NOW, secret=KEY).record() == {"a": 1}
