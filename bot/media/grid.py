"""Up to four videos side by side as one, in reading order: to look at them together, and choose."""

from __future__ import annotations  # PyAV's packets are generic for type checkers only

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from fractions import Fraction
from typing import IO

import av
from av.container import InputContainer, OutputContainer
from av.filter import Graph
from av.filter.context import FilterContext
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from bot.media.faults import Unreadable
from bot.media.opening import BUFFER, Decoder, film_of, opened, packets, understood
from bot.media.stopping import Stop

MOST = 4
LONGEST_SIDE = 1280
_RATE = 24
_LONGEST = 60  # seconds of each that are shown
_CORNERS = ("0_0", "w0_0", "0_h0", "w0_h0")


def tile(films: Sequence[IO[bytes]], made: IO[bytes], stop: Stop) -> None:
    """Write two to four films as one MP4 without sound into the empty file `made`.

    Raises Unreadable, FileTooLarge, Stopped; OSError only for trouble with this machine's disk.
    """
    if not 2 <= len(films) <= MOST:
        raise ValueError(f"two to {MOST} films stand side by side")
    with ExitStack() as stack:
        sources = [stack.enter_context(opened(film)) for film in films]
        stack.enter_context(understood())
        target = stack.enter_context(av.open(made, "w", format="mp4", buffer_size=BUFFER))
        _Wall([_Film(one, stop) for one in sources], target).fill()


class _Film:
    """One of them, frame by frame."""

    def __init__(self, container: InputContainer, stop: Stop) -> None:
        stream = film_of(container)
        if stream is None:
            raise Unreadable("there is nothing to see in it")
        self.stream = stream
        self._frames = _frames(container, stream, stop)

    def next(self) -> VideoFrame | None:
        return next(self._frames, None)


def _frames(container: InputContainer, stream: VideoStream, stop: Stop) -> Iterator[VideoFrame]:
    decoder = Decoder()
    for packet in packets(container, stream, stop=stop):
        for frame in decoder.frames(packet):
            if isinstance(frame, VideoFrame) and (frame.time or 0) < _LONGEST:
                yield frame
    decoder.check()


class _Wall:
    """Where they come together."""

    def __init__(self, films: Sequence[_Film], target: OutputContainer) -> None:
        self._films = films
        self._target = target
        self._graph = Graph()
        self._graph.threads = 1
        width, height = _cell(films[0].stream)
        self._entrances = [self._entrance(one.stream) for one in films]
        self._sink = self._link(width, height)
        self._stream = target.add_stream("libx264", rate=_RATE)
        rows = -(-len(films) // 2)
        self._stream.width, self._stream.height = 2 * width, rows * height
        self._stream.pix_fmt = "yuv420p"
        self._stream.codec_context.thread_count = 1
        self._stream.options = {"preset": "veryfast", "crf": "21"}

    def _entrance(self, stream: VideoStream) -> FilterContext:
        return self._graph.add_buffer(
            width=stream.width,
            height=stream.height,
            format=stream.format,
            time_base=stream.time_base,
        )

    def _link(self, width: int, height: int) -> FilterContext:
        layout = "|".join(_CORNERS[: len(self._entrances)])
        wall = self._graph.add(
            "xstack", f"inputs={len(self._entrances)}:layout={layout}:fill=black"
        )
        for place, entrance in enumerate(self._entrances):
            size = self._graph.add("scale", f"{width}:{height}")
            rate = self._graph.add("fps", str(_RATE))
            entrance.link_to(size)
            size.link_to(rate)
            rate.link_to(wall, 0, place)
        form, sink = self._graph.add("format", "yuv420p"), self._graph.add("buffersink")
        wall.link_to(form)
        form.link_to(sink)
        self._graph.configure()
        return sink

    def fill(self) -> None:
        """A frame of each in turn, so that none waits in memory for the others for long."""
        running = list(zip(self._films, self._entrances, strict=True))
        while running:
            for film, entrance in list(running):
                frame = film.next()
                entrance.push(frame)
                if frame is None:
                    running.remove((film, entrance))
            self._write()
        self._target.mux(self._stream.encode(None))

    def _write(self) -> None:
        while True:
            try:
                frame = self._sink.pull()
            except (av.BlockingIOError, av.EOFError):
                return
            assert isinstance(frame, VideoFrame)
            self._target.mux(self._stream.encode(frame))


def _cell(stream: VideoStream) -> tuple[int, int]:
    """How large each is: as it is, unless two of them would be too large beside each other."""
    longest = max(stream.width, stream.height)
    scale = min(Fraction(1), Fraction(LONGEST_SIDE, 2 * longest))
    return _even(stream.width * scale), _even(stream.height * scale)


def _even(side: Fraction) -> int:
    return max(int(side) // 2 * 2, 2)
