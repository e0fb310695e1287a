"""Pictures at the simulated API: what is taken, what they cost, how they are read while being made."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.integration.simulated import PATIENCE
from tests.integration.simulator_useapi import (
    API,
    EMAIL,
    Body,
    Simulator,
    filled,
    listening_hook,
    running,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx


@pytest.fixture(scope="module")
def process() -> Iterator[Simulator]:
    with running() as simulator:
        yield simulator


@pytest.fixture
def simulator(process: Simulator) -> Simulator:
    """As new, and nothing ends by itself."""
    process.control("reset", {"accounts": 1})
    process.control("hold", {"enabled": True})
    return process


def asked(simulator: Simulator, body: Body) -> httpx.Response:
    return simulator.post("/images/create", filled(body, {"$image": simulator.image_path()}))


def made(simulator: Simulator, **body: object) -> str:
    response = asked(simulator, {"prompt": "a cat", **body})
    assert response.status_code == 200, response.text
    image_id = response.json()["image_id"]
    assert isinstance(image_id, str)
    return image_id


def pictures(count: int) -> dict[str, str]:
    return {f"image_path_{n}": "$image" for n in range(1, count + 1)}


ACCEPTED: list[tuple[Body, int]] = [
    ({}, 10),
    ({"quality": "720p", **pictures(3)}, 5),
    ({"create_count": 4, "aspect_ratio": "9:16", "seed": 5}, 40),
    ({"model": "nano-banana-2", "aspect_ratio": "auto", **pictures(9)}, 25),
    ({"model": "nano-banana-pro", "quality": "2160p"}, 90),
    ({"model": "nano-banana-2-lite", **pictures(14)}, 16),
    ({"model": "seedream-4.5", **pictures(6)}, 10),
    ({"model": "kling-o3", **pictures(1), "email": EMAIL, "maxJobs": 8}, 15),
    ({"model": "gpt-image-2.0", "detail_level": "low"}, 10),
    ({"model": "gpt-image-2.0", "detail_level": "high"}, 40),
]


@pytest.mark.parametrize(("body", "price"), ACCEPTED)
def test_what_is_right_is_accepted_and_paid(simulator: Simulator, body: Body, price: int) -> None:
    before = simulator.balance()
    answer = asked(simulator, {"prompt": "a cat", **body}).json()
    assert f"user:1-pixverse:{EMAIL}-image:" in answer["image_id"]
    several = answer.get("success_ids", [answer["image_id"]])
    assert len(set(several)) == body.get("create_count", 1)
    assert before - simulator.balance() == price


REFUSED: list[Body] = [
    {"prompt": None},
    {"prompt": "a" * 2049},
    {"model": "v6"},
    {"quality": "2160p"},
    {"quality": "4K", "model": "nano-banana"},
    {"aspect_ratio": "auto"},
    {"aspect_ratio": "auto", "model": "kling-3.0"},
    {"aspect_ratio": "wide", "model": "nano-banana"},
    {"detail_level": "low"},
    {"model": "gpt-image-2.0"},
    {"model": "gpt-image-2.0", "detail_level": "full"},
    {"create_count": 0},
    {"create_count": 5},
    {"seed": 0},
    pictures(4),
    {"model": "kling-o3", **pictures(2)},
    {"model": "nano-banana", "image_path_2": "$image"},
    {"image_path_1": "upload/never.png"},
    {"off_peak_mode": False},
    {"duration": 5},
]


@pytest.mark.parametrize("body", REFUSED)
def test_what_is_wrong_is_refused_and_costs_nothing(simulator: Simulator, body: Body) -> None:
    before = simulator.balance()
    response = asked(simulator, {"prompt": "a cat", **body})
    assert (response.status_code, bool(response.json()["error"])) == (400, True)
    assert simulator.balance() == before


def test_a_picture_is_shown_while_it_is_made(simulator: Simulator) -> None:
    image_id = made(simulator, model="seedream-4.0", aspect_ratio="3:2", seed=7)
    row = simulator.get(f"/images/{image_id}").json()
    assert (row["image_status"], row["image_status_name"]) == (5, "QUEUED")
    assert (row["image_status_final"], row["image_url"], row["output_width"]) == (False, "", 0)
    simulator.control("videos/finish", {"video_id": image_id})
    row = simulator.get(f"/images/{image_id}").json()
    assert (row["image_status_name"], row["image_status_final"]) == ("COMPLETED", True)
    assert (row["model"], row["seed"], row["aspect_ratio"]) == ("seedream-4.0", 7, "3:2")
    picture = Image.open(io.BytesIO(simulator.http.get(row["image_url"]).content))
    assert picture.format == "PNG"
    assert picture.size == (row["output_width"], row["output_height"]) == (810, 540)


def test_a_picture_being_made_is_called_processing() -> None:
    with running("--render-seconds", "0") as simulator:
        simulator.control("hold", {"enabled": True})
        row = simulator.get(f"/images/{made(simulator)}").json()
        assert (row["image_status"], row["image_status_name"]) == (10, "PROCESSING")
        assert row["image_status_final"] is False


def test_pictures_are_not_among_the_videos(simulator: Simulator) -> None:
    image_id = made(simulator)
    assert simulator.get("/videos/").json()["data"] == []
    assert [row["videoId"] for row in simulator.get("/scheduler/").json()] == [image_id]


def test_they_have_a_list_of_their_own_newest_first(simulator: Simulator) -> None:
    simulator.create(prompt="a video", model="v5.6")
    simulator.control("accounts", {"email": EMAIL, "maxJobs": 60})
    plain = {"prompt": "a cat", "quality": "720p"}
    answers = [simulator.post("/images/create", plain).json() for _ in range(51)]
    ids = [answer["image_id"] for answer in answers][::-1]
    first = simulator.get("/images", email=EMAIL).json()
    assert [row["image_id"] for row in first["data"]] == ids[:50]
    assert (first["next_offset"], first["total"]) == (50, 51)
    assert {row["image_status_name"] for row in first["data"]} == {"QUEUED"}
    rest = simulator.get("/images/", offset=50, limit=10).json()
    assert [row["image_id"] for row in rest["data"]] == ids[50:]
    assert rest["next_offset"] == 0
    simulator.http.delete(f"{API}/images/{ids[0]}")
    assert simulator.get("/images").json()["total"] == 50
    simulator.control("accounts", {"email": "second@example.com"})
    assert simulator.get("/images").status_code == 400, "whose?"
    assert simulator.get("/images", email="second@example.com").json()["data"] == []


def test_a_deleted_picture_is_gone(simulator: Simulator) -> None:
    image_id = made(simulator)
    simulator.control("videos/finish", {"video_id": image_id})
    url = simulator.get(f"/images/{image_id}").json()["image_url"]
    assert simulator.http.delete(f"{API}/images/{image_id}").status_code == 200
    assert simulator.get(f"/images/{image_id}").status_code == 404
    assert simulator.http.delete(f"{API}/images/{image_id}").status_code == 404
    assert simulator.http.get(url).status_code == 404


def test_several_are_paid_together_or_not_at_all(simulator: Simulator) -> None:
    simulator.control("accounts", {"email": EMAIL, "credits": 39})
    assert asked(simulator, {"prompt": "a", "create_count": 4}).status_code == 412
    assert simulator.balance() == 39
    assert asked(simulator, {"prompt": "a", "create_count": 3}).status_code == 200
    assert simulator.balance() == 9


def test_the_webhook_carries_the_picture(simulator: Simulator) -> None:
    with listening_hook() as (address, posts):
        image_id = made(simulator, replyUrl=address, replyRef="ours")
        simulator.control("videos/finish", {"video_id": image_id, "status": 7})
        post = posts.get(timeout=PATIENCE)
    assert (post["image_id"], post["image_status_name"]) == (image_id, "MODERATED")
    assert (post["replyRef"], bool(post["error"])) == ("ours", True)
    assert "video_id" not in post


def test_a_refused_prompt_is_a_422(simulator: Simulator) -> None:
    assert asked(simulator, {"prompt": "a forbidden cat"}).status_code == 422


def test_in_january_there_were_none(simulator: Simulator) -> None:
    image_id = made(simulator)
    simulator.control("switches", {"january": True})
    assert asked(simulator, {"prompt": "a"}).status_code == 404
    assert simulator.get("/images").status_code == 404
    assert simulator.get(f"/images/{image_id}").status_code == 404
