"""A draft grows by what a person sends, and becomes a request only when nothing is missing."""

import pytest
from hypothesis import given
from pydantic import TypeAdapter

from jobs import drafts as writing
from jobs.capabilities import Field, Mode, Sound
from jobs.drafts import Draft, EffectDraft, PictureDraft, TextDraft
from jobs.effects import Effect
from jobs.errors import EmptyPrompt, Incomplete, Missing, NotAChoice, PromptTooLong, TooManyPictures
from jobs.ids import EffectId, FileId, MessageId
from jobs.materials import Picture
from jobs.requests import Request
from tests.offers import OFFER, START
from tests.unit.jobs.strategies import drafts

HUG = Effect(id=EffectId(1), name="Hug", pictures=2, qualities=("720p",), credits=40)


def photo(number: int, album: str | None = None) -> Picture:
    return Picture(file_id=FileId(f"file{number}"), message_id=MessageId(number), album=album)


def numbers(draft: Draft) -> list[int]:
    return [picture.message_id for picture in writing.pictures_of(draft)]


def grown(draft: Draft, *pictures: Picture) -> Draft:
    for picture in pictures:
        draft = writing.with_picture(draft, picture, OFFER, {})
    return draft


def test_words_are_all_that_a_text_needs() -> None:
    empty = TextDraft(options=START)
    assert writing.missing(empty, OFFER) is Missing.PROMPT
    with pytest.raises(Incomplete):
        writing.request_of(empty, OFFER)
    said = writing.with_prompt(empty, "  a cat ", MessageId(5), OFFER)
    assert writing.request_of(said, OFFER).prompt == "a cat"
    assert said.prompt_message == 5


@pytest.mark.parametrize("blank", ["", "   ", "\u200b\u200b", "\n\t", "\u2060"])
def test_blanks_are_no_words(blank: str) -> None:
    with pytest.raises(EmptyPrompt):
        writing.with_prompt(TextDraft(options=START), blank, MessageId(1), OFFER)


def test_words_are_counted_in_code_points() -> None:
    longest = "😀" * 2048
    assert (
        writing.with_prompt(TextDraft(options=START), longest, MessageId(1), OFFER).prompt
        == longest
    )
    with pytest.raises(PromptTooLong) as refusal:
        writing.with_prompt(TextDraft(options=START), longest + "!", MessageId(1), OFFER)
    assert (refusal.value.length, refusal.value.limit) == (2049, 2048)


def test_an_album_keeps_the_order_in_which_it_was_sent() -> None:
    draft = grown(TextDraft(options=START), photo(12, "a"), photo(11, "a"), photo(13, "a"))
    assert numbers(draft) == [11, 12, 13]


def test_single_photos_keep_the_order_in_which_they_came() -> None:
    swapped = writing.swapped(grown(TextDraft(options=START), photo(1), photo(2)))
    assert numbers(swapped) == [2, 1]
    assert numbers(grown(swapped, photo(3))) == [2, 1, 3]


def test_a_new_album_takes_the_place_of_old_pictures() -> None:
    draft = grown(TextDraft(options=START), photo(1), photo(12, "a"), photo(13, "a"))
    assert numbers(draft) == [12, 13]


def test_the_same_photo_twice_is_one() -> None:
    assert numbers(grown(TextDraft(options=START), photo(1), photo(1))) == [1]


def test_seven_pictures_are_enough() -> None:
    full = grown(TextDraft(options=START), *map(photo, range(1, 8)))
    with pytest.raises(TooManyPictures):
        writing.with_picture(full, photo(8), OFFER, {})


def test_pictures_change_what_can_be_chosen() -> None:
    words = TextDraft(options=START.model_copy(update={"duration": 10}))
    three = grown(words, photo(1), photo(2), photo(3))
    assert (three.options.model, three.options.duration) == ("v5", 8)
    assert writing.subject_of(three).mode is Mode.TRANSITION


def test_an_effect_for_two_asks_for_both() -> None:
    draft = writing.with_effect(TextDraft(prompt="hi", options=START), HUG, OFFER)
    assert writing.missing(draft, OFFER) is Missing.FIRST_PICTURE
    draft = grown(draft, photo(1))
    assert writing.missing(draft, OFFER) is Missing.NEXT_PICTURE
    draft = grown(draft, photo(2))
    assert writing.missing(draft, OFFER) is None
    assert draft.options.sound is Sound.AUTO
    assert writing.price_of(draft, OFFER).credits == 40


def test_a_full_effect_takes_a_new_photo_for_its_last() -> None:
    full = grown(
        writing.with_effect(TextDraft(options=START), HUG, OFFER), photo(1), photo(2), photo(3)
    )
    assert numbers(full) == [1, 3]


def test_without_its_effect_a_draft_is_a_plain_video() -> None:
    full = grown(
        writing.with_effect(TextDraft(prompt="hi", options=START), HUG, OFFER), photo(1), photo(2)
    )
    plain = writing.without_effect(full, OFFER, {})
    assert isinstance(plain, PictureDraft)
    assert (plain.prompt, plain.options.sound) == ("hi", Sound.OFF)


def test_what_is_not_offered_is_refused() -> None:
    with pytest.raises(NotAChoice):
        writing.with_option(
            writing.with_effect(TextDraft(options=START), HUG, OFFER), Field.MODEL, "v5", OFFER
        )


@given(drafts())
def test_a_stored_draft_is_the_same_draft(draft: Draft) -> None:
    adapter: TypeAdapter[Draft] = TypeAdapter(Draft)
    assert adapter.validate_json(adapter.dump_json(draft)) == draft


@given(drafts())
def test_change_fills_in_what_generate_took(draft: Draft) -> None:
    if writing.missing(draft, OFFER) is not None:
        return
    request: Request = writing.request_of(draft, OFFER)
    again = writing.draft_of(request, START)
    assert writing.request_of(again, OFFER) == request
    assert writing.pictures_of(again) == writing.pictures_of(draft)
    assert isinstance(again, EffectDraft) == isinstance(draft, EffectDraft)
