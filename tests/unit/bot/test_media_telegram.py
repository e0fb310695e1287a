"""Files from Telegram, over a socket: what arrives, and that the token stays out of every error."""

import asyncio
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from telegram import Bot

from bot.media.faults import FileGone, FileTooLarge, MediaFault
from bot.media.source import TelegramFiles
from bot.spool import CHUNK
from jobs.errors import NotSent, ProviderFault
from jobs.ids import FileId

TOKEN = "123456:top-secret"


class Telegram:
    """Answers getFile and serves files, as far as a test says otherwise not."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.answer: dict[str, Any] = {}
        self.status = 200
        self.cut = False

    async def get_file(self, request: web.Request) -> web.Response:
        if not self.answer.get("ok", True):
            return web.json_response(self.answer, status=self.answer["error_code"])
        file_id = str((await request.post())["file_id"])
        result = {
            "file_id": file_id,
            "file_unique_id": "u",
            "file_path": f"photos/{file_id} #1.jpg",
        }
        return web.json_response({"ok": True, "result": result | self.answer})

    async def file(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["path"]
        if self.status != 200:
            return web.Response(status=self.status, headers={"Location": "http://10.0.0.1/"})
        content = self.files[name]
        if not self.cut:
            return web.Response(body=content)
        response = web.StreamResponse(headers={"Content-Length": str(len(content))})
        await response.prepare(request)
        await response.write(content[: len(content) // 2])
        assert request.transport is not None
        request.transport.close()
        return response


@pytest.fixture
def telegram() -> Telegram:
    return Telegram()


@pytest.fixture
async def server(telegram: Telegram) -> AsyncIterator[TestServer]:
    app = web.Application()
    app.router.add_post(f"/bot{TOKEN}/getFile", telegram.get_file)
    app.router.add_get(f"/file/bot{TOKEN}/{{path:.*}}", telegram.file)
    server = TestServer(app)
    async with server:
        yield server


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@asynccontextmanager
async def told_apart(server: TestServer, files: str) -> AsyncIterator[Bot]:
    """A bot whose methods are at one address and whose files are at another."""
    methods = f"http://127.0.0.1:{server.port}/bot"
    bot = Bot(TOKEN, base_url=methods, base_file_url=f"{files}/file/bot")
    yield bot
    for request in bot._request:
        await request.shutdown()


@pytest.fixture
async def bot(server: TestServer) -> AsyncIterator[Bot]:
    async with told_apart(server, f"http://127.0.0.1:{server.port}") as bot:
        yield bot


@pytest.fixture
def files(bot: Bot, session: aiohttp.ClientSession) -> TelegramFiles:
    return TelegramFiles(bot, session, local_mode=False)


async def received(files: TelegramFiles, file_id: str = "abc") -> list[bytes]:
    async with files.open(FileId(file_id)) as pieces:
        return [piece async for piece in pieces]


async def fault_of(files: TelegramFiles) -> Exception:
    with pytest.raises((ProviderFault, MediaFault)) as caught:
        await received(files)
    told = "".join(traceback.format_exception(caught.value))
    assert "secret" not in told + repr(caught.value) + repr(caught.value.__context__)
    return caught.value


async def test_a_file_comes_in_small_pieces(telegram: Telegram, files: TelegramFiles) -> None:
    content = bytes(range(256)) * 10_000
    telegram.files["photos/abc #1.jpg"] = content
    pieces = await received(files)
    assert b"".join(pieces) == content
    assert max(map(len, pieces)) <= CHUNK


@pytest.mark.parametrize(
    ("description", "kind"),
    [
        ("Bad Request: file is too big", FileTooLarge),
        ("Bad Request: wrong file_id or the file is temporarily unavailable", FileGone),
        ("Bad Request: invalid file_id", FileGone),
    ],
)
async def test_a_file_that_telegram_will_not_give(
    telegram: Telegram, files: TelegramFiles, description: str, kind: type[MediaFault]
) -> None:
    telegram.answer = {"ok": False, "error_code": 400, "description": description}
    assert isinstance(await fault_of(files), kind)


async def test_a_file_that_is_announced_too_large(telegram: Telegram, files: TelegramFiles) -> None:
    telegram.answer = {"file_size": 21 * 1024 * 1024}
    assert isinstance(await fault_of(files), FileTooLarge)


async def test_a_file_without_a_path_is_gone(telegram: Telegram, files: TelegramFiles) -> None:
    telegram.answer = {"file_path": ""}
    assert isinstance(await fault_of(files), FileGone)


@pytest.mark.parametrize("code", [401, 429, 500])
async def test_trouble_with_telegram_is_no_reason_to_give_up(
    telegram: Telegram,
    files: TelegramFiles,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # else it warns of its own future
    telegram.answer = {"ok": False, "error_code": code, "description": f"secret {code}"}
    if code == 429:
        telegram.answer["parameters"] = {"retry_after": 3}
    assert isinstance(await fault_of(files), NotSent)


async def test_a_file_that_has_left_the_server_is_gone(
    telegram: Telegram, files: TelegramFiles
) -> None:
    telegram.status = 404
    assert isinstance(await fault_of(files), FileGone)


@pytest.mark.parametrize("status", [302, 401, 429, 502])
async def test_other_answers_are_tried_again_and_redirects_never_followed(
    telegram: Telegram, files: TelegramFiles, status: int
) -> None:
    telegram.status = status
    assert isinstance(await fault_of(files), NotSent)


async def test_a_file_that_breaks_off_is_not_taken_for_whole(
    telegram: Telegram, files: TelegramFiles
) -> None:
    telegram.files["photos/abc #1.jpg"] = bytes(1_000_000)
    telegram.cut = True
    assert isinstance(await fault_of(files), NotSent)


async def test_a_server_that_is_away_is_tried_again(
    server: TestServer, files: TelegramFiles
) -> None:
    await server.close()
    assert isinstance(await fault_of(files), NotSent)


async def test_files_on_a_server_that_is_away_are_tried_again(
    server: TestServer, session: aiohttp.ClientSession
) -> None:
    async with told_apart(server, "http://127.0.0.1:1") as bot:
        files = TelegramFiles(bot, session, local_mode=False)
        assert isinstance(await fault_of(files), NotSent)


async def test_a_reader_that_leaves_early_gives_the_connection_up(
    telegram: Telegram, files: TelegramFiles, session: aiohttp.ClientSession
) -> None:
    telegram.files["photos/abc #1.jpg"] = bytes(5_000_000)
    async with files.open(FileId("abc")) as pieces:
        assert await anext(pieces)
    await asyncio.sleep(0)
    telegram.files["photos/abc #1.jpg"] = b"another"
    assert b"".join(await received(files)) == b"another"


async def test_a_bot_api_server_of_ones_own_shares_its_disk(
    telegram: Telegram, bot: Bot, session: aiohttp.ClientSession, tmp_path: Path
) -> None:
    path = tmp_path / "file_1.jpg"
    path.write_bytes(b"x" * 300_000)
    telegram.answer = {"file_path": str(path), "file_size": 60 * 1024 * 1024}
    local = TelegramFiles(bot, session, local_mode=True)
    assert b"".join(await received(local)) == b"x" * 300_000
    path.unlink()
    assert isinstance(await fault_of(local), FileGone)


async def test_our_disk_is_not_read_for_a_server_that_is_not_ours(
    telegram: Telegram, files: TelegramFiles, tmp_path: Path
) -> None:
    path = tmp_path / "private"
    path.write_text("private")
    telegram.answer = {"file_path": str(path)}
    telegram.status = 404
    assert isinstance(await fault_of(files), FileGone)
