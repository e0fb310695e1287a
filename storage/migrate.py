"""Brings the tables of a database file up to this program, one numbered .sql file at a time."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from storage.errors import NewerDatabase, OtherVersionRuns

MIGRATIONS = Path(__file__).parent / "migrations"


@dataclass(frozen=True, slots=True)
class Migration:
    """One step; the file's `user_version` is the number of the last one that was applied."""

    number: int
    sql: str


def read_migrations(folder: Path = MIGRATIONS) -> Sequence[Migration]:
    """All steps in order. Raises ValueError where a number is missing or there twice."""
    files = sorted(folder.glob("*.sql"))
    found = [Migration(int(file.name.split("_")[0]), file.read_text("utf-8")) for file in files]
    if [migration.number for migration in found] != list(range(1, len(found) + 1)):
        raise ValueError(f"the migrations in {folder} are not numbered 1, 2, 3, ...")
    return found


def migrate(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    """Apply what is not applied yet. Raises NewerDatabase.

    Each step is one transaction together with its number: a crash leaves the file before or after it.
    """
    version = _version(connection)
    if version > len(migrations):
        raise NewerDatabase(path, found=version, known=len(migrations))
    for migration in migrations[version:]:
        _apply(connection, migration)


def check_same(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    """Whether the tables are those that this program knows. Raises OtherVersionRuns."""
    version = _version(connection)
    if version != len(migrations):
        raise OtherVersionRuns(path, found=version, known=len(migrations))


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _apply(connection: sqlite3.Connection, migration: Migration) -> None:
    script = (
        f"BEGIN IMMEDIATE; {migration.sql}\n; PRAGMA user_version = {migration.number}; COMMIT;"
    )
    try:
        connection.executescript(script)
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
