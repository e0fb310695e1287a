"""New pictures as drafts: words become one or a video again, with photos to go by or without."""

from dataclasses import replace

import pytest

from bot.providers.registry import PROVIDERS
from jobs import drafts as writing
from jobs.capabilities import Field, Mode, Options
from jobs.drafts import ClipDraft, Draft, PictureDraft, TextDraft
from jobs.errors import Incomplete, Missing, NotAChoice, PromptTooLong, TooManyPictures
from jobs.habits import Question
from jobs.ids import AccountId, FileId, JobId, MessageId, VideoId
from jobs.lifecycle import FileKind, Job, Result, Sent
from jobs.made import made_picture, result_ways
from jobs.materials import OwnClip, Part, Picture
from jobs.requests import PictureRequest, makes_image
from tests.offers import OFFER, START
from tests.unit.bot.useapi_examples import effect_request
from tests.unit.jobs.strategies import queued_job

ON = OFFER.tuned(hidden=(), shown=("still",))
FOX = TextDraft(options=START, prompt="a fox")


def photo(number: int) -> Picture:
    return Picture(file_id=FileId(f"file{number}"), message_id=MessageId(number))


def a_still(pictures: int = 0) -> Draft:
    draft = writing.with_way(FOX, Mode.STILL, ON)
    for number in range(pictures):
        draft = writing.with_picture(draft, photo(number), ON, {})
    return draft


def way_of(draft: Draft) -> Mode:
    return writing.subject_of(draft).mode


def model_of(draft: Draft) -> str | None:
    return writing.request_of(draft, ON).options.model


def test_words_are_enough_and_only_what_the_model_takes_is_asked_for() -> None:
    request = writing.request_of(a_still(), ON)
    assert isinstance(request, PictureRequest)
    assert (request.way, request.pictures, request.prompt) == (Mode.STILL, (), "a fox")
    assert request.options == Options(model="qwen-image", quality="720p", ratio="16:9")
    assert makes_image(request)
    nano = writing.with_option(a_still(), Field.MODEL, "nano-banana", ON)
    assert writing.request_of(nano, ON).options == Options(model="nano-banana", ratio="16:9")


def test_without_words_there_is_nothing_to_show() -> None:
    silent = writing.with_way(TextDraft(options=START), Mode.STILL, ON)
    assert writing.missing(silent, ON) is Missing.PROMPT
    with pytest.raises(Incomplete):
        writing.request_of(silent, ON)
    with pytest.raises(PromptTooLong):
        writing.with_prompt(silent, "x" * 2049, MessageId(1), ON)


def test_words_that_only_a_video_takes_are_too_long() -> None:
    long = FOX.model_copy(update={"prompt": "x" * 5000, "options": Options(model="v6")})
    with pytest.raises(PromptTooLong):
        writing.with_way(long, Mode.STILL, ON)


def test_a_video_of_the_same_words_is_what_the_person_usually_makes() -> None:
    """The price of a picture says nothing about the quality that a video is wanted in."""
    defaults = Options(model="v6", quality="1080p")
    slow = FOX.model_copy(update={"options": START.model_copy(update={"duration": 8})})
    there = writing.with_way(slow, Mode.STILL, ON, defaults)
    back = writing.with_way(there, Mode.TEXT, ON, defaults)
    assert isinstance(back, TextDraft)
    chosen = back.options
    assert (chosen.model, chosen.quality, chosen.duration) == ("v6", "1080p", 8)
    moved = writing.with_way(a_still(1), Mode.IMAGE, ON, defaults)
    assert (moved.options.model, moved.options.quality) == ("v6", "1080p")


def test_it_stays_a_picture_while_photos_come_and_go() -> None:
    draft = a_still(2)
    assert (way_of(draft), len(writing.pictures_of(draft))) == (Mode.STILL, 2)
    draft = writing.without_picture(draft, 0, ON, {Question.ONE_PICTURE: Mode.IMAGE})
    assert way_of(draft) is Mode.STILL
    draft = writing.without_pictures(draft, ON)
    assert isinstance(draft, PictureDraft)
    assert draft.pictures == ()


def test_what_nobody_chose_is_a_video_again_without_its_photos() -> None:
    habits = {Question.ONE_PICTURE: Mode.STILL}
    usual = writing.with_picture(FOX, photo(1), ON, habits)
    assert way_of(usual) is Mode.STILL
    assert isinstance(writing.without_pictures(usual, ON), TextDraft)


def test_more_photos_take_a_model_that_goes_by_so_many() -> None:
    each = [model_of(a_still(number)) for number in (3, 4, 6, 7, 14)]
    assert each == ["qwen-image", *["seedream-4.5"] * 2, *["seedream-5.0-lite"] * 2]
    with pytest.raises(TooManyPictures):
        a_still(15)


@pytest.mark.parametrize("draft", [FOX, writing.with_picture(FOX, photo(1), OFFER, {})])
def test_where_it_is_off_nothing_becomes_a_picture(draft: Draft) -> None:
    assert Mode.STILL not in writing.ways_of(draft, OFFER)
    with pytest.raises(NotAChoice):
        writing.with_way(draft, Mode.STILL, OFFER)
    with pytest.raises(NotAChoice):
        writing.request_of(a_still(), OFFER)
    assert writing.ways_of(a_still(), OFFER) == (Mode.TEXT,), "and back there is a way"


def test_only_words_and_photos_have_ways() -> None:
    clip = ClipDraft(options=START, clip=OwnClip(file_id=FileId("f"), message_id=MessageId(1)))
    assert writing.ways_of(clip, ON) == ()
    assert writing.ways_of(FOX, ON) == (Mode.TEXT, Mode.STILL)
    with pytest.raises(NotAChoice):
        writing.with_way(a_still(1), Mode.TEXT, ON)


@pytest.mark.parametrize("way", [Mode.IMAGE, Mode.FUSION, Mode.TRANSITION])
def test_every_other_way_needs_a_photo(way: Mode) -> None:
    with pytest.raises(ValueError, match="no picture"):
        PictureRequest(options=START, way=way, pictures=(), prompt="a fox")


@pytest.mark.parametrize("name", PROVIDERS)
def test_a_draft_from_another_provider_is_shown_and_not_started(name: str) -> None:
    offer = PROVIDERS[name].offer.tuned(hidden=("motion", "still"))
    own = OwnClip(file_id=FileId("f"), message_id=MessageId(1))
    silent = writing.with_way(TextDraft(options=START), Mode.STILL, ON)
    for draft in (silent, ClipDraft(options=START, clip=own, mode=Mode.MOTION)):
        writing.missing(draft, offer)
        writing.price_of(draft, offer)
        with pytest.raises(NotAChoice):
            writing.request_of(draft, offer)


# what comes of it


def finished(**result: object) -> Job:
    return replace(
        queued_job(),
        id=JobId(7),
        request=effect_request(),
        video_id=VideoId("user:1-pixverse:a@b.c-image:7"),
        account=AccountId("a@b.c"),
        result=Result.model_validate({"url": "https://e.com/p.png", "is_image": True, **result}),
        sent=Sent(file_id=FileId("photo"), kind=FileKind.PHOTO),
    )


def test_a_finished_picture_is_like_one_that_was_sent() -> None:
    picture = made_picture(finished(), MessageId(9))
    assert picture == Picture(file_id=FileId("photo"), message_id=MessageId(9))
    assert result_ways(finished(), ON) == (Mode.IMAGE, Mode.STILL)
    assert result_ways(finished(), OFFER) == (Mode.IMAGE,)


def test_what_is_no_picture_any_more_or_shows_parts_of_a_video_is_none() -> None:
    gone = replace(finished(), deleted_at=queued_job().queued_at)
    parts = finished(parts=(Part(id="1", kind="person", frame=1),))
    for job in (gone, parts, finished(is_image=False), replace(finished(), result=None)):
        assert made_picture(job, MessageId(9)) is None
        assert Mode.IMAGE not in result_ways(job, ON)
    assert made_picture(replace(finished(), sent=None), MessageId(9)) is None
