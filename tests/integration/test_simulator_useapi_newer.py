"""What came after January 2026, as strict as the rest: v6, c1, others' models, many pictures, motion."""

from __future__ import annotations

import tempfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from simulator.film import recording
from tests.integration.simulator_useapi import (
    EMAIL,
    Body,
    Materials,
    Simulator,
    all_effects,
    filled,
    running,
    usual_materials,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

THIRD_PARTY = (
    *("seedance-2.0", "seedance-2.0-fast", "seedance-2.0-mini"),
    *("kling-o3", "kling-v3", "grok-imagine", "happyhorse-1.0"),
    *("veo-3.1-lite", "veo-3.1-standard", "veo-3.1-fast", "sora-2", "sora-2-pro"),
)


@pytest.fixture(scope="module")
def simulator() -> Iterator[Simulator]:
    with running() as simulator:
        simulator.control("hold", {"enabled": True})
        simulator.control("accounts", {"email": EMAIL, "maxJobs": 1000, "credits": 10_000_000})
        yield simulator


@lru_cache
def film(width: int, height: int, seconds: int) -> bytes:
    """A picture a second."""
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "film.mp4"
        pictures = [Image.new("RGB", (width, height), "teal")] * seconds
        recording.write_mp4(path, pictures, None, fps=1)
        return path.read_bytes()


@pytest.fixture(scope="module")
def materials(simulator: Simulator) -> Materials:
    many = {one["effect_type"]: one["template_id"] for one in all_effects(simulator)}
    return {
        **usual_materials(simulator),
        **{f"$many{kind}": many[kind] for kind in "345"},
        "$v6": simulator.finished("create", {"prompt": "a"}),
        "$c1": simulator.finished("create", {"prompt": "a", "model": "pixverse-c1"}),
        "$sora": simulator.finished("create", {"prompt": "a", "model": "sora-2"}),
        "$long": simulator.media_path(film(64, 48, 31), "video/mp4"),
        "$half a minute": simulator.media_path(film(64, 48, 30), "video/mp4"),
        "$wide": simulator.media_path(film(1922, 48, 1), "video/mp4"),
    }


def frames(count: int) -> dict[str, str]:
    return {f"frame_{n}_path": "$image" for n in range(1, count + 1)}


ENDS = {"first_frame_path": "$image", "last_frame_path": "$image"}
MOTION = {"frame_1_path": "$image", "video_1_path": "$clip"}
COMMON = {
    "email": EMAIL,
    "replyUrl": "http://127.0.0.1:9/hook",
    "replyRef": "r" * 1024,
    "maxJobs": 8,
    "off_peak_mode": True,
}

ACCEPTED: list[tuple[str, Body]] = [
    ("create", {"prompt": "a" * 5000, "duration": 15, "quality": "1080p", **COMMON}),
    ("create", {"prompt": "a", "model": "v6", "multi_shot": True, "audio": False, "seed": 7}),
    ("create", {"first_frame_path": "$image", "model": "v6", "preview_mode": True}),
    ("create", {"prompt": "a", "model": "v5.6", "duration": 10, "audio": True}),
    ("create", {"prompt": "a", "model": "pixverse-c1", "aspect_ratio": "3:2", **COMMON}),
    ("create", {"prompt": "a", "model": "seedance-2.0", "aspect_ratio": "21:9", "duration": 15}),
    ("create", {"first_frame_path": "$image", "model": "grok-imagine-1.5"}),
    *[("create", {"prompt": "a", "model": name}) for name in THIRD_PARTY],
    ("create", {"template_id": "$many3", **frames(2)}),
    ("create", {"template_id": "$many4", **frames(4), "prompt": "a" * 2048}),
    ("create", {"template_id": "$many5", **frames(5), "auto_sound": False, **COMMON}),
    ("create", {"template_id": "$two", **ENDS}),
    ("create-frames", {**ENDS, "model": "v6", "audio": True, "prompt": "a" * 5000}),
    ("create-frames", {**ENDS, "model": "pixverse-c1"}),
    ("create-fusion", {"prompt": "@image1 and @image7", **frames(7), "seed": 999_999}),
    ("create-fusion", {"prompt": "@image1", **frames(7), "model": "v5.6", "quality": "1080p"}),
    ("create-fusion", {"prompt": "@pic1 and @pic3", **frames(3), "model": "v5"}),
    ("create-fusion", {"prompt": "@image2", **frames(7), "model": "kling-o3"}),
    ("create-fusion", {"prompt": "@image9", **frames(9), "model": "seedance-2.0-fast"}),
    ("create-fusion", {"prompt": "a", **frames(1), "aspect_ratio": "2:3"}),
    ("extend", {"video_id": "$v5.6", "duration": 15, "audio": True, "prompt": "a" * 5000}),
    ("extend", {"video_path": "$clip", "model": "v5.5", "duration": 10}),
    ("upscale", {"video_id": "$v6"}),
    ("motion-control", {**MOTION}),
    ("motion-control", {**MOTION, "model": "v5.6", "quality": "360p", **COMMON}),
    ("motion-control", {**MOTION, "video_1_path": "$half a minute"}),
]


@pytest.mark.parametrize(("endpoint", "body"), ACCEPTED)
def test_what_is_right_is_accepted(
    simulator: Simulator, materials: Materials, endpoint: str, body: Body
) -> None:
    made = simulator.accepted(endpoint, filled(body, materials))
    simulator.control("videos/finish", {"video_id": made, "status": 1})
    assert simulator.listed(made)["create_mode"] == endpoint.replace("-", "_")


REFUSED: list[tuple[str, Body]] = [
    ("create", {"prompt": "a" * 5001}),
    ("create", {"prompt": "a" * 2049, "model": "v5.6"}),
    ("create", {"prompt": "a" * 2049, "model": "pixverse-c1"}),
    ("create", {"prompt": "a", "duration": 16}),
    ("create", {"prompt": "a", "duration": 11, "model": "v5.6"}),
    ("create", {"prompt": "a", "duration": 9, "quality": "1080p", "model": "v5.5"}),
    ("create", {"prompt": "a", "multi_shot": True, "model": "v5.6"}),
    ("create", {"prompt": "a", "multi_shot": False, "model": "pixverse-c1"}),
    ("create", {"prompt": "a", "multi_shot": "true"}),
    ("create", {"prompt": "a", "auto_sound": True}),
    ("create", {"prompt": "a", "audio": True, "model": "pixverse-c1"}),
    ("create", {"prompt": "a", "aspect_ratio": "3:2"}),
    ("create", {"prompt": "a", "aspect_ratio": "21:9", "model": "pixverse-c1"}),
    ("create", {"prompt": "a", "model": "sora-3"}),
    ("create", {"prompt": "a", "model": "grok-imagine-1.5"}),
    ("create", {"prompt": "a", "model": "seedance-2.0", "duration": 3}),
    *[
        ("create", {"prompt": "a", "model": name, field: value})
        for name in THIRD_PARTY
        for field, value in {
            "off_peak_mode": False,
            "preview_mode": True,
            "multi_shot": True,
            "seed": 1,
        }.items()
    ],
    ("create", {"prompt": "a", "frame_1_path": "$image"}),
    ("create", {"template_id": "$one", "frame_1_path": "$image"}),
    ("create", {"template_id": "$two", **frames(2)}),
    ("create", {"template_id": "$two", **ENDS, "frame_1_path": "$image"}),
    ("create", {"template_id": "$many3", **ENDS}),
    ("create", {"template_id": "$many3", **frames(2), "last_frame_path": "$image"}),
    ("create", {"template_id": "$many3", **frames(1)}),
    ("create", {"template_id": "$many3", **frames(4)}),
    ("create", {"template_id": "$many5", **frames(3), "frame_5_path": "$image"}),
    ("create", {"template_id": "$many5", **frames(5), "frame_6_path": "$image"}),
    ("create", {"template_id": "$many3", **frames(3), "model": "v6"}),
    ("create", {"template_id": "$many3", **frames(3), "multi_shot": True}),
    ("create", {"template_id": "$many3", **frames(3), "prompt": "a" * 2049}),
    ("create-frames", {**ENDS, "model": "v6", "duration": 9}),
    ("create-frames", {**ENDS, "multi_shot": True, "model": "v6"}),
    ("create-frames", {**ENDS, "frame_1_path": "$image"}),
    ("create-transition", {**frames(2), "model": "v6"}),
    ("create-fusion", {"prompt": "a", **frames(3), "model": "v6"}),
    ("create-fusion", {"prompt": "@pic1", **frames(3)}),
    ("create-fusion", {"prompt": "@image4", **frames(3)}),
    ("create-fusion", {"prompt": "@image1", **frames(3), "model": "v5"}),
    ("create-fusion", {"prompt": "a", **frames(4), "model": "v5"}),
    ("create-fusion", {"prompt": "a", **frames(8)}),
    ("create-fusion", {"prompt": "a", **frames(9), "model": "kling-o3"}),
    ("create-fusion", {"prompt": "a", **frames(2), "model": "kling-o3", "seed": 5}),
    ("create-fusion", {"prompt": "a", **frames(2), "seed": 1_000_000}),
    ("create-fusion", {"prompt": "a", **frames(2), "aspect_ratio": "3:2", "model": "v5"}),
    ("extend", {"video_id": "$v5.6", "audio": True, "model": "v5.5"}),
    ("extend", {"video_id": "$v5.6", "duration": 11, "model": "v5"}),
    ("extend", {"video_id": "$v5.6", "model": "pixverse-c1"}),
    ("extend", {"video_id": "$v5.6", "multi_shot": True}),
    ("modify", {"video_id": "$v5.6", "prompt": "a", "model": "v6"}),
    ("lipsync", {"video_id": "$v6", "audio_path": "$speech"}),
    ("upscale", {"video_id": "$c1"}),
    ("upscale", {"video_id": "$sora"}),
    ("motion-control", {"frame_1_path": "$image"}),
    ("motion-control", {"video_1_path": "$clip"}),
    ("motion-control", {**MOTION, "prompt": "a"}),
    ("motion-control", {**MOTION, "model": "v6"}),
    ("motion-control", {**MOTION, "quality": "1080p"}),
    ("motion-control", {**MOTION, "duration": 5}),
    ("motion-control", {**MOTION, "seed": 5}),
    ("motion-control", {**MOTION, "frame_1_path": "$clip"}),
    ("motion-control", {**MOTION, "video_1_path": "$image"}),
    ("motion-control", {**MOTION, "video_1_path": "$long"}),
    ("motion-control", {**MOTION, "video_1_path": "$wide"}),
    ("motion-control", {**MOTION, "video_1_path": "upload/never.mp4"}),
]


@pytest.mark.parametrize(("endpoint", "body"), REFUSED)
def test_what_is_wrong_is_refused_with_a_reason_and_costs_nothing(
    simulator: Simulator, materials: Materials, endpoint: str, body: Body
) -> None:
    before = simulator.balance()
    response = simulator.post(f"/videos/{endpoint}", filled(body, materials))
    assert response.status_code == 400, response.text
    assert response.json()["error"]
    assert simulator.balance() == before


@pytest.mark.parametrize(
    ("endpoint", "body", "model", "quality"),
    [
        ("create", {"prompt": "a"}, "v6", "720p"),
        ("create", {"prompt": "a", "model": "v5.6"}, "v5.6", "540p"),
        ("create-frames", ENDS, "v5.6", "540p"),
        ("create-fusion", {"prompt": "a", **frames(2)}, "pixverse-c1", "720p"),
        ("extend", {"video_id": "$v5"}, "v6", "720p"),
        ("motion-control", MOTION, "v5.6", "720p"),
    ],
)
def test_what_is_used_where_nothing_is_named(
    simulator: Simulator,
    materials: Materials,
    endpoint: str,
    body: Body,
    model: str,
    quality: str,
) -> None:
    row = simulator.listed(simulator.accepted(endpoint, filled(body, materials)))
    assert (row["model"], row["quality"]) == (model, quality)


def test_the_body_is_written_down_as_it_came(simulator: Simulator, materials: Materials) -> None:
    body = filled({**MOTION, "quality": "540p", "replyRef": "ours"}, materials)
    simulator.accepted("motion-control", body)
    asked = simulator.control("requests?path=/videos/motion-control")["requests"][-1]
    assert asked["json"] == body


def test_nobody_to_be_seen_is_a_422_and_free(simulator: Simulator, materials: Materials) -> None:
    simulator.control("switches", {"no_person": True})
    before = simulator.balance()
    response = simulator.post("/videos/motion-control", filled(MOTION, materials))
    simulator.control("switches", {"no_person": False})
    assert response.status_code == 422
    assert response.json()["error"]
    assert simulator.balance() == before


def test_a_motion_lasts_as_long_as_its_video(simulator: Simulator, materials: Materials) -> None:
    body = filled({**MOTION, "video_1_path": "$half a minute"}, materials)
    row = simulator.listed(simulator.finished("motion-control", body))
    assert (row["duration"], row["customer_paths"]["customer_video_duration"]) == (30, 30)
    assert row["customer_paths"]["customer_img_paths"] == [materials["$image"]]


def test_happyhorse_is_never_silent(simulator: Simulator) -> None:
    made = simulator.finished("create", {"prompt": "a", "model": "happyhorse-1.0"})
    assert simulator.listed(made)["is_sound"] == 1


def test_january_can_come_and_go(simulator: Simulator, materials: Materials) -> None:
    def asked(**body: Any) -> int:
        return simulator.post("/videos/create", filled(body, materials)).status_code

    many = {"template_id": "$many3", **frames(3)}
    assert (asked(prompt="a", model="v6"), asked(**many)) == (200, 200)
    simulator.control("switches", {"january": True})
    assert (asked(prompt="a", model="v6"), asked(**many)) == (400, 400)
    assert simulator.listed(simulator.create(prompt="a"))["model"] == "v5.6"
    assert simulator.post("/videos/motion-control", filled(MOTION, materials)).status_code == 404
    simulator.control("switches", {"january": False})
    assert simulator.listed(simulator.create(prompt="a"))["model"] == "v6"


def test_a_reset_goes_back_to_the_time_of_the_start() -> None:
    with running("--january") as simulator:
        simulator.control("switches", {"january": False})
        simulator.create(prompt="a", model="v6")
        simulator.control("reset", {})
        response = simulator.post("/videos/create", {"prompt": "a", "model": "v6"})
        assert response.status_code == 400
