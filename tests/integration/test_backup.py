"""A copy while the bot runs, and the way back: from the shell, as whoever runs the bot does it."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.providers.useapi.capabilities import OFFER
from jobs.admin.audit import Action
from jobs.ids import PersonId
from jobs.people import Profile
from jobs.rules import LiveRules
from storage import Store
from tests.clock import SettableClock
from tests.processes import ROOT


def shell(home: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """`python -m bot …` with the settings of a bot that lives in `home`."""
    environment = {
        "PYTHONPATH": str(ROOT),
        "PYTHONWARNINGS": "error",
        "TELEGRAM_BOT_TOKEN": "123456789:AAE-" + "x" * 31,
        "USEAPI_TOKEN": "user:1-x",
        "ADMIN_IDS": "1",
        "DATA_DIR": str(home),
        **settings,
    }
    command = [sys.executable, "-m", "bot", *arguments]
    return subprocess.run(
        command, cwd=home, env=environment, capture_output=True, text=True, check=False
    )


async def opened(home: Path) -> Store:
    return await Store.open(
        home / "bot.sqlite3", clock=SettableClock(), rules=LiveRules(), offer=OFFER, lock_wait=0
    )


async def meet(store: Store, number: int) -> None:
    await store.people.meet(Profile(PersonId(number), f"P{number}"))


def people(path: Path) -> list[int]:
    with closing(sqlite3.connect(path)) as connection:
        return [
            row[0] for row in connection.execute("SELECT id FROM people WHERE id > 0 ORDER BY id")
        ]


async def deeds(store: Store) -> list[tuple[int | None, Action, str]]:
    """What the audit log says."""
    lines = await store.audit.page(offset=0, limit=9)
    return [(line.deed.by, line.deed.action, line.deed.target) for line in lines]


async def test_a_copy_is_made_though_the_log_cannot_be_written(tmp_path: Path) -> None:
    store = await opened(tmp_path)
    await store.close()
    with closing(sqlite3.connect(tmp_path / "bot.sqlite3")) as connection:
        connection.execute("DROP TABLE audit")
    told = shell(tmp_path, "backup")
    assert told.returncode == 0, told.stderr
    assert "The audit log does not have it" in told.stdout
    assert len(list((tmp_path / "backups").iterdir())) == 1


def put_aside(home: Path) -> list[Path]:
    """Databases that a restored one has taken the place of."""
    return list(home.glob("bot.sqlite3.before-*"))


async def test_a_copy_is_made_while_the_bot_runs_and_restored_when_it_does_not(
    tmp_path: Path,
) -> None:
    copy = tmp_path / "copy.sqlite3"
    store = await opened(tmp_path)
    await meet(store, 7)
    told = shell(tmp_path, "backup", "--out", str(copy))
    assert (told.returncode, str(copy) in told.stdout) == (0, True), told.stderr
    assert people(copy) == [7], "what stands in the write-ahead log is in it"
    assert copy.stat().st_mode & 0o077 == 0
    again = shell(tmp_path, "backup", "--out", str(copy))
    assert again.returncode == 1
    assert "exists already" in again.stderr
    assert await deeds(store) == [(None, Action.BACKUP_ASKED, copy.name)], "once: one was made"
    await meet(store, 8)
    refused = shell(tmp_path, "restore", str(copy))
    assert refused.returncode == 1
    assert "in use by another process" in refused.stderr
    await store.close()
    restored = shell(tmp_path, "restore", str(copy))
    assert restored.returncode == 0, restored.stderr
    [kept] = put_aside(tmp_path)
    assert str(kept) in restored.stdout
    assert people(kept) == [7, 8]
    store = await opened(tmp_path)
    assert (await store.people.get(PersonId(7))).profile.first_name == "P7"
    assert await deeds(store) == [(None, Action.RESTORED, copy.name)]
    await store.close()
    assert people(tmp_path / "bot.sqlite3") == [7]
    shell(tmp_path, "backup")
    assert len(list((tmp_path / "backups").iterdir())) == 1


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 9999")


def _foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (id INTEGER)")


def _garbage(path: Path) -> None:
    path.write_bytes(b"no database at all" * 100)


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (_newer, "newer version"),
        (_foreign, "no database of this bot"),
        (_garbage, "no database"),
        (Path.unlink, "no such file"),
    ],
)
async def test_what_is_no_good_copy_is_refused_and_changes_nothing(
    tmp_path: Path, spoil: object, why: str
) -> None:
    store = await opened(tmp_path)
    await meet(store, 7)
    await store.close()
    copy = tmp_path / "copy.sqlite3"
    assert shell(tmp_path, "backup", "--out", str(copy)).returncode == 0
    assert callable(spoil)
    spoil(copy)
    refused = shell(tmp_path, "restore", str(copy))
    assert refused.returncode == 1
    assert why in refused.stderr
    assert people(tmp_path / "bot.sqlite3") == [7]
    assert not put_aside(tmp_path)


def test_without_a_database_there_is_nothing_to_copy(tmp_path: Path) -> None:
    told = shell(tmp_path, "backup")
    assert told.returncode == 1
    assert "no such file" in told.stderr


async def test_with_a_key_a_copy_is_sealed_and_restored_with_the_key_alone(tmp_path: Path) -> None:
    key = "a-key-for-backups-that-is-long"
    store = await opened(tmp_path)
    await meet(store, 7)
    made = json.loads(shell(tmp_path, "backup", "--json", BACKUP_KEY=key).stdout)
    await meet(store, 8)
    await store.close()
    copy = Path(made["file"])
    assert made["encrypted"]
    assert sealed(copy, made["size"])
    refused = shell(tmp_path, "restore", str(copy), BACKUP_KEY=f"not {key}")
    assert (refused.returncode, "not the one" in refused.stderr) == (1, True)
    assert people(tmp_path / "bot.sqlite3") == [7, 8]
    assert shell(tmp_path, "restore", str(copy), BACKUP_KEY=key).returncode == 0
    assert people(tmp_path / "bot.sqlite3") == [7]


def sealed(copy: Path, size: int) -> bool:
    """For nobody else to read, in no way."""
    content = copy.read_bytes()
    private = copy.stat().st_mode & 0o077 == 0
    packed = content.startswith(b"\x1f\x8b")
    return private and len(content) == size and b"SQLite" not in content and not packed
