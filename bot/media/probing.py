"""What a video is, by its bytes: read to its end, and its first picture seen."""

from __future__ import annotations  # PyAV's packets are generic for type checkers only

from dataclasses import dataclass
from fractions import Fraction
from typing import IO

from av.container import InputContainer
from av.packet import Packet
from av.stream import Stream
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from bot.media.faults import TooLong, Unreadable
from bot.media.opening import (
    MOMENT,
    Decoder,
    check_complete,
    film_of,
    opened,
    packets,
    size_of,
    sound_of,
)
from bot.media.stopping import Stop

_ISO = "mov,mp4,m4a,3gp,3g2,mj2"
_EBML = "matroska,webm"
_TYPES = {
    "avi": "video/x-msvideo",
    "flv": "video/x-flv",
    "mpeg": "video/mpeg",
    "mpegts": "video/MP2T",
    "ogg": "video/ogg",
}
# Where the length is written down, and no guess.
_LENGTH_IS_KNOWN = {_ISO, _EBML}
_EBML_HEAD = 64  # bytes, within which WebM says that it is more than Matroska
_ODDEST_PIXELS = 4  # times as wide as high, or as high as wide: more is a mistake of the file
_ORDINARY_RATE = Fraction(30)


@dataclass(frozen=True, slots=True)
class VideoFacts:
    """`width` and `height` as it is seen: turned, with square pixels. `turn`: quarters to the left."""

    content_type: str
    codec: str
    sound: str | None
    size: int
    seconds: Fraction
    pictures: int
    width: int
    height: int
    turn: int
    rate: Fraction
    tells_where: bool


def examine(file: IO[bytes], *, longest: float, stop: Stop) -> VideoFacts:
    """Raises Unreadable, TooLong (for what lasts more than a moment longer), FileTooLarge, Stopped."""
    with opened(file) as container:
        film, sound = film_of(container), sound_of(container)
        if film is None:
            raise Unreadable("there is nothing to see")
        walk = _Walk(film, longest)
        for packet in packets(container, *filter(None, (film, sound)), stop=stop):
            walk.see(packet)
        walk.check(container)
        assert walk.first is not None
        width, height, turn = _seen(film, walk.first)
        return VideoFacts(
            content_type=_content_type(container, file),
            codec=film.codec_context.codec.canonical_name,
            sound=sound.codec_context.codec.canonical_name if sound else None,
            size=size_of(file),
            seconds=walk.end - (walk.begin or 0),
            pictures=walk.pictures,
            width=width,
            height=height,
            turn=turn,
            rate=Fraction(film.average_rate or film.guessed_rate or _ORDINARY_RATE),
            tells_where=_tells_where(container),
        )


class _Walk:
    """From the first packet to the last; one picture is decoded, to see that it can be."""

    def __init__(self, film: VideoStream, longest: float) -> None:
        self._film = film
        self._longest = longest
        self._decoder = Decoder()
        self.begin: Fraction | None = None
        self.end = Fraction()
        self.pictures = 0
        self.first: VideoFrame | None = None

    def see(self, packet: Packet[Stream]) -> None:
        if packet.stream.index == self._film.index:
            self._look(packet)
        time = packet.dts if packet.pts is None else packet.pts
        if time is None or packet.is_discard:
            return
        begin = time * packet.time_base
        self.begin = begin if self.begin is None else min(self.begin, begin)
        self.end = max(self.end, begin + (packet.duration or 0) * packet.time_base)
        if self.end - self.begin > self._longest + MOMENT:
            raise TooLong

    def _look(self, packet: Packet[Stream]) -> None:
        self.pictures += bool(packet.size)
        if self.first is None:
            for frame in self._decoder.frames(packet):
                assert isinstance(frame, VideoFrame)
                self.first = frame
                return

    def check(self, container: InputContainer) -> None:
        """Raises Unreadable where it breaks off, or nothing can be seen."""
        if self.first is None or self.begin is None or self.end <= self.begin:
            raise Unreadable("there is nothing to see")
        if container.format.name in _LENGTH_IS_KNOWN and container.duration:
            check_complete(self.end, stated=Fraction(container.duration, 1_000_000))


def _seen(film: VideoStream, picture: VideoFrame) -> tuple[int, int, int]:
    """Width, height, and how many quarters it must be turned to the left to look so."""
    pixel = Fraction(film.sample_aspect_ratio or 1)
    if not Fraction(1, _ODDEST_PIXELS) <= pixel <= _ODDEST_PIXELS:
        pixel = Fraction(1)
    width, height = round(picture.width * pixel), picture.height
    turn = round(picture.rotation / 90) % 4
    return (height, width, turn) if turn % 2 else (width, height, turn)


def _content_type(container: InputContainer, file: IO[bytes]) -> str:
    if container.format.name == _ISO:
        brand = container.metadata.get("major_brand", "qt")
        if brand.startswith("3g"):
            return "video/3gpp"
        return "video/quicktime" if brand.strip() == "qt" else "video/mp4"
    if container.format.name == _EBML:
        file.seek(0)
        return "video/webm" if b"webm" in file.read(_EBML_HEAD) else "video/x-matroska"
    return _TYPES.get(container.format.name, "")


def _tells_where(container: InputContainer) -> bool:
    """Phones write the place beside the pictures, cameras even the way that was gone."""
    told = [container.metadata, *(stream.metadata for stream in container.streams)]
    return bool(container.streams.data) or any("location" in key for tags in told for key in tags)
