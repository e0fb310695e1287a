"""What comes out of the workshop: a file on disk, of a type that the provider takes."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import IO

from bot.spool import pieces_of


@dataclass(frozen=True, slots=True)
class ReadyFile:
    """`size` in bytes. The file has no name; it lives as long as the workshop's context."""

    file: IO[bytes]
    content_type: str
    size: int

    def pieces(self) -> AsyncIterator[bytes]:
        """Its bytes, from the beginning."""
        return pieces_of(self.file)


@dataclass(frozen=True, slots=True)
class ReadyPicture(ReadyFile):
    """A picture that stands upright."""
