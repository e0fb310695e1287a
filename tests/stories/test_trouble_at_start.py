"""What cannot start says why in one clear line, ends with the right status, and shows no secret."""

import asyncio
import os
import socket
import sqlite3
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.processes import ROOT, bot_process
from tests.simulators import API_TOKEN, BOT_TOKEN
from tests.stories.town import Town

WRONG_TOKEN = "110201543:AAHwrongwrongwrongwrongwrongwrong12"
WRONG_SETTINGS, CANNOT_START = 2, 1


@dataclass(frozen=True)
class Ended:
    """What a run of the program left behind."""

    status: int
    lines: list[str]


async def run(home: Path, environment: dict[str, str], *arguments: str) -> Ended:
    """Run the program until it ends by itself."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", *arguments),
        cwd=home,
        env={"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", **environment},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        output, _ = await asyncio.wait_for(process.communicate(), 60)
    finally:
        if process.returncode is None:
            process.kill()
    text = output.decode()
    for secret in (BOT_TOKEN, WRONG_TOKEN, API_TOKEN):
        assert secret not in text
        assert secret.partition(":")[2] not in text
    assert "Traceback" not in text
    assert process.returncode is not None
    return Ended(process.returncode, [line for line in text.splitlines() if not is_log(line)])


def is_log(line: str) -> bool:
    """The log tells what happens meanwhile; the reason of the end stands by itself."""
    return " [info " in line or " [warning " in line


async def test_a_wrong_token(town: Town) -> None:
    environment = town.environment(TELEGRAM_BOT_TOKEN=WRONG_TOKEN)
    ended = await run(town.home, environment)
    assert ended.status == WRONG_SETTINGS
    [line] = ended.lines
    assert "TELEGRAM_BOT_TOKEN" in line
    assert "@BotFather" in line


async def test_a_token_of_the_wrong_shape(town: Town) -> None:
    ended = await run(town.home, town.environment(TELEGRAM_BOT_TOKEN="hello"))
    assert ended.status == WRONG_SETTINGS
    [line] = ended.lines
    assert line.startswith("TELEGRAM_BOT_TOKEN")
    assert "hello" not in line


async def test_missing_settings(town: Town) -> None:
    ended = await run(town.home, {"ACCESS": "open", "DATA_DIR": str(town.home / "data")})
    assert ended.status == WRONG_SETTINGS
    first, second = ended.lines
    assert first.startswith("TELEGRAM_BOT_TOKEN is missing.")
    assert second.startswith("USEAPI_TOKEN is missing.")
    assert os.listdir(town.home) == [], "nothing was touched"  # noqa: PTH208


async def test_several_mistakes_are_told_at_once(town: Town) -> None:
    mistakes = {"POLL_SECONDS": "soon", "ACCESS": "maybe", "PUBLIC_URL": "http://example.com"}
    ended = await run(town.home, town.environment(**mistakes))
    assert ended.status == WRONG_SETTINGS
    assert sorted(line.split()[0].rstrip(":") for line in ended.lines) == sorted(mistakes)


async def test_a_port_in_use(town: Town) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        ended = await run(town.home, town.environment(HTTP_PORT=port))
    assert ended.status == CANNOT_START
    [line] = ended.lines
    assert f"127.0.0.1:{port} is in use already" in line
    assert await town.calls("getMe") == []


async def test_a_database_of_a_newer_version(town: Town) -> None:
    with closing(sqlite3.connect(town.home / "bot.sqlite3")) as database:
        database.execute("PRAGMA user_version = 999")
    ended = await run(town.home, town.environment())
    assert ended.status == CANNOT_START
    [line] = ended.lines
    assert "newer version" in line


async def test_a_data_folder_that_is_none(town: Town) -> None:
    (town.home / "data").write_text("a file")
    ended = await run(town.home, town.environment(DATA_DIR=str(town.home / "data")))
    assert ended.status == CANNOT_START
    [line] = ended.lines
    assert "cannot be used" in line


async def test_a_file_that_is_no_database(town: Town) -> None:
    (town.home / "bot.sqlite3").write_bytes(b"these are my holiday notes" * 400)
    ended = await run(town.home, town.environment())
    assert ended.status == CANNOT_START
    [line] = ended.lines
    assert "cannot be used" in line


async def test_a_second_bot_on_the_same_data_ends_and_the_first_goes_on(town: Town) -> None:
    ann = await town.person("Ann")
    environment = town.environment(POLL_SECONDS="0.2")
    with bot_process(environment, town.home) as first:
        await ann.hears("/start", "Hi Ann")
        checked = await run(town.home, environment, "--check")
        assert checked.status == 1
        assert any("in use by another process" in line for line in checked.lines)
        second = asyncio.create_task(run(town.home, environment))
        await ann.orders("a cat on a mat")
        await ann.gets("video")
        ended = await second
        assert ended.status == CANNOT_START
        [line] = ended.lines
        assert "in use by another process" in line
        assert await ann.left() == 270
        assert len([m for m in await ann.told() if m.kind == "video"]) == 1
        assert first.stop() == 0
