"""Pictures as H.264 and sound as AAC, as large and as long as a provider allows."""

from __future__ import annotations  # PyAV's packets are generic for type checkers only

from collections.abc import Mapping, Sequence
from fractions import Fraction

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.filter import Graph
from av.filter.context import FilterContext
from av.packet import Packet
from av.stream import Stream
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from bot.media.opening import Decoder
from bot.media.probing import VideoFacts
from bot.media.terms import VideoTerms

_MOST_RATE = Fraction(30)
_SOUND_RATE = 44_100
_SOUND_BITS = 128_000  # per second, as are the others
_MOST_BITS = 8_000_000
_LEAST_BITS = 200_000
_FOR_THE_REST = Fraction(9, 10)  # of the bytes allowed: containers and encoders are not exact

_Frame = VideoFrame | AudioFrame
_Step = tuple[str, str | None]  # a filter and what it is told
_TURNS: Mapping[int, Sequence[_Step]] = {
    0: (),
    1: (("transpose", "cclock"),),
    2: (("hflip", None), ("vflip", None)),
    3: (("transpose", "clock"),),
}


class Encoded:
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
        if self._graph is None:  # a track that is announced, and empty
            return
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


def encoded_film(
    target: OutputContainer, start: Fraction, facts: VideoFacts, terms: VideoTerms
) -> Encoded:
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
    return Encoded(target, stream, steps, start=start, until=terms.longest)


def encoded_sound(
    target: OutputContainer, sound: AudioStream, start: Fraction, until: float
) -> Encoded:
    layout = "mono" if sound.codec_context.layout.nb_channels == 1 else "stereo"
    stream = target.add_stream("aac", rate=_SOUND_RATE)
    stream.layout, stream.bit_rate = layout, _SOUND_BITS
    steps: list[_Step] = [
        ("aresample", f"{_SOUND_RATE}:async=1:first_pts=0"),
        ("aformat", f"sample_fmts=fltp:channel_layouts={layout}"),
        ("abuffersink", None),
    ]
    return Encoded(target, stream, steps, start=start, until=until)


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
