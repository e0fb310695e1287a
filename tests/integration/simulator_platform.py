"""The simulated platform in a process of its own, and a client that says what it expects."""

from __future__ import annotations

import contextlib
import threading
import uuid
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Queue
from typing import TYPE_CHECKING, Any

import httpx

from tests.integration.simulated import Simulated
from tests.integration.simulator_useapi import picture

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY, OTHER_KEY = "sk-first", "sk-second"
API = "/openapi/v2"
TEXT = {
    "prompt": "a fox in the snow",
    "model": "v5",
    "duration": 5,
    "quality": "540p",
    "aspect_ratio": "16:9",
}


class Platform(Simulated):
    OPTIONS = ("platform", "--key", KEY, "--key", OTHER_KEY)

    def headers(self, key: str = KEY, trace: str | None = None) -> dict[str, str]:
        return {"API-KEY": key, "Ai-trace-id": trace or str(uuid.uuid4())}

    def get(self, path: str, *, key: str = KEY, **query: Any) -> Any:
        """What an accepted read holds."""
        response = self.http.get(API + path, params=query or None, headers=self.headers(key))
        return succeeded(response)

    def post(
        self, path: str, body: Any, *, key: str = KEY, trace: str | None = None
    ) -> httpx.Response:
        return self.http.post(API + path, json=body, headers=self.headers(key, trace))

    def made(self, endpoint: str, body: Any, **how: Any) -> int:
        """The number of what an accepted generation makes."""
        resp = succeeded(self.post(f"/video/{endpoint}/generate", body, **how))
        number = resp["video_id"]
        assert isinstance(number, int)
        return number

    def finished(self, endpoint: str, body: Any, status: int = 1, **how: Any) -> int:
        number = self.made(endpoint, body, **how)
        self.finish(number, status)
        return number

    def finish(self, number: int, status: int = 1) -> None:
        self.control("videos/finish", {"video_id": number, "status": status})

    def result(self, number: int, **how: Any) -> Any:
        return self.get(f"/video/result/{number}", **how)

    def refusal(self, path: str, body: Any, **how: Any) -> int:
        """The code of the envelope, which came with HTTP 200 and a reason."""
        answer = envelope(self.post(path, body, **how))
        assert answer["ErrCode"] != 0, answer
        assert answer["ErrMsg"]
        assert answer["Resp"] is None
        code = answer["ErrCode"]
        assert isinstance(code, int)
        return code

    def switch(self, **switches: Any) -> None:
        self.control("switches", switches)

    def send_image(
        self, content: bytes, name: str = "a.png", kind: str = "image/png", *, key: str = KEY
    ) -> httpx.Response:
        files = {"image": (name, content, kind)}
        return self.http.post(f"{API}/image/upload", files=files, headers=self.headers(key))

    def image(self, width: int = 80, height: int = 60, *, key: str = KEY) -> int:
        number = succeeded(self.send_image(picture(width, height), key=key))["img_id"]
        assert isinstance(number, int)
        return number

    def send_media(self, content: bytes, name: str, kind: str) -> httpx.Response:
        files = {"file": (name, content, kind)}
        return self.http.post(f"{API}/media/upload", files=files, headers=self.headers())

    def media(self, content: bytes, name: str, kind: str) -> int:
        number = succeeded(self.send_media(content, name, kind))["media_id"]
        assert isinstance(number, int)
        return number

    def balance(self, key: str = KEY) -> int:
        balance = self.get("/account/balance", key=key)
        return int(balance["credit_monthly"]) + int(balance["credit_package"])


running = Platform.running


def envelope(response: httpx.Response) -> dict[str, Any]:
    assert response.status_code == 200, response.text
    answer = response.json()
    assert answer.keys() == {"ErrCode", "ErrMsg", "Resp"}
    assert isinstance(answer, dict)
    return answer


def succeeded(response: httpx.Response) -> Any:
    answer = envelope(response)
    assert answer["ErrCode"] == 0, answer
    return answer["Resp"]


@dataclass(frozen=True)
class Post:
    """What came to an address that was registered for webhooks."""

    headers: dict[str, str]  # names in small letters
    body: bytes


@contextlib.contextmanager
def listening_hook(*answers: tuple[int, bytes]) -> Iterator[tuple[str, Queue[Post]]]:
    """Gives these answers in turn, and says `ok` when they have run out."""
    posts: Queue[Post] = Queue()
    left = list(answers)

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status, answer = left.pop(0) if left else (200, b"ok")
            posts.put(Post({name.lower(): value for name, value in self.headers.items()}, body))
            self.send_response(status)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

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
