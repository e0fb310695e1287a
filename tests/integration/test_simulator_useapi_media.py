"""The simulated results are real files: playable, of the size and length that the API states."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import av
import pytest
from PIL import Image, ImageStat

from tests.integration.simulator_useapi import (
    EMAIL,
    Simulator,
    all_effects,
    clip,
    running,
    speech,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def simulator() -> Iterator[Simulator]:
    with running() as simulator:
        simulator.control("hold", {"enabled": True})
        simulator.control("accounts", {"email": EMAIL, "maxJobs": 1000})
        yield simulator


def fetched(simulator: Simulator, made: str) -> tuple[dict[str, Any], bytes]:
    row = simulator.get(f"/videos/{made}").json()
    response = simulator.http.get(row["url"])
    assert response.status_code == 200, response.text
    return row, response.content


def check_mp4(content: bytes, row: dict[str, Any]) -> None:
    with av.open(io.BytesIO(content), "r") as container:
        video = container.streams.video[0]
        assert (video.codec_context.name, video.codec_context.pix_fmt) == ("h264", "yuv420p")
        assert (video.width, video.height) == (row["output_width"], row["output_height"])
        assert video.duration is not None
        assert video.time_base is not None
        assert float(video.duration * video.time_base) == row["duration"]
        assert [one.codec_context.name for one in container.streams.audio] == ["aac"] * row[
            "is_sound"
        ]
        assert len(list(container.decode(video=0))) == video.frames
    assert content.index(b"moov") < content.index(b"mdat")


@pytest.mark.parametrize(
    ("body", "size"),
    [
        ({"aspect_ratio": "16:9", "quality": "360p"}, (320, 180)),
        ({"aspect_ratio": "9:16", "quality": "540p"}, (252, 448)),
        ({"aspect_ratio": "1:1", "quality": "720p"}, (288, 288)),
        ({"aspect_ratio": "3:4", "quality": "1080p", "duration": 8}, (324, 432)),
        ({"audio": True, "duration": 1, "model": "v5.6"}, (448, 252)),
        ({"aspect_ratio": "2:3", "model": "pixverse-c1", "quality": "360p"}, (180, 270)),
        ({"duration": 15, "quality": "360p", "audio": True, "multi_shot": True}, (320, 180)),
    ],
)
def test_a_video_is_what_was_asked(
    simulator: Simulator, body: dict[str, Any], size: tuple[int, int]
) -> None:
    made = simulator.finished("create", {"prompt": "a fox at sea 🦊 лиса 狐", **body})
    row, content = fetched(simulator, made)
    assert (row["output_width"], row["output_height"]) == size
    assert row["duration"] == body.get("duration", 5)
    check_mp4(content, row)


def test_a_video_from_a_picture_has_its_shape_and_shows_it(simulator: Simulator) -> None:
    made = simulator.finished(
        "create", {"first_frame_path": simulator.image_path(60, 90), "quality": "540p"}
    )
    row, content = fetched(simulator, made)
    assert (row["output_width"], row["output_height"]) == (252, 378)
    with av.open(io.BytesIO(content), "r") as container:
        red, green, blue = _pixel(next(container.decode(video=0)))
    assert max(abs(red - 200), abs(green - 80), abs(blue - 40)) < 25


def _pixel(frame: av.VideoFrame) -> tuple[int, int, int]:
    image: Image.Image = frame.to_image()  # type: ignore[no-untyped-call]
    red, green, blue = (
        round(ImageStat.Stat(image.crop((90, 90, 110, 110))).mean[n]) for n in range(3)
    )
    return red, green, blue


def sources(simulator: Simulator) -> dict[str, dict[str, Any]]:
    image = simulator.image_path()
    frames = {f"frame_{n}_path": image for n in (1, 2, 3)}
    both = {"first_frame_path": image, "last_frame_path": image}
    video = simulator.finished("create", {"prompt": "a city", "model": "v5", "auto_sound": True})
    own = simulator.media_path(clip(), "video/mp4")
    sound = simulator.media_path(speech(), "audio/wav")
    return {
        "create-frames": {**both, "prompt": "b"},
        "create-transition": {**frames, "prompt_1_to_2": "over", "duration_2_to_3": 1},
        "create-fusion": {**frames, "prompt": "@image1 and @image3"},
        "motion-control": {"frame_1_path": image, "video_1_path": own},
        "extend": {"video_id": video, "duration": 2},
        "modify": {"video_path": own, "prompt": "red"},
        "lipsync": {"video_id": video, "audio_path": sound},
        "upscale": {"video_id": video},
    }


def test_every_endpoint_ends_in_a_video(simulator: Simulator) -> None:
    for endpoint, body in sources(simulator).items():
        row, content = fetched(simulator, simulator.finished(endpoint, body))
        check_mp4(content, row)
        assert row["create_mode"] == endpoint.replace("-", "_")
        if "video_id" in body:
            assert row["original_video_id"] == body["video_id"]


def test_an_upscaled_video_is_twice_as_large(simulator: Simulator) -> None:
    source = simulator.finished("create", {"prompt": "a", "quality": "360p", "duration": 2})
    row, content = fetched(simulator, simulator.finished("upscale", {"video_id": source}))
    assert (row["output_width"], row["output_height"], row["upscaled"]) == (640, 360, 1)
    assert row["duration"] == 2
    check_mp4(content, row)
    frame = Image.open(io.BytesIO(simulator.http.get(row["first_frame"]).content))
    assert frame.size == (640, 360)


def test_an_extended_video_begins_with_its_source_and_goes_on(simulator: Simulator) -> None:
    """What was there and what was added: 3 and 2 seconds, the added ones paid."""
    body = {"first_frame_path": simulator.image_path(), "duration": 3, "quality": "360p"}
    source = simulator.finished("create", {**body, "model": "v5", "auto_sound": True})
    asked = {"video_id": source, "duration": 2, "model": "v5.5", "quality": "360p"}
    row, content = fetched(simulator, simulator.finished("extend", asked))
    assert (row["duration"], row["is_sound"], row["extended"]) == (5, 1, 1)
    check_mp4(content, row)
    twice = simulator.finished("extend", {"video_id": row["video_id"], "duration": 8})
    row, content = fetched(simulator, twice)
    assert row["duration"] == 13
    check_mp4(content, row)


def test_the_source_is_seen_for_as_long_as_it_lasted(simulator: Simulator) -> None:
    """From red to blue in two seconds, then two more that are blue."""
    ends = [simulator.upload(plain(colour), "image/png") for colour in ("red", "blue")]
    first, last = (answer.json()["result"][0]["path"] for answer in ends)
    body = {"first_frame_path": first, "last_frame_path": last, "duration": 2, "quality": "360p"}
    source = simulator.finished("create-frames", body)
    asked = {"video_id": source, "duration": 2, "quality": "360p"}
    _, content = fetched(simulator, simulator.finished("extend", asked))
    with av.open(io.BytesIO(content), "r") as container:
        reds = [_pixel(frame)[0] for frame in container.decode(video=0)]
    second = len(reds) // 4
    assert reds[0] > 200
    assert 60 < reds[second] < 200, "in the middle of the source it is neither red nor blue"
    assert all(red < 60 for red in reds[2 * second :])


def plain(colour: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (96, 96), colour).save(buffer, "PNG")
    return buffer.getvalue()


def test_an_own_video_is_extended_by_its_own_length(simulator: Simulator) -> None:
    own = simulator.media_path(clip(), "video/mp4")
    row, content = fetched(simulator, simulator.finished("extend", {"video_path": own}))
    assert row["duration"] == 1 + 5
    check_mp4(content, row)
    with av.open(io.BytesIO(content), "r") as container:
        red, green, blue = _pixel(next(container.decode(video=0)))
    assert max(abs(red - 0), abs(green - 60), abs(blue - 90)) < 25, "the clip's first picture"


def test_a_modified_video_looks_another_way(simulator: Simulator) -> None:
    own = simulator.media_path(clip(), "video/mp4")
    asked = {"video_path": own, "prompt": "red", "seed": 360}
    row, content = fetched(simulator, simulator.finished("modify", asked))
    assert row["duration"] == 1
    with av.open(io.BytesIO(content), "r") as container:
        red, _, _ = _pixel(next(container.decode(video=0)))
    assert red > 60, "the clip's first picture has no red in it"


def test_a_lip_synced_video_says_what_was_sent(simulator: Simulator) -> None:
    video = simulator.finished("create", {"prompt": "a", "model": "v5", "duration": 2})
    silent = simulator.media_path(speech(1), "audio/wav")
    row, content = fetched(
        simulator, simulator.finished("lipsync", {"video_id": video, "audio_path": silent})
    )
    check_mp4(content, row)
    assert loudest(content) < 100, "silence was sent"
    words = {"video_id": video, "prompt": "hello", "speaker_id": "2"}
    row, content = fetched(simulator, simulator.finished("lipsync", words))
    assert row["lip_sync_switch"] == 1
    assert loudest(content) > 1000, "a voice speaks"


def loudest(content: bytes) -> float:
    """The highest sample of the sound, of 32767."""
    with av.open(io.BytesIO(content), "r") as container:
        resampler = av.AudioResampler(format="s16", layout="mono")
        frames = [
            fitted for frame in container.decode(audio=0) for fitted in resampler.resample(frame)
        ]
        return max(max(map(abs, memoryview(bytes(one.planes[0])).cast("h"))) for one in frames)


def test_a_long_video_is_made_of_fewer_pictures(simulator: Simulator) -> None:
    """Its length is exact, and it is there as soon as a short one."""
    first = simulator.finished("create", {"prompt": "a", "duration": 10, "quality": "360p"})
    second = simulator.finished("extend", {"video_id": first, "duration": 10, "quality": "360p"})
    row, content = fetched(simulator, second)
    assert row["duration"] == 20
    check_mp4(content, row)
    with av.open(io.BytesIO(content), "r") as container:
        assert container.streams.video[0].frames <= 120


def test_frames_and_ranges_are_served(simulator: Simulator) -> None:
    row, content = fetched(simulator, simulator.finished("create", {"prompt": "a"}))
    part = simulator.http.get(row["url"], headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, content[10:20])
    for which in ("first_frame", "last_frame"):
        frame = Image.open(io.BytesIO(simulator.http.get(row[which]).content))
        assert (frame.format, frame.size) == ("JPEG", (row["output_width"], row["output_height"]))


def test_nothing_is_served_before_the_end(simulator: Simulator) -> None:
    made = simulator.create(prompt="a")
    (video,) = [one for one in simulator.control("videos")["videos"] if one["video_id"] == made]
    assert simulator.http.get(video["url"]).status_code == 404
    simulator.control("videos/finish", {"video_id": made, "status": 1})
    assert simulator.http.get(video["url"]).status_code == 200
    assert simulator.http.get(video["url"].replace("_", "_0")).status_code == 404


def test_the_catalogue_is_large_mixed_and_unique(simulator: Simulator) -> None:
    effects = all_effects(simulator)
    assert len(effects) >= 150
    for key in ("template_id", "display_name", "thumbnail_path"):
        assert len({one[key] for one in effects}) == len(effects)
    assert {one["effect_type"] for one in effects} == {"1", "2", "3", "4", "5"}
    assert {one["template_type"] for one in effects} == {1, 2}
    assert {one["marker"] for one in effects} == {"", "hot", "new"}
    assert {one["duration"] for one in effects} == {5, 8}
    assert all(3.8e14 < one["template_id"] < 2**53 for one in effects)


def test_every_kind_of_effect_has_previews(simulator: Simulator) -> None:
    for effect in all_effects(simulator)[:14]:  # one of every theme
        check_previews(simulator, effect)


def test_every_kind_of_effect_has_a_result(simulator: Simulator) -> None:
    kinds = {
        (one["effect_type"], one["template_type"], bool(one["audio_path"])): one
        for one in all_effects(simulator)
    }
    assert len(kinds) >= 8
    for effect in kinds.values():
        body = {"template_id": effect["template_id"], **effect_pictures(simulator, effect)}
        row, content = fetched(simulator, simulator.finished("create", body))
        assert row["template_name"] == effect["display_name"]
        if effect["template_type"] == 2:
            image = Image.open(io.BytesIO(content))
            assert image.size == (row["output_width"], row["output_height"])
        else:
            assert row["duration"] == effect["duration"]
            check_mp4(content, row)


def effect_pictures(simulator: Simulator, effect: dict[str, Any]) -> dict[str, str]:
    """As many pictures as the effect takes, under the names that it takes them by."""
    count = int(effect["effect_type"])
    ends = ("first_frame_path", "last_frame_path")[:count]
    names = ends if count <= len(ends) else [f"frame_{n}_path" for n in range(1, count + 1)]
    return {name: simulator.image_path(90, 120) for name in names}


def check_previews(simulator: Simulator, effect: dict[str, Any]) -> None:
    gif = simulator.http.get(effect["thumbnail_gif_path"]).content
    assert len(gif) <= 200_000
    moving = Image.open(io.BytesIO(gif))
    assert moving.format == "GIF"
    assert getattr(moving, "n_frames", 1) > 5
    still = Image.open(io.BytesIO(simulator.http.get(effect["thumbnail_path"]).content))
    assert still.format == "JPEG"
    with av.open(
        io.BytesIO(simulator.http.get(effect["thumbnail_video_path"]).content), "r"
    ) as video:
        assert video.streams.video[0].codec_context.name == "h264"
    if effect["audio_path"]:
        check_sound(simulator.http.get(effect["audio_path"]).content)


def check_sound(content: bytes) -> None:
    with av.open(io.BytesIO(content), "r") as container:
        assert container.streams.audio[0].codec_context.name.startswith("mp3")
        assert any(frame.samples for frame in container.decode(audio=0))


def test_voices_can_be_heard(simulator: Simulator) -> None:
    voices = simulator.get("/videos/voices/").json()["tts_list"]
    assert {one["speaker_id"]: one["display_name"] for one in voices}["3"] == "Isabella"
    assert voices[2]["url"].endswith("\n")
    for voice in voices:
        check_sound(simulator.http.get(voice["url"].strip()).content)


@pytest.mark.parametrize(
    "path", ["effects/1.gif", "effects/x.gif", "voices/9.mp3", "results/1_2.mp4", "upload/a.png"]
)
def test_what_does_not_exist_is_404(simulator: Simulator, path: str) -> None:
    assert simulator.http.get(f"/media/{path}").status_code == 404
