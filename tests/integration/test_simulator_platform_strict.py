"""The simulated platform takes exactly what the vendor takes: every endpoint, every field, every limit."""

from __future__ import annotations

import io
import uuid
from typing import TYPE_CHECKING, Any

import av
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

    import httpx

Body = dict[str, Any]

EMPTY, WRONG, INVALID = 400011, 400013, 400017
TOO_LONG, NEGATIVE_TOO_LONG, BAD_IMAGE, UNKNOWN = 400018, 400019, 400032, 500008
NOT_ACTIVATED, QUALITY = 500070, 500071


@pytest.fixture(scope="module")
def platform() -> Iterator[Platform]:
    with running() as platform:
        platform.control("hold", {"enabled": True})
        # Room for all the jobs of this module: its subject is what is taken, not how many.
        room = {"concurrency": 10_000, "credits": 10_000_000}
        platform.control("accounts", {"key": KEY, **room})
        platform.control("accounts", {"key": OTHER_KEY, **room})
        yield platform


@pytest.fixture(scope="module")
def materials(platform: Platform) -> Body:
    """Things of each kind, by the names that stand for them in the tables below."""
    templates = platform.get("/video/effects/templates/list", pageSize=100)["effect_items"]
    activated = set(platform.control("accounts")["accounts"][0]["activated"])
    known = [one for one in templates if one["template_id"] in activated]
    full = [one for one in known if "540p" in one["qualities"]]
    kinds = {(one["effect_type"], one["template_type"]): one["template_id"] for one in full}
    source = platform.finished("text", TEXT)
    masks = succeeded(platform.post("/video/mask/selection", {"source_video_id": source}))
    restyles = platform.get("/video/restyle/list")["data"]
    return {
        "$image": platform.image(),
        "$foreign": platform.image(key=OTHER_KEY),
        "$clip": platform.media(clip(), "clip.mp4", "video/mp4"),
        "$speech": platform.media(speech(), "speech.wav", "audio/wav"),
        "$video": source,
        "$foreign_video": platform.finished("text", TEXT, key=OTHER_KEY),
        "$running": platform.made("text", TEXT),
        "$failed": platform.finished("text", TEXT, status=8),
        "$deleted": platform.finished("text", TEXT, status=6),
        "$long": platform.finished("text", LONG),
        "$longer": longer_than_30_seconds(platform),
        "$mpeg4": platform.media(old_clip(), "old.mp4", "video/mp4"),
        "$mask": masks["mask_info"][0]["mask_id"],
        "$restyle": restyles[0]["restyle_id"],
        "$words_only": kinds["0", 1],
        "$one": kinds["1", 1],
        "$two": kinds["2", 1],
        "$three": kinds["3", 1],
        "$photo": next(one["template_id"] for one in known if one["template_type"] == 2),
        "$sleeping": next(
            one["template_id"] for one in templates if one["template_id"] not in activated
        ),
        "$only_720p": next(one["template_id"] for one in known if one["qualities"] == ["720p"]),
    }


LONG = {**TEXT, "model": "v6", "duration": 15}


def longer_than_30_seconds(platform: Platform) -> int:
    body = {name: value for name, value in LONG.items() if name != "aspect_ratio"}
    number = platform.finished("text", LONG)
    for _ in range(2):
        number = platform.finished("extend", {**body, "source_video_id": number})
    return number


def old_clip() -> bytes:
    """A film in a codec from before H.264."""
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=12)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for _ in range(12):
            container.mux(stream.encode(av.VideoFrame(64, 48, "yuv420p")))
        container.mux(stream.encode())
    return file.getvalue()


def filled(value: Any, materials: Body) -> Any:
    if isinstance(value, dict):
        return {name: filled(one, materials) for name, one in value.items()}
    if isinstance(value, list):
        return [filled(one, materials) for one in value]
    return materials.get(value, value) if isinstance(value, str) else value


IMG = {"prompt": "a", "model": "v5", "duration": 5, "quality": "540p", "img_id": "$image"}
BARE = {name: value for name, value in IMG.items() if name != "img_id"}
FRAMES = {**BARE, "first_frame_img": "$image", "last_frame_img": "$image"}
MULTI = {
    "model": "v5",
    "quality": "540p",
    "multi_transition": [{"img_id": "$image", "duration": 5}, {"img_id": "$image"}],
}
CAT = {"type": "subject", "img_id": "$image", "ref_name": "cat"}
FUSION = {
    "image_references": [CAT],
    "prompt": "@cat plays",
    "model": "v5",
    "duration": 5,
    "quality": "540p",
    "aspect_ratio": "16:9",
}
EXTEND = {**BARE, "source_video_id": "$video"}
SPOKEN = {"lip_sync_tts_speaker_id": "3", "lip_sync_tts_content": "Hello there"}
LIPS = {"source_video_id": "$video", **SPOKEN}
SWAP = {
    "source_video_id": "$video",
    "keyframe_id": 1,
    "mask_id": "$mask",
    "img_id": "$image",
    "quality": "540p",
}
MODIFY = {"source_video_id": "$video", "prompt": "a red hat", "quality": "720p"}
MIMIC = {"source_video_id": "$video", "img_id": "$image", "quality": "360p"}
VIRAL = {
    "agent_id": 414562414124109,
    "prompt": "a",
    "img_references": [{"img_id": "$image"}],
    "video_references": [{"source_video_id": "$video"}],
}
MUSIC = {
    "mv_agent_type": "vibe_mv",
    "audio_media_id": "$speech",
    "aspect_ratio": "16:9",
    "quality": "720p",
}

ACCEPTED: list[tuple[str, Body]] = [
    ("text", TEXT),
    ("text", {**TEXT, "prompt": "a" * 5000, "seed": 0, "water_mark": False}),
    ("text", {**TEXT, "model": "v3.5", "style": "clay", "motion_mode": "fast"}),
    ("text", {**TEXT, "model": "v4.5", "camera_movement": "zoom_in", "motion_mode": "normal"}),
    ("text", {**TEXT, "negative_prompt": "n" * 2048, "seed": 2147483647}),
    ("text", {**TEXT, "quality": "1080p", "duration": 8}),
    ("text", {**TEXT, "model": "v5.5", "duration": 10, "generate_audio_switch": True}),
    ("text", {**TEXT, "model": "v5.5", "generate_multi_clip_switch": True}),
    ("text", {**TEXT, "model": "v6", "duration": 1, "aspect_ratio": "21:9", "quality": "1080p"}),
    ("text", {**TEXT, "model": "c1", "duration": 15, "generate_multi_clip_switch": True}),
    ("text", {**TEXT, "sound_effect_switch": True, "sound_effect_content": "wind"}),
    ("text", {**TEXT, "lip_sync_tts_switch": True, "lip_sync_switch": True, **SPOKEN}),
    ("text", {**TEXT, "model": "v6", "generate_audio_switch": False, "style": ""}),
    ("text", {**TEXT, "template_id": "$words_only", "prompt": ""}),
    ("img", IMG),
    ("img", {**IMG, "prompt": "a" * 2048, "model": "v5.6", "duration": 10}),
    ("img", {**IMG, "template_id": "$one", "prompt": "", "sound_effect_switch": True}),
    ("img", {**BARE, "template_id": "$two", "img_ids": ["$image", "$image"]}),
    ("img", {**BARE, "template_id": "$three", "img_ids": ["$image"] * 3}),
    ("transition", FRAMES),
    ("transition", {**FRAMES, "model": "v6", "duration": 12, "generate_audio_switch": True}),
    ("transition", {**FRAMES, "sound_effect_switch": True, "seed": 5}),
    ("multi_transition", MULTI),
    (
        "multi_transition",
        {
            **MULTI,
            "multi_transition": [{"img_id": "$image", "duration": 5, "prompt": "over"}] * 6
            + [{"img_id": "$image", "duration": 0}],
        },
    ),
    ("fusion", FUSION),
    ("fusion", {**FUSION, "prompt": "no names at all", "image_references": [{**CAT}] * 1}),
    (
        "fusion",
        {
            **FUSION,
            "model": "v5.6",
            "generate_audio_switch": True,
            "prompt": "@кот meets @the big dog today",
            "image_references": [
                {"type": "subject", "img_id": "$image", "ref_name": "кот"},
                {"type": "background", "img_id": "$image", "ref_name": "the big dog"},
            ],
        },
    ),
    ("fusion", {**FUSION, "model": "v6", "image_references": [CAT] + [{"img_id": "$image"}] * 6}),
    (
        "fusion",
        {
            **FUSION,
            "model": "v6",
            "reference_mode": "omni",
            "duration": 0,
            "image_references": [CAT] + [{"img_id": "$image"}] * 9,
            "video_references": [{"ref_name": "run", "video_media_id": "$clip"}],
            "prompt": "@cat does @run twice",
        },
    ),
    ("extend", EXTEND),
    ("extend", {**BARE, "video_media_id": "$clip", "seed": 1, "water_mark": True, "model": "v6"}),
    ("lip_sync", LIPS),
    ("lip_sync", {**LIPS, "lip_sync_tts_speaker_id": "Auto", "lip_sync_tts_content": "h" * 140}),
    ("lip_sync", {"video_media_id": "$clip", "audio_media_id": "$speech"}),
    ("sound_effect", {"source_video_id": "$video", "original_sound_switch": True}),
    ("sound_effect", {"video_media_id": "$clip", "sound_effect_content": "rain"}),
    ("restyle", {"source_video_id": "$video", "restyle_id": "$restyle", "seed": 4}),
    ("restyle", {"video_media_id": "$clip", "restyle_prompt": "p" * 5000}),
    ("swap", SWAP),
    ("modify", MODIFY),
    (
        "modify",
        {
            **MODIFY,
            "prompt": "put @img0 on @selection0",
            "img_ids": ["$image"],
            "mask_ids": ["$mask"],
            "keyframe_ids": 1,
        },
    ),
    ("mimic", MIMIC),
    ("upscale", {"source_video_id": "$video"}),
    ("upscale", {"video_media_id": "$clip"}),
    ("avatar", {"img_id": "$image", "quality": "720p", **SPOKEN}),
    ("avatar", {"img_id": "$image", "quality": "720p", "audio_media_id": "$speech"}),
    ("agent", VIRAL),
    (
        "agent",
        {"agent_id": 419629433597950, "model": "pro", "product_url": "https://a.example.com/b"},
    ),
    ("music_mv_agent", MUSIC),
]


@pytest.mark.parametrize(("endpoint", "body"), ACCEPTED)
def test_what_is_right_is_accepted(
    platform: Platform, materials: Body, endpoint: str, body: Body
) -> None:
    number = platform.made(endpoint, filled(body, materials))
    assert number > 2**53
    assert float(number) != number, "rounding would not be noticed"
    platform.finish(number)


def without(body: Body, *names: str) -> Body:
    return {name: value for name, value in body.items() if name not in names}


REFUSED: list[tuple[str, Body, int]] = [
    *(("text", without(TEXT, name), EMPTY) for name in TEXT),
    ("text", {**TEXT, "prompt": ""}, EMPTY),
    ("text", {**TEXT, "duration": 0}, EMPTY),
    ("text", {**TEXT, "prompt": 5}, WRONG),
    ("text", {**TEXT, "prompt": None}, WRONG),
    ("text", {**TEXT, "prompt": "a" * 5001}, TOO_LONG),
    ("text", {**TEXT, "negative_prompt": "a" * 2049}, NEGATIVE_TOO_LONG),
    ("text", {**TEXT, "model": "v9"}, WRONG),
    ("text", {**TEXT, "quality": "480p"}, WRONG),
    ("text", {**TEXT, "duration": "5"}, WRONG),
    ("text", {**TEXT, "duration": 5.0}, WRONG),
    ("text", {**TEXT, "duration": True}, WRONG),
    ("text", {**TEXT, "duration": 16}, WRONG),
    ("text", {**TEXT, "duration": 6}, INVALID),
    ("text", {**TEXT, "duration": 10}, INVALID),
    ("text", {**TEXT, "model": "v5.6", "duration": 10, "quality": "1080p"}, INVALID),
    ("text", {**TEXT, "model": "v4", "duration": 8, "quality": "1080p"}, INVALID),
    ("text", {**TEXT, "aspect_ratio": "21:9"}, INVALID),
    ("text", {**TEXT, "aspect_ratio": "5:4"}, WRONG),
    ("text", {**TEXT, "seed": -1}, WRONG),
    ("text", {**TEXT, "seed": 2147483648}, WRONG),
    ("text", {**TEXT, "style": "anime"}, INVALID),
    ("text", {**TEXT, "model": "v3.5", "style": "realistic"}, INVALID),
    ("text", {**TEXT, "model": "v3.5", "style": "day"}, WRONG),
    ("text", {**TEXT, "camera_movement": "zoom_in"}, INVALID),
    ("text", {**TEXT, "model": "v4", "camera_movement": "fly"}, WRONG),
    ("text", {**TEXT, "motion_mode": "fast"}, INVALID),
    ("text", {**TEXT, "model": "v4", "duration": 8, "motion_mode": "fast"}, INVALID),
    ("text", {**TEXT, "model": "v4", "quality": "1080p", "motion_mode": "fast"}, INVALID),
    ("text", {**TEXT, "generate_audio_switch": True}, INVALID),
    ("text", {**TEXT, "generate_audio_switch": 1}, WRONG),
    ("text", {**TEXT, "model": "v5.6", "generate_multi_clip_switch": True}, INVALID),
    ("text", {**TEXT, "model": "v6", "sound_effect_switch": True}, INVALID),
    ("text", {**TEXT, "model": "v5.5", "lip_sync_tts_switch": True, **SPOKEN}, INVALID),
    ("text", {**TEXT, "lip_sync_tts_switch": True}, INVALID),
    (
        "text",
        {**TEXT, "lip_sync_switch": True, **SPOKEN, "lip_sync_tts_speaker_id": "99"},
        UNKNOWN,
    ),
    (
        "text",
        {**TEXT, "lip_sync_switch": True, **SPOKEN, "lip_sync_tts_content": "h" * 141},
        INVALID,
    ),
    ("text", {**TEXT, "off_peak_mode": True}, INVALID),
    ("text", {**TEXT, "img_id": "$image"}, INVALID),
    ("text", {**TEXT, "webhook_id": "12345"}, INVALID),
    ("text", {**TEXT, "template_id": "$one"}, INVALID),
    ("text", {**TEXT, "template_id": 77}, UNKNOWN),
    ("img", BARE, INVALID),
    ("img", {**IMG, "aspect_ratio": "16:9"}, INVALID),
    ("img", {**IMG, "prompt": ""}, EMPTY),
    ("img", {**IMG, "prompt": "a" * 2049}, TOO_LONG),
    ("img", {**IMG, "img_id": "123"}, WRONG),
    ("img", {**IMG, "img_id": 123.5}, WRONG),
    ("img", {**IMG, "img_id": 123}, BAD_IMAGE),
    ("img", {**IMG, "img_id": "$foreign"}, BAD_IMAGE),
    ("img", {**IMG, "img_id": "$clip"}, BAD_IMAGE),
    ("img", {**IMG, "img_ids": ["$image"]}, INVALID),
    ("img", {**BARE, "img_ids": ["$image", "$image"]}, INVALID),
    ("img", {**IMG, "template_id": "$two"}, INVALID),
    ("img", {**BARE, "template_id": "$two", "img_ids": ["$image"]}, INVALID),
    ("img", {**BARE, "template_id": "$one", "img_ids": ["$image"]}, INVALID),
    ("img", {**IMG, "template_id": "$sleeping"}, NOT_ACTIVATED),
    ("img", {**IMG, "template_id": "$only_720p"}, QUALITY),
    ("img", {**IMG, "template_id": "$photo"}, UNKNOWN),
    ("img", {**IMG, "template_id": "$one", "model": "v4", "camera_movement": "pan_left"}, INVALID),
    *(("transition", without(FRAMES, name), EMPTY) for name in FRAMES),
    ("transition", {**FRAMES, "last_frame_img": 5}, BAD_IMAGE),
    ("transition", {**FRAMES, "prompt": "a" * 2049}, TOO_LONG),
    ("transition", {**FRAMES, "aspect_ratio": "16:9"}, INVALID),
    ("transition", {**FRAMES, "generate_audio_switch": True}, INVALID),
    *(("multi_transition", without(MULTI, name), EMPTY) for name in MULTI),
    ("multi_transition", {**MULTI, "model": "v5.5"}, WRONG),
    ("multi_transition", {**MULTI, "multi_transition": "$image"}, WRONG),
    ("multi_transition", {**MULTI, "multi_transition": [{"img_id": "$image"}]}, INVALID),
    ("multi_transition", {**MULTI, "multi_transition": [{"img_id": "$image"}] * 2}, EMPTY),
    (
        "multi_transition",
        {**MULTI, "multi_transition": [{"img_id": "$image", "duration": 5}] * 8},
        INVALID,
    ),
    (
        "multi_transition",
        {**MULTI, "multi_transition": [{"img_id": "$image", "duration": 8}] * 5},
        INVALID,
    ),
    (
        "multi_transition",
        {**MULTI, "multi_transition": [{"duration": 5}, {"img_id": "$image"}]},
        EMPTY,
    ),
    (
        "multi_transition",
        {**MULTI, "multi_transition": [{"img_id": "$image", "duration": 5, "x": 1}] * 2},
        INVALID,
    ),
    *(("fusion", without(FUSION, name), EMPTY) for name in FUSION),
    ("fusion", {**FUSION, "model": "v4"}, WRONG),
    ("fusion", {**FUSION, "prompt": "@dog plays"}, INVALID),
    ("fusion", {**FUSION, "prompt": "@cat"}, INVALID),
    ("fusion", {**FUSION, "prompt": "@cats play"}, INVALID),
    ("fusion", {**FUSION, "image_references": [CAT, CAT]}, INVALID),
    ("fusion", {**FUSION, "image_references": [{**CAT, "ref_name": "к" * 16}]}, INVALID),
    ("fusion", {**FUSION, "image_references": [{**CAT, "type": "hero"}]}, WRONG),
    ("fusion", {**FUSION, "image_references": [{"ref_name": "cat"}]}, EMPTY),
    ("fusion", {**FUSION, "image_references": [CAT] + [{"img_id": "$image"}] * 3}, INVALID),
    ("fusion", {**FUSION, "model": "v5.5", "generate_audio_switch": True}, INVALID),
    ("fusion", {**FUSION, "reference_mode": "omni"}, INVALID),
    ("fusion", {**FUSION, "model": "v6", "video_references": [{"ref_name": "run"}]}, INVALID),
    ("fusion", {**FUSION, "duration": 7}, INVALID),
    *(
        (endpoint, {**without(body, "source_video_id"), **change}, code)
        for endpoint, body in (
            ("extend", EXTEND),
            ("lip_sync", LIPS),
            ("sound_effect", {}),
            ("restyle", {"restyle_prompt": "ink"}),
            ("modify", MODIFY),
            ("mimic", MIMIC),
            ("upscale", {}),
        )
        for change, code in (
            ({}, INVALID),
            ({"source_video_id": "$video", "video_media_id": "$clip"}, INVALID),
            ({"source_video_id": "361204882190000003"}, WRONG),
            ({"source_video_id": 999}, UNKNOWN),
            ({"source_video_id": "$foreign_video"}, UNKNOWN),
            ({"source_video_id": "$running"}, INVALID),
            ({"source_video_id": "$failed"}, INVALID),
            ({"source_video_id": "$deleted"}, 500064),
            ({"video_media_id": "$speech"}, INVALID),
            ({"video_media_id": "$image"}, UNKNOWN),
        )
    ),
    *(("extend", without(EXTEND, name), EMPTY) for name in BARE),
    ("extend", {**EXTEND, "prompt": "a" * 2049}, TOO_LONG),
    ("extend", {**EXTEND, "style": "anime"}, INVALID),
    ("lip_sync", {"source_video_id": "$video"}, INVALID),
    ("lip_sync", {**LIPS, "audio_media_id": "$speech"}, INVALID),
    ("lip_sync", without(LIPS, "lip_sync_tts_content"), INVALID),
    ("lip_sync", without(LIPS, "lip_sync_tts_speaker_id"), INVALID),
    ("lip_sync", {**LIPS, "lip_sync_tts_speaker_id": 3}, WRONG),
    ("lip_sync", {**LIPS, "lip_sync_tts_speaker_id": "77"}, UNKNOWN),
    ("lip_sync", {**LIPS, "lip_sync_tts_content": "h" * 141}, INVALID),
    ("lip_sync", {"source_video_id": "$video", "audio_media_id": "$clip"}, INVALID),
    ("sound_effect", {"source_video_id": "$video", "original_sound_switch": "yes"}, WRONG),
    ("restyle", {"source_video_id": "$video"}, INVALID),
    ("restyle", {"source_video_id": "$video", "restyle_id": 5}, UNKNOWN),
    (
        "restyle",
        {"source_video_id": "$video", "restyle_id": "$restyle", "restyle_prompt": "ink"},
        INVALID,
    ),
    ("restyle", {"source_video_id": "$video", "restyle_prompt": "p" * 5001}, TOO_LONG),
    *(("swap", without(SWAP, name), EMPTY) for name in SWAP if name != "source_video_id"),
    ("swap", {**SWAP, "mask_id": 5}, WRONG),
    ("swap", {**SWAP, "mask_id": "nobody's"}, INVALID),
    ("swap", {**SWAP, "keyframe_id": 2}, INVALID),
    ("swap", {**SWAP, "source_video_id": "$long"}, INVALID),
    ("swap", {**SWAP, "quality": "1080p"}, WRONG),
    ("modify", {**MODIFY, "quality": "1080p"}, WRONG),
    ("modify", {**MODIFY, "prompt": "a" * 5001}, TOO_LONG),
    ("modify", {**MODIFY, "prompt": "put @img0 there"}, INVALID),
    ("modify", {**MODIFY, "prompt": "@selection1 is red", "mask_ids": ["$mask"]}, INVALID),
    ("modify", {**MODIFY, "mask_ids": ["nobody's"]}, INVALID),
    ("modify", {**MODIFY, "img_ids": ["$image"] * 4}, INVALID),
    ("mimic", {**MIMIC, "quality": "1080p"}, INVALID),
    ("mimic", without(MIMIC, "img_id"), EMPTY),
    ("upscale", {"source_video_id": "$video", "quality": "1080p"}, INVALID),
    ("avatar", {"img_id": "$image", "quality": "720p"}, INVALID),
    ("avatar", {"quality": "720p", **SPOKEN}, EMPTY),
    ("avatar", {"img_id": "$image", **SPOKEN}, EMPTY),
    ("restyle", {"source_video_id": "$longer", "restyle_prompt": "ink"}, INVALID),
    ("lip_sync", {**LIPS, "source_video_id": "$longer"}, INVALID),
    ("extend", {**EXTEND, "source_video_id": "$longer"}, INVALID),
    ("agent", {**VIRAL, "agent_id": 5}, UNKNOWN),
    ("agent", without(VIRAL, "video_references"), EMPTY),
    ("agent", {"agent_id": 419629433597950}, EMPTY),
    ("agent", {"agent_id": 419629433597950, "model": "fast", "img_references": []}, INVALID),
    ("music_mv_agent", without(MUSIC, "audio_media_id"), EMPTY),
    ("music_mv_agent", {**MUSIC, "quality": "540p"}, WRONG),
]


@pytest.mark.parametrize(("endpoint", "body", "code"), REFUSED)
def test_what_is_wrong_is_refused_with_a_code_and_costs_nothing(
    platform: Platform, materials: Body, endpoint: str, body: Body, code: int
) -> None:
    before = platform.balance()
    path = f"/video/{endpoint}/generate"
    assert platform.refusal(path, filled(body, materials)) == code
    assert platform.balance() == before


# What the sources disagree about, the other way round.
SWITCHED: list[tuple[Body, str, Body, int]] = [
    ({"long_prompts": False}, "text", {**TEXT, "prompt": "a" * 2049}, TOO_LONG),
    ({"lip_sync_text": 200}, "lip_sync", {**LIPS, "lip_sync_tts_content": "h" * 200}, 0),
    ({"ratio_required": False}, "text", without(TEXT, "aspect_ratio"), 0),
    ({"extend_strict": True}, "extend", {**EXTEND, "seed": 1}, EMPTY),
    ({"extend_strict": True}, "extend", {**EXTEND, "seed": 1, "water_mark": False}, 0),
    ({"sound_content_required": True}, "sound_effect", {"source_video_id": "$video"}, EMPTY),
    (
        {"hd_eight_seconds": ["v4", "v4.5", "v5"]},
        "text",
        {**TEXT, "model": "v4", "quality": "1080p", "duration": 8},
        0,
    ),
    ({"hd_eight_seconds": []}, "text", {**TEXT, "quality": "1080p", "duration": 8}, INVALID),
    ({"camera_models": ["v5"]}, "img", {**IMG, "camera_movement": "whip_pan"}, 0),
    ({"style_realistic": True}, "text", {**TEXT, "model": "v3.5", "style": "realistic"}, 0),
    ({"negative_prompt_taken": False}, "text", {**TEXT, "negative_prompt": "rain"}, INVALID),
    ({"mimic_1080p": True}, "mimic", {**MIMIC, "quality": "1080p"}, 0),
    (
        {"multi_transition_seconds": 40},
        "multi_transition",
        {**MULTI, "multi_transition": [{"img_id": "$image", "duration": 8}] * 5},
        0,
    ),
    ({"unknown_fields_refused": False}, "text", {**TEXT, "off_peak_mode": True}, 0),
]


@pytest.mark.parametrize(("switches", "endpoint", "body", "code"), SWITCHED)
def test_what_is_disputed_is_behind_a_switch(
    platform: Platform, materials: Body, switches: Body, endpoint: str, body: Body, code: int
) -> None:
    usual = platform.control("switches")
    platform.switch(**switches)
    try:
        answer = envelope(platform.post(f"/video/{endpoint}/generate", filled(body, materials)))
        assert answer["ErrCode"] == code, answer
    finally:
        platform.switch(**usual)


def test_an_image_template_takes_its_pictures(platform: Platform, materials: Body) -> None:
    path = "/image/template/generate"
    body = {"template_id": materials["$photo"], "img_ids": [materials["$image"]]}
    resp = succeeded(platform.post(path, body))
    assert resp["image_id"] > 2**53
    assert platform.get(f"/image/result/{resp['image_id']}")["status"] == 5
    for wrong, code in (
        ({**body, "img_ids": []}, EMPTY),
        ({**body, "img_ids": [materials["$image"]] * 2}, INVALID),
        ({**body, "template_id": materials["$one"]}, UNKNOWN),
        ({**body, "prompt": "a"}, INVALID),
    ):
        assert platform.refusal(path, wrong) == code


def test_masks_are_for_the_videos_of_the_account(platform: Platform, materials: Body) -> None:
    path = "/video/mask/selection"
    for wrong, code in (
        ({}, INVALID),
        ({"source_video_id": materials["$foreign_video"]}, UNKNOWN),
        ({"video_media_id": materials["$clip"], "keyframe_id": "1"}, WRONG),
        ({"video_media_id": materials["$clip"], "img_id": 1}, INVALID),
        ({"video_media_id": materials["$mpeg4"]}, INVALID),
    ):
        assert platform.refusal(path, wrong) == code


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        (b"{", "application/json"),
        (b"[]", "application/json"),
        (b"", "application/json"),
        (b'{"prompt":"\\ud800"}', "application/json"),
        (b'{"prompt":"a"}', "text/plain"),
        (b"prompt=a", "application/x-www-form-urlencoded"),
    ],
)
def test_a_body_in_another_form_is_refused(
    platform: Platform, content: bytes, content_type: str
) -> None:
    headers = platform.headers() | {"Content-Type": content_type}
    url = f"{API}/video/text/generate"
    response = platform.http.post(url, content=content, headers=headers)
    assert envelope(response)["ErrCode"] == WRONG


# keys and trace ids


READS = [
    "/account/balance",
    "/video/result/5",
    "/image/result/5",
    "/video/restyle/list",
    "/video/effects/templates/list",
    "/video/tts_speaker",
    "/video/lip_sync/tts_list",
]


@pytest.mark.parametrize("path", READS)
def test_every_read_needs_a_key_and_a_trace_id(platform: Platform, path: str) -> None:
    for headers, code in (
        ({"Ai-trace-id": "x"}, 10004),
        ({"API-KEY": "", "Ai-trace-id": "x"}, 10004),
        ({"API-KEY": "sk-wrong", "Ai-trace-id": "x"}, 10005),
        ({"API-KEY": KEY}, EMPTY),
    ):
        assert envelope(platform.http.get(API + path, headers=headers))["ErrCode"] == code


def test_a_wrong_key_may_be_an_http_status(platform: Platform) -> None:
    platform.switch(key_refused_status=401)
    response = platform.http.get(f"{API}/account/balance", headers=platform.headers("sk-wrong"))
    platform.switch(key_refused_status=200)
    assert (response.status_code, response.json()["ErrCode"]) == (401, 10005)


def test_a_generation_needs_a_uuid_for_its_trace_id(platform: Platform) -> None:
    path = "/video/text/generate"
    headers = {"API-KEY": KEY}
    response = platform.http.post(API + path, json=TEXT, headers=headers)
    assert envelope(response)["ErrCode"] == EMPTY
    for trace in ("1", "not-a-uuid", uuid.uuid4().hex):
        assert platform.refusal(path, TEXT, trace=trace) == INVALID
    platform.switch(trace_uuid=False)
    succeeded(platform.post(path, TEXT, trace="any words"))
    platform.switch(trace_uuid=True)


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/video/text/generate"), ("POST", "/account/balance"), ("GET", "/nothing")],
)
def test_what_does_not_exist_has_no_envelope(platform: Platform, method: str, path: str) -> None:
    response = platform.http.request(method, API + path, headers=platform.headers())
    assert response.status_code in (404, 405)
    assert response.headers["content-type"].startswith("text/plain")


# uploads


def code_of(response: httpx.Response) -> int:
    code = envelope(response)["ErrCode"]
    assert isinstance(code, int)
    return code


@pytest.mark.parametrize(
    ("content", "kind", "code"),
    [
        (picture(), "image/gif", 500032),
        (picture(), "application/octet-stream", 500032),
        (picture(), "image/jpeg", 500032),
        (b"", "image/png", 500032),
        (picture()[:60], "image/png", 500031),
        (picture() + bytes(20 * 2**20), "image/png", 500030),
    ],
)
def test_images_must_be_what_they_claim(
    platform: Platform, content: bytes, kind: str, code: int
) -> None:
    assert code_of(platform.send_image(content, kind=kind)) == code


def test_an_image_may_be_too_wide(platform: Platform) -> None:
    platform.switch(image_side=4000)
    assert code_of(platform.send_image(picture(4001, 2))) == 500030
    platform.switch(image_side=10_000)
    assert code_of(platform.send_image(picture(4001, 2))) == 0


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("JPEG", "image/jpg"), ("WEBP", "image/webp")],
)
def test_images_of_the_listed_kinds_are_taken(
    platform: Platform, kind: str, media_type: str
) -> None:
    content = picture(kind=kind)
    resp = succeeded(platform.send_image(content, "a", media_type))
    assert resp["img_id"] > 2**53
    assert platform.http.get(resp["img_url"]).content == content


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (speech(), "audio/mpeg"),
        (b"plain words", "video/mp4"),
        (clip(), "application/octet-stream"),
        (clip(), "video/x-matroska"),
        (speech(31), "audio/wav"),
        (clip()[:200], "video/mp4"),
        (clip() + bytes(50 * 2**20), "video/mp4"),
        (picture(), "image/png"),
    ],
)
def test_media_must_be_what_they_claim_and_short(
    platform: Platform, content: bytes, kind: str
) -> None:
    assert code_of(platform.send_media(content, "a", kind)) == INVALID


def test_media_are_told_apart(platform: Platform) -> None:
    video = succeeded(platform.send_media(clip(), "clip.mp4", "video/mp4"))
    assert (video["media_type"], video["width"], video["height"]) == ("video", 64, 48)
    sound = succeeded(platform.send_media(speech(), "speech.wav", "audio/wav"))
    assert sound["media_type"] == "audio"
    assert platform.http.get(sound["url"]).content == speech()


def test_files_may_be_given_by_their_addresses(platform: Platform) -> None:
    image = succeeded(platform.send_image(picture()))["img_url"]
    video = succeeded(platform.send_media(clip(), "clip.mp4", "video/mp4"))["url"]
    assert succeeded(by_address(platform, "image", "image_url", image))["img_id"] > 2**53
    assert succeeded(by_address(platform, "media", "file_url", video))["media_type"] == "video"
    assert code_of(by_address(platform, "image", "image_url", video)) == 500032
    nobody = "http://127.0.0.1:9/a.png"
    assert code_of(by_address(platform, "image", "image_url", nobody)) == 500041
    platform.switch(image_by_url=False)
    assert code_of(by_address(platform, "image", "image_url", image)) == INVALID
    platform.switch(image_by_url=True)


def by_address(platform: Platform, what: str, field: str, url: str) -> httpx.Response:
    form = {field: (None, url)}
    return platform.http.post(f"{API}/{what}/upload", files=form, headers=platform.headers())


@pytest.mark.parametrize("what", ["image", "media"])
def test_an_upload_is_one_file_or_one_address(platform: Platform, what: str) -> None:
    url, headers = f"{API}/{what}/upload", platform.headers()
    nothing = {"image_url" if what == "image" else "file_url": (None, "")}
    assert code_of(platform.http.post(url, files=nothing, headers=headers)) == EMPTY
    other: dict[str, Any] = {"photo": ("a.png", picture(), "image/png")}
    assert code_of(platform.http.post(url, files=other, headers=headers)) == INVALID
    assert code_of(platform.http.post(url, json={"image_url": "a"}, headers=headers)) == WRONG
    broken = headers | {"Content-Type": "multipart/form-data"}
    assert code_of(platform.http.post(url, content=b"--x", headers=broken)) == WRONG


def test_a_moderated_image_has_the_other_envelope(platform: Platform) -> None:
    response = platform.send_image(picture(), "forbidden.png")
    assert response.status_code == 500
    assert response.json().keys() == {"err_code", "err_msg", "resp"}
    assert response.json()["err_code"] == 500052


# lists


def test_templates_are_paged_and_filtered(platform: Platform) -> None:
    path = "/video/effects/templates/list"
    everything = platform.get(path, pageSize=100)["effect_items"]
    assert len(everything) > 50
    assert len({one["template_id"] for one in everything}) == len(everything)
    assert all(2**53 < one["template_id"] < 2**63 for one in everything)
    assert len(platform.get(path)["effect_items"]) == 50
    second = platform.get(path, page=2, pageSize=20)["effect_items"]
    assert second == everything[20:40]
    assert platform.get(path, page=99, pageSize=10)["effect_items"] == []
    images = platform.get(path, type=2, pageSize=100)["effect_items"]
    assert images == [one for one in everything if one["template_type"] == 2]
    assert {one["effect_type"] for one in everything} == {"0", "1", "2", "3"}


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("pageSize=7", 712008),
        ("page=0", WRONG),
        ("page=x", WRONG),
        ("type=3", WRONG),
    ],
)
def test_pages_are_asked_for_in_the_documented_sizes(
    platform: Platform, query: str, code: int
) -> None:
    url = f"{API}/video/effects/templates/list?{query}"
    assert code_of(platform.http.get(url, headers=platform.headers())) == code


def test_only_activated_templates_may_be_listed(platform: Platform) -> None:
    platform.switch(templates_listed="activated")
    listed = platform.get("/video/effects/templates/list", pageSize=100)["effect_items"]
    platform.switch(templates_listed="all")
    activated = platform.control("accounts")["accounts"][0]["activated"]
    assert sorted(one["template_id"] for one in listed) == activated


def test_activation_is_the_operators(platform: Platform, materials: Body) -> None:
    body = filled({**IMG, "template_id": "$sleeping", "quality": "720p"}, materials)
    order = {"key": KEY, "template_id": body["template_id"]}
    platform.control("templates", order)
    answer = envelope(platform.post("/video/img/generate", body))
    assert answer["ErrCode"] in (0, INVALID), "known and activated"
    platform.control("templates", {**order, "activated": False})
    assert platform.refusal("/video/img/generate", body) == NOT_ACTIVATED


def test_speakers_are_listed_under_both_addresses(platform: Platform) -> None:
    new = platform.get("/video/tts_speaker", page_num=1, page_size=20)
    assert new["total"] == 14
    assert new["data"][0] == {"speaker_id": "1", "name": "Emily"}
    old = platform.get("/video/lip_sync/tts_list", page_num=2, page_size=10)
    assert [one["speaker_id"] for one in old["data"]] == ["11", "12", "13", "14"]
    for closed, path in (("new", "/video/lip_sync/tts_list"), ("old", "/video/tts_speaker")):
        platform.switch(tts_paths=closed)
        response = platform.http.get(API + path, headers=platform.headers())
        platform.switch(tts_paths="both")
        assert response.status_code == 404
    for query in ("page_size=7", "page_num=0", "speaker_type=mine"):
        url = f"{API}/video/tts_speaker?{query}"
        assert code_of(platform.http.get(url, headers=platform.headers())) == WRONG


def test_a_voice_of_ones_own_speaks_until_it_is_deleted(
    platform: Platform, materials: Body
) -> None:
    path = "/video/tts_speaker"
    verified = {"audio_media_id": materials["$speech"]}
    succeeded(platform.post("/audio/verification", verified))
    voice = succeeded(platform.post(path, {"name": "Mine", **verified}))["speaker_id"]
    assert platform.get(path, speaker_type="custom")["data"][0]["speaker_id"] == voice
    lips = filled({**LIPS, "lip_sync_tts_speaker_id": voice}, materials)
    platform.made("lip_sync", lips)
    url = f"{API}{path}/{voice}"
    assert code_of(platform.http.delete(url, headers=platform.headers(OTHER_KEY))) == UNKNOWN
    assert code_of(platform.http.delete(url, headers=platform.headers())) == 0
    assert platform.refusal("/video/lip_sync/generate", lips) == UNKNOWN
    for wrong, code in (({"name": "a"}, EMPTY), ({"name": "a", "audio_media_id": 5}, UNKNOWN)):
        assert platform.refusal(path, wrong) == code
    assert platform.refusal("/audio/verification", {"audio_media_id": "5"}) == WRONG


def test_styles_are_listed(platform: Platform) -> None:
    styles = platform.get("/video/restyle/list", page_num=1, page_size=10)
    assert styles["total"] > len(styles["data"]) == 10
    assert styles["data"][0].keys() == {"restyle_id", "name", "prompt"}
