"""A copy of the database file while it is in use, and the way back from such a copy."""

import asyncio
import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import IO

from jobs.admin.audit import Action
from storage.audit import note
from storage.errors import DatabaseProblem, DatabaseUnusable
from storage.lock import FileLock
from storage.migrate import migrate, read_migrations

# The header says whether changes stand in a log beside the file. The copy of a file with one needs none:
# https://www.sqlite.org/fileformat2.html#file_format_version_numbers
LOG_MARK, NO_LOG_BESIDE_IT = 18, b"\x01\x01"
TABLES = {"people", "jobs", "entries"}  # what a file of this bot has had since the first version


class BadBackup(DatabaseProblem):
    """The file is no copy that this program can go on from."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} cannot be restored: {why}.")


def back_up(source: Path, target: Path) -> None:
    """Write a consistent copy to a new file. Readers and writers of the source go on meanwhile.

    All in one go: in steps SQLite would begin anew with every write of a running bot. The copy is one
    read transaction, which keeps nobody from writing. Raises DatabaseProblem.
    """
    if not source.is_file():
        raise DatabaseUnusable(source, "there is no such file")
    try:
        target.touch(mode=0o600, exist_ok=False)
        with (
            closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as old,
            closing(sqlite3.connect(target)) as new,
        ):
            old.backup(new)
            new.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
    except FileExistsError:
        raise DatabaseUnusable(target, "it exists already") from None
    except (OSError, sqlite3.Error) as error:
        target.unlink(missing_ok=True)
        raise DatabaseUnusable(target, error) from error


async def write_down(source: Path, target: Path, now: datetime) -> bool:
    """Put a copy that the shell has made into the audit log, also while the bot runs.

    False: nothing can be written there now (a full disk, tables of an older version). The copy is good all
    the same, and may be wanted for just that reason.
    """
    try:
        visitor = FileLock.for_visitor(source)
    except OSError:
        return False
    try:
        await visitor.take(0)
        await asyncio.to_thread(_note, source, Action.BACKUP_ASKED, target.name, now)
    except (DatabaseProblem, sqlite3.Error):
        return False
    finally:
        visitor.release()
    return True


def _note(path: Path, action: Action, target: str, now: datetime) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        note(connection, None, action, now, target=target)


def nameless_copy(source: Path, directory: Path) -> IO[bytes]:
    """A consistent copy as an open file without a name: it is gone when it is closed, or with the process.

    Its name goes before anything is in it. SQLite has no use for it any more: it keeps no journal of a file
    that nobody else can see. Raises DatabaseProblem, OSError.
    """
    descriptor, name = tempfile.mkstemp(dir=directory, prefix="backup-")
    copy = os.fdopen(descriptor, "r+b")
    try:
        try:
            new = sqlite3.connect(name, isolation_level=None)
            new.execute("PRAGMA journal_mode = OFF")
        finally:
            Path(name).unlink()
        with (
            closing(new),
            closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as old,
        ):
            new.execute("PRAGMA synchronous = OFF")
            old.backup(new)
        os.pwrite(descriptor, NO_LOG_BESIDE_IT, LOG_MARK)
    except sqlite3.Error as error:
        copy.close()
        raise DatabaseUnusable(source, error) from error
    except BaseException:
        copy.close()
        raise
    return copy


def check_backup(path: Path) -> None:
    """Whether the bot could go on from this file. Raises BadBackup."""
    if not path.is_file():
        raise BadBackup(path, "there is no such file")
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as copy:
            rows = copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            tables = {name for (name,) in rows}
            version = copy.execute("PRAGMA user_version").fetchone()[0]
            sound = copy.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.Error as error:
        raise BadBackup(path, f"it is no database ({error})") from error
    if not tables >= TABLES:
        raise BadBackup(path, "it is no database of this bot")
    if version > len(read_migrations()):
        raise BadBackup(path, "a newer version of this program has written it")
    if sound != "ok":
        raise BadBackup(path, f"it is damaged ({sound})")


async def restore(backup: Path, target: Path, now: datetime, *, called: str = "") -> Path | None:
    """Put a copy in the place of the database file; returns where the old file is kept, if there was one.

    The audit log of the new file says so, with what the copy is `called`.

    A crash between the two renames leaves the old file under its new name, and no database: nothing is
    lost, and the command can be given again. Raises DatabaseInUse while the bot runs, BadBackup.
    """
    await asyncio.to_thread(check_backup, backup)
    target.parent.mkdir(parents=True, exist_ok=True)
    lock, visitors = FileLock(target), FileLock.against_visitors(target)
    try:
        await lock.take(0)
        await visitors.take(0)
        return await asyncio.to_thread(_replace, backup, target, now, called or backup.name)
    except (OSError, sqlite3.Error) as error:
        raise DatabaseUnusable(target, error) from error
    finally:
        visitors.release()
        lock.release()


def _replace(backup: Path, target: Path, now: datetime, called: str) -> Path | None:
    fresh = target.with_name(f"{target.name}.restoring")
    shutil.copyfile(backup, fresh)
    fresh.chmod(0o600)
    _bring_up_to_date(fresh)
    _note(fresh, Action.RESTORED, called, now)
    kept = None
    if target.exists():
        kept = target.with_name(f"{target.name}.before-{now:%Y%m%d-%H%M%S}")
        _fold(target)
        target.rename(kept)
    for ending in ("-wal", "-shm"):  # of the old file: SQLite would take them for the new one's
        target.with_name(f"{target.name}{ending}").unlink(missing_ok=True)
    fresh.rename(target)
    return kept


def _bring_up_to_date(fresh: Path) -> None:
    """As the next start would: a copy of an old version may have no audit log yet."""
    with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
        migrate(connection, fresh, read_migrations())


def _fold(path: Path) -> None:
    """What stands in the write-ahead log goes into the file itself. A damaged file is kept as it is."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.DatabaseError:
        return
