"""What becomes of a video, by its bytes: passed on, written anew, or refused."""

import io
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

import av
import pytest
from PIL import Image, ImageStat

from bot.media.faults import FileTooLarge, TooLong, Unreadable
from bot.media.ready import ReadyVideo
from bot.media.stopping import Stop, Stopped
from bot.media.terms import VideoTerms
from bot.media.videos import prepare
from tests.media import sound, video
from tests.pictures import picture

TERMS = VideoTerms(longest=30)
SMALL = VideoTerms(longest=30, longest_side=160)
PLACE = "+52.5163+013.3777/"
Prepare = Callable[..., ReadyVideo]


@pytest.fixture
def prepared() -> Iterator[Prepare]:
    with ExitStack() as opened:

        def work(content: bytes, terms: VideoTerms = TERMS, stop: Stop | None = None) -> ReadyVideo:
            original = opened.enter_context(tempfile.TemporaryFile())
            original.write(content)
            return prepare(
                original, opened.enter_context(tempfile.TemporaryFile()), terms, stop or Stop()
            )

        yield work


def read(ready: ReadyVideo) -> bytes:
    ready.file.seek(0)
    content = ready.file.read()
    assert len(content) == ready.size
    return content


@dataclass
class Seen:
    """What a player makes of a file."""

    form: str
    codec: str
    sound: str | None
    pictures: list[Image.Image]
    begins: float
    seconds: float

    def light(self, box: tuple[float, float, float, float]) -> float:
        """How bright a part of the first picture is; the box in parts of its sides."""
        width, height = self.pictures[0].size
        part = (box[0] * width, box[1] * height, box[2] * width, box[3] * height)
        return ImageStat.Stat(self.pictures[0].convert("L").crop(part)).mean[0]


def seen(ready: ReadyVideo) -> Seen:
    with av.open(io.BytesIO(read(ready)), "r") as container:
        film = container.streams.video[0]
        tracks = container.streams.audio
        pictures: list[Image.Image] = []
        samples, begins = 0, 0.0
        for frame in container.decode(film, *tracks):
            if isinstance(frame, av.AudioFrame):
                begins = begins if samples else max(begins, frame.time or 0)
                samples += frame.samples
            elif isinstance(frame, av.VideoFrame):
                begins = begins if pictures else max(begins, frame.time or 0)
                pictures.append(frame.to_image().rotate(frame.rotation, expand=True))  # type: ignore[no-untyped-call]
        return Seen(
            form=container.format.name,
            codec=film.codec_context.codec.canonical_name,
            sound=tracks[0].codec_context.codec.canonical_name if tracks else None,
            pictures=pictures,
            begins=begins,
            seconds=(container.duration or 0) / 1_000_000,
        )


LEFT, RIGHT = (0, 0, 0.4, 1), (0.6, 0, 0.7, 1)
TOP, BOTTOM = (0, 0, 1, 0.4), (0, 0.6, 1, 0.7)


@pytest.mark.parametrize(
    ("kind", "codec", "voice", "content_type", "name"),
    [
        ("mp4", "libx264", "aac", "video/mp4", "h264"),
        ("mp4", "libx264", None, "video/mp4", "h264"),
        ("mp4", "libx265", None, "video/mp4", "hevc"),
        ("mov", "libx264", "aac", "video/quicktime", "h264"),
        ("webm", "libvpx", "libopus", "video/webm", "vp8"),
        ("webm", "libvpx-vp9", None, "video/webm", "vp9"),
    ],
)
def test_what_the_provider_takes_is_passed_on_byte_for_byte(
    prepared: Prepare, kind: str, codec: str, voice: str | None, content_type: str, name: str
) -> None:
    content = video(kind, 1.2, codec=codec, voice=voice)
    ready = prepared(content)
    assert (ready.content_type, ready.codec, ready.has_sound) == (content_type, name, bool(voice))
    assert (ready.width, ready.height) == (320, 240)
    assert ready.seconds == pytest.approx(1.2, abs=0.05)
    assert read(ready) == content


@pytest.mark.parametrize(
    ("kind", "voice"),
    [
        ("3gp", "aac"),
        ("mkv", "libopus"),
        ("mkv", None),
        ("ts", "aac"),
        ("flv", "aac"),
        ("avi", "aac"),
        ("avi", "pcm_s16le"),
        ("mpg", None),
    ],
)
def test_others_become_mp4_and_look_and_sound_the_same(
    prepared: Prepare, kind: str, voice: str | None
) -> None:
    ready = prepared(video(kind, 1.2, voice=voice))
    assert (ready.content_type, ready.codec, ready.has_sound) == ("video/mp4", "h264", bool(voice))
    result = seen(ready)
    assert (result.codec, result.sound) == ("h264", "aac" if voice else None)
    assert ready.seconds == pytest.approx(1.2, abs=0.06)
    assert result.seconds == pytest.approx(1.2, abs=0.06)
    assert result.begins < 0.05, "pictures and sound, at once and together"
    assert len(result.pictures) == pytest.approx(30, abs=2)
    assert {shown.size for shown in result.pictures} == {(320, 240)}
    assert result.light(LEFT) > 200 > 60 > result.light(RIGHT)


def test_pictures_stay_as_they_are_where_only_the_rest_must_change(prepared: Prepare) -> None:
    content = video("mp4", 1.0, voice="pcm_s16le")
    ready = prepared(content)
    assert seen(ready).sound == "aac"
    with (
        av.open(io.BytesIO(content), "r") as before,
        av.open(io.BytesIO(read(ready)), "r") as after,
    ):
        ours = [bytes(packet) for packet in after.demux(video=0)]
        assert ours == [bytes(packet) for packet in before.demux(video=0)]


def test_each_provider_says_itself_what_it_takes(prepared: Prepare) -> None:
    content = video("mkv")
    ready = prepared(content, VideoTerms(30, types={"video/x-matroska"}))
    assert (ready.content_type, read(ready)) == ("video/x-matroska", content)
    ready = prepared(video("webm"), VideoTerms(30, codecs={"h264"}))
    assert (ready.content_type, ready.codec) == ("video/mp4", "h264")


@pytest.mark.parametrize(
    ("turn", "bright", "dark"),
    [(0, LEFT, RIGHT), (90, BOTTOM, TOP), (180, RIGHT, LEFT), (-90, TOP, BOTTOM)],
)
def test_a_video_stays_upright(
    prepared: Prepare,
    turn: int,
    bright: tuple[float, float, float, float],
    dark: tuple[float, float, float, float],
) -> None:
    content = video("mov", 0.4, turn=turn)
    for terms, long, short in ((TERMS, 320, 240), (SMALL, 160, 120)):
        ready = prepared(content, terms)
        size = (short, long) if turn in (90, -90) else (long, short)
        assert (ready.width, ready.height) == size
        result = seen(ready)
        assert result.pictures[0].size == size
        assert result.light(bright) > result.light(dark) + 80


def test_a_place_is_taken_out_and_the_pictures_stay(prepared: Prepare) -> None:
    content = video("mov", 0.6, place=PLACE, turn=90)
    assert PLACE[:8].encode() in content
    ready = prepared(content)
    assert PLACE[:8].encode() not in read(ready)
    assert (ready.width, ready.height) == (240, 320)
    with (
        av.open(io.BytesIO(content), "r") as before,
        av.open(io.BytesIO(read(ready)), "r") as after,
    ):
        ours = [bytes(packet) for packet in after.demux(video=0)]
        assert ours == [bytes(packet) for packet in before.demux(video=0)]


def test_a_text_that_nobody_can_read_does_no_harm(prepared: Prepare) -> None:
    content = video("mkv", 0.4, place=PLACE).replace(PLACE[:3].encode(), b"\xff\xfe\xfd")
    assert prepared(content).content_type == "video/mp4"


@pytest.mark.parametrize("terms", [TERMS, SMALL])
def test_a_track_that_stays_empty_does_no_harm(prepared: Prepare, terms: VideoTerms) -> None:
    ready = prepared(video("mkv", 0.6, voice="libopus", mute=True), terms)
    assert ready.content_type == "video/mp4"
    assert len(seen(ready).pictures) == 15


def test_what_was_recorded_in_a_browser_has_a_length_too(prepared: Prepare) -> None:
    """Written as it comes, such a file does not say how long it is."""
    content = video("webm", 1.2, voice="libopus", options={"live": "1"})
    with av.open(io.BytesIO(content), "r") as container:
        assert container.duration is None
    ready = prepared(content)
    assert ready.seconds == pytest.approx(1.2, abs=0.05)


def test_odd_sides_become_even(prepared: Prepare) -> None:
    ready = prepared(video("avi", 0.4, size=(162, 98)), VideoTerms(30, longest_side=101))
    assert (ready.width, ready.height) == (100, 60)


def test_many_pictures_a_second_become_thirty(prepared: Prepare) -> None:
    ready = prepared(video("avi", 1.0, size=(64, 64), rate=60))
    assert len(seen(ready).pictures) == pytest.approx(30, abs=1)
    assert ready.seconds == pytest.approx(1, abs=0.05)


@pytest.mark.parametrize("kind", ["mp4", "avi"])
def test_what_is_a_moment_too_long_is_cut(prepared: Prepare, kind: str) -> None:
    ready = prepared(video(kind, 2.6, voice="aac"), VideoTerms(longest=2))
    assert 1.9 < ready.seconds <= 2.05
    assert seen(ready).seconds == pytest.approx(2, abs=0.05)


@pytest.mark.parametrize("kind", ["mp4", "webm", "avi", "ts"])
def test_what_is_too_long_is_refused(prepared: Prepare, kind: str) -> None:
    with pytest.raises(TooLong):
        prepared(video(kind, 3.2), VideoTerms(longest=2))


def test_what_is_too_heavy_becomes_lighter_or_is_refused(prepared: Prepare) -> None:
    content = video("mpg", 2.0, size=(640, 480)) + bytes(200_000)
    ready = prepared(content, VideoTerms(30, largest=100_000))
    assert ready.content_type == "video/mp4"
    assert ready.size < 100_000 < len(content)
    with pytest.raises(FileTooLarge):
        prepared(content, VideoTerms(30, largest=3_000))


def test_what_would_fill_the_memory_is_refused(prepared: Prepare) -> None:
    with pytest.raises(FileTooLarge):
        prepared(video("mp4", 0.04, size=(4800, 2400)))


def test_what_would_take_for_ever_is_refused(prepared: Prepare) -> None:
    content = video("mp4", 1.0, size=(64, 64), rate=250)
    assert read(prepared(content)) == content, "nothing is decoded"
    with pytest.raises(FileTooLarge):
        prepared(content, VideoTerms(longest=1, types={"video/webm"}, codecs={"vp8"}))


def half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def with_cover() -> bytes:
    """A piece of music with the picture of its record."""
    file = io.BytesIO()
    with av.open(file, "w", format="mp3") as container:
        track = container.add_stream("libmp3lame", rate=48_000)
        cover = container.add_stream("mjpeg")
        cover.width, cover.height, cover.pix_fmt = 64, 64, "yuvj420p"
        cover.disposition = av.stream.Disposition.attached_pic
        container.mux(cover.encode(av.VideoFrame(64, 64, "yuvj420p")))
        container.mux(cover.encode(None))
        with av.open(io.BytesIO(sound("wav")), "r") as source:
            for frame in source.decode(audio=0):
                container.mux(track.encode(frame))
        container.mux(track.encode(None))
    return file.getvalue()


BROKEN = {
    "empty": b"",
    "text": b"this is no video",
    "html": b"<html>502 Bad Gateway</html>",
    "picture": picture(),
    "sound": sound("m4a"),
    "music with a cover": with_cover(),
    "half an mp4": half(video("mp4", 2.0)),
    "half an mp4 with its index in front": half(
        video("mp4", 2.0, options={"movflags": "faststart"})
    ),
    "half a webm": half(video("webm", 4.0)),
    "only a header": b"\0\0\0\x20ftypisom\0\0\2\0isomiso2avc1mp41",
    "noise that calls itself mp4": b"\0\0\0\x20ftypisom" + bytes(range(256)) * 40,
    "playlist": b"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n",
    "list of files": b"ffconcat version 1.0\nfile /etc/hostname\n",
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_what_cannot_be_seen_is_refused(prepared: Prepare, content: bytes) -> None:
    with pytest.raises(Unreadable):
        prepared(content)


@pytest.mark.parametrize("kind", ["mp4", "avi"])
def test_work_that_nobody_waits_for_is_not_done(prepared: Prepare, kind: str) -> None:
    stop = Stop()
    stop.set()
    with pytest.raises(Stopped):
        prepared(video(kind), stop=stop)


@pytest.mark.parametrize("kind", ["mkv", "avi"])
def test_a_full_disk_is_not_the_videos_fault(kind: str) -> None:
    with tempfile.TemporaryFile() as original, Path("/dev/full").open("wb", buffering=0) as full:
        original.write(video(kind))
        with pytest.raises(OSError, match="space"):
            prepare(original, cast("IO[bytes]", full), TERMS, Stop())
