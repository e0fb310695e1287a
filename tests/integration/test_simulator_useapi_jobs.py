"""The life of simulated jobs: states, credits, capacity, webhooks, faults, what survives a restart."""

from __future__ import annotations

from queue import Empty
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from tests.integration.simulated import PATIENCE
from tests.integration.simulator_useapi import (
    API,
    EMAIL,
    TOKEN,
    Simulator,
    listening_hook,
    picture,
    running,
    speech,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECOND = "studio+2@example.com"


@pytest.fixture(scope="module")
def process() -> Iterator[Simulator]:
    with running() as simulator:
        yield simulator


@pytest.fixture
def simulator(process: Simulator) -> Simulator:
    """As new, and nothing ends by itself: the tests say when."""
    process.control("reset", {"accounts": 1})
    process.control("hold", {"enabled": True})
    return process


@pytest.fixture
def two_accounts(simulator: Simulator) -> Simulator:
    simulator.control("reset", {"accounts": 2})
    simulator.control("hold", {"enabled": True})
    return simulator


def test_a_video_is_queued_then_generating_then_done() -> None:
    with running("--render-seconds", "0.8") as quick:
        made = quick.create(prompt="a fox")
        seen = [quick.listed(made)]
        while seen[-1]["video_status"] != 1:
            seen.append(quick.listed(made))
        states = list(dict.fromkeys(row["video_status"] for row in seen))
        assert states == [5, 10, 1]
        assert quick.get("/scheduler/").json() == []


def test_status_5_is_flagged_final_unless_switched_off(simulator: Simulator) -> None:
    made = simulator.create(prompt="a fox")
    row = simulator.listed(made)
    assert (row["video_status_name"], row["video_status_final"]) == ("QUEUED", True)
    simulator.control("switches", {"status5_final": False})
    assert simulator.listed(made)["video_status_final"] is False


def test_a_running_video_is_0x0_in_the_list_and_404_by_id(simulator: Simulator) -> None:
    made = simulator.create(prompt="a fox")
    row = simulator.listed(made)
    assert (row["output_width"], row["output_height"]) == (0, 0)
    response = simulator.get(f"/videos/{made}")
    assert response.status_code == 404
    assert response.json() == {"error": "The original video has been deleted"}


def test_a_finished_video_is_readable_until_deleted(simulator: Simulator) -> None:
    made = simulator.finished("create", {"prompt": "a fox"})
    row = simulator.get(f"/videos/{made}").json()
    assert row == simulator.listed(made)
    assert (row["video_status_name"], row["video_status_final"]) == ("COMPLETED", True)
    assert simulator.http.delete(f"{API}/videos/{made}").status_code == 200
    assert simulator.get(f"/videos/{made}").status_code == 404
    assert simulator.get("/videos/").json()["data"] == []
    assert simulator.http.get(row["url"]).status_code == 404


@pytest.mark.parametrize(("status", "back"), [(1, 0), (6, 0), (7, 30), (8, 30)])
def test_credits_are_charged_at_submit_and_returned_for_7_and_8(
    simulator: Simulator, status: int, back: int
) -> None:
    before = simulator.balance()
    made = simulator.create(prompt="a fox", model="v5.6")
    assert simulator.balance() == before - 30
    simulator.control("videos/finish", {"video_id": made, "status": status})
    assert simulator.balance() == before - 30 + back
    (video,) = simulator.control("videos")["videos"]
    assert (video["status"], video["charged"], video["refunded"]) == (status, 30, back)


PRICES: list[tuple[dict[str, Any], int]] = [
    ({"model": "v5.6", "quality": "360p"}, 20),
    ({"model": "v5.6"}, 30),
    ({"model": "v5.6", "audio": True}, 40),
    ({"model": "v5.6", "quality": "720p", "duration": 8}, 80),
    ({"model": "v5.5", "quality": "1080p", "duration": 8, "audio": True}, 200),
    ({"model": "v5.5", "duration": 10, "audio": True}, 80),
    ({"model": "v5"}, 45),
    ({"model": "v5", "quality": "720p", "duration": 8}, 120),
    ({"model": "v5.6", "off_peak_mode": True}, 15),
    ({}, 35),
    ({"audio": True}, 35),
    ({"model": "v6", "quality": "1080p", "duration": 15}, 210),
    ({"model": "v6", "quality": "360p", "duration": 1}, 4),
    ({"model": "v6", "quality": "540p", "off_peak_mode": True}, 15),
]


@pytest.mark.parametrize(("body", "price"), PRICES)
def test_prices_are_the_published_ones(
    simulator: Simulator, body: dict[str, Any], price: int
) -> None:
    before = simulator.balance()
    simulator.create(prompt="a fox", **body)
    assert before - simulator.balance() == price


def test_the_answer_says_what_a_job_costs_when_asked_to(simulator: Simulator) -> None:
    body = {"prompt": "a", "model": "v5.6"}
    assert simulator.post("/videos/create", body).json().keys() == {"video_id"}
    simulator.control("switches", {"cost_credits": True})
    answer = simulator.post("/videos/create", body | {"off_peak_mode": True}).json()
    assert (answer.keys(), answer["cost_credits"]) == ({"video_id", "cost_credits"}, 15)


def test_an_effect_costs_its_two_parts(simulator: Simulator) -> None:
    effects = simulator.get("/videos/effects").json()["items"]
    effect = next(one for one in effects if one["fixed_cost"] and one["effect_type"] == "1")
    before = simulator.balance()
    simulator.create(template_id=effect["template_id"], first_frame_path=simulator.image_path())
    assert before - simulator.balance() == effect["video_base_cost"] + effect["fixed_cost"]


def test_upscaling_is_paid_by_length(simulator: Simulator) -> None:
    made = simulator.finished("create", {"prompt": "a", "duration": 8})
    before = simulator.balance()
    simulator.accepted("upscale", {"video_id": made})
    assert before - simulator.balance() == 60


def test_too_few_credits_are_a_412(simulator: Simulator) -> None:
    simulator.control("accounts", {"email": EMAIL, "credits": 29})
    response = simulator.post("/videos/create", {"prompt": "a fox"})
    assert response.status_code == 412
    assert response.json()["error"].startswith("All Credits have been used up.")
    assert simulator.balance() == 29


@pytest.mark.parametrize(
    ("endpoint", "prompt"), [("create", "a Forbidden fox"), ("modify", "change nothing")]
)
def test_a_refused_prompt_is_a_422_and_free(
    simulator: Simulator, endpoint: str, prompt: str
) -> None:
    body = {"prompt": prompt}
    if endpoint == "modify":
        body["video_id"] = simulator.finished("create", {"prompt": "a"})
    before = simulator.balance()
    response = simulator.post(f"/videos/{endpoint}", body)
    assert response.status_code == 422
    assert response.json()["error"]
    assert simulator.balance() == before


@pytest.mark.parametrize(("word", "status"), [("moderated", 7), ("failing", 8), ("fox", 1)])
def test_the_prompt_decides_how_a_job_ends(simulator: Simulator, word: str, status: int) -> None:
    simulator.control("reset", {"render_seconds": 0})
    made = simulator.create(prompt=f"a {word}")
    row = simulator.listed(made)
    assert (row["video_status"], row["video_status_final"]) == (status, True)
    assert bool(row["url"]) == (status == 1)


def test_a_speech_of_more_than_a_minute_fails_late(simulator: Simulator) -> None:
    source = simulator.finished("create", {"prompt": "a", "model": "v5"})
    simulator.control("hold", {"enabled": False})
    path = simulator.media_path(speech(61), "audio/wav")
    made = simulator.accepted("lipsync", {"video_id": source, "audio_path": path})
    (planned,) = [v for v in simulator.control("videos")["videos"] if v["video_id"] == made]
    assert planned["status"] in (5, 10)
    simulator.control("reset", {"render_seconds": 0})
    source = simulator.create(prompt="a", model="v5")
    path = simulator.media_path(speech(61), "audio/wav")
    made = simulator.accepted("lipsync", {"video_id": source, "audio_path": path})
    assert simulator.listed(made)["video_status"] == 8


def test_running_jobs_are_in_both_lists_under_different_keys(simulator: Simulator) -> None:
    made = simulator.create(prompt="a", replyRef="ours", replyUrl="http://127.0.0.1:9/")
    (row,) = simulator.get("/scheduler/").json()
    assert (row["videoId"], row["replyRef"]) == (made, "ours")
    room = simulator.get("/scheduler/available").json()
    assert room["executing"][0]["video_id"] == made
    assert room["available"] == [
        {"email": EMAIL, "maxJobs": 8, "executing": 1, "available": 7},
    ]


def test_a_full_account_is_a_429(simulator: Simulator) -> None:
    simulator.create(prompt="a", maxJobs=1)
    named = simulator.post("/videos/create", {"prompt": "a", "maxJobs": 1, "email": EMAIL})
    unnamed = simulator.post("/videos/create", {"prompt": "a", "maxJobs": 1})
    assert (named.status_code, unnamed.status_code) == (429, 429)
    assert named.json()["error"] == "Account is busy executing tasks."
    assert "maximum capacity" in unnamed.json()["error"]


def test_forgetting_a_job_frees_the_slot_but_not_pixverse(simulator: Simulator) -> None:
    made = [simulator.create(prompt="a") for _ in range(8)]
    assert simulator.post("/videos/create", {"prompt": "a"}).status_code == 429
    assert simulator.http.delete(f"{API}/scheduler/{made[0]}").status_code == 204
    response = simulator.post("/videos/create", {"prompt": "a"})
    assert response.status_code == 429
    assert response.json()["error"] == "Reached the limit for concurrent generations."
    again = simulator.http.delete(f"{API}/scheduler/{made[0]}")
    assert again.status_code == 404
    assert again.json()["error"] == f"Unable to locate running video_id {made[0]}"
    assert simulator.listed(made[0])["video_status"] in (5, 10)


def test_off_peak_jobs_need_no_slot_and_are_not_tracked(simulator: Simulator) -> None:
    simulator.create(prompt="a", maxJobs=1)
    made = simulator.create(prompt="a", maxJobs=1, off_peak_mode=True)
    assert len(simulator.get("/scheduler/").json()) == 1
    assert simulator.listed(made)["off_peak"] == 1


def test_off_peak_jobs_end_when_asked_and_only_they(simulator: Simulator) -> None:
    with listening_hook() as (address, posts):
        usual = simulator.create(prompt="a", replyUrl=address)
        cheap = simulator.create(prompt="a", off_peak_mode=True, replyUrl=address)
        assert simulator.get(f"/videos/{cheap}").status_code == 404
        assert simulator.http.delete(f"{API}/scheduler/{cheap}").status_code == 404
        assert simulator.control("videos/finish", {"off_peak": True}) == {"finished": 1}
        assert simulator.listed(cheap)["video_status"] == 1
        assert simulator.get(f"/videos/{cheap}").json()["off_peak"] == 1
        assert simulator.listed(usual)["video_status"] in (5, 10)
        simulator.control("videos/finish", {"video_id": usual})
        assert posts.get(timeout=PATIENCE)["video_id"] == usual, "of the other nobody was told"


def test_off_peak_jobs_take_the_time_that_was_set() -> None:
    with running("--render-seconds", "0", "--off-peak-seconds", "3600") as simulator:
        assert simulator.listed(simulator.create(prompt="a"))["video_status"] == 1
        made = simulator.create(prompt="a", off_peak_mode=True)
        assert simulator.listed(made)["video_status"] in (5, 10)
        simulator.control("reset", {"off_peak_seconds": 0})
        made = simulator.create(prompt="a", off_peak_mode=True)
        assert simulator.listed(made)["video_status"] == 1


def test_a_video_in_which_nothing_can_be_changed(simulator: Simulator) -> None:
    made = simulator.finished("create", {"prompt": "a"})
    simulator.control("switches", {"no_masks": True})
    before = simulator.balance()
    response = simulator.post("/videos/modify", {"video_id": made, "prompt": "a red hat"})
    assert response.status_code == 422
    assert response.json() == {"error": "No masks detected in video frame"}
    assert simulator.balance() == before
    simulator.control("switches", {"no_masks": False})
    simulator.accepted("modify", {"video_id": made, "prompt": "a red hat"})


def test_several_accounts_must_be_told_apart(two_accounts: Simulator) -> None:
    for path in ("/videos/", "/features/", "/videos/effects", "/videos/voices/"):
        assert two_accounts.get(path).status_code == 400
        assert two_accounts.get(path, email=SECOND).status_code == 200
    headers = {"Content-Type": "image/png"}
    assert two_accounts.upload(picture(), "image/png").status_code == 400
    response = two_accounts.http.post(
        f"{API}/files/", params={"email": SECOND}, content=picture(), headers=headers
    )
    assert response.json()["result"][0]["path"]


def test_a_job_goes_to_the_account_with_room(two_accounts: Simulator) -> None:
    two_accounts.accepted("create", {"prompt": "a", "email": EMAIL})
    made = two_accounts.accepted("create", {"prompt": "a", "maxJobs": 1})
    assert SECOND in made
    assert two_accounts.listed(made, email=SECOND)["video_id"] == made


def test_a_job_from_a_video_stays_with_its_account(two_accounts: Simulator) -> None:
    source = two_accounts.finished("create", {"prompt": "a", "email": SECOND})
    assert SECOND in two_accounts.accepted("upscale", {"video_id": source})
    response = two_accounts.post("/videos/extend", {"video_id": source, "email": EMAIL})
    assert response.status_code == 400


def test_speech_needs_no_email_the_id_of_the_video_says_whose_it_is(
    two_accounts: Simulator,
) -> None:
    source = two_accounts.finished("create", {"prompt": "a", "model": "v5", "email": SECOND})
    spoken = {"video_id": source, "prompt": "hello", "speaker_id": "1"}
    assert SECOND in two_accounts.accepted("lipsync", spoken)
    assert SECOND in two_accounts.accepted("lipsync", {**spoken, "email": SECOND})
    assert two_accounts.post("/videos/lipsync", {**spoken, "email": EMAIL}).status_code == 400
    stranger = source.replace("user:1-", "user:2-")
    response = two_accounts.post("/videos/lipsync", {**spoken, "video_id": stranger})
    assert response.status_code == 403


@pytest.mark.parametrize("endpoint", ["extend", "modify", "lipsync", "upscale"])
@pytest.mark.parametrize("gone", ["deleted", "failed", "running"])
def test_nothing_is_made_from_a_video_that_is_not_there(
    simulator: Simulator, endpoint: str, gone: str
) -> None:
    source = simulator.create(prompt="a", model="v5")
    if gone != "running":
        status = 8 if gone == "failed" else 1
        simulator.control("videos/finish", {"video_id": source, "status": status})
    if gone == "deleted":
        assert simulator.http.delete(f"{API}/videos/{source}").status_code == 200
    more = {"modify": {"prompt": "b"}, "lipsync": {"prompt": "b", "speaker_id": "1"}}
    before = simulator.balance()
    body = {"video_id": source, **more.get(endpoint, {})}
    response = simulator.post(f"/videos/{endpoint}", body)
    assert response.status_code == 400
    assert response.json()["error"]
    assert simulator.balance() == before


def test_what_was_deleted_cannot_be_deleted_again(simulator: Simulator) -> None:
    made = simulator.finished("create", {"prompt": "a"})
    left = simulator.finished("create", {"prompt": "b"})
    assert simulator.http.delete(f"{API}/videos/{made}").status_code == 200
    again = simulator.http.delete(f"{API}/videos/{made}")
    assert (again.status_code, bool(again.json()["error"])) == (400, True)
    assert [row["video_id"] for row in simulator.get("/videos/").json()["data"]] == [left]


def test_a_locked_account_answers_596_until_configured_again(simulator: Simulator) -> None:
    simulator.control("accounts", {"email": EMAIL, "pending_error": True})
    locked = simulator.post("/videos/create", {"prompt": "a"})
    assert locked.status_code == 596
    assert "pending error" in locked.json()["error"]
    assert simulator.get("/videos/").status_code == 596
    body = {"email": EMAIL, "password": "new", "maxJobs": 3}
    assert simulator.post(f"/accounts/{EMAIL}", body).status_code == 201
    simulator.create(prompt="a")


def test_an_account_without_subscription_is_a_402(simulator: Simulator) -> None:
    simulator.control("accounts", {"email": EMAIL, "subscription": False})
    assert simulator.post("/videos/create", {"prompt": "a"}).status_code == 402


def test_accounts_are_added_read_and_removed(simulator: Simulator) -> None:
    email = "new+one@example.org"
    body = {"email": email, "password": "secret", "maxJobs": 4}
    made = simulator.post(f"/accounts/{email}", body)
    assert made.status_code == 201
    assert made.json()["password"] == "…secured…"
    assert simulator.get("/accounts").json()[email]["maxJobs"] == 4
    assert simulator.get(f"/accounts/{email}").json()["email"] == email
    assert simulator.http.delete(f"{API}/accounts/{email}").status_code == 204
    assert simulator.get(f"/accounts/{email}").status_code == 404


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"email": "other@example.org"}, 400),
        ({"maxJobs": 9}, 400),
        ({"password": ""}, 400),
        ({"token": "early"}, 400),
        ({"extra": 1}, 400),
        ({"password": "wrong"}, 401),
    ],
)
def test_accounts_are_configured_strictly(
    simulator: Simulator, change: dict[str, Any], status: int
) -> None:
    email = "new@example.org"
    body = {"email": email, "password": "secret", "maxJobs": 4} | change
    assert simulator.post(f"/accounts/{email}", body).status_code == status
    assert email not in simulator.get("/accounts").json()


def test_an_encoded_id_is_refused_unless_switched_off(simulator: Simulator) -> None:
    made = simulator.finished("create", {"prompt": "a"})
    encoded = made.replace(":", "%3A").replace("@", "%40")
    assert simulator.get(f"/videos/{encoded}").status_code == 400
    simulator.control("switches", {"encoded_id_400": False})
    assert simulator.get(f"/videos/{encoded}").status_code == 200


def test_ids_of_others_and_nonsense_are_told_apart(simulator: Simulator) -> None:
    made = simulator.finished("create", {"prompt": "a"})
    assert simulator.get(f"/videos/{made.replace('user:1', 'user:2')}").status_code == 403
    assert simulator.get("/videos/nonsense").status_code == 400
    assert simulator.get(f"/videos/{made}9").status_code == 404


def test_masked_ids_work_as_well(simulator: Simulator) -> None:
    simulator.control("switches", {"masked_ids": True})
    made = simulator.finished("create", {"prompt": "a"})
    assert "st***@example.com" in made
    assert simulator.get(f"/videos/{made}").json()["video_id"] == made


def test_an_image_may_be_missing_from_the_list(simulator: Simulator) -> None:
    effects = simulator.get("/videos/effects").json()["items"]
    effect = next(one for one in effects if one["template_type"] == 2)
    body = {"template_id": effect["template_id"], "first_frame_path": simulator.image_path()}
    made = simulator.finished("create", body)
    assert simulator.listed(made)["url"].endswith(".png")
    simulator.control("switches", {"images_listed": False})
    assert simulator.get("/videos/").json()["total"] == 0
    assert simulator.get(f"/videos/{made}").json()["image_id"] == made


def test_the_list_is_newest_first_and_paged_by_the_server(simulator: Simulator) -> None:
    simulator.control("switches", {"list_limit_max": 2})
    made = [simulator.create(prompt="a") for _ in range(5)]
    seen: list[str] = []
    offset = 0
    while True:
        page = simulator.get("/videos/", limit=50, offset=offset).json()
        seen += [row["video_id"] for row in page["data"]]
        offset = page["next_offset"]
        if offset == 0:
            break
        assert page["total"] == 5
    assert seen == made[::-1]


def test_a_finished_video_may_be_404_for_a_while(simulator: Simulator) -> None:
    simulator.control("switches", {"not_found_window": 3600})
    made = simulator.finished("create", {"prompt": "a"})
    assert simulator.get(f"/videos/{made}").status_code == 404
    assert simulator.listed(made)["video_status"] == 1


def test_the_webhook_carries_the_video_and_our_reference(simulator: Simulator) -> None:
    with listening_hook() as (url, posts):
        made = simulator.finished("create", {"prompt": "a", "replyUrl": url, "replyRef": "ours"})
        post = posts.get(timeout=PATIENCE)
        assert (post["video_id"], post["video_status"]) == (made, 1)
        assert (post.pop("replyRef"), post.pop("replyUrl")) == ("ours", url)
        assert post.keys() == simulator.listed(made).keys()


def test_the_platform_webhook_is_the_default(simulator: Simulator) -> None:
    with listening_hook() as (url, posts):
        response = simulator.http.post("/v2/account", json={"name": "us", "replyUrl": url})
        assert response.json() == {"name": "us", "replyUrl": url}
        assert simulator.http.get("/v2/account").json() == response.json()
        made = simulator.finished("create", {"prompt": "a"}, status=7)
        assert posts.get(timeout=PATIENCE)["video_id"] == made


def test_a_platform_webhook_may_be_too_long(simulator: Simulator) -> None:
    response = simulator.http.post("/v2/account", json={"replyUrl": "http://a/" + "b" * 1020})
    assert response.status_code == 400
    assert response.json() == {"error": "replyUrl is too long", "code": 400}


@pytest.mark.parametrize(
    ("switch", "expected"),
    [
        ("webhook_duplicate", [("top", True), ("top", True)]),
        ("webhook_nested", [("response", True)]),
        ("webhook_without_id", [("top", False)]),
        ("webhook_drop", []),
    ],
)
def test_webhooks_can_be_odd(
    simulator: Simulator, switch: str, expected: list[tuple[str, bool]]
) -> None:
    with listening_hook() as (url, posts):
        simulator.control("switches", {switch: True})
        simulator.finished("create", {"prompt": "a", "replyUrl": url, "replyRef": "odd"})
        simulator.control("switches", {switch: False})
        seen: list[tuple[str, bool]] = []
        for _ in expected:
            post = posts.get(timeout=PATIENCE)
            inner = post.get("response", post)
            assert inner["replyRef"] == "odd"
            seen.append(("response" if "response" in post else "top", "video_id" in inner))
        assert seen == expected
        simulator.finished("create", {"prompt": "a", "replyUrl": url, "replyRef": "last"})
        assert posts.get(timeout=PATIENCE)["replyRef"] == "last"


def test_nobody_hears_of_off_peak_and_forgotten_jobs(simulator: Simulator) -> None:
    with listening_hook() as (url, posts):
        simulator.finished("create", {"prompt": "a", "replyUrl": url, "off_peak_mode": True})
        made = simulator.create(prompt="a", replyUrl=url)
        simulator.http.delete(f"{API}/scheduler/{made}")
        simulator.control("videos/finish", {"video_id": made, "status": 1})
        simulator.finished("create", {"prompt": "a", "replyUrl": url, "replyRef": "last"})
        assert posts.get(timeout=PATIENCE)["replyRef"] == "last"
        with pytest.raises(Empty):
            posts.get_nowait()


def test_generating_is_posted_too_when_asked_for() -> None:
    with running("--render-seconds", "0.4") as quick, listening_hook() as (url, posts):
        quick.control("switches", {"webhook_generating": True})
        quick.create(prompt="a", replyUrl=url)
        seen = [posts.get(timeout=PATIENCE)["video_status"] for _ in range(2)]
        assert seen == [10, 1]


@pytest.mark.parametrize(("kind", "accepted"), [("reset", 0), ("reset_after", 1)])
def test_a_connection_can_break_before_or_after_the_job_is_accepted(
    simulator: Simulator, kind: str, accepted: int
) -> None:
    before = simulator.balance()
    simulator.control("faults", {"path": "/videos/create", "kind": kind})
    with pytest.raises(httpx.ReadError):
        simulator.post("/videos/create", {"prompt": "a", "model": "v5.6", "replyRef": "lost"})
    assert len(simulator.get("/scheduler/").json()) == accepted
    assert simulator.balance() == before - 30 * accepted
    simulator.create(prompt="a")


@pytest.mark.parametrize(("kind", "accepted"), [("hang", 0), ("hang_after", 1)])
def test_an_answer_may_never_come(simulator: Simulator, kind: str, accepted: int) -> None:
    simulator.control("faults", {"path": "/videos/create", "kind": kind})
    with pytest.raises(httpx.ReadTimeout):
        simulator.http.post(f"{API}/videos/create", json={"prompt": "a"}, timeout=0.5)
    assert len(simulator.get("/scheduler/").json()) == accepted


def test_a_fault_answers_instead_as_often_as_asked(simulator: Simulator) -> None:
    fault = {"path": "/videos/", "method": "GET", "kind": "status", "status": 429, "times": 2}
    simulator.control("faults", fault | {"error": "Slow down"})
    for _ in range(2):
        response = simulator.get("/videos/")
        assert (response.status_code, response.json()) == (429, {"error": "Slow down"})
    assert simulator.get("/videos/").status_code == 200


def test_a_fault_may_be_html_and_for_one_account(two_accounts: Simulator) -> None:
    two_accounts.control("faults", {"path": "*", "kind": "html", "email": SECOND, "times": 9})
    assert two_accounts.get("/videos/", email=EMAIL).status_code == 200
    response = two_accounts.post("/videos/create", {"prompt": "a", "email": SECOND})
    assert response.status_code == 502
    assert response.headers["content-type"].startswith("text/html")
    two_accounts.http.delete("/control/faults")
    assert two_accounts.control("faults") == {"faults": []}
    two_accounts.accepted("create", {"prompt": "a", "email": SECOND})


def test_a_slow_answer_is_still_the_answer(simulator: Simulator) -> None:
    simulator.control("faults", {"path": "/videos/create", "kind": "slow", "seconds": 0.05})
    simulator.create(prompt="a")


def test_requests_are_written_down_without_the_token(simulator: Simulator) -> None:
    made = simulator.create(prompt="a", replyRef="ours")
    simulator.image_path()
    form = {"prompt": (None, "b")}
    simulator.http.post(f"{API}/videos/create", files=form)
    creates = simulator.control("requests?path=/videos/create")["requests"]
    assert creates[0]["json"] == {"prompt": "a", "replyRef": "ours"}
    assert creates[0]["response"] == {"video_id": made}
    assert (creates[0]["method"], creates[0]["status"]) == ("POST", 200)
    assert creates[1]["form"] == {"prompt": "b"}
    (upload,) = simulator.control("requests?path=/files/")["requests"]
    assert upload["body_size"] == len(picture())
    assert upload["content_type"] == "image/png"
    assert TOKEN not in str(simulator.control("requests"))
    assert simulator.control(f"requests?since={upload['n']}")["requests"][0]["n"] == upload["n"] + 1


def test_a_wrong_order_from_a_test_is_refused(simulator: Simulator) -> None:
    for path, body in (
        ("faults", {"path": "*", "kind": "explode"}),
        ("switches", {"no_such": True}),
        ("reset", {"account": 2}),
        ("videos/finish", {"all": True, "status": 10}),
        ("videos/finish", {"status": 1}),
        ("videos/finish", {"all": True, "off_peak": True}),
    ):
        assert simulator.http.post(f"/control/{path}", json=body).status_code == 400


def test_a_second_start_goes_on(tmp_path: Path) -> None:
    with running("--data", str(tmp_path), "--accounts", "2") as first:
        path = first.http.post(
            f"{API}/files/",
            params={"email": EMAIL},
            content=picture(),
            headers={"Content-Type": "image/png"},
        ).json()["result"][0]["path"]
        done = first.finished("create", {"prompt": "a", "email": EMAIL})
        body = {"prompt": "b", "email": EMAIL, "first_frame_path": path}
        first.control("hold", {"enabled": True})
        open_job = first.accepted("create", body)
        first.http.delete(f"{API}/accounts/{SECOND}")
        left = first.balance()
        assert first.stop() == 0
    with (tmp_path / "journal.jsonl").open("a") as journal:
        journal.write('["video", "1", {"cut sho')
    with running("--data", str(tmp_path)) as second:
        assert list(second.get("/accounts").json()) == [EMAIL]
        assert second.balance() == left
        assert second.get(f"/videos/{done}").json()["prompt"] == "a"
        assert second.listed(open_job)["video_status"] in (5, 10)
        second.control("videos/finish", {"video_id": open_job, "status": 1})
        video = second.get(f"/videos/{open_job}").json()
        assert second.http.get(video["url"]).status_code == 200
        assert second.http.get(video["img_url"]).content == picture()
        assert second.image_path() != path


def test_it_stops_cleanly_while_a_client_hangs() -> None:
    with running() as simulator:
        simulator.control("faults", {"path": "*", "kind": "hang"})
        with pytest.raises(httpx.ReadTimeout):
            simulator.http.get(f"{API}/accounts", timeout=0.2)
        simulator.control("faults", {"path": "*", "kind": "hang"})
        with httpx.Client(base_url=simulator.url, timeout=0.2) as other:
            with pytest.raises(httpx.ReadTimeout):
                other.get(f"{API}/accounts")
            assert simulator.stop() == 0
