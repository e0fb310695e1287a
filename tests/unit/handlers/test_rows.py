"""Keys stand side by side only where a phone shows their labels whole, in every language."""

import pytest

from handlers.chat.buttons import NewDraft
from handlers.chat.screens import Key, cells, rows
from handlers.chat.texts import Languages, Texts

LANGUAGES = Languages()


def laid(width: int, *labels: str) -> list[list[str]]:
    keys = [Key(label, NewDraft()) for label in labels]
    return [[key.label for key in row] for row in rows(keys, width)]


def test_short_labels_share_a_row_and_long_ones_stand_alone() -> None:
    long = "Something that takes a row of its own"
    assert laid(2, "Model", "Quality", long, "Sound", "Shape") == [
        ["Model", "Quality"],
        [long],
        ["Sound", "Shape"],
    ]
    assert laid(2, "Model", long, "Sound") == [["Model"], [long], ["Sound"]]


def test_all_rows_have_as_many_as_fit_in_every_one() -> None:
    assert laid(4, "1 s", "2 s", "✅ 3 s", "4 s", "5 s", "6 s") == [
        ["1 s", "2 s", "✅ 3 s", "4 s"],
        ["5 s", "6 s"],
    ]
    assert laid(4, "All", "In the making", "Done") == [["All", "In the making"], ["Done"]]
    assert laid(6, *"123456") == [list("123456")]
    assert laid(3) == []


def test_no_key_is_left_over_in_a_row_of_its_own() -> None:
    assert laid(3, "360p", "540p", "720p", "1080p") == [["360p", "540p"], ["720p", "1080p"]]
    assert laid(4, *"12345") == [list("123"), list("45")]
    assert laid(3, *"1234567") == [list("123"), list("45"), list("67")]


def test_emoji_and_chinese_signs_are_wide_and_marks_are_not() -> None:
    assert cells("🎬 Ok") == 5
    assert cells("生成") == 4
    assert cells("⏱️") == 2
    assert cells("صَوت") == 3


@pytest.mark.parametrize("language", LANGUAGES.codes)
def test_keys_that_stand_under_one_result_are_told_apart(language: str) -> None:
    texts = LANGUAGES.pick(language)
    work = (f"key-work-{name}" for name in ("extend", "modify", "lipsync", "upscale"))
    labels = [texts.plain(name) for name in ("key-change", "key-same-seed", *work)]
    named = [label.split(maxsplit=1)[1] for label in (again(texts, 30), *labels)]
    assert len(named) == len(set(named)), named


@pytest.mark.parametrize("language", LANGUAGES.codes)
def test_what_is_pressed_most_fits_side_by_side(language: str) -> None:
    texts = LANGUAGES.pick(language)
    assert len(laid(2, *map(texts.plain, ("key-more", "key-cancel")))) == 1
    assert len(laid(2, again(texts, 120), texts.plain("key-change"))) == 1


def again(texts: Texts, price: int) -> str:
    return texts.plain("key-again", credits=price)
