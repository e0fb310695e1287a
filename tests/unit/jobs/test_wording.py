"""Words in texts: found in whatever dress, and not in other words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.wording import Pattern, WordList


def finds(pattern: str, text: str) -> bool:
    return WordList([Pattern(pattern)]).find(text) is not None


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("nude", "a NUDE fox"),
        ("nude", "(nude), please"),
        ("nude", "fox/nude/hare"),
        ("nude", "nüde"),
        ("strasse", "eine Straße"),
        ("nude", "n\u200bu\u200dd\u00ade"),  # with characters that cannot be seen
        ("nude", "ｎｕｄｅ"),
        ("nude", "nud3"),
        ("nude", "nud\u0435"),  # a Cyrillic letter
        ("nude", "n.u.d.e"),
        ("nude", "nu-de"),
        ("nude", "n u d e!"),
        ("boob", "b00b"),
        ("kill", "k1ll"),
        ("ass", "@ss"),
        ("слово", "СЛОВО!"),
        ("слово", "cлoвo"),  # three Latin letters
        ("nud*", "nudity"),
        ("*porn*", "hardpornx"),
        ("n*de", "n0de"),
        ("take off", "please take  off it"),
        ("take off", "t4ke off"),
        ("tak* off cloth*", "taking off clothes"),
        ("n-word", "the n-word"),
        ("裸体", "一个裸体的人"),
        ("88", "number 88"),
    ],
)
def test_found(pattern: str, text: str) -> None:
    assert finds(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("nude", "nudes"),
        ("ass", "assassin"),
        ("ass", "as s"),
        ("anal", "a banal canal"),
        ("ill", "lil"),
        ("bb", "88"),
        ("88", "bb"),
        ("nud*", "denude"),
        ("take off", "take it off"),
        ("take off", "take"),
        ("n*de", "made"),
        ("n*n", "n"),
        ("nude", ""),
    ],
)
def test_not_found(pattern: str, text: str) -> None:
    assert not finds(pattern, text)


@pytest.mark.parametrize(
    ("text", "words"), [("all NUDITY, dear", "nudity"), ("some l1ly", "lily"), ("Lily", "lily")]
)
def test_it_says_what_it_found(text: str, words: str) -> None:
    found = WordList([Pattern("fox"), Pattern("nud*"), Pattern("Lily")]).find(text)
    assert found
    assert found.words == words


@pytest.mark.parametrize("text", ["", "*", "a", "a*", "* nude", "!!!", "x" * 81, "***"])
def test_patterns_that_say_nothing(text: str) -> None:
    assert not Pattern(text).is_usable


@pytest.mark.parametrize("text", ["nude", "nud*", "ok", "take off", "裸", "88"])
def test_patterns_that_say_something(text: str) -> None:
    assert Pattern(text).is_usable


@given(st.text(max_size=40), st.text(max_size=200))
def test_anything_may_be_looked_for_in_anything(pattern: str, text: str) -> None:
    if Pattern(pattern).is_usable:
        finds(pattern, text)


@given(st.lists(st.sampled_from("ab*"), max_size=30).map("".join))
def test_no_pattern_takes_long(pattern: str) -> None:
    """What would keep a regular expression busy for years is a search per piece here: this test ends."""
    assert not finds(f"a{pattern}c", "a" * 2048)
