"""The writer: groups share a commit, each write stands for itself, what has returned survives."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path

import pytest

from storage.database import Database
from storage.errors import DatabaseClosed

ROOT = Path(__file__).parents[3]
INSERT = "INSERT INTO notes (words) VALUES (?)"


@pytest.fixture
async def database(path: Path) -> AsyncIterator[Database]:
    database = await Database.open(path, lock_wait=0)
    await database.write(
        lambda connection: connection.execute(
            "CREATE TABLE notes (words TEXT PRIMARY KEY, about TEXT REFERENCES notes)"
        )
    )
    yield database
    await database.close()


def note(words: str) -> Callable[[sqlite3.Connection], str]:
    def work(connection: sqlite3.Connection) -> str:
        connection.execute(INSERT, (words,))
        return words

    return work


def notes_in(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT words FROM notes ORDER BY words")]


async def test_a_write_returns_its_value_after_it_is_in_the_file(
    database: Database, path: Path
) -> None:
    assert await database.write(note("a")) == "a"
    assert notes_in(path) == ["a"]


async def test_waiting_writes_share_one_transaction(database: Database, path: Path) -> None:
    log = path.with_name(f"{path.name}-wal")

    async def grows_by(*words: str) -> int:
        before = log.stat().st_size
        await asyncio.gather(*(database.write(note(word)) for word in words))
        return log.stat().st_size - before

    alone = await grows_by("alone")
    together = await grows_by(*(f"n{number}" for number in range(50)))
    assert together < 5 * alone


async def test_a_failing_write_takes_only_itself_back(database: Database, path: Path) -> None:
    def breaks(connection: sqlite3.Connection) -> None:
        connection.execute(INSERT, ("half",))
        raise LookupError("mine alone")

    results = await asyncio.gather(
        database.write(note("a")),
        database.write(breaks),
        database.write(note("b")),
        database.write(note("a")),
        database.write(note("c")),
        return_exceptions=True,
    )
    assert [type(result) for result in results] == [
        str,
        LookupError,
        str,
        sqlite3.IntegrityError,
        str,
    ]
    assert notes_in(path) == ["a", "b", "c"]


async def test_a_commit_that_fails_is_everybodys_error(database: Database, path: Path) -> None:
    def dangling(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA defer_foreign_keys = ON")
        connection.execute("INSERT INTO notes (words, about) VALUES ('x', 'nothing')")

    results = await asyncio.gather(
        database.write(note("a")), database.write(dangling), return_exceptions=True
    )
    assert [type(result) for result in results] == [sqlite3.IntegrityError] * 2
    assert await database.write(note("b")) == "b"
    assert notes_in(path) == ["b"]


async def test_a_caller_cancelled_before_its_turn_disturbs_nobody(
    database: Database, path: Path
) -> None:
    writes = [asyncio.create_task(database.write(note(f"n{number}"))) for number in range(3)]
    await asyncio.sleep(0)  # all of them wait now
    writes[1].cancel()
    results = await asyncio.gather(*writes, return_exceptions=True)
    assert isinstance(results[1], asyncio.CancelledError)
    assert [results[0], results[2]] == ["n0", "n2"]
    assert await database.write(note("next")) == "next"
    assert {"n0", "n2", "next"} <= set(notes_in(path))


async def test_a_caller_cancelled_in_its_turn_disturbs_nobody(
    database: Database, path: Path
) -> None:
    loop = asyncio.get_running_loop()

    async def cancel() -> None:
        writes[1].cancel()

    def cancels(connection: sqlite3.Connection) -> None:
        asyncio.run_coroutine_threadsafe(cancel(), loop).result(timeout=10)

    works = [cancels, note("n1"), note("n2")]
    writes = [asyncio.create_task(database.write(work)) for work in works]
    results = await asyncio.gather(*writes, return_exceptions=True)
    assert isinstance(results[1], asyncio.CancelledError)
    assert results[2] == "n2"
    assert await database.write(note("next")) == "next"
    assert notes_in(path) == ["n1", "n2", "next"]


async def test_the_loop_goes_on_while_a_write_takes_long(database: Database) -> None:
    loop = asyncio.get_running_loop()
    passed = asyncio.Event()

    def waits_for_the_loop(connection: sqlite3.Connection) -> bool:
        reached = asyncio.run_coroutine_threadsafe(passed.wait(), loop)
        return reached.result(timeout=10)

    write = asyncio.create_task(database.write(waits_for_the_loop))
    await asyncio.sleep(0)
    passed.set()
    assert await write


async def test_a_reader_sees_one_state_and_writes_nothing(database: Database) -> None:
    await database.write(note("a"))
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await database.read(note("b"))
    count = "SELECT count(*) FROM notes"
    assert await database.read(lambda connection: connection.execute(count).fetchone()[0]) == 1


async def test_closing_finishes_what_waits(database: Database, path: Path) -> None:
    writes = [asyncio.create_task(database.write(note(f"n{number}"))) for number in range(20)]
    await asyncio.sleep(0)
    await database.close()
    await asyncio.gather(*writes)
    assert len(notes_in(path)) == 20
    with pytest.raises(DatabaseClosed):
        await database.write(note("late"))
    with pytest.raises(DatabaseClosed):
        await database.read(note("late"))
    await database.close()


WRITER = """
import asyncio, sys
from itertools import count
from pathlib import Path
from jobs.ids import UpdateId
from jobs.rules import LiveRules
from storage import Store
from tests.clock import SettableClock
from tests.offers import OFFER

async def main():
    rules, offer = LiveRules(), OFFER
    store = await Store.open(Path(sys.argv[1]), clock=SettableClock(), rules=rules, offer=offer, lock_wait=0)
    async def receive(ids):
        for number in ids:
            await store.inbox.receive([(UpdateId(number), b"{}")])
            print(number, flush=True)
    await asyncio.gather(*(receive(count(first, 8)) for first in range(8)))

asyncio.run(main())
"""


def test_what_has_returned_survives_a_kill(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdout
        returned = [int(process.stdout.readline()) for _ in range(200)]
        os.kill(process.pid, signal.SIGKILL)
        returned += [int(line) for line in process.stdout if line.endswith(b"\n")]
    with closing(sqlite3.connect(path)) as connection:
        kept = {row[0] for row in connection.execute("SELECT update_id FROM inbox")}
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert set(returned) <= kept
