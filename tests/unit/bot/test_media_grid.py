"""Several videos side by side: all of them, in order, as long as the longest."""

import tempfile
from collections.abc import Sequence
from contextlib import ExitStack

import av
import pytest

from bot.media.faults import Unreadable
from bot.media.grid import LONGEST_SIDE, tile
from bot.media.stopping import Stop, Stopped
from tests.media import sound, video


def tiled(contents: Sequence[bytes], stop: Stop | None = None) -> list[tuple[int, int]]:
    """The sizes of all pictures of what comes of them."""
    with ExitStack() as stack:
        films = [stack.enter_context(tempfile.TemporaryFile()) for _ in contents]
        for film, content in zip(films, contents, strict=True):
            film.write(content)
        made = stack.enter_context(tempfile.TemporaryFile())
        tile(films, made, stop or Stop())
        made.seek(0)
        with av.open(made, "r") as container:
            assert not container.streams.audio
            return [(frame.width, frame.height) for frame in container.decode(video=0)]


SMALL = video(seconds=1, size=(160, 90), rate=5)


@pytest.mark.parametrize(("count", "size"), [(2, (320, 90)), (3, (320, 180)), (4, (320, 180))])
def test_they_stand_side_by_side(count: int, size: tuple[int, int]) -> None:
    pictures = tiled([SMALL] * count)
    assert pictures[0] == size
    assert 20 <= len(pictures) <= 26, "a second"


def test_the_longest_decides_how_long() -> None:
    assert len(tiled([SMALL, video(seconds=2, size=(160, 90), rate=5)])) >= 44


def test_large_ones_become_smaller() -> None:
    [first, *_] = tiled([video(seconds=1, size=(1920, 1080), rate=2)] * 2)
    assert max(first) == LONGEST_SIDE


def test_what_cannot_be_seen_is_no_part_of_it() -> None:
    with pytest.raises(Unreadable):
        tiled([SMALL, sound()])
    with pytest.raises(Unreadable):
        tiled([SMALL, b"<html>"])


def test_it_stops_when_nobody_waits() -> None:
    stop = Stop()
    stop.set()
    with pytest.raises(Stopped):
        tiled([SMALL, SMALL], stop)


@pytest.mark.parametrize("count", [1, 5])
def test_there_are_two_to_four(count: int) -> None:
    with pytest.raises(ValueError, match="two to 4"):
        tiled([SMALL] * count)
