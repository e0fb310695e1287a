"""Videos on our own disk: whole or not there, for a while, and nowhere else than in their folder."""

import io
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.kept import KeptFiles
from bot.results import ProviderFiles
from handlers.chat.result_files import ResultAway, ResultGone, ResultTooBig
from tests.servers import PUBLIC

NAME = "7-aB_3-x.mp4"


@pytest.fixture
def kept(tmp_path: Path) -> KeptFiles:
    return KeptFiles(tmp_path / "kept")


class Breaking(io.BytesIO):
    """A file that cannot be read to its end."""

    def read(self, size: int | None = -1) -> bytes:
        raise OSError("the disk is broken")


def test_it_is_there_whole_or_not_at_all(kept: KeptFiles, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="broken"):
        kept.put(NAME, Breaking(b"film"))
    assert not kept.has(NAME)
    assert list((tmp_path / "kept").iterdir()) == []
    kept.put(NAME, io.BytesIO(b"film"))
    kept.put(NAME, io.BytesIO(b"again"))
    assert kept.has(NAME)
    path = kept.path(kept.address(NAME))
    assert path
    assert path.read_bytes() == b"again"
    kept.drop(NAME)
    kept.drop(NAME)
    assert not kept.has(NAME)


@pytest.mark.parametrize("name", ["../bot.sqlite3", "a/b.mp4", ".mp4", "a.mp4\n", "a.jpg", ""])
def test_no_name_leads_out_of_the_folder(kept: KeptFiles, name: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        kept.address(name)
    assert kept.path(f"kept:{name}") is None


def test_addresses_of_others_are_not_ours(kept: KeptFiles) -> None:
    assert kept.path(f"https://cdn.example.org/{NAME}") is None
    assert kept.path(NAME) is None


def test_what_is_old_or_half_written_goes(kept: KeptFiles, tmp_path: Path) -> None:
    now = datetime.now(UTC)
    for name, days in (("old.mp4", 40), ("new.mp4", 1)):
        kept.put(name, io.BytesIO(b"film"))
        moment = (now - timedelta(days=days)).timestamp()
        os.utime(tmp_path / "kept" / name, (moment, moment))
    (tmp_path / "kept" / "tmpabc").write_bytes(b"fi")
    kept.prune(now - timedelta(days=31))
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["new.mp4"]


async def test_kept_files_are_fetched_from_the_disk(kept: KeptFiles, tmp_path: Path) -> None:
    files = ProviderFiles(tmp_path, kept, server=PUBLIC)
    kept.put(NAME, io.BytesIO(b"film"))
    address = kept.address(NAME)
    assert not files.is_public(address)
    assert files.is_public(f"https://cdn.example.org/{NAME}")
    async with files.fetch(address, limit=4) as file:
        assert file.read() == b"film"
    with pytest.raises(ResultTooBig):
        async with files.fetch(address, limit=3):
            pass
    kept.drop(NAME)
    with pytest.raises(ResultGone):
        async with files.fetch(address, limit=4):
            pass
    with pytest.raises(ResultAway):
        async with files.fetch("kept:../bot.sqlite3", limit=4):
            pass
