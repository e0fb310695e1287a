"""Bodies of the Platform API: what it takes can be built, what it would refuse cannot, None is absent."""

from __future__ import annotations

import ast
import inspect
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from typing import Any

import pytest
from pydantic import ValidationError

from pixverse.platform import (
    AvatarBody,
    ExtendBody,
    FusionBody,
    ImageBody,
    ImageTemplateBody,
    LipSyncBody,
    MaskSelectionBody,
    MimicBody,
    ModifyBody,
    MultiTransitionBody,
    RestyleBody,
    SoundEffectBody,
    SwapBody,
    Switches,
    TemplateBody,
    TextBody,
    TransitionBody,
    UpscaleBody,
    UsageBody,
)
from pixverse.platform.requests import Body, Generation

BIG = 2**64 - 1
USUAL = Switches()
# What newer sources contradict, or require more of, is out of the way where it is not the subject.
LOOSE = replace(USUAL, extend_requires_seed=False, extend_sends_water_mark=False)

VIDEO = {"prompt": "a cat", "model": "v5.6", "duration": 5, "quality": "540p"}
FUSION = {
    "prompt": "@cat on a sofa",
    "model": "v5",
    "duration": 5,
    "quality": "540p",
    "aspect_ratio": "16:9",
    "image_references": ({"type": "subject", "img_id": BIG, "ref_name": "cat"},),
}
STATIONS = ({"img_id": 1, "duration": 5}, {"img_id": BIG})

LEAST: list[tuple[type[Body], dict[str, Any]]] = [
    (TextBody, {**VIDEO, "aspect_ratio": "16:9"}),
    (ImageBody, {**VIDEO, "img_id": BIG}),
    (ImageTemplateBody, {"template_id": BIG, "img_ids": (BIG,)}),
    (TransitionBody, {**VIDEO, "first_frame_img": BIG, "last_frame_img": 1}),
    (MultiTransitionBody, {"model": "v5", "quality": "540p", "multi_transition": STATIONS}),
    (FusionBody, FUSION),
    (ExtendBody, {**VIDEO, "source_video_id": BIG}),
    (LipSyncBody, {"source_video_id": BIG, "audio_media_id": BIG}),
    (SoundEffectBody, {"video_media_id": BIG}),
    (RestyleBody, {"video_media_id": BIG, "restyle_id": BIG}),
    (MaskSelectionBody, {"source_video_id": BIG}),
    (
        SwapBody,
        {"source_video_id": 1, "keyframe_id": 1, "mask_id": "m", "img_id": 2, "quality": "720p"},
    ),
    (ModifyBody, {"source_video_id": 1, "prompt": "red hair", "quality": "360p"}),
    (MimicBody, {"source_video_id": 1, "img_id": BIG, "quality": "720p"}),
    (UpscaleBody, {"source_video_id": BIG}),
    (AvatarBody, {"img_id": BIG, "quality": "540p", "audio_media_id": BIG}),
]

HOOK = {"webhook_id"}
SOURCE = {"source_video_id", "video_media_id"}
SPEECH = {"lip_sync_tts_content", "lip_sync_tts_speaker_id"}
AFTER_SOUND = SPEECH | {"sound_effect_switch", "sound_effect_content", "lip_sync_tts_switch"}
SOUND = AFTER_SOUND | {"generate_audio_switch"}
COMMON = {"prompt", "model", "duration", "quality", "seed"}
CREATION = (
    COMMON
    | SOUND
    | HOOK
    | {"negative_prompt", "motion_mode", "style", "camera_movement", "water_mark"}
    | {"generate_multi_clip_switch"}
)

FIELDS: list[tuple[type[Body], set[str]]] = [
    (TextBody, CREATION | {"aspect_ratio"}),
    (ImageBody, CREATION | {"img_id"}),
    (
        TemplateBody,
        COMMON
        | AFTER_SOUND
        | HOOK
        | {"template_id", "img_ids", "aspect_ratio", "negative_prompt", "water_mark"},
    ),
    (ImageTemplateBody, HOOK | {"template_id", "img_ids"}),
    (TransitionBody, COMMON | SOUND | HOOK | {"first_frame_img", "last_frame_img", "motion_mode"}),
    (MultiTransitionBody, HOOK | {"multi_transition", "model", "quality"}),
    (
        FusionBody,
        COMMON
        | HOOK
        | {"image_references", "video_references", "reference_mode", "aspect_ratio"}
        | {"generate_audio_switch"},
    ),
    (ExtendBody, COMMON | HOOK | SOURCE | {"motion_mode", "style", "water_mark"}),
    (LipSyncBody, HOOK | SOURCE | SPEECH | {"audio_media_id"}),
    (SoundEffectBody, HOOK | SOURCE | {"original_sound_switch", "sound_effect_content"}),
    (RestyleBody, HOOK | SOURCE | {"restyle_id", "restyle_prompt", "seed"}),
    (MaskSelectionBody, SOURCE | {"keyframe_id"}),
    (
        SwapBody,
        HOOK | SOURCE | {"keyframe_id", "mask_id", "img_id", "quality", "original_sound_switch"},
    ),
    (ModifyBody, HOOK | SOURCE | {"prompt", "quality", "img_ids", "mask_ids", "keyframe_ids"}),
    (MimicBody, HOOK | SOURCE | {"img_id", "quality"}),
    (UpscaleBody, HOOK | SOURCE),
    (AvatarBody, HOOK | SPEECH | {"img_id", "quality", "audio_media_id"}),
    (
        UsageBody,
        {"start_time", "end_time", "limit", "cursor", "credits_status", "creation_type"},
    ),
]


def sent(kind: type[Body], *switches: Switches, **values: Any) -> dict[str, Any]:
    return kind.model_validate(values).wire(*(switches or (LOOSE,)))


def text(**values: Any) -> dict[str, Any]:
    return sent(TextBody, **{**VIDEO, "aspect_ratio": "16:9", **values})


def as_lists(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [as_lists(one) for one in value]
    return {k: as_lists(v) for k, v in value.items()} if isinstance(value, dict) else value


@pytest.mark.parametrize(("kind", "names"), FIELDS)
def test_a_body_has_exactly_the_fields_of_its_endpoint(kind: type[Body], names: set[str]) -> None:
    assert {field.alias or name for name, field in kind.model_fields.items()} == names


@pytest.mark.parametrize(("kind", "given"), LEAST)
def test_the_least_body_sends_only_what_was_set(kind: type[Body], given: dict[str, Any]) -> None:
    assert sent(kind, **given) == as_lists(given)


@pytest.mark.parametrize(("kind", "given"), LEAST)
def test_each_given_field_is_needed_and_no_other_is_known(
    kind: type[Body], given: dict[str, Any]
) -> None:
    for name in given:
        with pytest.raises(ValidationError):
            kind.model_validate({key: value for key, value in given.items() if key != name})
    with pytest.raises(ValidationError):
        kind.model_validate({**given, "off_peak_mode": True})


@pytest.mark.parametrize(("kind", "given"), LEAST)
def test_no_id_is_a_text_or_beyond_64_bits(kind: type[Body], given: dict[str, Any]) -> None:
    for name, value in given.items():
        if name.endswith("_id") and isinstance(value, int):
            for wrong in (str(value), float(value), 0, -1, 2**64):
                with pytest.raises(ValidationError):
                    kind.model_validate({**given, name: wrong})


SOURCED = [(kind, given) for kind, given in LEAST if SOURCE & given.keys()]


@pytest.mark.parametrize(("kind", "given"), SOURCED)
def test_a_video_is_made_here_or_uploaded(kind: type[Body], given: dict[str, Any]) -> None:
    rest = {key: value for key, value in given.items() if key not in SOURCE}
    assert sent(kind, **rest, source_video_id=BIG)["source_video_id"] == BIG
    assert sent(kind, **rest, video_media_id=BIG)["video_media_id"] == BIG
    with pytest.raises(ValidationError):
        kind.model_validate({**rest, "source_video_id": 1, "video_media_id": 2})


def test_every_field_of_a_video_is_sent_by_its_name() -> None:
    given = {
        "prompt": "a cat",
        "model": "v4",
        "duration": 5,
        "quality": "720p",
        "seed": 0,
        "aspect_ratio": "9:16",
        "negative_prompt": "dogs",
        "motion_mode": "fast",
        "camera_movement": "hitchcock",
        "water_mark": False,
        "webhook_id": "w-1",
        "sound_effect_switch": True,
        "sound_effect_content": "purring",
        "lip_sync_tts_switch": True,
        "lip_sync_tts_content": "hello",
        "lip_sync_tts_speaker_id": "3",
    }
    assert text(**given) == given


def test_speech_is_switched_on_by_either_name() -> None:
    words = {"lip_sync_tts_content": "hi", "lip_sync_tts_speaker_id": "1", "model": "v5"}
    given = {**VIDEO, "aspect_ratio": "1:1", **words, "lip_sync_tts_switch": True}
    other = replace(LOOSE, lip_sync_switch="lip_sync_switch")
    body = sent(TextBody, other, **given)
    assert body["lip_sync_switch"] is True
    assert "lip_sync_tts_switch" not in body


@pytest.mark.parametrize(
    "values",
    [
        {"model": "v7"},
        {"prompt": ""},
        {"prompt": "x" * 5001},
        {"negative_prompt": "x" * 2049},
        {"seed": -1},
        {"seed": 2**31},
        {"quality": "1440p"},
        {"duration": "5"},
        {"duration": 0},
        {"model": "v5", "duration": 6},
        {"model": "v5", "duration": 10},
        {"model": "v5.6", "duration": 1},
        {"model": "v5.5", "duration": 10, "quality": "1080p"},
        {"model": "v6", "duration": 16},
        {"aspect_ratio": "21:9"},
        {"aspect_ratio": "5:4"},
        {"motion_mode": "fast"},
        {"model": "v4", "motion_mode": "fast", "duration": 8},
        {"model": "v4", "motion_mode": "fast", "quality": "1080p"},
        {"model": "v5", "motion_mode": "fast"},
        {"style": "anime"},
        {"camera_movement": "moonwalk", "model": "v4"},
        {"generate_audio_switch": True, "model": "v5"},
        {"generate_multi_clip_switch": True, "model": "v5.6"},
        {"generate_multi_clip_switch": True, "model": "c1"},
        {"sound_effect_switch": True},
        {"sound_effect_content": "rain", "model": "v5"},
        {"sound_effect_content": "rain", "sound_effect_switch": False, "model": "v5"},
        {"lip_sync_tts_switch": True, "model": "v5"},
        {"lip_sync_tts_content": "hi", "lip_sync_tts_speaker_id": "1", "model": "v5"},
        {"lip_sync_tts_switch": True, "lip_sync_tts_content": "hi", "model": "v5"},
        {"webhook_id": ""},
    ],
)
def test_what_would_be_refused_cannot_be_built(values: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        text(**values)


@pytest.mark.parametrize(
    "values",
    [
        {"model": "v6", "duration": 15, "aspect_ratio": "21:9", "quality": "1080p"},
        {"model": "c1", "duration": 1, "aspect_ratio": "2:3", "generate_audio_switch": True},
        {"model": "v5.5", "duration": 10, "generate_multi_clip_switch": True},
        {"model": "v5", "duration": 8, "quality": "1080p"},
        {"model": "v3.5", "style": "clay", "motion_mode": "fast"},
        {"model": "v5.6", "motion_mode": "normal", "generate_audio_switch": False},
        {"model": "v4.5", "camera_movement": "fix_bg"},
        {"prompt": "x" * 5000, "webhook_id": BIG},
    ],
)
def test_what_is_taken_can_be_built(values: dict[str, Any]) -> None:
    assert text(**values).items() >= values.items()


def test_an_effect_with_pictures_is_an_image_video() -> None:
    one = TemplateBody(template_id=BIG, img_ids=(BIG,), quality="540p", webhook_id=BIG)
    assert one.endpoint == "/video/img/generate"
    assert one.wire(USUAL) == {
        "template_id": BIG,
        "img_id": BIG,
        "quality": "540p",
        "webhook_id": BIG,
        "prompt": "",
        "model": "v5",
        "duration": 5,
    }
    two = TemplateBody(template_id=1, img_ids=(BIG, 2), quality="540p", sound_effect_switch=True)
    assert two.wire(USUAL) == {
        "template_id": 1,
        "img_ids": [BIG, 2],
        "quality": "540p",
        "prompt": "",
        "model": "v5",
        "duration": 5,
        "sound_effect_switch": True,
    }


def test_an_effect_of_words_is_a_text_video_and_has_a_shape() -> None:
    body = TemplateBody(template_id=1, quality="540p", prompt="a cat", aspect_ratio="1:1")
    assert body.endpoint == "/video/text/generate"
    assert body.wire(USUAL)["aspect_ratio"] == "1:1"
    assert not {"img_id", "img_ids"} & body.wire(USUAL).keys()
    for values in ({}, {"aspect_ratio": "1:1", "img_ids": (1,)}, {"aspect_ratio": "21:9"}):
        with pytest.raises(ValidationError):
            TemplateBody.model_validate({"template_id": 1, "quality": "540p", **values})


def test_a_way_through_pictures_has_a_duration_for_all_but_the_last() -> None:
    def build(*durations: int | None, **values: Any) -> dict[str, Any]:
        stations = tuple({"img_id": n, "duration": d} for n, d in enumerate(durations, 1))
        return sent(
            MultiTransitionBody,
            **{"model": "v4", "quality": "540p", "multi_transition": stations, **values},
        )

    assert build(5, None)["multi_transition"] == [{"img_id": 1, "duration": 5}, {"img_id": 2}]
    assert len(build(*[4] * 7)["multi_transition"]) == 7
    for wrong in ((5,), (None, 5), (0, None), (1,) * 8):
        with pytest.raises(ValidationError):
            build(*wrong)
    with pytest.raises(ValidationError):
        build(5, None, model="v5.5")
    with pytest.raises(ValueError, match="too long"):
        build(30, 1)


def reference(name: str, number: int = 1, kind: str = "subject") -> dict[str, Any]:
    return {"type": kind, "img_id": number, "ref_name": name}


@pytest.mark.parametrize(
    "values",
    [
        {"prompt": "@cat, and @dog"},
        {"prompt": "a sofa under @cat"},
        {"image_references": (reference("cat"), reference("cat", 2))},
        {"image_references": (reference("c" * 31),)},
        {"image_references": (reference("кот"),)},
        {"image_references": (reference("cat", kind="hero"),)},
        {"image_references": ()},
        {"image_references": tuple(reference(f"p{n}") for n in range(4))},
        {"model": "v5.6", "image_references": tuple(reference(f"p{n}") for n in range(8))},
        {"model": "v4"},
        {"model": "v5", "reference_mode": "omni"},
        {"model": "v6", "video_references": ({"ref_name": "v", "video_media_id": 1},)},
        {
            "model": "v6",
            "reference_mode": "omni",
            "video_references": ({"ref_name": "v", "video_media_id": 1, "source_video_id": 2},),
        },
        {
            "model": "v6",
            "reference_mode": "omni",
            "video_references": ({"ref_name": "cat", "video_media_id": 1},),
        },
        {"model": "v5", "generate_audio_switch": True},
        {"aspect_ratio": "3:2"},
        {"duration": 7},
    ],
)
def test_a_fusion_that_would_be_refused_cannot_be_built(values: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        sent(FusionBody, **{**FUSION, **values})


def test_names_that_begin_alike_are_different_names() -> None:
    references = (reference("pic1"), reference("pic10", 2))
    body = sent(FusionBody, **{**FUSION, "prompt": "@pic10 jumps", "image_references": references})
    assert [one["ref_name"] for one in body["image_references"]] == ["pic1", "pic10"]


def test_a_fusion_of_everything_takes_ten_pictures_and_videos() -> None:
    values = {
        "model": "v6",
        "duration": 15,
        "reference_mode": "omni",
        "aspect_ratio": "21:9",
        "image_references": tuple(reference(f"p{n}", BIG - n) for n in range(10)),
        "video_references": ({"ref_name": "walk", "source_video_id": BIG},),
        "prompt": "@p0 walks like @walk does",
    }
    assert sent(FusionBody, **{**FUSION, **values}) == as_lists({**FUSION, **values})


@pytest.mark.parametrize("kind", [LipSyncBody, AvatarBody])
def test_a_voice_is_a_sound_or_words_with_a_speaker(kind: type[Body]) -> None:
    base = {"source_video_id": 1} if kind is LipSyncBody else {"img_id": 1, "quality": "540p"}
    words = {"lip_sync_tts_content": "hi", "lip_sync_tts_speaker_id": "Auto"}
    assert sent(kind, **base, **words) == {**base, **words}
    for wrong in (
        {},
        {"audio_media_id": 1, **words},
        {"lip_sync_tts_content": "hi"},
        {"lip_sync_tts_speaker_id": "1"},
        {"audio_media_id": 1, "lip_sync_tts_content": "hi"},
    ):
        with pytest.raises(ValidationError):
            kind.model_validate({**base, **wrong})


def test_a_restyle_has_a_look_or_words() -> None:
    assert sent(RestyleBody, source_video_id=1, restyle_prompt="oil", seed=3)["seed"] == 3
    for wrong in ({}, {"restyle_id": 1, "restyle_prompt": "oil"}):
        with pytest.raises(ValidationError):
            sent(RestyleBody, source_video_id=1, **wrong)


def test_a_change_by_words_takes_three_pictures_and_three_masks() -> None:
    base = {"source_video_id": 1, "prompt": "@selection0 holds @img0", "quality": "540p"}
    full = {"img_ids": (BIG, 2, 3), "mask_ids": ("a", "b", "c"), "keyframe_ids": (1, 2)}
    assert sent(ModifyBody, **base, **full) == as_lists({**base, **full})
    for wrong in (
        {"img_ids": (1, 2, 3, 4)},
        {"mask_ids": ("1", "2", "3", "4")},
        {"mask_ids": (1,)},
        {"img_ids": ()},
        {"quality": "1080p"},
    ):
        with pytest.raises(ValidationError):
            sent(ModifyBody, **{**base, **wrong})


def test_usage_is_asked_in_utc_and_for_thirty_days_at_most() -> None:
    start = datetime(2026, 1, 1, 3, tzinfo=timezone(timedelta(hours=3)))
    given = {"start_time": start, "end_time": start + timedelta(days=30), "limit": 100}
    assert sent(UsageBody, **given, creation_type=("t2v",), cursor="c") == {
        "start_time": "2026-01-01 00:00:00",
        "end_time": "2026-01-31 00:00:00",
        "limit": 100,
        "creation_type": ["t2v"],
        "cursor": "c",
    }
    for wrong in (
        {"end_time": start + timedelta(days=30, seconds=1)},
        {"end_time": start - timedelta(seconds=1)},
        {"start_time": datetime(2026, 1, 1)},  # noqa: DTZ001
        {"limit": 101},
        {"credits_status": "held"},
    ):
        with pytest.raises(ValidationError):
            sent(UsageBody, **{**given, **wrong})
    assert start.tzinfo is not UTC


def test_an_invalid_body_does_not_quote_its_prompt() -> None:
    with pytest.raises(ValidationError) as raised:
        text(prompt="secret words", model="v5", duration=7)
    assert "secret words" not in str(raised.value)


GENERATIONS = [(kind, given) for kind, given in LEAST if issubclass(kind, Generation)]


@pytest.mark.parametrize(("kind", "given"), GENERATIONS)
def test_a_webhook_is_named_where_that_is_confirmed(
    kind: type[Generation], given: dict[str, Any]
) -> None:
    told = {**given, "webhook_id": "w-1"}
    is_confirmed = kind in {TextBody, ImageBody}
    assert ("webhook_id" in sent(kind, **told)) == is_confirmed
    everywhere = replace(LOOSE, webhook_everywhere=True)
    assert sent(kind, everywhere, **told)["webhook_id"] == "w-1"


EXTEND = {**VIDEO, "source_video_id": 1}
MODIFY = {"source_video_id": 1, "prompt": "red", "quality": "540p"}
LONG = {**VIDEO, "duration": 8, "quality": "1080p"}
SPOKEN = {"source_video_id": 1, "lip_sync_tts_content": "x" * 141, "lip_sync_tts_speaker_id": "1"}
WAY = {
    "model": "v5",
    "quality": "540p",
    "multi_transition": ({"img_id": 1, "duration": 31}, {"img_id": 2}),
}

ALLOWED_BY: list[tuple[type[Body], dict[str, Any], dict[str, Any]]] = [
    (LipSyncBody, SPOKEN, {"longest_speech": 200}),
    (MultiTransitionBody, WAY, {"longest_multi_transition": 31}),
    (
        MimicBody,
        {"source_video_id": 1, "img_id": 1, "quality": "1080p"},
        {"mimic_at_1080p": True},
    ),
    (ExtendBody, EXTEND, {"extend_requires_seed": False}),
    (
        TextBody,
        {**LONG, "model": "v4.5", "aspect_ratio": "1:1"},
        {"eight_seconds_at_1080p": frozenset({"v4.5"})},
    ),
    (
        TransitionBody,
        {**LONG, "model": "v3.5", "first_frame_img": 1, "last_frame_img": 2},
        {"eight_seconds_at_1080p": frozenset({"v3.5"})},
    ),
    (
        ExtendBody,
        {**LONG, "model": "v4", "source_video_id": 1, "seed": 1},
        {"eight_seconds_at_1080p": frozenset({"v4"})},
    ),
    (
        TextBody,
        {**VIDEO, "model": "v5", "camera_movement": "zoom_in", "aspect_ratio": "1:1"},
        {"camera_models": frozenset({"v5"})},
    ),
    (
        ImageBody,
        {**VIDEO, "model": "v3.5", "style": "realistic", "img_id": 1},
        {"styles": frozenset({"realistic"})},
    ),
    (
        ExtendBody,
        {**EXTEND, "model": "v3.5", "style": "realistic", "seed": 1},
        {"styles": frozenset({"realistic"})},
    ),
]

FORBIDDEN_BY: list[tuple[type[Body], dict[str, Any], dict[str, Any]]] = [
    (
        TextBody,
        {**VIDEO, "prompt": "x" * 2049, "aspect_ratio": "1:1"},
        {"longest_prompt": 2048},
    ),
    (ModifyBody, {**MODIFY, "prompt": "x" * 2049}, {"longest_prompt": 2048}),
    (RestyleBody, {"source_video_id": 1, "restyle_prompt": "x" * 2049}, {"longest_prompt": 2048}),
    (FusionBody, {**FUSION, "prompt": "x" * 2049}, {"longest_prompt": 2048}),
    (
        TemplateBody,
        {"template_id": 1, "img_ids": (1,), "quality": "540p", "prompt": "x" * 2049},
        {"longest_prompt": 2048},
    ),
    (
        ImageBody,
        {**VIDEO, "img_id": 1, "negative_prompt": "dogs"},
        {"negative_prompts": False},
    ),
    (
        TemplateBody,
        {"template_id": 1, "img_ids": (1,), "quality": "540p", "negative_prompt": "dogs"},
        {"negative_prompts": False},
    ),
    (FusionBody, FUSION, {"fusion_models": frozenset({"v4.5"})}),
    (SoundEffectBody, {"source_video_id": 1}, {"sound_effect_requires_words": True}),
    (ModifyBody, {**MODIFY, "keyframe_ids": (1, 2)}, {"keyframe_ids": "number"}),
]


@pytest.mark.parametrize(("kind", "given", "changed"), ALLOWED_BY)
def test_what_is_doubtful_is_sent_once_its_switch_is_turned(
    kind: type[Body], given: dict[str, Any], changed: dict[str, Any]
) -> None:
    body = kind.model_validate(given)
    with pytest.raises(ValueError, match=" "):
        body.wire(USUAL)
    assert body.wire(replace(USUAL, **changed)).items() >= as_lists(given).items()


@pytest.mark.parametrize(("kind", "given", "changed"), FORBIDDEN_BY)
def test_what_is_believed_is_not_sent_once_its_switch_is_turned(
    kind: type[Body], given: dict[str, Any], changed: dict[str, Any]
) -> None:
    body = kind.model_validate(given)
    if kind is not TemplateBody:
        assert body.wire(USUAL).items() >= as_lists(given).items()
    with pytest.raises(ValueError, match=" "):
        body.wire(replace(USUAL, **changed))


def test_a_continuation_says_that_it_wants_no_water_mark() -> None:
    assert sent(ExtendBody, USUAL, **EXTEND, seed=1)["water_mark"] is False
    assert sent(ExtendBody, USUAL, **EXTEND, seed=1, water_mark=True)["water_mark"] is True
    silent = replace(USUAL, extend_sends_water_mark=False)
    assert "water_mark" not in sent(ExtendBody, silent, **EXTEND, seed=1)


def test_key_frames_are_a_list_or_a_number() -> None:
    numbered = replace(USUAL, keyframe_ids="number")
    assert sent(ModifyBody, USUAL, **MODIFY, keyframe_ids=(4,))["keyframe_ids"] == [4]
    assert sent(ModifyBody, numbered, **MODIFY, keyframe_ids=(4,))["keyframe_ids"] == 4
    assert "keyframe_ids" not in sent(ModifyBody, numbered, **MODIFY)


def test_every_switch_is_explained() -> None:
    (switches,) = ast.parse(inspect.getsource(Switches)).body
    assert isinstance(switches, ast.ClassDef)
    explained = {
        switch.target.id
        for switch, after in pairwise(switches.body)
        if isinstance(switch, ast.AnnAssign) and isinstance(switch.target, ast.Name)
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
    }
    assert explained == {field.name for field in fields(Switches)}
