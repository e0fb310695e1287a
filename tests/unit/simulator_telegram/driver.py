"""Speaks to a simulator process over HTTP: as a bot, as people, and as the tests' controller."""

import contextlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

import av
import httpx
from PIL import Image

from tests.simulators import started

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
ANN = 7
BOB = 8
Json = dict[str, Any]


@contextlib.contextmanager
def running(*options: str) -> Iterator[str]:
    """The address of a simulator with a bot in it."""
    with started("telegram", "--token", TOKEN, *options) as (_, address):
        yield address


class Telegram:
    def __init__(self, address: str) -> None:
        self.address = address
        self._client = httpx.AsyncClient(base_url=address, timeout=20, verify=False)
        self._offset = 0

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()

    async def raw(self, method: str, path: str, **options: Any) -> httpx.Response:
        return await self._client.request(method, path, **options)

    # The bot

    async def call(self, method: str, files: Any = None, **params: Any) -> Json:
        """A call with a JSON body, or as a multipart form where files come with it."""
        if files is None:
            answer = await self._client.post(f"/bot{TOKEN}/{method}", json=params)
        else:
            answer = await self._client.post(f"/bot{TOKEN}/{method}", data=params, files=files)
        body: Json = answer.json()
        assert answer.status_code == (200 if body["ok"] else body["error_code"])
        return body

    async def ok(self, method: str, files: Any = None, **params: Any) -> Any:
        body = await self.call(method, files, **params)
        assert body["ok"], body
        return body["result"]

    async def refused(self, method: str, files: Any = None, **params: Any) -> str:
        body = await self.call(method, files, **params)
        assert not body["ok"], body
        return str(body["description"])

    async def updates(self, **params: Any) -> list[Json]:
        """The next updates, confirmed at once."""
        found: list[Json] = await self.ok("getUpdates", offset=self._offset, **params)
        if found:
            self._offset = found[-1]["update_id"] + 1
            await self.ok("getUpdates", offset=self._offset)
        return found

    # The people

    async def world(self, verb: str, path: str, body: Json | None = None, /, **query: Any) -> Json:
        answer = await self._client.request(verb, f"/world{path}", json=body, params=query)
        assert answer.status_code == 200, answer.text
        result: Json = answer.json()
        return result

    async def person(self, number: int, **facts: str) -> None:
        await self.world("POST", "/people", {"id": number, **facts})

    async def say(self, text: str, person: int = ANN, **more: Any) -> Json:
        sent = await self.world("POST", "/send", {"person": person, "text": text, **more})
        message: Json = sent["messages"][0]
        return message

    async def give(
        self, *files: tuple[str, bytes, str], person: int = ANN, **fields: Any
    ) -> list[Json]:
        """Send files as a person: (name, bytes, type)."""
        parts = [("file", file) for file in files]
        data = {"person": str(person), **fields}
        answer = await self._client.post("/world/send", data=data, files=parts)
        assert answer.status_code == 200, answer.text
        messages: list[Json] = answer.json()["messages"]
        return messages

    async def seen(self, person: int = ANN, chat: int | None = None) -> list[Json]:
        query = {"person": person, "chat": chat or person}
        found: list[Json] = (await self.world("GET", "/messages", **query))["messages"]
        return found

    # The tests

    async def control(
        self, verb: str, path: str, body: Json | None = None, /, **query: Any
    ) -> Json:
        answer = await self._client.request(verb, f"/control{path}", json=body, params=query)
        assert answer.status_code == 200, answer.text
        result: Json = answer.json()
        return result


def picture(width: int = 640, height: int = 480, kind: str = "JPEG") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(buffer, kind)
    return buffer.getvalue()


def video(folder: Path, *, seconds: int = 2, sound: bool = False) -> bytes:
    path = folder / f"made-{seconds}-{sound}.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=5)
        stream.width, stream.height, stream.pix_fmt = 160, 90, "yuv420p"
        silence = container.add_stream("aac", rate=44100) if sound else None
        for _ in range(5 * seconds):
            image = Image.new("RGB", (160, 90), "navy")
            frame = av.VideoFrame.from_image(image)  # type: ignore[no-untyped-call]
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
        if silence is not None:
            quiet = av.AudioFrame(format="fltp", layout="stereo", samples=1024)
            quiet.sample_rate = 44100
            for plane in quiet.planes:
                plane.update(bytes(plane.buffer_size))
            container.mux(silence.encode(quiet))
            container.mux(silence.encode())
    return path.read_bytes()


def sound(folder: Path, name: str = "a.mp3", *, seconds: int = 3, **tags: str) -> bytes:
    """Silence: MP3, or Opus in OGG or WebM, as the name says."""
    path = folder / name
    codec, layout = ("mp3", "stereo") if path.suffix == ".mp3" else ("libopus", "mono")
    with av.open(str(path), "w") as container:
        container.metadata.update(tags)
        stream = container.add_stream(codec, rate=48_000, layout=layout)
        assert isinstance(stream, av.AudioStream)
        for _ in range(50 * seconds):
            quiet = av.AudioFrame(format="s16", layout=layout, samples=960)
            quiet.sample_rate = 48_000
            for plane in quiet.planes:
                plane.update(bytes(plane.buffer_size))
            for part in av.AudioResampler(stream.format, layout, 48_000).resample(quiet):
                container.mux(stream.encode(part))
        container.mux(stream.encode())
    return path.read_bytes()
