"""Names of pictures in the words of a fusion."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.providers.pixverse.spelling import fusion_prompt


@pytest.mark.parametrize(
    ("said", "sent"),
    [
        ("@pic1 hugs @pic2", "@pic1 hugs @pic2 "),
        ("@pic1, @PIC2.", "@pic1 , @pic2 ."),
        ("@image1 dances", "@pic1 dances"),
        ("@pic1\nwalks", "@pic1 walks"),
        ("@pic01 jumps", "@pic1 jumps"),
        ("at noon @home with @pic2", "at noon home with @pic2 "),
        ("no names at all", "no names at all"),
        ("write to me@here.org", "write to mehere.org"),
    ],
)
def test_a_space_follows_every_name(said: str, sent: str) -> None:
    assert fusion_prompt(said, 2) == sent


@given(st.text(alphabet="@pic123,. \nax", max_size=40))
def test_whatever_is_said_every_mention_is_a_name_and_a_space(words: str) -> None:
    sent = fusion_prompt(words, 3)
    for part in sent.split("@")[1:]:
        assert part.startswith(("pic1 ", "pic2 ", "pic3 "))
