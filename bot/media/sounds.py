"""What the provider takes as a sound, and how other sounds, and those of videos, become MP3."""

from __future__ import annotations  # PyAV's packets are generic for type checkers only

from collections.abc import Iterator
from fractions import Fraction
from typing import IO

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer

from bot.media.faults import FileTooLarge, TooLong, Unreadable
from bot.media.opening import (
    BUFFER,
    MOMENT,
    Decoder,
    check_complete,
    is_cover,
    opened,
    packets,
    size_of,
    sound_of,
    understood,
)
from bot.media.ready import ReadySound
from bot.media.stopping import Stop
from bot.media.terms import SoundTerms

RATE = 44_100
_MONO_BITS, _STEREO_BITS = 96_000, 160_000  # per second
_TYPES = {
    ("mp3", "mp3"): "audio/mpeg",
    ("wav", "pcm_s16le"): "audio/wav",
    ("mov,mp4,m4a,3gp,3g2,mj2", "aac"): "audio/mp4",
    ("aac", "aac"): "audio/aac",
}
# Where the length is written down, and no guess.
_LENGTH_IS_KNOWN = {"aiff", "caf", "flac", "mov,mp4,m4a,3gp,3g2,mj2"}


def prepare(original: IO[bytes], made: IO[bytes], terms: SoundTerms, stop: Stop) -> ReadySound:
    """Check a sound and pass it on as it is, or write an MP3 into the empty file `made`.

    What it is, its bytes say; how long it is, only hearing it to the end does. Raises Unreadable,
    TooLong, FileTooLarge, Stopped; OSError only for trouble with this machine's disk.
    """
    with opened(original) as container:
        track = _track(container)
        content_type = _content_type(container, track)
        if content_type in terms.types and size_of(original) <= terms.largest:
            seconds = max(until for until, _ in _heard(container, track, terms, stop))
            if seconds <= terms.longest:
                return ReadySound(original, content_type, size_of(original), float(seconds))
    with opened(original) as container:
        return _converted(container, made, terms, stop)


def _track(container: InputContainer) -> AudioStream:
    track = sound_of(container)
    if track is None:
        raise Unreadable("there is nothing to hear")
    return track


def _content_type(container: InputContainer, track: AudioStream) -> str:
    """Empty for what is no plain sound file of a well-known kind."""
    if not all(map(is_cover, container.streams.video)):
        return ""
    codec = track.codec_context.codec.canonical_name
    return _TYPES.get((container.format.name, codec), "")


def _heard(
    container: InputContainer, track: AudioStream, terms: SoundTerms, stop: Stop
) -> Iterator[tuple[Fraction, AudioFrame]]:
    """Every piece of the sound, with the seconds at its end. A moment more than the longest is let
    pass; who listens may leave it away."""
    decoder, seconds = Decoder(), Fraction()
    for packet in packets(container, track, stop=stop):
        for frame in decoder.frames(packet):
            assert isinstance(frame, AudioFrame)
            seconds += Fraction(frame.samples, frame.sample_rate)
            if seconds > terms.longest + MOMENT:
                raise TooLong
            yield seconds, frame
    decoder.check()
    if not seconds:
        raise Unreadable("there is nothing to hear")
    if container.format.name in _LENGTH_IS_KNOWN and track.duration and track.time_base:
        check_complete(seconds, stated=track.duration * track.time_base)


def _converted(
    container: InputContainer, made: IO[bytes], terms: SoundTerms, stop: Stop
) -> ReadySound:
    track, seconds = _track(container), Fraction()
    with understood(), av.open(made, "w", format="mp3", buffer_size=BUFFER) as output:
        mono = track.codec_context.layout.nb_channels == 1
        stream = output.add_stream("libmp3lame", rate=RATE)
        stream.layout = "mono" if mono else "stereo"
        stream.bit_rate = _MONO_BITS if mono else _STEREO_BITS
        for until, frame in _heard(container, track, terms, stop):
            if until <= terms.longest:
                frame.pts = None
                output.mux(stream.encode(frame))
                seconds = until
        output.mux(stream.encode(None))
    size = size_of(made)
    if not seconds:
        raise TooLong
    if size > terms.largest:
        raise FileTooLarge(f"{size} bytes after conversion")
    return ReadySound(made, "audio/mpeg", size, float(seconds))
