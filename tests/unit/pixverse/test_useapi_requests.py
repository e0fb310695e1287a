"""Bodies: what the vendor takes can be built, what it would refuse cannot, and None is absent."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import SecretStr, ValidationError

from pixverse.bodies import Body
from pixverse.useapi.images import CreateImagesBody
from pixverse.useapi.remakes import ExtendBody, LipsyncBody, ModifyBody, UpscaleBody
from pixverse.useapi.requests import (
    AccountBody,
    CreateBody,
    CreateFramesBody,
    CreateFusionBody,
    CreateTransitionBody,
    MotionControlBody,
)

# On a fresh machine the first text drawn builds a table for a second or two.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

COMMON = {"replyUrl", "replyRef", "maxJobs"}
ACCOUNT = COMMON | {"email", "off_peak_mode"}
V5_SOUND = {"auto_sound", "sound_effect_prompt", "lip_sync_tts_prompt", "lip_sync_tts_speaker_id"}
SEGMENTS = ["1_to_2", "2_to_3", "3_to_4", "4_to_5", "5_to_6", "6_to_7"]

LEAST: list[tuple[type[Body], dict[str, Any]]] = [
    (CreateBody, {"model": "v5.6", "prompt": "a cat"}),
    (CreateFramesBody, {"model": "v5.5", "first_frame_path": "a", "last_frame_path": "b"}),
    (CreateTransitionBody, {"model": "v5", "frame_1_path": "a", "frame_2_path": "b"}),
    (CreateFusionBody, {"prompt": "@pic1", "frame_1_path": "a"}),
    (ExtendBody, {"model": "v5", "video_id": "v"}),
    (MotionControlBody, {"frame_1_path": "a", "video_1_path": "v"}),
    (ModifyBody, {"video_path": "p", "prompt": "red hair"}),
    (LipsyncBody, {"video_id": "v", "audio_path": "a"}),
    (UpscaleBody, {"video_id": "v"}),
    (CreateImagesBody, {"model": "qwen-image", "prompt": "a cat"}),
]

CONSTANT = {
    CreateFusionBody: {"model": "v5"},
    ModifyBody: {"model": "v5.5"},
    MotionControlBody: {"model": "v5.6"},
}

FIELDS: list[tuple[type[Body], set[str]]] = [
    (
        CreateBody,
        ACCOUNT
        | V5_SOUND
        | {"audio", "model", "template_id", "prompt", "first_frame_path", "last_frame_path"}
        | {f"frame_{n}_path" for n in range(1, 6)}
        | {"duration", "quality", "aspect_ratio", "multi_shot", "preview_mode", "seed"},
    ),
    (
        CreateFramesBody,
        ACCOUNT
        | V5_SOUND
        | {"audio", "model", "prompt", "first_frame_path", "last_frame_path"}
        | {"duration", "quality", "preview_mode", "seed"},
    ),
    (
        CreateTransitionBody,
        ACCOUNT
        | V5_SOUND
        | {f"frame_{n}_path" for n in range(1, 8)}
        | {f"{kind}_{segment}" for kind in ("duration", "prompt") for segment in SEGMENTS}
        | {"audio", "model", "quality", "preview_mode", "seed"},
    ),
    (
        CreateFusionBody,
        ACCOUNT
        | {f"frame_{n}_path" for n in range(1, 8)}
        | {"model", "prompt", "duration", "quality", "aspect_ratio", "seed"},
    ),
    (
        ExtendBody,
        ACCOUNT
        | {"model", "prompt", "video_id", "video_path", "duration", "quality", "audio", "seed"},
    ),
    (MotionControlBody, ACCOUNT | {"model", "frame_1_path", "video_1_path", "quality"}),
    (ModifyBody, ACCOUNT | {"model", "prompt", "video_id", "video_path", "quality", "seed"}),
    (
        LipsyncBody,
        ACCOUNT
        | {"prompt", "video_id", "video_path", "audio_path", "speaker_id"}
        | {"original_sound_switch"},
    ),
    (UpscaleBody, COMMON | {"video_id"}),
    (
        CreateImagesBody,
        COMMON
        | {f"image_path_{n}" for n in range(1, 15)}
        | {"email", "model", "prompt", "quality", "aspect_ratio", "detail_level"}
        | {"create_count", "seed"},
    ),
    (AccountBody, {"email", "password", "maxJobs", "token"}),
]


@pytest.mark.parametrize(("kind", "names"), FIELDS)
def test_a_body_has_exactly_the_fields_of_its_endpoint(kind: type[Body], names: set[str]) -> None:
    assert {field.alias or name for name, field in kind.model_fields.items()} == names


@pytest.mark.parametrize(("kind", "fields"), LEAST)
def test_the_least_body_sends_only_what_was_set(kind: type[Body], fields: dict[str, Any]) -> None:
    sent = kind.model_validate(fields).wire()
    assert sent == fields | CONSTANT.get(kind, {})


@pytest.mark.parametrize(("kind", "fields"), LEAST)
def test_each_given_field_is_needed_and_no_other_is_known(
    kind: type[Body], fields: dict[str, Any]
) -> None:
    for name in fields:
        with pytest.raises(ValidationError):
            kind.model_validate({key: value for key, value in fields.items() if key != name})
    with pytest.raises(ValidationError):
        kind.model_validate({**fields, "negative_prompt": "x"})


def test_names_on_the_wire_are_the_vendors() -> None:
    body = CreateBody(
        model="v5",
        prompt="a cat",
        email="a+b@example.org",
        reply_url="https://bot.example.org/hook",
        reply_ref="ref",
        max_jobs=3,
        auto_sound=False,
    )
    assert body.wire() == {
        "model": "v5",
        "prompt": "a cat",
        "email": "a+b@example.org",
        "replyUrl": "https://bot.example.org/hook",
        "replyRef": "ref",
        "maxJobs": 3,
        "auto_sound": False,
    }


def test_a_switch_that_is_off_differs_from_one_that_is_absent() -> None:
    effect = {"template_id": 384_000_000_000_001, "first_frame_path": "a"}
    assert CreateBody.model_validate({**effect, "auto_sound": False}).wire()["auto_sound"] is False
    assert "auto_sound" not in CreateBody.model_validate({**effect, "auto_sound": None}).wire()


CREATE = {"model": "v5.6", "prompt": "a cat"}
V6 = {"model": "v6", "prompt": "a cat"}
C1 = {"model": "pixverse-c1", "prompt": "a cat"}
EFFECT = {"template_id": 1, "first_frame_path": "a"}
FRAMES = {"model": "v5.6", "first_frame_path": "a", "last_frame_path": "b"}
TWO = {"frame_1_path": "a", "frame_2_path": "b"}
THREE = {**TWO, "frame_3_path": "c"}
SEVEN = {f"frame_{n}_path": "p" for n in range(1, 8)}
FUSION = {"prompt": "@pic1", "frame_1_path": "a"}
MOTION = {"frame_1_path": "a", "video_1_path": "v"}
PICTURE = {"model": "nano-banana-2", "prompt": "a cat"}

TAKEN: list[tuple[type[Body], dict[str, Any]]] = [
    (CreateBody, {**CREATE, "duration": 8, "quality": "1080p"}),
    (CreateBody, {**CREATE, "duration": 10, "quality": "720p", "aspect_ratio": "3:4"}),
    (CreateBody, {**CREATE, "prompt": "x" * 2048, "seed": 2_147_483_647, "audio": True}),
    (CreateBody, {**CREATE, "replyUrl": "x" * 1024, "replyRef": "x" * 1024, "maxJobs": 8}),
    (CreateBody, {"model": "v5-fast", "first_frame_path": "a"}),
    (CreateBody, {**EFFECT, "last_frame_path": "b", "duration": 5, "auto_sound": True}),
    (CreateBody, {"template_id": 1, "prompt": "x"}),
    (CreateBody, {**V6, "prompt": "x" * 5000, "duration": 15, "quality": "1080p"}),
    (CreateBody, {**V6, "audio": False, "multi_shot": True, "preview_mode": True, "seed": 1}),
    (CreateBody, {**C1, "aspect_ratio": "2:3", "off_peak_mode": True}),
    (CreateBody, {"template_id": 1, **TWO}),
    (CreateBody, {"template_id": 1, **THREE, "frame_4_path": "d", "frame_5_path": "e"}),
    (CreateFramesBody, {**FRAMES, "duration": 8, "quality": "1080p", "audio": False}),
    (CreateFramesBody, {**FRAMES, "model": "v6", "prompt": "x" * 5000, "audio": True}),
    (CreateFramesBody, {**FRAMES, "model": "pixverse-c1"}),
    (CreateTransitionBody, {"model": "v5.6", **TWO, "audio": True, "duration_1_to_2": "8"}),
    (CreateTransitionBody, {"model": "v5", **SEVEN, "duration_6_to_7": "1", "prompt_6_to_7": "x"}),
    (CreateTransitionBody, {"model": "v5", **TWO, "sound_effect_prompt": "x" * 140}),
    (CreateFusionBody, {**FUSION, "seed": 999_999, "duration": 10}),
    (CreateFusionBody, {**FUSION, **SEVEN, "model": "pixverse-c1", "aspect_ratio": "3:2"}),
    (CreateFusionBody, {**FUSION, **SEVEN, "model": "v5.6", "seed": 1}),
    (ExtendBody, {"model": "v5.5", "video_path": "p", "duration": 10, "quality": "720p"}),
    (ExtendBody, {"model": "v6", "video_id": "v", "duration": 15, "quality": "1080p"}),
    (ExtendBody, {"model": "v6", "video_id": "v", "audio": True, "prompt": "x" * 5000}),
    (MotionControlBody, {**MOTION, "quality": "360p", "off_peak_mode": True, "email": "a@b.org"}),
    (ModifyBody, {"video_id": "v", "prompt": "x" * 2048, "quality": "720p"}),
    (LipsyncBody, {"video_path": "p", "prompt": "x" * 200, "speaker_id": "1"}),
    (LipsyncBody, {"video_id": "v", "prompt": "x", "speaker_id": 1}),
    (UpscaleBody, {"video_id": "v", "replyRef": "r", "maxJobs": 1}),
    (CreateImagesBody, {**PICTURE, "quality": "2160p", "create_count": 4, "seed": 1}),
    (CreateImagesBody, {**PICTURE, **{f"image_path_{n}": "p" for n in range(1, 10)}}),
    (CreateImagesBody, {**PICTURE, "model": "gpt-image-2.0", "detail_level": "low"}),
    (CreateImagesBody, {**PICTURE, "aspect_ratio": "auto"}),
]

REFUSED: list[tuple[type[Body], dict[str, Any]]] = [
    (CreateBody, {"prompt": "x"}),
    (CreateBody, {"model": "v5.6"}),
    (CreateBody, {**EFFECT, "model": "v5"}),
    (CreateBody, {**EFFECT, "audio": True}),
    (CreateBody, {"model": "v7", "prompt": "x"}),
    (CreateBody, {**V6, "prompt": "x" * 5001}),
    (CreateBody, {**V6, "duration": 16}),
    (CreateBody, {**V6, "auto_sound": True}),
    (CreateBody, {**V6, "aspect_ratio": "3:2"}),
    (CreateBody, {**CREATE, "multi_shot": True}),
    (CreateBody, {**C1, "multi_shot": False}),
    (CreateBody, {**C1, "audio": True}),
    (CreateBody, {**C1, "prompt": "x" * 2049}),
    (CreateBody, {**C1, "duration": 11}),
    (CreateBody, {**CREATE, "frame_1_path": "a", "frame_2_path": "b"}),
    (CreateBody, {"template_id": 1, "frame_1_path": "a"}),
    (CreateBody, {"template_id": 1, "frame_1_path": "a", "frame_3_path": "c"}),
    (CreateBody, {"template_id": 1, **THREE, "frame_6_path": "f"}),
    (CreateBody, {**EFFECT, "frame_1_path": "a", "frame_2_path": "b"}),
    (CreateBody, {"template_id": 1, **TWO, "multi_shot": True}),
    (CreateBody, {"template_id": 1, **TWO, "prompt": "x" * 2049}),
    (CreateBody, {"template_id": 1, **TWO, "duration": 11}),
    (CreateBody, {**CREATE, "prompt": ""}),
    (CreateBody, {**CREATE, "prompt": "x" * 2049}),
    (CreateBody, {**CREATE, "duration": 0}),
    (CreateBody, {**CREATE, "duration": 11}),
    (CreateBody, {**CREATE, "duration": "5"}),
    (CreateBody, {**CREATE, "duration": 9, "quality": "1080p"}),
    (CreateBody, {**CREATE, "quality": "480p"}),
    (CreateBody, {**CREATE, "aspect_ratio": "21:9"}),
    (CreateBody, {**CREATE, "seed": 0}),
    (CreateBody, {**CREATE, "seed": 2_147_483_648}),
    (CreateBody, {**CREATE, "maxJobs": 0}),
    (CreateBody, {**CREATE, "maxJobs": 9}),
    (CreateBody, {**CREATE, "replyUrl": "x" * 1025}),
    (CreateBody, {**CREATE, "replyRef": "x" * 1025}),
    (CreateBody, {**CREATE, "audio": 1}),
    (CreateBody, {**CREATE, "last_frame_path": "b"}),
    (CreateBody, {**CREATE, "auto_sound": True}),
    (CreateBody, {**CREATE, "auto_sound": False}),
    (CreateBody, {"model": "v5", "prompt": "x", "audio": False}),
    (CreateBody, {"model": "v5-fast", "prompt": "x", "audio": True}),
    (CreateBody, {"model": "v5-fast", "prompt": "x", "sound_effect_prompt": "rain"}),
    (CreateBody, {"model": "v5", "prompt": "x", "lip_sync_tts_prompt": "x" * 141}),
    (CreateBody, {"model": "v5.5", "prompt": "x", "lip_sync_tts_speaker_id": "1"}),
    (CreateFramesBody, {**FRAMES, "duration": 9}),
    (CreateFramesBody, {**FRAMES, "model": "v6", "duration": 9}),
    (CreateFramesBody, {**FRAMES, "model": "v6", "multi_shot": True}),
    (CreateFramesBody, {**FRAMES, "prompt": "x" * 2049}),
    (CreateFramesBody, {**FRAMES, "aspect_ratio": "16:9"}),
    (CreateFramesBody, {**FRAMES, "sound_effect_prompt": "rain"}),
    (CreateTransitionBody, {"model": "v5.6", **THREE}),
    (CreateTransitionBody, {"model": "v5-fast", **TWO}),
    (CreateTransitionBody, {"model": "v5", **TWO, "frame_4_path": "d"}),
    (CreateTransitionBody, {"model": "v5", **TWO, "duration_2_to_3": "5"}),
    (CreateTransitionBody, {"model": "v5", **TWO, "prompt_2_to_3": "x"}),
    (CreateTransitionBody, {"model": "v5", **TWO, "duration_1_to_2": "9"}),
    (CreateTransitionBody, {"model": "v5", **THREE, "audio": True}),
    (CreateTransitionBody, {"model": "v5", **TWO, "sound_effect_prompt": "x" * 141}),
    (CreateTransitionBody, {"model": "v5.6", **TWO, "sound_effect_prompt": "x"}),
    (CreateTransitionBody, {"model": "v5", **TWO, "prompt": "x"}),
    (CreateFusionBody, {**FUSION, "seed": 1_000_000}),
    (CreateFusionBody, {**FUSION, "model": "v5.5"}),
    (CreateFusionBody, {**FUSION, "model": "v6"}),
    (CreateFusionBody, {**FUSION, "frame_3_path": "c"}),
    (CreateFusionBody, {**FUSION, **THREE, "frame_4_path": "d"}),
    (CreateFusionBody, {**FUSION, **SEVEN, "model": "v5.6", "frame_8_path": "h"}),
    (CreateFusionBody, {**FUSION, "model": "v5.6", "aspect_ratio": "3:2"}),
    (CreateFusionBody, {**FUSION, "model": "pixverse-c1", "duration": 11}),
    (CreateFusionBody, {**FUSION, "duration": 9, "quality": "1080p"}),
    (CreateFusionBody, {**FUSION, "auto_sound": True}),
    (ExtendBody, {"model": "v5", "video_id": "v", "video_path": "p"}),
    (ExtendBody, {"model": "v5.6", "video_id": "v"}),
    (ExtendBody, {"model": "v5", "video_id": "v", "duration": 9, "quality": "1080p"}),
    (ExtendBody, {"model": "v5", "video_id": "v", "preview_mode": True}),
    (ExtendBody, {"model": "v5.5", "video_id": "v", "audio": True}),
    (ExtendBody, {"model": "v5.5", "video_id": "v", "duration": 11}),
    (ExtendBody, {"model": "v5.5", "video_id": "v", "prompt": "x" * 2049}),
    (ExtendBody, {"model": "v6", "video_id": "v", "multi_shot": True}),
    (MotionControlBody, {**MOTION, "model": "v6"}),
    (MotionControlBody, {**MOTION, "quality": "1080p"}),
    (MotionControlBody, {**MOTION, "prompt": "x"}),
    (MotionControlBody, {**MOTION, "seed": 1}),
    (ModifyBody, {"video_id": "v", "prompt": "x", "quality": "1080p"}),
    (ModifyBody, {"video_id": "v", "prompt": "x", "model": "v5"}),
    (ModifyBody, {"video_id": "v", "prompt": "x", "duration": 5}),
    (LipsyncBody, {"video_id": "v", "prompt": "x" * 201, "speaker_id": "1"}),
    (LipsyncBody, {"video_id": "v", "prompt": "x"}),
    (LipsyncBody, {"video_id": "v", "speaker_id": "1"}),
    (LipsyncBody, {"video_id": "v", "audio_path": "a", "speaker_id": "1"}),
    (LipsyncBody, {"video_id": "v", "audio_path": "a", "prompt": "x", "speaker_id": "1"}),
    (UpscaleBody, {"video_id": "v", "email": "a@example.org"}),
    (UpscaleBody, {"video_id": "v", "off_peak_mode": True}),
    (CreateImagesBody, {**PICTURE, "off_peak_mode": True}),
    (CreateImagesBody, {**PICTURE, "model": "v6"}),
    (CreateImagesBody, {**PICTURE, "quality": "4K"}),
    (CreateImagesBody, {**PICTURE, "aspect_ratio": "wide"}),
    (CreateImagesBody, {**PICTURE, "create_count": 5}),
    (CreateImagesBody, {**PICTURE, "detail_level": "low"}),
    (CreateImagesBody, {**PICTURE, "model": "gpt-image-2.0"}),
    (CreateImagesBody, {**PICTURE, "model": "kling-3.0", "aspect_ratio": "auto"}),
    (CreateImagesBody, {**PICTURE, "image_path_2": "p"}),
    (CreateImagesBody, {**PICTURE, **{f"image_path_{n}": "p" for n in range(1, 11)}}),
]


@pytest.mark.parametrize(("kind", "fields"), TAKEN)
def test_what_the_vendor_takes_is_sent_as_it_is(kind: type[Body], fields: dict[str, Any]) -> None:
    assert fields.items() <= kind.model_validate(fields).wire().items()


@pytest.mark.parametrize(("kind", "fields"), REFUSED)
def test_what_the_vendor_refuses_cannot_be_built(kind: type[Body], fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        kind.model_validate(fields)


def test_a_transitions_seconds_are_strings_on_the_wire() -> None:
    body = CreateTransitionBody.model_validate({"model": "v5", **TWO, "duration_1_to_2": 5})
    assert body.wire()["duration_1_to_2"] == "5"


def test_an_account_shows_no_secret_but_sends_it() -> None:
    body = AccountBody(
        email="cat@example.org", password=SecretStr("hunter22"), max_jobs=8, token=SecretStr("jwt1")
    )
    assert body.wire() == {
        "email": "cat@example.org",
        "password": "hunter22",
        "maxJobs": 8,
        "token": "jwt1",
    }
    assert not any(secret in repr(body) for secret in ("hunter22", "jwt1", "cat@"))


def test_a_first_account_sends_no_token() -> None:
    body = AccountBody(email="a@example.org", password=SecretStr("x"), max_jobs=1)
    assert "token" not in body.wire()


def test_a_refusal_quotes_no_input() -> None:
    with pytest.raises(ValidationError) as refusal:
        CreateBody.model_validate({**CREATE, "email": "cat@example.org", "prompt": "secret" * 999})
    assert "secret" not in str(refusal.value)
    assert "cat@" not in str(refusal.value)


def test_a_body_does_not_change() -> None:
    body = UpscaleBody(video_id="v")
    with pytest.raises(ValidationError):
        body.video_id = "w"  # type: ignore[misc]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
model = st.sampled_from(["v6", "v5.6", "v5.5", "v5", "v5-fast", "pixverse-c1", None])
create_fields = st.fixed_dictionaries(
    {},
    optional={
        "model": model,
        "template_id": st.sampled_from([None, 1, 384_000_000_000_001]),
        "prompt": st.sampled_from([None, "a cat", "x" * 2048, "x" * 2049, "x" * 5000]),
        "first_frame_path": st.sampled_from([None, "upload/1.png"]),
        "duration": st.none() | st.integers(0, 16),
        "quality": st.sampled_from([None, "1080p", "720p", "540p", "360p", "4K"]),
        "audio": st.sampled_from([None, True, False]),
        "multi_shot": st.sampled_from([None, True, False]),
        "auto_sound": st.sampled_from([None, True, False]),
        "seed": st.none() | st.integers(-1, 2**31),
    },
)


@PATIENT
@given(create_fields)
def test_a_created_body_keeps_the_rules_or_does_not_exist(fields: dict[str, Any]) -> None:
    try:
        sent = CreateBody.model_validate(fields).wire()
    except ValidationError:
        return
    assert ("model" in sent) != ("template_id" in sent)
    older = 8 if sent.get("quality") == "1080p" else 10
    assert 1 <= sent.get("duration", 5) <= (15 if sent.get("model") == "v6" else older)
    assert len(sent.get("prompt", "")) <= 2048 or sent["model"] == "v6"
    assert "audio" not in sent or sent["model"] in {"v5.5", "v5.6", "v6"}
    assert "multi_shot" not in sent or sent["model"] == "v6"
    assert "auto_sound" not in sent or sent.get("model", "v5") == "v5"
    assert sent == {key: value for key, value in fields.items() if value is not None}


@PATIENT
@given(st.sampled_from(LEAST), st.dictionaries(st.text(), json_values, max_size=4))
def test_a_body_survives_json_and_refuses_strangers(
    least: tuple[type[Body], dict[str, Any]], strange: dict[str, Any]
) -> None:
    kind, fields = least
    body = kind.model_validate(fields)
    assert kind.model_validate_json(json.dumps(body.wire())) == body
    known = set(kind.model_fields) | {field.alias for field in kind.model_fields.values()}
    if strange.keys() - known:
        with pytest.raises(ValidationError):
            kind.model_validate({**strange, **fields})
