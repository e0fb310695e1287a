"""The simulated platform's results are real files: playable, of the size and length that it states."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import av
import pytest
from PIL import Image

from tests.integration.simulator_platform import KEY, TEXT, Platform, running, succeeded
from tests.integration.simulator_useapi import clip, speech

if TYPE_CHECKING:
    from collections.abc import Iterator

SPOKEN = {"lip_sync_tts_speaker_id": "3", "lip_sync_tts_content": "Hello there"}


@pytest.fixture(scope="module")
def platform() -> Iterator[Platform]:
    with running() as platform:
        platform.control("hold", {"enabled": True})
        platform.control("accounts", {"key": KEY, "concurrency": 1000})
        yield platform


def fetched(platform: Platform, number: int) -> tuple[dict[str, Any], bytes]:
    result = platform.result(number)
    response = platform.http.get(result["url"])
    assert response.status_code == 200, response.text
    assert len(response.content) == result["size"]
    return result, response.content


def length_of(content: bytes, result: dict[str, Any]) -> float:
    """The film is what its result says; returns its seconds."""
    with av.open(io.BytesIO(content), "r") as container:
        video = container.streams.video[0]
        assert (video.codec_context.name, video.codec_context.pix_fmt) == ("h264", "yuv420p")
        assert (video.width, video.height) == (result["outputWidth"], result["outputHeight"])
        sounds = [one.codec_context.name for one in container.streams.audio]
        assert sounds == (["aac"] if result["has_audio"] else [])
        assert len(list(container.decode(video=0))) == video.frames
        assert video.duration is not None
        assert video.time_base is not None
        seconds = float(video.duration * video.time_base)
    assert content.index(b"moov") < content.index(b"mdat")
    return seconds


@pytest.mark.parametrize(
    ("change", "size"),
    [
        ({"quality": "360p"}, (320, 180)),
        ({"aspect_ratio": "9:16", "model": "v6", "duration": 2}, (252, 448)),
        (
            {
                "aspect_ratio": "21:9",
                "model": "c1",
                "duration": 1,
                "generate_audio_switch": True,
                "quality": "720p",
            },
            (672, 288),
        ),
    ],
)
def test_a_video_is_what_was_asked(
    platform: Platform, change: dict[str, Any], size: tuple[int, int]
) -> None:
    body = {**TEXT, "prompt": "a fox at sea 🦊 лиса 狐", **change}
    result, content = fetched(platform, platform.finished("text", body))
    assert (result["outputWidth"], result["outputHeight"]) == size
    assert length_of(content, result) == body["duration"]


def orders(platform: Platform) -> list[tuple[str, dict[str, Any], float]]:
    """One of each kind, with the seconds that it lasts."""
    short = {"model": "v6", "duration": 2, "quality": "360p"}
    image, own = platform.image(), platform.media(clip(), "a.mp4", "video/mp4")
    voice = platform.media(speech(2), "a.wav", "audio/wav")
    source = {"source_video_id": platform.finished("text", {**TEXT, **short})}
    found = succeeded(platform.post("/video/mask/selection", source))
    mask = found["mask_info"][0]["mask_id"]
    frames = {"first_frame_img": image, "last_frame_img": image}
    steps = [{"img_id": image, "duration": 1, "prompt": "over"}, {"img_id": image}]
    reference = [{"type": "subject", "img_id": image, "ref_name": "cat"}]
    effect = next(
        one
        for one in platform.get("/video/effects/templates/list", type=1)["effect_items"]
        if one["effect_type"] == "1" and one["duration"] == 5 and "360p" in one["qualities"]
    )
    platform.control("templates", {"template_id": effect["template_id"]})
    return [
        ("img", {**short, "prompt": "a", "img_id": image}, 2),
        ("img", {**short, "img_id": image, "template_id": effect["template_id"]}, 5),
        ("transition", {**short, **frames, "prompt": "a"}, 2),
        ("multi_transition", {"model": "v5", "quality": "360p", "multi_transition": steps}, 1),
        (
            "fusion",
            {**short, "image_references": reference, "prompt": "@cat a", "aspect_ratio": "1:1"},
            2,
        ),
        ("extend", {**short, **source, "prompt": "on"}, 4),
        ("extend", {**short, "video_media_id": own, "prompt": "on"}, 3),
        ("lip_sync", {**source, **SPOKEN}, 2),
        ("lip_sync", {**source, "audio_media_id": voice}, 2),
        ("sound_effect", source, 2),
        ("restyle", {**source, "restyle_prompt": "ink"}, 2),
        (
            "swap",
            {**source, "keyframe_id": 1, "mask_id": mask, "img_id": image, "quality": "360p"},
            2,
        ),
        ("modify", {**source, "prompt": "a", "quality": "360p"}, 2),
        ("mimic", {**source, "img_id": image, "quality": "360p"}, 2),
        ("upscale", source, 2),
        ("avatar", {"img_id": image, "quality": "360p", "audio_media_id": voice}, 2),
    ]


def test_every_endpoint_ends_in_a_video(platform: Platform) -> None:
    for endpoint, body, seconds in orders(platform):
        result, content = fetched(platform, platform.finished(endpoint, body))
        assert length_of(content, result) == seconds, endpoint
        speaking = endpoint in ("lip_sync", "sound_effect", "avatar")
        assert result["has_audio"] is speaking, endpoint


def test_an_image_template_ends_in_an_image(platform: Platform) -> None:
    templates = platform.get("/video/effects/templates/list", type=2)["effect_items"]
    order = {"key": KEY, "template_id": templates[0]["template_id"]}
    platform.control("templates", order)
    body = {"template_id": order["template_id"], "img_ids": [platform.image(60, 90)]}
    number = succeeded(platform.post("/image/template/generate", body))["image_id"]
    platform.finish(number)
    result = platform.get(f"/image/result/{number}")
    assert result["image_id"] == number
    content = platform.http.get(result["url"]).content
    image = Image.open(io.BytesIO(content))
    assert (image.format, image.size) == ("PNG", (result["outputWidth"], result["outputHeight"]))
    assert image.width < image.height


def test_ranges_are_served_and_nothing_before_the_end(platform: Platform) -> None:
    body = {**TEXT, "model": "v6", "duration": 1}
    result, content = fetched(platform, platform.finished("text", body))
    part = platform.http.get(result["url"], headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, content[10:20])
    waiting = platform.made("text", body)
    guessed = result["url"].replace(str(result["id"]), str(waiting))
    assert platform.http.get(guessed).status_code == 404
    platform.finish(waiting)
    assert platform.http.get(guessed).status_code == 404


def test_masks_and_previews_can_be_seen(platform: Platform) -> None:
    own = platform.media(clip(), "a.mp4", "video/mp4")
    found = succeeded(platform.post("/video/mask/selection", {"video_media_id": own}))
    urls = [found["keyframe_url"], *(one["mask_url"] for one in found["mask_info"])]
    pictures = {platform.http.get(url).content for url in urls}
    assert len(pictures) == 4
    assert {Image.open(io.BytesIO(one)).format for one in pictures} == {"PNG"}
    template = platform.get("/video/effects/templates/list", pageSize=10)["effect_items"][0]
    still = platform.http.get(template["thumbnail_path"]).content
    assert Image.open(io.BytesIO(still)).format == "JPEG"
    film = platform.http.get(template["thumbnail_video_path"]).content
    assert film[4:8] == b"ftyp"


@pytest.mark.parametrize("path", ["templates/1.gif", "masks/1.png", "results/1_2.mp4"])
def test_what_does_not_exist_is_404(platform: Platform, path: str) -> None:
    assert platform.http.get(f"/media/{path}").status_code == 404


def test_sizes_can_be_estimates(platform: Platform) -> None:
    platform.switch(real_sizes=False)
    result = platform.result(platform.finished("text", TEXT))
    platform.switch(real_sizes=True)
    assert result["size"] == 60_000
