"""Requests to Telegram over real sockets: what goes out, and what each kind of trouble is called."""

import asyncio
import io
import re
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO

import pytest
from aiohttp import web
from telegram import InputFile, InputMediaPhoto
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import ExtBot

from bot.multipart import CHUNK
from bot.telegram_request import AiohttpRequest
from handlers.chat.errors import NotConnected
from tests.integration.bare_telegram import TOKEN, BareTelegram, bot_at, ok, refusal

MESSAGE = {"message_id": 5, "date": 1, "chat": {"id": 7, "type": "private"}, "text": "hi"}


Behaviour = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def odd_server(behave: Behaviour) -> AsyncIterator[str]:
    """A server that does something with each connection; closes it afterwards."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await behave(reader, writer)
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def test_a_message_goes_out_as_a_form(telegram: BareTelegram, bot: ExtBot[None]) -> None:
    telegram.answers.append(ok(MESSAGE))
    message = await bot.send_message(
        7, "ä & <b>b</b>", parse_mode="HTML", disable_notification=True
    )
    assert message.message_id == 5
    (call,) = telegram.calls
    assert call.method == "sendMessage"
    assert call.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert call.form() == {
        "chat_id": "7",
        "text": "ä & <b>b</b>",
        "parse_mode": "HTML",
        "disable_notification": "true",
    }


async def test_connections_are_kept(telegram: BareTelegram, bot: ExtBot[None]) -> None:
    for _ in range(3):
        await bot.delete_webhook()
    assert len({call.connection for call in telegram.calls}) == 1


class Watched(io.BytesIO):
    """A file that remembers how much was asked of it at once."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self.asked: list[int | None] = []

    def read(self, size: int | None = -1, /) -> bytes:
        self.asked.append(size)
        return super().read(size)


def parts(headers: dict[str, str], body: bytes) -> dict[str, tuple[str, bytes]]:
    """Each part's name with its head and content."""
    boundary = headers["Content-Type"].partition("boundary=")[2].encode()
    found = {}
    for part in body.split(b"--" + boundary)[1:-1]:
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        name = re.search(rb' name="([^"]*)"', head)
        assert name
        found[name[1].decode()] = head.decode(), content.removesuffix(b"\r\n")
    assert body.endswith(b"--" + boundary + b"--\r\n")
    return found


async def test_a_file_is_streamed_with_its_length_known(
    telegram: BareTelegram, bot: ExtBot[None]
) -> None:
    content = bytes(range(256)) * 4096
    file = Watched(b"skipped" + content)
    file.seek(len(b"skipped"))
    upload = InputFile(file, filename='a "cät"\r\nX: 1.mp4', read_file_handle=False)
    for _ in range(2):  # the second time is a repeat from where the file stood at first
        telegram.answers.append(ok(MESSAGE))
        await bot.send_video(7, upload, caption="ö")
        call = telegram.calls[-1]
        assert call.headers["Content-Length"] == str(len(call.body))
        assert "Transfer-Encoding" not in call.headers
        sent = parts(dict(call.headers), call.body)
        assert sent["caption"][1] == "ö".encode()
        head, body = sent["video"]
        assert body == content
        assert 'filename="a %22cät%22%0D%0AX: 1.mp4"' in head
        assert "Content-Type: video/mp4" in head
        file.seek(len(b"skipped"))
    assert len(file.asked) >= 8
    assert all(size is not None and 0 < size <= CHUNK for size in file.asked)


async def test_a_real_file_and_bytes_go_in_one_album(
    telegram: BareTelegram, bot: ExtBot[None], tmp_path: Path
) -> None:
    (tmp_path / "a.png").write_bytes(b"first")
    telegram.answers.append(ok([MESSAGE, MESSAGE]))
    with (tmp_path / "a.png").open("rb") as file:
        first = InputMediaPhoto(InputFile(file, attach=True, read_file_handle=False))
        await bot.send_media_group(7, [first, InputMediaPhoto(b"second")])
    (call,) = telegram.calls
    sent = parts(dict(call.headers), call.body)
    contents = [content for name, (_, content) in sent.items() if name.startswith("attached")]
    assert contents == [b"first", b"second"]
    for name in sent:
        if name.startswith("attached"):
            assert f"attach://{name}".encode() in sent["media"][1]


async def test_a_file_that_shrinks_is_an_error_at_once(
    telegram: BareTelegram, bot: ExtBot[None]
) -> None:
    class Shrinking(Watched):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(size) if not self.asked else b""

    file: IO[bytes] = Shrinking(bytes(2 * CHUNK))
    with pytest.raises(NetworkError):
        await bot.send_document(7, InputFile(file, filename="a", read_file_handle=False))


async def test_a_file_of_telegrams_is_read(telegram: BareTelegram, bot: ExtBot[None]) -> None:
    telegram.answers.append(web.Response(body=b"\x00\xff"))
    assert await bot.request.retrieve(f"{telegram.url}/file/bot{TOKEN}/a.jpg") == b"\x00\xff"


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (refusal(400, "Bad Request: chat not found"), BadRequest),
        (refusal(401, "Unauthorized"), InvalidToken),
        (refusal(403, "Forbidden: bot was blocked by the user"), Forbidden),
        (refusal(429, "Too Many Requests", retry_after=3), RetryAfter),
        (refusal(500, "Internal Server Error"), NetworkError),
        (web.Response(status=502, text="<html>Bad Gateway</html>"), NetworkError),
        (web.Response(status=404, text="<html>nothing here</html>"), NetworkError),
        (web.Response(status=302, headers={"Location": "/elsewhere"}), NetworkError),
        (web.Response(text="<html>welcome</html>"), TelegramError),
        (web.Response(text="[]"), TelegramError),
    ],
)
async def test_refusals(
    telegram: BareTelegram,
    bot: ExtBot[None],
    answer: web.Response,
    kind: type[TelegramError],
    caplog: pytest.LogCaptureFixture,
) -> None:
    telegram.answers.append(answer)
    with pytest.raises(kind) as caught:
        await bot.delete_webhook()
    assert type(caught.value) is kind
    assert telegram.methods == ["deleteWebhook"]
    assert "html" not in str(caught.value) + caplog.text


async def shown_by(failing: Awaitable[object]) -> tuple[Exception, str]:
    """The error, and everything that a log could show of it."""
    with pytest.raises(NetworkError) as caught:
        await failing
    error = caught.value
    return error, repr(error) + "".join(traceback.format_exception(error))


async def test_a_refused_connection_was_not_sent(unused_tcp_port: int) -> None:
    async with bot_at(f"http://127.0.0.1:{unused_tcp_port}") as bot:
        error, shown = await shown_by(bot.delete_webhook())
    assert type(error) is NotConnected
    assert TOKEN not in shown


async def silent(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
    while await reader.read(65536):
        pass


async def deaf(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(3600)


async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")


async def break_off(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"ok":')


async def babble(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"220 welcome to the mail server\r\n")


async def test_a_handshake_that_never_ends_was_not_sent() -> None:
    async with odd_server(silent) as address, bot_at(f"https://{address}") as bot:
        error, shown = await shown_by(bot.delete_webhook(connect_timeout=0.1))
    assert type(error) is NotConnected
    assert TOKEN not in shown


async def test_a_handshake_that_fails_was_not_sent() -> None:
    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(10)
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    async with odd_server(plain) as address, bot_at(f"https://{address}") as bot:
        error, shown = await shown_by(bot.delete_webhook())
    assert type(error) is NotConnected
    assert TOKEN not in shown


async def test_no_free_connection_in_time_means_not_sent() -> None:
    request = AiohttpRequest(most_connections=1)
    async with odd_server(silent) as address, bot_at(f"http://{address}", request) as bot:
        first = asyncio.create_task(bot.delete_webhook(read_timeout=None))
        await asyncio.sleep(0)
        error, shown = await shown_by(bot.delete_webhook(pool_timeout=0.05, connect_timeout=0.05))
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
    assert type(error) is NotConnected
    assert TOKEN not in shown


async def test_no_answer_in_time_may_have_been_sent() -> None:
    async with odd_server(silent) as address, bot_at(f"http://{address}") as bot:
        error, shown = await shown_by(bot.delete_webhook(read_timeout=0.05))
    assert type(error) is TimedOut
    assert TOKEN not in shown


async def test_an_upload_that_nobody_takes_ends() -> None:
    video = InputFile(io.BytesIO(bytes(16 * 1024 * 1024)), "a.mp4", read_file_handle=False)
    async with odd_server(deaf) as address, bot_at(f"http://{address}") as bot:
        error, shown = await shown_by(
            bot.send_video(7, video, write_timeout=0.1, read_timeout=None)
        )
    assert type(error) is TimedOut
    assert TOKEN not in shown


@pytest.mark.parametrize("behaviour", [hang_up, break_off, babble])
async def test_a_connection_that_breaks_may_have_been_sent(behaviour: Behaviour) -> None:
    async with odd_server(behaviour) as address, bot_at(f"http://{address}") as bot:
        error, shown = await shown_by(bot.delete_webhook())
    assert type(error) is NetworkError
    assert TOKEN not in shown


async def test_what_was_never_opened_cannot_be_used() -> None:
    request = AiohttpRequest()
    with pytest.raises(NetworkError, match="not initialized"):
        await request.post("http://127.0.0.1/x")
    await request.initialize()
    await request.initialize()
    await request.shutdown()
    await request.shutdown()
