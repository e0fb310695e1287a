"""What the client puts on the wire, byte for byte, and what it makes of a wire that breaks."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import json
import logging
import socket
import time
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import aiohttp
import httpx
import pytest
from pydantic import SecretStr

from pixverse import NotSent, OutcomeUnknown, ProviderError
from pixverse import errors as known
from pixverse.transport import LARGEST_ANSWER, PAUSES, AiohttpTransport
from pixverse.useapi import CreateBody, UpscaleBody, UseApi

TOKEN = "user:7-do-not-tell"
EMAIL = "jo+cat@example.org"
VIDEO = "user:7-pixverse:jo***+cat@example.org-video:42"
BODY = CreateBody(model="v5.6", prompt="a cat")


@dataclass(frozen=True)
class Seen:
    """One request, as it came in."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes
    connection: int


Reply = Callable[[Seen, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Wire:
    """A server without a library: it keeps what it was sent and does what ``replies`` say.

    The last reply serves all requests that follow.
    """

    replies: list[Reply]
    seen: list[Seen] = field(default_factory=list)
    body_bytes: int = 0
    connections: int = 0
    progress: asyncio.Condition = field(default_factory=asyncio.Condition)
    url: str = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            await self._serve(reader, writer, self.connections)
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _serve(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, connection: int
    ) -> None:
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").splitlines()
            method, target, _ = head[0].split(" ")
            headers = {
                name.lower(): value.strip()
                for name, value in (line.split(":", 1) for line in head[1:] if line)
            }
            body = await self._body(reader, int(headers.get("content-length", "0")))
            self.seen.append(Seen(method, target, headers, body, connection))
            reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
            await reply(self.seen[-1], writer)

    async def _body(self, reader: asyncio.StreamReader, size: int) -> bytes:
        body = bytearray()
        while len(body) < size:
            chunk = await reader.read(min(65536, size - len(body)))
            if not chunk:
                raise asyncio.IncompleteReadError(bytes(body), size)
            body += chunk
            async with self.progress:
                self.body_bytes = len(body)
                self.progress.notify_all()
        return bytes(body)


def answer(status: int = 200, value: object = None, **headers: str) -> Reply:
    body = (
        value if isinstance(value, bytes) else json.dumps({} if value is None else value).encode()
    )
    lines = {"Content-Length": str(len(body)), "Content-Type": "application/json"}
    lines |= {name.replace("_", "-"): text for name, text in headers.items()}
    head = "".join(f"{name}: {text}\r\n" for name, text in lines.items())

    async def reply(_seen: Seen, writer: asyncio.StreamWriter) -> None:
        writer.write(f"HTTP/1.1 {status} Words\r\n{head}\r\n".encode() + body)
        await writer.drain()

    return reply


async def reset(_seen: Seen, writer: asyncio.StreamWriter) -> None:
    sock = writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    writer.transport.abort()
    raise OSError


async def hang_up(_seen: Seen, _writer: asyncio.StreamWriter) -> None:
    raise OSError


async def hang(_seen: Seen, _writer: asyncio.StreamWriter) -> None:
    await asyncio.Event().wait()


async def drip(_seen: Seen, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        writer.write(b" ")
        await writer.drain()
        await asyncio.sleep(0.001)


async def half(_seen: Seen, writer: asyncio.StreamWriter) -> None:
    writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"video_id": "v"')
    await writer.drain()
    raise OSError


async def nonsense(_seen: Seen, writer: asyncio.StreamWriter) -> None:
    writer.write(b"SMTP ready when you are\r\n\r\n")
    await writer.drain()


class Hasty(httpx.AsyncBaseTransport):
    """The real transport under a person who waits a twentieth of a second.

    For the next bytes, or for the whole exchange: ``total``.
    """

    def __init__(self, *, total: bool = False) -> None:
        self._inner = AiohttpTransport()
        self._total = total

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self._total:
            request.extensions["total"] = 0.05
        else:
            request.extensions["timeout"] = {**request.extensions["timeout"], "read": 0.05}
        return await self._inner.handle_async_request(request)

    async def aclose(self) -> None:
        await self._inner.aclose()


Serve = Callable[..., Awaitable[Wire]]


@pytest.fixture
async def serve() -> AsyncIterator[Serve]:
    servers: list[asyncio.Server] = []
    tasks: set[asyncio.Task[Any]] = set()

    async def start(*replies: Reply) -> Wire:
        wire = Wire(list(replies))

        async def one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task
            tasks.add(task)
            with contextlib.suppress(asyncio.CancelledError):
                await wire.serve(reader, writer)

        server = await asyncio.start_server(one, "127.0.0.1", 0)
        servers.append(server)
        wire.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        return wire

    yield start
    for server in servers:
        server.close()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


class Naps(list[float]):
    """Waits that take no time and are remembered."""

    async def __call__(self, seconds: float) -> None:
        self.append(seconds)


def connect(wire: Wire, *, hasty: bool = False, naps: Naps | None = None) -> UseApi:
    return UseApi(
        base_url=wire.url,
        token=SecretStr(TOKEN),
        transport=Hasty() if hasty else None,
        sleep=Naps() if naps is None else naps,
    )


async def chunks(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


STORED = answer(200, {"result": [{"path": "upload/1.png", "url": "u", "err_msg": ""}]})


# What is sent


async def test_an_id_reaches_the_wire_unescaped(serve: Serve) -> None:
    wire = await serve(answer(200, {"video_id": VIDEO}))
    async with connect(wire) as api:
        await api.video(VIDEO)
        await api.delete_video(VIDEO)
        await api.stop_tracking(VIDEO)
        await api.account("jo+cat@example.org")
    assert [(seen.method, seen.target) for seen in wire.seen] == [
        ("GET", f"/v2/pixverse/videos/{VIDEO}"),
        ("DELETE", f"/v2/pixverse/videos/{VIDEO}"),
        ("DELETE", f"/v2/pixverse/scheduler/{VIDEO}"),
        ("GET", "/v2/pixverse/accounts/jo+cat@example.org"),
    ]


async def test_only_what_a_path_cannot_hold_is_escaped(serve: Serve) -> None:
    wire = await serve(answer(200, {"video_id": "x"}))
    async with connect(wire) as api:
        await api.video("a/b?c#d%41 e:@*")
    assert wire.seen[0].target == "/v2/pixverse/videos/a%2Fb%3Fc%23d%2541%20e:@*"


async def test_a_read_answered_400_is_tried_once_more_in_the_encoded_form(serve: Serve) -> None:
    wire = await serve(answer(400, {"error": "bad id"}), answer(200, {"video_id": VIDEO}))
    async with connect(wire) as api:
        assert (await api.video(VIDEO)).video_id == VIDEO
    encoded = "user%3A7-pixverse%3Ajo%2A%2A%2A%2Bcat%40example.org-video%3A42"
    assert [seen.target for seen in wire.seen] == [
        f"/v2/pixverse/videos/{VIDEO}",
        f"/v2/pixverse/videos/{encoded}",
    ]


async def test_a_delete_answered_400_is_not_tried_again(serve: Serve) -> None:
    wire = await serve(answer(400, {"error": "bad id"}))
    async with connect(wire) as api:
        with pytest.raises(known.Invalid):
            await api.delete_video(VIDEO)
        with pytest.raises(known.Invalid):
            await api.upscale(UpscaleBody(video_id=VIDEO))
    assert len(wire.seen) == 2


async def test_a_plus_in_an_address_is_a_plus_on_the_other_side(serve: Serve) -> None:
    wire = await serve(answer(200, {"data": [], "next_offset": 0}))
    async with connect(wire) as api:
        await api.videos("jo+cat@example.org", limit=7, offset=40)
    target = "/v2/pixverse/videos/?email=jo%2Bcat%40example.org&limit=7&offset=40"
    assert wire.seen[0].target == target


async def test_the_token_is_sent_whole(serve: Serve) -> None:
    wire = await serve(answer(200, []))
    async with connect(wire) as api:
        await api.running()
    assert wire.seen[0].headers["authorization"] == f"Bearer {TOKEN}"


async def test_an_upload_says_its_length_and_is_not_chunked(serve: Serve) -> None:
    wire = await serve(STORED)
    async with connect(wire) as api:
        stored = await api.upload(
            chunks(b"ab", b"", b"cde"), size=5, content_type="image/png", email="a+b@example.org"
        )
    seen = wire.seen[0]
    assert (seen.method, seen.target) == (
        "POST",
        "/v2/pixverse/files/?email=a%2Bb%40example.org",
    )
    assert seen.body == b"abcde"
    assert seen.headers["content-length"] == "5"
    assert seen.headers["content-type"] == "image/png"
    assert "transfer-encoding" not in seen.headers
    assert stored.path == "upload/1.png"


async def test_an_upload_is_passed_on_as_it_comes(serve: Serve) -> None:
    """The source goes on only when the server has what came 1 MB before: a buffer would stop it."""
    wire = await serve(STORED)
    chunk, count, window = bytes(65536), 160, 16

    def arrived(size: int) -> bool:
        return wire.body_bytes >= size

    async def source() -> AsyncIterator[bytes]:
        for number in range(count):
            async with wire.progress:
                await wire.progress.wait_for(
                    partial(arrived, (number - window) * len(chunk)),
                )
            yield chunk

    async with connect(wire) as api, asyncio.timeout(20):
        await api.upload(source(), size=count * len(chunk), content_type="video/mp4")
    assert len(wire.seen[0].body) == count * len(chunk)


async def test_a_server_that_does_not_read_stops_the_source(serve: Serve) -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    given = 0

    async def source() -> AsyncIterator[bytes]:
        nonlocal given
        for _ in range(1024):
            given += 65536
            yield bytes(65536)

    wire = Wire([STORED], url=f"http://127.0.0.1:{listener.getsockname()[1]}")
    async with connect(wire) as api:
        upload = asyncio.create_task(
            api.upload(source(), size=1024 * 65536, content_type="video/mp4")
        )
        before = -1
        while given != before or not given:
            before = given
            for _ in range(200):
                await asyncio.sleep(0)
            await asyncio.to_thread(lambda: None)
        upload.cancel()
        await asyncio.gather(upload, return_exceptions=True)
    listener.close()
    assert given < 24 * 1024 * 1024


async def test_an_upload_refused_before_its_end_spoils_no_connection() -> None:
    refusal = b'HTTP/1.1 401 No\r\nContent-Length: 18\r\n\r\n{"error": "token"}'

    async def impatient(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            while head := await reader.readuntil(b"\r\n\r\n"):
                listing = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]"
                writer.write(refusal if b"/files/" in head else listing)
        writer.close()

    async def endless() -> AsyncIterator[bytes]:
        for _ in range(1000):
            yield bytes(1024)
            await asyncio.sleep(0.001)

    async with await asyncio.start_server(impatient, "127.0.0.1", 0) as server:
        wire = Wire([], url=f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}")
        async with connect(wire) as api:
            with pytest.raises(known.Unauthorized):
                await api.upload(endless(), size=1024_000, content_type="image/png")
            assert await api.running() == ()


async def test_a_source_that_fails_fails_as_itself(serve: Serve) -> None:
    wire = await serve(STORED)

    async def source() -> AsyncIterator[bytes]:
        yield b"abc"
        raise LookupError("the chat's file is gone")

    async with connect(wire) as api:
        with pytest.raises(LookupError, match="gone"):
            await api.upload(source(), size=9, content_type="image/png")
    assert wire.seen == []


@pytest.mark.parametrize("parts", [(b"abc",), (b"abc", b"defg"), (b"abcde", b"f"), ()])
async def test_a_file_of_another_length_is_never_stored(
    serve: Serve, parts: tuple[bytes, ...]
) -> None:
    wire = await serve(STORED)
    async with connect(wire) as api:
        with pytest.raises(NotSent):
            await api.upload(chunks(*parts), size=5, content_type="image/png")
    assert wire.seen == []


# Connections


async def test_an_idle_connection_is_kept_for_a_minute_and_not_for_ever(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    wire = await serve(answer(200, []))
    ahead = 0.0
    monkeypatch.setattr(asyncio.get_running_loop(), "time", lambda: time.monotonic() + ahead)
    monkeypatch.setattr(aiohttp.connector, "monotonic", lambda: time.monotonic() + ahead)
    async with connect(wire) as api:
        await api.running()
        ahead += 61
        await api.running()
        assert wire.connections == 1
        ahead += 120
        await api.running()
    assert wire.connections == 2


async def test_a_redirect_is_not_followed_with_the_token(serve: Serve) -> None:
    elsewhere = await serve(answer(200, {"video_id": "stolen"}))
    for status in (301, 302, 303, 307, 308):
        wire = await serve(
            answer(status, {}, Location=f"{elsewhere.url}/v2/pixverse/videos/create")
        )
        async with connect(wire) as api:
            with pytest.raises(ProviderError):
                await api.create(BODY)
            with pytest.raises(ProviderError):
                await api.running()
    assert elsewhere.seen == []


async def test_no_cookie_is_kept(serve: Serve) -> None:
    wire = await serve(answer(200, [], Set_Cookie="a=b; Path=/"))
    async with connect(wire) as api:
        await api.running()
        await api.running()
    assert all("cookie" not in seen.headers for seen in wire.seen)


# A wire that breaks under a paid request


@pytest.mark.parametrize("trouble", [reset, hang_up, half, nonsense, hang])
async def test_a_paid_request_is_sent_once_and_its_outcome_is_unknown(
    serve: Serve, trouble: Reply
) -> None:
    wire, naps = await serve(trouble), Naps()
    async with connect(wire, hasty=trouble is hang, naps=naps) as api:
        with pytest.raises(OutcomeUnknown):
            await api.create(BODY)
    assert len(wire.seen) == 1
    assert naps == []


@pytest.mark.parametrize("status", [500, 502, 503, 504, 520])
async def test_a_5xx_leaves_a_paid_request_unknown(serve: Serve, status: int) -> None:
    wire = await serve(answer(status, b"<html>Bad gateway</html>"))
    async with connect(wire) as api:
        with pytest.raises(OutcomeUnknown) as raised:
            await api.create(BODY)
    assert raised.value.status == status
    assert len(wire.seen) == 1


@pytest.mark.parametrize(
    "body", [b"<html>Welcome</html>", b"", b"[]", b"{}", b'{"video_id": ""}', b'{"video_id": {}}']
)
async def test_a_success_that_names_no_job_is_unknown(serve: Serve, body: bytes) -> None:
    wire = await serve(answer(200, body))
    async with connect(wire) as api:
        with pytest.raises(OutcomeUnknown) as raised:
            await api.create(BODY)
    assert raised.value.status == 200


@pytest.mark.parametrize("trouble", [hang, drip])
async def test_a_paid_request_does_not_wait_for_ever(serve: Serve, trouble: Reply) -> None:
    wire = await serve(trouble)
    network = Hasty(total=True)
    async with UseApi(base_url=wire.url, token=SecretStr(TOKEN), transport=network) as api:
        with pytest.raises(OutcomeUnknown):
            await api.create(BODY)
    assert len(wire.seen) == 1


async def test_an_upload_that_nobody_reads_does_not_wait_for_ever() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        parts = [bytes(1 << 20)] * 64
        network = Hasty(total=True)
        async with UseApi(base_url=url, token=SecretStr(TOKEN), transport=network) as api:
            with pytest.raises(OutcomeUnknown):
                await api.upload(chunks(*parts), size=64 << 20, content_type="video/mp4")


async def test_a_stale_connection_does_not_send_a_paid_request_twice(serve: Serve) -> None:
    wire = await serve(answer(200, []), reset)
    async with connect(wire) as api:
        await api.running()
        with pytest.raises(OutcomeUnknown):
            await api.create(BODY)
    assert [(seen.method, seen.connection) for seen in wire.seen] == [("GET", 1), ("POST", 1)]


async def test_without_a_connection_nothing_was_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    naps = Naps()
    wire = Wire([], url=f"http://127.0.0.1:{port}")
    async with connect(wire, naps=naps) as api:
        with pytest.raises(NotSent):
            await api.create(BODY)
        assert naps == []
        with pytest.raises(NotSent):
            await api.running()
    assert naps == list(PAUSES)


async def test_a_failed_handshake_sends_nothing() -> None:
    received = bytearray()

    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 This is no TLS\r\n\r\n")
        with contextlib.suppress(OSError):
            received.extend(await reader.read())
        writer.close()

    async with await asyncio.start_server(plain, "127.0.0.1", 0) as server:
        wire = Wire([], url=f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}")
        async with connect(wire) as api:
            with pytest.raises(NotSent):
                await api.create(BODY)
    assert TOKEN.encode() not in received


# A wire that breaks under a read


@pytest.mark.parametrize("status", [502, 503, 504])
async def test_a_read_is_repeated_twice_at_most(serve: Serve, status: int) -> None:
    wire, naps = await serve(answer(status)), Naps()
    async with connect(wire, naps=naps) as api:
        with pytest.raises(OutcomeUnknown):
            await api.running()
        with pytest.raises(OutcomeUnknown):
            await api.delete_video("v")
    assert [seen.method for seen in wire.seen] == ["GET"] * 3 + ["DELETE"] * 3
    assert naps == [*PAUSES, *PAUSES]


async def test_a_read_outlives_a_passing_trouble(serve: Serve) -> None:
    wire, naps = await serve(answer(503), hang, answer(200, [{"videoId": "v"}])), Naps()
    async with connect(wire, hasty=True, naps=naps) as api:
        assert [job.video_id for job in await api.running()] == ["v"]
    assert len(naps) == 2


@pytest.mark.parametrize("status", [400, 401, 404, 412, 429, 500, 596])
async def test_an_answer_is_not_asked_for_again(serve: Serve, status: int) -> None:
    wire, naps = await serve(answer(status, {"error": "no"})), Naps()
    async with connect(wire, naps=naps) as api:
        with pytest.raises(ProviderError):
            await api.running()
    assert len(wire.seen) == 1
    assert naps == []


@pytest.mark.parametrize("reply", [answer(200, b"<html>"), answer(200, {"x": 1}), half])
async def test_a_listing_that_cannot_be_read_is_never_an_empty_one(
    serve: Serve, reply: Reply
) -> None:
    wire = await serve(reply)
    async with connect(wire) as api:
        for ask in (api.videos, api.running, api.available, api.effects, api.voices):
            with pytest.raises(OutcomeUnknown):
                await ask()


async def test_an_answer_without_end_is_given_up(serve: Serve) -> None:
    wire = await serve(answer(200, b" " * (LARGEST_ANSWER + 1)))
    async with connect(wire) as api:
        with pytest.raises(OutcomeUnknown, match="too long"):
            await api.running()


async def test_a_small_answer_that_unpacks_without_end_is_given_up(serve: Serve) -> None:
    wire = await serve(
        answer(200, gzip.compress(b" " * (LARGEST_ANSWER + 1)), Content_Encoding="gzip")
    )
    async with connect(wire) as api:
        with pytest.raises(OutcomeUnknown, match="too long"):
            await api.running()


async def test_a_compressed_answer_is_read(serve: Serve) -> None:
    wire = await serve(
        answer(200, gzip.compress(b'[{"videoId": "v"}]'), Content_Encoding="gzip"),
        answer(200, b"not gzip", Content_Encoding="gzip"),
    )
    async with connect(wire) as api:
        assert [job.video_id for job in await api.running()] == ["v"]
        with pytest.raises(OutcomeUnknown):
            await api.running()


# Secrets


@pytest.mark.parametrize(
    "trouble",
    [
        answer(401, {"error": f"bad token {TOKEN} of jo+cat@example.org"}),
        answer(500, f"no {TOKEN} {VIDEO}".encode()),
        answer(200, b"<html>"),
        nonsense,
        reset,
        hang,
    ],
)
async def test_no_error_shows_the_token_or_an_address(
    serve: Serve, trouble: Reply, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    wire = await serve(trouble)
    async with connect(wire, hasty=trouble is hang) as api:
        with pytest.raises(ProviderError) as raised:
            await api.videos(EMAIL)
        shown = repr(api) + repr(vars(api))
    error = raised.value
    shown += repr(error) + "".join(traceback.format_exception(error))
    assert error.__context__ is None
    for secret in ("do-not-tell", "cat@example", "cat%40example"):
        assert secret not in shown
    assert "do-not-tell" not in caplog.text
