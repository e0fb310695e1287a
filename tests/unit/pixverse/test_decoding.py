"""Whatever a field of an answer holds, the object is read, and its other fields stay right."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pixverse.decoding import Tolerant, read_json
from pixverse.useapi.models import (
    Account,
    Capacity,
    Effect,
    Features,
    Page,
    Running,
    Scheduler,
    Upload,
    Video,
    Voice,
)

# On a fresh machine the first text drawn builds a table for a second or two.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

KINDS: list[type[Tolerant]] = [
    Account,
    Capacity,
    Effect,
    Features,
    Running,
    Scheduler,
    Upload,
    Video,
    Voice,
]

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["1", "0", "true", "2026-01-01T00:00:00Z", "9" * 5000, 1e308, -1, 10**30]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


def _names(kind: type[Tolerant]) -> list[str]:
    aliases = set(kind.model_json_schema(by_alias=True)["properties"])
    return sorted(aliases | set(kind.model_fields) | {"job", "unknown"})


NAMES = {kind: _names(kind) for kind in KINDS}
objects = st.sampled_from(KINDS).flatmap(
    lambda kind: st.tuples(
        st.just(kind),
        st.dictionaries(st.sampled_from(NAMES[kind]), json_values, max_size=5),
    )
)


@PATIENT
@given(objects)
def test_every_object_can_be_read(drawn: tuple[type[Tolerant], dict[str, Any]]) -> None:
    kind, fields = drawn
    kind.model_validate(fields)


@PATIENT
@given(json_values)
def test_a_broken_field_costs_only_itself(value: object) -> None:
    row = {"video_id": "v", "video_status": 1, "url": "u", "output_width": 9, "seed": 3}
    for name in ("prompt", "queue_data", "qualities", "created_at", "off_peak", "job", "likes"):
        video = Video.model_validate({**row, name: value})
        assert (video.video_id, video.video_status, video.url) == ("v", 1, "u")
        assert (video.output_width, video.seed) == (9, 3)


def test_numbers_and_strings_stand_for_each_other() -> None:
    video = Video.model_validate(
        {
            "video_id": 12,
            "video_status": "7",
            "output_width": 1280.0,
            "video_duration": "5",
            "is_sound": 1,
            "off_peak": "0",
            "original_video_id": 77,
            "asset_id": "0",
            "template_id": "384000000000001",
        }
    )
    assert (video.video_id, video.video_status, video.output_width) == ("12", 7, 1280)
    assert (video.video_duration, video.is_sound, video.off_peak) == (5.0, True, False)
    assert (video.original_video_id, video.asset_id) == ("77", None)
    assert video.template_id == 384_000_000_000_001


@pytest.mark.parametrize("source", [0, "0", "", None])
def test_no_original_is_none(source: object) -> None:
    assert Video.model_validate({"original_video_id": source}).original_video_id is None


def test_a_null_does_not_hide_the_other_name_of_a_field() -> None:
    assert Video.model_validate({"video_id": None, "image_id": "i"}).video_id == "i"


def test_the_scheduler_names_a_video_in_two_ways() -> None:
    assert Running.model_validate({"videoId": "a"}).video_id == "a"
    assert Running.model_validate({"video_id": "a"}).video_id == "a"


def test_times_have_a_zone() -> None:
    video = Video.model_validate({"created_at": "2026-01-02T03:04:05"})
    assert video.created_at == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_a_balance_counts_what_can_be_spent_and_not_what_will_be_given() -> None:
    fields = {"credit_daily": 30, "credit_monthly": "5600", "credit_package": 10.5}
    features = Features.model_validate({**fields, "credit_monthly_gift": 6000})
    assert features.balance == 5640
    assert Features().balance is None
    assert Features(credit_daily=0).balance == 0


@pytest.mark.parametrize(("kind", "images"), [("1", 1), ("2", 2), (2, 2), ("5", 5), ("x", 1)])
def test_an_effect_says_how_many_pictures_it_takes(kind: object, images: int) -> None:
    assert Effect.model_validate({"effect_type": kind}).images_needed == images


def test_an_effects_price_is_base_and_surcharge() -> None:
    assert Effect(video_base_cost=20, fixed_cost=20).cost == 40
    assert Effect(video_base_cost=20).cost == 20
    assert Effect(fixed_cost=20).cost is None


def test_an_image_effect_is_known() -> None:
    assert Effect(template_type=2).gives_image
    assert not Effect(template_type=1).gives_image


def test_an_address_loses_its_line_end() -> None:
    assert Voice.model_validate({"url": "https://a.example/3.mp3\n"}).url == (
        "https://a.example/3.mp3"
    )


@pytest.mark.parametrize(
    ("fields", "last"),
    [
        ({"items": [], "next_offset": 40}, True),
        ({"items": [{}], "next_offset": 0}, True),
        ({"items": [{}], "next_offset": 40}, False),
        ({"items": [{}]}, False),
    ],
)
def test_only_a_listing_that_says_so_is_at_its_end(fields: dict[str, Any], last: bool) -> None:
    assert Page.model_validate(fields).is_last is last


def test_half_an_emoji_spoils_only_its_own_field() -> None:
    rows = read_json(rb'[{"video_id": "v", "prompt": "cut \ud83d"}]')
    assert isinstance(rows, list)
    video = Video.model_validate(rows[0])
    assert (video.video_id, video.prompt) == ("v", "cut ?")


@PATIENT
@given(json_values)
def test_json_is_read_as_the_standard_library_reads_it(value: object) -> None:
    text = json.dumps(value)
    assert json.dumps(read_json(text.encode())) == json.dumps(json.loads(text))


@pytest.mark.parametrize("body", [b"", b"<html>", b"\xff", b"[" * 100_000, b'{"a" "b"}'])
def test_what_is_no_json_is_a_value_error(body: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_json(body)
