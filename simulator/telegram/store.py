"""Where the world is kept between two starts: one SQLite table of JSON records."""

import json
import sqlite3
from pathlib import Path
from typing import Any

from pydantic import BaseModel

_Key = tuple[str, str]


class Store:
    """Collects changes and writes them in one transaction at `flush`.

    A process killed between two flushes loses only what no answer has reported yet.
    Without a path nothing is written at all.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._changed: dict[_Key, BaseModel | Any | None] = {}
        self._database: sqlite3.Connection | None = None
        if path is not None:
            self._database = _open(path)

    def put(self, kind: str, key: object, value: BaseModel | Any) -> None:
        if self._database is not None:
            self._changed[kind, str(key)] = value

    def drop(self, kind: str, key: object) -> None:
        if self._database is not None:
            self._changed[kind, str(key)] = None

    def drop_all(self, kind: str) -> None:
        self.flush()
        if self._database is not None:
            self._database.execute("DELETE FROM record WHERE kind = ?", (kind,))

    def load(self, kind: str) -> list[tuple[str, Any]]:
        if self._database is None:
            return []
        rows = self._database.execute(
            "SELECT key, value FROM record WHERE kind = ? ORDER BY rowid", (kind,)
        )
        return [(key, json.loads(value)) for key, value in rows]

    def flush(self) -> None:
        if self._database is None or not self._changed:
            return
        changed, self._changed = self._changed, {}
        self._database.execute("BEGIN")
        for (kind, key), value in changed.items():
            self._write(self._database, kind, key, value)
        self._database.execute("COMMIT")

    @staticmethod
    def _write(database: sqlite3.Connection, kind: str, key: str, value: Any) -> None:
        if value is None:
            database.execute("DELETE FROM record WHERE kind = ? AND key = ?", (kind, key))
            return
        text = value.model_dump_json() if isinstance(value, BaseModel) else json.dumps(value)
        database.execute(
            "INSERT INTO record (kind, key, value) VALUES (?, ?, ?)"
            " ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value",
            (kind, key, text),
        )

    def close(self) -> None:
        self.flush()
        if self._database is not None:
            self._database.close()
            self._database = None


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")
    database.execute(
        "CREATE TABLE IF NOT EXISTS record ("
        " kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,"
        " UNIQUE (kind, key)) STRICT"
    )
    return database
