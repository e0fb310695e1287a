"""The life of generations on the simulated platform: trace ids, states, credits, room, faults, restarts."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from tests.integration.simulator_platform import (
    API,
    KEY,
    OTHER_KEY,
    TEXT,
    Platform,
    envelope,
    running,
    succeeded,
)
from tests.integration.simulator_useapi import clip, picture, speech

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GENERATE = "/video/text/generate"
PRICE = 45


@pytest.fixture(scope="module")
def process() -> Iterator[Platform]:
    with running() as platform:
        yield platform


@pytest.fixture
def platform(process: Platform) -> Platform:
    """As new, and nothing ends by itself: the tests say when."""
    process.control("reset", {})
    process.control("hold", {"enabled": True})
    return process


def test_a_video_is_generating_then_done() -> None:
    with running("--render-seconds", "0.3") as quick:
        quick.control("hold", {"enabled": True})
        number = quick.made("text", TEXT)
        seen = [quick.result(number)]
        quick.control("hold", {"enabled": False})
        while seen[-1]["status"] != 1:
            seen.append(quick.result(number))
        assert [seen[0]["status"], seen[0]["url"], seen[0]["outputWidth"]] == [5, "", 0]
        assert seen[-1]["url"].endswith(".mp4")
        assert seen[-1]["id"] == number


def test_a_result_tells_what_was_asked(platform: Platform) -> None:
    body = {**TEXT, "model": "v3.5", "style": "anime", "negative_prompt": "rain", "seed": 7}
    result = platform.result(platform.finished("text", body))
    assert result.keys() == {
        "id", "status", "url", "prompt", "negative_prompt", "seed", "size", "style",
        "resolution_ratio", "outputWidth", "outputHeight", "create_time", "modify_time",
        "has_audio", "credits", "customer_paths",
    }  # fmt: skip
    told = {name: result[name] for name in ("prompt", "negative_prompt", "style", "seed")}
    assert told == {
        "prompt": TEXT["prompt"],
        "negative_prompt": "rain",
        "style": "anime",
        "seed": 7,
    }
    assert (result["resolution_ratio"], result["credits"]) == (540, PRICE)


@pytest.mark.parametrize("shown", [2, 3, 9, 10])
def test_a_running_job_may_show_an_undocumented_status(platform: Platform, shown: int) -> None:
    platform.switch(pending_status=shown)
    number = platform.made("text", TEXT)
    assert platform.result(number)["status"] == shown
    platform.finish(number)
    assert platform.result(number)["status"] == 1


def test_others_and_nonsense_are_not_found(platform: Platform) -> None:
    number = platform.made("text", TEXT)
    for path, key, code in (
        (f"/video/result/{number}", OTHER_KEY, 500008),
        (f"/video/result/{number + 64}", KEY, 500008),
        (f"/image/result/{number}", KEY, 500008),
        ("/video/result/nonsense", KEY, 400013),
    ):
        response = platform.http.get(API + path, headers=platform.headers(key))
        assert envelope(response)["ErrCode"] == code


def test_a_new_result_may_be_late(platform: Platform) -> None:
    platform.switch(late_results=3600)
    number = platform.made("text", TEXT)
    response = platform.http.get(f"{API}/video/result/{number}", headers=platform.headers())
    assert envelope(response)["ErrCode"] == 500008


# trace ids


def test_the_same_trace_id_is_the_same_job_and_paid_once(platform: Platform) -> None:
    trace = str(uuid.uuid4())
    first = platform.made("text", TEXT, trace=trace)
    assert platform.made("text", TEXT, trace=trace) == first
    assert platform.made("text", {**TEXT, "prompt": "another"}, trace=trace.upper()) == first
    assert platform.balance() == 15_000 - PRICE
    platform.finish(first)
    assert platform.made("text", TEXT, trace=trace) == first


def test_two_at_once_with_one_trace_id_are_one_job(platform: Platform) -> None:
    trace = str(uuid.uuid4())
    with ThreadPoolExecutor(8) as threads:
        made = set(threads.map(lambda _: platform.made("text", TEXT, trace=trace), range(8)))
    assert len(made) == 1
    assert platform.balance() == 15_000 - PRICE


def test_a_refused_request_leaves_its_trace_id_free(platform: Platform) -> None:
    trace = str(uuid.uuid4())
    platform.refusal(GENERATE, {**TEXT, "duration": 7}, trace=trace)
    platform.made("text", TEXT, trace=trace)


def test_a_trace_id_is_its_accounts_own(platform: Platform) -> None:
    trace = str(uuid.uuid4())
    first = platform.made("text", TEXT, trace=trace)
    assert platform.made("text", TEXT, trace=trace, key=OTHER_KEY) != first


def test_what_a_used_trace_id_gets_is_a_switch(platform: Platform) -> None:
    trace = str(uuid.uuid4())
    first = platform.made("text", TEXT, trace=trace)
    platform.switch(trace_reuse="refused")
    assert platform.refusal(GENERATE, TEXT, trace=trace) == 400017
    platform.switch(trace_reuse="new_job")
    assert platform.made("text", TEXT, trace=trace) != first


# credits


def v(model: str, quality: str, duration: int, **more: Any) -> dict[str, Any]:
    return {**TEXT, "model": model, "quality": quality, "duration": duration, **more}


SOUND, MULTI = {"generate_audio_switch": True}, {"generate_multi_clip_switch": True}
SAID = {
    "lip_sync_tts_switch": True,
    "lip_sync_tts_speaker_id": "1",
    "lip_sync_tts_content": "s" * 31,
}
PRICES: list[tuple[dict[str, Any], int]] = [
    (v("v6", "360p", 5), 25),
    (v("v6", "720p", 15, **SOUND), 180),
    (v("c1", "1080p", 2, **SOUND), 48),
    (v("c1", "540p", 3), 24),
    (v("v5.6", "360p", 5), 35),
    (v("v5.6", "540p", 5, **SOUND), 90),
    (v("v5.6", "360p", 10, **SOUND), 122),
    (v("v5.6", "1080p", 8), 150),
    (v("v5.5", "720p", 10), 132),
    (v("v5.5", "1080p", 5, **SOUND), 130),
    (v("v5.5", "720p", 8, **MULTI), 150),
    (v("v5.5", "540p", 10, **MULTI, **SOUND), 139),
    (v("v5", "540p", 5), 45),
    (v("v5", "1080p", 8), 240),
    (v("v4.5", "720p", 5, motion_mode="fast"), 120),
    (v("v3.5", "360p", 8), 90),
    (v("v5", "540p", 5, sound_effect_switch=True), 55),
    (v("v5", "540p", 5, **SAID), 57),
]


@pytest.mark.parametrize(("body", "price"), PRICES)
def test_prices_are_the_published_ones(
    platform: Platform, body: dict[str, Any], price: int
) -> None:
    resp = succeeded(platform.post(GENERATE, body))
    assert resp["credits"] == price
    assert platform.balance() == 15_000 - price


def test_work_on_a_video_is_paid_by_its_length(platform: Platform) -> None:
    source = {"source_video_id": platform.finished("text", v("v5", "540p", 8))}
    own = {"video_media_id": platform.media(clip(), "a.mp4", "video/mp4")}
    voice = platform.media(speech(), "a.wav", "audio/wav")
    image = {"img_id": platform.image()}
    for endpoint, body, price in (
        ("lip_sync", {**source, "audio_media_id": voice}, 32),
        (
            "lip_sync",
            {**source, "lip_sync_tts_speaker_id": "1", "lip_sync_tts_content": "й" * 8},
            8,
        ),
        ("sound_effect", source, 16),
        ("sound_effect", own, 2),
        ("upscale", source, 40),
        ("restyle", {**source, "restyle_prompt": "ink"}, 80),
        ("mimic", {**source, **image, "quality": "720p"}, 96),
        ("extend", {**source, **without_ratio(v("v6", "720p", 3))}, 27),
    ):
        before = platform.balance()
        platform.finished(endpoint, body)
        assert before - platform.balance() == price, endpoint


def without_ratio(body: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name != "aspect_ratio"}


def test_frames_are_paid_by_their_segments(platform: Platform) -> None:
    image = platform.image()
    steps = [{"img_id": image, "duration": seconds} for seconds in (3, 8)] + [{"img_id": image}]
    body = {"model": "v5", "quality": "720p", "multi_transition": steps}
    resp = succeeded(platform.post("/video/multi_transition/generate", body))
    assert resp["credits"] == 60 + 120


def test_masks_are_paid_and_found_at_once(platform: Platform) -> None:
    trace, path = str(uuid.uuid4()), "/video/mask/selection"
    source = {"source_video_id": platform.finished("text", TEXT)}
    before = platform.balance()
    resp = succeeded(platform.post(path, source, trace=trace))
    assert (resp["credits"], resp["keyframe_id"]) == (2, 1)
    assert [one["mask_name"] for one in resp["mask_info"]] == ["person", "object", "background"]
    assert all(isinstance(one["mask_id"], str) for one in resp["mask_info"])
    assert succeeded(platform.post(path, source, trace=trace)) == resp
    assert before - platform.balance() == 2


def test_a_video_of_nothing_has_no_masks(platform: Platform) -> None:
    number = platform.finished("text", {**TEXT, "prompt": "nothing at all"})
    resp = succeeded(platform.post("/video/mask/selection", {"source_video_id": number}))
    assert resp["mask_info"] == []


@pytest.mark.parametrize(("status", "back"), [(1, 0), (6, 0), (7, PRICE), (8, PRICE)])
def test_credits_come_back_for_7_and_8(platform: Platform, status: int, back: int) -> None:
    number = platform.finished("text", TEXT, status=status)
    assert platform.balance() == 15_000 - PRICE + back
    result = platform.result(number)
    assert (result["status"], bool(result["url"])) == (status, status == 1)
    (video,) = platform.control("videos")["videos"]
    assert (video["charged"], video["refunded"]) == (PRICE, back)


def test_monthly_credits_go_before_those_of_a_package(platform: Platform) -> None:
    platform.control("accounts", {"key": KEY, "credit_monthly": 50, "credit_package": 100})
    platform.made("text", TEXT)
    platform.made("text", TEXT)
    balance = platform.get("/account/balance")
    assert (balance["credit_monthly"], balance["credit_package"]) == (0, 60)
    assert balance["account_id"] > 2**53


def test_too_few_credits_are_500090(platform: Platform) -> None:
    platform.control("accounts", {"key": KEY, "credits": PRICE - 1})
    assert platform.refusal(GENERATE, TEXT) == 500090
    assert platform.balance() == PRICE - 1
    platform.made("text", TEXT, key=OTHER_KEY)


@pytest.mark.parametrize(
    ("field", "names"), [("credit", {"video_id", "credit"}), ("none", {"video_id"})]
)
def test_the_price_of_an_answer_has_had_other_names(
    platform: Platform, field: str, names: set[str]
) -> None:
    platform.switch(credits_field=field)
    assert succeeded(platform.post(GENERATE, TEXT)).keys() == names


def period() -> dict[str, str]:
    now = datetime.now(UTC)
    form = "%Y-%m-%d %H:%M:%S"
    return {
        "start_time": (now - timedelta(days=1)).strftime(form),
        "end_time": (now + timedelta(days=1)).strftime(form),
    }


USAGE = "/account/billing/usage-detail"


def test_the_usage_tells_what_was_paid_and_given_back(platform: Platform) -> None:
    trace = str(uuid.uuid4())
    number = platform.made("text", TEXT, trace=trace)
    platform.finish(number, 8)
    platform.made("text", TEXT, key=OTHER_KEY)
    items = succeeded(platform.post(USAGE, period()))["items"]
    told = [(one["credits_status"], one["credits"], one["video_id"]) for one in items]
    assert told == [("refund", PRICE, number), ("consume", PRICE, number)]
    assert {one["trace_id"] for one in items} == {trace}
    for wanted, count in (
        ({"credits_status": "refund"}, 1),
        ({"creation_type": ["text_to_video"]}, 2),
        ({"creation_type": ["fusion", "extend"]}, 0),
    ):
        assert len(succeeded(platform.post(USAGE, period() | wanted))["items"]) == count


def test_the_usage_is_paged_by_a_cursor(platform: Platform) -> None:
    made = [platform.made("text", TEXT) for _ in range(5)]
    asked: dict[str, Any] = {**period(), "limit": 2}
    seen: list[int] = []
    while True:
        page = succeeded(platform.post(USAGE, asked))
        seen += [one["video_id"] for one in page["items"]]
        if not page["has_more"]:
            break
        asked["cursor"] = page["next_cursor"]
    assert seen == made[::-1]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"start_time": ""}, 400011),
        ({"end_time": "yesterday"}, 400013),
        ({"end_time": "2020-01-01 00:00:00"}, 400017),
        ({"start_time": "2020-01-01 00:00:00"}, 400017),
        ({"limit": 0}, 400013),
        ({"limit": 101}, 400013),
        ({"credits_status": "lost"}, 400013),
        ({"creation_type": ["dance"]}, 400013),
        ({"cursor": "elsewhere"}, 400017),
        ({"page": 1}, 400017),
    ],
)
def test_the_usage_is_asked_for_strictly(
    platform: Platform, change: dict[str, Any], code: int
) -> None:
    assert platform.refusal(USAGE, period() | change) == code


# room, permission, moderation


def test_more_than_the_plan_allows_at_once_is_500044(platform: Platform) -> None:
    platform.control("accounts", {"key": KEY, "concurrency": 2})
    first = platform.made("text", TEXT)
    platform.made("text", TEXT)
    assert platform.refusal(GENERATE, TEXT) == 500044
    platform.made("text", TEXT, key=OTHER_KEY)
    platform.finish(first)
    platform.made("text", TEXT)


@pytest.mark.parametrize(
    ("state", "code"), [({"permitted": False}, 500020), ({"month_over": True}, 500060)]
)
def test_an_account_may_be_unable_to_generate(
    platform: Platform, state: dict[str, Any], code: int
) -> None:
    platform.control("accounts", {"key": KEY, **state})
    assert platform.refusal(GENERATE, TEXT) == code
    assert platform.balance() == 15_000


def test_words_decide_what_becomes_of_a_prompt(platform: Platform) -> None:
    platform.control("reset", {"render_seconds": 0})
    assert platform.refusal(GENERATE, {**TEXT, "prompt": "a Forbidden fox"}) == 500063
    for word, status in (("moderated", 7), ("failing", 8), ("fox", 1)):
        number = platform.made("text", {**TEXT, "prompt": f"a {word}"})
        assert platform.result(number)["status"] == status


def test_a_picture_may_be_refused_with_its_prompt(platform: Platform) -> None:
    body = without_ratio({**TEXT, "prompt": "an unseemly fox"})
    image = {**body, "img_id": platform.image()}
    assert platform.refusal("/video/img/generate", image) == 500054
    platform.made("text", {**TEXT, "prompt": "an unseemly fox"})


# faults


@pytest.mark.parametrize(("kind", "accepted"), [("reset", 0), ("reset_after", 1)])
def test_a_connection_can_break_before_or_after_the_job_is_accepted(
    platform: Platform, kind: str, accepted: int
) -> None:
    trace = str(uuid.uuid4())
    platform.control("faults", {"path": GENERATE, "kind": kind})
    with pytest.raises(httpx.ReadError):
        platform.post(GENERATE, TEXT, trace=trace)
    assert len(platform.control("videos")["videos"]) == accepted
    number = platform.made("text", TEXT, trace=trace)
    assert [one["video_id"] for one in platform.control("videos")["videos"]] == [number]
    assert platform.balance() == 15_000 - PRICE


@pytest.mark.parametrize(("kind", "accepted"), [("hang", 0), ("hang_after", 1)])
def test_an_answer_may_never_come(platform: Platform, kind: str, accepted: int) -> None:
    platform.control("faults", {"path": GENERATE, "kind": kind})
    url, headers = API + GENERATE, platform.headers()
    with pytest.raises(httpx.ReadTimeout):
        platform.http.post(url, json=TEXT, headers=headers, timeout=0.5)
    assert len(platform.control("videos")["videos"]) == accepted


def test_a_fault_speaks_as_the_platform_does(platform: Platform) -> None:
    url = f"{API}/account/balance"
    for fault, status, body in (
        ({"code": 500069}, 200, {"ErrCode": 500069, "ErrMsg": "busy", "Resp": None}),
        (
            {"code": 500052, "status": 500, "lower": True},
            500,
            {"err_code": 500052, "err_msg": "busy", "resp": None},
        ),
        ({"status": 429}, 429, {"ErrCode": 99999, "ErrMsg": "busy", "Resp": None}),
    ):
        order = {"path": "/account/balance", "kind": "status", "error": "busy", **fault}
        platform.control("faults", order)
        response = platform.http.get(url, headers=platform.headers())
        assert (response.status_code, response.json()) == (status, body)
    assert platform.balance() == 15_000


def test_a_fault_may_be_html_after_the_job_is_accepted_and_for_one_account(
    platform: Platform,
) -> None:
    accounts = {one["key"]: one["account_id"] for one in platform.control("accounts")["accounts"]}
    fault = {"path": "*", "account_id": accounts[OTHER_KEY], "times": 9}
    platform.control("faults", {**fault, "kind": "html"})
    assert platform.balance() == 15_000
    response = platform.http.get(f"{API}/account/balance", headers=platform.headers(OTHER_KEY))
    assert response.status_code == 502
    assert response.headers["content-type"].startswith("text/html")
    platform.http.delete("/control/faults")
    assert platform.control("faults") == {"faults": []}
    platform.control("faults", {"path": GENERATE, "kind": "status_after", "status": 502})
    assert platform.post(GENERATE, TEXT).status_code == 502
    assert len(platform.control("videos")["videos"]) == 1


def test_requests_are_written_down_without_the_key(platform: Platform) -> None:
    trace = str(uuid.uuid4())
    number = platform.made("text", TEXT, trace=trace)
    platform.image()
    (call,) = platform.control(f"requests?path={GENERATE}")["requests"]
    assert call["json"] == TEXT
    assert call["headers"]["ai-trace-id"] == trace
    assert call["response"]["Resp"]["video_id"] == number
    assert call["caller"] == str(platform.get("/account/balance")["account_id"])
    (upload,) = platform.control("requests?path=/image/upload")["requests"]
    assert upload["form"] == {"image": "(file)"}
    assert KEY not in str(platform.control("requests"))
    later = platform.control(f"requests?since={upload['n']}")["requests"]
    assert later[0]["n"] == upload["n"] + 1


def test_a_wrong_order_from_a_test_is_refused(platform: Platform) -> None:
    for path, body in (
        ("faults", {"path": "*", "kind": "explode"}),
        ("switches", {"no_such": True}),
        ("switches", {"webhook_signature": "guessed"}),
        ("reset", {"account": 2}),
        ("videos/finish", {"all": True, "status": 5}),
        ("videos/finish", {"status": 1}),
        ("videos/finish", {"video_id": 1}),
        ("webhooks", {"url": "http://127.0.0.1:9/", "key": "nobody's"}),
        ("deliveries/replay", {"video_id": 1}),
    ):
        assert platform.http.post(f"/control/{path}", json=body).status_code == 400


# restarts


def test_a_second_start_goes_on(tmp_path: Path) -> None:
    trace = str(uuid.uuid4())
    with running("--data", str(tmp_path)) as first:
        image = first.image()
        done = first.finished("text", TEXT)
        masks = succeeded(first.post("/video/mask/selection", {"source_video_id": done}))
        hook = first.control("webhooks", {"url": "http://127.0.0.1:9/"})
        first.control("hold", {"enabled": True})
        body = {**without_ratio(TEXT), "img_id": image}
        running_job = first.made("img", body, trace=trace)
        left = first.balance()
        assert first.stop() == 0
    with (tmp_path / "journal.jsonl").open("a") as journal:
        journal.write('["job", "1", {"cut sho')
    with running("--data", str(tmp_path)) as second:
        second.control("hold", {"enabled": True})
        assert second.balance() == left
        assert second.result(done)["status"] == 1
        assert second.made("img", body, trace=trace) == running_job
        second.finish(running_job)
        assert second.http.get(second.result(running_job)["url"]).status_code == 200
        mask = masks["mask_info"][0]["mask_id"]
        swap = {"source_video_id": done, "keyframe_id": 1, "mask_id": mask, "img_id": image}
        new = second.made("swap", {**swap, "quality": "360p"})
        assert new > running_job
        second.made("text", {**TEXT, "webhook_id": hook["webhook_id"]})
        items = succeeded(second.post(USAGE, period()))["items"]
        assert len(items) == 5
        assert second.http.get("/media/upload/nothing.png").status_code == 404
        assert succeeded(second.send_image(picture()))["img_id"] > new


def test_it_stops_cleanly_while_a_client_hangs() -> None:
    with running() as platform:
        platform.control("faults", {"path": "*", "kind": "hang"})
        with pytest.raises(httpx.ReadTimeout):
            platform.http.get(f"{API}/account/balance", timeout=0.2)
        assert platform.stop() == 0
