"""Only what the API accepts can be reached, whatever is pressed in whatever order."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.providers.useapi.capabilities import QUALITIES
from jobs.capabilities import PICTURE_MODES, Field, Mode, Options, Sound, Subject
from jobs.offer import shape_of
from tests.offers import OFFER, START
from tests.unit.jobs.strategies import changes, options

TEXT = Subject(Mode.TEXT)
picture_subjects = st.integers(1, 7).flatmap(
    lambda number: st.sampled_from(OFFER.ways(number)).map(lambda way: Subject(way, number))
)
subjects = st.one_of(
    st.just(TEXT),
    picture_subjects,
    st.sampled_from([mode for mode in Mode if OFFER.has(mode) and mode not in PICTURE_MODES]).map(
        lambda mode: Subject(mode, seconds=5)
    ),
    st.lists(st.sampled_from(QUALITIES), min_size=1, unique=True).map(
        lambda qualities: Subject(Mode.EFFECT, 1, effect_qualities=tuple(qualities))
    ),
)


def is_offered(subject: Subject, chosen: Options) -> bool:
    """Whether every field that exists has a value that is a choice."""
    return all(
        getattr(chosen, field) in allowed
        for field in Field
        if (allowed := OFFER.choices(subject, chosen, field))
    )


@given(subjects, options)
def test_fit_leads_to_what_is_offered(subject: Subject, any_options: Options) -> None:
    assert is_offered(subject, OFFER.fit(subject, any_options))


@given(subjects, st.lists(changes))
def test_no_sequence_of_presses_leaves_what_is_offered(
    subject: Subject, presses: list[tuple[Field, str | int | bool]]
) -> None:
    chosen = OFFER.fit(subject, Options())
    for field, value in presses:
        chosen = OFFER.set_option(subject, chosen, field, value) or chosen
        assert is_offered(subject, chosen)


@given(subjects, options)
def test_a_request_has_no_field_that_its_subject_has_not(
    subject: Subject, any_options: Options
) -> None:
    only = OFFER.only(subject, any_options)
    for field in Field:
        has_it = bool(OFFER.choices(subject, only, field))
        assert has_it == (getattr(only, field) is not None)


def test_full_hd_is_at_most_eight_seconds_long() -> None:
    ten = OFFER.set_option(TEXT, START, Field.DURATION, 10)
    assert ten is not None
    full_hd = OFFER.set_option(TEXT, ten, Field.QUALITY, "1080p")
    assert full_hd is not None
    assert (full_hd.quality, full_hd.duration) == ("1080p", 8)
    assert OFFER.set_option(TEXT, full_hd, Field.DURATION, 10) is None


def test_v6_plays_longer_at_every_quality() -> None:
    v6 = START.model_copy(update={"model": "v6", "quality": "1080p"})
    assert OFFER.choices(TEXT, v6, Field.DURATION)[-1] == 15


@pytest.mark.parametrize(
    ("pictures", "ways"),
    [
        (1, (Mode.IMAGE, Mode.FUSION)),
        (2, (Mode.FRAMES, Mode.TRANSITION, Mode.FUSION)),
        (3, (Mode.TRANSITION, Mode.FUSION)),
        (4, (Mode.TRANSITION,)),
        (7, (Mode.TRANSITION,)),
        (8, ()),
    ],
)
def test_ways_follow_the_number_of_pictures(pictures: int, ways: tuple[Mode, ...]) -> None:
    assert OFFER.ways(pictures) == ways


def test_a_transition_of_three_is_made_by_v5_alone() -> None:
    assert OFFER.choices(Subject(Mode.TRANSITION, 3), START, Field.MODEL) == ("v5",)
    assert OFFER.fit(Subject(Mode.TRANSITION, 3), START).model == "v5"
    two = OFFER.choices(Subject(Mode.TRANSITION, 2), START, Field.MODEL)
    assert two == ("v5.6", "v5.5", "v5")


def test_v5_fast_has_no_sound_and_effects_may_keep_their_own() -> None:
    fast = Options(model="v5-fast")
    assert OFFER.choices(TEXT, fast, Field.SOUND) == ()
    effect = Subject(Mode.EFFECT, 1, effect_qualities=("540p",))
    assert OFFER.choices(effect, fast, Field.SOUND) == (Sound.AUTO, Sound.ON, Sound.OFF)


def test_shape_exists_where_no_picture_brings_its_own() -> None:
    assert OFFER.choices(TEXT, START, Field.RATIO)
    assert not OFFER.choices(Subject(Mode.IMAGE, 1), START, Field.RATIO)
    assert OFFER.choices(Subject(Mode.FUSION, 1), START, Field.RATIO)


@pytest.mark.parametrize(
    "subject", [TEXT, Subject(Mode.IMAGE, 1), Subject(Mode.FRAMES, 2), Subject(Mode.FUSION, 4)]
)
def test_a_model_that_is_not_known_to_wait_for_quiet_hours_is_not_made_to(subject: Subject) -> None:
    offer = OFFER.tuned(hidden=(), shown=("pixverse-c1",))
    newer = START.model_copy(update={"model": "pixverse-c1"})
    assert offer.fit(subject, newer).model == "pixverse-c1"
    assert not offer.choices(subject, newer, Field.OFF_PEAK)


def test_jobs_in_which_somebody_speaks_are_compared_with_each_other() -> None:
    silent, spoken = shape_of(TEXT, START), shape_of(replace(TEXT, speaks=True), START)
    assert silent != spoken == shape_of(replace(TEXT, speaks=True), START)


def test_what_is_unproven_is_offered_only_where_it_is_switched_on() -> None:
    assert "pixverse-c1" not in OFFER.choices(TEXT, START, Field.MODEL)
    assert not OFFER.has(Mode.MOTION)
    bold = OFFER.tuned(hidden=(), shown=("pixverse-c1", "motion"))
    assert "pixverse-c1" in bold.choices(TEXT, START, Field.MODEL)
    assert bold.has(Mode.MOTION)


def test_what_is_hidden_is_not_offered() -> None:
    less = OFFER.tuned(hidden=("v5.6", "fusion", "v5"))
    assert "v5.6" not in less.choices(TEXT, START, Field.MODEL)
    assert less.fit(TEXT, START).model != "v5.6"
    assert less.ways(3) == ()
