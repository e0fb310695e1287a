"""Writes a video anew as MP4: its tracks are copied where they may stay as they are, else encoded.

Nothing but pictures and sound is taken along: not where it was taken, nor with what.
"""

from __future__ import annotations  # PyAV's packets are generic for type checkers only

from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from typing import IO, Protocol

import av
from av.container import InputContainer, OutputContainer
from av.packet import Packet
from av.stream import Stream

from bot.media.encoding import encoded_film, encoded_sound
from bot.media.faults import Unreadable
from bot.media.opening import BUFFER, film_of, opened, packets, sound_of, start_of, understood
from bot.media.probing import VideoFacts
from bot.media.stopping import Stop
from bot.media.terms import VideoTerms

SOUNDS_KEPT = frozenset({"aac", "mp3"})

_MOST_WAITING = 64  # packets; no film holds back more than sixteen pictures


class _Track(Protocol):
    def take(self, packet: Packet[Stream]) -> None:
        """Write what comes of a packet; an empty one is the last."""


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
            tracks[sound.index] = encoded_sound(target, sound, start, float(facts.seconds))
        _carry(source, tracks, stop)


def encode(
    original: IO[bytes], made: IO[bytes], facts: VideoFacts, terms: VideoTerms, stop: Stop
) -> None:
    """H.264 and AAC, as large and as long as the terms allow."""
    with _from_to(original, made) as (source, target):
        start, film, sound = start_of(source), film_of(source), sound_of(source)
        tracks: _Tracks = {}
        if film:
            tracks[film.index] = encoded_film(target, start, facts, terms)
        if sound:
            tracks[sound.index] = encoded_sound(target, sound, start, terms.longest)
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
