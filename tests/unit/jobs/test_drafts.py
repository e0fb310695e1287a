"""A draft grows by what a person sends, and becomes a request only when nothing is missing."""

import pytest
from hypothesis import given
from pydantic import TypeAdapter

from jobs import drafts as writing
from jobs.capabilities import Field, Mode, Sound
from jobs.drafts import Draft, EffectDraft, PictureDraft, TextDraft, VoiceDraft
from jobs.effects import Effect
from jobs.errors import (
    EmptyPrompt,
    Incomplete,
    Missing,
    NotAChoice,
    NotASeed,
    PromptTooLong,
    TooManyPictures,
)
from jobs.habits import Question
from jobs.ids import EffectId, FileId, MessageId
from jobs.materials import Picture, Speaker, Voice
from jobs.requests import Request
from tests.offers import EVERYTHING, OFFER, START
from tests.unit.jobs.strategies import drafts

HUG = Effect(id=EffectId(1), name="Hug", pictures=2, qualities=("720p",), credits=40)

VOICE = Voice(file_id=FileId("s"), message_id=MessageId(2), seconds=3)


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
    if writing.missing(draft, EVERYTHING) is not None:
        return
    request: Request = writing.request_of(draft, EVERYTHING)
    again = writing.draft_of(request, START)
    assert writing.request_of(again, EVERYTHING) == request
    assert writing.pictures_of(again) == writing.pictures_of(draft)
    assert isinstance(again, EffectDraft) == isinstance(draft, EffectDraft)


def three_stations() -> Draft:
    draft = grown(TextDraft(options=START), photo(1), photo(2), photo(3))
    for number, words in enumerate(("dawn", "noon")):
        draft = writing.with_segment_prompt(draft, number, words, OFFER)
    return draft


def stretches(draft: Draft) -> list[str | None]:
    assert isinstance(draft, PictureDraft)
    return [segment.prompt for segment in draft.segments]


@pytest.mark.parametrize(("gone", "left"), [(0, ["noon"]), (1, ["dawn"]), (2, ["dawn"])])
def test_with_a_picture_goes_one_stretch(gone: int, left: list[str]) -> None:
    draft = writing.with_way(three_stations(), Mode.TRANSITION, OFFER)
    fewer = writing.without_picture(draft, gone, OFFER, {})
    assert stretches(fewer) == left


def test_stretches_stay_where_they_are_when_pictures_move() -> None:
    moved = writing.with_picture_moved(three_stations(), 0, to=2)
    assert numbers(moved) == [2, 3, 1]
    assert stretches(moved) == ["dawn", "noon"]
    with pytest.raises(NotAChoice):
        writing.with_picture_moved(moved, 0, to=3)


def test_a_stretch_may_lose_its_words() -> None:
    assert stretches(writing.with_segment_prompt(three_stations(), 0, None, OFFER)) == [
        None,
        "noon",
    ]


def test_an_album_may_join_the_pictures_that_are_there() -> None:
    draft = grown(TextDraft(options=START), photo(1))
    for late in (photo(13, "a"), photo(12, "a"), photo(12, "a")):
        draft = writing.with_picture(draft, late, OFFER, {}, joins=True)
    assert numbers(draft) == [1, 12, 13]


@pytest.mark.parametrize(
    ("pictures", "question", "usual", "habit"),
    [
        (2, Question.TWO_PICTURES, Mode.FRAMES, Mode.FUSION),
        (3, Question.MORE_PICTURES, Mode.TRANSITION, Mode.FUSION),
    ],
)
def test_pictures_become_what_somebody_made_of_so_many_before(
    pictures: int, question: Question, usual: Mode, habit: Mode
) -> None:
    for habits, mode in (({}, usual), ({question: habit}, habit)):
        draft: Draft = TextDraft(options=START)
        for number in range(1, pictures + 1):
            draft = writing.with_picture(draft, photo(number), OFFER, habits, joins=True)
        assert writing.subject_of(draft).mode is mode


def test_a_last_frame_is_one_whatever_two_pictures_usually_become() -> None:
    mixing = {Question.TWO_PICTURES: Mode.FUSION}
    draft = writing.with_picture(TextDraft(options=START), photo(1), OFFER, mixing)
    ended = writing.with_last_frame(draft, photo(2), OFFER)
    assert (numbers(ended), writing.subject_of(ended).mode) == ([1, 2], Mode.FRAMES)
    assert writing.with_last_frame(ended, photo(2), OFFER) == ended
    with pytest.raises(NotAChoice):
        writing.with_last_frame(TextDraft(options=START), photo(2), OFFER)


def test_an_effect_for_many_starts_with_two() -> None:
    crowd = HUG.model_copy(update={"pictures": 4})
    draft = grown(writing.with_effect(TextDraft(options=START), crowd, OFFER), photo(1))
    assert writing.missing(draft, OFFER) is Missing.NEXT_PICTURE
    assert writing.missing(grown(draft, photo(2)), OFFER) is None
    five = grown(draft, *(photo(number) for number in range(2, 6)))
    assert numbers(five) == [1, 2, 3, 5]


def fused(*pictures: Picture) -> Draft:
    draft = grown(TextDraft(options=START), *pictures)
    return writing.with_way(draft, Mode.FUSION, OFFER)


def test_words_may_name_only_pictures_that_are_there() -> None:
    draft = writing.with_prompt(fused(photo(1), photo(2)), "@pic1 hugs @Pic3", MessageId(5), OFFER)
    assert writing.stray_reference(draft) == "@Pic3"
    assert writing.missing(draft, OFFER) is Missing.NAMED_PICTURE
    whole = writing.with_way(grown(draft, photo(3)), Mode.FUSION, OFFER)
    assert writing.missing(whole, OFFER) is None
    other = writing.with_way(draft, Mode.FRAMES, OFFER)
    assert writing.missing(other, OFFER) is None, "elsewhere they are words like others"
    for none in ("@pic0", "@image9"):
        named = writing.with_prompt(draft, none, MessageId(6), OFFER)
        assert writing.stray_reference(named) == none


def test_keys_and_words_make_one_prompt_and_an_edit_finds_its_piece() -> None:
    draft = writing.with_reference(fused(photo(1), photo(2)), 0, OFFER)
    draft = writing.with_more_words(draft, "rides", MessageId(9), OFFER)
    draft = writing.with_more_words(draft, "rides", MessageId(9), OFFER)
    draft = writing.with_reference(draft, 1, OFFER)
    assert draft.prompt == "@pic1 rides @pic2"
    assert MessageId(9) in writing.messages_of(draft)
    edited = writing.with_edited_words(draft, "paints", MessageId(9), OFFER)
    assert edited
    assert edited.prompt == "@pic1 paints @pic2"
    assert writing.with_edited_words(draft, "paints", MessageId(8), OFFER) is None
    fresh = writing.with_prompt(edited, "no more", MessageId(10), OFFER)
    assert (fresh.prompt, fresh.pieces) == ("no more", ())
    with pytest.raises(NotAChoice):
        writing.with_reference(fresh, 2, OFFER)


def test_a_prompt_has_to_fit_as_every_model_spells_it() -> None:
    draft = fused(photo(1))
    writing.with_prompt(draft, "x" * 2040 + " @pic1", MessageId(5), OFFER)
    with pytest.raises(PromptTooLong):
        writing.with_prompt(draft, "x" * 2041 + " @pic1", MessageId(5), OFFER)
    with pytest.raises(PromptTooLong):
        writing.with_reference(
            writing.with_prompt(draft, "x" * 2041, MessageId(5), OFFER), 0, OFFER
        )


EMILY = Speaker(id="1", name="Emily")


def test_what_a_model_does_not_take_is_kept_but_not_heard() -> None:
    draft = writing.with_option(
        writing.with_prompt(TextDraft(options=START), "a cat", MessageId(5), OFFER),
        Field.MODEL,
        "v5",
        OFFER,
    )
    draft = writing.with_sound_words(draft, "purring", OFFER)
    draft = writing.with_speech(draft, "Feed me", EMILY, OFFER)
    assert draft.options.sound is Sound.ON, "to describe a sound is to want one"
    assert writing.heard(draft, OFFER) == ("purring", draft.speech)
    newer = writing.with_option(draft, Field.MODEL, "v5.6", OFFER)
    assert writing.heard(newer, OFFER) == (None, None)
    request = writing.request_of(newer, OFFER)
    assert (request.sound_words, request.speech) == (None, None)
    back = writing.with_option(newer, Field.MODEL, "v5", OFFER)
    assert writing.heard(back, OFFER) == ("purring", draft.speech)
    silent = writing.with_option(back, Field.SOUND, Sound.OFF, OFFER)
    assert writing.heard(silent, OFFER) == (None, draft.speech)
    with pytest.raises(NotAChoice):
        writing.with_sound_words(newer, "purring", OFFER)
    with pytest.raises(PromptTooLong):
        writing.with_speech(back, "x" * 141, EMILY, OFFER)


def test_words_that_name_pictures_put_them_into_one_scene() -> None:
    words, caption = "@pic1 meets @pic2", MessageId(9)
    first = writing.with_prompt(grown(TextDraft(options=START), photo(1)), words, caption, OFFER)
    named = writing.as_named(first, OFFER)
    assert isinstance(named, PictureDraft)
    assert (named.way, named.chosen) == (Mode.FUSION, False)
    both = grown(named, photo(2))
    assert isinstance(both, PictureDraft)
    assert both.way is Mode.FUSION

    pair = grown(TextDraft(options=START), photo(1), photo(2))
    later = writing.with_words(pair, words, caption, OFFER, None)
    assert isinstance(later, PictureDraft)
    assert later.way is Mode.FUSION
    picked = writing.with_way(later, Mode.FRAMES, OFFER)
    assert writing.as_named(picked, OFFER) == picked, "what the person picked stays"


@pytest.mark.parametrize(
    "said", ["", "0", "-5", "1.5", "x", "1 000", "²", "2147483648", "9" * 5000]
)
def test_only_a_whole_number_in_the_range_is_a_seed(said: str) -> None:
    with pytest.raises(NotASeed) as caught:
        writing.with_seed_said(TextDraft(prompt="hi", options=START), said, OFFER)
    assert (caught.value.first, caught.value.last) == (1, 2_147_483_647)


@pytest.mark.parametrize(("said", "seed"), [("1", 1), (" 2147483647\n", 2_147_483_647), ("٤٢", 42)])
def test_a_seed_goes_into_the_request(said: str, seed: int) -> None:
    draft = writing.with_seed_said(TextDraft(prompt="hi", options=START), said, OFFER)
    assert writing.request_of(draft, OFFER).seed == writing.seed_of(draft, OFFER) == seed


def test_a_seed_that_is_too_large_for_another_way_waits_there() -> None:
    large = writing.with_seed_said(TextDraft(prompt="@pic1 waves", options=START), "1000000", OFFER)
    fused = writing.with_way(grown(large, photo(1), photo(2)), Mode.FUSION, OFFER)
    assert writing.seed_of(fused, OFFER) is None
    assert writing.request_of(fused, OFFER).seed is None
    plain = writing.without_pictures(fused, OFFER)
    assert writing.seed_of(plain, OFFER) == 1_000_000


def test_where_chance_cannot_be_steered_no_number_is_a_seed() -> None:
    with pytest.raises(NotAChoice):
        writing.with_seed_said(VoiceDraft(voice=VOICE), "7", OFFER)
