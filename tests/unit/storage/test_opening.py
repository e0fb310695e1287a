"""Opening a file: a fresh one, an old or newer one, one in use, one that cannot be used."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest

from jobs.admin.audit import Action
from jobs.admin.live_settings import SETTINGS
from jobs.ids import PersonId
from jobs.people import Profile
from jobs.rules import LiveRules
from storage import DatabaseInUse, DatabaseUnusable, NewerDatabase, Store
from storage.backup import back_up, restore
from storage.database import Database
from storage.errors import OtherVersionRuns
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


# visitors: commands of the shell beside a bot that runs


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def visited(path: Path) -> Store:
    return await Store.visit(path, clock=SettableClock(), rules=RULES, offer=OFFER)


async def test_a_visitor_reads_and_writes_beside_the_bot(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite3"
    bot = await opened(path)
    visitor, another = await visited(path), await visited(path)
    await bot.people.meet(Profile(PersonId(7), "Ann"))
    await asyncio.gather(
        *(visitor.audit.note(None, Action.LIMIT_SET, target=f"v{n}") for n in range(20)),
        *(another.audit.note(None, Action.LIMIT_SET, target=f"a{n}") for n in range(20)),
        *(bot.audit.note(PersonId(7), Action.LIMIT_SET, target=f"b{n}") for n in range(20)),
    )
    await visitor.close()
    await another.close()
    lines = await bot.audit.page(offset=0, limit=100)
    assert len({line.deed.target for line in lines}) == 60
    assert (await bot.people.get(PersonId(7))).profile.first_name == "Ann"


async def test_what_a_visitor_sets_holds_for_the_bot_at_once(
    opened: Opened, tmp_path: Path
) -> None:
    path = tmp_path / "bot.sqlite3"
    bot = await opened(path)
    assert (await bot.settings.rules()).daily_credits != 5
    visitor = await visited(path)
    await visitor.settings.set(SETTINGS["daily_credits"], "5", by=None)
    await visitor.close()
    assert (await bot.settings.rules()).daily_credits == 5


async def test_a_visitor_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnusable, match="no such file"):
        await visited(tmp_path / "elsewhere" / "bot.sqlite3")
    assert files_in(tmp_path) == []


async def test_a_visitor_that_is_alone_brings_the_tables_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, path, read_migrations()[:3])
    await (await visited(path)).close()
    assert version_of(path) == len(read_migrations())


async def test_a_visitor_changes_no_tables_under_another_version_that_runs(
    opened: Opened, tmp_path: Path
) -> None:
    path = tmp_path / "bot.sqlite3"
    await opened(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 3")
    with pytest.raises(OtherVersionRuns, match="the version that runs"):
        await visited(path)
    assert version_of(path) == 3


async def test_nothing_is_restored_under_a_visitor(opened: Opened, tmp_path: Path) -> None:
    path, copy = tmp_path / "bot.sqlite3", tmp_path / "copy.sqlite3"
    bot = await opened(path)
    back_up(path, copy)
    visitor = await visited(path)
    await bot.close()
    with pytest.raises(DatabaseInUse):
        await restore(copy, path, SettableClock().now())
    await visitor.close()
    await restore(copy, path, SettableClock().now())
