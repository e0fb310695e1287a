"""Sealed backups: what goes in comes out, and nothing else ever does."""

import io
import os

import pytest
from pydantic import SecretStr

from bot.sealing import HEAD, PIECE, SALT, SIGNATURE, CannotOpen, is_sealed_or_packed, seal, unseal

KEY = SecretStr("a-key-for-backups-that-is-long")
WHOLE = PIECE + SIGNATURE
FIRST = len(HEAD) + SALT


def sealed(content: bytes, key: SecretStr | None = KEY) -> bytes:
    target = io.BytesIO()
    seal(io.BytesIO(content), target, key)
    return target.getvalue()


def opened(content: bytes, key: SecretStr | None = KEY) -> bytes:
    target = io.BytesIO()
    unseal(io.BytesIO(content), target, key)
    return target.getvalue()


@pytest.mark.parametrize("size", [0, 1, PIECE - 100, 3 * PIECE + 7])
def test_what_goes_in_comes_out(size: int) -> None:
    content = os.urandom(size)
    assert opened(sealed(content)) == content
    assert opened(sealed(content, None), None) == content
    assert is_sealed_or_packed(io.BytesIO(sealed(content)))
    assert is_sealed_or_packed(io.BytesIO(sealed(content, None)))


def test_a_sealed_file_shows_nothing_and_is_never_the_same_twice() -> None:
    words = b"a fox in the moonlight " * 40
    first, second = sealed(words), sealed(words)
    assert b"fox" not in first
    assert first[FIRST:] != second[FIRST:]
    assert not is_sealed_or_packed(io.BytesIO(b"SQLite format 3\x00"))


SPOILT = {
    "the salt": lambda s: s[: len(HEAD)] + os.urandom(SALT) + s[FIRST:],
    "a letter of the first piece": lambda s: s[:FIRST] + bytes([s[FIRST] ^ 1]) + s[FIRST + 1 :],
    "the last letter": lambda s: s[:-1] + bytes([s[-1] ^ 1]),
    "without its end": lambda s: s[: FIRST + 2 * WHOLE],
    "cut anywhere": lambda s: s[:-9],
    "nothing but the head": lambda s: s[:FIRST],
    "with something behind it": lambda s: s + b"more",
    "without the second piece": lambda s: s[: FIRST + WHOLE] + s[FIRST + 2 * WHOLE :],
    "two pieces changed round": lambda s: (
        s[:FIRST] + s[FIRST + WHOLE : FIRST + 2 * WHOLE] + s[FIRST : FIRST + WHOLE]
        + s[FIRST + 2 * WHOLE :]
    ),
}  # fmt: skip


@pytest.mark.parametrize("how", SPOILT)
def test_whatever_was_done_to_it_shows(how: str) -> None:
    with pytest.raises(CannotOpen):
        opened(SPOILT[how](sealed(os.urandom(3 * PIECE))))


def test_only_its_key_opens_it() -> None:
    with pytest.raises(CannotOpen, match="not the one"):
        opened(sealed(b"words"), SecretStr("another-key-that-is-long"))
    with pytest.raises(CannotOpen, match="set BACKUP_KEY"):
        opened(sealed(b"words"), None)


def test_a_packed_one_that_ends_too_early_is_no_backup() -> None:
    with pytest.raises(CannotOpen):
        opened(sealed(os.urandom(PIECE), None)[:-4], None)
