"""What the provider takes as a video, and how other videos become one."""

from typing import IO

from bot.media.faults import FileTooLarge
from bot.media.probing import VideoFacts, examine
from bot.media.ready import ReadyVideo
from bot.media.rewriting import copy, encode
from bot.media.stopping import Stop
from bot.media.terms import VideoTerms

MOST_PICTURES_PER_SECOND = 120
"""To decode: more would keep the thread from everybody else's work for too long."""

_SOUNDS_TAKEN = frozenset({None, "aac", "mp3", "opus", "vorbis"})
_IN_MP4 = frozenset({"h264", "hevc", "vp9", "av1"})
# Where each packet has its own time: from others, pictures are only put in order by decoding them.
_COPIED_FROM = frozenset(
    {
        "video/mp4",
        "video/quicktime",
        "video/3gpp",
        "video/webm",
        "video/x-matroska",
        "video/x-flv",
        "video/MP2T",
    }
)


def prepare(original: IO[bytes], made: IO[bytes], terms: VideoTerms, stop: Stop) -> ReadyVideo:
    """Check a video and pass it on as it is, or write an MP4 into the empty file `made`.

    What it is and how long, its bytes say. Raises Unreadable, TooLong, FileTooLarge, Stopped; OSError
    only for trouble with this machine's disk.
    """
    facts = examine(original, longest=terms.longest, stop=stop)
    if _is_taken(facts, terms):
        return _ready(original, facts)
    if _can_be_copied(facts, terms):
        copy(original, made, facts, stop)
    else:
        _check_work(facts, terms)
        encode(original, made, facts, terms, stop)
    result = examine(made, longest=terms.longest, stop=stop)
    if result.size > terms.largest:
        raise FileTooLarge(f"{result.size} bytes when written anew")
    return _ready(made, result)


def _ready(file: IO[bytes], facts: VideoFacts) -> ReadyVideo:
    return ReadyVideo(
        file,
        facts.content_type,
        facts.size,
        seconds=float(facts.seconds),
        width=facts.width,
        height=facts.height,
        codec=facts.codec,
        has_sound=facts.sound is not None,
    )


def _is_taken(facts: VideoFacts, terms: VideoTerms) -> bool:
    fits = _pictures_fit(facts, terms) and facts.sound in _SOUNDS_TAKEN
    return fits and facts.content_type in terms.types and not facts.tells_where


def _can_be_copied(facts: VideoFacts, terms: VideoTerms) -> bool:
    fits = _pictures_fit(facts, terms) and facts.codec in _IN_MP4
    return fits and facts.content_type in _COPIED_FROM


def _pictures_fit(facts: VideoFacts, terms: VideoTerms) -> bool:
    small = max(facts.width, facts.height) <= terms.longest_side and facts.size <= terms.largest
    return small and facts.codec in terms.codecs and facts.seconds <= terms.longest


def _check_work(facts: VideoFacts, terms: VideoTerms) -> None:
    if facts.pictures > (terms.longest + 1) * MOST_PICTURES_PER_SECOND:
        raise FileTooLarge(f"{facts.pictures} pictures")
