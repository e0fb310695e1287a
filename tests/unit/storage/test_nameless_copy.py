"""A copy without a name: whole, readable by SQLite, and nowhere to be found on the disk."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from jobs.ids import PersonId
from storage import DatabaseProblem
from storage.backup import check_backup, nameless_copy
from tests.unit.storage.world import World


def files_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def test_a_copy_of_a_database_in_use_has_everything_and_no_name(
    world: World, ann: PersonId, tmp_path: Path
) -> None:
    await world.start(ann)
    place, seen = tmp_path / "place", tmp_path / "seen.sqlite3"
    place.mkdir()
    with nameless_copy(world.path, place) as copy:
        assert files_in(place) == []
        await world.store.check()  # the bot goes on writing
        copy.seek(0)
        seen.write_bytes(copy.read())
    check_backup(seen)
    with closing(sqlite3.connect(f"{seen.as_uri()}?mode=ro", uri=True)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("SELECT first_name FROM people WHERE id = ?", (ann,)).fetchone()
        assert connection.execute("SELECT count(*) FROM jobs").fetchone() == (1,)


def test_where_no_copy_can_be_made_nothing_is_left(tmp_path: Path) -> None:
    source, place = tmp_path / "source.sqlite3", tmp_path / "place"
    place.mkdir()
    source.write_bytes(b"no database at all" * 100)
    with pytest.raises(DatabaseProblem):
        nameless_copy(source, place)
    with pytest.raises(DatabaseProblem):
        nameless_copy(tmp_path / "nowhere.sqlite3", place)
    assert files_in(place) == []
