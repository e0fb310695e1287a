"""The simulated API of January 2026 takes exactly what the vendor took: every field, every limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.integration.simulator_useapi import (
    API,
    EMAIL,
    Body,
    Materials,
    Simulator,
    all_effects,
    clip,
    filled,
    picture,
    running,
    speech,
    usual_materials,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def simulator() -> Iterator[Simulator]:
    with running("--january") as simulator:
        simulator.control("hold", {"enabled": True})
        # Room for all the jobs of this module: its subject is what is taken, not how many.
        simulator.control("accounts", {"email": EMAIL, "maxJobs": 1000, "credits": 10_000_000})
        yield simulator


@pytest.fixture(scope="module")
def materials(simulator: Simulator) -> Materials:
    return usual_materials(simulator)


FRAMES = {"first_frame_path": "$image", "last_frame_path": "$image"}
TWO = {"frame_1_path": "$image", "frame_2_path": "$image"}
THREE = TWO | {"frame_3_path": "$image"}
COMMON = {
    "email": EMAIL,
    "replyUrl": "http://127.0.0.1:9/hook",
    "replyRef": "r" * 1024,
    "maxJobs": 8,
    "off_peak_mode": True,
}
V5_SOUND = {
    "auto_sound": False,
    "sound_effect_prompt": "wind",
    "lip_sync_tts_prompt": "h" * 140,
    "lip_sync_tts_speaker_id": "3",
}

ACCEPTED: list[tuple[str, Body]] = [
    ("create", {"prompt": "a"}),
    ("create", {"prompt": "a" * 2048, "model": "v5.5", "audio": True, "duration": 10, **COMMON}),
    ("create", {"prompt": "a", "quality": "1080p", "duration": 8, "seed": 2147483647}),
    ("create", {"prompt": "a", "model": "v5", **V5_SOUND}),
    ("create", {"prompt": "a", "model": "v5-fast", "preview_mode": True, "aspect_ratio": "3:4"}),
    ("create", {"first_frame_path": "$image"}),
    ("create", {"template_id": "$one", "first_frame_path": "$image", "duration": 3}),
    ("create", {"template_id": "$one", "first_frame_path": "$image", "auto_sound": False}),
    ("create", {"template_id": "$two", **FRAMES}),
    ("create", {"template_id": "$photo", "first_frame_path": "$image"}),
    ("create-v4", {"prompt": "a"}),
    ("create-frames", {**FRAMES}),
    ("create-frames", {**FRAMES, "prompt": "a", "model": "v5", "duration": 8, **V5_SOUND}),
    ("create-frames-v4", {**FRAMES, **COMMON}),
    ("create-transition", {**TWO}),
    ("create-transition", {**TWO, "model": "v5.5", "audio": False, "prompt_1_to_2": "a"}),
    ("create-transition", {**TWO, "model": "v5", **V5_SOUND, "duration_1_to_2": "8"}),
    ("create-transition", {**THREE, "duration_2_to_3": 1, "auto_sound": True}),
    ("create-transition", {f"frame_{n}_path": "$image" for n in range(1, 8)}),
    ("create-fusion", {"prompt": "@pic1 meets @pic2", **TWO, "seed": 999999}),
    ("create-fusion", {"prompt": "@pic1", "frame_1_path": "$image", "aspect_ratio": "9:16"}),
    ("extend", {"video_id": "$v5.6", "duration": 10, "model": "v5"}),
    ("extend-v4", {"video_path": "$clip", "prompt": "a", "quality": "1080p"}),
    ("modify", {"video_id": "$v5.6", "prompt": "a red hat", "model": "v5.5"}),
    ("modify", {"video_path": "$clip", "prompt": "a", "quality": "720p", "seed": 1}),
    ("lipsync", {"video_id": "$v5", "audio_path": "$speech", "original_sound_switch": True}),
    ("lipsync", {"video_path": "$clip", "prompt": "a" * 200, "speaker_id": 4, **COMMON}),
    ("upscale", {"video_id": "$v5.6", "replyRef": "x", "maxJobs": 8}),
]


@pytest.mark.parametrize(("endpoint", "body"), ACCEPTED)
def test_what_is_right_is_accepted(
    simulator: Simulator, materials: Materials, endpoint: str, body: Body
) -> None:
    response = simulator.post(f"/videos/{endpoint}", filled(body, materials))
    assert response.status_code == 200, response.text
    ((key, made),) = response.json().items()
    photo = body.get("template_id") == "$photo"
    kind = "image" if photo else "video"
    assert key == f"{kind}_id"
    assert made.startswith(f"user:1-pixverse:{EMAIL}-{kind}:")
    simulator.control("videos/finish", {"video_id": made, "status": 1})


REFUSED: list[tuple[str, Body]] = [
    ("create", {}),
    ("create", {"prompt": " "}),
    ("create", {"prompt": "a" * 2049}),
    ("create", {"prompt": 5}),
    ("create", {"prompt": None}),
    ("create", {"prompt": "a", "model": "v6"}),
    ("create", {"prompt": "a", "model": "pixverse-c1"}),
    ("create", {"prompt": "a", "multi_shot": True}),
    ("create", {"prompt": "a", "aspect_ratio": "3:2"}),
    ("create-frames", {**FRAMES, "model": "v6"}),
    ("create-fusion", {"prompt": "a", **THREE, "model": "pixverse-c1"}),
    ("extend", {"video_id": "$v5.6", "model": "v6"}),
    ("create", {"prompt": "a", "negative_prompt": "b"}),
    ("create", {"prompt": "a", "duration": 0}),
    ("create", {"prompt": "a", "duration": 11}),
    ("create", {"prompt": "a", "duration": "5"}),
    ("create", {"prompt": "a", "duration": 5.5}),
    ("create", {"prompt": "a", "duration": True}),
    ("create", {"prompt": "a", "duration": 9, "quality": "1080p"}),
    ("create", {"prompt": "a", "quality": "480p"}),
    ("create", {"prompt": "a", "aspect_ratio": "21:9"}),
    ("create", {"prompt": "a", "seed": 0}),
    ("create", {"prompt": "a", "seed": 2147483648}),
    ("create", {"prompt": "a", "preview_mode": "true"}),
    ("create", {"prompt": "a", "off_peak_mode": 1}),
    ("create", {"prompt": "a", "maxJobs": 9}),
    ("create", {"prompt": "a", "maxJobs": 0}),
    ("create", {"prompt": "a", "replyRef": "r" * 1025}),
    ("create", {"prompt": "a", "replyUrl": "http://a/" + "r" * 1020}),
    ("create", {"prompt": "a", "replyUrl": "ftp://a/b"}),
    ("create", {"prompt": "a", "email": "nobody@example.com"}),
    ("create", {"prompt": "a", "model": "v5", "audio": True}),
    ("create", {"prompt": "a", "model": "v5-fast", "audio": True}),
    ("create", {"prompt": "a", "auto_sound": True}),
    ("create", {"prompt": "a", "model": "v5.5", "sound_effect_prompt": "wind"}),
    ("create", {"prompt": "a", "model": "v5-fast", "auto_sound": False}),
    ("create", {"prompt": "a", "model": "v5", "lip_sync_tts_prompt": "h" * 141}),
    ("create", {"prompt": "a", "model": "v5", "lip_sync_tts_speaker_id": "99"}),
    ("create", {"prompt": "a", "first_frame_path": "upload/never.png"}),
    ("create", {"prompt": "a", "first_frame_path": "$clip"}),
    ("create", {"prompt": "a", "last_frame_path": "$image"}),
    ("create", {"prompt": "a", "frame_1_path": "$image"}),
    ("create", {"template_id": 1, "first_frame_path": "$image"}),
    ("create", {"template_id": "380", "first_frame_path": "$image"}),
    ("create", {"template_id": "$one"}),
    ("create", {"template_id": "$one", **FRAMES}),
    ("create", {"template_id": "$two", "first_frame_path": "$image"}),
    ("create", {"template_id": "$one", "first_frame_path": "$image", "model": "v5"}),
    ("create", {"template_id": "$one", "first_frame_path": "$image", "audio": True}),
    ("create", {"template_id": "$from_540p", "first_frame_path": "$image", "quality": "360p"}),
    ("create-frames", {"first_frame_path": "$image"}),
    ("create-frames", {"last_frame_path": "$image"}),
    ("create-frames", {**FRAMES, "aspect_ratio": "16:9"}),
    ("create-frames", {**FRAMES, "duration": 9}),
    ("create-frames", {**FRAMES, "template_id": "$two"}),
    ("create-frames", {**FRAMES, "audio": True, "model": "v5"}),
    ("create-transition", {"frame_1_path": "$image"}),
    ("create-transition", {**TWO, "frame_4_path": "$image"}),
    ("create-transition", {**TWO, "prompt": "a"}),
    ("create-transition", {**TWO, "prompt_2_to_3": "a"}),
    ("create-transition", {**TWO, "duration_2_to_3": 5}),
    ("create-transition", {**TWO, "duration_1_to_2": 9}),
    ("create-transition", {**TWO, "duration": 5}),
    ("create-transition", {**TWO, "model": "v5-fast"}),
    ("create-transition", {**TWO, "aspect_ratio": "16:9"}),
    ("create-transition", {**TWO, "audio": True, "auto_sound": True}),
    ("create-transition", {**TWO, "model": "v5", "sound_effect_prompt": "w" * 141}),
    ("create-transition", {**TWO, "model": "v5.5", "sound_effect_prompt": "wind"}),
    ("create-transition", {**TWO, "model": "v5", "audio": False}),
    ("create-transition", {**TWO, "auto_sound": True}),
    ("create-transition", {**TWO, "prompt_1_to_2": "a" * 2049}),
    ("create-transition", {**TWO, "duration_1_to_2": "0"}),
    ("create-transition", {**TWO, "duration_1_to_2": "5.0"}),
    ("create-transition", {**THREE, "model": "v5.6"}),
    ("create-transition", {**THREE, "audio": True}),
    ("create-fusion", {"frame_1_path": "$image"}),
    ("create-fusion", {"prompt": "a"}),
    ("create-fusion", {"prompt": "a", "frame_1_path": "$image", "seed": 1000000}),
    ("create-fusion", {"prompt": "a", "frame_1_path": "$image", "model": "v5.5"}),
    ("create-fusion", {"prompt": "@pic2", "frame_1_path": "$image"}),
    ("create-fusion", {"prompt": "@pic0 and @pic1", **TWO}),
    ("create-fusion", {"prompt": "@image1", **TWO}),
    ("create-fusion", {"prompt": "a", "frame_2_path": "$image"}),
    ("create-fusion", {"prompt": "a", **TWO, "seed": 0}),
    ("create-fusion", {"prompt": "a", **TWO, "duration": 10, "quality": "1080p"}),
    ("create-fusion", {"prompt": "a", **TWO, "frame_4_path": "$image"}),
    ("create-fusion", {"prompt": "a", "frame_1_path": "$image", "auto_sound": True}),
    ("extend", {}),
    ("extend", {"video_id": "$v5.6", "video_path": "$clip"}),
    ("extend", {"video_id": "not-an-id"}),
    ("extend", {"video_id": "$running"}),
    ("extend", {"video_id": "$photo_id"}),
    ("extend", {"video_path": "$image"}),
    ("extend", {"video_id": "$v5.6", "model": "v5.6"}),
    ("extend", {"video_id": "$v5.6", "audio": True}),
    ("extend", {"video_id": "$v5.6", "quality": "1080p", "duration": 9}),
    ("extend", {"video_id": "$v5.6", "quality": "720p", "duration": 11}),
    ("extend", {"video_id": "$v5.6", "prompt": "a" * 2049}),
    ("extend", {"video_id": "$v5.6", "aspect_ratio": "16:9"}),
    ("modify", {"video_id": "$v5.6"}),
    ("modify", {"video_id": "$v5.6", "prompt": "a", "quality": "1080p"}),
    ("modify", {"video_id": "$v5.6", "prompt": "a", "model": "v5"}),
    ("modify", {"video_id": "$v5.6", "prompt": "a", "duration": 5}),
    ("lipsync", {"video_id": "$v5"}),
    ("lipsync", {"video_id": "$v5", "prompt": "a"}),
    ("lipsync", {"video_id": "$v5", "speaker_id": "1"}),
    ("lipsync", {"video_id": "$v5", "prompt": "a", "speaker_id": "7"}),
    ("lipsync", {"video_id": "$v5", "prompt": "a" * 201, "speaker_id": "1"}),
    ("lipsync", {"video_id": "$v5", "audio_path": "$clip"}),
    ("lipsync", {"video_id": "$v5", "audio_path": "$speech", "prompt": "a", "speaker_id": "1"}),
    ("lipsync", {"video_id": "$v5.6", "audio_path": "$speech"}),
    ("lipsync", {"video_id": "$v5-fast", "audio_path": "$speech"}),
    ("lipsync", {"video_id": "$v5", "video_path": "$clip", "audio_path": "$speech"}),
    ("lipsync", {"audio_path": "$speech"}),
    ("lipsync", {"video_id": "$photo_id", "audio_path": "$speech"}),
    ("lipsync", {"video_id": "$v5", "audio_path": "upload/never.mp3"}),
    ("lipsync", {"video_id": "$v5", "audio_path": "$speech", "model": "v5"}),
    ("upscale", {}),
    ("upscale", {"video_id": "$v5.6", "email": EMAIL}),
    ("upscale", {"video_id": "$v5.6", "off_peak_mode": False}),
    ("upscale", {"video_path": "$clip"}),
    ("upscale", {"video_id": "$photo_id"}),
    ("upscale", {"video_id": "$running"}),
]


@pytest.mark.parametrize(("endpoint", "body"), REFUSED)
def test_what_is_wrong_is_refused_with_a_reason_and_costs_nothing(
    simulator: Simulator, materials: Materials, endpoint: str, body: Body
) -> None:
    before = simulator.balance()
    response = simulator.post(f"/videos/{endpoint}", filled(body, materials))
    assert response.status_code == 400, response.text
    assert response.json()["error"]
    assert "code" not in response.json()
    assert simulator.balance() == before


def test_an_upscaled_video_is_not_upscaled_again(
    simulator: Simulator, materials: Materials
) -> None:
    made = simulator.finished("upscale", {"video_id": materials["$v5"]})
    assert simulator.post("/videos/upscale", {"video_id": made}).status_code == 400


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        (b"{", "application/json"),
        (b"[]", "application/json"),
        (b"", "application/json"),
        (b'"a"', "application/json"),
        (b'{"prompt":"\\ud800"}', "application/json"),
        (b'{"prompt":"a"}', "text/plain"),
        (b"prompt=a", "application/x-www-form-urlencoded"),
        (b"prompt=a", "multipart/form-data"),
    ],
)
def test_a_body_in_another_form_is_refused(
    simulator: Simulator, content: bytes, content_type: str
) -> None:
    response = simulator.http.post(
        f"{API}/videos/create", content=content, headers={"Content-Type": content_type}
    )
    assert response.status_code == 400
    assert response.json()["error"]


def multipart(fields: dict[str, str]) -> dict[str, tuple[None, str]]:
    return {name: (None, value) for name, value in fields.items()}


def test_multipart_values_are_text_and_are_coerced(simulator: Simulator) -> None:
    fields = {"prompt": "a", "duration": "8", "audio": "true", "preview_mode": "false", "seed": "7"}
    response = simulator.http.post(f"{API}/videos/create", files=multipart(fields))
    assert response.status_code == 200, response.text
    row = simulator.listed(response.json()["video_id"])
    assert (row["duration"], row["is_sound"], row["seed"]) == (8, 1, 7)


@pytest.mark.parametrize(
    "fields",
    [
        {"duration": "8.0"},
        {"duration": "eight"},
        {"audio": "yes"},
        {"audio": "1"},
        {"unknown": "a"},
    ],
)
def test_multipart_values_that_cannot_be_coerced_are_refused(
    simulator: Simulator, fields: dict[str, str]
) -> None:
    response = simulator.http.post(
        f"{API}/videos/create", files=multipart({"prompt": "a", **fields})
    )
    assert response.status_code == 400


def test_multipart_takes_no_files(simulator: Simulator) -> None:
    response = simulator.http.post(
        f"{API}/videos/create",
        data={"prompt": "a"},
        files={"first_frame_path": ("a.png", picture(), "image/png")},
    )
    assert response.status_code == 400


def test_in_january_no_model_meant_v5_6(simulator: Simulator) -> None:
    row = simulator.listed(simulator.create(prompt="a"))
    assert (row["model"], row["quality"]) == ("v5.6", "540p")
    assert {one["effect_type"] for one in all_effects(simulator)} == {"1", "2"}


@pytest.mark.parametrize("endpoint", ["restyle", "create-v3", "motion-control"])
def test_what_is_not_offered_is_not_found(simulator: Simulator, endpoint: str) -> None:
    assert simulator.post(f"/videos/{endpoint}", {"prompt": "a"}).status_code == 404


READING = [
    "/accounts",
    "/features",
    "/videos",
    "/videos/voices",
    "/videos/effects",
    "/scheduler",
    "/scheduler/available",
]


@pytest.mark.parametrize("path", READING)
def test_both_spellings_of_a_path_are_answered_without_a_redirect(
    simulator: Simulator, path: str
) -> None:
    plain, slashed = simulator.get(path), simulator.get(f"{path}/")
    assert plain.status_code == slashed.status_code == 200
    assert plain.json().keys() == slashed.json().keys() if path != "/scheduler" else True


@pytest.mark.parametrize("path", READING)
def test_a_wrong_token_is_refused_everywhere(simulator: Simulator, path: str) -> None:
    response = simulator.http.get(API + path, headers={"Authorization": "Bearer user:1-wrong"})
    assert response.status_code == 401
    assert response.json() == {"error": "Unauthorized", "code": 401}


def test_a_wrong_token_costs_a_post_too(simulator: Simulator) -> None:
    response = simulator.http.post(
        f"{API}/videos/create", json={"prompt": "a"}, headers={"Authorization": "Bearer x"}
    )
    assert response.status_code == 401
    assert response.json() == {"error": "Unauthorized"}


@pytest.mark.parametrize("query", ["limit=0", "limit=x", "limit=-1", "offset=-1", "offset=1.5"])
def test_pages_are_asked_for_in_whole_numbers(simulator: Simulator, query: str) -> None:
    for path in ("/videos/", "/videos/effects"):
        response = simulator.http.get(f"{API}{path}?{query}")
        assert response.status_code == 400
        assert response.json()["code"] == 400


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (picture(), "image/bmp"),
        (picture(), "application/octet-stream"),
        (picture(), ""),
        (picture(), "image/jpeg"),
        (b"", "image/png"),
        (speech(), "audio/mpeg"),
        (b"plain words", "video/mp4"),
        (b"RIFF0000WAVEjunk", "audio/wav"),
    ],
)
def test_uploads_must_be_what_they_claim(
    simulator: Simulator, content: bytes, media_type: str
) -> None:
    response = simulator.upload(content, media_type)
    assert response.status_code == 400
    assert response.json()["error"]


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("GIF", "image/gif"), ("WEBP", "image/webp")],
)
def test_images_are_answered_in_one_shape(simulator: Simulator, kind: str, media_type: str) -> None:
    content = picture(kind=kind)
    (row,) = simulator.upload(content, media_type).json()["result"]
    assert (row["size"], row["err_msg"]) == (len(content), "")
    assert simulator.http.get(row["url"]).content == content
    assert row["url"].endswith(row["path"])


def test_video_and_audio_are_answered_in_the_other(simulator: Simulator) -> None:
    for content, media_type in ((clip(), "video/mp4"), (speech(), "audio/wave")):
        answer = simulator.upload(content, media_type).json()
        assert answer.keys() == {"path", "url"}
        assert simulator.http.get(answer["url"]).content == content


def test_an_image_that_cannot_be_read_is_a_200_that_says_so(simulator: Simulator) -> None:
    response = simulator.upload(picture()[:60], "image/png")
    assert response.status_code == 200
    (row,) = response.json()["result"]
    assert row["err_msg"]
    assert row["path"] == ""
