"""Bodies, statuses and posted jobs of useapi.net v1."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import SecretStr, ValidationError

from pixverse.bodies import Body
from pixverse.useapi_v1 import (
    AnimateBody,
    Attachment,
    ButtonBody,
    ChannelBody,
    CreateBody,
    CreateSingleBody,
    Done,
    Failed,
    Failure,
    Job,
    MemeFaceBody,
    Outcome,
    Pending,
    outcome,
)
from pixverse.useapi_v1.webhook import read

REPLY = {"discord", "maxJobs", "replyUrl", "replyRef"}
JOB = REPLY | {"server", "channel"}
CREATE = JOB | {"prompt", "style", "negative_prompt", "aspect_ratio", "character"}

FIELDS: list[tuple[type[Body], set[str]]] = [
    (CreateBody, CREATE),
    (CreateSingleBody, CREATE | {"seed_value"}),
    (AnimateBody, JOB | {"prompt", "seed_value", "motion", "hd_quality"}),
    (MemeFaceBody, JOB | {"prompt", "negative_prompt", "aspect_ratio", "seed_value"}),
    (ButtonBody, REPLY | {"jobid", "button", "prompt"}),
    (ChannelBody, {"discord", "server", "channel", "maxJobs"}),
]
LEAST: list[tuple[type[Body], dict[str, Any]]] = [
    (CreateBody, {"prompt": "a cat", "style": "Realistic"}),
    (CreateSingleBody, {"prompt": "a cat", "style": "3D Animation"}),
    (AnimateBody, {}),
    (MemeFaceBody, {"prompt": "a king"}),
    (ButtonBody, {"jobid": "j1", "button": "U1"}),
]


@pytest.mark.parametrize(("kind", "names"), FIELDS)
def test_a_body_has_exactly_the_fields_of_its_endpoint(kind: type[Body], names: set[str]) -> None:
    assert {field.alias or name for name, field in kind.model_fields.items()} == names


@pytest.mark.parametrize(("kind", "given"), LEAST)
def test_the_least_body_sends_only_what_was_set(kind: type[Body], given: dict[str, Any]) -> None:
    assert kind.model_validate(given).wire() == given
    for name in given:
        with pytest.raises(ValidationError):
            kind.model_validate({key: value for key, value in given.items() if key != name})


def test_every_field_is_sent_by_its_name_and_the_token_is_not_shown() -> None:
    body = CreateSingleBody(
        prompt="a cat",
        style="Anime",
        character="klee",
        negative_prompt="dogs",
        aspect_ratio="4:3",
        seed_value=0,
        discord=SecretStr("do-not-tell"),
        server="1",
        channel="2",
        max_jobs=10,
        reply_url="https://bot.example/hook",
        reply_ref="r",
    )
    assert body.wire() == {
        "prompt": "a cat",
        "style": "Anime",
        "character": "klee",
        "negative_prompt": "dogs",
        "aspect_ratio": "4:3",
        "seed_value": 0,
        "discord": "do-not-tell",
        "server": "1",
        "channel": "2",
        "maxJobs": 10,
        "replyUrl": "https://bot.example/hook",
        "replyRef": "r",
    }
    assert "do-not-tell" not in repr(body)


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (CreateBody, {"prompt": "", "style": "Anime"}),
        (CreateBody, {"prompt": "x" * 513, "style": "Anime"}),
        (CreateBody, {"prompt": "a", "style": "Clay"}),
        (CreateBody, {"prompt": "a", "style": "Realistic", "character": "klee"}),
        (CreateBody, {"prompt": "a", "style": "Anime", "character": "totoro"}),
        (CreateBody, {"prompt": "a", "style": "Anime", "seed_value": 1}),
        (CreateBody, {"prompt": "a", "style": "Anime", "aspect_ratio": "21:9"}),
        (CreateBody, {"prompt": "a", "style": "Anime", "maxJobs": 11}),
        (CreateSingleBody, {"prompt": "a", "style": "Anime", "seed_value": 2**31}),
        (AnimateBody, {"motion": 0}),
        (AnimateBody, {"motion": 11}),
        (AnimateBody, {"hd_quality": True}),
        (AnimateBody, {"style": "Anime"}),
        (ButtonBody, {"jobid": "j1", "button": "U1", "prompt": "words"}),
        (ButtonBody, {"jobid": "j1", "button": "ReDo", "channel": "2"}),
        (ChannelBody, {"discord": SecretStr(""), "server": "1", "channel": "2", "maxJobs": 1}),
    ],
)
def test_what_would_be_refused_cannot_be_built(kind: type[Body], given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        kind.model_validate(given)


@pytest.mark.parametrize("button", ["V1", "V4", "🔀"])
def test_some_buttons_take_words(button: str) -> None:
    assert ButtonBody(jobid="j1", button=button, prompt="red").wire()["prompt"] == "red"


FILE = {"id": 7, "url": "https://cdn.example/v.mp4\n", "content_type": "video/mp4", "size": 9}
STATUSES: list[tuple[dict[str, Any], Outcome]] = [
    *[({"status": status}, Pending()) for status in ("created", "started", "progress", "new", "")],
    ({}, Pending()),
    ({"status": "progress", "attachments": [FILE]}, Pending()),
    ({"status": "moderated"}, Failed(Failure.MODERATED)),
    ({"status": "failed"}, Failed(Failure.FAILED)),
    ({"status": "Cancelled"}, Failed(Failure.CANCELLED)),
    (
        {"status": "completed", "attachments": [FILE, {"id": "8"}]},
        Done((Attachment.model_validate(FILE),)),
    ),
    ({"status": "completed", "attachments": []}, Failed(Failure.FAILED)),
    ({"status": "completed"}, Failed(Failure.FAILED)),
]


@pytest.mark.parametrize(("fields", "expected"), STATUSES)
def test_a_status_says_whether_to_go_on_looking(fields: dict[str, Any], expected: Outcome) -> None:
    assert outcome(Job.model_validate(fields)) == expected


def test_an_attachment_is_read_exactly() -> None:
    (file,) = Job.model_validate({"attachments": [FILE]}).attachments
    assert (file.id, file.url, file.size) == ("7", "https://cdn.example/v.mp4", 9)


JOB_FIELDS = {"jobid": "j1", "replyRef": "r", "status": "completed"}


@pytest.mark.parametrize(
    "value", [JOB_FIELDS, {"job": JOB_FIELDS}, {"code": 200, "response": JOB_FIELDS}]
)
def test_a_posted_job_is_found(value: object) -> None:
    job = read(json.dumps(value).encode())
    assert (job.jobid, job.reply_ref) == ("j1", "r")


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"{}", b'{"jobid": {}}', b'{"job": 3}'])
def test_a_post_that_names_no_job_is_an_empty_one(body: bytes) -> None:
    assert read(body).jobid is None
