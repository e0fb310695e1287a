"""What the Platform API answers, read exactly where it matters and tolerantly elsewhere."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pixverse.decoding import read_json
from pixverse.platform import (
    Balance,
    Created,
    Done,
    Effect,
    Failed,
    Failure,
    MaskSelection,
    Outcome,
    Pending,
    Result,
    Speaker,
    outcome,
)

# On a fresh machine the first text drawn builds a table for a second or two.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
URL = "https://media.pixverse.ai/v.mp4"


@PATIENT
@given(st.integers(1, 2**64 - 1), st.booleans())
def test_an_id_survives_exactly_quoted_or_not(number: int, is_quoted: bool) -> None:
    text = json.dumps({"id": str(number) if is_quoted else number})
    assert Result.model_validate(read_json(text.encode())).id == number


@pytest.mark.parametrize(
    "value", [0, -1, 2**64, 1e18, True, "", "1e18", "1.0", "x", "٣", None, [1]]
)
def test_what_is_no_id_is_none(value: object) -> None:
    assert Result.model_validate({"id": value}).id is None
    with pytest.raises(ValueError, match="id"):
        Created.model_validate({"id": value})


STATUSES: list[tuple[dict[str, Any], Outcome]] = [
    ({"status": 1, "url": URL}, Done(URL)),
    ({"status": "1", "url": f" {URL}\n"}, Done(URL)),
    ({"status": 1, "url": ""}, Pending()),
    ({"status": 1}, Pending()),
    ({"status": 5}, Pending()),
    ({"status": 5, "url": URL}, Pending()),
    ({"status": 6, "url": URL}, Failed(Failure.DELETED)),
    ({"status": 7}, Failed(Failure.MODERATED)),
    ({"status": 8, "url": ""}, Failed(Failure.FAILED)),
    *[({"status": status, "url": URL}, Pending()) for status in (0, 2, 3, 9, 10, 99, -1)],
    ({"status": "ready", "url": URL}, Pending()),
    ({"url": URL}, Pending()),
    ({}, Pending()),
]


@pytest.mark.parametrize(("fields", "expected"), STATUSES)
def test_a_status_says_whether_to_go_on_looking(fields: dict[str, Any], expected: Outcome) -> None:
    assert outcome(Result.model_validate(fields)) == expected


def test_a_result_is_read_whole() -> None:
    result = Result.model_validate(
        {
            "id": 2**60,
            "status": 1,
            "url": URL,
            "prompt": "a cat",
            "negative_prompt": "",
            "seed": 7,
            "size": 123,
            "style": "",
            "resolution_ratio": 1,
            "outputWidth": 1280,
            "outputHeight": 720,
            "create_time": "2026-01-01T00:00:00Z",
            "has_audio": True,
            "credits": 45,
            "customer_paths": {"a": 1},
        }
    )
    assert (result.output_width, result.output_height, result.size) == (1280, 720, 123)
    assert (result.credits, result.has_audio, result.seed) == (45, True, 7)
    assert result.create_time is not None


@pytest.mark.parametrize(
    ("fields", "total"),
    [
        ({"credit_monthly": 100, "credit_package": 20}, 120),
        ({"credit_monthly": "100", "credit_package": None}, 100),
        ({"credit_monthly": 0}, 0),
        ({"credit_monthly": "many"}, None),
        ({}, None),
    ],
)
def test_a_balance_is_the_sum_of_what_is_known(fields: dict[str, Any], total: int | None) -> None:
    assert Balance.model_validate(fields).total == total


def test_the_price_of_a_job_has_two_names() -> None:
    assert Created.model_validate({"id": 1, "credits": 45}).credits == 45
    assert Created.model_validate({"id": 1, "credit": 45}).credits == 45
    assert Created.model_validate({"id": 1}).credits is None


def test_masks_have_ids_that_are_texts() -> None:
    selection = MaskSelection.model_validate(
        {"keyframe_id": 1, "credits": 2, "mask_info": [{"mask_id": 7, "mask_name": "person"}]}
    )
    assert [(mask.mask_id, mask.mask_name) for mask in selection.masks] == [("7", "person")]


@pytest.mark.parametrize(
    ("fields", "images"), [({"effect_type": 0}, 0), ({"effect_type": "2"}, 2), ({}, 1)]
)
def test_an_effect_says_how_many_pictures_it_takes(fields: dict[str, Any], images: int) -> None:
    assert Effect.model_validate(fields).images_needed == images


def test_names_that_other_services_use_are_understood() -> None:
    effect = Effect.model_validate({"id": str(2**60), "name": "Hug", "template_type": 2})
    assert (effect.template_id, effect.display_name, effect.gives_image) == (2**60, "Hug", True)
    assert Speaker.model_validate({"speaker_id": 3, "name": "Isabella"}).speaker_id == "3"
