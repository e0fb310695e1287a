"""A simulated useapi.net in a process of its own, and the materials to try it with."""

from __future__ import annotations

import contextlib
import io
import json
import tempfile
import threading
import wave
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Queue
from typing import TYPE_CHECKING, Any, ClassVar

import httpx
from PIL import Image

from simulator.film import recording
from tests.integration.simulated import Simulated

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = "user:1-demo"
EMAIL = "studio@example.com"
API = "/v2/pixverse"


class Simulator(Simulated):
    OPTIONS = ("useapi",)
    HEADERS: ClassVar = {"Authorization": f"Bearer {TOKEN}"}

    def get(self, path: str, **query: Any) -> httpx.Response:
        return self.http.get(API + path, params=query or None)

    def post(self, path: str, body: Any) -> httpx.Response:
        return self.http.post(API + path, json=body)

    def create(self, **body: Any) -> str:
        return self.accepted("create", body)

    def accepted(self, endpoint: str, body: dict[str, Any]) -> str:
        response = self.post(f"/videos/{endpoint}", body)
        assert response.status_code == 200, response.text
        (made,) = response.json().values()
        assert isinstance(made, str)
        return made

    def finished(self, endpoint: str, body: dict[str, Any], status: int = 1) -> str:
        made = self.accepted(endpoint, body)
        self.control("videos/finish", {"video_id": made, "status": status})
        return made

    def upload(self, content: bytes, media_type: str) -> httpx.Response:
        headers = {"Content-Type": media_type}
        return self.http.post(f"{API}/files/", content=content, headers=headers)

    def image_path(self, width: int = 80, height: int = 60) -> str:
        path = self.upload(picture(width, height), "image/png").json()["result"][0]["path"]
        assert isinstance(path, str)
        return path

    def media_path(self, content: bytes, media_type: str) -> str:
        path = self.upload(content, media_type).json()["path"]
        assert isinstance(path, str)
        return path

    def listed(self, video_id: str, **query: Any) -> dict[str, Any]:
        rows = self.get("/videos/", **query).json()["data"]
        (row,) = [one for one in rows if one["video_id"] == video_id]
        assert isinstance(row, dict)
        return row

    def balance(self, **query: Any) -> int:
        features = self.get("/features/", **query).json()
        return sum(int(features[f"credit_{part}"]) for part in ("daily", "monthly", "package"))


running = Simulator.running


def picture(width: int = 80, height: int = 60, kind: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), (200, 80, 40)).save(buffer, kind)
    return buffer.getvalue()


@lru_cache
def clip() -> bytes:
    """A second of video, 64 x 48."""
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "clip.mp4"
        recording.write_mp4(
            path, [Image.new("RGB", (64, 48), (n * 20, 60, 90)) for n in range(12)], None
        )
        return path.read_bytes()


def speech(seconds: float = 1) -> bytes:
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(round(seconds * 8000) * 2))
    return buffer.getvalue()


Body = dict[str, Any]
Materials = dict[str, Any]


def filled(body: Body, materials: Materials) -> Body:
    """The body with what its `$names` stand for."""
    return {
        name: materials.get(value, value) if isinstance(value, str) else value
        for name, value in body.items()
    }


def usual_materials(simulator: Simulator) -> Materials:
    """Uploads, videos and effects of each kind, by the names that `filled` knows."""
    effects = simulator.get("/videos/effects", limit=100).json()["items"]
    by_kind = {(one["effect_type"], one["template_type"]): one for one in reversed(effects)}
    photo = {
        "template_id": by_kind["1", 2]["template_id"],
        "first_frame_path": simulator.image_path(),
    }
    return {
        "$image": simulator.image_path(),
        "$clip": simulator.media_path(clip(), "video/mp4"),
        "$speech": simulator.media_path(speech(), "audio/wav"),
        "$v5": simulator.finished("create", {"prompt": "a", "model": "v5"}),
        "$v5-fast": simulator.finished("create", {"prompt": "a", "model": "v5-fast"}),
        "$v5.6": simulator.finished("create", {"prompt": "a", "model": "v5.6"}),
        "$running": simulator.create(prompt="a"),
        "$one": by_kind["1", 1]["template_id"],
        "$two": by_kind["2", 1]["template_id"],
        "$photo": by_kind["1", 2]["template_id"],
        "$from_540p": _without_360p(effects),
        "$photo_id": simulator.finished("create", photo),
    }


def _without_360p(effects: list[dict[str, Any]]) -> int:
    """An effect for one picture that has not every quality."""
    return next(
        int(one["template_id"])
        for one in effects
        if one["effect_type"] == "1" and "360p" not in one["qualities"]
    )


def all_effects(simulator: Simulator) -> list[dict[str, Any]]:
    effects: list[dict[str, Any]] = []
    offset = 0
    while True:
        page = simulator.get("/videos/effects", offset=offset).json()
        effects += page["items"]
        offset = page["next_offset"]
        if not offset:
            assert page["total"] == len(effects)
            return effects


@contextlib.contextmanager
def listening_hook() -> Iterator[tuple[str, Queue[dict[str, Any]]]]:
    """An address for `replyUrl`, and what is posted to it."""
    posts: Queue[dict[str, Any]] = Queue()

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            posts.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Hook) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/hook", posts
        finally:
            server.shutdown()
            thread.join()
