"""Telling our own video among others: wrongly adopted is bad, wrongly missed is paid twice."""

from datetime import timedelta
from typing import Any

import pytest

from bot.providers.useapi.search import Match, begins, compare
from jobs.lifecycle import Job
from tests.unit.bot.useapi_examples import (
    SEED,
    SUBMITTED,
    a_job,
    effect_request,
    picture_request,
    row,
    text,
)

EFFECT = 384_000_000_000_001


@pytest.mark.parametrize(
    ("fields", "match"),
    [
        ({}, Match.OURS),
        ({"prompt": "A  red\nfox "}, Match.OURS),
        ({"prompt": ""}, Match.OURS),
        ({"created_at": None}, Match.OURS),
        ({"created_at": "2026-11-21T11:59:01Z"}, Match.OURS),
        ({"created_at": "2026-11-21T11:58:59Z"}, Match.ANOTHER),
        ({"seed": 99}, Match.ANOTHER),
        ({"prompt": "a blue fox"}, Match.UNCLEAR),
        ({"template_id": EFFECT}, Match.UNCLEAR),
        ({"video_id": None}, Match.UNCLEAR),
        ({"seed": None}, Match.UNCLEAR),
        ({"seed": 0, "prompt": "a blue fox"}, Match.ANOTHER),
    ],
)
def test_a_video_from_words(fields: dict[str, Any], match: Match) -> None:
    assert compare(a_job(text()), row(**fields)) is match


@pytest.mark.parametrize(
    ("job", "fields", "match"),
    [
        (a_job(effect_request()), {"template_id": EFFECT, "prompt": "its own"}, Match.OURS),
        (a_job(effect_request(prompt="mine")), {"template_id": EFFECT}, Match.OURS),
        (a_job(effect_request()), {"template_id": 0}, Match.UNCLEAR),
        (a_job(effect_request()), {"template_id": None}, Match.OURS),
        (a_job(picture_request(3, "walk on")), {"prompt": "walk on; walk on"}, Match.OURS),
        (a_job(picture_request(1)), {"prompt": "added by somebody"}, Match.OURS),
        (a_job(picture_request(2, "dawn")), {"prompt": "dusk"}, Match.UNCLEAR),
    ],
)
def test_words_count_only_where_the_list_shows_ours(
    job: Job, fields: dict[str, Any], match: Match
) -> None:
    assert compare(job, row(**fields)) is match


PICTURES = ("upload/a.jpg", "upload/b.jpg")


@pytest.mark.parametrize(
    ("fields", "match"),
    [
        ({"customer_paths": {"customer_img_paths": PICTURES}}, Match.OURS),
        ({"customer_img_path": PICTURES[0]}, Match.OURS),
        ({"customer_paths": {"customer_img_paths": ["upload/x.jpg", PICTURES[1]]}}, Match.UNCLEAR),
        ({"customer_img_path": "upload/x.jpg"}, Match.UNCLEAR),
        ({}, Match.UNCLEAR),
        ({"seed": 99, "customer_img_path": PICTURES[0]}, Match.ANOTHER),
    ],
)
def test_a_seed_that_was_chosen_proves_nothing_by_itself(
    fields: dict[str, Any], match: Match
) -> None:
    request = picture_request(2).model_copy(update={"seed": SEED})
    assert compare(a_job(request, uploads=PICTURES), row(**fields)) is match


def test_with_a_chosen_seed_the_words_must_be_shown() -> None:
    job = a_job(text().model_copy(update={"seed": SEED}))
    assert compare(job, row()) is Match.OURS
    assert compare(job, row(prompt="")) is Match.UNCLEAR


def test_a_job_begins_with_its_submission() -> None:
    assert begins(a_job()) == SUBMITTED - timedelta(seconds=60)
    assert begins(a_job(submitted_at=None, queued_at=SUBMITTED)) == SUBMITTED - timedelta(
        seconds=60
    )
