"""The body of the paid POST, field by field: absent and false are different things there."""

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.providers.useapi.bodies import body_of
from jobs.capabilities import Mode, Options, Sound, Subject
from jobs.drafts import clip_ways, missing, request_of, with_clip_for, with_voice
from jobs.ids import FileId, JobId, MessageId
from jobs.lifecycle import Job
from jobs.materials import Clip, MadeClip, OwnClip, Picture, Speaker, Speech, Voice
from jobs.requests import ClipRequest, Request, TextRequest
from pixverse.useapi import (
    CreateBody,
    CreateFramesBody,
    CreateFusionBody,
    CreateImagesBody,
    CreateTransitionBody,
)
from tests.offers import EVERYTHING
from tests.unit.bot.useapi_examples import (
    EMAIL,
    SEED,
    VIDEO,
    a_job,
    an_effect,
    chosen,
    effect_request,
    picture_request,
    text,
)
from tests.unit.jobs.strategies import wished

REPLY = "https://bot.example.org/hook/secret"
COMMON = {"email": EMAIL, "replyRef": "ref-1", "seed": SEED}


def wire(job: Job, reply_url: str | None = None) -> dict[str, Any]:
    return body_of(job, reply_url=reply_url).wire()


def test_words_have_a_model_and_a_shape() -> None:
    assert wire(a_job(text(ratio="9:16")), REPLY) == COMMON | {
        "replyUrl": REPLY,
        "model": "v5.6",
        "quality": "540p",
        "duration": 5,
        "aspect_ratio": "9:16",
        "audio": False,
        "prompt": "a red fox",
    }


def test_pixverse_c1_has_shapes_of_its_own() -> None:
    options = Options(model="pixverse-c1", ratio="3:2", quality="720p", duration=8)
    request = TextRequest(options=options, prompt="a heron")
    assert wire(a_job(request)) == COMMON | {
        "model": "pixverse-c1",
        "quality": "720p",
        "duration": 8,
        "aspect_ratio": "3:2",
        "prompt": "a heron",
    }


def test_one_picture_brings_its_own_shape() -> None:
    job = a_job(picture_request(1, quality="1080p", duration=8), uploads=("upload/a.jpg",))
    assert wire(job) == COMMON | {
        "model": "v5.6",
        "quality": "1080p",
        "duration": 8,
        "audio": False,
        "first_frame_path": "upload/a.jpg",
    }


def test_two_pictures_are_the_ends() -> None:
    request = picture_request(2, "dawn to dusk", model="v5-fast", preview=True)
    body = body_of(a_job(request, uploads=("upload/a.jpg", "upload/b.png")), reply_url=None)
    assert isinstance(body, CreateFramesBody)
    assert body.wire() == COMMON | {
        "model": "v5-fast",
        "quality": "540p",
        "duration": 5,
        "preview_mode": True,
        "first_frame_path": "upload/a.jpg",
        "last_frame_path": "upload/b.png",
        "prompt": "dawn to dusk",
    }


def test_two_pictures_are_the_ends_in_the_newest_model_too() -> None:
    request = picture_request(2, "dawn to dusk", model="v6", quality="720p", sound=Sound.ON)
    assert wire(a_job(request, uploads=("a", "b"))) == COMMON | {
        "model": "v6",
        "quality": "720p",
        "duration": 5,
        "audio": True,
        "first_frame_path": "a",
        "last_frame_path": "b",
        "prompt": "dawn to dusk",
    }


def test_one_picture_can_be_in_a_scene_of_words() -> None:
    request = picture_request(1, "@pic1 waves", Mode.FUSION, model="v5", ratio="9:16")
    assert wire(a_job(request, uploads=("a",), seed=999_999)) == COMMON | {
        "seed": 999_999,
        "model": "v5",
        "quality": "540p",
        "duration": 5,
        "aspect_ratio": "9:16",
        "frame_1_path": "a",
        "prompt": "@pic1 waves",
    }


def test_more_pictures_are_stations_with_the_same_words_between_them() -> None:
    request = picture_request(3, "walk on", model="v5", duration=8, sound=Sound.ON)
    body = body_of(a_job(request, uploads=("a", "b", "c")), reply_url=None)
    assert isinstance(body, CreateTransitionBody)
    assert body.wire() == COMMON | {
        "model": "v5",
        "quality": "540p",
        "auto_sound": True,
        "frame_1_path": "a",
        "frame_2_path": "b",
        "frame_3_path": "c",
        "duration_1_to_2": "8",
        "duration_2_to_3": "8",
        "prompt_1_to_2": "walk on",
        "prompt_2_to_3": "walk on",
    }


def test_an_effect_names_no_model_no_length_and_no_shape() -> None:
    job = a_job(effect_request(preview=True, duration=8), uploads=("upload/a.jpg",))
    assert wire(job) == COMMON | {
        "template_id": 384_000_000_000_001,
        "quality": "540p",
        "first_frame_path": "upload/a.jpg",
    }


def test_an_effect_with_two_pictures_takes_both() -> None:
    request = effect_request(an_effect(pictures=2), prompt="gently")
    body = wire(a_job(request, uploads=("a", "b")))
    assert (body["first_frame_path"], body["last_frame_path"], body["prompt"]) == (
        "a",
        "b",
        "gently",
    )


def test_an_effect_that_may_play_with_more_than_two_has_them_numbered() -> None:
    request = effect_request(an_effect(pictures=4))
    body = wire(a_job(request, uploads=("a", "b", "c", "d")))
    assert [body[f"frame_{n}_path"] for n in (1, 2, 3, 4)] == ["a", "b", "c", "d"]
    two = request.model_copy(update={"pictures": request.pictures[:2]})
    body = wire(a_job(two, uploads=("a", "b")))
    assert (body["frame_1_path"], body["frame_2_path"]) == ("a", "b")
    assert not {"first_frame_path", "last_frame_path"} & body.keys()


@pytest.mark.parametrize(("model", "name"), [("v5", "pic"), ("pixverse-c1", "image")])
def test_pictures_are_named_as_the_model_names_them(model: str, name: str) -> None:
    words = "@pic1 rides @Pic2, @image1 smiles"
    request = picture_request(2, words, Mode.FUSION)
    options = request.options.model_copy(update={"model": model})
    request = request.model_copy(update={"options": options})
    body = wire(a_job(request, uploads=("a", "b"), seed=999_999))
    assert body["prompt"] == f"@{name}1 rides @{name}2, @{name}1 smiles"
    assert (body["model"], body["seed"]) == (model, 999_999)


@pytest.mark.parametrize(
    ("sound", "sent"),
    [(Sound.AUTO, {}), (Sound.ON, {"auto_sound": True}), (Sound.OFF, {"auto_sound": False})],
)
def test_an_effects_own_sound_is_kept_added_or_stripped(
    sound: Sound, sent: dict[str, bool]
) -> None:
    body = wire(a_job(effect_request(sound=sound), uploads=("a",)))
    assert {key: body[key] for key in ("auto_sound", "audio") if key in body} == sent


@pytest.mark.parametrize(
    ("model", "sound", "sent"),
    [
        ("v6", Sound.ON, {"audio": True}),
        ("v5.6", Sound.ON, {"audio": True}),
        ("v5.5", Sound.OFF, {"audio": False}),
        ("v5", Sound.ON, {"auto_sound": True}),
        ("v5", Sound.OFF, {}),
        ("v5-fast", Sound.ON, {}),
    ],
)
def test_each_model_has_its_own_word_for_sound(
    model: str, sound: Sound, sent: dict[str, bool]
) -> None:
    body = wire(a_job(text(model=model, sound=sound)))
    assert {key: body[key] for key in ("auto_sound", "audio") if key in body} == sent


def test_off_peak_jobs_ask_for_no_report() -> None:
    body = wire(a_job(text(off_peak=True)), REPLY)
    assert body["off_peak_mode"] is True
    assert "replyUrl" not in body


def test_uploads_that_do_not_fit_are_no_request() -> None:
    for request in (picture_request(1), picture_request(2), picture_request(3), effect_request()):
        with pytest.raises(ValueError, match=r"\w"):
            body_of(a_job(request, uploads=()), reply_url=None)


@st.composite
def requests(draw: st.DrawFn) -> Request:
    """What any draft leads to that lacks nothing, some of them with a video of somebody's own."""
    draft = draw(wished())
    if draw(st.booleans()):
        own = OwnClip(file_id=FileId("v"), message_id=MessageId(60), seconds=5)
        mode = draw(st.sampled_from(clip_ways(own, EVERYTHING)))
        draft = with_clip_for(draft, own, mode, EVERYTHING)
        if mode is Mode.LIPSYNC:
            draft = with_voice(
                draft, Voice(file_id=FileId("s"), message_id=MessageId(61)), EVERYTHING
            )
    assume(missing(draft, EVERYTHING) is None)
    return request_of(draft, EVERYTHING)


@settings(max_examples=300)
@given(requests(), st.integers(1, 999_999))
def test_every_request_that_can_be_built_can_be_sent(request: Request, seed: int) -> None:
    number = 0 if isinstance(request, TextRequest) else len(request.pictures)
    if isinstance(request, ClipRequest):
        number += 1 + (request.voice is not None)
    uploads = tuple(f"upload/{n}.jpg" for n in range(number))
    body = body_of(a_job(request, uploads=uploads, seed=seed), reply_url=REPLY)
    sent = body.wire()
    assert sent.get("seed", seed) == seed
    assert not {"audio", "auto_sound"} <= sent.keys()
    assert not {"model", "template_id"} <= sent.keys()
    shaped = isinstance(body, CreateBody | CreateFusionBody | CreateImagesBody)
    assert shaped or "aspect_ratio" not in sent
    assert all(path in sent.values() for path in uploads)


MADE = MadeClip(job_id=JobId(1), video_id=VIDEO, account=EMAIL, model="v5", seconds=5)
OWN = OwnClip(file_id=FileId("v"), message_id=MessageId(1), seconds=5)
JAMES = Speech(words="Good night", speaker=Speaker(id="2", name="James"))


@pytest.mark.parametrize(
    ("clip", "mode", "options", "more", "sent"),
    [
        (
            MADE,
            Mode.EXTEND,
            {"model": "v6", "quality": "1080p", "duration": 12, "sound": Sound.ON},
            {"prompt": "it runs"},
            {
                "seed": SEED,
                "video_id": VIDEO,
                "model": "v6",
                "quality": "1080p",
                "duration": 12,
                "audio": True,
                "prompt": "it runs",
            },
        ),
        (
            OWN,
            Mode.EXTEND,
            {"model": "v5.5", "quality": "720p", "duration": 8},
            {},
            {
                "seed": SEED,
                "video_path": "upload/v.mp4",
                "model": "v5.5",
                "quality": "720p",
                "duration": 8,
            },
        ),
        (
            OWN,
            Mode.MODIFY,
            {"model": "v5.5", "quality": "720p", "off_peak": True},
            {"prompt": "at night"},
            {
                "seed": SEED,
                "video_path": "upload/v.mp4",
                "model": "v5.5",
                "quality": "720p",
                "off_peak_mode": True,
                "prompt": "at night",
            },
        ),
        (
            MADE,
            Mode.LIPSYNC,
            {"keep_sound": False},
            {"speech": JAMES},
            {
                "video_id": VIDEO,
                "prompt": "Good night",
                "speaker_id": "2",
                "original_sound_switch": False,
            },
        ),
        (
            OWN,
            Mode.LIPSYNC,
            {"keep_sound": True},
            {"speech": JAMES},
            {
                "video_path": "upload/v.mp4",
                "prompt": "Good night",
                "speaker_id": "2",
                "original_sound_switch": True,
            },
        ),
        (
            OWN,
            Mode.LIPSYNC,
            {"keep_sound": True},
            {"voice": Voice(file_id=FileId("s"), message_id=MessageId(2))},
            {
                "video_path": "upload/v.mp4",
                "audio_path": "upload/s.mp3",
                "original_sound_switch": True,
            },
        ),
    ],
)
def test_what_is_done_with_a_video(
    clip: Clip, mode: Mode, options: dict[str, Any], more: dict[str, Any], sent: dict[str, Any]
) -> None:
    wish = chosen(Subject(mode, seconds=5), **options)
    uploads = () if clip is MADE else ("upload/v.mp4",)
    if "voice" in more:
        uploads = (*uploads, "upload/s.mp3")
    request = ClipRequest(options=wish, mode=mode, clip=clip, **more)
    common = {"email": EMAIL, "replyRef": "ref-1"}
    assert wire(a_job(request, uploads=uploads)) == common | sent


def test_more_pixels_are_asked_for_by_the_video_alone() -> None:
    request = ClipRequest(options=chosen(Subject(Mode.UPSCALE)), mode=Mode.UPSCALE, clip=MADE)
    assert wire(a_job(request), REPLY) == {
        "replyRef": "ref-1",
        "replyUrl": REPLY,
        "video_id": VIDEO,
    }


def test_a_picture_moves_like_a_video_that_was_sent() -> None:
    request = ClipRequest(
        options=Options(model="v5.6", quality="720p", off_peak=False),
        mode=Mode.MOTION,
        clip=OwnClip(file_id=FileId("v"), message_id=MessageId(1), seconds=5),
        pictures=(Picture(file_id=FileId("p"), message_id=MessageId(2)),),
    )
    job = a_job(request, uploads=("upload/who.jpg", "upload/how.mp4"))
    assert wire(job) == {
        "email": EMAIL,
        "replyRef": "ref-1",
        "model": "v5.6",
        "quality": "720p",
        "frame_1_path": "upload/who.jpg",
        "video_1_path": "upload/how.mp4",
    }
