"""Writes what was painted, H.264 with sound for every browser, small looping GIFs; reads what was sent."""

from __future__ import annotations

from array import array
from fractions import Fraction
from typing import TYPE_CHECKING

import av
from PIL import Image

from simulator.film import sound

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from simulator.film.paint import Size

FPS = 12
_X264 = {"preset": "veryfast", "crf": "23", "tune": "animation", "threads": "1"}
_X264_LARGE = {**_X264, "preset": "ultrafast", "crf": "26"}
_MOST_PICTURES = 12
_LARGEST_SIDE = 640
_GIF_COLOURS = 144


def write_mp4(
    path: Path,
    frames: Iterable[Image.Image],
    music: array[int] | None,
    *,
    fps: int = FPS,
    size: Size | None = None,
) -> None:
    """`moov` goes first (faststart), so that a browser can play before it has everything.

    With a `size` the frames are enlarged to it, which costs a fraction of painting them large.
    """
    options = {"movflags": "faststart"}
    with av.open(str(path), "w", format="mp4", options=options) as container:
        video = container.add_stream("libx264", rate=fps, options=_X264_LARGE if size else _X264)
        video.pix_fmt = "yuv420p"
        voice = None
        if music is not None:
            voice = container.add_stream("aac", rate=sound.RATE, layout="mono")
            voice.bit_rate = 64_000
        for number, picture in enumerate(frames):
            width, height = size or picture.size
            if number == 0:
                video.width, video.height = width, height
            frame = av.VideoFrame.from_image(picture)  # type: ignore[no-untyped-call]
            frame = frame.reformat(width, height, "yuv420p", interpolation="FAST_BILINEAR")
            frame.pts, frame.time_base = number, Fraction(1, fps)
            container.mux(video.encode(frame))
        container.mux(video.encode())
        if voice is not None and music is not None:
            _write_sound(container, voice, music)


def write_mp3(path: Path, music: array[int]) -> None:
    with av.open(str(path), "w", format="mp3") as container:
        voice = container.add_stream("libmp3lame", rate=sound.RATE, layout="mono")
        voice.bit_rate = 64_000
        _write_sound(container, voice, music)


def _write_sound(
    container: av.container.OutputContainer, stream: av.AudioStream, music: array[int]
) -> None:
    """In frames as long as the codec takes them."""
    step = 1024
    resampler = av.AudioResampler(format=stream.format, layout="mono", rate=sound.RATE)
    for start in range(0, len(music), step):
        part = music[start : start + step]
        frame = av.AudioFrame(format="s16", layout="mono", samples=len(part))
        frame.sample_rate, frame.pts = sound.RATE, start
        frame.planes[0].update(part.tobytes().ljust(frame.planes[0].buffer_size, b"\0"))
        for fitted in resampler.resample(frame):
            container.mux(stream.encode(fitted))
    container.mux(stream.encode())


def write_gif(path: Path, frames: list[Image.Image], milliseconds: int) -> None:
    """One palette for all frames, so that nothing flickers; no dithering, so that it packs."""
    sheet = Image.new("RGB", (frames[0].width * len(frames), frames[0].height))
    for number, frame in enumerate(frames):
        sheet.paste(frame, (number * frame.width, 0))
    palette = sheet.quantize(_GIF_COLOURS, dither=Image.Dither.NONE)
    flat = [frame.quantize(palette=palette, dither=Image.Dither.NONE) for frame in frames]
    flat[0].save(path, "GIF", save_all=True, append_images=flat[1:], duration=milliseconds, loop=0)


def read_sound(path: Path, seconds: float) -> array[int]:
    """So long from the beginning of a sound, 16-bit mono; silence where it is shorter."""
    count = round(seconds * sound.RATE)
    music = array("h")
    with av.open(str(path)) as container:
        resampler = av.AudioResampler(format="s16", layout="mono", rate=sound.RATE)
        for frame in container.decode(audio=0):
            for fitted in resampler.resample(frame):
                music.frombytes(bytes(fitted.planes[0])[: fitted.samples * 2])
            if len(music) >= count:
                break
    return music[:count] + array("h", bytes(2 * max(0, count - len(music))))


def key_pictures(path: Path) -> list[Image.Image]:
    """Some pictures of an uploaded video from its beginning to its end: they cost little to read."""
    kept: list[Image.Image] = []
    step = 1
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        stream.codec_context.skip_frame = "NONKEY"
        for number, frame in enumerate(container.decode(stream)):
            if number % step == 0:
                kept.append(_small_picture(frame))
            if len(kept) > _MOST_PICTURES:
                kept, step = kept[::2], step * 2
    return kept or [first_picture(path)]


def first_picture(path: Path) -> Image.Image:
    """The first frame of an uploaded video."""
    with av.open(str(path)) as container:
        return _small_picture(next(container.decode(video=0)))


def _small_picture(frame: av.VideoFrame) -> Image.Image:
    part = min(1.0, _LARGEST_SIDE / max(frame.width, frame.height))
    width, height = max(2, round(frame.width * part)), max(2, round(frame.height * part))
    picture: Image.Image = frame.to_image(width=width, height=height)  # type: ignore[no-untyped-call]
    return picture.convert("RGB")
