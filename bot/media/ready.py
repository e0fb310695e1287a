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


@dataclass(frozen=True, slots=True)
class ReadySound(ReadyFile):
    """A sound that was heard to its end."""

    seconds: float


@dataclass(frozen=True, slots=True)
class ReadyVideo(ReadyFile):
    """A video that was read to its end; `width` and `height` in pixels, as it is seen."""

    seconds: float
    width: int
    height: int
    codec: str
    has_sound: bool
