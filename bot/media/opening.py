"""Sounds and videos are opened here: by their bytes, reaching for no other file and no address.

Whoever imports this module carries FFmpeg's libraries: only the workshop's thread does, and only when
the first sound or video comes.
"""

from __future__ import annotations  # PyAV's packets are generic for type checkers only

import os
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from typing import IO, Any, NoReturn

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.packet import Packet
from av.stream import Disposition, Stream
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from bot.media.faults import FileTooLarge, MediaFault, Unreadable
from bot.media.stopping import Stop, Stopped

BUFFER = 256 * 1024
MOST_PIXELS = 4096 * 2304
"""Of one frame. A decoder keeps up to seventeen of them."""

_SAMPLE_RATES = range(4_000, 384_001)  # per second; what is beyond only fills the memory

MOMENT = Fraction(99, 100)
"""Telegram counts whole seconds. What is too long by less than one is cut, instead of refused late."""

# What people's devices make. Not all that FFmpeg knows: playlists lead elsewhere, and hardly anybody looks
# after the code for most of the old ones.
_FORMATS = (
    "3gp aac ac3 aiff amr amrnb amrwb asf au avi caf eac3 flac flv matroska mov mp3 mpeg mpegts mpegvideo"
    " ogg w64 wav"
)
_CODECS = (
    "h264 hevc libdav1d av1 vp8 libvpx vp9 libvpx-vp9 mpeg4 msmpeg4 msmpeg4v2 h263 mpeg1video mpeg2video"
    " mpegvideo mjpeg flv theora vc1 wmv1 wmv2 wmv3 prores dvvideo png"
    " aac aac_latm ac3 eac3 alac amrnb amrwb libopencore_amrnb libopencore_amrwb flac mp1 mp1float mp2"
    " mp2float mp3 mp3float opus libopus vorbis speex wmav1 wmav2 wmapro adpcm_ima_wav adpcm_ms gsm gsm_ms"
    " pcm_alaw pcm_mulaw pcm_u8 pcm_s8 pcm_s16le pcm_s16be pcm_s24le pcm_s24be pcm_s32le pcm_s32be"
    " pcm_f32le pcm_f32be pcm_f64le"
)
_OPTIONS = {
    "format_whitelist": _FORMATS.replace(" ", ","),
    "codec_whitelist": _CODECS.replace(" ", ","),
    "max_pixels": str(MOST_PIXELS),
}
# Titles come in any old encoding. Version 19 of PyAV takes that as it is, those before must be told.
_ANY_TITLE: dict[str, Any] = (
    {"metadata_errors": "replace"} if int(av.__version__.split(".")[0]) < 19 else {}
)
_DECODER_OPTIONS = {"max_pixels": str(MOST_PIXELS)}


@contextmanager
def opened(file: IO[bytes]) -> Iterator[InputContainer]:
    """The file as FFmpeg sees it. Whatever goes wrong within the block is Unreadable, the disk apart."""
    file.seek(0)
    with (
        understood(),
        av.open(
            file,
            "r",
            options=_OPTIONS,
            buffer_size=BUFFER,
            io_open=_reach_for_another,
            **_ANY_TITLE,
        ) as container,
    ):
        yield container


def _reach_for_another(_url: str, _flags: int, _options: dict[str, str]) -> NoReturn:
    raise Unreadable("it leads to another file")


@contextmanager
def understood() -> Iterator[None]:
    """Broken files make the decoders fail in every way there is; some of their errors are OSErrors."""
    try:
        yield
    except (MediaFault, Stopped):
        raise
    except av.FFmpegError as error:
        raise Unreadable(str(error)) from error
    except OSError:
        raise
    except Exception as error:
        raise Unreadable(f"{type(error).__name__}: {error}") from error


def size_of(file: IO[bytes]) -> int:
    """Bytes."""
    file.flush()
    return os.fstat(file.fileno()).st_size


def start_of(container: InputContainer) -> Fraction:
    """Seconds; some containers do not begin at nought."""
    return Fraction(container.start_time or 0, av.time_base)


def sound_of(container: InputContainer) -> AudioStream | None:
    """The track that players choose."""
    found = container.streams.best("audio")
    if isinstance(found, AudioStream) and _decodable(found):
        return found
    return None


def film_of(container: InputContainer) -> VideoStream | None:
    """What moves: not the cover of a record."""
    found = container.streams.best("video")
    if not isinstance(found, VideoStream) or is_cover(found) or not _decodable(found):
        return None
    if found.width * found.height > MOST_PIXELS:
        raise FileTooLarge(f"{found.width} x {found.height} pixels")
    return found


def is_cover(stream: VideoStream) -> bool:
    """A picture that comes with a sound."""
    return bool(stream.disposition & Disposition.attached_pic)


def _decodable(stream: Stream) -> bool:
    """One thread, so that memory and processors stay with the rest of the bot."""
    decoder = stream.codec_context
    if decoder is None or decoder.codec.name not in _CODECS.split():
        return False
    decoder.thread_count = 1
    decoder.options = dict(_DECODER_OPTIONS) if stream.type == "video" else {}
    return True


def check_complete(seconds: Fraction, *, stated: Fraction) -> None:
    """Raises Unreadable where much less is there than the file itself says."""
    if seconds < stated * Fraction(9, 10) - Fraction(1, 2):
        raise Unreadable(f"it breaks off after {float(seconds):.1f} of {float(stated):.1f} s")


def packets(container: InputContainer, *streams: Stream, stop: Stop) -> Iterator[Packet[Stream]]:
    """All packets of these streams, in the file's order; each stream ends with an empty one."""
    for packet in container.demux(*streams):
        stop.check()
        if not packet.is_corrupt:
            yield packet


class Decoder:
    """Decodes packets; a few bad ones are passed over, as players do."""

    def __init__(self) -> None:
        self._good = 0
        self._bad = 0

    def frames(self, packet: Packet[Stream]) -> Iterator[VideoFrame | AudioFrame]:
        """What can be shown or heard of a packet."""
        try:
            frames = packet.decode()
        except av.InvalidDataError:
            self._bad += 1
            return
        self._good += 1
        for frame in frames:
            assert isinstance(frame, VideoFrame | AudioFrame)
            if isinstance(frame, AudioFrame) and frame.sample_rate not in _SAMPLE_RATES:
                raise Unreadable(f"{frame.sample_rate} samples per second")
            yield frame

    def check(self) -> None:
        """Raises Unreadable where more was bad than a scratch."""
        if self._bad * 10 > self._good:
            raise Unreadable(f"{self._bad} packets are damaged, {self._good} are not")
