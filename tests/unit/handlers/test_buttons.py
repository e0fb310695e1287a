"""A button survives the trip through Telegram, and always fits its 64 bytes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.providers.useapi.capabilities import QUALITIES, RATIOS
from handlers.chat import buttons
from handlers.chat.buttons import LARGEST_NUMBER, MAX_BYTES, MOST_PAGES, Button, ButtonTooLong
from handlers.chat.effect_screens import search_words
from jobs.admin.broadcasts import Group
from jobs.capabilities import Field, Sound
from jobs.effects import Shelf
from tests.kinds import EVERY
from tests.unit.jobs.strategies import MODELS

BIG = 2**63 - 1
big = st.integers(0, BIG)
values = st.sampled_from([*MODELS, *QUALITIES, *RATIOS, *Sound, "True", "False", "10"]).map(str)
words = st.text(max_size=200).map(search_words)
any_button: st.SearchStrategy[Button] = st.one_of(
    st.builds(buttons.Generate, draft=big, credits=big),
    st.builds(buttons.OpenField, draft=big, field=st.sampled_from(Field)),
    st.builds(buttons.Choose, draft=big, field=st.sampled_from(Field), value=values),
    st.builds(buttons.Browse, shelf=st.sampled_from(Shelf), page=st.integers(0, 9999), words=words),
    st.builds(buttons.ShowEffect, effect=big),
    st.builds(buttons.CancelJob, job=big),
    st.builds(buttons.ChooseDefault, field=st.sampled_from(Field), value=values),
    st.builds(buttons.Decide, person=big, allow=st.booleans()),
    st.builds(
        buttons.StartBroadcast,
        broadcast=big,
        group=st.sampled_from(Group),
        plan=big,
        language=st.sampled_from(["", "en", "zh"]),
    ),
    st.just(buttons.NewDraft()),
)


@given(any_button)
def test_what_is_packed_comes_back(button: Button) -> None:
    data = button.pack()
    assert 1 <= len(data.encode()) <= MAX_BYTES
    assert type(button).unpack(data) == button


@given(any_button, any_button)
def test_no_button_is_taken_for_another(one: Button, other: Button) -> None:
    if type(one) is not type(other):
        assert type(other).unpack(one.pack()) is None


numbers = st.one_of(
    st.sampled_from([0, -1, MOST_PAGES, MOST_PAGES + 1, LARGEST_NUMBER, 2**63, -(2**63), 10**30]),
    st.integers(),
)


@st.composite
def forged_data(draw: st.DrawFn, kind: type[Button]) -> str:
    """What a modified app may send for such a key: any number where a number belongs, or anything."""
    fields = kind.model_fields.values()
    others = st.one_of(words, values, st.text(max_size=20), st.just("True"))
    drawn = [str(draw(numbers if _is_a_number(field.annotation) else others)) for field in fields]
    return "|".join([kind.tag, *drawn])


def _is_a_number(annotation: object) -> bool:
    return getattr(annotation, "__supertype__", annotation) is int


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
@given(data=st.data())
@settings(max_examples=30)
def test_a_forged_number_is_one_that_the_database_holds_or_no_button(
    kind: type[Button], data: st.DataObject
) -> None:
    button = kind.unpack(data.draw(forged_data(kind)))
    if button is None:
        return
    for name in kind.model_fields:
        value = getattr(button, name)
        if isinstance(value, int):
            assert abs(value) <= LARGEST_NUMBER
        if name == "page":
            assert 0 <= value <= MOST_PAGES, "what is skipped is a number for the database, too"


@given(st.text(max_size=64))
def test_nonsense_is_no_button(data: str) -> None:
    assert buttons.Choose.unpack("c|" + data.replace("|", "")) is None
    assert buttons.Generate.unpack(f"g|x{data}") is None


def test_a_button_that_is_too_long_is_a_mistake_of_ours() -> None:
    with pytest.raises(ButtonTooLong):
        buttons.Browse(shelf=Shelf.ALL, words="x" * 60).pack()
    with pytest.raises(ButtonTooLong):
        buttons.Browse(shelf=Shelf.ALL, words="a|b").pack()


def test_a_tag_belongs_to_one_button() -> None:
    with pytest.raises(TypeError, match="same tag"):

        class Again(Button, tag="g"):
            pass
