"""Writes a video anew as MP4: its tracks are copied where they may stay as they are, else encoded.

Nothing but pictures and sound is taken along: not where it was taken, nor with what.
"""

from __future__ import annotations  # PyAV's packets are generic for type checkers only

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from fractions import Fraction
from typing import IO, Protocol

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer, OutputContainer
from av.filter import Graph
from av.filter.context import FilterContext
from av.packet import Packet
from av.stream import Stream
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from bot.media.faults import Unreadable
from bot.media.opening import (
    BUFFER,
    Decoder,
    film_of,
    opened,
    packets,
    sound_of,
    start_of,
    understood,
)
from bot.media.probing import VideoFacts
from bot.media.stopping import Stop
from bot.media.terms import VideoTerms

SOUNDS_KEPT = frozenset({"aac", "mp3"})

_MOST_RATE = Fraction(30)
_SOUND_RATE = 44_100
_SOUND_BITS = 128_000  # per second, as are the others
_MOST_BITS = 8_000_000
_LEAST_BITS = 200_000
_FOR_THE_REST = Fraction(9, 10)  # of the bytes allowed: containers and encoders are not exact
_Step = tuple[str, str | None]
_MOST_WAITING = 64  # packets; no film holds back more than sixteen pictures
_TURNS: Mapping[int, Sequence[_Step]] = {
    0: (),
    1: (("transpose", "cclock"),),
    2: (("hflip", None), ("vflip", None)),
    3: (("transpose", "clock"),),
}


class _Track(Protocol):
    def take(self, packet: Packet[Stream]) -> None:
        """Write what comes of a packet; an empty one is the last."""


_Frame = VideoFrame | AudioFrame
_Tracks = dict[int, _Track]


def copy(original: IO[bytes], made: IO[bytes], facts: VideoFacts, stop: Stop) -> None:
    """The same pictures in an MP4, and the same sound where an MP4 may hold it."""
    with _from_to(original, made) as (source, target):
        start, film, sound = start_of(source), film_of(source), sound_of(source)
        tracks: _Tracks = {}
        if film:
            tracks[film.index] = _Copied(target, film, start)
        if sound and facts.sound in SOUNDS_KEPT:
            tracks[sound.index] = _Copied(target, sound, start)
        elif sound:
            tracks[sound.index] = _sound_track(target, sound, start, float(facts.seconds))
        _carry(source, tracks, stop)


def encode(
    original: IO[bytes], made: IO[bytes], facts: VideoFacts, terms: VideoTerms, stop: Stop
) -> None:
    """H.264 and AAC, as large and as long as the terms allow."""
    with _from_to(original, made) as (source, target):
        start, film, sound = start_of(source), film_of(source), sound_of(source)
        tracks: _Tracks = {}
        if film:
            tracks[film.index] = _film_track(target, start, facts, terms)
        if sound:
            tracks[sound.index] = _sound_track(target, sound, start, terms.longest)
        _carry(source, tracks, stop)


@contextmanager
def _from_to(
    original: IO[bytes], made: IO[bytes]
) -> Iterator[tuple[InputContainer, OutputContainer]]:
    with (
        opened(original) as source,
        understood(),
        av.open(made, "w", format="mp4", buffer_size=BUFFER) as target,
    ):
        yield source, target


def _carry(source: InputContainer, tracks: _Tracks, stop: Stop) -> None:
    streams = [source.streams[index] for index in tracks]
    for packet in packets(source, *streams, stop=stop):
        tracks[packet.stream.index].take(packet)


class _Copied:
    """Packets as they are, their time counted from the beginning."""

    def __init__(self, target: OutputContainer, stream: Stream, start: Fraction) -> None:
        self._target = target
        self._stream = target.add_stream_from_template(stream, opaque=True)
        self._start = start
        self._waiting: list[Packet[Stream]] = []

    def take(self, packet: Packet[Stream]) -> None:
        if packet.size:
            self._waiting.append(packet)
        if packet.dts is None and packet.size and len(self._waiting) < _MOST_WAITING:
            return
        for ordered in self._in_order():
            ordered.stream = self._stream
            self._target.mux(ordered)
        self._waiting.clear()

    def _in_order(self) -> list[Packet[Stream]]:
        """Matroska does not say when the first packets of a film are to be decoded, where that is not
        the order in which they are seen: one picture before the other, up to the first that is known."""
        due = None
        for packet in reversed(self._waiting):
            if packet.pts is None:
                raise Unreadable("a packet has no time")
            late = round(self._start / packet.time_base)
            packet.pts -= late
            packet.dts = (
                (packet.pts if due is None else due) if packet.dts is None else packet.dts - late
            )
            due = packet.dts - max(packet.duration or 0, 1)
        return self._waiting


class _Encoded:
    """Frames, decoded and filtered, from the beginning up to `until` seconds, encoded anew."""

    def __init__(
        self,
        target: OutputContainer,
        stream: VideoStream | AudioStream,
        steps: Sequence[_Step],
        *,
        start: Fraction,
        until: float,
    ) -> None:
        self._target = target
        self._stream = stream
        self._steps = steps
        self._start = start
        self._until = until
        self._decoder = Decoder()
        self._graph: Graph | None = None

    def take(self, packet: Packet[Stream]) -> None:
        for frame in self._decoder.frames(packet):
            self._filter(frame)
        if not packet.size:
            self._finish()

    def _filter(self, frame: _Frame) -> None:
        pts = frame.dts if frame.pts is None else frame.pts
        if pts is None or frame.time_base is None:
            return
        frame.pts = pts - round(self._start / frame.time_base)
        if frame.pts * frame.time_base >= self._until:
            return
        if self._graph is None:
            self._graph = _graph_for(frame, self._steps)
        self._graph.push(frame)
        self._write(self._graph)

    def _finish(self) -> None:
        self._decoder.check()
        if self._graph is None:
            raise Unreadable("nothing could be decoded")
        self._graph.push(None)
        self._write(self._graph)
        self._encode(None)

    def _write(self, graph: Graph) -> None:
        while True:
            try:
                frame = graph.pull()
            except (av.BlockingIOError, av.EOFError):
                return
            self._encode(frame)

    def _encode(self, frame: _Frame | None) -> None:
        self._target.mux(self._stream.encode(frame))  # type: ignore[arg-type]


def _film_track(
    target: OutputContainer, start: Fraction, facts: VideoFacts, terms: VideoTerms
) -> _Track:
    rate = min(max(facts.rate, Fraction(1)), _MOST_RATE).limit_denominator(1001)
    width, height = _fitting(facts, terms.longest_side)
    stream = target.add_stream("libx264", rate=rate)
    stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
    stream.codec_context.thread_count = 1
    stream.options = _quality(_bits(facts, terms))
    size = f"{height}:{width}" if facts.turn % 2 else f"{width}:{height}"
    steps: list[_Step] = [
        ("scale", size),
        *_TURNS[facts.turn],
        ("fps", str(rate)),
        ("format", "yuv420p"),
        ("buffersink", None),
    ]
    return _Encoded(target, stream, steps, start=start, until=terms.longest)


def _sound_track(
    target: OutputContainer, sound: AudioStream, start: Fraction, until: float
) -> _Track:
    layout = "mono" if sound.codec_context.layout.nb_channels == 1 else "stereo"
    stream = target.add_stream("aac", rate=_SOUND_RATE)
    stream.layout, stream.bit_rate = layout, _SOUND_BITS
    steps: list[_Step] = [
        ("aresample", f"{_SOUND_RATE}:async=1:first_pts=0"),
        ("aformat", f"sample_fmts=fltp:channel_layouts={layout}"),
        ("abuffersink", None),
    ]
    return _Encoded(target, stream, steps, start=start, until=until)


def _graph_for(frame: _Frame, steps: Sequence[_Step]) -> Graph:
    """What frames like this one go through. One thread, as for the decoders."""
    graph = Graph()
    graph.threads = 1
    nodes = [_entrance(graph, frame), *(graph.add(name, args) for name, args in steps)]
    graph.link_nodes(*nodes).configure()
    return graph


def _entrance(graph: Graph, frame: _Frame) -> FilterContext:
    if isinstance(frame, VideoFrame):
        return graph.add_buffer(
            width=frame.width,
            height=frame.height,
            format=frame.format,
            time_base=frame.time_base,
        )
    return graph.add_abuffer(
        sample_rate=frame.sample_rate,
        format=frame.format.name,
        layout=frame.layout.name,
        time_base=frame.time_base,
    )


def _quality(bits: int) -> dict[str, object]:
    return {
        "preset": "veryfast",
        "crf": "21",
        "maxrate": str(bits),
        "bufsize": str(2 * bits),
    }


def _fitting(facts: VideoFacts, longest_side: int) -> tuple[int, int]:
    """Width and height with even numbers, no longer than allowed."""
    scale = min(Fraction(1), Fraction(longest_side, max(facts.width, facts.height)))
    return _even(facts.width * scale), _even(facts.height * scale)


def _even(side: Fraction) -> int:
    return max(int(side) // 2 * 2, 2)


def _bits(facts: VideoFacts, terms: VideoTerms) -> int:
    """Per second, for the pictures, so that the whole does not get too large."""
    room = 8 * terms.largest * _FOR_THE_REST / max(facts.seconds, Fraction(1)) - _SOUND_BITS
    return max(_LEAST_BITS, min(_MOST_BITS, int(room)))
