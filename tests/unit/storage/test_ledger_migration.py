"""A file from before there were pockets keeps every credit, and its sums are still those of its entries."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.migrate import migrate, read_migrations
from tests.unit.storage.sums import FROM_ENTRIES

BEFORE = 4
OLD = """
    INSERT INTO people (id, first_name, access, reachable, granted, met_at)
    VALUES (1, 'Ann', 'allowed', 1, 40, 0), (2, 'Ben', 'new', 1, 0, 0);
    INSERT INTO jobs (id, person_id, chat_id, thread_id, state, request, shape, price, reference,
                      seed, queued_at, due_at)
    VALUES (7, 1, 1, 0, 'queued', '{}', 'text', 30, 'r', 1, 0, 0);
    INSERT INTO entries (kind, person_id, job_id, amount, allowance, granted, day, month, operation,
                         by_person, note, at)
    VALUES ('granted', 1, NULL, 50, 0, 50, '2026-11-20', '2026-11', 'granted:1', 9, 'hello', 5),
           ('held', 1, 7, 30, 20, -10, '2026-11-21', '2026-11', 'held:7', NULL, '', 6);
    INSERT INTO usage (person_id, period, used)
    VALUES (1, 'd:2026-11-21', 20), (1, 'm:2026-11', 20);
    INSERT INTO bot_usage (day, used) VALUES ('2026-11-21', 30);
"""


def test_no_credit_is_lost_or_made(tmp_path: Path) -> None:
    path, migrations = tmp_path / "bot.sqlite3", read_migrations()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, path, migrations[:BEFORE])
        connection.executescript(OLD)
        migrate(connection, path, migrations)
        for kept, summed in FROM_ENTRIES.items():
            assert sorted(connection.execute(kept)) == sorted(connection.execute(summed))
        assert connection.execute("SELECT person_id, credits FROM pockets").fetchall() == [(1, 40)]
        notes = connection.execute("SELECT kind, extra, by_person, note FROM entries ORDER BY id")
        assert notes.fetchall() == [("granted", 50, 9, "hello"), ("held", -10, None, "")]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        with pytest.raises(sqlite3.IntegrityError, match="never changes"):
            connection.execute("UPDATE entries SET amount = 1")
