"""The simulated platform's webhooks: who is told, how it is signed, and how long it insists."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from queue import Empty
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

from tests.integration.simulated import PATIENCE
from tests.integration.simulator_platform import (
    KEY,
    OTHER_KEY,
    TEXT,
    Platform,
    Post,
    listening_hook,
    running,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRET = "known to both"


@pytest.fixture(scope="module")
def process() -> Iterator[Platform]:
    with running() as platform:
        yield platform


@pytest.fixture
def platform(process: Platform) -> Platform:
    """As new; nothing ends by itself, repetitions come at once, and nothing is rendered."""
    process.control("reset", {})
    process.control("hold", {"enabled": True})
    process.switch(webhook_retry_factor=0, real_sizes=False)
    return process


def register(platform: Platform, url: str, key: str = KEY) -> str:
    hook = platform.control("webhooks", {"url": url, "secret": SECRET, "key": key})
    webhook_id = hook["webhook_id"]
    assert isinstance(webhook_id, str)
    return webhook_id


def signed(payload: str, post: Post) -> str:
    text = f"{post.headers['webhook-timestamp']}\n{post.headers['webhook-nonce']}\n{payload}"
    digest = hmac.new(SECRET.encode(), text.encode(), hashlib.sha256).digest()
    return base64.b64encode(digest).decode()


def in_words_of_json(values: dict[str, Any]) -> dict[str, str]:
    return {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in values.items()
    }


def readings(post: Post) -> dict[str, str]:
    """The signature by each reading of the vendor's page."""
    values = in_words_of_json(json.loads(post.body))
    raw = urlencode({"": post.body.decode()}).removeprefix("=")
    return {
        "insertion": signed(urlencode(values), post),
        "sorted": signed(urlencode(sorted(values.items())), post),
        "raw": signed(raw, post),
    }


def test_the_end_of_a_job_is_told(platform: Platform) -> None:
    with listening_hook() as (url, posts):
        body = {**TEXT, "webhook_id": register(platform, url)}
        number = platform.finished("text", body)
        post = posts.get(timeout=PATIENCE)
        told = json.loads(post.body)
        result = platform.result(number)
        assert told.pop("size") > 0
        assert told == {
            "id": str(number),
            "status": 1,
            "url": result["url"],
            "has_audio": False,
            "credits": 45,
        }
        (video,) = platform.control("videos")["videos"]
        assert post.headers["ai-trace-id"] == video["trace_id"]
        assert post.headers["content-type"] == "application/json"
        assert len(post.headers["webhook-nonce"]) == 32
        assert abs(int(post.headers["webhook-timestamp"]) - time.time()) < 60


@pytest.mark.parametrize("status", [6, 7, 8])
def test_a_bad_end_is_told_too(platform: Platform, status: int) -> None:
    with listening_hook() as (url, posts):
        body = {**TEXT, "webhook_id": register(platform, url)}
        platform.finished("text", body, status=status)
        told = json.loads(posts.get(timeout=PATIENCE).body)
        assert (told["status"], told["url"], told["size"]) == (status, "", 0)


@pytest.mark.parametrize("reading", ["insertion", "sorted", "raw", "wrong"])
def test_the_signature_is_of_the_chosen_reading(platform: Platform, reading: str) -> None:
    platform.switch(webhook_signature=reading)
    with listening_hook() as (url, posts):
        platform.finished("text", {**TEXT, "webhook_id": register(platform, url)})
        post = posts.get(timeout=PATIENCE)
        expected = readings(post)
        assert len(set(expected.values())) == 3
        found = [name for name, text in expected.items() if text == signature_of(post)]
        assert found == ([] if reading == "wrong" else [reading])


def signature_of(post: Post) -> str:
    return post.headers["webhook-signature"]


def test_it_insists_until_it_hears_ok(platform: Platform) -> None:
    answers = [(500, b"ok"), (200, b"OK"), (200, b"ok\n"), (204, b""), (200, b"ok")]
    with listening_hook(*answers) as (url, posts):
        number = platform.finished("text", {**TEXT, "webhook_id": register(platform, url)})
        seen = [posts.get(timeout=PATIENCE) for _ in answers]
        assert len({post.body for post in seen}) == 1
        assert len({post.headers["webhook-nonce"] for post in seen}) == len(answers)
        deliveries = settled(platform, len(answers))
        told = [(one["attempt"], one["status"], one["taken"]) for one in deliveries]
        assert told == [
            (0, 500, False), (1, 200, False), (2, 200, False), (3, 204, False), (4, 200, True),
        ]  # fmt: skip
        assert {one["video_id"] for one in deliveries} == {number}


def settled(platform: Platform, count: int) -> list[dict[str, Any]]:
    """The deliveries, when so many have been answered."""
    deadline = time.monotonic() + PATIENCE
    while True:
        deliveries: list[dict[str, Any]] = platform.control("deliveries")["deliveries"]
        if len(deliveries) >= count:
            return deliveries
        assert time.monotonic() < deadline, deliveries


def test_it_gives_up_after_eight_repetitions(platform: Platform) -> None:
    body = {**TEXT, "webhook_id": register(platform, "http://127.0.0.1:9/nobody")}
    platform.finished("text", body)
    deliveries = settled(platform, 9)
    assert [one["attempt"] for one in deliveries] == list(range(9))
    assert {one["status"] for one in deliveries} == {None}


@pytest.mark.parametrize("quoted", [True, False])
def test_a_webhook_id_may_be_in_quotes(platform: Platform, quoted: bool) -> None:
    with listening_hook() as (url, posts):
        number = register(platform, url)
        platform.finished("text", {**TEXT, "webhook_id": number if quoted else int(number)})
        assert posts.get(timeout=PATIENCE)


def test_another_accounts_webhook_is_refused(platform: Platform) -> None:
    foreign = register(platform, "http://127.0.0.1:9/", OTHER_KEY)
    body = {**TEXT, "webhook_id": foreign}
    assert platform.refusal("/video/text/generate", body) == 400017


def test_only_text_and_image_to_video_tell_unless_switched(platform: Platform) -> None:
    with listening_hook() as (url, posts):
        source = platform.finished("text", TEXT)
        body = {"source_video_id": source, "webhook_id": register(platform, url)}
        platform.finished("upscale", body)
        platform.switch(webhook_everywhere=True)
        number = platform.finished("upscale", body)
        assert json.loads(posts.get(timeout=PATIENCE).body)["id"] == str(number)
        with pytest.raises(Empty):
            posts.get_nowait()


def test_webhooks_can_be_lost_doubled_and_early(platform: Platform) -> None:
    with listening_hook() as (url, posts):
        body = {**TEXT, "webhook_id": register(platform, url)}
        platform.switch(webhook_drop=True)
        platform.finished("text", body)
        platform.switch(webhook_drop=False, webhook_duplicate=True, webhook_skew=900)
        number = platform.finished("text", body)
        for _ in range(2):
            post = posts.get(timeout=PATIENCE)
            assert json.loads(post.body)["id"] == str(number)
            assert int(post.headers["webhook-timestamp"]) - time.time() > 600


def test_a_delivery_can_be_replayed_byte_for_byte(platform: Platform) -> None:
    with listening_hook() as (url, posts):
        body = {**TEXT, "webhook_id": register(platform, url)}
        number = platform.finished("text", body)
        first = posts.get(timeout=PATIENCE)
        settled(platform, 1)
        platform.control("deliveries/replay", {"video_id": number})
        again = posts.get(timeout=PATIENCE)
        assert (again.body, signature_of(again)) == (first.body, signature_of(first))
        assert again.headers["webhook-nonce"] == first.headers["webhook-nonce"]
