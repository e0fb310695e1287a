"""Real sounds and videos for tests, a few KB each."""

import array
import io
import math
import tempfile
import wave
from fractions import Fraction
from pathlib import Path

import av
from av.audio.stream import AudioStream
from av.video.stream import VideoStream
from PIL import Image, ImageDraw

RATE = 48_000
# Format, and the encoder that people's devices use for it.
SOUNDS = {
    "ogg": ("ogg", "libopus"),
    "mp3": ("mp3", "libmp3lame"),
    "wav": ("wav", "pcm_s16le"),
    "wav24": ("wav", "pcm_s24le"),
    "flac": ("flac", "flac"),
    "m4a": ("ipod", "aac"),
    "aac": ("adts", "aac"),
    "aiff": ("aiff", "pcm_s16be"),
    "webm": ("webm", "libopus"),
}
VIDEOS = {
    "mp4": ("mp4", "libx264"),
    "mov": ("mov", "libx264"),
    "3gp": ("3gp", "libx264"),
    "mkv": ("matroska", "libx264"),
    "ts": ("mpegts", "libx264"),
    "flv": ("flv", "libx264"),
    "webm": ("webm", "libvpx"),
    "avi": ("avi", "mpeg4"),
    "mpg": ("mpeg", "mpeg2video"),
}
# The encoders' own choice is quality, and tests have no time.
_QUICK: dict[str, dict[str, object]] = {
    "libvpx": {"deadline": "realtime", "cpu-used": "8"},
    "libvpx-vp9": {"deadline": "realtime", "cpu-used": "8"},
    "libx265": {"preset": "ultrafast", "x265-params": "log-level=none:pools=none"},
}


def sound(kind: str = "ogg", seconds: float = 1.0, *, channels: int = 1) -> bytes:
    """A tone, as a voice recorder would save it."""
    form, codec = SOUNDS[kind]
    file = io.BytesIO()
    with av.open(file, "w", format=form) as container:
        stream = container.add_stream(codec, rate=RATE)
        assert isinstance(stream, AudioStream)
        stream.layout = "mono" if channels == 1 else "stereo"
        for frame in _tone(seconds, channels):
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return file.getvalue()


def silence(seconds: float) -> bytes:
    """So long a recording of nothing, made in no time."""
    file = io.BytesIO()
    with wave.open(file, "wb") as recording:
        recording.setnchannels(1)
        recording.setsampwidth(2)
        recording.setframerate(8_000)
        recording.writeframes(bytes(round(seconds * 8_000) * 2))
    return file.getvalue()


def _tone(seconds: float, channels: int) -> list[av.AudioFrame]:
    frames, left, step = [], round(seconds * RATE), RATE // 10
    for start in range(0, left, step):
        count = min(step, left - start)
        tone = [int(9000 * math.sin((start + n) * 2 * math.pi * 440 / RATE)) for n in range(count)]
        frame = av.AudioFrame("s16", "mono" if channels == 1 else "stereo", count)
        frame.planes[0].update(
            array.array("h", [v for v in tone for _ in range(channels)]).tobytes()
        )
        frame.sample_rate, frame.time_base, frame.pts = RATE, Fraction(1, RATE), start
        frames.append(frame)
    return frames


def video(
    kind: str = "mp4",
    seconds: float = 1.0,
    *,
    size: tuple[int, int] = (320, 240),
    codec: str | None = None,
    voice: str | None = None,
    rate: int = 25,
    turn: int = 0,
    place: str | None = None,
    mute: bool = False,
    options: dict[str, str] | None = None,
) -> bytes:
    """A square that falls, on a ground whose left half is bright; with `voice`, an encoder, a tone.

    `turn`: degrees to the left, as phones note them. `place`: where it was taken.
    `mute`: the track for the tone stays empty.
    """
    form, usual = VIDEOS[kind]
    with (
        tempfile.NamedTemporaryFile() as file,  # by its name, FFmpeg can also read what it wrote
        av.open(file.name, "w", format=form, container_options=options or {}) as container,
    ):
        if place:
            container.metadata["location"] = place
        film = container.add_stream(codec or usual, rate=rate)
        assert isinstance(film, VideoStream)
        film.width, film.height, film.pix_fmt = *size, "yuv420p"
        film.options = dict(_QUICK.get(codec or usual, {}))
        if turn:
            film.set_display_rotation(turn)
        track = container.add_stream(voice, rate=RATE) if voice else None
        for frame in _pictures(seconds, size, rate):
            container.mux(film.encode(frame))
        container.mux(film.encode(None))
        if isinstance(track, AudioStream) and not mute:
            for tone in _tone(seconds, 2):
                container.mux(track.encode(tone))
            container.mux(track.encode(None))
        container.close()
        return Path(file.name).read_bytes()


def _pictures(seconds: float, size: tuple[int, int], rate: int) -> list[av.VideoFrame]:
    width, height = size
    count = max(round(seconds * rate), 1)
    return [_picture(width, height, n / count) for n in range(count)]


def _picture(width: int, height: int, progress: float) -> av.VideoFrame:
    image = Image.new("RGB", (width, height), "black")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width // 2, height), fill="white")
    top = int(progress * (height - height // 4))
    draw.rectangle(
        (width * 3 // 4, top, width * 3 // 4 + height // 4, top + height // 4), fill="red"
    )
    frame: av.VideoFrame = av.VideoFrame.from_image(image)  # type: ignore[no-untyped-call]
    return frame
