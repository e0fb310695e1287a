"""What people send, on its way through the disk: in pieces, in order, and without a trace."""

import asyncio
import io
import os
import subprocess
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import av
import pytest
from PIL import Image, ImageOps

from bot.media.faults import FileGone
from bot.media.terms import SoundTerms, VideoTerms
from bot.media.workshop import LARGEST_PICTURE, Workshop
from bot.spool import CHUNK
from jobs.errors import NotSent, Reason, Refused
from jobs.ids import FileId
from tests.media import sound, video

PIECES = 7


class Album:
    """Pictures kept in memory, given in small pieces."""

    def __init__(self, **files: bytes) -> None:
        self._files = files
        self.stall = asyncio.Event()
        self.stalled = asyncio.Event()

    @asynccontextmanager
    async def open(self, file_id: FileId) -> AsyncIterator[AsyncIterator[bytes]]:
        if file_id not in self._files:
            raise FileGone
        yield self._pieces(file_id)

    async def _pieces(self, file_id: FileId) -> AsyncIterator[bytes]:
        content = self._files[file_id]
        step = max(len(content) // PIECES, 1)
        for start in range(0, len(content), step):
            if file_id == "slow" and start:
                self.stalled.set()
                await self.stall.wait()
            yield content[start : start + step]


class Flood:
    """A file without an end."""

    @asynccontextmanager
    async def open(self, file_id: FileId) -> AsyncIterator[AsyncIterator[bytes]]:
        yield self._pieces()

    async def _pieces(self) -> AsyncIterator[bytes]:
        while True:
            yield bytes(LARGEST_PICTURE // 2)


def picture(kind: str, size: tuple[int, int] = (900, 700)) -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise(size, 80).convert("RGB").save(buffer, kind)
    return buffer.getvalue()


async def developed(workshop: Workshop, file_id: str) -> tuple[str, bytes]:
    async with workshop.picture(FileId(file_id)) as ready:
        pieces = [piece async for piece in ready.pieces()]
    content = b"".join(pieces)
    assert len(content) == ready.size
    assert max(map(len, pieces)) <= CHUNK
    return ready.content_type, content


async def test_a_picture_comes_out_as_it_went_in(tmp_path: Path) -> None:
    content = picture("PNG")
    workshop = Workshop(Album(a=content), tmp_path / "deep" / "tmp")
    assert await developed(workshop, "a") == ("image/png", content)
    workshop.close()


async def test_another_format_comes_out_as_jpeg(tmp_path: Path) -> None:
    workshop = Workshop(Album(a=picture("BMP")), tmp_path)
    content_type, content = await developed(workshop, "a")
    assert content_type == "image/jpeg"
    assert Image.open(io.BytesIO(content)).size == (900, 700)
    workshop.close()


async def test_many_at_once_keep_to_themselves(tmp_path: Path) -> None:
    files = {f"f{n}": picture("PNG", (200 + n, 100)) for n in range(20)}
    workshop = Workshop(Album(**files), tmp_path)
    results = await asyncio.gather(*(developed(workshop, name) for name in files))
    assert [content for _, content in results] == list(files.values())
    workshop.close()


async def test_a_picture_on_disk_has_no_name(tmp_path: Path) -> None:
    workshop = Workshop(Album(a=picture("PNG")), tmp_path)
    async with workshop.picture(FileId("a")) as ready:
        assert ready.size
        assert os.listdir(tmp_path) == []  # noqa: PTH208 (a Path's own way is barred in coroutines)
    workshop.close()


@pytest.mark.parametrize(
    ("file_id", "reason"), [("gone", Reason.PICTURE_GONE), ("broken", Reason.BAD_PICTURE)]
)
async def test_a_refusal_says_what_is_wrong(tmp_path: Path, file_id: str, reason: Reason) -> None:
    workshop = Workshop(Album(broken=picture("JPEG")[:5000]), tmp_path)
    with pytest.raises(Refused) as refusal:
        await developed(workshop, file_id)
    assert refusal.value.reason is reason
    workshop.close()


async def test_a_file_without_an_end_is_refused(tmp_path: Path) -> None:
    workshop = Workshop(Flood(), tmp_path)
    with pytest.raises(Refused) as refusal:
        await developed(workshop, "any")
    assert refusal.value.reason is Reason.TOO_LARGE
    workshop.close()


async def test_without_a_place_on_disk_it_is_tried_again_later(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    workshop = Workshop(Album(a=picture("PNG")), tmp_path / "file" / "tmp")
    with pytest.raises(NotSent):
        await developed(workshop, "a")
    workshop.close()


async def test_who_is_interrupted_leaves_nothing_open_and_the_others_alone(tmp_path: Path) -> None:
    content = picture("PNG")
    album = Album(slow=picture("BMP"), a=content)
    workshop = Workshop(album, tmp_path)
    slow = asyncio.create_task(developed(workshop, "slow"))
    await album.stalled.wait()
    slow.cancel()
    with pytest.raises(asyncio.CancelledError):
        await slow
    assert await developed(workshop, "a") == ("image/png", content)
    workshop.close()


def open_files(directory: Path) -> int:
    """How many files this process has open in a folder; they have no names any more."""
    numbers = [link for link in Path("/proc/self/fd").iterdir() if _is_open(link.name)]
    return sum(link.readlink().is_relative_to(directory) for link in numbers)


def _is_open(number: str) -> bool:
    try:
        os.fstat(int(number))
    except OSError:
        return False
    return True


async def test_a_file_is_not_closed_under_the_hands_of_the_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its number would go to the next file that is opened, and the thread would write into that."""
    working, go_on, turn = threading.Event(), threading.Event(), ImageOps.exif_transpose

    def slowly(image: Image.Image) -> Image.Image:
        working.set()
        assert go_on.wait(20)
        return turn(image)

    monkeypatch.setattr(ImageOps, "exif_transpose", slowly)
    workshop = Workshop(Album(slow_to_turn=picture("BMP"), a=picture("PNG")), tmp_path)
    task = asyncio.create_task(developed(workshop, "slow_to_turn"))
    assert await asyncio.to_thread(working.wait, 20)
    task.cancel()
    await asyncio.wait([task])
    assert open_files(tmp_path) == 2
    go_on.set()
    async with workshop.picture(FileId("a")):
        assert open_files(tmp_path) == 2
    workshop.close()


SOUNDS = SoundTerms(longest=2)
VIDEOS = VideoTerms(longest=2)


async def test_a_voice_note_comes_out_as_mp3(tmp_path: Path) -> None:
    workshop = Workshop(Album(a=sound("ogg", 1.5)), tmp_path)
    async with workshop.sound(FileId("a"), SOUNDS) as ready:
        content = b"".join([piece async for piece in ready.pieces()])
        assert len(content) == ready.size
        assert ready.content_type == "audio/mpeg"
        assert ready.seconds == pytest.approx(1.5, abs=0.05)
    workshop.close()


async def test_a_video_comes_out_with_what_is_known_of_it(tmp_path: Path) -> None:
    content = video("mp4", 1.2, voice="aac")
    workshop = Workshop(Album(a=content), tmp_path)
    async with workshop.video(FileId("a"), VIDEOS) as ready:
        assert b"".join([piece async for piece in ready.pieces()]) == content
        assert (ready.content_type, ready.codec, ready.has_sound) == ("video/mp4", "h264", True)
        assert (ready.width, ready.height) == (320, 240)
        assert ready.seconds == pytest.approx(1.2, abs=0.05)
    workshop.close()


@pytest.mark.parametrize(
    ("file_id", "reason"),
    [
        ("gone", Reason.FILE_GONE),
        ("silent", Reason.BAD_SOUND),
        ("long", Reason.TOO_LONG),
        ("heavy", Reason.TOO_LARGE),
    ],
)
async def test_a_refused_sound_has_its_reason(tmp_path: Path, file_id: str, reason: Reason) -> None:
    album = Album(silent=video(), long=sound("ogg", 3.2), heavy=sound("mp3"))
    workshop = Workshop(album, tmp_path)
    with pytest.raises(Refused) as refusal:
        async with workshop.sound(FileId(file_id), SoundTerms(longest=2, largest=1000)):
            raise AssertionError
    assert refusal.value.reason is reason
    await all_closed(workshop, tmp_path)


@pytest.mark.parametrize(
    ("file_id", "reason"),
    [
        ("gone", Reason.FILE_GONE),
        ("broken", Reason.BAD_VIDEO),
        ("heard", Reason.BAD_VIDEO),
        ("long", Reason.TOO_LONG),
        ("heavy", Reason.TOO_LARGE),
    ],
)
async def test_a_refused_video_has_its_reason(tmp_path: Path, file_id: str, reason: Reason) -> None:
    album = Album(
        broken=video()[:3000], heard=sound("mp3"), long=video(seconds=3.2), heavy=video("avi")
    )
    workshop = Workshop(album, tmp_path)
    with pytest.raises(Refused) as refusal:
        async with workshop.video(FileId(file_id), VideoTerms(longest=2, largest=1000)):
            raise AssertionError
    assert refusal.value.reason is reason
    await all_closed(workshop, tmp_path)


async def all_closed(workshop: Workshop, directory: Path) -> None:
    """The thread closes files in its turn; when it has ended, none is open."""
    await asyncio.to_thread(workshop._hands.shutdown)
    assert open_files(directory) == 0


async def test_work_that_nobody_waits_for_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    album, opened = Album(a=video("avi")), av.open
    working, go_on = threading.Event(), threading.Event()
    modes: list[str] = []

    def slowly(file: Any, mode: Any = "r", **options: Any) -> Any:
        modes.append(mode)
        working.set()
        assert go_on.wait(20)
        return opened(file, mode, **options)

    monkeypatch.setattr(av, "open", slowly)
    workshop = Workshop(album, tmp_path)

    async def made() -> None:
        async with workshop.video(FileId("a"), VIDEOS):
            raise AssertionError

    task = asyncio.create_task(made())
    assert await asyncio.to_thread(working.wait, 20)
    task.cancel()
    await asyncio.wait([task])
    go_on.set()
    await all_closed(workshop, tmp_path)
    assert modes == ["r"], "it was looked at, and then nothing was written"


def test_ffmpeg_comes_with_the_first_sound_only() -> None:
    """It takes a third of the memory that the whole bot has when it is idle."""
    program = "import sys, bot.main; sys.exit('av' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0
