"""A webhook body is searched for two names and nothing else; any body at all may come."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pixverse.useapi import webhook
from pixverse.useapi.webhook import Mention

# On a fresh machine the first text drawn builds a table for a second or two.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

VIDEO = "user:1-pixverse:a@example.org-video:2"


@pytest.mark.parametrize(
    "body",
    [
        {"video_id": VIDEO, "replyRef": "ref", "video_status": 1},
        {"video_id": VIDEO, "response": {"replyRef": "ref"}},
        {"response": {"video_id": VIDEO, "replyRef": "ref"}},
        {"job": [{"videoId": VIDEO}], "replyRef": "ref"},
        {"data": {"image_id": VIDEO}, "response": {"response": {"replyRef": "ref"}}},
        {"video_id": VIDEO, "replyRef": "ref", "response": {"video_id": "x", "replyRef": "y"}},
        {"video_id": 5, "response": {"video_id": VIDEO, "replyRef": "ref"}},
    ],
)
def test_both_names_are_found(body: object) -> None:
    assert webhook.read(json.dumps(body).encode()) == Mention(VIDEO, "ref")


def test_one_name_is_enough() -> None:
    assert webhook.find({"errCode": 1, "replyRef": "ref"}) == Mention(None, "ref")
    assert webhook.find({"video_id": VIDEO}) == Mention(VIDEO, None)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"ok",
        b"\xff\xfe",
        b"null",
        b"[]",
        b'"video_id"',
        b'{"video_id": ""}',
        b'{"video_id": null, "replyRef": 7}',
        b'{"replyRef": "' + b"x" * 1025 + b'"}',
        b'{"a":{"b":{"c":{"d":{"video_id":"deep"}}}}}',
        b"[" * 100_000,
        b'{"a":' * 5_000 + b"1" + b"}" * 5_000,
    ],
)
def test_other_bodies_mention_nothing(body: bytes) -> None:
    assert not webhook.read(body)


def test_a_huge_body_is_not_searched_to_its_end() -> None:
    body = {str(n): {"other": n} for n in range(10_000)} | {"z": {"video_id": VIDEO}}
    assert not webhook.find(body)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(st.sampled_from(["video_id", "replyRef", "response", "x"]), inner)
    ),
)


@PATIENT
@given(json_values)
def test_no_body_makes_it_fail(value: object) -> None:
    found = webhook.read(json.dumps(value).encode())
    for name in (found.video_id, found.reply_ref):
        assert name is None or (isinstance(name, str) and name)


@PATIENT
@given(st.binary())
def test_no_bytes_make_it_fail(body: bytes) -> None:
    webhook.read(body)
