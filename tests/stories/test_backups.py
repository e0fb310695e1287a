"""A backup asked for in the chat: warned of where it is not encrypted, sent to the owner, and good to go back to."""

import asyncio
import gzip
import json
import os
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.processes import ROOT
from tests.stories.chat import Chat, Message
from tests.stories.town import Town

KEY = "a-key-for-backups-that-is-long"
HEADER = b"SQLite format 3\x00"
SECRET_WORDS = "a fox in the moonlight"


async def arrives(olivia: Chat, caption: str) -> Message:
    """The file that the bot sends."""
    return await olivia.waits_for(lambda m: m.kind == "document" and caption in m.text, caption)


async def restore(town: Town, file: Path, **settings: str) -> str:
    """`python -m bot restore FILE` on the server; what it says."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "restore", str(file)),
        cwd=town.home,
        env={"PYTHONPATH": str(ROOT), **town.environment(), **settings},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    return said.decode()


def files_with_words(folder: Path) -> set[str]:
    """Files in which the words of people can be read, as the disk has them now."""
    return {
        path.name
        for path in folder.rglob("*")
        if path.is_file() and SECRET_WORDS.encode() in path.read_bytes()
    }


def everything(database: Path) -> list[str]:
    """All that a database holds."""
    with closing(sqlite3.connect(database)) as connection:
        return list(connection.iterdump())


def but_the_log(lines: list[str]) -> list[str]:
    """What a restore changes: it is in the audit log."""
    log = ('INSERT INTO "audit"', "INSERT INTO \"sqlite_sequence\" VALUES('audit'")
    return [line for line in lines if not line.startswith(log)]


def grow(database: Path, size: int) -> None:
    """As after years of use, with nothing that could be packed."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TABLE years (of_use BLOB)")
        connection.execute("INSERT INTO years VALUES (?)", (os.urandom(size),))
        connection.commit()


async def test_an_owner_is_warned_and_gets_a_copy_that_can_be_gone_back_to(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    received = town.home / "received.sqlite3.gz"
    async with town.bot():
        await olivia.ask("/start")
        await ann.ask(SECRET_WORDS)
        await ann.hears("/backup", "for the admins of this bot")
        warned = await olivia.hears("/backup", "not encrypted")
        assert not [m for m in await olivia.messages() if m.kind == "document"]
        await olivia.press("Send it unencrypted", warned)
        document = await arrives(olivia, "as private as a diary")
        received.write_bytes(await olivia.bytes_of(document))
        assert gzip.decompress(received.read_bytes()).startswith(HEADER)
        assert files_with_words(town.home) <= {"bot.sqlite3", "bot.sqlite3-wal"}
        assert "asked for a backup" in (await olivia.ask("/audit")).text
        await ann.ask("/cancel")
        await olivia.hears(f"/grant {ann.person} 77", "77|377")
    copy = town.home / "copy.sqlite3"
    copy.write_bytes(gzip.decompress(received.read_bytes()))
    assert any(SECRET_WORDS in line for line in everything(copy)), "the draft is in it"
    said = await restore(town, received)
    assert "is now what" in said, said
    assert but_the_log(everything(town.home / "bot.sqlite3")) == but_the_log(everything(copy))
    async with town.bot():
        assert await ann.left() == 300, "what came after the copy is not known any more"
        await olivia.hears("/audit", "the shell went back to a backup · received.sqlite3.gz")


def wished(database: Path, person: int, hours_ago: int) -> None:
    """Somebody wanted a backup, and the bot has not sent it."""
    now = datetime.now(UTC)
    message = {"kind": "backup", "asked_at": (now - timedelta(hours=hours_ago)).isoformat()}
    row = (f"backup:{person}", person, json.dumps(message), int(now.timestamp() * 1_000_000))
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(
            "INSERT INTO outbox (key, chat_id, thread_id, message, state, due_at)"
            " VALUES (?, ?, 0, ?, 'due', ?)",
            row,
        )
        connection.commit()


async def test_what_is_in_the_way_is_said_in_its_place(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    database, ways = town.home / "bot.sqlite3", town.home / "tmp"
    async with town.bot():
        await olivia.ask("/start")
        await ann.ask("/start")
    wished(database, olivia.person, hours_ago=2)
    wished(database, ann.person, hours_ago=0)
    grow(database, 51 * 1024 * 1024)
    async with town.bot():
        await olivia.sees("asked me for a backup a while ago.*/backup")
        await ann.sees("Backups go to owners only")
        await olivia.press("Send it unencrypted", await olivia.hears("/backup", "not encrypted"))
        await olivia.sees("I can send 50 MB at most.*python -m bot backup")
        turn_into_a_file(ways)
        await olivia.hears("/backup send", "making the copy now")
        await olivia.sees("couldn't make the copy.*python -m bot backup")
    assert not [m for chat in (olivia, ann) for m in await chat.messages() if m.kind == "document"]


def turn_into_a_file(folder: Path) -> None:
    """Nothing can be written there."""
    if folder.exists():
        folder.rmdir()
    folder.write_text("")


async def test_with_a_key_only_the_key_opens_it(town: Town) -> None:
    olivia, ann = await town.admin(), await town.person("Ann")
    received = town.home / "received.sealed"
    async with town.bot(BACKUP_KEY=KEY):
        await olivia.ask("/start")
        await ann.ask(SECRET_WORDS)
        await olivia.hears("/backup", "I'm making the copy")
        document = await arrives(olivia, "encrypted. To go back")
        content = await olivia.bytes_of(document)
        assert HEADER not in content
        assert not content.startswith(b"\x1f\x8b")
        received.write_bytes(content)
    before = (town.home / "bot.sqlite3").read_bytes()
    assert "set BACKUP_KEY" in await restore(town, received)
    assert "not the one" in await restore(town, received, BACKUP_KEY=KEY[::-1])
    assert (town.home / "bot.sqlite3").read_bytes() == before
    assert "is now what" in await restore(town, received, BACKUP_KEY=KEY)
    assert not list(town.home.glob("*.opened"))
    assert any(SECRET_WORDS in line for line in everything(town.home / "bot.sqlite3"))
