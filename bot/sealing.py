"""Backups on their way out of the house: packed, and sealed where there is a key.

A sealed file begins with a line that names its form, and a random salt. Then come pieces of 64 KiB of the
packed backup, each encrypted and signed (AES-256-GCM) with a key made of `BACKUP_KEY` and the salt. Their
order, the last of them and the head are signed along: nothing can be cut off, moved or put in.
"""

import os
import zlib
from collections.abc import Iterable, Iterator
from typing import IO

from pydantic import SecretStr

HEAD = b"pixverse-telegram-bot sealed backup 1\n"
PACKED = b"\x1f\x8b"  # gzip
SALT = 16
PIECE = 64 * 1024
SIGNATURE = 16
_GZIP = 31  # zlib's word for gzip's form
# 32 MiB and about a tenth of a second for each guess at the key.
_COST, _BLOCK, _PARALLEL = 2**15, 8, 1


class CannotOpen(Exception):
    """The file is not what it should be, or the key is not its key; the sentence says which."""


def seal(plain: IO[bytes], target: IO[bytes], key: SecretStr | None) -> None:
    """Write what is packed, and encrypted if there is a key. A few pieces are in memory at a time."""
    pieces = _packed(plain)
    for piece in pieces if key is None else _sealed(pieces, key):
        target.write(piece)


def is_sealed_or_packed(file: IO[bytes]) -> bool:
    """Whether `unseal` can make something of it; else it may be a plain copy."""
    head = file.read(len(HEAD))
    file.seek(0)
    return head == HEAD or head.startswith(PACKED)


def unseal(source: IO[bytes], target: IO[bytes], key: SecretStr | None) -> None:
    """The way back. Raises CannotOpen; what was written by then is worth nothing."""
    head = source.read(len(HEAD))
    if head == HEAD:
        if key is None:
            raise CannotOpen("it is encrypted: set BACKUP_KEY to the key that it was made with")
        pieces = _opened(source, key)
    else:
        source.seek(0)
        pieces = _pieces(source, PIECE)
    for piece in _unpacked(pieces):
        target.write(piece)


def _pieces(file: IO[bytes], size: int) -> Iterator[bytes]:
    while piece := file.read(size):
        yield piece


def _packed(plain: IO[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(wbits=_GZIP)
    for piece in _pieces(plain, PIECE):
        yield packer.compress(piece)
    yield packer.flush()


def _unpacked(pieces: Iterable[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(wbits=_GZIP)
    try:
        for piece in pieces:
            yield unpacker.decompress(piece)
    except zlib.error:
        raise CannotOpen("it is damaged") from None
    if not unpacker.eof:
        raise CannotOpen("it ends too early")


def _sealed(pieces: Iterable[bytes], key: SecretStr) -> Iterator[bytes]:
    # Here and below: loaded with the first sealed backup, and not with every start.
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt = os.urandom(SALT)
    cipher, held, number = AESGCM(_derived(key, salt)), bytearray(), 0
    yield HEAD + salt
    for piece in pieces:
        held += piece
        while len(held) > PIECE:
            yield cipher.encrypt(_nonce(number, last=False), bytes(held[:PIECE]), HEAD + salt)
            del held[:PIECE]
            number += 1
    yield cipher.encrypt(_nonce(number, last=True), bytes(held), HEAD + salt)


def _opened(source: IO[bytes], key: SecretStr) -> Iterator[bytes]:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt = source.read(SALT)
    cipher, number = AESGCM(_derived(key, salt)), 0
    piece = source.read(PIECE + SIGNATURE)
    while True:
        following = source.read(PIECE + SIGNATURE)
        try:
            yield cipher.decrypt(_nonce(number, last=not following), piece, HEAD + salt)
        except (InvalidTag, ValueError):
            raise CannotOpen(
                "BACKUP_KEY is not the one it was made with, or it is damaged"
            ) from None
        if not following:
            return
        piece, number = following, number + 1


def _nonce(number: int, *, last: bool) -> bytes:
    """Never twice with one key: the key is new with every file, and the pieces are numbered."""
    return number.to_bytes(11, "big") + bytes([last])


def _derived(key: SecretStr, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    scrypt = Scrypt(salt=salt, length=32, n=_COST, r=_BLOCK, p=_PARALLEL)
    return scrypt.derive(key.get_secret_value().encode())
