"""Stop words as an admin types them: between commas or in lines, each for everybody or for one language."""

import pytest

from handlers.admin.moderation import wished_words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("word", [("word", "")]),
        ("one,  two   words ,, begin*", [("one", ""), ("two words", ""), ("begin*", "")]),
        ("word, de: Wort", [("word", ""), ("Wort", "de")]),
        ("DE: Wort, noch eins, fr: mot", [("Wort", "de"), ("noch eins", "de"), ("mot", "fr")]),
        ("pt-br: duende", [("duende", "pt-br")]),
        ("zh-Hant-TW: \u5996\u7cbe", [("\u5996\u7cbe", "zh-hant-tw")]),
        ("de: Wort\nword", [("Wort", "de"), ("word", "")]),
        ("de:, Wort", [("Wort", "de")]),
        ("ratio 16:9, a note: this", [("ratio 16:9", ""), ("a note: this", "")]),
        (" , ", []),
    ],
)
def test_each_word_has_its_language(typed: str, meant: list[tuple[str, str]]) -> None:
    assert [(word.text, word.language) for word in wished_words(typed)] == meant
