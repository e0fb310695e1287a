"""Done, failed or pending: from the fields that can be trusted, not from those that cannot."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pixverse.outcomes import Done, Failed, Failure, Outcome, Pending
from pixverse.useapi.models import Video
from pixverse.useapi.status import outcome

# On a fresh machine the first text drawn builds a table for a second or two.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

URL = "https://media.example.org/v.mp4"
RESULT = {"url": URL, "output_width": 1280, "output_height": 720}

CASES: list[tuple[dict[str, Any], Outcome]] = [
    ({"video_status": 1, **RESULT}, Done(URL)),
    ({"video_status": "1", "url": f"{URL}\n", "output_width": "1280"}, Done(URL)),
    ({"video_status_name": "COMPLETED", **RESULT}, Done(URL)),
    ({"image_id": "i", "image_status": 1, "image_url": URL, "output_width": 8}, Done(URL)),
    ({"video_status": 1, "url": URL, "output_width": 0}, Pending()),
    ({"video_status": 1, "url": URL}, Pending()),
    ({"video_status": 1, "url": "", "output_width": 1280}, Pending()),
    ({"video_status": 5, "video_status_final": True}, Pending()),
    ({"video_status": 5, "video_status_final": True, **RESULT}, Pending()),
    ({"video_status": 9, "url": URL, "output_width": 0}, Pending()),
    ({"video_status": 10}, Pending()),
    ({"video_status": 42, "video_status_final": True}, Pending()),
    ({}, Pending()),
    ({"video_status": 6}, Failed(Failure.DELETED)),
    ({"video_status": 7}, Failed(Failure.MODERATED)),
    ({"video_status": 7, **RESULT}, Failed(Failure.MODERATED)),
    ({"video_status": 8}, Failed(Failure.FAILED)),
    ({"video_status_name": "failed"}, Failed(Failure.FAILED)),
    ({"video_status": 9, "video_status_name": "MODERATED"}, Failed(Failure.MODERATED)),
    ({"video_status": 1, "video_status_name": "FAILED", **RESULT}, Failed(Failure.FAILED)),
    ({"video_status": 9, "errCode": 500_063}, Failed(Failure.FAILED)),
    ({"video_status": 9, "job": {"errCode": "E1"}}, Failed(Failure.FAILED)),
    ({"video_status": 9, "errCode": 0}, Pending()),
    ({"video_status": 9, "errCode": ""}, Pending()),
    ({"video_status": 9, "errCode": None, "job": {"errCode": None}}, Pending()),
    ({"video_status": 1, "errCode": 0, **RESULT}, Done(URL)),
]


@pytest.mark.parametrize(("row", "expected"), CASES)
def test_a_rows_outcome(row: dict[str, Any], expected: Outcome) -> None:
    assert outcome(Video.model_validate(row)) == expected


@PATIENT
@given(
    st.none() | st.integers(-1, 12),
    st.sampled_from([None, "", "COMPLETED", "QUEUED", "GENERATING", "FAILED", "new one"]),
    st.sampled_from([None, "", URL]),
    st.none() | st.integers(-1, 1),
    st.booleans(),
)
def test_the_final_flag_decides_nothing_and_done_has_a_result(
    status: int | None, name: str | None, url: str | None, width: int | None, final: bool
) -> None:
    row = {"video_status": status, "video_status_name": name, "url": url, "output_width": width}
    decided = outcome(Video.model_validate({**row, "video_status_final": final}))
    assert decided == outcome(Video.model_validate({**row, "video_status_final": not final}))
    if isinstance(decided, Done):
        assert (decided.url, width) == (URL, 1)
        assert status in {None, 1}
