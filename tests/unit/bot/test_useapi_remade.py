"""Lip sync and upscaling have no seed: what they were made from tells them among others, or nothing does."""

from typing import Any

import pytest

from bot.providers.useapi.search import Match, compare
from jobs.capabilities import Mode, Options
from jobs.ids import AccountId, FileId, JobId, MessageId, VideoId
from jobs.lifecycle import Job
from jobs.materials import MadeClip, OwnClip, Picture, Speaker, Speech, Voice
from jobs.requests import ClipRequest
from tests.unit.bot.useapi_examples import a_job, row

SOURCE = VideoId("user:7-pixverse:jo+cat@example.org-video:361204882190124")
MADE = MadeClip(job_id=JobId(9), video_id=SOURCE, account=AccountId("jo+cat@example.org"))
OWN = OwnClip(file_id=FileId("v"), message_id=MessageId(1), seconds=5)
VOICE = Voice(file_id=FileId("s"), message_id=MessageId(2), seconds=3)
SPEECH = Speech(words="Good morning", speaker=Speaker(id="2", name="James"))
CLIP, SOUND = "upload/clip.mp4", "upload/voice.mp3"
UPSCALED = {"seed": 99, "upscaled": 1, "lip_sync_switch": 0}
SPOKEN = {"seed": 99, "upscaled": 0, "lip_sync_switch": 1}


def upscaling() -> Job:
    return a_job(ClipRequest(options=Options(), mode=Mode.UPSCALE, clip=MADE))


def lipsync(*, own: bool = False, voice: bool = True) -> Job:
    request = ClipRequest(
        options=Options(),
        mode=Mode.LIPSYNC,
        clip=OWN if own else MADE,
        voice=VOICE if voice else None,
        speech=None if voice else SPEECH,
    )
    return a_job(request, uploads=(CLIP,) * own + (SOUND,) * voice)


@pytest.mark.parametrize(
    ("fields", "match"),
    [
        (UPSCALED | {"original_video_id": SOURCE}, Match.OURS),
        (UPSCALED | {"original_video_id": 361204882190124}, Match.OURS),
        ({"seed": 99, "original_video_id": SOURCE}, Match.OURS),
        (UPSCALED | {"original_video_id": SOURCE, "created_at": None}, Match.OURS),
        (UPSCALED | {"original_video_id": 361204882190999}, Match.ANOTHER),
        (
            UPSCALED | {"original_video_id": SOURCE, "created_at": "2026-11-21T11:58Z"},
            Match.ANOTHER,
        ),
        (UPSCALED | {"original_video_id": 0}, Match.UNCLEAR),
        (UPSCALED, Match.UNCLEAR),
        (SPOKEN | {"original_video_id": SOURCE}, Match.UNCLEAR),
        (SPOKEN | {"original_video_id": 0}, Match.ANOTHER),
        ({"seed": 99}, Match.UNCLEAR),
        (UPSCALED | {"original_video_id": SOURCE, "video_id": ""}, Match.UNCLEAR),
    ],
)
def test_an_upscaled_video_is_known_by_its_source(fields: dict[str, Any], match: Match) -> None:
    assert compare(upscaling(), row(**fields)) is match


@pytest.mark.parametrize(
    ("paths", "match"),
    [
        ({"customer_video_path": CLIP, "lip_sync_audio_path": SOUND}, Match.OURS),
        ({"customer_video_path": CLIP}, Match.OURS),
        ({"customer_video_path": CLIP, "customer_lip_sync_audio_path": SOUND}, Match.OURS),
        ({"customer_video_path": CLIP, "lip_sync_audio_path": "upload/x.mp3"}, Match.ANOTHER),
        ({"customer_video_path": "upload/x.mp4"}, Match.ANOTHER),
        ({}, Match.UNCLEAR),
    ],
)
def test_an_own_video_is_known_by_where_it_was_uploaded(
    paths: dict[str, str], match: Match
) -> None:
    assert compare(lipsync(own=True), row(**SPOKEN, customer_paths=paths)) is match


@pytest.mark.parametrize(
    ("told", "match"),
    [
        ({"lip_sync_tts_content": "good  MORNING", "lip_sync_tts_speaker_id": 2}, Match.OURS),
        ({"lip_sync_tts_content": "Good morning"}, Match.OURS),
        ({"lip_sync_tts_content": "Good night", "lip_sync_tts_speaker_id": "2"}, Match.ANOTHER),
        ({"lip_sync_tts_content": "Good morning", "lip_sync_tts_speaker_id": "1"}, Match.ANOTHER),
        ({}, Match.OURS),
        (None, Match.OURS),
    ],
)
def test_words_tell_one_speech_from_another(told: dict[str, Any] | None, match: Match) -> None:
    shown = row(**SPOKEN, original_video_id=SOURCE, customer_paths=told)
    assert compare(lipsync(voice=False), shown) is match


def test_the_template_of_the_first_video_does_not_disturb() -> None:
    request = ClipRequest(
        options=Options(model="v5.5"), mode=Mode.EXTEND, clip=MADE, prompt="on it goes"
    )
    shown = row(prompt="on it goes", template_id=384_000_000_000_001)
    assert compare(a_job(request), shown) is Match.OURS


@pytest.mark.parametrize(
    ("paths", "match"),
    [
        ({"customer_video_path": CLIP}, Match.OURS),
        ({"customer_video_path": "upload/x.mp4"}, Match.ANOTHER),
        ({}, Match.UNCLEAR),
    ],
)
def test_a_picture_that_moves_is_known_by_the_video_that_it_moves_like(
    paths: dict[str, str], match: Match
) -> None:
    request = ClipRequest(
        options=Options(),
        mode=Mode.MOTION,
        clip=OWN,
        pictures=(Picture(file_id=FileId("p"), message_id=MessageId(3)),),
    )
    job = a_job(request, uploads=("upload/who.jpg", CLIP))
    assert compare(job, row(seed=99, customer_paths=paths)) is match
