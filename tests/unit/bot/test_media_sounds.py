"""What becomes of a sound, by its bytes: passed on, turned into MP3, or refused."""

import array
import io
import itertools
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO, cast

import av
import pytest

from bot.media.faults import FileTooLarge, TooLong, Unreadable
from bot.media.ready import ReadySound
from bot.media.sounds import prepare
from bot.media.stopping import Stop, Stopped
from bot.media.terms import SoundTerms
from tests.media import sound, video
from tests.pictures import picture

TERMS = SoundTerms(longest=60)
Prepare = Callable[..., ReadySound]


@pytest.fixture
def prepared() -> Iterator[Prepare]:
    with ExitStack() as opened:

        def work(content: bytes, terms: SoundTerms = TERMS, stop: Stop | None = None) -> ReadySound:
            original = opened.enter_context(tempfile.TemporaryFile())
            original.write(content)
            return prepare(
                original, opened.enter_context(tempfile.TemporaryFile()), terms, stop or Stop()
            )

        yield work


def read(ready: ReadySound) -> bytes:
    ready.file.seek(0)
    content = ready.file.read()
    assert len(content) == ready.size
    return content


def heard(content: bytes) -> tuple[str, int, float, float]:
    """Codec, channels, seconds, and the pitch of a tone in Hz."""
    with av.open(io.BytesIO(content), "r") as container:
        track = container.streams.audio[0]
        convert = av.AudioResampler("s16", "mono", 8000)
        frames = [part for frame in container.decode(track) for part in convert.resample(frame)]
        wave = array.array("h", b"".join(bytes(f.planes[0])[: f.samples * 2] for f in frames))
        crossings = sum(a < 0 <= b for a, b in itertools.pairwise(wave))
        seconds = len(wave) / 8000
        codec = track.codec_context.codec.canonical_name
        return codec, track.codec_context.layout.nb_channels, seconds, crossings / seconds


@pytest.mark.parametrize(("kind", "content_type"), [("mp3", "audio/mpeg"), ("wav", "audio/wav")])
@pytest.mark.parametrize("channels", [1, 2])
def test_what_the_provider_takes_is_passed_on_byte_for_byte(
    prepared: Prepare, kind: str, content_type: str, channels: int
) -> None:
    content = sound(kind, 1.5, channels=channels)
    ready = prepared(content)
    assert ready.content_type == content_type
    assert ready.seconds == pytest.approx(1.5, abs=0.05)
    assert read(ready) == content


@pytest.mark.parametrize("kind", ["ogg", "wav24", "flac", "m4a", "aac", "aiff", "webm"])
@pytest.mark.parametrize("channels", [1, 2])
def test_other_sounds_become_mp3_and_sound_the_same(
    prepared: Prepare, kind: str, channels: int
) -> None:
    ready = prepared(sound(kind, 1.5, channels=channels))
    assert ready.content_type == "audio/mpeg"
    assert ready.seconds == pytest.approx(1.5, abs=0.05)
    codec, tracks, seconds, pitch = heard(read(ready))
    assert (codec, tracks) == ("mp3", channels)
    assert seconds == pytest.approx(1.5, abs=0.05)
    assert pitch == pytest.approx(440, abs=15)


@pytest.mark.parametrize(("kind", "voice"), [("mp4", "aac"), ("webm", "libopus"), ("avi", "aac")])
def test_of_a_video_the_sound_is_taken(prepared: Prepare, kind: str, voice: str) -> None:
    ready = prepared(video(kind, 1.0, voice=voice))
    assert ready.content_type == "audio/mpeg"
    assert heard(read(ready))[0] == "mp3"
    assert heard(read(ready))[3] == pytest.approx(440, abs=20)


def test_each_provider_says_itself_what_it_takes(prepared: Prepare) -> None:
    content = sound("m4a")
    ready = prepared(content, SoundTerms(longest=60, types={"audio/mp4", "audio/mpeg"}))
    assert (ready.content_type, read(ready)) == ("audio/mp4", content)
    assert prepared(sound("wav"), SoundTerms(60, types={"audio/mpeg"})).content_type == "audio/mpeg"


@pytest.mark.parametrize("kind", ["ogg", "mp3", "wav"])
def test_what_is_a_moment_too_long_is_cut(prepared: Prepare, kind: str) -> None:
    ready = prepared(sound(kind, 2.6), SoundTerms(longest=2))
    assert 1.9 < ready.seconds <= 2
    assert heard(read(ready))[2] == pytest.approx(2, abs=0.05)


@pytest.mark.parametrize("kind", ["ogg", "mp3", "wav", "m4a"])
def test_what_is_too_long_is_refused(prepared: Prepare, kind: str) -> None:
    with pytest.raises(TooLong):
        prepared(sound(kind, 3.2), SoundTerms(longest=2))


def test_what_is_too_heavy_becomes_lighter_or_is_refused(prepared: Prepare) -> None:
    content = sound("wav", 2)
    ready = prepared(content, SoundTerms(60, largest=60_000))
    assert ready.content_type == "audio/mpeg"
    assert ready.size < 60_000 < len(content)
    with pytest.raises(FileTooLarge):
        prepared(content, SoundTerms(60, largest=10_000))


def test_a_scratch_is_passed_over(prepared: Prepare) -> None:
    content = bytearray(sound("mp3", 3))
    content[8000:8200] = bytes(200)
    assert prepared(bytes(content)).seconds == pytest.approx(3, abs=0.2)


def half(content: bytes) -> bytes:
    return content[: len(content) // 2]


BROKEN = {
    "empty": b"",
    "text": b"this is no sound",
    "html": b"<html>502 Bad Gateway</html>",
    "picture": picture(),
    "video without a sound": video("mp4", 0.4),
    "half an aiff": half(sound("aiff", 3)),
    "half a flac": half(sound("flac", 3)),
    "half an m4a": half(sound("m4a", 3)),
    "only a beginning": sound("ogg")[:60],
    "only a header": sound("wav")[:44],
    "noise that calls itself ogg": b"OggS\0\2" + bytes(range(256)) * 40,
    "playlist": b"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n",
    "list of files": b"ffconcat version 1.0\nfile /etc/hostname\n",
    "description of a stream": b"v=0\no=- 0 0 IN IP4 127.0.0.1\nm=audio 9 RTP/AVP 0\n",
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_what_cannot_be_heard_is_refused(prepared: Prepare, content: bytes) -> None:
    with pytest.raises(Unreadable):
        prepared(content)


@pytest.mark.parametrize("kind", ["ogg", "mp3"])
def test_work_that_nobody_waits_for_is_not_done(prepared: Prepare, kind: str) -> None:
    stop = Stop()
    stop.set()
    with pytest.raises(Stopped):
        prepared(sound(kind), stop=stop)


def test_a_full_disk_is_not_the_sounds_fault() -> None:
    with tempfile.TemporaryFile() as original, Path("/dev/full").open("wb", buffering=0) as full:
        original.write(sound("ogg", 20))
        with pytest.raises(OSError, match="space"):
            prepare(original, cast("IO[bytes]", full), TERMS, Stop())
