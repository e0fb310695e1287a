"""The simulated useapi.net v1: its commands, buttons, states, expiring files, channels and callbacks."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import av
import httpx
import pytest

from tests.integration.simulated import PATIENCE
from tests.integration.simulator_useapi import listening_hook, picture
from tests.integration.simulator_useapi_v1 import API, TOKEN, Legacy, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CREATE = {"prompt": "a fox in the snow", "style": "Realistic"}
FOUR = ["U1", "U2", "U3", "U4", "V1", "V2", "V3", "V4", "🔄"]
ONE = ["ReDo", "🔀", "⏫"]
CHANNEL, SERVER = "1111222233334444555", "5555444433332222111"


@pytest.fixture(scope="module")
def process() -> Iterator[Legacy]:
    with running() as legacy:
        yield legacy


@pytest.fixture
def legacy(process: Legacy) -> Legacy:
    """As new; nothing ends by itself, and nothing is rendered before somebody fetches it."""
    process.control("reset", {})
    process.control("hold", {"enabled": True})
    process.control("switches", {"real_sizes": False, "jobs_list": False})
    process.control("accounts", {"maxJobs": 10})
    return process


def photo(name: str = "image", kind: str = "image/png") -> dict[str, Any]:
    return {name: ("a.png", picture(60, 90), kind)}


# what is taken


ACCEPTED: list[tuple[str, dict[str, Any]]] = [
    ("create", CREATE),
    ("create", {**CREATE, "prompt": "a" * 512, "negative_prompt": "b" * 512}),
    ("create", {**CREATE, "style": "Anime", "character": "keqing", "aspect_ratio": "3:4"}),
    ("create", {**CREATE, "style": "3D Animation", "maxJobs": 10, "replyRef": "ours"}),
    ("create", {**CREATE, "channel": CHANNEL, "server": SERVER, "discord": "MTA-somebody"}),
    ("create_single", {**CREATE, "seed_value": 0}),
    ("create_single", {**CREATE, "seed_value": 2147483647}),
]


@pytest.mark.parametrize(("command", "body"), ACCEPTED)
def test_what_is_right_is_accepted(legacy: Legacy, command: str, body: dict[str, Any]) -> None:
    job = legacy.job(legacy.made(command, body))
    assert (job["verb"], job["prompt"]) == (f"pixverse-{command}", body["prompt"])
    assert legacy.send(f"/{command}", {name: str(one) for name, one in body.items()}).is_success


def without(body: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in body.items() if key != name}


REFUSED: list[tuple[str, dict[str, Any]]] = [
    *(
        (command, without(CREATE, name))
        for command in ("create", "create_single")
        for name in CREATE
    ),
    ("create", {**CREATE, "prompt": ""}),
    ("create", {**CREATE, "prompt": "a" * 513}),
    ("create", {**CREATE, "prompt": 5}),
    ("create", {**CREATE, "negative_prompt": "a" * 513}),
    ("create", {**CREATE, "style": "Clay"}),
    ("create", {**CREATE, "aspect_ratio": "21:9"}),
    ("create", {**CREATE, "style": "Anime", "character": "somebody"}),
    ("create", {**CREATE, "seed_value": 5}),
    ("create", {**CREATE, "motion": 5}),
    ("create", {**CREATE, "maxJobs": 11}),
    ("create", {**CREATE, "maxJobs": "3"}),
    ("create", {**CREATE, "replyUrl": "ftp://a/b"}),
    ("create", {**CREATE, "channel": CHANNEL}),
    ("create_single", {**CREATE, "seed_value": 2147483648}),
    ("create_single", {**CREATE, "seed_value": "5"}),
]


@pytest.mark.parametrize(("command", "body"), REFUSED)
def test_what_is_wrong_is_a_400_with_a_reason(
    legacy: Legacy, command: str, body: dict[str, Any]
) -> None:
    response = legacy.post(f"/{command}", body)
    assert response.status_code == 400, response.text
    assert response.json()["error"]
    assert response.json()["code"] == 400
    assert legacy.control("videos")["videos"] == []


@pytest.mark.parametrize(
    ("content", "content_type"),
    [(b"{", "application/json"), (b"[]", "application/json"), (b"prompt=a", "text/plain")],
)
def test_a_body_in_another_form_is_refused(
    legacy: Legacy, content: bytes, content_type: str
) -> None:
    headers = {"Content-Type": content_type}
    response = legacy.http.post(f"{API}/create", content=content, headers=headers)
    assert response.status_code == 400


def test_pictures_come_with_the_request(legacy: Legacy) -> None:
    animated = legacy.send("/animate", {"motion": "10", "hd_quality": "Yes"}, **photo())
    assert animated.status_code == 200, animated.text
    assert animated.json()["image"] == {"size": len(picture(60, 90)), "type": "image/png"}
    assert animated.json()["motion"] == 10
    face = legacy.send("/meme_face", {"prompt": "a king", "seed_value": "5"}, **photo("face"))
    assert face.json()["face"]["type"] == "image/png"
    jpeg = {"image": ("a.jpg", picture(kind="JPEG"), "image/jpeg")}
    assert legacy.send("/animate", {}, **jpeg).status_code == 200


@pytest.mark.parametrize(
    ("command", "body", "files"),
    [
        ("animate", {}, {}),
        ("animate", {}, photo("face")),
        ("animate", {}, photo(kind="image/gif")),
        ("animate", {}, {"image": ("a.png", b"", "image/png")}),
        ("animate", {}, {"image": ("a.png", b"plain words", "image/png")}),
        ("animate", {"image": "an address"}, {}),
        ("animate", {"motion": "11"}, photo()),
        ("animate", {"motion": "much"}, photo()),
        ("animate", {"hd_quality": "maybe"}, photo()),
        ("animate", {"style": "Anime"}, photo()),
        ("meme_face", {}, photo("face")),
        ("meme_face", {"prompt": "a king"}, {}),
        ("meme_face", {"prompt": "a king", "motion": "1"}, photo("face")),
    ],
)
def test_wrong_pictures_and_fields_beside_them_are_refused(
    legacy: Legacy, command: str, body: dict[str, str], files: dict[str, Any]
) -> None:
    fields = body or {"replyRef": "ours"}
    assert legacy.send(f"/{command}", fields, **files).status_code == 400
    assert legacy.control("videos")["videos"] == []


def test_commands_with_a_picture_take_no_json(legacy: Legacy) -> None:
    for command in ("animate", "meme_face"):
        assert legacy.post(f"/{command}", {"prompt": "a"}).status_code == 400


# the life of a job


def test_a_job_is_created_started_in_progress_and_completed(legacy: Legacy) -> None:
    legacy.control("reset", {"render_seconds": 86_400})
    legacy.control("switches", {"real_sizes": False})
    jobid = legacy.made("create", CREATE)
    seen = []
    for _ in range(3):
        seen.append(legacy.job(jobid)["status"])
        legacy.control("videos/age", {"jobid": jobid, "days": 0.2})
    legacy.control("videos/finish", {"jobid": jobid})
    seen.append(legacy.job(jobid)["status"])
    assert seen == ["created", "started", "progress", "completed"]


def test_a_job_ends_by_itself() -> None:
    with running("--render-seconds", "0.2") as quick:
        quick.control("switches", {"real_sizes": False})
        quick.control("hold", {"enabled": True})
        jobid = quick.made("create", CREATE)
        assert quick.job(jobid)["status"] != "completed"
        quick.control("hold", {"enabled": False})
        while quick.job(jobid)["status"] != "completed":
            pass


def test_a_completed_job_has_its_files_and_buttons(legacy: Legacy) -> None:
    jobid = legacy.made("create", {**CREATE, "replyRef": "ours"})
    waiting = legacy.job(jobid)
    assert "attachments" not in waiting
    assert "…" in waiting["discord"]
    legacy.control("videos/finish", {"jobid": jobid})
    job = legacy.job(jobid)
    assert (job["status"], job["buttons"], job["replyRef"]) == ("completed", FOUR, "ours")
    assert [one["filename"] for one in job["attachments"]] == [
        f"pixverse_{place}.mp4" for place in (1, 2, 3, 4)
    ]
    single = legacy.job(legacy.finished("create_single", CREATE))
    assert (single["buttons"], len(single["attachments"])) == (ONE, 1)
    legacy.control("switches", {"grid": True})
    assert len(legacy.job(legacy.finished("create", CREATE))["attachments"]) == 1


def test_an_attachment_is_a_real_film_of_its_size(legacy: Legacy) -> None:
    legacy.control("switches", {"real_sizes": True})
    (file,) = legacy.job(legacy.finished("create_single", CREATE))["attachments"]
    content = legacy.http.get(file["url"]).content
    assert len(content) == file["size"]
    assert legacy.http.get(file["proxy_url"]).content == content
    with av.open(io.BytesIO(content), "r") as container:
        video = container.streams.video[0]
        assert video.codec_context.name == "h264"
        assert (video.width, video.height) == (file["width"], file["height"])
    part = legacy.http.get(file["url"], headers={"Range": "bytes=4-7"})
    assert (part.status_code, part.content) == (206, b"ftyp")


def test_a_picture_gives_its_shape_and_is_shown_again(legacy: Legacy) -> None:
    jobid = legacy.send("/animate", {"prompt": "on"}, **photo()).json()["jobid"]
    legacy.control("videos/finish", {"jobid": jobid})
    job = legacy.job(jobid)
    (file,), (embed,) = job["attachments"], job["embeds"]
    assert file["width"] < file["height"]
    assert legacy.http.get(embed["image"]["url"]).content == picture(60, 90)


def test_addresses_of_files_expire_and_can_not_be_changed(legacy: Legacy) -> None:
    jobid = legacy.finished("create_single", CREATE)
    (file,) = legacy.job(jobid)["attachments"]
    assert legacy.http.get(file["url"]).status_code == 200
    later = file["url"].replace("ex=", "ex=f")
    assert legacy.http.get(later).status_code == 404
    assert legacy.http.get(file["url"].partition("?")[0]).status_code == 404
    legacy.control("videos/age", {"jobid": jobid, "days": 2})
    assert legacy.http.get(file["url"]).status_code == 404
    legacy.control("switches", {"attachment_seconds": 0})
    (file,) = legacy.job(legacy.finished("create_single", CREATE))["attachments"]
    assert legacy.http.get(file["url"]).status_code == 404


@pytest.mark.parametrize(
    ("word", "status", "code"), [("moderated", "moderated", 422), ("failing", "failed", 500)]
)
def test_words_decide_how_a_job_ends(legacy: Legacy, word: str, status: str, code: int) -> None:
    legacy.control("reset", {"render_seconds": 0})
    job = legacy.job(legacy.made("create", {**CREATE, "prompt": f"a {word} fox"}))
    assert (job["status"], job["code"], job["attachments"]) == (status, code, [])
    assert job["error"]
    assert job["errorDetails"]


def test_a_forbidden_prompt_is_a_job_that_has_ended(legacy: Legacy) -> None:
    response = legacy.post("/create", {**CREATE, "prompt": "a Forbidden fox"})
    assert response.status_code == 422
    assert response.json()["status"] == "moderated"
    assert legacy.job(response.json()["jobid"])["status"] == "moderated"


def test_an_accepted_job_may_be_a_201(legacy: Legacy) -> None:
    legacy.control("switches", {"accepted_status": 201})
    assert legacy.post("/create", CREATE).status_code == 201


def test_a_running_job_can_be_cancelled_once(legacy: Legacy) -> None:
    jobid = legacy.made("create", CREATE)
    url = f"{API}/jobs/cancel/"
    response = legacy.http.get(url, params={"jobid": jobid})
    assert response.json() == {"jobid": jobid, "status": "cancelled", "code": 200}
    assert legacy.job(jobid)["status"] == "cancelled"
    for wrong, status in ((jobid, 400), ("nobody's", 404), ("", 400)):
        assert legacy.http.get(url, params={"jobid": wrong}).status_code == status


def test_jobs_that_are_not_there_say_why(legacy: Legacy) -> None:
    jobid = legacy.finished("create", CREATE)
    legacy.control("videos/age", {"jobid": jobid, "days": 31})
    for query, status, error in (
        ({}, 400, "Query param jobid not provided"),
        ({"jobid": "nobody's"}, 404, "Unable to locate job nobody's"),
        ({"jobid": jobid}, 410, "Job has expired"),
    ):
        response = legacy.http.get(f"{API}/jobs/", params=query)
        assert (response.status_code, response.json()) == (status, {"error": error, "code": status})


# buttons


@pytest.mark.parametrize(
    ("button", "prompt", "buttons"),
    [
        ("U2", False, ["🔀", "⏫"]),
        ("V3", True, FOUR),
        ("V1", False, FOUR),
        ("🔄", False, FOUR),
    ],
)
def test_buttons_of_four_videos(
    legacy: Legacy, button: str, prompt: bool, buttons: list[str]
) -> None:
    parent = legacy.finished("create", CREATE)
    body = {"jobid": parent, "button": button} | ({"prompt": "a cat"} if prompt else {})
    job = legacy.job(legacy.finished("button", body))
    assert (job["verb"], job["parentJobId"], job["button"]) == ("pixverse-button", parent, button)
    assert job["buttons"] == buttons
    assert job["prompt"] == ("a cat" if prompt else CREATE["prompt"])
    assert len(job["attachments"]) == (4 if buttons == FOUR else 1)


def test_buttons_of_one_video_lead_on(legacy: Legacy) -> None:
    jobid = legacy.finished("create_single", CREATE)
    for button, buttons in (("ReDo", ONE), ("🔀", ONE), ("⏫", [])):
        jobid = legacy.finished("button", {"jobid": jobid, "button": button})
        assert legacy.job(jobid)["buttons"] == buttons
    response = legacy.send("/button", {"jobid": legacy.finished("create", CREATE), "button": "U1"})
    assert response.status_code == 200, "a form will do as well"


def test_wrong_buttons_are_refused(legacy: Legacy) -> None:
    parent = legacy.finished("create", CREATE)
    waiting = legacy.made("create", CREATE)
    failed = legacy.finished("create", CREATE, "failed")
    for body, status in (
        ({"jobid": parent}, 400),
        ({"button": "U1"}, 400),
        ({"jobid": parent, "button": "U5"}, 400),
        ({"jobid": parent, "button": "ReDo"}, 400),
        ({"jobid": parent, "button": "U1", "prompt": "a cat"}, 400),
        ({"jobid": parent, "button": "V1", "prompt": "a" * 513}, 400),
        ({"jobid": parent, "button": "U1", "channel": CHANNEL}, 400),
        ({"jobid": waiting, "button": "U1"}, 400),
        ({"jobid": failed, "button": "U1"}, 400),
        ({"jobid": "nobody's", "button": "U1"}, 404),
    ):
        assert legacy.post("/button", body).status_code == status, body


# channels


def test_a_full_channel_is_a_429(legacy: Legacy) -> None:
    for _ in range(2):
        legacy.made("create", {**CREATE, "maxJobs": 2})
    response = legacy.post("/create", {**CREATE, "maxJobs": 2})
    assert (response.status_code, response.json()["code"]) == (429, 429)
    legacy.made("create", {**CREATE, "maxJobs": 3})


def test_a_job_goes_to_a_channel_with_room(legacy: Legacy) -> None:
    legacy.control("reset", {"channels": 2})
    legacy.control("hold", {"enabled": True})
    seen = {legacy.job(legacy.made("create", {**CREATE, "maxJobs": 1}))["channel"] for _ in "12"}
    assert seen == set(legacy.http.get(f"{API}/account").json())
    assert legacy.post("/create", {**CREATE, "maxJobs": 1}).status_code == 429


def test_a_locked_channel_is_a_596(legacy: Legacy) -> None:
    legacy.control("accounts", {"pending_error": True})
    response = legacy.post("/create", CREATE)
    assert (response.status_code, response.json()["code"]) == (596, 596)


def test_no_subscription_is_a_402_and_a_wrong_token_a_401(legacy: Legacy) -> None:
    wrong = legacy.http.get(f"{API}/account", headers={"Authorization": "Bearer x"})
    assert (wrong.status_code, wrong.json()) == (401, {"error": "Unauthorized", "code": 401})
    legacy.control("accounts", {"subscription": False})
    assert legacy.post("/create", CREATE).status_code == 402
    assert legacy.http.get(f"{API}/jobs/", params={"jobid": "x"}).status_code == 402


def test_channels_are_configured_read_and_removed(legacy: Legacy) -> None:
    body = {"channel": CHANNEL, "server": SERVER, "discord": "MTA-secret-xyz", "maxJobs": 2}
    assert legacy.post(f"/account/{CHANNEL}", body).status_code == 204
    shown = legacy.http.get(f"{API}/account/").json()[CHANNEL]
    assert shown == {
        "channel": CHANNEL, "server": SERVER, "discord": "MTA…xyz", "maxJobs": 2,
    }  # fmt: skip
    assert legacy.http.get(f"{API}/account/{CHANNEL}").json() == shown
    assert legacy.job(legacy.made("create", {**CREATE, "channel": CHANNEL}))["channel"] == CHANNEL
    assert legacy.http.delete(f"{API}/account/{CHANNEL}").status_code == 204
    assert legacy.http.get(f"{API}/account/{CHANNEL}").status_code == 404
    legacy.control("reset", {"channels": 0})
    assert legacy.http.get(f"{API}/account").status_code == 404
    assert legacy.post("/create", CREATE).status_code == 400


@pytest.mark.parametrize(
    "change",
    [
        {"channel": "5"},
        {"channel": "1111222233334444556"},
        {"server": "home"},
        {"discord": ""},
        {"maxJobs": 0},
        {"maxJobs": 11},
        {"extra": 1},
    ],
)
def test_channels_are_configured_strictly(legacy: Legacy, change: dict[str, Any]) -> None:
    body = {"channel": CHANNEL, "server": SERVER, "discord": "MTA", "maxJobs": 2}
    assert legacy.post(f"/account/{CHANNEL}", body | change).status_code == 400
    for name in body:
        assert legacy.post(f"/account/{CHANNEL}", without(body, name)).status_code == 400
    assert CHANNEL not in legacy.http.get(f"{API}/account").json()


def test_two_channels_do_not_share_a_token(legacy: Legacy) -> None:
    body = {"channel": CHANNEL, "server": SERVER, "discord": "MTA", "maxJobs": 2}
    assert legacy.post(f"/account/{CHANNEL}", body).status_code == 204
    other = body | {"channel": SERVER}
    assert legacy.post(f"/account/{SERVER}", other).status_code == 400
    assert legacy.post(f"/account/{CHANNEL}", body | {"maxJobs": 5}).status_code == 204


# callbacks, faults, restarts


@pytest.mark.parametrize("status", ["completed", "moderated", "failed"])
def test_the_callback_carries_the_job(legacy: Legacy, status: str) -> None:
    with listening_hook() as (url, posts):
        body = {**CREATE, "replyUrl": url, "replyRef": "ours"}
        jobid = legacy.finished("create", body, status)
        assert posts.get(timeout=PATIENCE) == legacy.job(jobid)


def test_callbacks_can_be_lost_and_doubled_and_not_for_what_was_cancelled(legacy: Legacy) -> None:
    with listening_hook() as (url, posts):
        body = {**CREATE, "replyUrl": url}
        legacy.control("switches", {"webhook_drop": True})
        legacy.finished("create", body)
        legacy.control("switches", {"webhook_drop": False, "webhook_duplicate": True})
        legacy.finished("create", body, "cancelled")
        last = legacy.finished("create", body)
        assert [posts.get(timeout=PATIENCE)["jobid"] for _ in range(2)] == [last, last]


@pytest.mark.parametrize(("kind", "accepted"), [("reset", 0), ("reset_after", 1)])
def test_a_connection_can_break_before_or_after_the_job_is_accepted(
    legacy: Legacy, kind: str, accepted: int
) -> None:
    legacy.control("faults", {"path": "/create", "kind": kind})
    with pytest.raises(httpx.ReadError):
        legacy.post("/create", {**CREATE, "replyRef": "lost"})
    refs = [one["replyRef"] for one in legacy.control("videos")["videos"]]
    assert refs == ["lost"] * accepted


def test_faults_answer_instead_and_requests_are_written_down(legacy: Legacy) -> None:
    legacy.control("faults", {"path": "/jobs/", "kind": "status", "status": 504, "error": "slow"})
    response = legacy.http.get(f"{API}/jobs", params={"jobid": "x"})
    assert (response.status_code, response.json()) == (504, {"error": "slow"})
    legacy.control("faults", {"path": "*", "kind": "html"})
    assert legacy.post("/create", CREATE).headers["content-type"].startswith("text/html")
    jobid = legacy.made("create", CREATE)
    calls = legacy.control("requests?path=/create")["requests"]
    assert calls[-1]["json"] == CREATE
    assert calls[-1]["response"]["jobid"] == jobid
    assert TOKEN not in str(calls)
    legacy.send("/animate", {"prompt": "on"}, **photo())
    (call,) = legacy.control("requests?path=/animate")["requests"]
    assert call["form"] == {"prompt": "on", "image": "(file)"}


def test_a_list_of_jobs_is_there_where_it_is_switched_on(legacy: Legacy) -> None:
    made = [legacy.made("create_single", {**CREATE, "replyRef": ref}) for ref in ("one", "two")]
    assert legacy.http.get(f"{API}/jobs").status_code == 400
    legacy.control("switches", {"jobs_list": True})
    listed = legacy.http.get(f"{API}/jobs").json()
    assert [(one["jobid"], one["replyRef"]) for one in listed] == [
        (made[1], "two"),
        (made[0], "one"),
    ]
    legacy.control("videos/age", {"jobid": made[0], "days": 31})
    assert len(legacy.http.get(f"{API}/jobs").json()) == 1


def test_a_second_start_goes_on(tmp_path: Path) -> None:
    with running("--data", str(tmp_path)) as first:
        first.control("switches", {"real_sizes": False})
        done = first.finished("create_single", CREATE)
        first.control("hold", {"enabled": True})
        waiting = first.send("/animate", {"prompt": "on"}, **photo()).json()["jobid"]
        channels = first.http.get(f"{API}/account").json()
        assert first.stop() == 0
    with running("--data", str(tmp_path)) as second:
        second.control("hold", {"enabled": True})
        assert second.http.get(f"{API}/account").json() == channels
        assert second.job(done)["status"] == "completed"
        second.control("videos/finish", {"jobid": waiting})
        (file,) = second.job(waiting)["attachments"]
        assert second.http.get(file["url"]).status_code == 200
        second.finished("button", {"jobid": done, "button": "⏫"})
