"""Makes a voice message of any sound, as Telegram's apps do: Opus in an OGG file."""

import io
from pathlib import Path
from typing import Any

import av

_RATE = 48_000


def as_voice(path: Path) -> bytes | None:
    """The sound of this file; None where there is none that can be read."""
    buffer = io.BytesIO()
    try:
        with av.open(str(path)) as source, av.open(buffer, "w", format="ogg") as target:
            sound = source.streams.audio[0]
            if sound.codec_context.name in ("opus", "libopus"):
                _copy(source, sound, target)
            else:
                _encode(source, sound, target)
    except (av.FFmpegError, ValueError, IndexError):
        return None
    return buffer.getvalue()


def _copy(source: Any, sound: Any, target: Any) -> None:
    copy = target.add_stream_from_template(sound)
    for packet in source.demux(sound):
        if packet.dts is not None:
            packet.stream = copy
            target.mux(packet)


def _encode(source: Any, sound: Any, target: Any) -> None:
    voice = target.add_stream("libopus", rate=_RATE, layout="mono")
    resampler = av.AudioResampler("s16", "mono", _RATE)
    for frame in source.decode(sound):
        for part in resampler.resample(frame):
            target.mux(voice.encode(part))
    for part in resampler.resample(None):
        target.mux(voice.encode(part))
    target.mux(voice.encode(None))
