"""Drafts that swap somebody in a video, and pictures that come before, with or after the video."""

import pytest

from bot.providers.pixverse.capabilities import OFFER
from jobs import drafts as writing
from jobs.capabilities import Mode
from jobs.drafts import ClipDraft, Draft, PictureDraft, TextDraft
from jobs.errors import Missing, NotForClip
from jobs.habits import Question
from jobs.ids import AccountId, FileId, MessageId
from jobs.materials import Look, OwnClip, Part, Picture, Target
from jobs.requests import ClipRequest, owner_of_source

FILM = OwnClip(file_id=FileId("v"), message_id=MessageId(5), seconds=6)
STUDIO = AccountId("studio")
TARGET = Target(part=Part(id="7", kind="person", frame=1), account=STUDIO, uploads=("99",))
HABITS = {Question.CLIP: Mode.EXTEND}


def photo(number: int) -> Picture:
    return Picture(file_id=FileId(f"f{number}"), message_id=MessageId(number))


def blank() -> TextDraft:
    return TextDraft(options=OFFER.start)


def with_photo(draft: Draft, number: int = 1) -> Draft:
    return writing.with_picture(draft, photo(number), OFFER, {})


def filmed(draft: Draft) -> ClipDraft:
    grown = writing.with_clip(draft, FILM, OFFER, HABITS)
    assert isinstance(grown, ClipDraft)
    return grown


def with_mode(draft: Draft, mode: Mode) -> ClipDraft:
    changed = writing.with_clip_mode(draft, mode, OFFER)
    assert isinstance(changed, ClipDraft)
    return changed


def test_a_photo_that_came_first_is_kept_and_asked_about_whatever_is_usual() -> None:
    draft = filmed(with_photo(blank()))
    assert (draft.mode, draft.spare, draft.asked) == (None, photo(1), None)
    assert set(writing.asked_ways(draft, OFFER)[:2]) == {Mode.PARTS, Mode.MOTION}
    assert filmed(blank()).mode is Mode.EXTEND, "alone it is what it always is"


def test_a_photo_goes_where_the_mode_has_a_place_for_it_and_comes_back() -> None:
    moving = with_mode(with_photo(filmed(with_photo(blank())), 2), Mode.MOTION)
    assert (moving.pictures, moving.spare) == ((photo(2),), None)
    longer = with_mode(moving, Mode.EXTEND)
    assert (longer.pictures, longer.spare) == ((), photo(2))
    request = writing.request_of(longer.model_copy(update={"prompt": "on"}), OFFER)
    assert isinstance(request, ClipRequest)
    assert (request.pictures, request.spare) == ((), None)
    assert with_mode(longer, Mode.MOTION).pictures == (photo(2),)


def test_a_photo_for_a_video_that_goes_on_is_something_new() -> None:
    draft = with_photo(with_mode(filmed(blank()), Mode.EXTEND))
    assert isinstance(draft, PictureDraft)


def test_nothing_is_swapped_before_it_was_found() -> None:
    assert Mode.SWAP not in writing.clip_ways(FILM, OFFER)
    with pytest.raises(NotForClip):
        with_mode(filmed(blank()), Mode.SWAP)
    looking = with_mode(filmed(blank()), Mode.PARTS)
    assert writing.missing(looking, OFFER) is None
    assert writing.price_of(looking, OFFER).credits == 2


def test_the_photo_of_before_takes_the_place_of_what_was_found() -> None:
    looking = writing.request_of(with_mode(filmed(with_photo(blank())), Mode.PARTS), OFFER)
    assert isinstance(looking, ClipRequest)
    assert (looking.pictures, looking.spare, looking.target) == ((), photo(1), None)
    draft = writing.with_target(blank(), looking.clip, TARGET, looking.spare, OFFER)
    swap = writing.request_of(draft, OFFER)
    assert isinstance(swap, ClipRequest)
    assert (swap.pictures, swap.target) == ((photo(1),), TARGET)
    assert owner_of_source(swap) == STUDIO, "what was found is known there only"
    again = writing.draft_of(swap, OFFER.start)
    assert writing.request_of(again, OFFER) == swap


def test_a_swap_waits_for_its_photo() -> None:
    draft = writing.with_target(blank(), FILM, TARGET, None, OFFER)
    assert writing.missing(draft, OFFER) is Missing.FIRST_PICTURE
    assert writing.missing(with_photo(draft), OFFER) is None
    other = writing.with_target(with_photo(draft), FILM, TARGET, photo(9), OFFER)
    assert writing.pictures_of(other) == (photo(1),), "the newer one stays"


def test_a_style_or_words() -> None:
    draft = with_mode(filmed(blank()), Mode.RESTYLE)
    assert writing.missing(draft, OFFER) is Missing.LOOK
    ink = Look(id="346928114203521", name="Ink")
    styled = writing.with_look(draft, ink, OFFER)
    request = writing.request_of(styled, OFFER)
    assert isinstance(request, ClipRequest)
    assert (request.look, request.prompt) == (ink, None)
    worded = writing.with_words(styled, "all of glass", MessageId(3), OFFER, None)
    request = writing.request_of(worded, OFFER)
    assert isinstance(request, ClipRequest)
    assert (request.look, request.prompt) == (None, "all of glass")
