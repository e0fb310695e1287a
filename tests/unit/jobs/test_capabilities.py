"""Only what the API accepts can be reached, whatever is pressed in whatever order."""

from hypothesis import given
from hypothesis import strategies as st

from jobs.capabilities import (
    Field,
    Mode,
    Model,
    Options,
    Quality,
    Sound,
    Subject,
    choices,
    fit,
    set_option,
    subject_of,
)
from tests.unit.jobs.strategies import changes, options

subjects = st.one_of(
    st.integers(0, 7).map(subject_of),
    st.lists(st.sampled_from(Quality), min_size=1, unique=True).map(
        lambda qualities: Subject(Mode.EFFECT, 1, tuple(qualities))
    ),
)


def is_offered(subject: Subject, chosen: Options) -> bool:
    """Whether every field that exists has a value that is a choice."""
    return all(
        getattr(chosen, field) in allowed
        for field in Field
        if (allowed := choices(subject, chosen, field))
    )


@given(subjects, options)
def test_fit_leads_to_what_is_offered(subject: Subject, any_options: Options) -> None:
    assert is_offered(subject, fit(subject, any_options))


@given(subjects, st.lists(changes))
def test_no_sequence_of_presses_leaves_what_is_offered(
    subject: Subject, presses: list[tuple[Field, str | int | bool]]
) -> None:
    chosen = fit(subject, Options())
    for field, value in presses:
        chosen = set_option(subject, chosen, field, value) or chosen
        assert is_offered(subject, chosen)


def test_full_hd_is_at_most_eight_seconds_long() -> None:
    ten = set_option(subject_of(0), Options(), Field.DURATION, 10)
    assert ten is not None
    full_hd = set_option(subject_of(0), ten, Field.QUALITY, "1080p")
    assert full_hd is not None
    assert (full_hd.quality, full_hd.duration) == (Quality.P1080, 8)
    assert set_option(subject_of(0), full_hd, Field.DURATION, 10) is None


def test_modes_follow_the_number_of_pictures() -> None:
    modes = [subject_of(number).mode for number in range(8)]
    assert modes == [Mode.TEXT, Mode.IMAGE, Mode.FRAMES, *[Mode.TRANSITION] * 5]


def test_a_transition_is_made_by_v5_alone() -> None:
    assert choices(subject_of(3), Options(), Field.MODEL) == (Model.V5,)
    assert fit(subject_of(3), Options()).model is Model.V5


def test_v5_fast_has_no_sound_and_effects_may_keep_their_own() -> None:
    fast = Options(model=Model.V5_FAST)
    assert choices(subject_of(0), fast, Field.SOUND) == ()
    effect = Subject(Mode.EFFECT, 1, (Quality.P540,))
    assert choices(effect, fast, Field.SOUND) == (Sound.AUTO, Sound.ON, Sound.OFF)


def test_shape_exists_for_words_alone() -> None:
    assert choices(subject_of(0), Options(), Field.RATIO)
    assert not choices(subject_of(1), Options(), Field.RATIO)
