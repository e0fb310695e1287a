"""The one SQLite file: one writer whose waiting writes share a commit, and readers beside it."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite

from storage.errors import DatabaseClosed, DatabaseUnusable
from storage.lock import FileLock
from storage.migrate import check_same, migrate, read_migrations

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]

READERS = 2
BUSY_TIMEOUT = 5.0
CACHED_STATEMENTS = 256


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a write gave back, or why nothing of it was written."""

    value: Any = None
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class _Write:
    work: Work[Any]
    outcome: asyncio.Future[_Outcome]


@dataclass(slots=True)
class _Reader:
    connection: aiosqlite.Connection
    busy: int = 0


class Database:
    """An open file. Work given to `write` and `read` runs whole on a database thread, never on the loop."""

    def __init__(self, path: Path, *locks: FileLock, ready: Work[None] | None = None) -> None:
        self._path = path
        self._locks = list(locks)
        self._ready = ready or self._make_ready
        self._writer: aiosqlite.Connection | None = None
        self._readers: list[_Reader] = []
        self._waiting: list[_Write] = []
        self._draining: asyncio.Task[None] | None = None
        self._closed = False

    @classmethod
    async def open(cls, path: Path, *, lock_wait: float) -> "Database":
        """Open, and create or migrate, the file. Raises DatabaseProblem."""
        try:
            lock = _prepare(path)
        except OSError as error:
            raise DatabaseUnusable(path, error.strerror or error) from error
        database = cls(path, lock)
        await database._begin(lock.take(lock_wait))
        return database

    @classmethod
    async def visit(cls, path: Path) -> "Database":
        """Open a file that a bot may be using now: SQLite lets several processes write, one after another.

        With no bot there the file is kept for us, as by `open`. Raises DatabaseProblem.
        """
        visitor, lock = _knock(path)
        ready = None if lock else lambda connection: _make_guest(connection, path)
        database = cls(path, *(one for one in (visitor, lock) if one), ready=ready)
        await database._begin(visitor.take(0))
        return database

    async def _begin(self, taking: Awaitable[None]) -> None:
        try:
            await taking
            await self._connect()
        except BaseException as error:
            await self.close()
            if isinstance(error, sqlite3.Error):
                raise DatabaseUnusable(self._path, error) from error
            raise

    async def _connect(self) -> None:
        # A file that cannot be opened fails here: aiosqlite would leave a thread behind.
        sqlite3.connect(self._path).close()
        self._writer = await _connection(self._path)
        await _on_thread(self._writer, self._ready)
        for _ in range(READERS):
            reader = _Reader(await _connection(self._path))
            self._readers.append(reader)
            await _on_thread(reader.connection, _make_reader)

    def _make_ready(self, connection: sqlite3.Connection) -> None:
        """Foreign keys come last: a migration may have to build a table anew under its references."""
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        migrate(connection, self._path, read_migrations())
        connection.execute("PRAGMA foreign_keys = ON")

    async def write(self, work: Work[T]) -> T:
        """Run `work` in a transaction; it is durable when this returns, undone when this raises.

        A caller that is cancelled while it waits may find its work done or not, never half done.
        """
        if self._closed:
            raise DatabaseClosed
        write = _Write(work, asyncio.get_running_loop().create_future())
        self._waiting.append(write)
        if self._draining is None:
            self._draining = asyncio.create_task(self._drain())
        outcome = await write.outcome
        if outcome.error:
            raise outcome.error
        value: T = outcome.value
        return value

    async def read(self, work: Work[T]) -> T:
        """Run `work` on one consistent state of the file; what it tries to write is refused."""
        if self._closed:
            raise DatabaseClosed
        reader = min(self._readers, key=lambda reader: reader.busy)
        reader.busy += 1
        try:
            return await _on_thread(reader.connection, lambda connection: _look(connection, work))
        finally:
            reader.busy -= 1

    async def close(self) -> None:
        """Finish the writes that wait, then let go of the file."""
        self._closed = True
        while self._draining:
            await asyncio.wait({self._draining})
        for reader in self._readers:
            await reader.connection.close()
        self._readers.clear()
        if self._writer:  # last: whoever closes last tidies the write-ahead log away
            await self._writer.close()
            self._writer = None
        while self._locks:
            self._locks.pop().release()

    async def _drain(self) -> None:
        """Write group after group until nobody waits."""
        try:
            while self._waiting:
                # Who was cancelled before the turn came has written nothing.
                group = [write for write in self._waiting if not write.outcome.done()]
                self._waiting.clear()
                await self._write_group(group)
        finally:
            self._draining = None

    async def _write_group(self, group: Sequence[_Write]) -> None:
        assert self._writer
        works = [write.work for write in group]
        try:
            outcomes = await _on_thread(self._writer, lambda connection: _commit(connection, works))
        except Exception as error:  # noqa: BLE001 (a full disk, say: every caller of the group must hear)
            outcomes = [_Outcome(error=error)] * len(group)
        for write, outcome in zip(group, outcomes, strict=True):
            if not write.outcome.done():
                write.outcome.set_result(outcome)


def _prepare(path: Path) -> FileLock:
    path.parent.mkdir(parents=True, exist_ok=True)
    return FileLock(path)


def _knock(path: Path) -> tuple[FileLock, FileLock | None]:
    """The lock of a visitor, and that of a bot where none is running. Raises DatabaseUnusable."""
    if not path.is_file():
        raise DatabaseUnusable(path, "there is no such file")
    try:
        visitor, lock = FileLock.for_visitor(path), FileLock(path)
    except OSError as error:
        raise DatabaseUnusable(path, error.strerror or error) from error
    if lock.try_now():
        return visitor, lock
    lock.release()
    return visitor, None


async def _connection(path: Path) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(
        path, timeout=BUSY_TIMEOUT, isolation_level=None, cached_statements=CACHED_STATEMENTS
    )
    connection.row_factory = sqlite3.Row
    return connection


async def _on_thread(connection: aiosqlite.Connection, work: Work[T]) -> T:
    """Run a function on the connection's own thread.

    aiosqlite has no public call for this, and its public ones hop between threads for every statement:
    434 µs for a transaction that takes 25 µs in one piece. Its version is pinned for this line's sake.
    """
    result: T = await connection._execute(work, connection._conn)  # type: ignore[no-untyped-call]  # noqa: SLF001
    return result


def _make_guest(connection: sqlite3.Connection, path: Path) -> None:
    """The tables are the bot's to change; whatever waits for a writer here waits for moments."""
    check_same(connection, path, read_migrations())
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _make_reader(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA query_only = ON")


def _look(connection: sqlite3.Connection, work: Work[T]) -> T:
    connection.execute("BEGIN")
    try:
        return work(connection)
    finally:
        connection.execute("COMMIT")


def _commit(connection: sqlite3.Connection, works: Sequence[Work[Any]]) -> list[_Outcome]:
    """One transaction for all; a work that raises takes only itself back."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        outcomes = [_attempt(connection, work) for work in works]
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    return outcomes


def _attempt(connection: sqlite3.Connection, work: Work[Any]) -> _Outcome:
    connection.execute("SAVEPOINT work")
    try:
        value = work(connection)
    except Exception as error:  # noqa: BLE001 (it is raised to the caller who brought the work)
        # Where SQLite has already given up the whole transaction (a full disk), this raises for the group.
        connection.execute("ROLLBACK TO work")
        connection.execute("RELEASE work")
        return _Outcome(error=error)
    connection.execute("RELEASE work")
    return _Outcome(value)
