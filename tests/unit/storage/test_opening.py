"""Opening a file: a fresh one, an old or newer one, one in use, one that cannot be used."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest

from jobs.rules import LiveRules
from storage import DatabaseInUse, DatabaseUnusable, NewerDatabase, Store
from storage.database import Database
from storage.migrate import Migration, migrate, read_migrations
from tests.clock import SettableClock
from tests.offers import OFFER

RULES = LiveRules()
Opened = Callable[..., Awaitable[Store]]


@pytest.fixture
async def opened() -> AsyncIterator[Opened]:
    """Open a file as one more process would. A store that stays open would keep the tests from ending."""
    stores: list[Store] = []

    async def open_(path: Path, wait: float = 0) -> Store:
        store = await Store.open(
            path, clock=SettableClock(), rules=RULES, offer=OFFER, lock_wait=wait
        )
        stores.append(store)
        return store

    yield open_
    for store in stores:
        await store.close()


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


async def test_a_fresh_file_is_made_with_its_directory(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "not" / "there" / "bot.sqlite3"
    store = await opened(path)
    await store.check()
    await store.close()
    assert version_of(path) == len(read_migrations())


async def test_the_file_survives_power_cuts_and_checks_its_references(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "bot.sqlite3", lock_wait=0)

    def settings(connection: sqlite3.Connection) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys")
        return [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names]

    found = await database.write(settings)
    await database.close()
    full = 2
    assert found == ["wal", full, 1]


async def test_every_table_is_strict(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite3"
    await (await opened(path)).close()
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute(
            "SELECT name, strict FROM pragma_table_list WHERE name NOT LIKE 'sqlite_%'"
        ).fetchall()
    assert len(tables) > 5
    assert all(strict for _, strict in tables)


async def test_a_second_process_is_told_that_the_file_is_in_use(
    opened: Opened, tmp_path: Path
) -> None:
    path = tmp_path / "bot.sqlite3"
    first = await opened(path)
    with pytest.raises(DatabaseInUse, match="in use by another process"):
        await opened(path)
    await first.check()
    await first.close()


async def test_a_successor_waits_for_its_predecessor(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite3"
    first = await opened(path)
    second = asyncio.ensure_future(opened(path, wait=30))
    await asyncio.sleep(0)
    assert not second.done()
    await first.close()
    await (await second).close()


async def test_a_newer_file_is_refused_and_left_alone(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite3"
    await (await opened(path)).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    with pytest.raises(NewerDatabase, match=r"newer version .* 999"):
        await opened(path)
    assert version_of(path) == 999


async def test_a_file_that_is_no_database_is_refused(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite3"
    path.write_bytes(b"these are my notes, not a database\n" * 100)
    with pytest.raises(DatabaseUnusable, match="cannot be used: file is not a database"):
        await opened(path)


async def test_a_path_that_cannot_be_a_file_is_refused(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DatabaseUnusable, match="cannot be used"):
        await opened(tmp_path / "file" / "bot.sqlite3")
    (tmp_path / "directory").mkdir()
    with pytest.raises(DatabaseUnusable, match="cannot be used"):
        await opened(tmp_path / "directory")


def test_only_what_is_missing_is_applied_and_a_broken_step_leaves_nothing(tmp_path: Path) -> None:
    first = Migration(1, "CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1);")
    broken = Migration(2, "CREATE TABLE b (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1);")
    mended = Migration(2, "CREATE TABLE b (x INTEGER) STRICT")
    path = tmp_path / "bot.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, path, [first])
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, path, [first, broken])
        assert connection.execute("PRAGMA user_version").fetchone()[0] == 1
        migrate(connection, path, [first, mended])
        migrate(connection, path, [first, mended])
        assert connection.execute("PRAGMA user_version").fetchone()[0] == 2
        assert connection.execute("SELECT count(*) FROM a").fetchone()[0] == 1


def test_a_gap_in_the_numbers_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "0001_one.sql").write_text("SELECT 1")
    (tmp_path / "0003_three.sql").write_text("SELECT 1")
    with pytest.raises(ValueError, match="not numbered"):
        read_migrations(tmp_path)
