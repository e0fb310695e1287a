"""Whether a text holds certain words: whole words, or beginnings and endings of words with a star.

Capitals, accents and characters without width make no difference, and simple tricks do not help: digits,
signs or letters of another alphabet among letters ("nud3", "nudе"), full stops between letters, or
blanks ("n u d e"). There are no regular expressions here: a star is looked for piece by piece, so that
no pattern can take long, whoever wrote it.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

LONGEST_PATTERN = 80
FEWEST_LETTERS = 2
STAR = "*"

_TOKEN = re.compile(r"[^\W_]+")
_CHUNK = re.compile(r"\S+")
_PATTERN_WORD = re.compile(r"(?:[^\W_]|\*)+")
# What looks like a letter where it stands among letters. 1, ! and | may be an i or an l: both become i.
_LOOKS_LIKE = str.maketrans("013457890!|$@€l", "oieastbgoiisaei")
# Letters of other alphabets that look like Latin ones.
_LATIN = str.maketrans("аеорсухіѕјԁһԛԝвкмнтαεορτυικνχ", "aeopcyxisjdhqwbkmhtaeoptuiknx")
_EDGES = ".,:;?!'\"()[]{}<>«»“”„‘’…"
# Scripts that put no blanks between words: there a word may stand inside other letters.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff]"
)
_SPELLED = 3  # so many single letters in a row may be a word spelled out


def folded(text: str) -> str:
    """The text without capitals, accents, and characters that cannot be seen."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = (letter for letter in decomposed if unicodedata.category(letter) not in ("Mn", "Cf"))
    return unicodedata.normalize("NFC", "".join(kept)).casefold()


@dataclass(frozen=True)
class Pattern:
    """One or more words as an admin wrote them; a star stands for any letters within a word."""

    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words, folded, stars included."""
        return tuple(_PATTERN_WORD.findall(folded(self.text)))

    @property
    def is_usable(self) -> bool:
        """Whether it says something: it is short, and each of its words has letters of its own."""
        letters = [word.replace(STAR, "") for word in self.words]
        few = 1 if self.is_within else FEWEST_LETTERS
        said = bool(letters) and all(letters) and max(map(len, letters)) >= few
        return said and len(self.text) <= LONGEST_PATTERN

    @property
    def is_within(self) -> bool:
        """Whether it is looked for inside other letters, as in scripts without blanks."""
        return bool(_UNSPACED.search(self.text)) and len(self.words) == 1 and STAR not in self.text


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of a text; `odd` where it was only read so because a trick was used."""

    text: str
    odd: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern, and the words of the text that it was found in."""

    pattern: Pattern
    words: str


class WordList:
    """Patterns, prepared once for many texts: what a text costs hardly depends on their number."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        every = list(patterns)
        self._within = [pattern for pattern in every if pattern.is_within]
        apart = [pattern for pattern in every if not pattern.is_within]
        self._plain = _Index((pattern, pattern.words) for pattern in apart)
        self._undisguised = _Index(
            (pattern, tuple(map(_undisguised, pattern.words))) for pattern in apart
        )

    def find(self, text: str) -> "Found | None":
        """One of the patterns that the text holds, if any."""
        seen = folded(text)
        plain = [_Token(word) for word in _TOKEN.findall(seen)]
        return (
            self._plain.find(plain)
            or self._undisguised.find(list(_seen_through(seen, plain)), tricks=True)
            or next(
                (Found(one, one.words[0]) for one in self._within if one.words[0] in seen), None
            )
        )


class _Index:
    """Patterns by how their first word begins; those that begin with a star are tried everywhere."""

    def __init__(self, patterns: Iterable[tuple[Pattern, Sequence[str]]]) -> None:
        self._by_start: dict[str, list[_Sequence]] = defaultdict(list)
        for pattern, words in patterns:
            start = words[0].partition(STAR)[0]
            self._by_start[start].append(_Sequence(pattern, words))
        self._lengths = sorted({len(start) for start in self._by_start})

    def find(self, tokens: Sequence[_Token], *, tricks: bool = False) -> Found | None:
        """The first that fits somewhere; with `tricks`, only where one was used."""
        for place, token in enumerate(tokens):
            for length in self._lengths:
                for sequence in self._by_start.get(token.text[:length], ()):
                    found = tokens[place : place + len(sequence.words)]
                    if (not tricks or any(one.odd for one in found)) and sequence.fits(found):
                        return Found(sequence.pattern, _read(sequence.pattern, found))
        return None


def _read(pattern: Pattern, tokens: Sequence[_Token]) -> str:
    """What somebody reads there: the words themselves, or what they were a disguise of."""
    if any(token.odd for token in tokens):
        return " ".join(pattern.words).replace(STAR, "")
    return " ".join(token.text for token in tokens)


class _Sequence:
    """The words of a pattern, one behind the other."""

    def __init__(self, pattern: Pattern, words: Iterable[str]) -> None:
        self.pattern = pattern
        self.words = [_Word(word) for word in words]

    def fits(self, tokens: Sequence[_Token]) -> bool:
        """Whether these words of a text are its words."""
        return len(tokens) == len(self.words) and all(
            word.fits(token.text) for word, token in zip(self.words, tokens, strict=True)
        )


class _Word:
    """One word of a pattern, with stars perhaps."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._first, *self._others = text.split(STAR)

    def fits(self, token: str) -> bool:
        """Whether a word of a text is this one. Each piece is looked for once, from left to right."""
        if not self._others:
            return token == self._text
        *middle, last = self._others
        if not token.startswith(self._first) or not token.endswith(last):
            return False
        place, end = len(self._first), len(token) - len(last)
        for piece in middle:
            found = token.find(piece, place, end)
            if found < 0:
                return False
            place = found + len(piece)
        return place <= end


def _seen_through(text: str, plain: Sequence[_Token]) -> Iterator[_Token]:
    """The words of a folded text as somebody reads them who knows the tricks."""
    for chunk in _CHUNK.findall(text):
        word = chunk.strip(_EDGES)
        yield _Token(_undisguised(word), odd=_is_odd(word))
    for single, group in groupby(plain, lambda token: len(token.text) == 1):
        letters = [token.text for token in group]
        if single and len(letters) >= _SPELLED:
            yield _Token(_undisguised("".join(letters)), odd=True)


def _undisguised(word: str) -> str:
    """A word as it looks: signs and foreign letters become the letters that they stand for."""
    latin = word.translate(_LATIN)
    if any(letter.isalpha() for letter in latin):
        latin = latin.translate(_LOOKS_LIKE)
    return "".join(letter for letter in latin if letter.isalnum() or letter == STAR)


def _is_odd(chunk: str) -> bool:
    """Whether a word has signs or digits among its letters, or letters of two alphabets."""
    letters = [letter for letter in chunk if letter.isalpha()]
    ascii_ = sum(letter.isascii() for letter in letters)
    return 0 < len(letters) < len(chunk) or 0 < ascii_ < len(letters)
