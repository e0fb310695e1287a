"""What a provider takes, as it says itself: each adapter writes down its own."""

from collections.abc import Set
from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class PictureTerms:
    """`largest` in bytes, `longest_side` in pixels.

    What is not of these types becomes JPEG, or PNG where one can see through it; both are always taken.
    """

    largest: int = 20 * MEBIBYTE
    longest_side: int = 4000
    types: Set[str] = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})


@dataclass(frozen=True, slots=True)
class SoundTerms:
    """`longest` in seconds, `largest` in bytes. A sound of a type that is not in `types` becomes MP3."""

    longest: float
    largest: int = 50 * MEBIBYTE
    types: Set[str] = frozenset({"audio/mpeg", "audio/wav"})


@dataclass(frozen=True, slots=True)
class VideoTerms:
    """`longest` in seconds, `largest` in bytes, `longest_side` in pixels.

    What is not of these types and codecs becomes MP4 with H.264; what is too wide or too heavy is
    made smaller.
    """

    longest: float
    largest: int = 50 * MEBIBYTE
    longest_side: int = 1920
    types: Set[str] = frozenset({"video/mp4", "video/quicktime", "video/webm"})
    codecs: Set[str] = frozenset({"h264", "hevc", "vp8", "vp9", "av1"})
